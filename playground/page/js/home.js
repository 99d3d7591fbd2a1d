/** The app's Home tab, as the app made it for this person. */

import { act } from "./act.js";
import { context, me, nameOf, appUser } from "./context.js";
import { h } from "./dom.js";
import { appFace } from "./faces.js";
import { go } from "./routes.js";
import { homeView } from "./render/views.js";
import * as store from "./store.js";
import { swap } from "./keyed.js";

export class Home {
  constructor() {
    this.element = h("div", { class: "scroller home", tabindex: "-1" });
    this.shownTo = "";
    this.sign = "";
  }

  /** Show it; the app hears that it was opened, once for each time one comes to it. */
  show() {
    if (!this.element.isConnected) this.shownTo = "";
    if (this.shownTo !== me().id && me().id && store.get("app")) {
      this.shownTo = me().id;
      act("open_home", {});
    }
    const view = store.get("home");
    const sign = JSON.stringify([view, me().id, nameOf(appUser())]);
    if (sign === this.sign) return;
    this.sign = sign;
    const fresh = h("div", { class: "home-inner" }, view?.blocks?.length ? homeView(view, context) : empty());
    if (this.element.firstChild) swap(this.element.firstChild, fresh);
    else this.element.append(fresh);
  }
}

function empty() {
  return h(
    "div",
    { class: "welcome" },
    appFace(),
    h("h2", {}, nameOf(appUser())),
    h("p", {}, "This app has put nothing on its Home for you."),
    h(
      "p",
      {},
      h("button", { type: "button", class: "button", onclick: () => go({ tab: "messages" }) }, "Write to it under Messages"),
    ),
  );
}
