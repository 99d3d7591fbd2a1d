/** What one points with. */

/** A mouse: whoever clicks has a keyboard at hand too. */
export function hasMouse() {
  return matchMedia("(pointer: fine)").matches;
}

/** A finger: a field with the focus brings up a keyboard that covers what one would read. */
export function hasFinger() {
  return matchMedia("(pointer: coarse)").matches;
}
