/** The names of all emoji, for those who look for one. */

let names = [];

/** To be called once at the start. Without the list the page still works. */
export async function loadNames() {
  try {
    const response = await fetch("/page/emoji.json");
    names = Object.keys(await response.json());
  } catch {
    names = [];
  }
}

/** All names, in the order of the list. */
export function allEmoji() {
  return names;
}
