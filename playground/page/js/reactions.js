/** The row of reactions under a message, and the panel to choose one from. */

import { act } from "./act.js";
import { me, person } from "./context.js";
import { h } from "./dom.js";
import { namesInWords } from "./faces.js";
import { icon } from "./icons.js";
import { Keyed } from "./keyed.js";
import { popup } from "./popup.js";
import { emoji, emojiNames } from "./render/emoji.js";

const SHOWN = 270;
const USUAL = "thumbsup eyes white_check_mark raised_hands heart tada pray rocket thinking_face joy wave 100".split(" ");

export class Reactions {
  constructor() {
    this.element = h("div", { class: "reactions" });
    this.keyed = new Keyed(this.element);
  }

  update(message, channel) {
    const list = message.reactions ?? [];
    const entries = list.map((one) => ({
      key: one.name,
      sign: JSON.stringify([one.users, me().id]),
      make: () => reaction(one, message, channel),
    }));
    if (list.length) entries.push({ key: "+", sign: message.ts, make: () => adder(message, channel) });
    this.keyed.show(entries);
  }
}

function reaction({ name, users, count }, message, channel) {
  const isMine = users.includes(me().id);
  const who = `${namesInWords(users.map(person), me().id)} reacted with :${name}:`;
  return h(
    "button",
    {
      type: "button",
      class: isMine ? "reaction mine" : "reaction",
      "aria-pressed": String(isMine),
      title: who,
      "aria-label": `${count} ${name.replaceAll("_", " ")}, ${who}`,
      onclick: () => toggle(message, channel, name, isMine),
    },
    h("span", { class: "emoji", "aria-hidden": "true" }, emoji(name) ?? `:${name}:`),
    h("span", { class: "count" }, String(count)),
  );
}

function adder(message, channel) {
  const button = h(
    "button",
    { type: "button", class: "reaction add", "aria-label": "Add reaction", "aria-haspopup": "dialog", title: "Add reaction" },
    icon("smile"),
  );
  button.addEventListener("click", () => pickReaction(button, message, channel));
  return button;
}

function toggle(message, channel, name, isMine) {
  return act(isMine ? "unreact" : "react", { channel, ts: message.ts, name });
}

/** Open the panel beside `anchor`; the reaction chosen is given to the message, or taken back. */
export function pickReaction(anchor, message, channel) {
  pickEmoji(anchor, (name) => {
    const had = message.reactions?.find((one) => one.name === name);
    toggle(message, channel, name, Boolean(had?.users.includes(me().id)));
  });
}

/** Open the panel of all emoji beside `anchor`. */
export function pickEmoji(anchor, onPick) {
  const grid = h("div", { class: "emoji-grid", onkeydown: walk });
  const field = h("input", {
    type: "search",
    class: "field",
    autofocus: true,
    placeholder: "Search emoji",
    "aria-label": "Search emoji",
  });
  const close = popup(anchor, h("div", { class: "emoji-panel", role: "dialog", "aria-label": "Emoji" }, field, grid));
  const pick = (name) => {
    close();
    onPick(name);
  };
  const fill = () => grid.replaceChildren(...found(field.value).map((name) => choice(name, pick)));
  field.addEventListener("input", fill);
  field.addEventListener("keydown", (event) => {
    const first = grid.querySelector("button");
    if (event.key === "Enter") first?.click();
    else if (event.key === "ArrowDown") first?.focus();
    else return;
    event.preventDefault();
  });
  fill();
}

function found(typed) {
  const asked = typed.trim().toLowerCase().replaceAll(" ", "_").replaceAll(":", "");
  const all = emojiNames().map(([name]) => name);
  if (!asked) return [...USUAL.filter(emoji), ...firstNames()].slice(0, SHOWN);
  const hits = all.filter((name) => name.includes(asked));
  return hits.sort((one, other) => rank(one, asked) - rank(other, asked)).slice(0, SHOWN);
}

/** One name for each emoji, faces and hands before all others. */
function firstNames() {
  const names = new Map(
    emojiNames()
      .map(([name, char]) => [char, name])
      .reverse(),
  );
  for (const name of USUAL) names.delete(emoji(name));
  return [...names].sort(([one], [other]) => weight(one) - weight(other)).map(([, name]) => name);
}

/** Faces are U+1F600 to U+1F64F; keycaps, letters and arrows come last. */
function weight(char) {
  const code = char.codePointAt(0);
  if (code >= 0x1f600 && code <= 0x1f64f) return code - 0x1f600;
  return code > 0x1f300 ? code : code + 0x20000;
}

function rank(name, asked) {
  return (name.startsWith(asked) ? 0 : 100) + name.length;
}

function choice(name, pick) {
  const label = name.replaceAll("_", " ");
  return h(
    "button",
    { type: "button", class: "emoji-choice", title: `:${name}:`, "aria-label": label, onclick: () => pick(name) },
    emoji(name),
  );
}

function walk(event) {
  const all = [...event.currentTarget.children];
  const here = all.indexOf(document.activeElement);
  const wide = Math.max(1, Math.round(event.currentTarget.clientWidth / (all[0]?.offsetWidth || 1)));
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: wide, ArrowUp: -wide }[event.key];
  if (!step || here < 0) return;
  event.preventDefault();
  if (here + step < 0) event.currentTarget.previousSibling.focus();
  else all[here + step]?.focus();
}
