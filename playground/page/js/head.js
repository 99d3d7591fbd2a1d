/** The line above a conversation: its name, topic, members, and the app's two tabs. */

import { act } from "./act.js";
import { choose } from "./chooser.js";
import { context, currentRoom, me, nameOf, now, openPerson, person, roomName } from "./context.js";
import { h } from "./dom.js";
import { face, faceWithPresence } from "./faces.js";
import { icon } from "./icons.js";
import { confirm, menu } from "./popup.js";
import { hasHome } from "./room.js";
import { go, route } from "./routes.js";
import { cityOf, clockTime } from "./time.js";

export class RoomHead {
  constructor() {
    this.element = h("div", { class: "room-head" });
    this.sign = "";
  }

  show(room) {
    const sign = JSON.stringify([
      room.id,
      room.name,
      room.topic,
      room.members,
      room.is_member,
      room.is_archived,
      route().tab,
      hasHome(room),
      me().id,
      person(room.user),
      localTime(person(room.user)),
    ]);
    if (sign === this.sign) return;
    this.sign = sign;
    const isDirect = room.kind === "im" || room.kind === "mpim";
    this.element.replaceChildren(
      h("button", { type: "button", class: "tool back", "aria-label": "Back to conversations", onclick: toSide }, icon("back")),
      h("div", { class: "room-title" }, isDirect ? directTitle(room) : channelTitle(room), marks(room)),
      hasHome(room) ? tabs() : isDirect || room.isUnknown ? "" : members(room),
    );
  }
}

function toSide() {
  document.body.dataset.pane = "side";
  document.getElementById("side").focus();
}

function channelTitle(room) {
  if (room.isUnknown) return h("h1", {}, h("span", { class: "room-name" }, icon("lock"), "A conversation"));
  const open = (event) => roomMenu(event.currentTarget, room);
  return h(
    "h1",
    {},
    h(
      "button",
      { type: "button", class: "room-name", "aria-haspopup": "menu", onclick: open },
      icon(room.kind === "group" ? "lock" : "hash"),
      h("span", {}, room.name),
      icon("down"),
    ),
  );
}

function directTitle(room) {
  const someone = person(room.user);
  const about = [someone?.title, localTime(someone)].filter(Boolean).join(" · ");
  return [
    h(
      "h1",
      {},
      h("span", { class: "room-name" }, room.kind === "im" ? faceWithPresence(someone, "small") : icon("people"), roomName(room)),
    ),
    about && h("p", { class: "topic" }, about),
  ];
}

function localTime(someone) {
  return someone && !someone.is_bot ? `${clockTime(now(), someone.tz)} in ${cityOf(someone.tz)}` : "";
}

function marks(room) {
  return [
    room.is_ext_shared && h("span", { class: "mark" }, icon("shared"), "Shared"),
    room.is_archived && h("span", { class: "mark" }, icon("box"), "Archived"),
    room.kind !== "im" && room.topic && h("p", { class: "topic", title: room.topic }, room.topic),
  ];
}

function tabs() {
  const isHome = route().tab !== "messages";
  const tab = (label, to, isOn) =>
    h("button", { type: "button", class: "tab", "aria-current": isOn ? "page" : null, onclick: () => go({ tab: to }) }, label);
  return h(
    "div",
    { class: "tabs", role: "group", "aria-label": "Parts of the app" },
    tab("Home", "", isHome),
    tab("Messages", "messages", !isHome),
  );
}

function members(room) {
  const people = room.members.map(person).filter(Boolean);
  const open = (event) => chooseMember(event.currentTarget, room);
  return h(
    "button",
    { type: "button", class: "members", "aria-haspopup": "listbox", title: "Members", onclick: open },
    h(
      "span",
      { class: "faces" },
      people.slice(0, 3).map((one) => face(one, "tiny")),
    ),
    String(people.length),
    h("span", { class: "unseen" }, people.length === 1 ? " member" : " members"),
  );
}

function chooseMember(anchor, room) {
  const items = room.members.map(person).filter(Boolean).map(memberItem);
  choose(anchor, {
    label: "Members",
    hint: `Find one of ${items.length} members`,
    items,
    onPick: openPerson,
  });
}

/** Someone as an entry of a list to choose from. */
export function memberItem(one) {
  const role = one.is_restricted ? "Guest" : one.is_admin ? "Admin" : "";
  const place = one.is_bot ? "App" : `${clockTime(now(), one.tz)} ${cityOf(one.tz)}`;
  const about = [role, one.title, place].filter(Boolean).join(" · ");
  const content = [
    faceWithPresence(one, "small"),
    h("span", { class: "choice-words" }, h("span", {}, nameOf(one), one.id === me().id ? " (you)" : ""), h("small", {}, about)),
  ];
  return { key: one.id, words: `${one.name} ${one.real_name} ${one.display_name} ${one.title}`, content };
}

function roomMenu(anchor, room) {
  const outside = context
    .people()
    .filter((one) => one.team === room.team && !one.deleted && one.id !== "USLACKBOT" && !room.members.includes(one.id));
  const add = () =>
    choose(anchor, {
      label: "People and apps",
      hint: "Add a person or an app",
      items: outside.map(memberItem),
      onPick: (id) => act("join", { channel: room.id, user: id, inviter: me().id }),
    });
  const inside = room.is_member && !room.is_archived;
  menu(
    anchor,
    [
      { icon: icon("people"), label: "Show members", act: () => chooseMember(anchor, room) },
      inside && { icon: icon("plus"), label: "Add a person or an app", act: add },
      inside && null,
      inside && { icon: icon("door"), label: `Leave #${room.name}`, danger: true, act: () => leave(room) },
    ].filter((one) => one !== false),
    `#${currentRoom()?.name ?? ""}`,
  );
}

async function leave(room) {
  const text = "It is private: to come back, somebody who is in it must add you.";
  const asked = { title: `Leave #${room.name}?`, text, yes: "Leave" };
  if (room.kind !== "group" || (await confirm(asked))) act("leave", { channel: room.id });
}
