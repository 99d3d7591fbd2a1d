/** The playground's clock: always in view, and the buttons that move it. */

import { act, post } from "./act.js";
import { now, zone } from "./context.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { openJump } from "./jump.js";
import * as store from "./store.js";
import { cityOf, clockSeconds, clockTime, dayAfter, shortDay, wall } from "./time.js";
import { toast } from "./toasts.js";

const CATCH_UP = 30; // seconds that the app is given to do what fell due
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
        onclick: () => this.open(),
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
    store.on("time me", () => this.tick());
  }

  jump(label, when) {
    return h("button", { type: "button", class: "jump-button", onclick: () => this.go(when()) }, label);
  }

  /** Show the moment. */
  tick() {
    const speed = store.get("time")?.speed ?? 1;
    put(this.day, shortDay(now(), zone()));
    put(this.time, speed > 30 ? clockTime(now(), zone()) : clockSeconds(now(), zone()));
    put(this.city, cityOf(zone()));
    put(this.speed, speed === 1 ? "" : `${speed}×`);
  }

  /** Let it be that moment, and show that the app catches up. */
  async go(moment) {
    this.busy(1);
    const answer = await act("time", { user: null, set: moment.toISOString() });
    if (answer.now) {
      toast(`It is ${shortDay(moment, zone())}, ${clockTime(moment, zone())} in ${cityOf(zone())}`);
      await post("/control/settle", { timeout: CATCH_UP, quiet: 0.3 });
    }
    this.busy(-1);
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
