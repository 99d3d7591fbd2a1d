/** Rich text: what Slack's editor makes. */

import { h } from "../dom.js";
import { emoji, emojiNode } from "./emoji.js";
import { broadcast, dateNode, groupPing, personPing, roomLink } from "./entities.js";
import { link } from "./links.js";
import { swatch } from "./swatch.js";
import { tame } from "./tame.js";

const STYLES = { code: "code", strike: "s", italic: "em", bold: "strong", underline: "u" };

/**
 * The nodes of a rich_text block's elements.
 *
 * @param {Array<object>} elements
 * @param {object} context
 * @returns {HTMLElement[]}
 */
export function richText(elements, context) {
  return (elements ?? []).map((element) => PARTS[element.type]?.(element, context) ?? unknown(element));
}

function unknown({ type }) {
  return h("span", { class: "b-unknown" }, String(type));
}

function inlineNodes(elements, context) {
  return (elements ?? []).map((element, at) =>
    styled(element, INLINE[element.type]?.(element, context, at === 0) ?? unknown(element)),
  );
}

function styled({ style = {} }, nodes) {
  const names = Object.keys(STYLES).filter((name) => style[name]);
  return names.reduce((inner, name) => h(STYLES[name], { class: name === "code" ? "b-code" : null }, inner), nodes);
}

function lines(text) {
  return tame(text)
    .split("\n")
    .flatMap((line, at) => (at ? [h("br"), line] : [line]));
}

const INLINE = {
  text: ({ text }) => lines(text),
  link: ({ url, text }, context) => link(url, [tame(text || url)], context),
  user: ({ user_id: id }, context) => personPing(id, context),
  usergroup: ({ usergroup_id: id }, context) => groupPing(id, context),
  channel: ({ channel_id: id }, context) => roomLink(id, context),
  team: ({ team_id: id }) => tame(id),
  broadcast: ({ range }) => broadcast(range),
  emoji: ({ name, unicode, skin_tone: tone }) => emojiOf(tone ? `${name}::skin-tone-${tone}` : name, unicode),
  date: ({ timestamp, format, url, fallback }, context, opens) =>
    dateNode({ epoch: timestamp, format, url, fallback }, context, opens),
  color: ({ value }) => [swatch(value, "b-swatch"), tame(value)],
};

function emojiOf(name, unicode) {
  if (emoji(name) || !/^[0-9a-f]{2,6}(-[0-9a-f]{2,6})*$/i.test(unicode ?? "")) return emojiNode(name);
  const points = unicode.split("-").map((point) => parseInt(point, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : emojiNode(name);
}

function list({ style, indent = 0, offset = 0, border, elements }, context) {
  const items = (elements ?? []).map((item) => h("li", {}, inlineNodes(item.elements, context)));
  const look = `b-list b-indent-${Math.min(indent, 8)}${border ? " b-bordered" : ""}`;
  return style === "ordered" ? h("ol", { class: look, start: offset + 1 }, items) : h("ul", { class: look }, items);
}

const PARTS = {
  rich_text_section: ({ elements }, context) => h("div", { class: "b-text" }, inlineNodes(elements, context)),
  rich_text_list: list,
  rich_text_quote: ({ elements }, context) =>
    h("blockquote", { class: "b-quote b-text" }, inlineNodes(elements, context)),
  rich_text_preformatted: ({ elements }, context) => h("pre", { class: "b-pre" }, inlineNodes(elements, context)),
};

/** Whether a text is nothing but a few emoji: such a message is shown large. */
export function isOnlyEmoji(nodes) {
  const all = nodes.filter((node) => node.nodeName !== "BR" && node.textContent.trim());
  return all.length > 0 && all.length <= 23 && all.every((node) => node.classList?.contains("b-emoji"));
}
