/** What can go wrong between Slack and an app, to be ordered by a switch. */

import { act, ask, complain } from "./act.js";
import { h } from "./dom.js";
import * as store from "./store.js";

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

  show() {
    const faults = store.get("faults") ?? [];
    const sign = JSON.stringify(faults);
    if (sign === this.sign) return;
    const focused = this.element.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
    this.sign = sign;
    this.switches.replaceChildren(...ORDERS.map((order) => line(order, faults)));
    this.active.replaceChildren(...faults.map(activeLine));
    this.none.hidden = faults.length > 0;
    if (focused) [...this.element.querySelectorAll("button")].find((one) => one.getAttribute("aria-label") === focused)?.focus();
  }
}

function line({ title, shows, fault }, faults) {
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
      onclick: flip,
    }),
  );
}

function matches(one, fault) {
  const isAsLong = one.kind === "down" || (fault.times === -1) === (one.times === null);
  return one.kind === fault.kind && (one.method || "") === (fault.method ?? "") && isAsLong;
}

function activeLine(fault) {
  const { id, kind, method, times, seconds, error } = fault;
  const often = times === null ? "until ended" : times === 1 ? "once" : `${times} times`;
  const about = [method, often, seconds ? `${seconds} s` : "", error].filter(Boolean).join(" · ");
  return h(
    "li",
    {},
    h("div", {}, h("b", {}, kind.replaceAll("_", " ")), h("p", { class: "muted" }, about)),
    h("button", { type: "button", class: "button small", "aria-label": `End ${kind} ${id}`, onclick: () => end(id) }, "End"),
  );
}

async function end(id) {
  const answer = await ask(`/control/fault/${encodeURIComponent(id)}`, { method: "DELETE" });
  if (!answer.ok) complain(answer);
}
