/** Where one writes: a field that grows, files, shortcuts, and what is typed kept for each place. */

import { act, complain, send } from "./act.js";
import { Attached } from "./attached.js";
import { Completing } from "./completing.js";
import { me } from "./context.js";
import { h } from "./dom.js";
import { grow } from "./editor.js";
import { icon } from "./icons.js";
import { addNote } from "./notes.js";
import { menu } from "./popup.js";
import { pickEmoji } from "./reactions.js";
import { remember, remembered } from "./routes.js";
import * as store from "./store.js";
import { fromTyped } from "./words.js";

const composers = new Map(); // the newest of each place: one may leave a place and come back while something is sent

export class Composer {
  /**
   * @param {{channel: string, place: string, label: string, thread?: string, broadcast?: string, onSent?: function(): void,
   *   editLast?: function(): void}} given `place` names the draft and the notes; `broadcast` is what a reply can also be sent to
   */
  constructor(given) {
    Object.assign(this, given);
    const list = h("div", { class: "completions", hidden: true });
    this.field = h("textarea", { rows: "1", "aria-label": this.label, placeholder: this.label });
    this.field.value = remembered(`draft.${this.place}`);
    this.attached = new Attached(this.place, () => this.refresh());
    this.completing = new Completing(this.field, list);
    this.also = this.broadcast && h("input", { type: "checkbox" });
    this.sender = button("send", "Send", () => this.send());
    this.sender.classList.add("send");
    this.element = h(
      "form",
      { class: "composer", onsubmit: (event) => event.preventDefault() },
      list,
      this.attached.element,
      this.field,
      this.alsoLine(),
      this.feet(),
    );
    this.returned = "";
    composers.set(this.place, this);
    this.listen();
    this.refresh();
  }

  alsoLine() {
    return this.also ? h("label", { class: "also" }, this.also, h("span", {}, `Also send to ${this.broadcast}`)) : "";
  }

  feet() {
    const smile = button("smile", "Add emoji", () => pickEmoji(smile, (name) => this.insert(`:${name}: `)));
    const bolt = button("bolt", "Shortcuts", () => this.shortcuts(bolt));
    return h(
      "div",
      { class: "composer-feet" },
      button("clip", "Attach a file", () => this.attached.choose()),
      smile,
      button("at", "Mention someone", () => this.mention()),
      bolt,
      h("span", { class: "composer-hint", "aria-hidden": "true" }, h("b", {}, "Shift + Enter"), " for a new line"),
      this.sender,
    );
  }

  listen() {
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("input", () => this.refresh());
    this.attached.listen(this.element, this.field);
    requestAnimationFrame(() => grow(this.field));
  }

  refresh() {
    grow(this.field);
    remember(`draft.${this.place}`, this.field.value);
    this.sender.disabled = !this.field.value.trim() && !this.attached.files.length;
  }

  key(event) {
    if (event.defaultPrevented || event.isComposing) return;
    const isEmpty = !this.field.value;
    if (event.key === "Enter" && !event.shiftKey) this.send();
    else if (event.key === "ArrowUp" && isEmpty) this.editLast?.();
    else return;
    event.preventDefault();
  }

  insert(text) {
    this.field.setRangeText(text, this.field.selectionStart, this.field.selectionEnd, "end");
    this.field.focus();
    this.field.dispatchEvent(new Event("input"));
  }

  mention() {
    const before = this.field.value.slice(0, this.field.selectionStart);
    this.insert(before && !/\s$/.test(before) ? " @" : "@");
  }

  focus() {
    this.field.focus({ preventScroll: true });
  }

  // sending

  async send() {
    const text = this.field.value.trim();
    const files = this.attached.files;
    if (!text && !files.length) return;
    this.clear();
    if (/^\/[a-z]/.test(text) && !files.length) return this.command(text);
    const body = { user: me().id, channel: this.channel, text: fromTyped(text), files: files.length ? files : null };
    if (this.thread) Object.assign(body, { thread_ts: this.thread, reply_broadcast: Boolean(this.also?.checked) });
    if (this.also) this.also.checked = false;
    const answer = await inTurn(() => act("say", body));
    if (answer.ok) this.onSent?.();
    else composers.get(this.place).giveBack(text, files);
  }

  clear() {
    this.field.value = "";
    this.returned = "";
    this.attached.clear();
    this.refresh();
  }

  /** What could not be sent stands in the field again, above what was typed meanwhile. */
  giveBack(text, files) {
    const { value, selectionStart } = this.field;
    const fromEnd = value.length - selectionStart;
    const before = value.startsWith(this.returned) ? this.returned : "";
    const after = value.slice(before.length).replace(/^\n/, "");
    this.returned = lines(before, text);
    this.field.value = lines(this.returned, after);
    const caret = this.field.value.length - fromEnd;
    this.field.setSelectionRange(caret, caret);
    this.attached.put([...files, ...this.attached.files]);
  }

  async command(typed) {
    const [command] = typed.split(/\s/, 1);
    if (this.thread) return addNote(this.place, "").settle(`${command} is not supported in threads. Sorry!`);
    const text = fromTyped(typed.slice(command.length).trim(), true);
    const app = store.get("app")?.name ?? "the app";
    const note = addNote(this.place, `${command} – waiting for ${app} …`);
    const answer = await send("command", { channel: this.channel, command, text });
    if (answer.ok) return note.remove();
    if (answer.status === undefined) {
      note.remove();
      complain(answer);
      return composers.get(this.place).giveBack(typed, []);
    }
    note.settle(`${command} failed with the error “${answer.error ?? `http_${answer.status}`}”.`);
  }

  shortcuts(anchor) {
    const app = store.get("app");
    const known = (app?.shortcuts ?? []).filter((one) => one.type === "global");
    const start = (one) => () => act("shortcut", { callback_id: one.callback_id, channel: null });
    const commands = (app?.commands ?? []).map((one) => ({
      icon: icon("bolt"),
      label: one.command,
      hint: one.description || one.usage_hint,
      act: () => this.put(`${one.command} `),
    }));
    const items = known.map((one) => ({ icon: icon("bolt"), label: one.name, hint: one.description, act: start(one) }));
    const title = { title: app ? app.name : "No app is installed here" };
    menu(
      anchor,
      [title, ...items, items.length && commands.length ? null : false, ...commands].filter((one) => one !== false),
      "Shortcuts",
    );
  }

  put(text) {
    this.field.value = text;
    this.field.focus();
    this.field.dispatchEvent(new Event("input"));
  }
}

function lines(...texts) {
  return texts.filter(Boolean).join("\n");
}

let turn = Promise.resolve();

/** What is sent quickly, one after the other, arrives in this order. */
function inTurn(work) {
  turn = turn.then(work);
  return turn;
}

/** The name of a draft and of notes: who, where. */
export function placeName(channel, thread = "") {
  return [me().id, channel, thread].filter(Boolean).join("/");
}

function button(drawing, label, onclick) {
  return h("button", { type: "button", class: "tool", "aria-label": label, title: label, onclick }, icon(drawing));
}
