/** The line at the top: the workspace, the clock, the person, the looks and the curtain. */

import { Clock } from "./clock.js";
import { me, now } from "./context.js";
import { toggleCurtain } from "./curtain.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { lookSwitch } from "./look.js";
import { PeopleSwitch } from "./people.js";
import { Reach } from "./reach.js";
import * as store from "./store.js";

const TICK = 250;

export class Bar {
  constructor(element) {
    this.team = h("span", { class: "team-name" }, "Playground");
    this.mark = h("span", { class: "team-mark", "aria-hidden": "true" }, "P");
    this.clock = new Clock();
    this.people = new PeopleSwitch();
    this.curtain = h(
      "button",
      {
        type: "button",
        class: "bar-button curtain-button",
        "aria-pressed": "false",
        title: "Behind the curtain (Ctrl .)",
        onclick: toggleCurtain,
      },
      icon("eye"),
      h("span", {}, "Curtain"),
    );
    this.curtain.setAttribute("aria-label", "Behind the curtain");
    element.append(
      h("div", { class: "team" }, this.mark, this.team, new Reach().element),
      this.clock.element,
      h("div", { class: "bar-end" }, lookSwitch(), this.curtain, this.people.element),
    );
    store.on("me teams curtain-open faults", () => this.show());
    setInterval(() => this.tick(), TICK);
  }

  show() {
    const team = (store.get("teams") ?? []).find((one) => one.id === me().team);
    this.team.textContent = team?.name ?? "Playground";
    this.mark.textContent = (team?.name ?? "P").charAt(0);
    const faults = store.get("faults")?.length ?? 0;
    this.curtain.classList.toggle("alert", faults > 0);
    this.curtain.setAttribute("aria-label", `Behind the curtain${inForce(faults)}`);
    this.curtain.setAttribute("aria-pressed", String(Boolean(store.get("curtain-open"))));
  }

  tick() {
    if (!store.get("time") || store.get("gone")) return;
    this.clock.tick();
    this.people.tick();
    const minute = Math.floor(now() / 60_000);
    if (minute !== store.get("minute")) store.set("minute", minute);
  }
}

function inForce(faults) {
  return faults ? `, ${faults} ${faults === 1 ? "fault" : "faults"} in force` : "";
}
