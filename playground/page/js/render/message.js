/** The body of a message: its text or blocks, attachments and files. */

import { h } from "../dom.js";
import { attachmentNode } from "./attachments.js";
import { blockNode } from "./block.js";
import { fullDate } from "./dates.js";
import { fileNode } from "./files.js";
import { keepFocus } from "./focus.js";
import { fold } from "./fold.js";
import { mrkdwn, plainNodes, textNodes } from "./mrkdwn.js";
import { Place } from "./place.js";
import { isOnlyEmoji } from "./richtext.js";
import { tame } from "./tame.js";

/**
 * All that a message says. What is typed or focused in an older body of the same message goes on in this one.
 *
 * @param {object} message as the page's stream has it
 * @param {object} context
 * @returns {HTMLElement}
 */
export function messageBody(message, context) {
  const place = placeOf(message, context);
  const said = isTyped(message) || !message.blocks?.length ? [textOf(message, context)] : message.blocks.map((block) => blockNode(block, place));
  const parts = [
    ...withEdited(said.filter(Boolean), message, context),
    ...(message.attachments ?? []).map((attachment) => attachmentNode(attachment, place)),
    files(message, place),
  ];
  const body = h("div", { class: "b-message", "data-scope": place.scope }, fold(place.scope, parts));
  keepFocus(place.scope, body);
  return body;
}

function placeOf(message, context) {
  const channel = message.channel ?? /\/archives\/([A-Z0-9]+)\//.exec(message.permalink ?? "")?.[1] ?? "";
  const known = { state: message.inputs ?? {}, options: message.options ?? {} };
  return new Place(context, `m ${channel} ${message.ts}`, { channel, ts: message.ts }, known);
}

/**
 * Whether the blocks are only what the playground makes of a person's typing: one section that leaves marks, emoji and
 * quotations as they were typed. Slack's editor would have made rich text of these, so the text is shown instead.
 */
function isTyped({ bot_id: bot, blocks, text }) {
  if (bot || !text || blocks?.length !== 1 || blocks[0].type !== "rich_text") return false;
  const [first, ...rest] = blocks[0].elements ?? [];
  if (!first || rest.length || first.type !== "rich_text_section") return false;
  return (first.elements ?? []).every((one) => !one.style && one.type !== "emoji");
}

function textOf({ text }, context) {
  if (!text) return null;
  const nodes = mrkdwn(text, context);
  return h("div", { class: isOnlyEmoji(nodes) ? "b-text b-jumbo" : "b-text" }, nodes);
}

/** The mark of an edit stands at the end of the words, where these are text, else below. */
function withEdited(nodes, { edited }, context) {
  if (!edited) return nodes;
  const mark = h("span", { class: "b-edited", title: fullDate(edited.ts, context) }, " (edited)");
  const last = nodes.at(-1);
  const text = last?.matches(".b-text") ? last : last?.matches(".b-rich") ? last.lastElementChild : null;
  if (text?.matches(".b-text:not(blockquote)")) text.append(mark);
  else nodes.push(h("div", { class: "b-block" }, mark));
  return nodes;
}

function files({ files: list }, place) {
  if (!list?.length) return null;
  return h("div", { class: "b-files" }, list.map((file) => fileNode(file, place)));
}

/**
 * What a message says, as plain words on one line.
 *
 * @param {object} message
 * @param {object} context
 * @returns {string}
 */
export function plainText(message, context) {
  const said = message.text ? spoken(mrkdwn(message.text, context)) : (message.blocks ?? []).map((block) => blockWords(block, context)).join(" ");
  const attached = (message.attachments ?? []).map((one) => tame(one.fallback || one.title || one.text));
  const names = (message.files ?? []).map((file) => tame(file.title || file.name || "a file"));
  const whole = said.trim() || [...attached, ...names].join(", ");
  return whole.replace(/\s+/g, " ").trim();
}

function spoken(nodes) {
  return nodes.map((node) => (node.nodeName === "BR" ? " " : node.nodeName === "BLOCKQUOTE" ? ` ${spoken([...node.childNodes])} ` : node.textContent)).join("");
}

function blockWords(block, context) {
  const inner = [...(block.fields ?? []), ...(block.elements ?? [])].map((one) => (one.elements || one.text ? blockWords(one, context) : ""));
  return [ownWords(block, context), ...inner].filter(Boolean).join(" ");
}

/** Of a block its text; of a text object or an element of rich text itself. */
function ownWords(one, context) {
  if (typeof one.text === "string") return spoken(one.type === "mrkdwn" ? mrkdwn(one.text, context) : plainNodes(one.text));
  return one.text ? spoken(textNodes(one.text, context)) : tame(one.alt_text);
}
