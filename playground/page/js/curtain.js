/** Behind the curtain: what passes between Slack and the app, what the app says of a message, and faults to order. */

import { me } from "./context.js";
import { h } from "./dom.js";
import { Entries } from "./entries.js";
import { FaultList } from "./faults.js";
import { icon } from "./icons.js";
import { Inspection } from "./inspection.js";
import { remember, remembered } from "./routes.js";
import * as store from "./store.js";

const TABS = { events: "Events", calls: "Calls", message: "Message", faults: "Faults" };

/** Open or close it. */
export function toggleCurtain() {
  const isOpen = !store.get("curtain-open");
  store.set("curtain-open", isOpen);
  remember("curtain", isOpen ? "1" : "");
  document.body.dataset.pane = isOpen ? "curtain" : "main";
  if (!isOpen) document.querySelector(".curtain-button").focus();
}

/** Open it at what the app says of a message. */
export function inspect(channel, ts) {
  store.set("inspected", { channel, ts });
  store.set("curtain-tab", "message");
  if (!store.get("curtain-open")) toggleCurtain();
  document.body.dataset.pane = "curtain";
  queueMicrotask(() => document.getElementById("curtain").focus());
}

export class CurtainPane {
  constructor(element) {
    this.element = element;
    this.panels = {
      events: new Entries("Search events", (one) => one.kind === "event", "Nothing was delivered to the app yet."),
      calls: new Entries("Search calls", (one) => one.kind !== "event", "The app called nothing yet."),
      message: new Inspection(),
      faults: new FaultList(),
    };
    this.tabs = Object.entries(TABS).map(([name, label]) => this.tab(name, label));
    this.body = h("div", { class: "curtain-body", role: "tabpanel", id: "curtain-panel" });
    element.append(
      h(
        "div",
        { class: "room-head" },
        h("div", { class: "room-title" }, h("h2", {}, "Behind the curtain")),
        h("button", { type: "button", class: "tool", "aria-label": "Close the curtain", onclick: toggleCurtain }, icon("close")),
      ),
      h("p", { class: "muted curtain-note" }, "It shows all that passes, whoever you act as."),
      h(
        "div",
        { class: "tabs", role: "tablist", "aria-label": "Behind the curtain", onkeydown: (event) => this.key(event) },
        this.tabs,
      ),
      this.body,
    );
    store.set("curtain-tab", remembered("curtain-tab") || "events");
    store.set("curtain-open", remembered("curtain") === "1" && innerWidth > 1000);
    store.on("curtain-open curtain-tab", () => this.show());
    store.on("curtain", () => this.take());
    store.on("inspected room thread me", () => this.look());
    store.on("faults app notice time", () => this.warn());
  }

  warn() {
    this.panels.faults.show();
    const count = store.get("faults")?.length;
    document.getElementById("curtain-faults").textContent = count ? `${TABS.faults} · ${count}` : TABS.faults;
  }

  tab(name, label) {
    const choose = () => store.set("curtain-tab", name);
    return h(
      "button",
      { type: "button", role: "tab", class: "tab", id: `curtain-${name}`, "aria-controls": "curtain-panel", onclick: choose },
      label,
    );
  }

  show() {
    this.element.hidden = !store.get("curtain-open");
    const name = store.get("curtain-tab");
    remember("curtain-tab", name);
    for (const tab of this.tabs) {
      const isOn = tab.id === `curtain-${name}`;
      tab.setAttribute("aria-selected", String(isOn));
      tab.tabIndex = isOn ? 0 : -1;
    }
    this.body.setAttribute("aria-labelledby", `curtain-${name}`);
    const panel = this.panels[name].element;
    if (this.body.firstChild !== panel) this.body.replaceChildren(panel);
    if (this.element.hidden) return;
    this.panels[name].show?.();
    this.look();
  }

  take() {
    const heap = store.get("curtain") ?? [];
    if (!heap.length) return;
    store.set("curtain", []);
    const news = heap.filter(Boolean);
    this.panels.events.take(news);
    this.panels.calls.take(news);
    this.panels.faults.take(news);
  }

  look() {
    if (store.get("curtain-open") && store.get("curtain-tab") === "message") this.panels.message.look(me().id);
  }

  key(event) {
    const step = { ArrowRight: 1, ArrowLeft: this.tabs.length - 1 }[event.key];
    if (!step) return;
    const next = this.tabs[(this.tabs.indexOf(document.activeElement) + step) % this.tabs.length];
    next.focus();
    next.click();
    event.preventDefault();
  }
}
