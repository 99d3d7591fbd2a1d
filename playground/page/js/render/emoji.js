/** Slack's names of emoji. */

import { h } from "../dom.js";

let known = new Map();

/** Loads the names, once at the start. Without them every `:name:` stays text. */
export async function loadEmoji() {
  const answer = await fetch(new URL("../../emoji.json", import.meta.url));
  if (answer.ok) known = new Map(Object.entries(await answer.json()));
}

/**
 * The characters of a name such as `wave` or `wave::skin-tone-3`; null for one that is not Slack's own.
 *
 * @param {string} name
 * @returns {string|null}
 */
export function emoji(name) {
  const [plain, tone] = String(name).split("::skin-tone-");
  const char = known.get(plain);
  if (!char) return null;
  return tone ? toned(char, Number(tone)) : char;
}

/** All names, for the list one picks from: [[name, characters]]. */
export function emojiNames() {
  return [...known];
}

function toned(char, tone) {
  const [first, ...rest] = char;
  if (!(tone >= 2 && tone <= 6) || !/^\p{Emoji_Modifier_Base}/u.test(first)) return char;
  if (rest[0] === "\ufe0f") rest.shift();
  return first + String.fromCodePoint(0x1f3fb + tone - 2) + rest.join("");
}

/** An emoji as it stands in a text; its name as text when there is none. */
export function emojiNode(name) {
  const char = emoji(name);
  if (!char) return document.createTextNode(`:${name}:`);
  return h("span", { class: "b-emoji", role: "img", "aria-label": name.replace(/_/g, " "), title: `:${name}:` }, char);
}
