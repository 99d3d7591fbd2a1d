/** A list of what passed between Slack and the app, newest first; each entry opens to its JSON. */

import { zone } from "./context.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { Keyed } from "./keyed.js";
import { isOwn, kindOf, lineOf } from "./passing.js";
import { inWords, isCode } from "./reasons.js";
import { clockSeconds, fullTime } from "./time.js";

const MOST = 400;

export class Entries {
  /**
   * @param {string} hint of the search field
   * @param {function(object): boolean} belongs which entries it shows
   * @param {string} nothing the words when there are none
   */
  constructor(hint, belongs, nothing) {
    this.belongs = belongs;
    this.all = new Map();
    this.turn = 0; // entries are long: their turn tells one version from the next
    this.nothing = h("p", { class: "empty" }, nothing);
    this.field = h("input", {
      type: "search",
      class: "field",
      placeholder: hint,
      "aria-label": hint,
      oninput: () => this.show(),
    });
    this.stop = h("button", { type: "button", class: "tool", onclick: () => this.pause(!this.paused) });
    this.count = h("p", { class: "muted entries-count", role: "status" });
    this.list = h("ul", { class: "entries" });
    this.keyed = new Keyed(this.list);
    this.element = h(
      "div",
      { class: "entries-panel" },
      h("div", { class: "entries-head" }, this.field, this.stop),
      this.count,
      this.nothing,
      this.list,
    );
    this.pause(false);
  }

  pause(isPaused) {
    this.paused = isPaused ? [...this.all.values()] : null;
    this.stop.replaceChildren(icon(isPaused ? "play" : "pause"));
    const label = isPaused ? "Go on showing what is new" : "Pause";
    this.stop.setAttribute("aria-label", label);
    this.stop.title = label;
    this.show();
  }

  /** News of the stream: lists of entries, each new or changed. */
  take(news) {
    for (const { entries = [], fresh } of news) {
      if (fresh) this.all.clear();
      for (const one of entries.filter(this.belongs)) this.all.set(one.key, { ...one, turn: (this.turn += 1) });
    }
    for (const key of [...this.all.keys()].slice(0, -MOST)) this.all.delete(key);
    if (this.element.isConnected) this.show();
  }

  show() {
    const asked = this.field.value.trim().toLowerCase();
    const known = this.paused ?? [...this.all.values()];
    const found = asked ? known.filter((one) => textOf(one).includes(asked)) : known;
    const seen = new Set(this.paused?.map((one) => one.key));
    const waiting = this.paused ? [...this.all.keys()].filter((key) => !seen.has(key)).length : 0;
    this.nothing.hidden = known.length > 0;
    this.count.textContent = this.paused ? `Paused · ${waiting} new` : asked ? `${found.length} of ${known.length}` : "";
    this.keyed.show(
      [...found].reverse().map((one) => ({ key: one.key, sign: `${one.turn} ${zone()}`, make: () => this.entry(one) })),
    );
  }

  entry(one) {
    const was = this.keyed.shown.get(one.key)?.element.firstChild;
    const box = h("details", { class: "entry", open: Boolean(was?.open) }, h("summary", {}, summary(one)));
    const fill = () => box.open && box.children.length === 1 && box.append(h("div", { class: "entry-more" }, details(one)));
    box.addEventListener("toggle", fill);
    fill();
    return h("li", {}, box);
  }
}

const texts = new WeakMap();

/** All that an entry says, for those who search. */
function textOf(one) {
  if (!texts.has(one)) texts.set(one, JSON.stringify(one).toLowerCase());
  return texts.get(one);
}

function summary(one) {
  const at = new Date(one.at);
  const title = one.kind === "call" ? one.method : one.type;
  const kind = kindOf(one);
  const code = one.reply?.ok === false && one.reply.error;
  return [
    h(
      "span",
      { class: "entry-line" },
      h("b", {}, title),
      kind && h("span", { class: "entry-kind" }, `· ${kind}`),
      isOwn(one) && h("span", { class: "own", title: "The app did this itself" }, "app’s own"),
      chip(one),
      h("time", { title: fullTime(at, zone()) }, clockSeconds(at, zone())),
    ),
    h("span", { class: "entry-words" }, code && [h("code", { class: "code" }, code), " "], lineOf(one)),
  ];
}

function chip(one) {
  const [text, kind] = { event: eventChip, call: callChip, interaction: interactionChip }[one.kind](one);
  return h("span", { class: `state ${kind}` }, text);
}

const STATES = {
  delivered: ["delivered", "good"],
  pending: ["on its way", ""],
  retrying: ["trying again", "warn"],
  failed: ["given up", "bad"],
  dropped: ["lost", "bad"],
};

function eventChip({ state, attempts }) {
  const [text, kind] = STATES[state] ?? [state, ""];
  return [attempts.length > 1 ? `${text} · ${attempts.length} attempts` : text, kind];
}

function callChip({ reply, status, retry_after: wait, dropped }) {
  if (dropped) return ["reply lost", "bad"];
  if (status === 429) return [`429 · wait ${wait ?? "?"} s`, "warn"];
  if (!reply) return ["…", ""];
  return reply.ok === false ? [inWords(reply.error ?? "error"), "bad"] : status >= 400 ? [String(status), "bad"] : ["ok", "good"];
}

function interactionChip({ status }) {
  if (!status) return ["no answer", "bad"];
  return status < 300 ? [String(status), "good"] : [String(status), "bad"];
}

function details(one) {
  if (one.kind === "event") return [attempts(one.attempts), json("Envelope", one.envelope)];
  if (one.kind === "call") return [json("Arguments", one.args), json("Reply", one.reply)];
  return [json("Payload", one.payload), json("Answer", one.response)];
}

function attempts(list) {
  const row = ({ n, at, transport, status, reason }) =>
    h(
      "li",
      {},
      h("b", {}, n ? `Retry ${n}` : "First attempt"),
      ` ${at ? clockSeconds(new Date(at), zone()) : ""} · ${transport ?? ""} · ${status || "no answer"}`,
      reason && [` · ${inWords(reason)} `, isCode(reason) && h("code", { class: "code" }, reason)],
    );
  return h("ol", { class: "attempts" }, list.map(row));
}

function json(title, value) {
  if (value === null || value === undefined || value === "") return null;
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return [h("h3", {}, title), h("pre", { tabindex: "0", "aria-label": title }, text)];
}
