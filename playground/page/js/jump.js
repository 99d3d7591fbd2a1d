/** The small form that takes the clock to a day and a time. */

import { act } from "./act.js";
import { now, zone } from "./context.js";
import { h } from "./dom.js";
import { popup } from "./popup.js";
import * as store from "./store.js";
import { cityOf, clockTime, dayAfter, dayKey, instant, shortDay } from "./time.js";
import { toast } from "./toasts.js";

const SPEEDS = [1, 10, 60, 600];
const DAYS = 14;

const TIME = {
  type: "text",
  autocomplete: "off",
  maxlength: 5,
  pattern: "([01]?[0-9]|2[0-3]):[0-5][0-9]",
  title: "Hours and minutes, such as 9:00 or 17:30",
};
const DATE = {
  type: "text",
  autocomplete: "off",
  maxlength: 10,
  pattern: "2[01][0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
  title: "Year, month and day, such as 2026-12-24",
};

/**
 * Open it beside `anchor`, in the acting person's zone.
 *
 * @param {Element} anchor
 * @param {Element} jumps the buttons beside the clock, for windows that have no room for them
 * @param {function(Date): void} go
 */
export function openJump(anchor, jumps, go) {
  const { day, date, fields } = dayFields();
  const time = h("input", { ...TIME, class: "field", required: true, value: clockTime(now(), zone()) });
  const submit = (event) => {
    event.preventDefault();
    const moment = chosen(day.value || date.value, time.value);
    if (moment <= now()) return toast("That moment has passed", "choose a later one: time goes forward", "error");
    close();
    go(moment);
  };
  const quick = [...jumps.children].map((button) => again(button, () => close()));
  const close = popup(
    anchor,
    h(
      "form",
      { class: "jump-form", onsubmit: submit, "aria-label": "Move the clock" },
      h("h2", {}, "Move the clock"),
      h("div", { class: "jump-quick" }, quick),
      h("div", { class: "fields" }, fields, h("label", {}, `Time in ${cityOf(zone())}`, time)),
      h("button", { class: "button primary" }, "Go there"),
      h("p", { class: "muted" }, "What falls due until then happens on the way."),
      speeds(),
    ),
  );
}

/** A list of the next days, and a field for any other. The browser's own would put the month first in many languages. */
function dayFields() {
  const days = Array.from({ length: DAYS }, (_, at) => dayAfter(now(), at, 12, 0, zone()));
  const day = h(
    "select",
    { class: "field", onchange: () => later() },
    days.map((one) => h("option", { value: dayKey(one, zone()) }, shortDay(one, zone()))),
    h("option", { value: "" }, "Later …"),
  );
  const date = h("input", { ...DATE, class: "field", value: dayKey(dayAfter(now(), DAYS, 12, 0, zone()), zone()) });
  const other = h("label", { hidden: true }, "Date", date);
  const later = () => {
    other.hidden = Boolean(day.value);
    date.disabled = other.hidden;
    date.required = !other.hidden;
  };
  later();
  return { day, date, fields: [h("label", {}, "Day", day), other] };
}

/** How many times as fast as the machine's clock this one may run. */
function speeds() {
  const speedNow = store.get("time")?.speed ?? 1;
  const choose = (speed) => (event) => {
    for (const one of event.currentTarget.parentElement.children)
      one.setAttribute("aria-pressed", String(one === event.currentTarget));
    act("time", { user: null, speed });
  };
  const button = (speed) =>
    h(
      "button",
      { type: "button", class: "speed", "aria-pressed": String(speed === speedNow), onclick: choose(speed) },
      `${speed}×`,
    );
  return h("div", { class: "speeds", role: "group", "aria-label": "How fast time runs" }, "Runs", SPEEDS.map(button));
}

function again(button, close) {
  const press = () => {
    close();
    button.click();
  };
  return h("button", { type: "button", class: "button small", onclick: press }, button.textContent);
}

function chosen(day, time) {
  const [year, month, date] = day.split("-").map(Number);
  const [hour, minute] = time.split(":").map(Number);
  return instant({ year, month, day: date, hour, minute }, zone());
}
