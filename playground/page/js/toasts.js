/** Short words at the bottom of the window, said to screen readers too. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

const STAY = { info: 4000, error: 9000 };

/**
 * Show words for a few seconds; errors stay longer, and all stay while the pointer or the focus is on them.
 *
 * @param {string} text
 * @param {string} [remedy] what helps
 * @param {"info"|"error"} [kind]
 */
export function toast(text, remedy = "", kind = "info") {
  const shelf = document.getElementById("toasts");
  const close = () => shown.remove();
  const shown = h(
    "div",
    { class: `toast ${kind}` },
    h("div", { class: "toast-words" }, h("p", {}, sentence(text)), remedy && h("p", { class: "remedy" }, sentence(remedy))),
    h("button", { type: "button", class: "plain", "aria-label": "Dismiss", onclick: close }, icon("close")),
  );
  while (shelf.children.length > 2) shelf.firstChild.remove();
  shelf.append(shown);
  const leave = () => (shown.matches(":hover, :focus-within") ? setTimeout(leave, 1500) : close());
  setTimeout(leave, STAY[kind]);
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
