/** The messages of a room or a thread: day lines, the "New" line, rows; arrow keys move from one to the next. */

import { me, now, zone } from "./context.js";
import { h } from "./dom.js";
import { isEdited } from "./editor.js";
import { Keyed } from "./keyed.js";
import { isLine, isTombstone, Row } from "./message.js";
import { noteRow } from "./notes.js";
import { closeStops, openStops } from "./tabbing.js";
import { dayKey, dayName, tsDate } from "./time.js";

const TOGETHER = 300; // seconds in which messages of one author stand together
const NEAR = 48; // pixels from the end that still count as being there

export class MessageList {
  /** @param {"room"|"thread"} where */
  constructor(where, label) {
    this.where = where;
    this.rows = new Map();
    this.list = h("ol", {
      class: "messages",
      "aria-label": label,
      onkeydown: (event) => this.key(event),
      onfocusin: (event) => this.rove(event),
    });
    this.top = h("div", { class: "list-top" });
    this.scroller = h("div", { class: "scroller", tabindex: "-1" }, this.top, this.list);
    this.element = this.scroller;
    this.keyed = new Keyed(this.list);
    this.isAtEnd = true;
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.watcher = new ResizeObserver(() => this.isAtEnd && this.toEnd());
    this.watcher.observe(this.list);
    this.watcher.observe(this.scroller);
    this.onScroll = () => {};
  }

  /**
   * Show these messages and keep the place.
   *
   * @param {Array<object>} messages oldest first
   * @param {{channel: string, firstNew?: string, at?: string, names: string, notes?: Array<object>}} view
   */
  show(messages, view) {
    const anchor = this.anchor();
    const focused = document.activeElement?.closest(".message");
    const at = this.items().indexOf(focused);
    this.keyed.show(this.entries(messages, view));
    if (at >= 0 && !focused.isConnected) this.focusNear(at);
    for (const ts of this.rows.keys()) if (!this.keyed.shown.has(ts)) this.rows.delete(ts);
    this.keepRoving();
    if (this.isAtEnd) this.toEnd();
    else this.restore(anchor);
  }

  entries(messages, view) {
    const entries = [];
    const today = dayKey(now(), zone());
    const notes = [...(view.notes ?? [])];
    let before = null;
    for (const message of messages) {
      while (notes.length && notes[0].at < Number(message.ts)) entries.push(noteEntry(notes.shift()));
      const day = dayKey(tsDate(message.ts), zone());
      const isNewDay = this.where === "room" && day !== (before && dayKey(tsDate(before.ts), zone()));
      if (isNewDay) entries.push(dayLine(message, day, today));
      const isNew = message.ts === view.firstNew;
      if (isNew) entries.push({ key: "new", sign: "", make: newLine });
      const grouped = !isNewDay && !isNew && isGrouped(before, message, this.where);
      entries.push(this.entry(message, { ...view, grouped, today }));
      before = message;
    }
    return [...entries, ...notes.map(noteEntry)];
  }

  entry(message, { channel, at, names, grouped, today }) {
    const flags = { channel, grouped, names, today, marked: message.ts === at };
    const update = () => this.row(message.ts).update(message, flags);
    const make = () => {
      this.rows.set(message.ts, new Row(this.where));
      update();
      return this.row(message.ts).element;
    };
    return { key: message.ts, sign: JSON.stringify([message, flags, me().id, zone(), isEdited(channel, message.ts, this.where)]), make, change: update };
  }

  row(ts) {
    return this.rows.get(ts);
  }

  // scrolling

  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    this.onScroll();
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** Bring a message, or the "New" line, into view; false when it is not there. */
  reveal(key, block = "center") {
    const element = this.keyed.shown.get(key)?.element;
    if (!element) return false;
    element.scrollIntoView({ block });
    this.scrolled();
    return true;
  }

  /** The first row in view and how far down it stands. */
  anchor() {
    const top = this.scroller.getBoundingClientRect().top;
    const row = [...this.rows.values()].find(({ element }) => element.getBoundingClientRect().bottom > top);
    return row && { element: row.element, offset: row.element.getBoundingClientRect().top };
  }

  restore(anchor) {
    if (!anchor?.element.isConnected) return;
    this.scroller.scrollTop += anchor.element.getBoundingClientRect().top - anchor.offset;
  }

  // the keyboard

  items() {
    return [...this.list.querySelectorAll(":scope > .message")];
  }

  /** The message that had the focus is gone. */
  focusNear(at) {
    const items = this.items();
    (items[at] ?? items.at(-1))?.focus({ preventScroll: true });
  }

  keepRoving() {
    const items = this.items();
    const here = items.find((item) => item.tabIndex === 0) ?? items.at(-1);
    for (const item of items) if (item !== here) closeStops(item);
    if (here) this.stopAt(here);
  }

  rove(event) {
    const row = event.target.closest(".message");
    if (!row || row.tabIndex === 0) return;
    for (const item of this.items()) {
      if (item.tabIndex === 0) closeStops(item);
      item.tabIndex = -1;
    }
    this.stopAt(row);
  }

  stopAt(row) {
    row.tabIndex = 0;
    openStops(row);
  }

  key(event) {
    const row = event.target;
    if (!row.classList?.contains("message")) return;
    const items = this.items();
    const here = items.indexOf(row);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Enter") this.row(row.dataset.ts)?.openMenu();
    else if (to === undefined) return;
    else items[Math.max(0, to)]?.focus();
    event.preventDefault();
  }
}

function noteEntry(note) {
  return { key: note.id, sign: note.state, make: () => noteRow(note) };
}

/** The ts of the first message of others after a mark; empty where there is none, or nothing stands before it. */
export function firstNew(messages, mark) {
  const isNew = (one) => one.ts > mark && one.user !== me().id && !one.is_ephemeral && !isLine(one);
  const at = messages.findIndex(isNew);
  return at > 0 ? messages[at].ts : "";
}

function isGrouped(before, message, where) {
  if (!before || isLine(before) || isLine(message) || isTombstone(before) || isTombstone(message)) return false;
  if (before.is_ephemeral !== message.is_ephemeral || message.subtype === "thread_broadcast") return false;
  if (where === "thread" && before.reply_count) return false;
  const isSame = before.user === message.user && before.bot_id === message.bot_id && before.username === message.username;
  return isSame && Number(message.ts) - Number(before.ts) < TOGETHER;
}

function dayLine(message, day, today) {
  const make = () => h("li", { class: "day" }, h("span", {}, dayName(tsDate(message.ts), now(), zone())));
  return { key: `day ${day}`, sign: today, make };
}

function newLine() {
  return h("li", { class: "new-line" }, h("span", {}, "New"));
}
