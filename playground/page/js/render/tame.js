/** What people and apps wrote, made harmless for its surroundings. */

// Everything but tab and newline that nobody can see, and what only annotates other characters.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufff9-\ufffb]/g;
const TURN = /[\u202a-\u202e\u2066-\u2069]/;
const ENDS_TURN = "\u202c";
const ENDS_ISOLATE = "\u2069";

/**
 * The text without control characters, and with every turn of writing direction ended on its own line: it can't reorder
 * what stands around it, not even from inside an isolated element.
 *
 * @param {any} text
 * @returns {string}
 */
export function tame(text) {
  const clean = String(text ?? "")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(UNSEEN, "")
    .toWellFormed();
  return TURN.test(clean) ? clean.split("\n").map(balance).join("\n") : clean;
}

function balance(line) {
  const open = [];
  let kept = "";
  for (const char of line) {
    if (TURN.test(char) && !turn(char, open)) continue;
    kept += char;
  }
  return kept + open.reverse().join("");
}

/** Notes a turn in `open`, the list of what must still be written to end it; false when it ends nothing. */
function turn(char, open) {
  if (char === ENDS_ISOLATE) {
    const last = open.lastIndexOf(ENDS_ISOLATE);
    if (last >= 0) open.length = last;
    return last >= 0;
  }
  if (char === ENDS_TURN) return open.at(-1) === ENDS_TURN && Boolean(open.pop());
  open.push(char >= "\u2066" ? ENDS_ISOLATE : ENDS_TURN);
  return true;
}

/** Slack's three entities as the characters they stand for. */
export function unescape(text) {
  return text.replace(/&(amp|lt|gt);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">" })[name]);
}
