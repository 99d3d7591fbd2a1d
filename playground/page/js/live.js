/** Keeps the store as the playground is: one stream of parts for the acting person and the open place. */

import { currentRoom } from "./context.js";
import { go, route } from "./routes.js";
import * as store from "./store.js";

const RETRY = 1000;
const remembered = new Map(); // what places showed when they were left, so that coming back shows it at once

let source = null;
let address = "";
let place = {};
let last = new Map();
let arrived = [];
let retry = 0;
let listedFor = "";

/** Follow the playground, wherever the page goes. The part `link` says how it stands: opening, open, lost, failed. */
export function startLive() {
  store.set("link", "opening");
  store.on("route rooms curtain-open before", follow);
  store.on("me", settlePerson);
  window.addEventListener("pagehide", () => source?.close());
  window.addEventListener("pageshow", (event) => event.persisted && open());
  document.addEventListener("visibilitychange", open);
  follow();
}

/** Whether the rooms that the store holds are those of the person and place that the address names. */
export function isSettled() {
  return listedFor === address && store.get("me")?.id === route().as;
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
  const old = remembered.get(key);
  store.set(part, old ? { ...old, isOld: true } : null);
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

/** A page that nobody sees has no stream: a browser opens six to a host, and then even a new page must wait for one. */
function open() {
  source?.close();
  source = null;
  arrived = [];
  if (document.visibilityState === "hidden") return;
  const mine = new EventSource(address);
  source = mine;
  mine.onmessage = (event) => receive(event.data);
  mine.onopen = () => store.set("link", "open");
  mine.onerror = () => lose(mine);
}

/** What comes together is shown together, before the next paint. */
function receive(data) {
  arrived.push([data, performance.now()]);
  if (arrived.length === 1) requestAnimationFrame(takeAll);
}

function takeAll() {
  for (const [data, at] of arrived) take(data, at);
  arrived = [];
}

function take(data, at) {
  const { part, value } = JSON.parse(data);
  if (part === "time") return store.set("time", { ...value, at });
  if (part === "curtain") return store.set("curtain", [...(store.get("curtain") ?? []), value]);
  if (part === "rooms") listedFor = address;
  if (last.get(part) === data) return;
  last.set(part, data);
  store.set(part, value);
  if (part === "room") remembered.set(`${place.as}/${place.room}`, value);
  if (part === "thread") remembered.set(`${place.as}/${place.room}/${place.thread}`, value);
}

function lose(mine) {
  if (mine !== source) return;
  store.set("link", store.get("me") ? "lost" : "failed");
  if (mine.readyState !== EventSource.CLOSED) return; // then the browser tries again by itself
  clearTimeout(retry);
  retry = setTimeout(open, RETRY);
}

/** Who is not in this world is someone else: the playground says who. */
function settlePerson() {
  const { id } = store.get("me") ?? {};
  if (!id || id === route().as) return;
  const isKnown = !route().as || place.as === route().as;
  if (isKnown) go({ as: id, at: route().at }, true);
}
