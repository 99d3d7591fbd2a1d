/** Marks such as *bold* that stand in pairs: which belong together, in one pass however they are typed. */

import { h } from "../dom.js";

/**
 * Nodes of a line's tokens. A token is `{text}`, `{node}` or `{mark, text, opens, closes}`; a mark without a partner is
 * the text it was typed as. Pairs never cross: what opened inside a pair and did not close there stays text.
 *
 * @param {Array<object>} tokens
 * @param {Object<string, string>} tags the element of each mark
 * @returns {Node[]}
 */
export function nest(tokens, tags) {
  const partner = pair(tokens);
  const stack = [[]];
  tokens.forEach((token, at) => {
    if (partner[at] > at) stack.push([]);
    else if (partner[at] >= 0) {
      const inner = stack.pop();
      stack.at(-1).push(h(tags[token.mark], {}, inner));
    } else add(stack.at(-1), token.node ?? token.text);
  });
  return stack[0].map((one) => (typeof one === "string" ? document.createTextNode(one) : one));
}

function add(nodes, one) {
  if (typeof one === "string" && typeof nodes.at(-1) === "string") nodes[nodes.length - 1] += one;
  else nodes.push(one);
}

/** For each mark that has one the place of its partner. */
function pair(tokens) {
  const partner = [];
  const open = [];
  const waits = new Set();
  tokens.forEach((token, at) => {
    if (!token.mark) return;
    if (token.closes && waits.has(token.mark)) {
      const start = closeTo(token.mark, open, waits, tokens);
      partner[start] = at;
      partner[at] = start;
    } else if (token.opens && !waits.has(token.mark)) {
      open.push(at);
      waits.add(token.mark);
    }
  });
  return partner;
}

function closeTo(mark, open, waits, tokens) {
  for (;;) {
    const start = open.pop();
    waits.delete(tokens[start].mark);
    if (tokens[start].mark === mark) return start;
  }
}

const WORD = /[\p{L}\p{N}]/u;

/** How a mark of `length` characters at `at` stands between words: what it may do there. */
export function standing(line, at, length = 1) {
  const before = lastChar(line, at);
  const after = at + length < line.length ? String.fromCodePoint(line.codePointAt(at + length)) : "";
  return {
    opens: !WORD.test(before) && after !== "" && !/\s/.test(after) && after !== line[at],
    closes: !WORD.test(after) && before !== "" && !/\s/.test(before) && before !== line[at],
  };
}

function lastChar(line, at) {
  if (at === 0) return "";
  const low = line[at - 1];
  return low >= "\udc00" && low <= "\udfff" && at > 1 ? line.slice(at - 2, at) : low;
}
