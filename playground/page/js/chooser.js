/** A list to choose from by typing: people to act as, someone to write to, a place to go to. */

import { h } from "./dom.js";
import { popup } from "./popup.js";

let count = 0;

/**
 * Open it beside `anchor`. An item is {key, words (what typing finds), group?, content (nodes), isCurrent?}.
 *
 * @param {Element} anchor
 * @param {{label: string, hint: string, items: Array<object>, onPick: function(string): void}} what
 */
export function choose(anchor, { label, hint, items, onPick }) {
  const id = `chooser-${(count += 1)}`;
  const list = h("div", { class: "choices", role: "listbox", id, "aria-label": label });
  const field = h("input", {
    type: "text",
    class: "field",
    role: "combobox",
    autofocus: true,
    placeholder: hint,
    "aria-label": hint,
    "aria-expanded": "true",
    "aria-controls": id,
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
  });
  const close = popup(anchor, h("div", { class: "chooser" }, field, list));
  const pick = (key) => {
    close();
    onPick(key);
  };
  const walker = new Walker(field, list, pick);
  field.addEventListener("input", () => walker.show(found(items, field.value), Boolean(field.value.trim())));
  walker.show(items);
}

/** Items of which each typed word begins a word; those that begin with what was typed come first. */
function found(items, typed) {
  const asked = typed.trim().toLowerCase();
  const begins = (words) =>
    asked.split(/\s+/).every((word) => ` ${words.toLowerCase().replace(/[._,-]/g, " ")}`.includes(` ${word}`));
  const hits = items.filter(({ words }) => begins(words));
  return asked
    ? hits.sort((one, other) => other.words.toLowerCase().startsWith(asked) - one.words.toLowerCase().startsWith(asked))
    : hits;
}

/** Moves through the options while the focus stays in the field. */
class Walker {
  constructor(field, list, pick) {
    Object.assign(this, { field, list, pick, at: 0, options: [] });
    field.addEventListener("keydown", (event) => this.key(event));
  }

  show(items, isTyped = false) {
    this.options = [];
    const groups = Map.groupBy ? Map.groupBy(items, (item) => item.group ?? "") : grouped(items);
    this.list.replaceChildren(...[...groups].map(([name, members]) => this.group(name, members)));
    if (!items.length) this.list.append(h("p", { class: "empty" }, "Nothing by that name."));
    const current = this.options.findIndex(({ item }) => item.isCurrent);
    this.mark(isTyped ? 0 : Math.max(0, current));
  }

  group(name, members) {
    const options = members.map((item) => this.option(item));
    if (!name) return h("div", { role: "presentation" }, options);
    return h(
      "div",
      { role: "group", "aria-label": name },
      h("div", { class: "choices-title", role: "presentation" }, name),
      options,
    );
  }

  option(item) {
    const at = this.options.length;
    const attributes = { role: "option", class: "choice", id: `${this.list.id}-${at}`, "aria-selected": "false" };
    const element = h(
      "div",
      { ...attributes, onclick: () => this.pick(item.key), onpointermove: () => this.mark(at) },
      item.content,
    );
    if (item.isCurrent) element.append(h("span", { class: "current" }, "now"));
    this.options.push({ element, item });
    return element;
  }

  mark(at) {
    this.options[this.at]?.element.setAttribute("aria-selected", "false");
    this.at = at;
    const chosen = this.options[at]?.element;
    if (!chosen) return this.field.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", chosen.id);
  }

  key(event) {
    const size = this.options.length;
    const steps = { ArrowDown: 1, ArrowUp: size - 1 };
    if (event.key in steps && size) this.mark((this.at + steps[event.key]) % size);
    else if (event.key === "Enter" && this.options[this.at]) this.pick(this.options[this.at].item.key);
    else return;
    event.preventDefault();
  }
}

function grouped(items) {
  const groups = new Map();
  for (const item of items) groups.set(item.group ?? "", [...(groups.get(item.group ?? "") ?? []), item]);
  return groups;
}
