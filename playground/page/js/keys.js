/** Keys that work everywhere: F6 between panes, Escape closes, Ctrl+K jumps, Ctrl+. opens the curtain. */

import { toggleCurtain } from "./curtain.js";
import { placeOf, route } from "./routes.js";
import { closeThread } from "./thread.js";
import { openRoom, openThread } from "./context.js";

const PANES = ["bar", "side", "main", "thread", "curtain"];
const ENTRIES = [".message[tabindex='0']", "[aria-current=page]", "[role=tab][aria-selected=true]", "button, a, textarea"];

/** Listen from now on. `jump` opens the list of places to go to. */
export function startKeys(jump) {
  document.addEventListener("keydown", (event) => press(event, jump));
  document.addEventListener("click", stayHere);
  document.addEventListener("focusin", (event) => setPane(event.target));
}

function press(event, jump) {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.key === "F6") goPane(event.shiftKey ? -1 : 1);
  else if (isCommand && event.key.toLowerCase() === "k") jump();
  else if (isCommand && event.key === ".") toggleCurtain();
  else if (event.key === "Escape" && !document.querySelector(":popover-open")) closePane(event.target);
  else return;
  event.preventDefault();
}

function goPane(step) {
  const open = PANES.map((id) => document.getElementById(id)).filter(
    (pane) => pane.offsetParent !== null || pane.offsetWidth > 0,
  );
  const here = open.findIndex((pane) => pane.contains(document.activeElement));
  const next = open[(here + step + open.length) % open.length];
  document.body.dataset.pane = next.id === "bar" ? document.body.dataset.pane : next.id;
  const inside = ENTRIES.flatMap((entry) => [...next.querySelectorAll(entry)]).find((one) => one.checkVisibility());
  (inside ?? next).focus();
}

function closePane(target) {
  if (target.closest?.("#curtain")) toggleCurtain();
  else if (target.closest?.("#thread") || route().thread) closeThread();
  else document.querySelector("#main textarea")?.focus();
}

/** On a phone the pane in view is the one that is used. */
function setPane(target) {
  const pane = target.closest?.("#side, #main, #thread, #curtain");
  if (pane && innerWidth > 640) document.body.dataset.pane = pane.id;
}

/** A link to a message of this playground stays in the page. */
function stayHere(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const place = placeOf(link.href);
  if (!place) return;
  event.preventDefault();
  if (place.thread) openThread(place.room, place.thread, place.at);
  else openRoom(place.room, place.at);
}
