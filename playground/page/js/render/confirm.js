/** The question before something is done. */

import { h } from "../dom.js";
import { textNodes, words } from "./mrkdwn.js";

let count = 0;

/**
 * Asks, and tells whether the answer was yes.
 *
 * @param {object} confirm Slack's confirm object
 * @param {object} context
 * @returns {Promise<boolean>}
 */
export function confirmed(confirm, context) {
  return new Promise((resolve) => {
    count += 1;
    const id = `confirm${count}`;
    const look = confirm.style === "danger" ? "b-button b-danger" : "b-button b-primary";
    const dialog = h(
      "dialog",
      { class: "v-confirm", "aria-labelledby": id, "aria-describedby": `${id}-text` },
      h("h2", { id }, words(confirm.title) || "Are you sure?"),
      h("div", { id: `${id}-text`, class: "b-text" }, textNodes(confirm.text, context)),
      h(
        "div",
        { class: "v-foot" },
        h("button", { type: "button", class: "b-button", onclick: () => dialog.close() }, words(confirm.deny) || "No"),
        h(
          "button",
          { type: "button", class: look, autofocus: true, onclick: () => dialog.close("yes") },
          words(confirm.confirm) || "Yes",
        ),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
