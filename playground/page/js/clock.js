/** The playground's clock: always in view, and the buttons that move it. */

import { act, post } from "./act.js";
import { now, zone } from "./context.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { popup } from "./popup.js";
import * as store from "./store.js";
import { cityOf, clockSeconds, clockTime, dayAfter, dayKey, instant, shortDay, wall } from "./time.js";
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
      { type: "button", class: "clock", "aria-haspopup": "dialog", "aria-expanded": "false", title: "Move the clock", onclick: () => this.open() },
      icon("clock"),
      h("span", { class: "unseen" }, "Move the clock. It is "),
      h("span", { class: "clock-words" }, this.day, this.time, this.city),
      this.speed,
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
    const { hour, minute } = wall(now(), zone());
    const day = h("input", { type: "date", class: "field", required: true, min: dayKey(now(), zone()), value: dayKey(now(), zone()), id: "jump-day" });
    const time = h("input", { type: "time", class: "field", required: true, value: `${two(hour)}:${two(minute)}`, id: "jump-time" });
    const submit = (event) => {
      event.preventDefault();
      const moment = chosen(day.value, time.value);
      if (moment <= now()) return toast("That moment has passed", "choose a later one: time goes forward", "error");
      close();
      this.go(moment);
    };
    const close = popup(
      this.face,
      h(
        "form",
        { class: "jump-form", onsubmit: submit, "aria-label": "Move the clock" },
        h("h2", {}, "Move the clock"),
        h("div", { class: "jump-quick" }, [...this.jumps.children].map((button) => quick(button, () => close()))),
        h("div", { class: "fields" }, h("label", { for: "jump-day" }, "Day", day), h("label", { for: "jump-time" }, `Time in ${cityOf(zone())}`, time)),
        h("button", { class: "button primary" }, "Go there"),
        h("p", { class: "muted" }, "What falls due until then happens at once."),
      ),
    );
  }
}

/** The same button once more, for windows that have no room for it beside the clock. */
function quick(button, close) {
  const press = () => {
    close();
    button.click();
  };
  return h("button", { type: "button", class: "button small", onclick: press }, button.textContent);
}

function nextMonday() {
  const { weekday } = wall(now(), zone());
  const soon = dayAfter(now(), 0, 8, 59, zone());
  return weekday === 1 && soon > now() ? soon : dayAfter(now(), MONDAY - weekday, 8, 59, zone());
}

function chosen(day, time) {
  const [year, month, date] = day.split("-").map(Number);
  const [hour, minute] = time.split(":").map(Number);
  return instant({ year, month, day: date, hour, minute }, zone());
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function two(number) {
  return String(number).padStart(2, "0");
}
