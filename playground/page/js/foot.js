/** What stands below a conversation one cannot write in: an invitation to join, or why not. */

import { act } from "./act.js";
import { roomName } from "./context.js";
import { h } from "./dom.js";

/** The element, or null where one can write. */
export function roomFoot(room) {
  if (room.is_archived)
    return h("div", { class: "foot-note" }, h("p", {}, "This channel is archived. You can read it, and nobody can write in it."));
  if (room.is_member) return null;
  const join = () => act("join", { channel: room.id });
  return h(
    "div",
    { class: "foot-note" },
    h("p", {}, "You are looking at ", h("b", {}, `#${roomName(room)}`)),
    h("button", { type: "button", class: "button primary", onclick: join }, "Join channel"),
  );
}
