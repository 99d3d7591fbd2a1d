/** Long messages fold. */

import { h } from "../dom.js";
import { drafts } from "./drafts.js";

const KEY = "fold";
/** The pixels that are shown at first: `.b-fold` has them, too. */
const MOST = 700;
// One observer for all: a long channel has many messages.
const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.isConnected) measure(target.parentElement);
    else watcher.unobserve(target);
  }
});

/** Content that shows about 700 pixels, and the rest on demand; all of it where buttons stand below. */
export function fold(scope, children) {
  const content = h("div", { class: "b-content" }, children);
  const box = h("div", { class: "b-fold" }, content);
  const more = h("button", { type: "button", class: "b-more", "aria-expanded": "false", hidden: true }, "Show more");
  const show = () => {
    const isOpen = drafts.open(scope).has(KEY);
    box.classList.toggle("b-open", isOpen);
    more.textContent = isOpen ? "Show less" : "Show more";
    more.setAttribute("aria-expanded", String(isOpen));
    measure(box);
  };
  const toggle = () => {
    const open = drafts.open(scope);
    if (!open.delete(KEY)) open.add(KEY);
    show();
  };
  more.addEventListener("click", toggle);
  // What has the focus must be seen.
  content.addEventListener("focusin", ({ target }) => {
    const below = target.getBoundingClientRect().bottom > box.getBoundingClientRect().bottom + 1;
    if (below && !box.classList.contains("b-open")) toggle();
  });
  show();
  watcher.observe(content);
  return [box, more];
}

function measure(box) {
  const more = box?.nextElementSibling;
  if (!more) return;
  const isOpen = box.classList.contains("b-open");
  box.classList.toggle("b-whole", !isOpen && endsWithControls(box));
  if (!isOpen) {
    box.scrollTop = 0;
    more.hidden = box.scrollHeight <= box.clientHeight + 4;
  }
  box.classList.toggle("b-folded", !isOpen && !more.hidden);
}

/** Whether a fold would hide what one can press: then there is none. */
function endsWithControls(box) {
  const top = box.firstElementChild.getBoundingClientRect().top;
  const last = [...box.querySelectorAll(".b-actions, .b-accessory")].at(-1);
  return last !== undefined && last.getBoundingClientRect().bottom - top > MOST;
}
