/** Checkboxes and radio buttons. */

import { h } from "../dom.js";
import { textNodes } from "./mrkdwn.js";
import { commit, naming } from "./spec.js";
import { ownOptions } from "./values.js";

/** @returns {HTMLElement} a group of boxes for the element of this spec */
export function boxes(spec) {
  const { block, item, place } = spec;
  const many = item.type === "checkboxes";
  const held = place.value(block, item);
  const chosen = new Set(many ? held : [held]);
  const attributes = { ...naming(spec), role: many ? "group" : "radiogroup", class: "b-boxes" };
  // aria-required is no property of a group, and the key belongs to what takes the focus.
  const { "data-key": key, "data-first": first, ...own } = attributes;
  if (many) delete own["aria-required"];
  const node = h("div", own);
  const options = item.options ?? ownOptions(item);
  node.append(
    ...options.map((option, at) => {
      const more = { "data-key": `${key} ${option.value}`, "data-first": first && at === 0 };
      return box(spec, option, { type: many ? "checkbox" : "radio", checked: chosen.has(option.value), ...more });
    }),
  );
  node.addEventListener("change", () => changed(spec, node, many));
  return node;
}

function box({ id, place }, option, more) {
  const input = h("input", { name: id, value: option.value, ...more });
  return h(
    "label",
    { class: "b-box" },
    input,
    h(
      "span",
      { class: "b-text" },
      textNodes(option.text, place.context),
      option.description && h("span", { class: "b-box-hint" }, textNodes(option.description, place.context)),
    ),
  );
}

async function changed(spec, node, many) {
  const inputs = [...node.querySelectorAll("input")];
  const before = spec.place.value(spec.block, spec.item);
  const values = inputs.filter((one) => one.checked).map((one) => one.value);
  if (await commit(spec, many ? values : values[0])) return;
  for (const one of inputs) one.checked = many ? before.includes(one.value) : one.value === before;
}
