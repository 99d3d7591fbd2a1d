/** What one can do with a message: the few buttons on it, and the menu with everything. */

import { act } from "./act.js";
import { currentRoom, me, openThread } from "./context.js";
import { inspect } from "./curtain.js";
import { h } from "./dom.js";
import { edit } from "./editor.js";
import { icon } from "./icons.js";
import { isLine, isTombstone, linkOf } from "./message.js";
import { confirm, menu } from "./popup.js";
import { pickReaction } from "./reactions.js";
import * as store from "./store.js";
import { toast } from "./toasts.js";

/** The buttons that appear on a message. */
export function toolbar(row) {
  const { message } = row;
  const more = button("more", "More actions", (event) => moreMenu(event.currentTarget, row));
  more.setAttribute("aria-haspopup", "menu");
  const common = [button("eye", "Look behind the curtain", () => inspect(row.channel, message.ts)), more];
  const social = isSocial(message)
    ? [
        reactButton(row),
        row.where === "room" && button("reply", "Reply in thread", () => openThread(row.channel, threadOf(message))),
        button("link", "Copy link", () => copyLink(message)),
      ]
    : [];
  return h("div", { class: "tools", role: "group", "aria-label": "Message actions" }, social, common);
}

function reactButton(row) {
  const react = button("smile", "Add reaction", () => pickReaction(react, row.message, row.channel));
  react.setAttribute("aria-haspopup", "dialog");
  return react;
}

function button(drawing, label, onclick) {
  return h("button", { type: "button", class: "tool", "aria-label": label, title: label, onclick }, icon(drawing));
}

/** Whether others see it, so that it can be answered and reacted to. */
function isSocial(message) {
  return !message.is_ephemeral && !isTombstone(message) && currentRoom()?.is_member !== false;
}

function threadOf(message) {
  return message.thread_ts ?? message.ts;
}

/** The menu with everything one can do with a row's message. */
export function moreMenu(anchor, row) {
  const { message, channel } = row;
  const social = isSocial(message);
  menu(
    anchor,
    [
      social && item("smile", "Add reaction", () => pickReaction(anchor, message, channel)),
      social && row.where === "room" && item("reply", "Reply in thread", () => openThread(channel, threadOf(message))),
      !message.is_ephemeral && item("link", "Copy link", () => copyLink(message)),
      ...(social ? shortcuts(message, channel) : []),
      ...own(row),
      message.is_ephemeral && item("close", "Dismiss message", () => dismiss(message)),
      null,
      item("eye", "Look behind the curtain", () => inspect(channel, message.ts)),
    ].filter((one) => one !== false),
    "Message actions",
  );
}

function item(drawing, label, onChosen, more = {}) {
  return { icon: icon(drawing), label, act: onChosen, ...more };
}

function shortcuts(message, channel) {
  const app = store.get("app");
  const known = (app?.shortcuts ?? []).filter((one) => one.type === "message");
  if (!known.length || isLine(message)) return [];
  const items = known.map((one) =>
    item("bolt", one.name, () => act("shortcut", { callback_id: one.callback_id, channel, ts: message.ts }), {
      hint: one.description,
    }),
  );
  return [null, { title: app.name }, ...items];
}

function own({ message, channel, where }) {
  if (message.user !== me().id || message.is_ephemeral || isLine(message)) return [];
  return [
    null,
    item("pencil", "Edit message", () => edit(channel, message.ts, where)),
    item("bin", "Delete message", () => remove(message, channel), { danger: true }),
  ];
}

async function remove(message, channel) {
  const asked = { title: "Delete this message?", text: "It disappears for everybody. This cannot be undone.", yes: "Delete" };
  if (await confirm(asked)) act("delete", { channel, ts: message.ts });
}

function dismiss(message) {
  store.set("dismissed", new Set([...(store.get("dismissed") ?? []), message.ts]));
}

async function copyLink(message) {
  const link = location.origin + linkOf(message);
  try {
    await navigator.clipboard.writeText(link);
    toast("Link copied");
  } catch {
    toast(link); // a page that may not copy shows what to copy
  }
}
