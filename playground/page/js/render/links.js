/** Links: only what is safe to open, and messages of this workspace open here. */

import { h } from "../dom.js";
import { tame } from "./tame.js";

const PERMALINK = /^\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})$/;
const SCHEMES = ["http:", "https:", "mailto:", "tel:"];

/** The address when it may be opened, else null. */
export function safeAddress(url) {
  try {
    const { protocol, href } = new URL(tame(url).trim());
    return SCHEMES.includes(protocol) ? href : null;
  } catch {
    return null;
  }
}

/** Attributes of an `a` that leads outside. */
export function outward(url) {
  return { href: url, rel: "noopener noreferrer", target: "_blank" };
}

/**
 * A link with these children; the children alone when the address is not safe.
 *
 * @param {string} url
 * @param {Array<Node|string>} children
 * @param {object} context
 * @returns {HTMLElement}
 */
export function link(url, children, context) {
  const address = safeAddress(url);
  if (!address) return h("span", { class: "b-nolink" }, children);
  const place = ownMessage(address, context);
  if (!place) return h("a", { class: "b-link", title: address, ...outward(address) }, children);
  const open = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    context.openRoom(place.room, place.ts);
    if (place.thread) context.openThread(place.room, place.thread, place.ts);
  };
  return h("a", { class: "b-link", href: place.path, onclick: open }, children);
}

/** Where in this workspace a permalink leads; null for every other address. */
function ownMessage(address, context) {
  const url = new URL(address);
  const found = isHere(url) ? PERMALINK.exec(url.pathname) : null;
  if (!found || !context.room(found[1])) return null;
  const thread = url.searchParams.get("thread_ts");
  return { room: found[1], ts: `${found[2]}.${found[3]}`, thread, path: url.pathname + url.search };
}

/** The playground goes by Slack's name, and by every name of this machine. */
function isHere({ host, hostname, port }) {
  const own = (name) => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(name);
  if (host === location.host || hostname.endsWith(".slack.com")) return true;
  return own(hostname) && own(location.hostname) && port === location.port;
}
