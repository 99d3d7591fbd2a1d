/** While whoever started the playground plays something of their own, the clock and the faults are out of reach. */

import * as store from "./store.js";
import { toast } from "./toasts.js";

/** Show of each button whether it is out of reach, and why. */
export function hold(buttons) {
  const why = reason();
  for (const button of buttons) {
    button.dataset.title ??= button.title;
    button.title = why || button.dataset.title;
    if (why) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

/** The listener that does `act`; while it is out of reach, it says why instead. */
export function unlessHeld(act) {
  return (event) => (reason() ? toast(reason()) : act(event));
}

function reason() {
  const notice = store.get("notice");
  return notice?.closed ? `Not yet: ${notice.text}` : "";
}
