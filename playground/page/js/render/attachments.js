/** Attachments: what apps hang on messages, and what links unfurl to. */

import { h } from "../dom.js";
import { blockNode } from "./block.js";
import { dateWords } from "./dates.js";
import { imageFrame } from "./images.js";
import { link } from "./links.js";
import { mrkdwn, plainNodes } from "./mrkdwn.js";
import { objects, sound } from "./sound.js";
import { swatch } from "./swatch.js";
import { tame, unescape } from "./tame.js";

const NO_WORDS = "[no preview available]";

/**
 * One attachment.
 *
 * @param {object} attachment
 * @param {import("./place.js").Place} place
 * @returns {HTMLElement}
 */
export function attachmentNode(attachment, place) {
  return sound("An attachment", () => make(attachment, place));
}

function make(attachment, place) {
  const { context } = place;
  const inner = objects(attachment.blocks).length
    ? objects(attachment.blocks).map((block) => blockNode(block, place))
    : legacy(attachment, place);
  const bar = swatch(attachment.color, "b-bar") ?? h("span", { class: "b-bar" });
  return h(
    "div",
    { class: "b-attachment" },
    attachment.pretext && h("div", { class: "b-text b-pretext" }, mrkdwn(attachment.pretext, context)),
    h("div", { class: "b-attached" }, bar, h("div", { class: "b-attached-main" }, inner)),
  );
}

function legacy(attachment, place) {
  const { context } = place;
  const text = quoted(attachment, place);
  const parts = [
    author(attachment, context),
    attachment.title && title(attachment, context),
    text,
    fields(attachment.fields, context),
    picture(attachment),
    footer(attachment, context),
  ].filter(Boolean);
  if (parts.length) return parts;
  const words = attachment.fallback && attachment.fallback !== NO_WORDS ? attachment.fallback : "No preview";
  return [h("div", { class: "b-text" }, mrkdwn(words, context))];
}

/** The text; of an unfurled message its blocks. */
function quoted(attachment, place) {
  const blocks = objects(attachment.message_blocks).flatMap((one) => objects(one.message?.blocks));
  if (blocks.length) return blocks.map((block) => blockNode(block, place));
  return attachment.text && h("div", { class: "b-text" }, mrkdwn(attachment.text, place.context));
}

function author({ author_name: name, author_link: url, author_subname: sub, service_name: service }, context) {
  if (!name && !service) return null;
  const words = h("bdi", {}, tame(unescape(name || service)));
  return h(
    "div",
    { class: "b-author" },
    url ? link(url, [words], context) : words,
    sub && h("bdi", { class: "b-muted" }, ` ${tame(sub)}`),
  );
}

function title({ title: words, title_link: url }, context) {
  const shown = plainNodes(unescape(String(words)));
  return h("div", { class: "b-attached-title b-text" }, url ? link(url, shown, context) : shown);
}

function fields(list, context) {
  if (!list?.length) return null;
  const each = ({ title: name, value, short }) =>
    h(
      "div",
      { class: short ? "b-text" : "b-text b-wide" },
      name && h("div", { class: "b-field-title" }, mrkdwn(name, context)),
      mrkdwn(value, context),
    );
  return h("div", { class: "b-fields" }, list.map(each));
}

function picture({
  image_url: url,
  thumb_url: thumb,
  title: words,
  fallback,
  image_width: width,
  image_height: height,
}) {
  if (!url && !thumb) return null;
  const alt = tame(words || (fallback === NO_WORDS ? "" : fallback) || "Picture");
  return imageFrame({
    url: url ?? thumb,
    alt,
    size: width && height ? [width, height] : [],
    look: url ? "b-image" : "b-thumb",
  });
}

function footer({ footer: words, ts }, context) {
  if (!words && !ts) return null;
  const when = ts ? dateWords({ epoch: ts, format: "{date_short_pretty} at {time}", fallback: "" }, context, true) : "";
  return h(
    "div",
    { class: "b-footer" },
    words && h("span", { class: "b-text" }, mrkdwn(words, context)),
    words && when && " | ",
    when,
  );
}
