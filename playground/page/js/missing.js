/** Says so when an address leads to a message that is not there. */

import { currentRoom } from "./context.js";
import { isSettled } from "./live.js";
import { route } from "./routes.js";
import * as store from "./store.js";
import { toast } from "./toasts.js";

const PATIENCE = 500; // milliseconds in which the rest of what was asked for may still come

let timer = 0;
let told = "";

/** Watch where the page goes from now on. */
export function startMissing() {
  store.on("route room thread", () => {
    clearTimeout(timer);
    if (isMissing()) timer = setTimeout(tell, PATIENCE);
  });
}

function tell() {
  const { as, room, at } = route();
  const sign = `${as} ${room} ${at}`;
  if (sign === told || !isMissing()) return;
  told = sign;
  toast("That message is not here", "it was deleted, or the link is wrong");
}

function isMissing() {
  const { at, thread } = route();
  const room = store.get("room");
  if (!at || !isSettled() || !room || room.isOld || room.id !== currentRoom()?.id) return false;
  if (thread && holds(store.get("thread"), at)) return false;
  const isAllThere = !room.has_more || room.messages[0]?.ts <= at;
  return (thread || isAllThere) && !holds(room, at);
}

function holds(list, ts) {
  return Boolean(list?.messages.some((one) => one.ts === ts));
}
