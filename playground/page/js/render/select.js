/** Every select: one text field with a list, by the ARIA pattern of an editable combobox. */

import { h } from "../dom.js";
import { sourceOf } from "./choices.js";
import { float } from "./float.js";
import { words } from "./mrkdwn.js";
import { commit, naming } from "./spec.js";
import { holdsMany, isEmpty } from "./values.js";

const MOST_SHOWN = 100;

/** @returns {HTMLElement} a select for the element of this spec */
export function select(spec) {
  return new Select(spec).node;
}

class Select {
  #hide = null;
  #timer = 0;
  #asked = 0;
  #options = [];
  #active = -1;

  constructor(spec) {
    this.spec = spec;
    this.many = holdsMany(spec.item);
    this.source = sourceOf(spec.block, spec.item, spec.place);
    this.value = spec.place.value(spec.block, spec.item) ?? (this.many ? [] : null);
    this.told = JSON.stringify(this.value);
    this.#build();
    this.#show();
  }

  #build() {
    const list = `${this.spec.id}-list`;
    const own = { role: "combobox", "aria-expanded": "false", "aria-controls": list, "aria-autocomplete": "list" };
    const typing = { type: "text", autocomplete: "off", spellcheck: "false", class: "b-select-text" };
    this.input = h("input", { ...naming(this.spec), ...own, ...typing });
    this.list = h("ul", { id: list, role: "listbox", class: "b-options", "aria-label": this.spec.name });
    if (this.many) this.list.setAttribute("aria-multiselectable", "true");
    this.note = h("div", { class: "b-options-note", role: "status" });
    this.panel = h("div", { class: "b-panel", popover: "manual" }, this.list, this.note);
    this.chips = h("span", { class: "b-chips" });
    this.clear = h(
      "button",
      { type: "button", class: "b-clear", "aria-label": "Clear", onclick: () => this.#empty() },
      "×",
    );
    this.box = h("span", { class: "b-select-box" }, this.chips, this.input, this.clear);
    this.node = h("span", { class: "b-select" }, this.box, this.panel);
    this.#listen();
  }

