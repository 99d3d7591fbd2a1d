/** Keeps a list of elements like a list of entries, and touches only what changed. */

/**
 * An entry is {key, sign, make, change?}: `make()` gives the element; when `sign` is another than before, `change()`
 * brings the element up to date, or a new one is made in its place.
 */
export class Keyed {
  constructor(parent) {
    this.parent = parent;
    this.shown = new Map();
  }

  show(entries) {
    const next = new Map(entries.map((entry) => [entry.key, this.fresh(entry)]));
    for (const [key, { element }] of this.shown) if (!next.has(key)) element.remove();
    this.shown = next;
    let place = this.parent.firstChild;
    for (const { element } of next.values()) {
      if (element === place) place = place.nextSibling;
      else this.parent.insertBefore(element, place);
    }
  }

  fresh({ key, sign, make, change }) {
    const had = this.shown.get(key);
    if (!had) return { element: make(), sign };
    if (had.sign === sign) return had;
    if (change) change(had.element);
    else had.element = swap(had.element, make());
    had.sign = sign;
    return had;
  }
}

/** Put a new element in an old one's place; the focus goes to what corresponds to where it was. */
export function swap(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const path = focused && pathTo(old, focused);
  old.replaceWith(fresh);
  if (focused && !fresh.contains(document.activeElement)) follow(fresh, path)?.focus?.({ preventScroll: true });
  return fresh;
}

function pathTo(top, element) {
  const path = [];
  for (let at = element; at !== top; at = at.parentElement) path.unshift([...at.parentElement.children].indexOf(at));
  return path;
}

function follow(top, path) {
  return path.reduce((at, step) => at?.children[step], top);
}
