/** Fields that one types into, and files. */

import { h } from "../dom.js";
import { words } from "./mrkdwn.js";
import { naming } from "./spec.js";
import { problemOf } from "./validate.js";
import { readFiles } from "./uploads.js";

const PAUSE = 300;
const MODES = { email_text_input: "email", url_text_input: "url", number_input: "decimal" };
const PLACEHOLDERS = { email_text_input: "name@example.com", url_text_input: "https://example.com" };

/**
 * A field of text. Rich text is typed as plain text: the app gets it as a rich_text of one section.
 *
 * @returns {HTMLElement}
 */
export function textField(spec) {
  const { block, item, place } = spec;
  const many = item.multiline || item.type === "rich_text_input";
  const field = h(many ? "textarea" : "input", {
    ...naming(spec),
    class: many ? "b-input b-area" : "b-input",
    type: many ? null : "text",
    rows: many ? 4 : null,
    // Email and number types would hide the caret's place, and with it typing through an update would jump.
    inputmode: MODES[item.type] ?? null,
    autocomplete: "off",
    placeholder: words(item.placeholder) || PLACEHOLDERS[item.type] || null,
  });
  field.value = place.value(block, item) ?? "";
  const counter = countOf(item, field);
  field.addEventListener("input", () => {
    place.keep(block, item, field.value);
    counter?.show();
  });
  dispatching(spec, field, many);
  return h("span", { class: "b-field" }, field, counter?.node);
}

/** What is left to type, where the app set a limit. */
function countOf(item, field) {
  if (!item.max_length && !item.min_length) return null;
  const node = h("span", { class: "b-count" });
  const most = item.max_length ?? 3000;
  const show = () => {
    const count = field.value.length;
    const short = count > 0 && count < (item.min_length ?? 0);
    node.textContent = short ? `${count} of at least ${item.min_length}` : `${most - count}`;
    node.classList.toggle("b-over", count > most);
    node.hidden = !short && most - count > Math.max(50, most / 2);
    node.title = "characters left";
  };
  show();
  return { node, show };
}

/** The app hears of what is typed where its block says so. */
function dispatching({ block, item, place }, field, many) {
  if (!place.dispatches(block)) return;
  const triggers = item.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const send = () => {
    if (!problemOf({ optional: true }, item, field.value)) place.send(block, item, field.value);
  };
  if (triggers.includes("on_character_entered")) {
    let timer = 0;
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(send, PAUSE);
    });
  }
  if (!triggers.includes("on_enter_pressed")) return;
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || (many && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    send();
  });
}

/** @returns {HTMLElement} a field for files */
export function fileField(spec) {
  const { block, item, place } = spec;
  const accept = (item.filetypes ?? []).map((type) => `.${type}`).join(",") || null;
  const multiple = (item.max_files ?? 10) > 1;
  const field = h("input", { ...naming(spec), type: "file", class: "b-input", accept, multiple });
  const list = h("ul", { class: "b-filelist" });
  const show = () =>
    list.replaceChildren(...(place.value(block, item) ?? []).map((one) => h("li", {}, one.name ?? one)));
  field.addEventListener("change", async () => {
    place.keep(block, item, await readFiles(field.files));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    show();
  });
  show();
  return h("span", { class: "b-field" }, field, list);
}
