/** What stands between Slack's angle brackets, and its likes in rich text: people, groups, channels, dates, links. */

import { h } from "../dom.js";
import { dateWords, fullDate } from "./dates.js";
import { link } from "./links.js";
import { tame, unescape } from "./tame.js";

/**
 * The node for `<inner>`.
 *
 * @param {string} inner what stands between the brackets
 * @param {object} context
 * @param {boolean} [opens] whether it opens a line
 * @returns {Node}
 */
export function entity(inner, context, opens = false) {
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? "" : unescape(inner.slice(bar + 1));
  if (target.startsWith("@")) return personPing(target.slice(1), context, label);
  if (target.startsWith("#")) return roomLink(target.slice(1), context, label);
  if (target.startsWith("!")) return special(target.slice(1), label, context, opens);
  const url = unescape(target);
  const words = tame(label || url.replace(/^mailto:/, ""));
  return /^[a-z][a-z0-9+.-]*:/i.test(url) ? link(url, [words], context) : document.createTextNode(`<${inner}>`);
}

function special(target, label, context, opens) {
  const [kind, ...rest] = target.split("^");
  if (["here", "channel", "everyone", "group"].includes(kind)) return broadcast(kind);
  if (kind === "subteam") return groupPing(rest[0], context, label);
  if (kind === "date") {
    const [epoch, format, url] = rest;
    return dateNode(
      { epoch, format: unescape(format ?? ""), url: url && unescape(url), fallback: label },
      context,
      opens,
    );
  }
  return document.createTextNode(label || `<${target}>`);
}

/** A person's name, which opens the profile; marked when it is the reader's own. */
export function personPing(id, context, label = "") {
  const person = context.person(id);
  const name = tame(person ? nameOf(person) : label.replace(/^@/, "") || id);
  const look = id === context.me()?.id ? "b-ping b-ping-me" : "b-ping";
  if (!person) return h("bdi", { class: look }, `@${name}`);
  return h("button", { type: "button", class: look, onclick: () => context.openPerson(id) }, h("bdi", {}, `@${name}`));
}

/** The name that somebody goes by: the one chosen for showing, unless it is but the user name. */
export function nameOf({ id, name, display_name: shown, real_name: full }) {
  return (shown && shown !== name ? shown : full) || name || id;
}

export function groupPing(id, context, label = "") {
  const group = context.group(id);
  const handle = tame(group ? `@${group.handle}` : label || "@group");
  const mine = group?.users?.includes(context.me()?.id);
  return h("bdi", { class: mine ? "b-ping b-ping-me" : "b-ping", title: group && tame(group.name) }, handle);
}

export function broadcast(range) {
  return h("span", { class: "b-ping b-ping-me" }, `@${range}`);
}

/** A channel, which opens; one that the reader may not see is told by no name. */
export function roomLink(id, context, label = "") {
  const room = context.room(id);
  if (!room) return h("span", { class: "b-nolink b-private" }, label ? `#${tame(label)}` : "🔒 private channel");
  const name = h("bdi", {}, `${room.kind === "group" ? "🔒" : "#"}${tame(room.name)}`);
  return h("button", { type: "button", class: "b-room", onclick: () => context.openRoom(id) }, name);
}

/** A moment in the reader's words. */
export function dateNode({ epoch, format, url, fallback }, context, opens = false) {
  const words = dateWords({ epoch, format, fallback: fallback ?? "" }, context, opens);
  const time = h("time", { class: "b-date", title: fullDate(epoch, context) || null }, words);
  return url ? link(url, [time], context) : time;
}
