/** Whom one acts as: the button at the top right, and the list behind it. */

import { choose } from "./chooser.js";
import { context, currentRoom, me, nameOf, now, zone } from "./context.js";
import { h } from "./dom.js";
import { faceWithPresence } from "./faces.js";
import { memberItem } from "./head.js";
import { icon } from "./icons.js";
import { go, lastRoom } from "./routes.js";
import * as store from "./store.js";
import { cityOf, clockTime } from "./time.js";

export class PeopleSwitch {
  constructor() {
    this.words = h("span", { class: "me-words" });
    this.picture = h("span", { class: "me-face" });
    this.element = h(
      "button",
      {
        type: "button",
        class: "me",
        "aria-haspopup": "listbox",
        "aria-expanded": "false",
        title: "Act as someone else",
        onclick: () => this.open(),
      },
      this.picture,
      this.words,
      icon("down"),
    );
    store.on("me people", () => this.show());
  }

  show() {
    this.picture.replaceChildren(faceWithPresence(me(), "small"));
    this.tick();
  }

  /** The time goes on. */
  tick() {
    if (!me().id) return;
    const first = nameOf(me()).split(" ")[0];
    const words = `${first} · ${clockTime(now(), zone())} ${cityOf(zone())}`;
    if (words === this.shown) return;
    this.shown = words;
    this.words.replaceChildren(
      h("span", { class: "unseen" }, "Acting as "),
      h("b", {}, first),
      h("span", { class: "me-time" }, ` · ${clockTime(now(), zone())} ${cityOf(zone())}`),
    );
  }

  open() {
    const teams = new Map((store.get("teams") ?? []).map((team) => [team.id, team.name]));
    const people = context.people().filter((one) => !one.is_bot && !one.deleted && one.id !== "USLACKBOT");
    const items = people.map((one) => ({ ...memberItem(one), group: teams.get(one.team) ?? "", isCurrent: one.id === me().id }));
    items.sort((one, other) => one.group.localeCompare(other.group));
    choose(this.element, { label: "People", hint: "Act as …", items, onPick: becomes });
  }
}

/** Act as someone else: here, where they are a member, else where they were last. */
function becomes(id) {
  if (id === me().id) return;
  const isHere = currentRoom()?.members.includes(id);
  if (isHere) go({ as: id });
  else go({ as: id, room: lastRoom(id), thread: "", tab: "" });
}
