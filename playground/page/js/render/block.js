/** The blocks of Block Kit by their types. */

import { h } from "../dom.js";
import { element } from "./elements.js";
import { inputBlock } from "./field.js";
import { imageFrame } from "./images.js";
import { link } from "./links.js";
import { markdown } from "./markdown.js";
import { plainNodes, textNodes, words } from "./mrkdwn.js";
import { richText } from "./richtext.js";
import { sound } from "./sound.js";
import { specOf } from "./spec.js";
import { table } from "./table.js";

/**
 * One block.
 *
 * @param {object} block Slack's JSON
 * @param {import("./place.js").Place} place
 * @returns {HTMLElement}
 */
export function blockNode(block, place) {
  const make = MAKERS[block.type] ?? unknown;
  const node = sound(`A block of type “${block.type}”`, () => make(block, place));
  node.classList.add("b-block");
  if (block.block_id) node.dataset.block = block.block_id;
  return node;
}

function unknown({ type }) {
  return h("div", { class: "b-unknown" }, `A block of type “${type}”, which this page does not show`);
}

function section(block, place) {
  const { context } = place;
  const main = h(
    "div",
    { class: "b-main" },
    block.text && h("div", { class: "b-text" }, textNodes(block.text, context)),
    block.fields?.length &&
      h(
        "div",
        { class: "b-fields" },
        block.fields.map((field) => h("div", { class: "b-text" }, textNodes(field, context))),
      ),
  );
  if (!block.accessory) return h("div", { class: "b-section" }, main);
  const spec = specOf(block, block.accessory, place);
  return h("div", { class: "b-section b-with-accessory" }, main, h("div", { class: "b-accessory" }, element(spec)));
}

function context(block, place) {
  const each = (one) =>
    one.type === "image"
      ? imageFrame({ url: one.image_url, alt: one.alt_text, look: "b-tiny" })
      : h("div", { class: "b-text" }, textNodes(one, place.context));
  return h("div", { class: "b-context" }, (block.elements ?? []).map(each));
}

function actions(block, place) {
  const items = (block.elements ?? []).map((item) => element(specOf(block, item, place)));
  return h("div", { class: "b-actions" }, items);
}

function image(block) {
  return h(
    "figure",
    { class: "b-figure" },
    block.title && h("figcaption", { class: "b-muted" }, plainNodes(block.title.text)),
    imageFrame({ url: block.image_url ?? block.slack_file?.url, alt: block.alt_text }),
  );
}

function video(block, { context }) {
  const title = h("bdi", {}, words(block.title) || block.alt_text);
  return h(
    "div",
    { class: "b-card" },
    h("div", { class: "b-muted" }, [block.provider_name, block.author_name].filter(Boolean).join(" · ") || "Video"),
    block.title_url ? link(block.title_url, [title], context) : title,
    block.description && h("div", { class: "b-text" }, plainNodes(block.description.text)),
    imageFrame({ alt: `Video: ${block.alt_text}` }),
  );
}

function file(block) {
  return h("div", { class: "b-card" }, h("div", { class: "b-muted" }, "Remote file"), String(block.external_id ?? ""));
}

const MAKERS = {
  section,
  header: (block) => h("h3", { class: "b-header b-text" }, plainNodes(block.text?.text)),
  divider: () => h("hr", { class: "b-divider" }),
  context,
  actions,
  context_actions: actions,
  image,
  video,
  file,
  input: inputBlock,
  rich_text: (block, place) => h("div", { class: "b-rich" }, richText(block.elements, place.context)),
  markdown: (block, place) => h("div", { class: "b-markdown" }, markdown(block.text, place.context)),
  table: (block, place) => table(block, place.context),
};
