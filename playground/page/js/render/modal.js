/** The dialog that shows a stack of modals: it stays while its views change. */

import { h } from "../dom.js";
import { blockNode } from "./block.js";
import { drafts } from "./drafts.js";
import { controlsOf, showProblem } from "./field.js";
import { focusKey, focusOf } from "./focus.js";
import { plainNodes, words } from "./mrkdwn.js";
import { problemOf } from "./validate.js";

const TROUBLE = "That did not go through.";
const REASONS = {
  operation_timeout: "The app didn't respond in time.",
  connection_failed: "The app can't be reached.",
};
const FIELDS = "input:enabled, textarea:enabled, [contenteditable=true]";
let count = 0;

export class Modal {
  #view = null;
  #stack = [];
  #fields = new Map();
  #errors = "{}";
  #sending = false;

  /** `placeOf(view, context)` makes the Place of a view's elements. */
  constructor(context, placeOf) {
    this.context = { ...context, act: context.send }; // what fails is told in the foot: a toast would lie behind the dialog
    this.placeOf = placeOf;
    count += 1;
    this.title = h("h2", { class: "v-title", id: `modal${count}` });
    this.back = h(
      "button",
      { type: "button", class: "v-icon", "aria-label": "Back", onclick: () => this.#close(false) },
      "‹",
    );
    this.cross = h(
      "button",
      { type: "button", class: "v-icon v-cross", "aria-label": "Close", onclick: () => this.#close(true) },
      "×",
    );
    this.body = h("div", { class: "v-body", tabindex: "-1" });
    this.trouble = h("div", { class: "v-trouble", role: "alert" });
    this.cancel = h("button", { type: "button", class: "b-button", onclick: () => this.#close(false) });
    this.submit = h("button", { type: "submit", class: "b-button b-primary" });
    const head = h("div", { class: "v-head" }, this.back, this.title, this.cross);
    const foot = h("div", { class: "v-foot" }, this.trouble, this.cancel, this.submit);
    this.form = h("form", { class: "v-form", novalidate: true, method: "dialog" }, head, this.body, foot);
    this.dialog = h("dialog", { class: "v-modal", "aria-labelledby": this.title.id }, this.form);
    this.#listen();
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    // The playground closes views; the dialog follows. Escape must not close it first.
    this.dialog.addEventListener("cancel", (event) => {
      if (event.target !== this.dialog) return;
      event.preventDefault();
      this.#close(false);
    });
    this.dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      this.#close(false);
    });
  }

  /** Shows the uppermost view; `stack` are the ids of all, the lowest first. */
  show(view, stack) {
    const isNew = this.#view?.id !== view.id;
    for (const id of this.#stack) if (!stack.includes(id)) drafts.forget(`v ${id}`);
    this.#stack = stack;
    this.#open();
    const changed =
      isNew || view.hash !== this.#view.hash || JSON.stringify(view.blocks) !== JSON.stringify(this.#view.blocks);
    const before = isNew ? [] : this.#view.blocks;
    this.#view = view;
    this.#frame();
    if (changed) this.#fill(view, before, isNew);
    this.#complain(view.errors ?? {}, changed);
    if (isNew) this.#focusFirst();
    else if (!this.#hasFocus()) this.body.focus({ preventScroll: true }); // what had it is gone
  }

  #open() {
    if (this.dialog.open) return;
    const { activeElement: active } = document;
    this.opener = { node: active, scope: active?.closest?.("[data-scope]")?.dataset.scope, key: active?.dataset?.key };
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  #frame() {
    const { title, close, submit, submit_disabled: disabled } = this.#view;
    this.title.replaceChildren(...plainNodes(title?.text ?? ""));
    this.back.hidden = this.#stack.length < 2;
    this.cancel.textContent = words(close) || (submit ? "Cancel" : "Close");
    this.submit.textContent = words(submit);
    this.submit.hidden = !submit;
    this.submit.disabled = Boolean(disabled);
  }

  /** Blocks that stay as they are keep their nodes, and with them focus, caret and open menus. */
  #fill(view, before, isNew) {
    this.place = this.placeOf(view, this.context);
    this.place.failed = (answer) => this.#fail(answer);
    this.body.dataset.scope = this.place.scope;
    const old = isNew ? new Map() : this.#fields;
    const kept = new Map(before.map((block) => [block.block_id, JSON.stringify(block)]));
    const focused = focusOf(this.body);
    this.#fields = new Map();
    const nodes = view.blocks.map((block, at) => {
      const id = block.block_id ?? `#${at}`;
      const isSame = old.has(id) && kept.get(id) === JSON.stringify(block);
      const node = isSame ? old.get(id) : blockNode(block, this.place);
      this.#fields.set(id, node);
      return node;
    });
    settle(this.body, nodes);
    if (!isNew) refocus(this.body, focused);
    else this.trouble.textContent = "";
  }

  /** What the app says is wrong. Words of its own are told once: typing takes them away. */
  #complain(errors, isChanged) {
    const now = JSON.stringify(errors);
    if (now === this.#errors && !isChanged) return;
    for (const id of Object.keys(JSON.parse(this.#errors))) if (!(id in errors)) this.#tell(id, "");
    this.#errors = now;
    const [first] = [...this.#fields.keys()].filter((id) => this.#tell(id, errors[id]));
    if (first) this.#focusField(first);
    else if (Object.keys(errors).length) this.trouble.textContent ||= TROUBLE; // the answer says more, and may come first
  }

  #tell(id, text) {
    const node = this.#fields.get(id);
    if (!node?.querySelector(".b-error") || typeof text !== "string") return false;
    showProblem(node, text);
    return true;
  }

  #focusField(id) {
    const node = this.#fields.get(id);
    node?.scrollIntoView({ block: "nearest" });
    controlsOf(node)[0]?.focus();
  }

  #focusFirst() {
    const wanted =
      this.body.querySelector("[data-first]") ??
      this.body.querySelector(FIELDS) ??
      this.body.querySelector("button:enabled, a[href]");
    (wanted ?? this.body).focus();
    this.body.scrollTop = 0;
  }

  #hasFocus() {
    const { activeElement: active } = document;
    return this.dialog.contains(active) && active.checkVisibility();
  }

  #inputs() {
    return this.#view.blocks.filter((block) => block.type === "input" && block.element?.action_id);
  }

  /** Tells what is wrong at each input; true when nothing is. */
  #check() {
    const wrong = this.#inputs().filter((block) => {
      const problem = problemOf(block, block.element, this.place.value(block, block.element));
      this.#tell(block.block_id, problem ?? "");
      return problem;
    });
    if (wrong.length) this.#focusField(wrong[0].block_id);
    return !wrong.length;
  }

  #values() {
    const values = {};
    for (const block of this.#inputs()) {
      const { element } = block;
      if (!drafts.has(this.place.scope, this.place.key(block, element))) continue;
      values[block.block_id] = { [element.action_id]: this.place.value(block, element) };
    }
    return values;
  }

  async #send() {
    if (this.#sending || !this.#view.submit || this.#view.submit_disabled || !this.#check()) return;
    this.#sending = true;
    this.trouble.textContent = "";
    this.#errors = "{}";
    this.submit.setAttribute("aria-busy", "true");
    const { id } = this.#view;
    const answer = await this.context.act("submit", { view_id: id, values: this.#values() });
    this.#sending = false;
    this.submit.removeAttribute("aria-busy");
    if (!answer?.ok && this.#view?.id === id) this.#fail(answer);
    else this.#complain(this.#view?.id === id ? (this.#view.errors ?? {}) : {}, false);
  }

  /** Tell what failed. */
  #fail(answer) {
    const { error = "", remedy = "" } = answer ?? {};
    this.trouble.textContent = REASONS[error] ?? ([error, remedy].filter(Boolean).join(": ") || TROUBLE);
  }

  /** The button closes the uppermost, the cross all of them. */
  async #close(clear) {
    if (!this.#view) return;
    const answer = await this.context.act("close", { view_id: this.#view.id, ...(clear && { clear: true }) });
    if (!answer?.ok) this.#fail(answer);
  }

  /** Takes the dialog away, and gives the focus back to where it was. */
  end() {
    for (const id of this.#stack) drafts.forget(`v ${id}`);
    this.dialog.close();
    this.dialog.remove();
    const { node, scope, key } = this.opener ?? {};
    if (node?.isConnected) node.focus();
    else if (scope && key) {
      const root = document.querySelector(`[data-scope="${CSS.escape(scope)}"]`);
      if (root) focusKey(root, { key });
    }
  }
}

/** Makes `nodes` the children, and moves none that stands right: a moved one would lose the focus. */
function settle(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, at) => {
    if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
  });
}

function refocus(root, focused) {
  if (focused && !focused.active.isConnected) focusKey(root, focused);
}
