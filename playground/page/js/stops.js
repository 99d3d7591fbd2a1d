/** The stops on the way to a later moment: at each of them the app does in time what falls due there. */

import { dayAfter, wall } from "./time.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WORKDAY = [9, 10, 15, 18];
const QUIET_DAY = [9, 17];
const CLOSE = 8; // days within which a working day has so many stops: more days would take long
const MOST = 400;

/**
 * @param {Date} from
 * @param {Date} to
 * @param {string} zone whose hours they are
 * @returns {Array<Date>} in order, `to` the last; only `to` when it is within the hour
 */
export function stopsTo(from, to, zone) {
  const stops = to - from > HOUR ? between(from, to, zone) : [];
  return [...stops.filter((stop) => stop > from && stop < to), to];
}

function between(from, to, zone) {
  const days = Math.ceil((to - from) / DAY);
  const stride = Math.ceil((days * QUIET_DAY.length) / MOST);
  const stops = [];
  for (let day = 0; day <= days; day += stride) {
    const isClose = days <= CLOSE && wall(dayAfter(from, day, 12, 0, zone), zone).weekday <= 5;
    for (const hour of isClose ? WORKDAY : QUIET_DAY) stops.push(dayAfter(from, day, hour, 0, zone));
  }
  return stops;
}
