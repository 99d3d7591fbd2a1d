/** The first lines of a conversation: what it is and who is in it. */

import { nameOf, person } from "./context.js";
import { h } from "./dom.js";
import { face } from "./faces.js";
import { icon } from "./icons.js";

/** What stands above the first message, or in an empty conversation. */
export function emptyRoom(room) {
  if (room.isUnknown) {
    return h(
      "div",
      { class: "welcome" },
      h("h2", {}, "You cannot see this conversation"),
      h("p", {}, "It is private, or it is not there any more. Choose another one, or act as one of its members."),
    );
  }
  if (room.kind === "im") return direct(person(room.user));
  if (room.kind === "mpim") return h("div", { class: "welcome" }, h("p", {}, "This is the very beginning of your conversation."));
  const kind = room.kind === "group" ? "private channel" : "channel";
  return h(
    "div",
    { class: "welcome" },
    h("h2", {}, icon(room.kind === "group" ? "lock" : "hash"), room.name),
    h("p", {}, `This is the very beginning of the ${kind} `, h("b", {}, `#${room.name}`), room.topic ? `: ${room.topic}` : "."),
  );
}

function direct(someone) {
  const about = someone?.is_bot
    ? "Write to it as to anyone. Only the two of you see what is said here."
    : "Only the two of you see what is said here.";
  return h(
    "div",
    { class: "welcome" },
    face(someone),
    h("h2", {}, nameOf(someone)),
    someone?.title && h("p", { class: "muted" }, someone.title),
    h("p", {}, about),
  );
}
