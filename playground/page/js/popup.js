/** What opens over the page: menus and small panels beside the button they belong to. Escape or a click elsewhere closes. */

import { h } from "./dom.js";

const GAP = 6;

/**
 * Show `content` beside `anchor`. Focus goes to `[autofocus]`, else to the first thing that takes it, and back at the end.
 *
 * @param {Element} anchor
 * @param {HTMLElement} content
 * @param {function(): void} [onClose]
 * @returns {function(): void} closes it
 */
export function popup(anchor, content, onClose = () => {}) {
  const shell = h("div", { class: "popup", popover: "auto" }, h("div", { class: "popup-inner" }, content));
  const back = document.activeElement;
  (anchor.closest("header, nav, main, aside") ?? document.body).append(shell); // what is in no landmark is hard to find again
  shell.showPopover();
  settle(shell, anchor);
  anchor.setAttribute("aria-expanded", "true");
  (shell.querySelector("[autofocus]") ?? shell.querySelector("button, input, [tabindex]"))?.focus({ preventScroll: true });
  shell.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    const hadFocus = shell.contains(document.activeElement) || document.activeElement === document.body;
    shell.remove();
    anchor.setAttribute("aria-expanded", "false");
    if (hadFocus) (anchor.isConnected ? anchor : back)?.focus?.({ preventScroll: true });
    onClose();
  });
  return () => shell.isConnected && shell.hidePopover();
}

/** Below the anchor if there is room, else above; never out of the window. */
function settle(shell, anchor) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = shell;
  const below = at.bottom + GAP + height <= innerHeight;
  const top = below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height);
  const left = at.left + width > innerWidth - GAP ? at.right - width : at.left;
  shell.style.setProperty("top", `${Math.round(top)}px`);
  shell.style.setProperty("left", `${Math.round(Math.max(GAP, Math.min(left, innerWidth - width - GAP)))}px`);
}

/**
 * A menu. An item is {label, icon?, hint?, danger?, act}, {title} for a heading, or null for a line between.
 *
 * @param {Element} anchor
 * @param {Array<object|null>} items
 * @param {string} label what the menu is, for screen readers
 */
export function menu(anchor, items, label) {
  let close = () => {};
  const choose = (item) => () => {
    close();
    item.act();
  };
  const shown = items.filter((item, at) => item || (at > 0 && items[at - 1] && at < items.length - 1));
  const rows = shown.map((item) => row(item, choose));
  const list = h("div", { class: "menu", role: "menu", "aria-label": label, onkeydown: walk }, rows);
  close = popup(anchor, list);
}

function row(item, choose) {
  if (!item) return h("div", { class: "menu-line", role: "separator" });
  if (item.title) return h("div", { class: "menu-title", role: "presentation" }, item.title);
  return h(
    "button",
    {
      type: "button",
      role: "menuitem",
      tabindex: "-1",
      class: item.danger ? "menu-item danger" : "menu-item",
      onclick: choose(item),
    },
    item.icon,
    h("span", { class: "menu-words" }, h("span", {}, item.label), item.hint && h("small", {}, item.hint)),
  );
}

function walk(event) {
  const items = [...event.currentTarget.querySelectorAll("[role=menuitem]")];
  const here = items.indexOf(document.activeElement);
  const step = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[event.key];
  const next = step === undefined ? byLetter(items, here, event.key) : items.at(step % items.length);
  if (event.key === "Tab") event.currentTarget.closest("[popover]").hidePopover();
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function byLetter(items, here, key) {
  if (key.length !== 1 || key === " ") return null;
  const turned = [...items.slice(here + 1), ...items.slice(0, here + 1)];
  return turned.find((item) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
}

/** Ask before something that cannot be taken back; true when the person agrees. */
export function confirm({ title, text, yes }) {
  return new Promise((resolve) => {
    const end = (answer) => () => {
      resolve(answer);
      dialog.close();
    };
    const dialog = h(
      "dialog",
      { class: "confirm", "aria-labelledby": "confirm-title", onclose: () => (resolve(false), dialog.remove()) },
      h("h2", { id: "confirm-title" }, title),
      h("p", {}, text),
      h(
        "div",
        { class: "buttons" },
        h("button", { type: "button", class: "button", onclick: end(false) }, "Cancel"),
        h("button", { type: "button", class: "button danger", onclick: end(true) }, yes),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
