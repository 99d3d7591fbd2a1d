/** The elements of Block Kit by their types. */

import { h } from "../dom.js";
import { boxes } from "./boxes.js";
import { button, feedback, iconButton, overflow } from "./buttons.js";
import { imageFrame } from "./images.js";
import { fileField, textField } from "./inputs.js";
import { picker } from "./pickers.js";
import { select } from "./select.js";

const MAKERS = {
  button,
  workflow_button: button,
  icon_button: iconButton,
  feedback_buttons: feedback,
  overflow,
  checkboxes: boxes,
  radio_buttons: boxes,
  datepicker: picker,
  timepicker: picker,
  datetimepicker: picker,
  plain_text_input: textField,
  email_text_input: textField,
  url_text_input: textField,
  number_input: textField,
  rich_text_input: textField,
  file_input: fileField,
  image: ({ item }) => imageFrame({ url: item.image_url, alt: item.alt_text, look: "b-thumb" }),
};

/** @returns {HTMLElement} the element of a spec; a quiet word for a type that is not known */
export function element(spec) {
  const { type } = spec.item;
  const make = /_select$/.test(type) ? select : MAKERS[type];
  return make ? make(spec) : h("span", { class: "b-unknown" }, String(type));
}
