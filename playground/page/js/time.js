/** Moments as people read them, in a zone. Everything else in the page is UTC. */

const formats = new Map();

function format(kind, zone, options) {
  const key = `${kind} ${zone}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }));
  return formats.get(key);
}

/** The moment of a message's ts. */
export function tsDate(ts) {
  return new Date(Number(ts) * 1000);
}

/** "15:04" */
export function clockTime(date, zone) {
  return format("time", zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
}

/** "15:04:05" */
export function clockSeconds(date, zone) {
  return format("seconds", zone, { timeStyle: "medium" }).format(date);
}

/** "Mon 23 Nov" */
export function shortDay(date, zone) {
  return format("short", zone, { weekday: "short", day: "numeric", month: "short" }).format(date).replace(",", "");
}

/** "Monday 23 November 2026 at 15:04:05" */
export function fullTime(date, zone) {
  return format("full", zone, { dateStyle: "full", timeStyle: "medium" }).format(date);
}

/** "2026-11-23", a name for the day in that zone. */
export function dayKey(date, zone) {
  const { year, month, day } = wall(date, zone);
  return `${year}-${two(month)}-${two(day)}`;
}

/** "Today", "Yesterday" or "Monday, 23 November". */
export function dayName(date, now, zone) {
  const key = dayKey(date, zone);
  if (key === dayKey(now, zone)) return "Today";
  if (key === dayKey(new Date(now - 86_400_000), zone)) return "Yesterday";
  const isThisYear = wall(date, zone).year === wall(now, zone).year;
  const options = { weekday: "long", day: "numeric", month: "long", ...(isThisYear ? {} : { year: "numeric" }) };
  return format(`day ${isThisYear}`, zone, options).format(date);
}

/** "today at 15:04", "yesterday at 09:00", "23 Nov at 15:04" */
export function whenWords(date, now, zone) {
  const name = dayName(date, now, zone);
  const day = name === "Today" || name === "Yesterday" ? name.toLowerCase() : shortDay(date, zone);
  return `${day} at ${clockTime(date, zone)}`;
}

/** "Berlin" of "Europe/Berlin". */
export function cityOf(zone) {
  return zone.split("/").at(-1).replaceAll("_", " ");
}

/** What a clock on the wall and a calendar show there: {year, month, day, hour, minute, weekday} (Monday is 1). */
export function wall(date, zone) {
  const options = { hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
  const found = {};
  for (const { type, value } of format("wall", zone, options).formatToParts(date)) found[type] = Number(value);
  const { year, month, day, hour, minute } = found;
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
  return { year, month, day, hour, minute, weekday };
}

/** The moment when the wall in that zone shows this; in the hour that a zone skips, the moment after it. */
export function instant({ year, month, day, hour, minute }, zone) {
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  let found = wanted;
  for (let turn = 0; turn < 2; turn += 1) {
    const shown = wall(new Date(found), zone);
    found += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute);
  }
  return new Date(found);
}

/** That day's wall time, so many days after `date`. */
export function dayAfter(date, days, hour, minute, zone) {
  const { year, month, day } = wall(date, zone);
  const later = new Date(Date.UTC(year, month - 1, day + days));
  const parts = { year: later.getUTCFullYear(), month: later.getUTCMonth() + 1, day: later.getUTCDate() };
  return instant({ ...parts, hour, minute }, zone);
}

function two(number) {
  return String(number).padStart(2, "0");
}
