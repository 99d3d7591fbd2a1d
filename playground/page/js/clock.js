/** The playground's clock: always in view, and the buttons that move it. */

import { act, post } from "./act.js";
import { now, zone } from "./context.js";
import { h } from "./dom.js";
import { hold, unlessHeld } from "./hold.js";
import { icon } from "./icons.js";
import { openJump } from "./jump.js";
import { stopsTo } from "./stops.js";
import * as store from "./store.js";
import { cityOf, clockSeconds, clockTime, dayAfter, shortDay, wall } from "./time.js";
import { toast } from "./toasts.js";

const CATCH_UP = 30; // seconds that the app is given to do what fell due
const ON_THE_WAY = { timeout: 2, quiet: 0.12 };
const MONDAY = 8;

export class Clock {
  constructor() {
    this.day = h("span", { class: "clock-day" });
    this.time = h("b", { class: "clock-time" });
    this.city = h("span", { class: "clock-city" });
    this.speed = h("span", { class: "clock-speed" });
    this.face = h(
      "button",
      {
        type: "button",
        class: "clock",
        "aria-haspopup": "dialog",
        "aria-expanded": "false",
        title: "Move the clock",
        onclick: unlessHeld(() => this.open()),
      },
      icon("clock"),
      h("span", { class: "unseen" }, "Move the clock. It is "),
      h("span", { class: "clock-words" }, this.day, this.time, this.city, this.speed),
    );
    this.jumps = h(
      "div",
      { class: "jumps", role: "group", "aria-label": "Move the clock" },
      this.jump("+1 hour", () => new Date(now().getTime() + 3_600_000)),
      this.jump("Tomorrow 9:00", () => dayAfter(now(), 1, 9, 0, zone())),
      this.jump("Next Monday 8:59", nextMonday),
    );
    this.element = h("div", { class: "clock-box" }, this.face, this.jumps);
    this.able(false);
    store.on("time me", () => this.tick());
    store.on("notice", () => hold(this.buttons()));
    store.on("gone", () => this.rest());
  }

  jump(label, when) {
    const jump = unlessHeld(() => this.go(when()));
    return h("button", { type: "button", class: "jump-button", onclick: jump }, label);
  }

  buttons() {
    return this.element.querySelectorAll("button");
  }

  /** Who could move a clock that is not known yet would set it by the machine's. */
  able(isAble) {
    for (const button of this.buttons()) button.disabled = !isAble;
  }

  /** Show the moment. */
  tick() {
    if (!store.get("time") || store.get("gone")) return;
    if (this.face.disabled) this.able(true);
    const { speed } = store.get("time");
    put(this.day, shortDay(now(), zone()));
    put(this.time, speed > 30 ? clockTime(now(), zone()) : clockSeconds(now(), zone()));
    put(this.city, cityOf(zone()));
    put(this.speed, speed === 1 ? "" : `${speed}×`);
  }

  /** A clock whose playground is gone stands still. */
  rest() {
    const isGone = Boolean(store.get("gone"));
    this.element.classList.toggle("gone", isGone);
    this.able(!isGone && Boolean(store.get("time")));
  }

  /** Let it become that moment, and show that the app catches up. Who goes elsewhere meanwhile leaves this way. */
  async go(moment) {
    this.busy(1);
    const mine = (this.way = {});
    for (const stop of stopsTo(now(), moment, zone())) {
      if (this.way !== mine || !(await this.pass(stop, stop === moment))) break;
    }
    this.busy(-1);
  }

  /** Let it be that moment on the way, or the end of it; false when that did not work. */
  async pass(moment, isEnd) {
    if (moment <= now() && !isEnd) return true;
    const answer = await act("time", { user: null, set: moment.toISOString() });
    if (!answer.now) return false;
    if (isEnd) toast(`It is ${shortDay(moment, zone())}, ${clockTime(moment, zone())} in ${cityOf(zone())}`);
    await post("/control/settle", isEnd ? { timeout: CATCH_UP, quiet: 0.3 } : ON_THE_WAY);
    return true;
  }

  busy(step) {
    this.jobs = (this.jobs ?? 0) + step;
    this.element.classList.toggle("busy", this.jobs > 0);
    this.element.setAttribute("aria-busy", String(this.jobs > 0));
  }

  open() {
    openJump(this.face, this.jumps, (moment) => this.go(moment));
  }
}

function nextMonday() {
  const { weekday } = wall(now(), zone());
  const soon = dayAfter(now(), 0, 8, 59, zone());
  return weekday === 1 && soon > now() ? soon : dayAfter(now(), MONDAY - weekday, 8, 59, zone());
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
