/** The middle of the page: a conversation, or the app's Home. */

import { post, send } from "./act.js";
import { announce } from "./announcer.js";
import { Composer, placeName } from "./composer.js";
import { appUser, context, currentRoom, me, room as roomById, roomName } from "./context.js";
import { h } from "./dom.js";
import { edit } from "./editor.js";
import { roomFoot } from "./foot.js";
import { RoomHead } from "./head.js";
import { Home } from "./home.js";
import { firstNew, MessageList } from "./list.js";
import { isSettled } from "./live.js";
import { authorOf } from "./message.js";
import { notesOf } from "./notes.js";
import { plainText } from "./render/message.js";
import { go, isGuessed, route } from "./routes.js";
import * as store from "./store.js";
import { emptyRoom } from "./welcome.js";

const MORE = 200;
const NEAR_TOP = 200; // pixels from the first message at which those before it are asked for

export class RoomPane {
  constructor(main) {
    this.main = main;
    this.head = new RoomHead();
    this.home = new Home();
    this.fresh = h(
      "button",
      { type: "button", class: "fresh", hidden: true, onclick: () => this.list.toEnd() },
      "New messages ↓",
    );
    this.key = "";
    store.on("route room rooms me people groups notes editing dismissed app home link minute", (changed) => this.show(changed));
    document.addEventListener("visibilitychange", () => this.read());
  }

  show(changed) {
    const room = currentRoom();
    if (!room || (room.isUnknown && isGuessed() && isSettled())) return this.settle();
    this.head.show(room);
    const isHome = isAtHome(room);
    const key = `${roomPlace(room)} ${isHome} ${room.is_member} ${Boolean(room.is_archived)} ${room.isUnknown}`;
    if (key !== this.key) this.build(key, room, isHome);
    if (isHome) this.home.show();
    else this.fill(room, changed);
  }

  /** Without a place to be, go where one can begin. */
  settle() {
    if (!isSettled()) return;
    const first = landing(store.get("rooms"));
    if (first) return go({ room: first.id, thread: "" }, true);
    this.key = "";
    this.main.replaceChildren(
      h("div", { class: "welcome" }, h("h1", {}, "No conversation yet"), h("p", {}, "Write to someone, or act as someone else.")),
    );
  }

  build(key, room, isHome) {
    const hadFocus = this.main.contains(document.activeElement);
    this.key = key;
    this.composer = null;
    this.main.removeAttribute("aria-busy");
    store.set("before", 0);
    this.firstNew = "";
    this.isPlaced = false;
    this.newest = null;
    if (!isHome && isAppRoom(room) && store.get("app")) send("open_home", { tab: "messages" });
    if (isHome) this.main.replaceChildren(this.head.element, this.home.element);
    else this.fit(room);
    if (hadFocus && !this.main.contains(document.activeElement)) (this.composer ?? this.main).focus();
  }

  fit(room) {
    this.list?.watcher.disconnect();
    this.list = new MessageList("room", `Messages in ${roomName(room)}`);
    this.list.onScroll = () => this.scrolled();
    const foot = room.isUnknown ? null : (roomFoot(room) ?? this.newComposer(room));
    this.main.replaceChildren(this.head.element, this.list.element, this.fresh, foot ?? "");
  }

  newComposer(room) {
    const sign = room.kind === "im" || room.kind === "mpim" ? "" : "#";
    this.composer = new Composer({
      channel: room.id,
      place: roomPlace(room),
      label: `Message ${sign}${roomName(room)}`,
      onSent: () => this.sent(),
      editLast: () => editLast(this.list, "room", currentRoom().id),
    });
    return this.composer.element;
  }

  sent() {
    this.list.isAtEnd = true;
    this.list.toEnd();
  }

  fill(room, changed) {
    const value = store.get("room");
    const isLoaded = value && value.id === room.id;
    if (!isLoaded && !room.isNew) return this.wait(room);
    const dismissed = store.get("dismissed") ?? new Set();
    const messages = (value?.messages ?? []).filter((one) => !dismissed.has(one.ts));
    this.markNew(value, messages);
    const view = {
      channel: room.id,
      firstNew: this.firstNew,
      at: route().at,
      names: namesSign(),
      notes: notesOf(roomPlace(room)),
    };
    this.list.show(messages, view);
    this.fillTop(value, room);
    if (value?.isOld) return this.list.toEnd(); // its news are on their way, and they say where to be
    if (!this.isPlaced || changed.has("route")) this.place(value, messages);
    this.hear(messages);
    this.read();
  }

  /** The "New" line stands above what was unread when one came; later above what comes while nobody looks. */
  markNew(value, messages) {
    if (!value || value.isOld) return;
    const isSeen = this.list.isAtEnd && document.visibilityState === "visible";
    if (this.newest === null) this.firstNew = firstNew(messages, value.last_read ?? "");
    else if (!this.firstNew && !isSeen) this.firstNew = firstNew(messages, this.newest);
  }

