/** The side bar: channels, direct messages, the app; what is unread stands out. */

import { choose } from "./chooser.js";
import { appUser, context, currentRoom, directWith, me, openPerson, openRoom, person, roomName } from "./context.js";
import { h } from "./dom.js";
import { appFace, faceWithPresence } from "./faces.js";
import { memberItem } from "./head.js";
import { icon } from "./icons.js";
import { Keyed } from "./keyed.js";
import { hasMouse } from "./pointer.js";
import { go, remember, remembered } from "./routes.js";
import * as store from "./store.js";

export class Side {
  constructor(element) {
    this.lists = {};
    this.jump = jumpButton();
    const add = h(
      "button",
      { type: "button", class: "side-add", "aria-label": "New direct message", title: "New direct message", onclick: newDirect },
      icon("plus"),
    );
    const sections = [
      this.section("channels", "Channels"),
      this.section("archived", "Archived"),
      this.section("directs", "Direct messages", add),
      this.section("apps", "Apps"),
    ];
    element.append(this.jump, h("div", { class: "side-scroll" }, sections));
    store.on("rooms people me route app", () => this.show());
  }

  section(name, title, more = null) {
    const list = h("ul", { class: "side-list" });
    this.lists[name] = new Keyed(list);
    const isOpen = name === "archived" ? remembered("open.archived") : !remembered(`closed.${name}`);
    const box = h(
      "details",
      { open: Boolean(isOpen), class: "side-section" },
      h("summary", {}, icon("down"), h("h2", {}, title)),
      list,
    );
    box.addEventListener("toggle", () => {
      remember(`closed.${name}`, box.open ? "" : "1");
      remember(`open.${name}`, box.open ? "1" : "");
    });
    this.lists[name].section = h("div", { class: "side-box" }, box, more);
    return this.lists[name].section;
  }

  show() {
    const rooms = store.get("rooms") ?? [];
    const named = rooms.filter((one) => one.kind === "channel" || one.kind === "group");
    const open = named.filter((one) => !one.is_archived).sort(byName);
    this.fill("channels", [...open.filter((one) => one.is_member), ...open.filter((one) => !one.is_member)]);
    this.fill("archived", named.filter((one) => one.is_archived).sort(byName));
    this.fill("directs", directs(rooms));
    const app = store.get("app") && appUser();
    this.fill("apps", app ? [directWith(app.id)] : []);
  }

  fill(name, rooms) {
    const current = currentRoom()?.id;
    this.lists[name].section.hidden = !rooms.length && name !== "directs";
    this.lists[name].show(
      rooms.map((room) => ({
        key: room.id,
        sign: JSON.stringify([
          room,
          room.id === current,
          person(room.user),
          roomName(room),
          me().id,
          store.get("app")?.connection,
        ]),
        make: () => line(room, room.id === current),
      })),
    );
  }
}

function jumpButton() {
  const button = h(
    "button",
    { type: "button", class: "jump", "aria-haspopup": "listbox", onclick: () => jumpTo(button) },
    icon("search"),
    h("span", {}, "Jump to …"),
    h("kbd", {}, /Mac|iP/.test(navigator.platform) ? "⌘ K" : "Ctrl K"),
  );
  return button;
}

function byName(one, other) {
  return one.name.localeCompare(other.name);
}

function directs(rooms) {
  const bot = appUser()?.id;
  const open = rooms.filter(
    (one) =>
      (one.kind === "im" || one.kind === "mpim") && one.is_member && one.user !== bot && (one.is_open !== false || one.unread),
  );
  const current = currentRoom();
  if (current?.isNew && current.user !== bot) open.push(current);
  return open.sort((one, other) => roomName(one).localeCompare(roomName(other)));
}

function line(room, isCurrent) {
  const isNews = room.unread > 0 && !isCurrent;
  const count = isNews && (room.pings || (room.kind === "im" ? room.unread : 0));
  const kind = [isNews && "unread", !room.is_member && "outside"].filter(Boolean).join(" ");
  const aside = isNews ? `, ${room.unread} unread` : "";
  return h(
    "li",
    {},
    h(
      "a",
      {
        href: `/?as=${me().id}&room=${room.id}`,
        class: `side-line ${kind}`,
        "aria-current": isCurrent ? "page" : null,
        onclick: (event) => follow(event, room),
      },
      sign(room),
      h("span", { class: "side-name" }, roomName(room)),
      h(
        "span",
        { class: "unseen" },
        `${room.kind === "group" ? ", private" : ""}${room.is_ext_shared ? ", shared" : ""}${aside}`,
      ),
      room.is_ext_shared && icon("shared"),
      count ? h("span", { class: "badge", "aria-hidden": "true" }, String(count)) : null,
    ),
  );
}

function follow(event, room) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openRoom(room.id);
  if (room.unread) go({ tab: "messages" }, true);
  if (event.detail && hasMouse()) queueMicrotask(() => document.querySelector("#main .composer textarea")?.focus());
}

function sign(room) {
  if (room.kind === "im" && room.user === appUser()?.id) return appSign();
  if (room.kind === "im") return faceWithPresence(person(room.user), "tiny");
  if (room.kind === "mpim") return icon("people");
  return icon(room.is_archived ? "box" : room.kind === "group" ? "lock" : "hash");
}

/** The app's face; its dot is full while the app can be reached. */
function appSign() {
  const isThere = store.get("app")?.connection !== "none";
  const dot = h("span", { class: isThere ? "dot" : "dot away" });
  return h(
    "span",
    { class: "face-box", title: isThere ? "The app is connected" : "The app is not connected" },
    appFace("tiny"),
    dot,
  );
}

function newDirect(event) {
  const others = context.people().filter((one) => one.id !== me().id && !one.deleted && one.id !== "USLACKBOT" && !one.is_bot);
  choose(event.currentTarget, { label: "People", hint: "Write to …", items: others.map(memberItem), onPick: openPerson });
}

/** Go to a conversation by its name. */
export function jumpTo(anchor) {
  const rooms = (store.get("rooms") ?? []).filter((one) => one.kind !== "im");
  const channels = rooms.map((one) => ({
    key: one.id,
    words: roomName(one),
    group: "Channels",
    content: [
      sign(one),
      h("span", { class: "choice-words" }, h("span", {}, roomName(one)), one.topic && h("small", {}, one.topic)),
    ],
  }));
  const people = context
    .people()
    .filter((one) => one.id !== me().id && !one.deleted && one.id !== "USLACKBOT" && (!one.is_bot || one.is_app));
  const items = [...channels, ...people.map((one) => ({ ...memberItem(one), group: "People and apps" }))];
  choose(anchor, {
    label: "Conversations",
    hint: "Jump to a channel or a person",
    items,
    onPick: (id) => (person(id) ? openPerson(id) : openRoom(id)),
  });
}
