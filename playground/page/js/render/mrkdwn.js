/** Slack's mrkdwn: a message's text, and what text objects hold. Linear in the text's length, whatever it holds. */

import { h } from "../dom.js";
import { emoji, emojiNode } from "./emoji.js";
import { entity } from "./entities.js";
import { link } from "./links.js";
import { nest, standing } from "./marks.js";
import { tame, unescape } from "./tame.js";

const FENCE = "```";
const QUOTE = /^(?:>|&gt;) ?/;
const QUOTE_ALL = /^(?:>|&gt;){3} ?/;
const TAGS = { "*": "strong", _: "em", "~": "s" };
// Lengths are bounded so that a hostile text is never searched twice for the same end.
const TOKEN =
  /<([^<>]{1,4000})>|:([a-z0-9_+'-]{1,100}):(?::(skin-tone-[2-6]):)?|(https?:\/\/[^\s<>|"`]{1,2000})|[*_~`]/g;

/**
 * The nodes of a text in mrkdwn.
 *
 * @param {string} text
 * @param {object} context
 * @param {{verbatim?: boolean}} [how] verbatim: addresses without brackets stay text
 * @returns {Node[]}
 */
export function mrkdwn(text, context, { verbatim = false } = {}) {
  const how = { context, verbatim };
  const pieces = fenced(tame(text));
  return pieces.flatMap((piece, at) => {
    if (piece.code !== undefined) return [h("pre", { class: "b-pre" }, coded(piece.code.replace(/^\n/, ""), how))];
    let lines = piece.text.split("\n");
    if (at > 0 && lines[0].trim() === "") lines = lines.slice(1);
    if (at < pieces.length - 1 && lines.at(-1)?.trim() === "") lines = lines.slice(0, -1);
    return paragraphs(lines, how);
  });
}

/**
 * The nodes of a text that knows no marks, only emoji (plain_text objects).
 *
 * @param {string} text
 * @param {boolean} [withEmoji]
 * @returns {Node[]}
 */
export function plainNodes(text, withEmoji = true) {
  const lines = tame(text).split("\n");
  return broken(lines, (line) => (withEmoji ? emojied(line) : [document.createTextNode(line)]));
}

/** A text object (plain_text or mrkdwn) as nodes. */
export function textNodes(object, context) {
  if (!object) return [];
  if (object.type === "mrkdwn") return mrkdwn(object.text, context, object);
  return plainNodes(object.text, object.emoji !== false);
}

/** The words of a text object, without any markup: for names and titles. */
export function words(object) {
  if (!object?.text) return "";
  const text = tame(object.text).replace(/\s+/g, " ").trim();
  return text.replace(/:([a-z0-9_+'-]{1,100}):/g, (whole, name) => emoji(name) ?? whole);
}

function fenced(text) {
  const pieces = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf(FENCE, at);
    const close = open < 0 ? -1 : text.indexOf(FENCE, open + 4);
    if (close < 0) break;
    pieces.push({ text: text.slice(at, open) }, { code: text.slice(open + 3, close) });
    at = close + 3;
  }
  pieces.push({ text: text.slice(at) });
  return pieces;
}

/** Lines, those of a quotation together. */
function paragraphs(lines, how) {
  const runs = [];
  let all = false;
  for (const line of lines) {
    const opensAll = !all && QUOTE_ALL.test(line);
    const quoted = all || QUOTE.test(line);
    const inner = opensAll ? line.replace(QUOTE_ALL, "") : quoted && !all ? line.replace(QUOTE, "") : line;
    all ||= opensAll;
    if (runs.at(-1)?.quoted === quoted) runs.at(-1).lines.push(inner);
    else runs.push({ quoted, lines: [inner] });
  }
  return runs.flatMap((run) => {
    const nodes = broken(run.lines, (line) => inline(line, how));
    return run.quoted ? [h("blockquote", { class: "b-quote" }, nodes)] : nodes;
  });
}

function broken(lines, show) {
  return lines.flatMap((line, at) => (at ? [h("br"), ...show(line)] : show(line)));
}

function inline(line, how) {
  return nest(tokens(line, how), TAGS);
}

function tokens(line, how) {
  const found = [];
  const ends = codeEnds(line);
  const pattern = new RegExp(TOKEN);
  let done = 0;
  for (let match; (match = pattern.exec(line));) {
    const token = tokenOf(match, { ...how, line, ends });
    if (!token) {
      // What was no token after all may still hold the start of one.
      pattern.lastIndex = match.index + Math.max(1, match[0].length - 1);
      continue;
    }
    if (match.index > done) found.push({ text: unescape(line.slice(done, match.index)) });
    found.push(token);
    done = pattern.lastIndex = match.index + (token.length ?? match[0].length);
  }
  if (done < line.length) found.push({ text: unescape(line.slice(done)) });
  return found;
}

function tokenOf(match, how) {
  const [whole, inner, name, tone, url] = match;
  if (inner) return { node: entity(inner, how.context, match.index === 0) };
  if (name) return emoji(name) ? { node: emojiNode(tone ? `${name}::${tone}` : name) } : null;
  if (url) return bareLink(url, match.index, how);
  if (whole === "`") return codeToken(match.index, how);
  const can = standing(how.line, match.index);
  return can.opens || can.closes ? { mark: whole, text: whole, ...can } : null;
}

function bareLink(url, at, { line, context, verbatim }) {
  if (verbatim || /[\p{L}\p{N}]/u.test(line[at - 1] ?? "")) return null;
  const address = url.replace(/(?:&gt;|&lt;).*$/, "").replace(/[.,;:!?)'*_~\]]{1,20}$/, "");
  if (address.length < 9) return null;
  const target = unescape(address);
  return { node: link(target, [target], context), length: address.length };
}

/** Places of backticks that can end code. They are used up from the left, so that finding them all takes one pass. */
function codeEnds(line) {
  const places = [];
  for (let at = line.indexOf("`"); at >= 0; at = line.indexOf("`", at + 1)) {
    if (standing(line, at).closes) places.push(at);
  }
  return { places, next: 0 };
}

function codeToken(at, { line, ends, ...how }) {
  while (ends.places[ends.next] <= at + 1) ends.next += 1;
  const end = ends.places[ends.next];
  if (end === undefined || !standing(line, at).opens) return null;
  return { node: h("code", { class: "b-code" }, coded(line.slice(at + 1, end), how)), length: end + 1 - at };
}

/** Code: only links and pings are more than what was typed. */
function coded(code, { context }) {
  return code.split(/(<[^<>\n]{1,4000}>)/).map((piece, odd) => {
    return odd % 2 ? entity(piece.slice(1, -1), context) : document.createTextNode(unescape(piece));
  });
}

function emojied(line) {
  return line.split(/(:[a-z0-9_+'-]{1,100}:(?::skin-tone-[2-6]:)?)/).map((piece, odd) => {
    const name = odd % 2 ? piece.slice(1, -1) : "";
    return name && emoji(name) ? emojiNode(name) : document.createTextNode(piece);
  });
}
