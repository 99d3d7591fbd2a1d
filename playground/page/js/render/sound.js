/** Worlds are files that people write: what is not of Slack's form must not take the whole page with it. */

import { h } from "../dom.js";

/** The objects of a list; none of anything else. */
export function objects(list) {
  return Array.isArray(list) ? list.filter((one) => one && typeof one === "object") : [];
}

/**
 * What `make` makes of a thing; a quiet frame that names it when it can't be made.
 *
 * @param {string} what
 * @param {function(): HTMLElement} make
 */
export function sound(what, make) {
  try {
    return make();
  } catch (error) {
    console.warn(what, error);
    return h("div", { class: "b-unknown b-block" }, `${what} that is not of Slack's form`);
  }
}
