/** Says in the bar when nothing reaches the app. */

import { appUser, nameOf } from "./context.js";
import { h } from "./dom.js";
import * as store from "./store.js";

const PATIENCE = 1500; // milliseconds in which an app may come back without a word

export class Reach {
  constructor() {
    this.words = h("span", {});
    this.element = h("p", { class: "reach", role: "status" }, this.words);
    this.timer = 0;
    store.on("app people me", () => this.look());
  }

  look() {
    const app = store.get("app");
    const isAway = app?.connection === "none";
    if (isAway && !this.timer) this.timer = setTimeout(() => this.tell(), PATIENCE);
    if (isAway) return;
    clearTimeout(this.timer);
    this.timer = 0;
    this.words.textContent = "";
  }

  tell() {
    this.words.textContent = `${nameOf(appUser() ?? store.get("app"))} cannot be reached`;
  }
}
