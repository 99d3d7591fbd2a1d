/** Words for screen readers only. */

/** Say it when nothing else is being said. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}
