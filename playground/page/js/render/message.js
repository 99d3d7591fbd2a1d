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
import { objects } from "./sound.js";
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
  const blocks = isTyped(message) ? [] : objects(message.blocks);
  const said = blocks.length ? blocks.map((block) => blockNode(block, place)) : [textOf(message, context)];
  const parts = [
    ...withEdited(said.filter(Boolean), message, context),
    ...objects(message.attachments).map((one) => attachmentNode(one, place)),
    files(message, place),
  ];
  const body = h("div", { class: "b-message", "data-scope": place.scope }, fold(place.scope, parts));
  keepFocus(place.scope, body);
  return body;
}

function placeOf(message, context) {
  const channel = message.channel ?? /\/archives\/([A-Z0-9]+)\//.exec(message.permalink ?? "")?.[1] ?? "";
  const known = { state: message.inputs ?? {}, options: message.options ?? {} };
  return new Place(context, `m ${context.me()?.id} ${channel} ${message.ts}`, { channel, ts: message.ts }, known);
}

/**
 * Whether the blocks are only what the playground makes of a person's typing: one section that leaves marks, emoji and
 * quotations as they were typed. Slack's editor would have made rich text of these, so the text is shown instead.
 */
function isTyped({ bot_id: bot, blocks, text }) {
  const [block, second] = objects(blocks);
  if (bot || !text || second || block?.type !== "rich_text") return false;
  const [section, ...rest] = objects(block.elements);
  if (section?.type !== "rich_text_section" || rest.length) return false;
  return objects(section.elements).every((one) => !one.style && one.type !== "emoji");
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

function files(message, place) {
  const nodes = objects(message.files).map((file) => fileNode(file, place));
  return nodes.length ? h("div", { class: "b-files" }, nodes) : null;
}

/**
 * What a message says, as plain words on one line.
 *
 * @param {object} message
 * @param {object} context
 * @returns {string}
 */
export function plainText(message, context) {
  const blocks = () => objects(message.blocks).map((block) => blockWords(block, context));
  const said = message.text ? spoken(mrkdwn(message.text, context)) : blocks().join(" ");
  const attached = objects(message.attachments).map((one) => tame(one.fallback || one.title || one.text));
  const names = objects(message.files).map((file) => tame(file.title || file.name || "a file"));
  const whole = said.trim() || [...attached, ...names].join(", ");
  return whole.replace(/\s+/g, " ").trim();
}

function spoken(nodes) {
  const words = ({ nodeName, childNodes, textContent }) => {
    if (nodeName === "BR") return " ";
    return nodeName === "BLOCKQUOTE" ? ` ${spoken([...childNodes])} ` : textContent;
  };
  return nodes.map(words).join("");
}

function blockWords(block, context) {
  const inner = [...objects(block.fields), ...objects(block.elements)];
  const words = inner.map((one) => blockWords(one, context));
  return [ownWords(block, context), ...words].filter(Boolean).join(" ");
}

/** Of a block its text; of a text object or an element of rich text itself. */
function ownWords(one, context) {
  const { type, text } = one;
  if (typeof text === "string") return spoken(type === "mrkdwn" ? mrkdwn(text, context) : plainNodes(text));
  return text ? spoken(textNodes(text, context)) : tame(one.alt_text);
}
