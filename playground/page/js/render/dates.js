/** Moments as the reader's clock and language say them. */

import { tame } from "./tame.js";

const MONTH_NAMED = { month: "long", day: "numeric" };
const MONTH_SHORT = { month: "short", day: "numeric" };
const SECONDS = { year: 31_557_600, month: 2_629_800, week: 604_800, day: 86_400, hour: 3600, minute: 60, second: 1 };
const HALF_YEAR = 183 * 86_400;

/**
 * `<!date^…>`: the format with its tokens filled in. The fallback when the moment is none.
 *
 * @param {{epoch: number|string, format: string, fallback: string}} date
 * @param {object} context
 * @param {boolean} [opens] whether it opens a line, and so starts with a capital
 */
export function dateWords({ epoch, format, fallback }, context, opens = false) {
  const seconds = Number(epoch);
  if (!Number.isFinite(seconds) || Math.abs(seconds) > 8.64e12) return tame(fallback);
  const moment = { at: new Date(seconds * 1000), ...readerOf(context) };
  const words = tame(format).replace(/\{([a-z_]{1,30})\}/g, (whole, token) => TOKENS[token]?.(moment) ?? whole);
  return opens ? words.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase()) : words;
}

/** Language, zone and clock of who reads; what the browser doesn't know falls back to English and UTC. */
function readerOf(context) {
  const me = context.me() ?? {};
  return { locale: knownLocale(me.locale), zone: knownZone(me.tz), now: context.now() };
}

function knownLocale(locale) {
  try {
    return Intl.getCanonicalLocales(String(locale || "en-US").replace("_", "-"))[0];
  } catch {
    return "en-US";
  }
}

/** A zone that the browser can count in. */
export function knownZone(zone) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone || "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

const formats = new Map();

function shown({ at, locale, zone }, options) {
  const key = JSON.stringify([locale, zone, options]);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }));
  return formats.get(key).format(at);
}

/** The year only where it isn't plain from today, as Slack leaves it out. */
function withYear(moment, options) {
  const near = Math.abs(moment.at - moment.now) / 1000 < HALF_YEAR;
  return named(moment, near ? options : { ...options, year: "numeric" });
}

/** English days are ordinals where Slack writes the month out: February 18th. */
function named(moment, options) {
  const words = shown(moment, options);
  if (!moment.locale.startsWith("en") || options.month !== "long") return words;
  const day = shown({ ...moment, locale: "en" }, { day: "numeric" });
  return words.replace(new RegExp(`\\b${day}\\b`), `${day}${ordinal(Number(day))}`);
}

function ordinal(day) {
  if (day >= 11 && day <= 13) return "th";
  return { 1: "st", 2: "nd", 3: "rd" }[day % 10] ?? "th";
}

/** The day's number in the reader's zone: 2026-11-23. */
function dayOf(at, zone) {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: zone }).format(at);
}

function pretty(moment, otherwise) {
  const days = (Date.parse(dayOf(moment.at, moment.zone)) - Date.parse(dayOf(moment.now, moment.zone))) / 86_400_000;
  if (Math.abs(days) > 1) return otherwise(moment);
  return new Intl.RelativeTimeFormat(moment.locale, { numeric: "auto" }).format(days, "day");
}

function ago({ at, now, locale }) {
  const seconds = (at - now) / 1000;
  const [unit, length] = Object.entries(SECONDS).find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.trunc(seconds / length), unit);
}

const date = (moment) => withYear(moment, MONTH_NAMED);
const short = (moment) => withYear(moment, MONTH_SHORT);
const long = (moment) => withYear(moment, { weekday: "long", ...MONTH_NAMED });

const TOKENS = {
  date_num: ({ at, zone }) => dayOf(at, zone),
  date_slash: (moment) => shown(moment, { dateStyle: "short" }),
  date,
  date_short: short,
  date_long: long,
  date_long_full: (moment) => named(moment, { weekday: "long", ...MONTH_NAMED, year: "numeric" }),
  date_pretty: (moment) => pretty(moment, date),
  date_short_pretty: (moment) => pretty(moment, short),
  date_long_pretty: (moment) => pretty(moment, long),
  day_divider_pretty: (moment) => pretty(moment, long),
  time: (moment) => shown(moment, { timeStyle: "short" }),
  time_secs: (moment) => shown(moment, { timeStyle: "medium" }),
  ago,
};

/** A moment in full, for tooltips and footers. */
export function fullDate(epoch, context) {
  return dateWords({ epoch, format: "{date_long_full} at {time_secs}", fallback: "" }, context);
}
