/** Buttons and overflow menus. */

import { h } from "../dom.js";
import { confirmed } from "./confirm.js";
import { float } from "./float.js";
import { outward, safeAddress } from "./links.js";
import { textNodes, words } from "./mrkdwn.js";
import { naming } from "./spec.js";

const LOOKS = { primary: "b-button b-primary", danger: "b-button b-danger" };

/** A button; one with an address opens that too. */
export function button(spec) {
  const { block, item, place } = spec;
  const look = LOOKS[item.style] ?? "b-button";
  const label = h("span", { class: "b-button-text" }, textNodes(item.text, place.context));
  const named = { ...naming(spec), "aria-label": item.accessibility_label ?? null };
  const address = item.url ? safeAddress(item.url) : null;
  if (address) return addressed(spec, address, h("a", { ...named, class: look, ...outward(address) }, label));
  const value = item.type === "button" ? item.value : undefined;
  const node = h("button", { ...named, type: "button", class: look }, label);
  node.addEventListener("click", () => press(spec, node, () => place.send(block, item, value)));
  if (place.isBusy(spec.place.key(block, item))) node.setAttribute("aria-busy", "true");
  return node;
}

function addressed({ block, item, place }, address, node) {
  node.addEventListener("click", async (event) => {
    if (item.confirm) {
      event.preventDefault();
      if (!(await confirmed(item.confirm, place.context))) return;
      open(address, "_blank", "noopener,noreferrer");
    }
    if (item.action_id) place.send(block, item, item.value);
  });
  return node;
}

/** Asks where it must, and shows that it works on it until the app has answered. */
async function press({ block, item, place }, node, send) {
  const key = place.key(block, item);
  if (place.isBusy(key)) return;
  if (item.confirm && !(await confirmed(item.confirm, place.context))) return;
  node.setAttribute("aria-busy", "true");
  try {
    await place.busy(key, send);
  } finally {
    const scope = `[data-scope="${CSS.escape(place.scope)}"]`;
    for (const one of document.querySelectorAll(`${scope} [data-key="${CSS.escape(key)}"]`))
      one.removeAttribute("aria-busy");
    node.removeAttribute("aria-busy");
  }
}

/** An icon instead of words; the words are its name. */
export function iconButton(spec) {
  const { block, item, place } = spec;
  const label = spec.name || words(item.text);
  const attributes = { ...naming(spec), type: "button", class: "b-button b-icon", "aria-label": label, title: label };
  const node = h("button", attributes, ICONS[item.icon] ?? "•");
  node.addEventListener("click", () => press(spec, node, () => place.send(block, item, item.value)));
  return node;
}

const ICONS = { trash: "🗑" };

/** Thumbs up and down. */
export function feedback(spec) {
  const { block, item, place } = spec;
  const each = [
    ["👍", item.positive_button],
    ["👎", item.negative_button],
  ];
  const nodes = each.map(([icon, one]) => {
    const label = one?.accessibility_label || words(one?.text);
    const node = h("button", { type: "button", class: "b-button b-icon", "aria-label": label, title: label }, icon);
    node.addEventListener("click", () => press(spec, node, () => place.send(block, item, one?.value)));
    return node;
  });
  return h("span", { class: "b-row" }, nodes);
}

/** The menu behind three dots. */
export function overflow(spec) {
  const label = spec.item.accessibility_label || "More actions";
  const attributes = { type: "button", class: "b-button b-icon", "aria-haspopup": "menu", "aria-expanded": "false" };
  const opener = h("button", { ...naming(spec), ...attributes, "aria-label": label, title: label }, "⋯");
  const menu = h("div", { class: "b-panel b-menu", role: "menu", popover: "manual", "aria-label": label });
  const node = h("span", { class: "b-overflow" }, opener, menu);
  let hide = null;
  const close = () => {
    hide?.();
    hide = null;
    opener.setAttribute("aria-expanded", "false");
  };
  const show = () => {
    menu.replaceChildren(...(spec.item.options ?? []).map((option) => entry(spec, option, opener, close)));
    hide = float(menu, opener);
    opener.setAttribute("aria-expanded", "true");
    menu.firstElementChild?.focus();
  };
  opener.addEventListener("click", () => (hide ? close() : show()));
  menu.addEventListener("keydown", (event) => steer(event, menu, opener, close));
  node.addEventListener("focusout", (event) => {
    if (!node.contains(event.relatedTarget)) queueMicrotask(() => node.isConnected && close());
  });
  return node;
}

function entry(spec, option, opener, close) {
  const { block, item, place } = spec;
  const address = option.url ? safeAddress(option.url) : null;
  const children = [
    h("bdi", {}, textNodes(option.text, place.context)),
    option.description && h("bdi", { class: "b-option-hint" }, textNodes(option.description, place.context)),
  ];
  const pick = () => {
    opener.focus();
    close();
    press(spec, opener, () => place.send(block, item, option.value));
  };
  const attributes = { role: "menuitem", tabindex: "-1", class: "b-option", onclick: pick };
  if (address) return h("a", { ...attributes, ...outward(address) }, children);
  return h("button", { ...attributes, type: "button" }, children);
}

function steer(event, menu, opener, close) {
  const entries = [...menu.children];
  const at = entries.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to !== undefined) entries.at(to % entries.length).focus();
  else if (event.key === "Escape") {
    opener.focus();
    close();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
