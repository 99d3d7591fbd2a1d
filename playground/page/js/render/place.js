/** Where elements stand, in a message or in a view: what they hold, and how the app hears of it. */

import { drafts } from "./drafts.js";
import { problemOf } from "./validate.js";
import { heldOptions, initialOf, isEmpty, ownOptions, plainOf } from "./values.js";

export class Place {
  /**
   * @param {object} context
   * @param {string} scope what drafts are kept under
   * @param {object} target what the control API takes for it: {channel, ts} or {view_id}
   * @param {{state?: object, options?: object}} [known] state.values, and the options suggested by action_id
   */
  constructor(context, scope, target, { state = {}, options = {} } = {}) {
    Object.assign(this, { context, scope, target, state, options });
    /** Hears of answers that are not ok, besides the toast that a page's `act` shows. */
    this.failed = () => {};
  }

  key(block, item) {
    return `${block.block_id ?? ""} ${item.action_id ?? ""}`;
  }

  /** What the element holds, as the control API takes it. */
  value(block, item) {
    const key = this.key(block, item);
    if (drafts.has(this.scope, key)) return drafts.get(this.scope, key);
    const held = this.state[block.block_id]?.[item.action_id];
    return held ? plainOf(item, held) : initialOf(item);
  }

  /** All options known for an element. */
  optionsOf(block, item) {
    const held = heldOptions(this.state[block.block_id]?.[item.action_id]);
    return [...ownOptions(item), ...held, ...(this.options[item.action_id] ?? [])];
  }

  /** Whether the app hears of each change; what it does not hear of is sent with the form. */
  dispatches(block) {
    return block.type !== "input" || Boolean(block.dispatch_action);
  }

  keep(block, item, value) {
    drafts.set(this.scope, this.key(block, item), value);
    if (this.target.view_id) drafts.unsent(this.scope).set(this.key(block, item), { block, item, value });
  }

  /** Keeps a choice, and tells the app of it where it listens. */
  async choose(block, item, value) {
    this.keep(block, item, value);
    if (!this.dispatches(block) || value === null || problemOf({ optional: true }, item, value)) return;
    await this.send(block, item, value);
  }

  /** Tells the app what was clicked or chosen; `value` undefined for what has none. */
  async send(block, item, value) {
    drafts.unsent(this.scope).delete(this.key(block, item));
    await this.#tellTyped();
    const answer = await this.#click(block, item, value);
    this.#settle(block, item, value);
    return answer;
  }

  /** A message's stream tells what its elements hold: from here on the playground knows better. */
  #settle(block, item, value) {
    const key = this.key(block, item);
    const isSame = JSON.stringify(drafts.get(this.scope, key)) === JSON.stringify(value);
    if (this.target.ts && isSame) drafts.drop(this.scope, key);
  }

  isBusy(key) {
    return drafts.busy(this.scope).has(key);
  }

  /** Waits for `work`; meanwhile the element with this key counts as busy, wherever it is shown anew. */
  async busy(key, work) {
    drafts.busy(this.scope).add(key);
    try {
      return await work();
    } finally {
      drafts.busy(this.scope).delete(key);
    }
  }

  async suggest(block, item, query) {
    const asked = { ...this.target, action_id: item.action_id, block_id: block.block_id, value: query };
    const answer = await this.#act("suggest", asked);
    return answer?.options ?? [];
  }

  /** A click tells the app all that the view holds: what was typed is entered first. */
  async #tellTyped() {
    const waiting = [...drafts.unsent(this.scope).values()];
    for (const { block, item, value } of waiting) {
      if (this.dispatches(block) || isEmpty(value) || problemOf({ optional: true }, item, value)) continue;
      drafts.unsent(this.scope).delete(this.key(block, item));
      await this.#click(block, item, value);
    }
  }

  #click(block, item, value) {
    const body = { ...this.target, action_id: item.action_id, block_id: block.block_id };
    if (value !== undefined) body.value = value;
    return this.#act("click", body);
  }

  async #act(call, body) {
    const answer = await this.context.act(call, body);
    if (!answer?.ok) this.failed(answer);
    return answer;
  }
}
