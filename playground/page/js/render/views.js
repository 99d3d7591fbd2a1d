/** Homes and modals. */

import { h } from "../dom.js";
import { blockNode } from "./block.js";
import { keepFocus } from "./focus.js";
import { Modal } from "./modal.js";
import { Place } from "./place.js";
import { objects } from "./sound.js";

/**
 * An app's home.
 *
 * @param {object|null} view
 * @param {object} context
 * @returns {HTMLElement}
 */
export function homeView(view, context) {
  const blocks = objects(view?.blocks);
  if (!blocks.length) return h("div", { class: "v-home v-empty" }, "There is nothing here yet.");
  const place = placeOf(view, context);
  const home = h(
    "div",
    { class: "v-home", "data-scope": place.scope },
    blocks.map((block) => blockNode(block, place)),
  );
  keepFocus(place.scope, home);
  return home;
}

/** What elements of a view share: drafts go by the view's id. */
function placeOf(view, context) {
  const known = { state: view.state?.values ?? {}, options: view.options ?? {} };
  return new Place(context, `v ${view.id}`, { view_id: view.id }, known);
}

/** The modals that are open: the uppermost is seen. */
export class Modals {
  #modal = null;

  constructor(context) {
    this.context = context;
  }

  /** @param {Array<object>} views open ones, the lowest first */
  update(views) {
    const top = views?.at(-1);
    if (!top) {
      this.#modal?.end();
      this.#modal = null;
      return;
    }
    this.#modal ??= new Modal(this.context, placeOf);
    this.#modal.show(
      top,
      views.map((view) => view.id),
    );
  }
}
