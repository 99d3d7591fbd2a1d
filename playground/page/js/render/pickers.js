/** Days and times, by the browser's own inputs. */

import { h } from "../dom.js";
import { knownZone } from "./dates.js";
import { commit, naming } from "./spec.js";
import { fromWall, toWall } from "./zones.js";

const TYPES = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };

/** @returns {HTMLElement} a picker for the element of this spec */
export function picker(spec) {
  const { block, item, place } = spec;
  const type = TYPES[item.type];
  const input = h("input", { ...naming(spec), type, class: "b-input b-picker" });
  const zone = knownZone(place.context.me()?.tz);
  input.value = shown(item, place.value(block, item), zone);
  // Half a date is no date: what is sent is what the browser holds once it is complete.
  input.addEventListener("change", async () => {
    const before = place.value(block, item);
    if (!(await commit(spec, meant(item, input.value, zone)))) input.value = shown(item, before, zone);
  });
  const note = item.timezone ?? (item.type === "datetimepicker" ? zone : "");
  return h("span", { class: "b-row" }, input, note && h("span", { class: "b-muted" }, note.replace(/_/g, " ")));
}

function shown(item, value, zone) {
  if (value === null || value === undefined || value === "") return "";
  return item.type === "datetimepicker" ? toWall(Number(value), zone) : value;
}

function meant(item, entered, zone) {
  if (!entered) return null;
  return item.type === "datetimepicker" ? fromWall(entered, zone) : entered;
}