  #listen() {
    this.box.addEventListener("click", (event) => {
      if (event.target.closest("button")) return;
      this.input.focus();
      this.#open();
    });
    this.input.addEventListener("input", () => (this.#hide ? this.#search() : this.#open(this.input.value)));
    this.input.addEventListener("keydown", (event) => this.#key(event));
    // A field that was replaced by a new one was not left.
    this.input.addEventListener("blur", () => queueMicrotask(() => this.node.isConnected && this.#close()));
    this.panel.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) this.#pick(this.#options[Number(row.dataset.at)]);
    });
  }

  /** The closed field: what is chosen. */
  #show() {
    const { item, block } = this.spec;
    const placeholder = words(item.placeholder) || (this.many ? "Choose options" : "Choose an option");
    if (this.many) this.chips.replaceChildren(...this.value.map((one) => this.#chip(one)));
    const label = this.many || isEmpty(this.value) ? "" : this.source.label(this.value);
    this.input.value = this.#hide ? this.input.value : label;
    this.input.placeholder = this.many && this.value.length ? "" : label || placeholder;
    this.clear.hidden = this.many || isEmpty(this.value) || block.type !== "input" || !block.optional;
  }

  #chip(value) {
    const label = this.source.label(value);
    const remove = () => {
      this.#set(this.value.filter((one) => one !== value));
      this.input.focus();
      if (!this.#hide) this.#tell();
    };
    const attributes = { type: "button", class: "b-chip", "aria-label": `Remove ${label}`, onclick: remove };
    return h("button", attributes, h("bdi", {}, label), h("span", { "aria-hidden": "true" }, "×"));
  }

  #set(value) {
    this.value = value;
    if (this.many) this.spec.place.keep(this.spec.block, this.spec.item, value);
    this.node.dispatchEvent(new Event("change", { bubbles: true }));
    this.#show();
  }

  #open(query = "") {
    if (this.#hide) return;
    this.#hide = float(this.panel, this.box);
    this.input.setAttribute("aria-expanded", "true");
    this.input.value = query;
    this.#search();
  }

  async #close() {
    if (!this.#hide) return;
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#hide();
    this.#hide = null;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.#show();
    if (this.many) await this.#tell();
  }

  #search() {
    clearTimeout(this.#timer);
    const query = this.input.value;
    const { least, pause } = this.source;
    if (query.trim().length < least) {
      this.#list([], `Type ${least === 1 ? "a letter" : `${least} letters`} or more`);
      return;
    }
    if (pause) this.#list([], "Searching…");
    this.#timer = setTimeout(() => this.#find(query), query ? pause : 0);
  }

  async #find(query) {
    this.#asked += 1;
    const mine = this.#asked;
    const groups = await this.source.find(query);
    if (mine !== this.#asked || !this.#hide) return;
    const count = groups.reduce((sum, group) => sum + group.options.length, 0);
    this.#list(groups, count ? (count > MOST_SHOWN ? "Type to find more" : "") : "No matches");
  }

  #list(groups, note) {
    this.#options = groups.flatMap((group) => group.options).slice(0, MOST_SHOWN);
    let at = 0;
    const rows = groups.flatMap(({ label, options }) => {
      const head = label && at < MOST_SHOWN ? [h("li", { role: "presentation", class: "b-options-head" }, label)] : [];
      return [...head, ...options.slice(0, MOST_SHOWN - at).map((option) => this.#row(option, at++))];
    });
    this.list.replaceChildren(...rows);
    this.note.textContent = note;
    const chosen = this.many ? -1 : this.#options.findIndex((option) => option.value === this.value);
    this.#activate(this.#options.length ? Math.max(chosen, 0) : -1);
  }

  #row({ value, words: label, hint }, at) {
    const chosen = this.many ? this.value.includes(value) : this.value === value;
    return h(
      "li",
      {
        role: "option",
        id: `${this.spec.id}-${at}`,
        class: "b-option",
        "data-at": at,
        "aria-selected": String(chosen),
      },
      h("bdi", {}, label),
      hint && h("bdi", { class: "b-option-hint" }, hint),
    );
  }

  #activate(at) {
    this.#active = at;
    for (const row of this.list.querySelectorAll(".b-active")) row.classList.remove("b-active");
    const row = at < 0 ? null : this.list.querySelector(`[data-at="${at}"]`);
    row?.classList.add("b-active");
    row?.scrollIntoView({ block: "nearest" });
    if (row) this.input.setAttribute("aria-activedescendant", row.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    if (event.isComposing) return;
    if (!this.#hide) {
      this.#closedKey(event);
      return;
    }
    const last = this.#options.length - 1;
    const steps = {
      ArrowDown: this.#active < last ? this.#active + 1 : 0,
      ArrowUp: this.#active > 0 ? this.#active - 1 : last,
    };
    const moves = { ...steps, Home: Math.min(0, last), End: last };
    if (event.key in moves) this.#activate(moves[event.key]);
    else if (event.key === "Enter") this.#pick(this.#options[this.#active]);
    else if (event.key === "Escape") this.#close();
    else {
      if (event.key === "Tab") this.#close();
      if (event.key === "Backspace") this.#backspace();
      return;
    }
    // Neither the form nor the dialog shall take the key.
    event.preventDefault();
    event.stopPropagation();
  }

  #closedKey(event) {
    if (["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) {
      event.preventDefault();
      this.#open();
    } else if (event.key === "Backspace") {
      if (!this.many && !this.clear.hidden) this.#empty();
      this.#backspace();
      if (!this.many) event.preventDefault();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) this.#open();
  }

  #backspace() {
    if (!this.many || this.input.value || !this.value.length) return;
    this.#set(this.value.slice(0, -1));
    if (!this.#hide) this.#tell();
  }

  async #pick(option) {
    if (!option) return;
    if (!this.many) {
      const before = this.value;
      this.#set(option.value);
      this.#close();
      if (!(await commit(this.spec, option.value))) this.#set(before);
      return;
    }
    const has = this.value.includes(option.value);
    const most = this.spec.item.max_selected_items ?? Infinity;
    if (!has && this.value.length >= most) {
      this.note.textContent = `At most ${most}`;
      return;
    }
    this.#set(has ? this.value.filter((one) => one !== option.value) : [...this.value, option.value]);
    this.input.value = "";
    const at = this.#active;
    await this.#find("");
    this.#activate(Math.min(at, this.#options.length - 1));
  }

  #empty() {
    this.#set(null);
    this.spec.place.keep(this.spec.block, this.spec.item, null);
    this.input.focus();
  }

  /** The app hears of a list once it is complete: when the menu closes. */
  async #tell() {
    const now = JSON.stringify(this.value);
    if (now === this.told) return;
    const before = this.told;
    this.told = now;
    if (await commit(this.spec, this.value)) return;
    this.told = before;
    this.#set(JSON.parse(before));
  }
}
