/** The markdown block: headings, lists, quotations, fences, rules, and the usual marks. No tables, no HTML. */

import { h } from "../dom.js";
import { emoji, emojiNode } from "./emoji.js";
import { link } from "./links.js";
import { nest, standing } from "./marks.js";
import { tame } from "./tame.js";

const TAGS = { "**": "strong", "*": "em", _: "em", __: "strong", "~~": "s" };
const TOKEN = new RegExp(
  [
    /!?\[([^[\]\n]{1,1000})\]\(([^()\s]{1,2000})\)/,
    /`([^`\n]{1,2000})`/,
    /:([a-z0-9_+'-]{1,100}):/,
    /(https?:\/\/[^\s<>)\]]{1,2000})/,
    /\*\*|__|~~|[*_]/,
  ]
    .map((one) => one.source)
    .join("|"),
  "g",
);
const LINES = [
  ["fence", /^ {0,3}(?:```|~~~)/],
  ["head", /^ {0,3}(#{1,6})\s+(.*)$/],
  ["rule", /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/],
  ["item", /^( {0,16})(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/],
  ["quote", /^ {0,3}>\s?(.*)$/],
];

/**
 * The nodes of a text in markdown.
 *
 * @param {string} text
 * @param {object} context
 * @returns {HTMLElement[]}
 */
export function markdown(text, context) {
  const lines = tame(text).split("\n");
  const nodes = [];
  for (let at = 0; at < lines.length;) {
    const [kind, match] = kindOf(lines[at]);
    const end = kind === "fence" ? fenceEnd(lines, at) : runEnd(lines, at, kind);
    nodes.push(...show(kind, { match, lines: lines.slice(at, end) }, context));
    at = end;
  }
  return nodes;
}

function kindOf(line) {
  for (const [kind, pattern] of LINES) {
    const match = pattern.exec(line);
    if (match) return [kind, match];
  }
  return line.trim() ? ["words", null] : ["nothing", null];
}

function fenceEnd(lines, at) {
  const end = lines.findIndex((line, other) => other > at && kindOf(line)[0] === "fence");
  return end < 0 ? lines.length : end + 1;
}

/** Where lines of this kind that belong together end. */
function runEnd(lines, at, kind) {
  let end = at + 1;
  if (kind === "head" || kind === "rule" || kind === "item") return end;
  while (end < lines.length && kindOf(lines[end])[0] === kind) end += 1;
  return end;
}

function show(kind, { match, lines }, context) {
  if (kind === "nothing") return [];
  if (kind === "rule") return [h("hr", { class: "b-divider" })];
  if (kind === "fence") return [h("pre", { class: "b-pre" }, fenced(lines))];
  if (kind === "head")
    return [
      h(
        "div",
        { class: `b-text b-h${match[1].length}`, role: "heading", "aria-level": match[1].length + 2 },
        inline(match[2], context),
      ),
    ];
  if (kind === "item") return [item(match, context)];
  const inner = kind === "quote" ? lines.map((line) => line.replace(/^ {0,3}>\s?/, "")) : lines;
  const nodes = inner.flatMap((line, at) => (at ? [h("br"), ...inline(line, context)] : inline(line, context)));
  return [
    kind === "quote"
      ? h("blockquote", { class: "b-quote b-text" }, nodes)
      : h("div", { class: "b-text b-para" }, nodes),
  ];
}

function fenced(lines) {
  const closed = lines.length > 1 && kindOf(lines.at(-1))[0] === "fence";
  return lines.slice(1, closed ? -1 : undefined).join("\n");
}

function item([, spaces, number, words], context) {
  const look = `b-list b-indent-${Math.min(Math.floor(spaces.length / 2), 8)}`;
  const box = /^\[([ x])\]\s+(.*)$/i.exec(words);
  const inner = box ? [box[1] === " " ? "☐ " : "☑ ", ...inline(box[2], context)] : inline(words, context);
  return number
    ? h("ol", { class: look, start: number }, h("li", {}, inner))
    : h("ul", { class: look }, h("li", {}, inner));
}

function inline(line, context) {
  const found = [];
  let done = 0;
  const pattern = new RegExp(TOKEN);
  for (let match; (match = pattern.exec(line));) {
    const token = tokenOf(match, line, context);
    if (!token) continue;
    if (match.index > done) found.push({ text: line.slice(done, match.index) });
    found.push(token);
    done = pattern.lastIndex;
  }
  found.push({ text: line.slice(done) });
  return nest(found, TAGS);
}

function tokenOf(match, line, context) {
  const [whole, label, url, code, name, bare] = match;
  if (label) return { node: link(url, inline(label, context), context) };
  if (code) return { node: h("code", { class: "b-code" }, code) };
  if (name) return emoji(name) ? { node: emojiNode(name) } : null;
  if (bare) return { node: link(bare, [bare], context) };
  const can = standing(line, match.index, whole.length);
  return can.opens || can.closes ? { mark: whole, text: whole, ...can } : null;
}
