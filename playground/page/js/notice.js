/** Says in words when the playground does not answer, and what whoever started it wants everybody to know. */

import { h } from "./dom.js";
import { reopen } from "./live.js";
import * as store from "./store.js";

const PATIENCE = 700; // milliseconds in which a stream may come back without a word
const LONG = 10_000; // after which it will not come back by itself: the part `gone` is true until it does

let timers = [];

/** Watch the stream from now on. */
export function startNotice() {
  store.on("link", () => {
    const link = store.get("link");
    if (link === "lost") lose();
    else if (link === "failed") fail();
    else restore();
  });
  store.on("me", lookForPeople);
  store.on("notice", () => store.get("link") === "open" && restore());
}

/** Each try that fails tells of it again. */
function lose() {
  if (timers.length) return;
  timers = [
    setTimeout(() => tell(h("span", { class: "spinner small" }), "Reconnecting …"), PATIENCE),
    setTimeout(giveUp, LONG),
  ];
}

function giveUp() {
  store.set("gone", true);
  tell(h("p", {}, "The playground does not answer. ", ...whatHelps()), again("button small"));
}

function tell(...words) {
  const notice = document.getElementById("notice");
  notice.hidden = !words.length;
  notice.replaceChildren(...words);
}

/** The page came, the playground's stream did not. */
function fail() {
  cover("The playground does not answer", h("p", {}, ...whatHelps()), again("button primary"));
}

function whatHelps() {
  const start = h("code", {}, "python -m playground");
  return ["Perhaps it was stopped. Start it again with ", start, ": this page goes on by itself."];
}

function again(look) {
  return h("button", { type: "button", class: look, onclick: reopen }, "Try again");
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
  for (const timer of timers) clearTimeout(timer);
  timers = [];
  if (store.get("gone")) store.set("gone", false);
  document.getElementById("failure")?.remove();
  const told = store.get("notice");
  const sign = told?.closed ? [h("span", { class: "spinner small" })] : [];
  tell(...sign, ...(told ? [told.text] : []));
}
