/** Keeps the store as the playground is: one stream of parts for the acting person and the open place. */

import { ask } from "./act.js";
import { currentRoom } from "./context.js";
import { go, route } from "./routes.js";
import * as store from "./store.js";
import { toast } from "./toasts.js";

const RETRY = 1000;
const rooms = new Map(); // what rooms and threads showed when they were left, so that coming back shows them at once

let source = null;
let address = "";
let place = {};
let last = new Map();
let retry = 0;

/** Follow the playground, wherever the page goes. The part `link` says how it stands: "opening", "open", "lost". */
export function startLive() {
  store.set("link", "opening");
  store.on("route rooms curtain-open before", follow);
  window.addEventListener("pagehide", () => source?.close());
  window.addEventListener("pageshow", (event) => event.persisted && open());
  follow();
}

/** Try again now. */
export function reopen() {
  clearTimeout(retry);
  open();
}

function follow() {
  const next = wanted();
  if (next === address) return;
  address = next;
  const { as, thread } = route();
  const room = currentRoom()?.id ?? "";
  recall("room", place.as !== as || place.room !== room, `${as}/${room}`);
  recall("thread", place.as !== as || place.thread !== thread, `${as}/${room}/${thread}`);
  place = { as, room, thread };
  open();
}

/** Show what is remembered of the place until its news come. */
function recall(part, hasMoved, key) {
  if (!hasMoved) return;
  last.delete(part);
  store.set(part, rooms.get(key) ?? null);
}

function wanted() {
  const { as, thread } = route();
  const room = currentRoom();
  const query = new URLSearchParams();
  if (as) query.set("user", as);
  if (room && !room.isNew) query.set("room", room.id);
  if (room && thread) query.set("thread", thread);
  if (store.get("curtain-open")) query.set("curtain", "1");
  if (store.get("before")) query.set("before", store.get("before"));
  return `/page/live?${query}`;
}

function open() {
  source?.close();
  const mine = new EventSource(address);
  source = mine;
  last = new Map([...last].filter(([part]) => part !== "time"));
  mine.onmessage = (event) => take(event.data);
  mine.onopen = () => store.set("link", "open");
  mine.onerror = () => lose(mine);
}

function take(data) {
  const { part, value } = JSON.parse(data);
  if (last.get(part) === data) return;
  last.set(part, data);
  if (part === "time") store.set("time", { ...value, at: performance.now() });
  else if (part === "curtain") store.set("curtain", { entries: value?.entries ?? [] });
  else store.set(part, value);
  if (part === "room") rooms.set(`${place.as}/${place.room}`, value);
  if (part === "thread") rooms.set(`${place.as}/${place.room}/${place.thread}`, value);
}

function lose(mine) {
  if (mine !== source) return;
  store.set("link", store.get("me") ? "lost" : "failed");
  if (mine.readyState !== EventSource.CLOSED) return; // then the browser tries again by itself
  clearTimeout(retry);
  retry = setTimeout(recover, RETRY);
}

/** The stream was refused: perhaps the world is another one now, without this person or room. */
async function recover() {
  const { as, room } = route();
  const state = await ask("/control/state?only=users,channels");
  if (state.users && as && !state.users.some((user) => user.id === as)) {
    toast("This person is not in the playground any more", "you act as someone else now");
    go({ as: "", room: "", thread: "" }, true);
  } else if (state.channels && room && !known(state, room)) {
    go({ room: "", thread: "" }, true);
  } else {
    open();
  }
}

function known(state, id) {
  return [...state.channels, ...state.users].some((one) => one.id === id);
}
