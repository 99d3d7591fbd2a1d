/** A message that is being edited, in its place. */

import { act } from "./act.js";
import { Completing } from "./completing.js";
import { me } from "./context.js";
import { h } from "./dom.js";
import * as store from "./store.js";
import { fromTyped, toTyped } from "./words.js";

/** Edit one's own message, where one sees it: in the room or in the thread. */
export function edit(channel, ts, where) {
  store.set("editing", { as: me().id, channel, ts, where });
}

/** Whether the acting person edits this message there. */
export function isEdited(channel, ts, where) {
  const edited = store.get("editing") ?? {};
  return edited.ts === ts && edited.channel === channel && edited.where === where && edited.as === me().id;
}

export class Editor {
  constructor(message, channel) {
    this.message = message;
    this.channel = channel;
    const list = h("div", { class: "completions", hidden: true });
    this.field = h("textarea", { class: "editor-field", rows: "1", "aria-label": "Edit message", autofocus: true });
    const edited = store.get("editing");
    this.field.value = edited.typed ?? toTyped(message.text ?? "");
    this.completing = new Completing(this.field, list);
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("input", () => {
      edited.typed = this.field.value; // for when one comes back from another room
      grow(this.field);
    });
    requestAnimationFrame(() => grow(this.field));
    this.element = h(
      "div",
      { class: "editor" },
      list,
      this.field,
      h(
        "div",
        { class: "buttons" },
        h("button", { type: "button", class: "button small", onclick: () => this.end() }, "Cancel"),
        h("button", { type: "button", class: "button small primary", onclick: () => this.save() }, "Save"),
      ),
    );
  }

  key(event) {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Escape") this.end();
    else if (event.key === "Enter" && !event.shiftKey) this.save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  async save() {
    const text = this.field.value;
    if (text.trim() && text !== toTyped(this.message.text ?? "")) {
      const answer = await act("edit", { channel: this.channel, ts: this.message.ts, text: fromTyped(text) });
      if (!answer.ok) return;
    }
    this.end();
  }

  end() {
    const pane = this.element.closest("main, aside");
    store.set("editing", null);
    queueMicrotask(() => pane?.querySelector(".composer textarea")?.focus());
  }
}

/** Let a text field be as high as its text, up to a third of the window. */
export function grow(field) {
  field.style.setProperty("height", "auto");
  field.style.setProperty("height", `${Math.min(field.scrollHeight + 2, innerHeight / 3)}px`);
}
