/** Who acts and where: the address bar says it, so that reload, back and a copied address all work. */

import * as store from "./store.js";

const EMPTY = { as: "", room: "", thread: "", at: "", tab: "" };
const PERMALINK = /^\/archives\/([A-Z0-9]+)(?:\/p(\d{10})(\d{6}))?\/?$/;

let guessed = ""; // the room that no address named

/** The place now: `as` (who), `room` (a conversation or a person), `thread`, `at` (a ts to show), `tab` (of an app). */
export function route() {
  return store.get("route") ?? EMPTY;
}

/** Read the address; to be called once at the start. */
export function startRoutes() {
  window.addEventListener("popstate", () => store.set("route", fromAddress(location)));
  const first = fromAddress(location);
  first.as ||= remembered("as");
  first.room ||= lastRoom(first.as);
  store.set("route", first);
  write(first, true);
}

/** Where someone was last in this browser; empty when it does not know. */
export function lastRoom(as) {
  guessed = remembered(`room.${as}`);
  return guessed;
}

/** Whether the open conversation is only a memory: it may be one of another world. */
export function isGuessed() {
  return route().room === guessed;
}

/** Go somewhere: what is not named stays as it is. `replace` leaves no step for the back button. */
export function go(changes, replace = false) {
  const next = { ...route(), at: "", ...changes };
  if (same(next, route())) return;
  store.set("route", next);
  write(next, replace);
}

/** The place that a link leads to, or null when it leads out of this playground. */
export function placeOf(href) {
  const url = new URL(href, location.href);
  if (!isHere(url) || !PERMALINK.test(url.pathname)) return null;
  const { room, thread, at } = fromAddress(url);
  return { room, thread, at };
}

/** The app gets links as Slack makes them, with the workspace's domain. */
function isHere(url) {
  const domains = (store.get("teams") ?? []).map((team) => `${team.domain}.slack.com`);
  return url.origin === location.origin || domains.includes(url.host);
}

function fromAddress(address) {
  const query = new URLSearchParams(address.search);
  const [, channel = "", seconds = "", rest = ""] = PERMALINK.exec(address.pathname) ?? [];
  const at = seconds ? `${seconds}.${rest}` : (query.get("at") ?? "");
  const asked = query.get("thread") ?? query.get("thread_ts") ?? "";
  return {
    as: query.get("as") ?? "",
    room: channel || query.get("cid") || query.get("room") || "",
    thread: channel && asked === at ? "" : asked,
    at,
    tab: query.get("tab") ?? "",
  };
}

function write(place, replace) {
  remember("as", place.as);
  if (place.as && place.room) remember(`room.${place.as}`, place.room);
  const query = new URLSearchParams(Object.entries(place).filter(([, value]) => value));
  const address = `/?${query}`;
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}

function same(one, other) {
  return Object.keys(EMPTY).every((key) => one[key] === other[key]);
}

/** What this browser remembers under a name; empty when nothing, or when it may not remember. */
export function remembered(name) {
  try {
    return localStorage.getItem(`playground.${name}`) ?? "";
  } catch {
    return "";
  }
}

/** Remember a text for the next visit. */
export function remember(name, text) {
  try {
    if (text) localStorage.setItem(`playground.${name}`, text);
    else localStorage.removeItem(`playground.${name}`);
  } catch {
    return; // a browser without storage still works; it only forgets
  }
}
