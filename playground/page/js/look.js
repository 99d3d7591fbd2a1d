/** Dark or light: as the machine says, or as one chose. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { remember, remembered } from "./routes.js";

const LOOKS = { auto: ["half", "Look: as your machine says"], light: ["sun", "Look: light"], dark: ["moon", "Look: dark"] };

/** The button that goes from one look to the next. */
export function lookSwitch() {
  const button = h("button", { type: "button", class: "bar-button" });
  const show = (look) => {
    const [drawing, label] = LOOKS[look];
    if (look === "auto") delete document.documentElement.dataset.look;
    else document.documentElement.dataset.look = look;
    remember("look", look === "auto" ? "" : look);
    button.replaceChildren(icon(drawing));
    button.setAttribute("aria-label", label);
    button.title = label;
    button.onclick = () => show(next(look));
  };
  show(remembered("look") in LOOKS ? remembered("look") : "auto");
  return button;
}

function next(look) {
  const all = Object.keys(LOOKS);
  return all[(all.indexOf(look) + 1) % all.length];
}
