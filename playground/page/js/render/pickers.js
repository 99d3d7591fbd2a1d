/** Days and times, by the browser's own inputs. */

import { h } from "../dom.js";
import { knownZone } from "./dates.js";
import { commit, naming } from "./spec.js";
import { fromWall, toWall } from "./zones.js";

const TYPES = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };

const PAUSE = 600;

/** @returns {HTMLElement} a picker for the element of this spec */
export function picker(spec) {
  const { item, place } = spec;
  const input = h("input", { ...naming(spec), type: TYPES[item.type], class: "b-input b-picker" });
  const zone = knownZone(place.context.me()?.tz);
  const note = item.timezone ?? (item.type === "datetimepicker" ? zone : "");
  follow(spec, input, zone);
  return h("span", { class: "b-row" }, input, note && h("span", { class: "b-muted" }, String(note).replace(/_/g, " ")));
}

/** Who types a year passes by other years: the app hears of what stays. */
function follow(spec, input, zone) {
  const { block, item, place } = spec;
  let before = place.value(block, item);
  let timer = 0;
  input.value = shown(item, before, zone);
  const settle = async () => {
    clearTimeout(timer);
    timer = 0;
    const value = meant(item, input.value, zone);
    if (await commit(spec, value)) {
      before = value;
      return;
    }
    place.keep(block, item, before);
    input.value = shown(item, before, zone);
  };
  input.addEventListener("change", () => {
    place.keep(block, item, meant(item, input.value, zone));
    clearTimeout(timer);
    if (place.dispatches(block)) timer = setTimeout(settle, PAUSE);
  });
  input.addEventListener("blur", () => timer && settle());
}

function shown(item, value, zone) {
  if (value === null || value === undefined || value === "") return "";
  return item.type === "datetimepicker" ? toWall(Number(value), zone) : value;
}

function meant(item, entered, zone) {
  if (!entered) return null;
  return item.type === "datetimepicker" ? fromWall(entered, zone) : entered;
}
