/** The pane beside a conversation that shows one thread of it. */

import { announce } from "./announcer.js";
import { Composer, placeName } from "./composer.js";
import { context, currentRoom, me, roomName } from "./context.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { MessageList } from "./list.js";
import { authorOf } from "./message.js";
import { notesOf } from "./notes.js";
import { hasFinger } from "./pointer.js";
import { plainText } from "./render/message.js";
import { editLast, namesSign } from "./room.js";
import { go, route } from "./routes.js";
import * as store from "./store.js";

export class ThreadPane {
  constructor(element) {
    this.element = element;
    this.key = "";
    store.on("route thread rooms me people groups notes editing dismissed minute", () => this.show());
  }

  show() {
    const { thread } = route();
    const room = currentRoom();
    this.element.hidden = !thread || !room;
    if (this.element.hidden) return this.leave();
    const key = `${me().id} ${room.id} ${thread} ${room.is_member} ${room.is_archived}`;
    if (key !== this.key) this.build(key, room, thread);
    this.fill(room, thread);
  }

  leave() {
    this.key = "";
    if (document.body.dataset.pane === "thread") document.body.dataset.pane = "main";
  }

  build(key, room, thread) {
    this.key = key;
    this.isPlaced = false;
    this.newest = null;
    this.list?.watcher.disconnect();
    this.list = new MessageList("thread", "Messages of the thread");
    this.sign = room.kind === "im" || room.kind === "mpim" ? roomName(room) : `#${roomName(room)}`;
    const close = () => closeThread();
    const head = h(
      "div",
      { class: "room-head" },
      h("button", { type: "button", class: "tool back", "aria-label": "Back to the conversation", onclick: close }, icon("back")),
      h("div", { class: "room-title" }, h("h2", {}, "Thread"), h("p", { class: "topic" }, this.sign)),
      h("button", { type: "button", class: "tool wide-only", "aria-label": "Close thread", onclick: close }, icon("close")),
    );
    this.element.replaceChildren(head, this.list.element, this.newComposer(room, thread) ?? "");
    if (document.body.dataset.pane === "thread" || !route().at) this.takeFocus();
  }

  takeFocus() {
    if (this.composer && !hasFinger()) this.composer.focus();
    else this.element.focus({ preventScroll: true });
  }

  newComposer(room, thread) {
    this.composer = null;
    if (!room.is_member || room.is_archived) return null;
    this.composer = new Composer({
      channel: room.id,
      place: placeName(room.id, thread),
      thread,
      label: "Reply",
      broadcast: this.sign,
      onSent: () => this.list.toEnd(),
      editLast: () => editLast(this.list, "thread", room.id),
    });
    return this.composer.element;
  }

  fill(room, thread) {
    const value = store.get("thread");
    if (value && value.ts !== thread && value.messages.some((one) => one.ts === thread)) {
      return go({ thread: value.ts, at: route().at || thread }, true); // the address named a reply, not the root
    }
    if (value?.ts !== thread) {
      this.list.top.replaceChildren(h("div", { class: "loading" }, h("span", { class: "spinner" })));
      return;
    }
    this.list.top.replaceChildren();
    const dismissed = store.get("dismissed") ?? new Set();
    const messages = value.messages.filter((one) => !dismissed.has(one.ts));
    this.list.show(messages, {
      channel: room.id,
      at: route().at,
      names: namesSign(),
      notes: notesOf(placeName(room.id, thread)),
    });
    if (value.isOld) return this.list.toEnd();
    this.place();
    this.hear(messages);
  }

  place() {
    if (this.isPlaced) return;
    this.isPlaced = true;
    if (!route().at || !this.list.reveal(route().at)) this.list.toEnd();
  }

  hear(messages) {
    const last = messages.at(-1);
    if (this.newest && last?.ts > this.newest && last.user !== me().id)
      announce(`Reply of ${authorOf(last).name}: ${plainText(last, context).slice(0, 160)}`);
    this.newest = last?.ts ?? null;
  }
}

/** Close the thread and go back to its root in the conversation. */
export function closeThread() {
  const { thread } = route();
  document.body.dataset.pane = "main";
  go({ thread: "" });
  const root = document.querySelector(`#main .message[data-ts="${CSS.escape(thread)}"]`);
  (root ?? document.getElementById("main")).focus({ preventScroll: true });
}
