/** Says in words when the playground does not answer, and what whoever started it wants everybody to know. */

import { h } from "./dom.js";
import { reopen } from "./live.js";
import * as store from "./store.js";

const PATIENCE = 700; // milliseconds in which a stream may come back without a word

let timer = 0;

/** Watch the stream from now on. */
export function startNotice() {
  store.on("link", () => {
    clearTimeout(timer);
    if (store.get("link") === "lost") timer = setTimeout(tell, PATIENCE);
    else if (store.get("link") === "failed") fail();
    else restore();
  });
  store.on("me", lookForPeople);
  store.on("notice", () => store.get("link") === "open" && restore());
}

function tell() {
  const notice = document.getElementById("notice");
  notice.hidden = false;
  notice.replaceChildren(h("span", { class: "spinner small" }), "Reconnecting …");
}

/** The page came, the playground's stream did not. */
function fail() {
  const start = h("code", {}, "python -m playground");
  const words = h("p", {}, "Perhaps it was stopped. Start it again with ", start, ": this page goes on by itself.");
  const again = h("button", { type: "button", class: "button primary", onclick: reopen }, "Try again");
  cover("The playground does not answer", words, again);
}

/** There is nobody to act as. */
function lookForPeople() {
  if (store.get("me") !== null) return restore();
  const call = h("code", {}, 'POST /control/user {"user": "ada"}');
  cover("Nobody is in this world", h("p", {}, "Add someone with ", call, ": this page goes on by itself."));
}

function cover(title, ...words) {
  if (document.getElementById("failure")) return;
  document.body.append(h("div", { id: "failure", class: "error-page", role: "alert" }, h("h1", {}, title), words));
}

function restore() {
  document.getElementById("failure")?.remove();
  const notice = document.getElementById("notice");
  const told = store.get("notice");
  notice.hidden = !told;
  notice.replaceChildren(...(told?.closed ? [h("span", { class: "spinner small" })] : []), told?.text ?? "");
}
