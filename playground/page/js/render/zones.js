/** Wall clocks: what a picker of date and time shows, and the moment it means. */

const formats = new Map();

function parts(at, zone) {
  const options = { dateStyle: "short", timeStyle: "medium", timeZone: zone };
  if (!formats.has(zone)) formats.set(zone, new Intl.DateTimeFormat("sv-SE", options));
  return formats.get(zone).format(at).replace(" ", "T");
}

/** Seconds since 1970 → `2026-11-23T09:00` on the wall of `zone`. */
export function toWall(seconds, zone) {
  return parts(new Date(seconds * 1000), zone).slice(0, 16);
}

/**
 * `2026-11-23T09:00` on the wall of `zone` → seconds since 1970; NaN for what is no date. An hour that a zone skips
 * counts from before the jump.
 */
export function fromWall(wall, zone) {
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`);
  if (Number.isNaN(asUtc)) return NaN;
  const offset = (moment) => Date.parse(`${parts(new Date(moment), zone)}Z`) - moment;
  const first = asUtc - offset(asUtc);
  return Math.round((asUtc - offset(first)) / 1000);
}