  wait(room) {
    this.list.top.replaceChildren(
      room.isUnknown && isSettled() ? emptyRoom(room) : h("div", { class: "loading" }, h("span", { class: "spinner" })),
    );
  }

  fillTop(value, room) {
    const more = () => this.more(value);
    if (value?.has_more)
      this.list.top.replaceChildren(
        h("button", { type: "button", class: "button earlier", onclick: more }, "Show earlier messages"),
      );
    else this.list.top.replaceChildren(emptyRoom(room));
  }

  /** Scroll to where the address leads, else to what is new, else to the end. */
  place(value, messages) {
    const { at, thread } = route();
    const wanted = at && thread && !messages.some((one) => one.ts === at) ? thread : at;
    const isFound = wanted && this.list.reveal(wanted);
    if (wanted && !isFound && value?.has_more && messages[0]?.ts > wanted) {
      this.more(value);
      return;
    }
    if (!this.isPlaced && !isFound) {
      this.list.toEnd();
      if (this.list.reveal("new", "start")) this.list.scroller.scrollTop -= 60;
    }
    this.isPlaced = true;
  }

  /** Ask for what stands before these messages, once. */
  more(value) {
    if (this.asked === value) return;
    this.asked = value;
    store.set("before", (store.get("before") || 0) + MORE);
  }

  /** Say what has just come, and offer the way to it when it came out of view. */
  hear(messages) {
    const last = messages.at(-1);
    if (this.newest !== null && last && last.ts > this.newest && last.user !== me().id) {
      announce(`${authorOf(last).name}: ${plainText(last, context).slice(0, 160)}`);
      this.fresh.hidden = this.list.isAtEnd;
    }
    this.newest = last?.ts ?? "";
  }

  scrolled() {
    const value = store.get("room");
    if (this.isPlaced && value?.has_more && this.list.scroller.scrollTop < NEAR_TOP) this.more(value);
    if (!this.list.isAtEnd) return;
    this.fresh.hidden = true;
    this.read();
  }

  /** What is seen is read. */
  read() {
    const room = currentRoom();
    const live = roomById(room?.id);
    if (!live?.is_member || document.visibilityState !== "visible" || !this.list?.isAtEnd || !this.isPlaced) return;
    const ts = store.get("room")?.id === room.id ? live.last_ts : null;
    const mark = `${me().id} ${room.id} ${ts}`;
    if (!ts || mark === this.marked || (!live.unread && !live.pings)) return;
    this.marked = mark;
    post("/page/read", { user: me().id, channel: room.id, ts });
  }
}

/** Where the app would have one land, else the first channel that it is in too. */
function landing(rooms) {
  const mine = rooms.filter((one) => one.is_member && !one.is_archived && one.kind !== "im");
  const hinted = mine.find((one) => one.id === store.get("app")?.landing);
  return hinted ?? mine.find((one) => one.members.includes(appUser()?.id)) ?? mine[0] ?? rooms[0];
}

/** The name of its draft and notes: a direct conversation has it before anybody has opened it. */
function roomPlace(room) {
  return placeName(room.kind === "im" ? room.user : room.id);
}

/** Whether this is the conversation with the app. */
function isAppRoom(room) {
  return room.kind === "im" && room.user === appUser()?.id;
}

/** Whether it has a Home: an app may go without. */
export function hasHome(room) {
  return isAppRoom(room) && store.get("app")?.home_tab !== false;
}

/** Whether its Home is what is shown now. */
function isAtHome(room) {
  return hasHome(room) && route().tab !== "messages";
}

/** What a message's look depends on besides itself: the names of people, groups and rooms. */
export function namesSign() {
  const lists = ["people", "groups", "rooms"].map((part) => store.get(part) ?? []);
  if (namesSign.lists?.every((list, at) => list === lists[at])) return namesSign.sign;
  namesSign.lists = lists;
  const [people, groups, rooms] = lists;
  namesSign.sign = [
    ...people.map((one) => one.display_name + one.real_name),
    ...groups.map((one) => one.handle),
    ...rooms.map((one) => one.name),
  ].join();
  return namesSign.sign;
}

/** Open the newest message of one's own for editing. */
export function editLast(list, where, channel) {
  const mine = [...list.rows.values()]
    .map((row) => row.message)
    .filter((one) => one.user === me().id && !one.is_ephemeral && !one.subtype?.startsWith("channel_"));
  const last = mine.sort((one, other) => (one.ts < other.ts ? -1 : 1)).at(-1);
  if (last) edit(channel, last.ts, where);
}
