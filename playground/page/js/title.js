/** The window's title: how many pings wait, where one is, as whom. */

import { currentRoom, me, nameOf, roomName } from "./context.js";
import * as store from "./store.js";

/** Keep it true from now on. */
export function startTitle() {
  store.on("route rooms people me", () => {
    const room = currentRoom();
    const pings = (store.get("rooms") ?? []).reduce((sum, one) => sum + one.pings, 0);
    const sign = ["channel", "group"].includes(room?.kind) ? "#" : "";
    const place = room ? `${sign}${roomName(room)} · ` : "";
    document.title = `${pings ? `(${pings}) ` : ""}${place}${nameOf(me())} · Playground`;
  });
}
