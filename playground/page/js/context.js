/** What the page's parts ask of the world: who, where, now. `context` is what the renderers get. */

import { act, send } from "./act.js";
import { go, route } from "./routes.js";
import * as store from "./store.js";
import { toast } from "./toasts.js";

const indexes = new Map();

function index(part) {
  const list = store.get(part) ?? [];
  if (indexes.get(part)?.list !== list) {
    indexes.set(part, { list, byId: new Map(list.map((one) => [one.id, part === "people" ? named(one) : one])) });
  }
  return indexes.get(part).byId;
}

/** Who never chose a name to be shown goes by the full name, as in Slack. */
function named(one) {
  return one.display_name && one.display_name !== one.name ? one : { ...one, display_name: one.real_name };
}

/** The acting person; until it is known, nobody in particular. */
export function me() {
  return store.get("me") ?? { id: "", name: "", tz: "UTC", team: "" };
}

/** The acting person's zone. */
export function zone() {
  return me().tz || "UTC";
}

/** The playground's now. */
export function now() {
  const time = store.get("time");
  if (!time) return new Date();
  return new Date(Date.parse(time.now) + (performance.now() - time.at) * time.speed);
}

/** Someone, by id. */
export function person(id) {
  return index("people").get(id);
}

/** A conversation, by id. */
export function room(id) {
  return index("rooms").get(id);
}

/** The name that someone goes by. */
export function nameOf(someone) {
  if (!someone) return "Someone";
  return named(someone).display_name || someone.name;
}

/** The name of a conversation, without its sign. */
export function roomName(one) {
  if (one.kind === "im") return nameOf(person(one.user));
  if (one.kind !== "mpim") return one.name;
  const others = (one.members ?? []).filter((id) => id !== me().id);
  return others.map((id) => nameOf(person(id)).split(" ")[0]).join(", ") || one.name;
}

/** The app's bot user, as the acting person's workspace has it; undefined when there is no app. */
export function appUser() {
  const all = store.get("people") ?? [];
  return all.find((one) => one.is_app && one.team === me().team) ?? person(store.get("app")?.user);
}

/** The direct conversation with someone; one that nobody has opened yet is marked `isNew`. */
export function directWith(id) {
  const found = (store.get("rooms") ?? []).find((one) => one.kind === "im" && one.user === id && one.is_member !== false);
  return found ?? { id, kind: "im", user: id, name: "", members: [], is_member: true, isNew: true, unread: 0, pings: 0 };
}

/** The conversation that is open, or null. */
export function currentRoom() {
  const { room: id } = route();
  if (!id) return null;
  if (person(id)) return directWith(id);
  return room(id) ?? { id, kind: "channel", name: "", members: [], is_member: true, isUnknown: true, unread: 0, pings: 0 };
}

/** Show a conversation, at a message if its ts is given. */
export function openRoom(id, ts = "") {
  go({ room: id, thread: "", at: ts, tab: ts ? "messages" : "" });
  document.body.dataset.pane = "main";
}

/** Show a thread beside its conversation. */
export function openThread(channel, ts, at = "") {
  go({ room: channel, thread: ts, at, tab: "messages" });
  document.body.dataset.pane = "thread";
}

/** Show the direct conversation with someone. */
export function openPerson(id) {
  if (id === me().id) toast("This is you", "to write to yourself, act as someone else");
  else openRoom(directWith(id).id);
}

/** Times within messages are told in 24 hours too, in the words of the person's language. */
function reader() {
  const { locale, ...rest } = me();
  return { ...rest, locale: locale && !locale.includes("-u-") ? `${locale}-u-hc-h23` : locale };
}

export const context = {
  me: reader,
  now,
  person,
  room,
  group: (id) => index("groups").get(id),
  people: () => [...index("people").values()],
  rooms: () => store.get("rooms") ?? [],
  nameOf,
  roomName,
  act,
  send,
  openRoom,
  openThread,
  openPerson,
  toast,
};
