/** What the page knows: the parts that /page/live sends and a few of its own, and who wants to hear of which. */

const parts = new Map();
const listeners = new Set();
let waiting = null;

/** The value of a part; undefined until it came. */
export function get(part) {
  return parts.get(part);
}

/** Change a part; who listens to it hears of it before the browser paints. */
export function set(part, value) {
  parts.set(part, value);
  if (waiting === null) {
    waiting = new Set();
    queueMicrotask(tell);
  }
  waiting.add(part);
}

/**
 * Call `listener` whenever one of these parts changed, once for all that changed together.
 *
 * @param {string} names parts, with spaces between
 * @param {function(Set<string>): void} listener
 */
export function on(names, listener) {
  listeners.add({ names: names.split(" "), listener });
}

function tell() {
  const changed = waiting;
  waiting = null;
  for (const { names, listener } of listeners) {
    if (!names.some((name) => changed.has(name))) continue;
    try {
      listener(changed);
    } catch (error) {
      console.error(error); // one pane that fails must not stop the others
    }
  }
}
