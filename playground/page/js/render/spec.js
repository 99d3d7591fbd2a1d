/**
 * What every control is made from: `{block, item, place, id, labelledby, name}`. `labelledby` is the id of an input
 * block's label; elsewhere `name` says what it is.
 */

import { confirmed } from "./confirm.js";
import { words } from "./mrkdwn.js";

let count = 0;

/** A spec for an element of a block; its label, if there is one, is still to be named. */
export function specOf(block, item, place) {
  count += 1;
  return { block, item, place, id: `b${count}`, labelledby: "", name: nameOf(item) };
}

function nameOf(item) {
  if (item.accessibility_label) return item.accessibility_label;
  return words(item.text) || words(item.placeholder) || String(item.action_id ?? item.type).replace(/[_.:-]+/g, " ");
}

/** The attributes by which a control is named, described and found again. */
export function naming({ block, item, place, id, labelledby, name }) {
  const isInput = block.type === "input";
  return {
    id,
    "data-key": place.key(block, item),
    "data-first": item.focus_on_load === true,
    "aria-label": labelledby ? null : name,
    "aria-labelledby": labelledby || null,
    "aria-describedby": isInput ? `${id}-hint ${id}-error` : null,
    "aria-required": isInput && !block.optional ? "true" : null,
  };
}

/** Asks whether it is meant, where the element wants that, and then chooses; false when it is not meant. */
export async function commit({ block, item, place }, value) {
  if (item.confirm && place.dispatches(block) && !(await confirmed(item.confirm, place.context))) return false;
  await place.choose(block, item, value);
  return true;
}
