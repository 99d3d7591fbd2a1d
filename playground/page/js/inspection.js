/** What the app says of one message. */

import { ask } from "./act.js";
import { context } from "./context.js";
import { h } from "./dom.js";
import { authorOf } from "./message.js";
import { plainText } from "./render/message.js";
import * as store from "./store.js";

export class Inspection {
  constructor() {
    this.element = h("div", { class: "inspection" });
    this.sign = "";
  }

  /** Ask again when another message is chosen, or this one has changed. */
  async look(user) {
    const chosen = store.get("inspected");
    if (!chosen) return this.element.replaceChildren(hint());
    const message = find(chosen);
    const sign = JSON.stringify([chosen, user, message]);
    if (sign === this.sign) return;
    this.sign = sign;
    const answer = await ask(`/page/inspect?${new URLSearchParams({ user, ...chosen })}`);
    if (sign !== this.sign) return;
    this.element.replaceChildren(quoted(message), ...(answer.sections ? sections(answer.sections) : [refusal(answer)]));
  }
}

function find({ ts }) {
  const lists = [store.get("room"), store.get("thread")];
  return lists.flatMap((one) => one?.messages ?? []).find((one) => one.ts === ts);
}

function hint() {
  return h("p", { class: "empty" }, "Choose “Look behind the curtain” on a message: here stands how the app reads it, and why.");
}

function quoted(message) {
  if (!message) return "";
  return h("blockquote", {}, h("b", {}, authorOf(message).name), h("p", {}, plainText(message, context).slice(0, 300)));
}

function refusal({ error, remedy }) {
  return h("p", { class: "empty" }, [error, remedy].filter(Boolean).join(": "), ".");
}

function sections(list) {
  if (!list.length) return [h("p", { class: "empty" }, "The app has nothing to say of this message.")];
  return list.map(({ title, rows }) =>
    h(
      "section",
      {},
      h("h3", {}, title),
      h(
        "dl",
        {},
        (rows ?? []).map(([label, value]) => h("div", {}, h("dt", {}, label), h("dd", {}, text(value)))),
      ),
    ),
  );
}

function text(value) {
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}
