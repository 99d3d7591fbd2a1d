/** The square that stands for someone: initials on a colour of their own. */

import { appUser, nameOf } from "./context.js";
import { h } from "./dom.js";
import { emoji } from "./render/emoji.js";

/**
 * @param {object|undefined} someone a person, or {id, name, emoji?, image?} of a message that bears its own
 * @param {string} [size] "small" or "tiny"
 */
export function face(someone, size = "") {
  const name = someone?.real_name || someone?.name || "?";
  const isApp = someone?.is_bot || someone?.isApp;
  const kind = `face ${size} ${isApp ? "face-app" : ""} tint-${tint(someone?.id ?? name)}`;
  const char = someone?.emoji && emoji(someone.emoji.replaceAll(":", ""));
  if (char) return h("span", { class: `face ${size} face-emoji`, "aria-hidden": "true" }, char);
  if (someone?.image?.startsWith(location.origin)) return h("img", { class: `face ${size}`, src: someone.image, alt: "" });
  return h("span", { class: kind, "aria-hidden": "true" }, initials(name));
}

/** A face with a dot that says whether someone is there. */
export function faceWithPresence(someone, size = "") {
  const dot = h("span", { class: someone?.presence === "away" ? "dot away" : "dot" });
  return h("span", { class: "face-box", "aria-hidden": "true" }, face(someone, size), someone?.is_bot ? null : dot);
}

function initials(name) {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  return words.length > 1 ? words[0][0].toUpperCase() + words.at(-1)[0].toUpperCase() : name.charAt(0).toUpperCase();
}

function tint(id) {
  if (id === appUser()?.id) return 0;
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 9973;
  return sum % 8;
}

/** The mark of apps beside their names. */
export function appBadge() {
  return h("span", { class: "app-badge" }, "APP");
}

/** Names in a row: "Maria Lopez, Tom Becker and you". */
export function namesInWords(people, mine) {
  const names = people.map((one) => (one?.id === mine ? "you" : nameOf(one)));
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
}

/** The app, as a face. */
export function appFace(size) {
  return face({ ...appUser(), isApp: true }, size);
}
