/** Focus and caret, carried over from elements to those that replace them. */

/**
 * Notes what is focused in an element of this scope and, once the caller has put a new one in its place, focuses the
 * same thing there. Elements of a scope have data-scope; what can be focused in them has data-key.
 *
 * @param {string} scope
 * @param {HTMLElement} fresh
 */
export function keepFocus(scope, fresh) {
  const active = document.activeElement;
  const old = active?.closest?.("[data-scope]");
  if (!old || old === fresh || old.dataset.scope !== scope || !active.dataset.key) return;
  const held = focusOf(old);
  queueMicrotask(() => {
    const now = document.activeElement;
    if (old.isConnected || !fresh.isConnected || (now !== document.body && !fresh.contains(now))) return;
    focusKey(fresh, held);
  });
}

/** What was typed into an open menu's field; null when none is open. */
function menuOf(active) {
  return active.getAttribute("aria-expanded") === "true" ? (active.value ?? "") : null;
}

/** What is focused in `root`, so that `focusKey` finds it again; null when nothing is. */
export function focusOf(root) {
  const active = document.activeElement;
  if (!root.contains(active) || !active.dataset.key) return null;
  const range = [active.selectionStart, active.selectionEnd];
  return { active, key: active.dataset.key, range, menu: menuOf(active) };
}

/** Focuses the element with this key, the caret where it was, the menu open that was open. */
export function focusKey(root, { key, range = [], menu = null }) {
  const found = [...root.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  if (!found) return;
  found.focus({ preventScroll: true });
  if (menu !== null) reopen(found, menu);
  const [start, end] = range;
  if (typeof start === "number" && typeof found.setSelectionRange === "function") found.setSelectionRange(start, end);
}

function reopen(found, typed) {
  found.click();
  if (!typed) return;
  found.value = typed;
  found.dispatchEvent(new Event("input"));
}
