/** Input blocks: a label, the element, a hint, and what is wrong with what was entered. */

import { h } from "../dom.js";
import { element } from "./elements.js";
import { plainNodes } from "./mrkdwn.js";
import { specOf } from "./spec.js";
import { tame } from "./tame.js";

const GROUPS = ["checkboxes", "radio_buttons"];

/** @returns {HTMLElement} */
export function inputBlock(block, place) {
  const spec = specOf(block, block.element ?? {}, place);
  spec.labelledby = `${spec.id}-label`;
  const optional = block.optional && h("span", { class: "b-muted" }, " (optional)");
  const label = h(
    GROUPS.includes(spec.item.type) ? "span" : "label",
    { class: "b-label", id: spec.labelledby, for: GROUPS.includes(spec.item.type) ? null : spec.id },
    plainNodes(block.label?.text),
    optional,
  );
  const error = h("div", { class: "b-error", id: `${spec.id}-error` });
  const hint = h("div", { class: "b-hint", id: `${spec.id}-hint` }, plainNodes(block.hint?.text ?? ""));
  const node = h("div", { class: "b-input-block" }, label, element(spec), error, hint);
  for (const name of ["input", "change"]) node.addEventListener(name, () => showProblem(node, ""));
  return node;
}

/** Shows what is wrong under an input block's element; nothing for "". */
export function showProblem(node, problem) {
  const error = node.querySelector(".b-error");
  if (!error) return;
  const words = tame(problem);
  if (error.textContent !== words) error.textContent = words;
  for (const control of controlsOf(node)) {
    if (words) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

/** What takes the focus in an input block. */
export function controlsOf(node) {
  return [...node.querySelectorAll("input, textarea")];
}
