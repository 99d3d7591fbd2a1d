/** What the page itself has to say in a conversation, to this person only: a command that waits, or that failed. */

import { now } from "./context.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import * as store from "./store.js";

let count = 0;

/** Add a note to a place ("U…/C…" or "U…/C…/ts"); {settle(text), remove()} changes it later. */
export function addNote(place, text) {
  const note = { id: `note-${(count += 1)}`, place, text, state: "waiting", at: now() / 1000 };
  put([...all(), note]);
  const remove = () => put(all().filter((one) => one.id !== note.id));
  const settle = (words) =>
    put(all().map((one) => (one.id === note.id ? { ...one, text: words, state: "failed", remove } : one)));
  return { settle, remove };
}

/** The notes of a place. */
export function notesOf(place) {
  return all().filter((one) => one.place === place);
}

function all() {
  return store.get("notes") ?? [];
}

function put(notes) {
  store.set("notes", notes);
}

/** A note as a row of the list. */
export function noteRow({ text, state, remove }) {
  if (state === "waiting") return h("li", { class: "note waiting" }, h("span", { class: "spinner small" }), h("span", {}, text));
  return h(
    "li",
    { class: "note" },
    icon("eye"),
    h("div", {}, h("div", { class: "message-note" }, "Only visible to you"), h("p", {}, text)),
    h("button", { type: "button", class: "link", onclick: remove }, "Dismiss"),
  );
}
