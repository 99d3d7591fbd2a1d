/** Short words that come and go, said to screen readers too. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { inWords, isCode } from "./reasons.js";

const STAY = { info: 4000, error: 9000 };

/**
 * Show words for a few seconds, in the place of those of the same kind; errors stay longer, and all stay while the
 * pointer or the focus is on them.
 *
 * @param {string} text words, or a code
 * @param {string} [remedy] what helps
 * @param {"info"|"error"} [kind]
 */
export function toast(text, remedy = "", kind = "info") {
  const shelf = document.getElementById("toasts");
  const close = () => shown.remove();
  const shown = h(
    "div",
    { class: `toast ${kind}` },
    h("div", { class: "toast-words" }, h("p", {}, told(text)), remedy && h("p", { class: "remedy" }, sentence(remedy))),
    h("button", { type: "button", class: "plain", "aria-label": "Dismiss", onclick: close }, icon("close")),
  );
  for (const older of shelf.querySelectorAll(`.toast.${kind}`)) older.remove();
  shelf.append(shown);
  const leave = () => (shown.matches(":hover, :focus-within") ? setTimeout(leave, 1500) : close());
  setTimeout(leave, STAY[kind]);
}

function told(text) {
  return isCode(text) ? [sentence(inWords(text)), " ", h("code", { class: "code" }, text)] : sentence(text);
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
