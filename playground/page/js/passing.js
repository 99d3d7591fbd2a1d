/** What passed between Slack and the app, in a few words: where, who, what. */

import { appUser, context, nameOf, person, roomName } from "./context.js";
import * as store from "./store.js";
import { toTyped } from "./words.js";

const LENGTH = 140;
const KINDS = {
  message_changed: "edited",
  message_deleted: "deleted",
  thread_broadcast: "reply, also in the channel",
  bot_message: "",
  channel_join: "joined",
  channel_leave: "left",
  channel_archive: "archived",
  file_share: "with a file",
  me_message: "/me",
};

/** What kind of message an event tells of, beyond that it is one; empty for all else. */
export function kindOf(entry) {
  const event = eventOf(entry);
  if (event?.type !== "message") return "";
  const { subtype, message, previous_message: before } = event;
  if (subtype === "message_changed" && message?.text === before?.text) return "changed"; // its links, or its buttons
  if (subtype) return KINDS[subtype] ?? subtype.replaceAll("_", " ");
  return event.thread_ts && event.thread_ts !== event.ts ? "reply" : "";
}

/** Whether the app hears of what it did itself. */
export function isOwn(entry) {
  const event = eventOf(entry);
  if (!event) return false;
  const told = saidIn(event);
  const bot = appUser();
  return idOf(told.user ?? event.user) === bot?.id || Boolean(told.bot_id && told.app_id === store.get("app")?.id);
}

/** An entry as a line: place, person, first words. */
export function lineOf(entry) {
  const parts = { event: eventParts, call: callParts, interaction: interactionParts }[entry.kind](entry);
  return parts.filter(Boolean).join(" · ").slice(0, LENGTH);
}

function eventParts(entry) {
  const event = eventOf(entry);
  if (!event) return [typed(entry.summary)];
  const told = saidIn(event);
  const { channel, channel_id: id, item } = event;
  const what = told.text ?? (event.reaction ? `:${event.reaction}:` : event.tab);
  return [place(idOf(channel) ?? id ?? item?.channel), someone(idOf(told.user ?? event.user)), typed(what)];
}

function callParts({ args, reply }) {
  const { channel, user, users, name, view, view_id: id, text, blocks } = args ?? {};
  const title = parsed(view)?.title?.text ?? parsed(view)?.type;
  const said = text || firstText(parsed(blocks)) || reply?.message?.text;
  return [place(channel), someone(user ?? users), title ?? id, name, typed(said)];
}

function interactionParts({ payload, summary }) {
  const { channel, channel_id: id, user, user_id: who } = payload ?? {};
  return [place(idOf(channel) ?? id), someone(idOf(user) ?? who), summary];
}

/** The event itself; undefined when the entry was too long to be sent whole. */
function eventOf({ kind, envelope }) {
  return kind === "event" ? envelope?.event : undefined;
}

/** The message that an event is about; the event, when it is about none. */
function saidIn(event) {
  return event.message ?? event.previous_message ?? event;
}

function idOf(value) {
  return typeof value === "object" ? value?.id : value;
}

function place(id) {
  const room = context.room(id);
  if (!room) return typeof id === "string" ? (person(id) ? `@${nameOf(person(id))}` : id) : "";
  const isNamed = room.kind === "channel" || room.kind === "group";
  return isNamed ? `#${room.name}` : `with ${roomName(room)}`;
}

function someone(id) {
  return typeof id === "string" && id ? (person(id) ? nameOf(person(id)) : id) : "";
}

function typed(text) {
  return typeof text === "string" ? toTyped(text).replace(/\s+/g, " ").trim() : "";
}

/** What an app sends may be JSON within a form's field. */
function parsed(value) {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function firstText(blocks) {
  const block = Array.isArray(blocks) ? blocks.find((one) => one?.text?.text) : undefined;
  return block?.text.text;
}
