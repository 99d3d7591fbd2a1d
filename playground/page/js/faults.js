/** What can go wrong between Slack and an app, to be ordered by a switch. */

import { act, ask, complain } from "./act.js";
import { now, zone } from "./context.js";
import { h } from "./dom.js";
import { hold, unlessHeld } from "./hold.js";
import { inWords } from "./reasons.js";
import * as store from "./store.js";
import { clockSeconds, clockTime, dayKey, shortDay } from "./time.js";

const LONG = 5; // seconds: shorter waits are part of every busy app's day
const LOOK = 1000;
const KINDS = { ratelimit: "answer 429", drop_reply: "lose the reply", down: "the app is down", duplicate: "deliver twice" };
const UNITS = [
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
];

const ORDERS = [
  {
    title: "Slack answers 429",
    shows: "The next chat.postMessage is refused for 30 seconds. The app waits, and posts once.",
    fault: { kind: "ratelimit", method: "chat.postMessage", seconds: 30 },
  },
  {
    title: "Lose the next reply",
    shows: "The next chat.postMessage is done, but the app hears nothing of it. It must not post twice.",
    fault: { kind: "drop_reply", method: "chat.postMessage" },
  },
  {
    title: "Bot down for 3 hours",
    shows: "Nothing reaches the app for three hours. Afterwards it catches up with what it missed.",
    fault: { kind: "down", seconds: 10_800 },
  },
  {
    title: "Deliver twice",
    shows: "Every event comes a second time. The app does everything once.",
    fault: { kind: "duplicate", times: -1 },
  },
];

export class FaultList {
  constructor() {
    this.refused = new Map();
    this.pending = new Set();
    this.switches = h("ul", { class: "switches" });
    this.active = h("ul", { class: "faults" });
    this.none = h("p", { class: "empty" }, "Nothing is ordered: all goes well.");
    this.element = h(
      "div",
      { class: "faults-panel" },
      h("p", { class: "muted" }, "Order what goes wrong, then see under Events and Calls how the app copes."),
      this.switches,
      h("h3", {}, "In force"),
      this.none,
      this.active,
    );
  }

  /** News of the stream: who was told to wait is refused until then, also once the fault is used up. */
  take(news) {
    for (const { method, at, status, retry_after: wait } of news.flatMap(({ entries }) => entries ?? [])) {
      if (status === 429 && wait >= LONG) this.refused.set(method, new Date(Date.parse(at) + wait * 1000));
    }
    this.show();
  }

  show() {
    for (const [method, until] of this.refused) if (until <= now()) this.refused.delete(method);
    clearTimeout(this.timer);
    if (this.refused.size) this.timer = setTimeout(() => this.show(), LOOK);
    const faults = store.get("faults") ?? [];
    const sign = JSON.stringify([faults, [...this.refused], zone()]);
    if (sign !== this.sign) this.build(faults);
    this.sign = sign;
    hold(this.switches.querySelectorAll("button"));
  }

  build(faults) {
    const focused = this.element.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
    const waits = [...this.refused].map(([method, until]) => refusedLine(method, until));
    this.switches.replaceChildren(...ORDERS.map((order) => this.line(order, faults)));
    this.active.replaceChildren(...faults.map((fault) => this.activeLine(fault)), ...waits);
    this.none.hidden = this.active.children.length > 0;
    if (focused) [...this.element.querySelectorAll("button")].find((one) => one.getAttribute("aria-label") === focused)?.focus();
  }

  line({ title, shows, fault }, faults) {
    const found = faults.find((one) => matches(one, fault));
    const flip = () => (found ? end(found.id) : act("fault", { user: null, ...fault }));
    return h(
      "li",
      {},
      h("div", {}, h("b", {}, title), h("p", { class: "muted" }, shows)),
      h("button", {
        type: "button",
        role: "switch",
        class: "switch",
        "aria-checked": String(Boolean(found)),
        "aria-label": title,
        onclick: unlessHeld((event) => this.once(event, title, flip)),
      }),
    );
  }

  activeLine(fault) {
    const { id, kind, method, error } = fault;
    const about = [method, howLong(fault), error && inWords(error)].filter(Boolean).join(" · ");
    const stop = (event) => this.once(event, id, () => end(id));
    return h(
      "li",
      {},
      h("div", {}, h("b", {}, sentence(KINDS[kind] ?? inWords(kind))), h("p", { class: "muted" }, about)),
      h("button", { type: "button", class: "button small", "aria-label": `End ${kind} ${id}`, onclick: stop }, "End"),
    );
  }

  /** The second click of two in a row is no order of its own. */
  async once(event, key, order) {
    if (event.detail > 1 || this.pending.has(key)) return;
    this.pending.add(key);
    await order();
    this.pending.delete(key);
  }
}

function refusedLine(method, until) {
  const words = `Slack refuses it until ${clockSeconds(until, zone())}: so the app was told to wait.`;
  return h("li", {}, h("div", {}, h("b", {}, method), h("p", { class: "muted" }, words)));
}

function matches(one, fault) {
  const isAsLong = one.kind === "down" || (fault.times === -1) === (one.times === null);
  return one.kind === fault.kind && (one.method || "") === (fault.method ?? "") && isAsLong;
}

/** "3 hours, until 15:01", "once · 30 seconds", "until you end it" */
function howLong({ times, seconds, until }) {
  if (until) return [seconds && span(seconds), `until ${whenOver(new Date(until))}`].filter(Boolean).join(", ");
  const often = times === null ? "until you end it" : times === 1 ? "once" : `${times} times`;
  return seconds ? `${often} · ${span(seconds)}` : often;
}

function whenOver(date) {
  const time = clockTime(date, zone());
  return dayKey(date, zone()) === dayKey(now(), zone()) ? time : `${shortDay(date, zone())}, ${time}`;
}

function span(seconds) {
  const [size, unit] = UNITS.find(([each]) => seconds >= each && seconds % each === 0) ?? [1, "second"];
  const count = seconds / size;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

async function end(id) {
  const answer = await ask(`/control/fault/${encodeURIComponent(id)}`, { method: "DELETE" });
  if (!answer.ok) complain(answer);
}
