/** Completes what is typed: /commands, @people, #channels, :emoji: – a list above the field, the focus stays in it. */

import { context, me, nameOf, zone } from "./context.js";
import { h } from "./dom.js";
import { face } from "./faces.js";
import { icon } from "./icons.js";
import { emojiNames } from "./render/emoji.js";
import * as store from "./store.js";
import { cityOf } from "./time.js";

const MOST = 8;
const BEGINNING = /(?:^|[\s(])([@#:])([\p{L}\p{N}_.+-]*)$/u;
let count = 0;

export class Completing {
  /**
   * @param {HTMLTextAreaElement} field
   * @param {HTMLElement} list where the suggestions appear
   */
  constructor(field, list) {
    this.field = field;
    this.list = list;
    this.options = [];
    list.id = `completions-${(count += 1)}`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    field.addEventListener("input", () => this.look());
    field.addEventListener("click", () => this.look());
    field.addEventListener("blur", () => this.close());
    field.addEventListener("keydown", (event) => this.key(event));
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  }

  look() {
    const head = this.field.value.slice(0, this.field.selectionStart);
    const command = /^\/(\S*)$/.exec(head);
    const [, sign, typed = ""] = BEGINNING.exec(head) ?? [];
    if (command) this.show(commands(command[1]), command[0].length);
    else if (sign && (sign !== ":" || typed.length > 1)) this.show(SOURCES[sign](typed.toLowerCase()), typed.length + 1);
    else this.close();
  }

  show(options, length) {
    if (!options.length) return this.close();
    this.options = options.slice(0, MOST);
    this.length = length;
    this.list.hidden = false;
    this.list.replaceChildren(...this.options.map((option, at) => this.option(option, at)));
    this.field.setAttribute("aria-expanded", "true");
    this.mark(0);
  }

  option(option, at) {
    const attributes = { role: "option", id: `${this.list.id}-${at}`, class: "completion" };
    return h("div", { ...attributes, onclick: () => this.pick(at), onpointermove: () => this.mark(at) }, option.content());
  }

  mark(at) {
    this.at = at;
    for (const [index, element] of [...this.list.children].entries()) element.setAttribute("aria-selected", String(index === at));
    this.list.children[at].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", `${this.list.id}-${at}`);
  }

  close() {
    this.options = [];
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  pick(at) {
    const { selectionStart: end } = this.field;
    this.field.setRangeText(`${this.options[at].text} `, end - this.length, end, "end");
    this.close();
    this.field.focus();
    this.field.dispatchEvent(new Event("input"));
    this.close();
  }

  key(event) {
    const size = this.options.length;
    if (!size || event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: size - 1 };
    if (event.key in steps) this.mark((this.at + steps[event.key]) % size);
    else if (event.key === "Tab" || (event.key === "Enter" && !this.isWhole())) this.pick(this.at);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether all that is offered stands in the field already: then Enter sends. */
  isWhole() {
    return this.options[this.at].text === this.field.value;
  }
}

const SOURCES = { "@": people, "#": channels, ":": emojis };

function commands(typed) {
  const known = store.get("app")?.commands ?? [];
  return known
    .filter(({ command }) => command.startsWith(`/${typed}`))
    .map(({ command, usage_hint: hint, description }) => ({
      text: command,
      content: () => [icon("bolt"), two([h("b", {}, command), " ", h("span", { class: "muted" }, hint)], description)],
    }));
}

function people(typed) {
  const fits = (...words) =>
    words.some(
      (word) =>
        (word ?? "")
          .toLowerCase()
          .split(/[\s.]/)
          .some((one) => one.startsWith(typed)) || (word ?? "").toLowerCase().startsWith(typed),
    );
  const here = context
    .people()
    .filter((one) => !one.deleted && one.id !== "USLACKBOT" && fits(one.name, one.real_name, one.display_name));
  here.sort((one, other) => (one.team === me().team ? 0 : 1) - (other.team === me().team ? 0 : 1));
  const groups = (store.get("groups") ?? []).filter((one) => fits(one.handle, one.name));
  const all = ["here", "channel"].filter((word) => typed && word.startsWith(typed));
  return [...here.map(personOption), ...groups.map(groupOption), ...all.map(broadcast)];
}

function personOption(one) {
  const title = [one.title, one.tz !== zone() && !one.is_bot ? cityOf(one.tz) : ""].filter(Boolean).join(" · ");
  return {
    text: `@${one.name}`,
    content: () => [face(one, "tiny"), two([h("b", {}, nameOf(one)), " ", h("span", { class: "muted" }, `@${one.name}`)], title)],
  };
}

function groupOption(group) {
  return {
    text: `@${group.handle}`,
    content: () => [icon("people"), two([h("b", {}, `@${group.handle}`)], `${group.name} · ${group.users.length} people`)],
  };
}

function broadcast(word) {
  return {
    text: `@${word}`,
    content: () => [icon("people"), two([h("b", {}, `@${word}`)], "Notify everybody in this conversation")],
  };
}

function channels(typed) {
  const named = context
    .rooms()
    .filter((one) => ["channel", "group"].includes(one.kind) && one.name.startsWith(typed) && !one.is_archived);
  return named.map((one) => ({
    text: `#${one.name}`,
    content: () => [icon(one.kind === "group" ? "lock" : "hash"), two([h("b", {}, one.name)], one.topic)],
  }));
}

function emojis(typed) {
  const rank = ([name]) => (name.startsWith(typed) ? 0 : 100) + name.length;
  const hits = emojiNames().filter(([name]) => name.includes(typed));
  hits.sort((one, other) => rank(one) - rank(other));
  return hits.map(([name, char]) => ({
    text: `:${name}:`,
    content: () => [h("span", { class: "emoji" }, char), h("span", {}, `:${name}:`)],
  }));
}

function two(first, second) {
  return h("span", { class: "completion-words" }, h("span", {}, first), second && h("small", {}, second));
}
