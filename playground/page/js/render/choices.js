/** What selects offer: options of their own, of the app, people and conversations. */

import { nameOf } from "./entities.js";
import { words } from "./mrkdwn.js";
import { tame } from "./tame.js";

const PAUSE = 250;
const KIND = { im: "im", mpim: "mpim", group: "private", channel: "public" };

/**
 * The source of a select's choices.
 *
 * @returns {{find: function(string): Promise<Array<{label, options}>>, label: function(string): string, pause: number,
 *   least: number}} `find` gives groups of `{value, words, hint}`; `pause` is how long typing must rest before it,
 *   `least` how many letters it takes
 */
export function sourceOf(block, item, place) {
  const kind = item.type.replace("multi_", "");
  return { pause: 0, least: 0, ...(SOURCES[kind] ?? fixed)(block, item, place) };
}

function shown(option) {
  return { value: option.value, words: words(option.text), hint: words(option.description) };
}

function labelOf(block, item, place) {
  return (value) => {
    const option = place.optionsOf(block, item).findLast((one) => one.value === value);
    return option ? words(option.text) : tame(value);
  };
}

function fixed(block, item, place) {
  const groups = item.option_groups
    ? item.option_groups.map((group) => ({ label: words(group.label), options: (group.options ?? []).map(shown) }))
    : [{ label: "", options: (item.options ?? []).map(shown) }];
  return { find: async (query) => matching(groups, query), label: labelOf(block, item, place) };
}

function external(block, item, place) {
  const find = async (query) => {
    const options = await place.suggest(block, item, query);
    place.options = { ...place.options, [item.action_id]: [...(place.options[item.action_id] ?? []), ...options] };
    return [{ label: "", options: options.map(shown) }];
  };
  return { find, label: labelOf(block, item, place), pause: PAUSE, least: item.min_query_length ?? 3 };
}

function people(_block, _item, { context }) {
  const options = () =>
    context
      .people()
      .filter((person) => !person.deleted)
      .map((person) => ({ value: person.id, words: tame(nameOf(person)), hint: tame(person.real_name || person.name) }))
      .map((one) => (one.hint === one.words ? { ...one, hint: "" } : one));
  const label = (id) => tame(nameOf(context.person(id) ?? { id }));
  return { find: async (query) => matching([{ label: "", options: byWords(options()) }], query), label };
}

function rooms(accepts) {
  return (_block, item, { context }) => {
    const label = (id) => roomName(context.room(id) ?? { id, name: id }, context);
    const options = () =>
      context
        .rooms()
        .filter((room) => !room.is_archived && accepts(room, item, context))
        .map((room) => ({ value: room.id, words: roomName(room, context), hint: "" }));
    return { find: async (query) => matching([{ label: "", options: byWords(options()) }], query), label };
  };
}

function wanted(room, { filter = {} }, context) {
  if (filter.include && !filter.include.includes(KIND[room.kind])) return false;
  if (filter.exclude_external_shared_channels && room.is_ext_shared) return false;
  return !(filter.exclude_bot_users && room.kind === "im" && context.person(room.user)?.is_bot);
}

function roomName(room, context) {
  if (room.kind === "im") return tame(nameOf(context.person(room.user) ?? { id: room.user }));
  if (room.kind === "mpim") {
    const others = (room.members ?? []).filter((id) => id !== context.me()?.id);
    return others.map((id) => tame(nameOf(context.person(id) ?? { id }))).join(", ");
  }
  return `${room.kind === "group" ? "🔒" : "#"}${tame(room.name)}`;
}

function byWords(options) {
  return options.sort((one, other) => one.words.localeCompare(other.words));
}

/** What fits the letters: beginnings of words before all else. */
function matching(groups, query) {
  const letters = query.trim().toLocaleLowerCase();
  if (!letters) return groups;
  return groups
    .map(({ label, options }) => ({ label, options: ranked(options, letters) }))
    .filter(({ options }) => options.length);
}

function ranked(options, letters) {
  const text = (one) => ` ${one.words} ${one.hint}`.toLocaleLowerCase();
  const found = options.filter((one) => text(one).includes(letters));
  const starts = (one) => /[\p{L}\p{N}]/u.test(text(one)[text(one).indexOf(letters) - 1]);
  return found.sort((one, other) => starts(one) - starts(other));
}

const SOURCES = {
  external_select: external,
  users_select: people,
  channels_select: rooms((room) => room.kind === "channel"),
  conversations_select: rooms(wanted),
};
