/** What Slack's client tells before anything is sent: the same limits as the playground's. */

import { isEmpty } from "./values.js";

const MAIL = /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/;
const LINK = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** What is wrong with the value of an input block's element, in words for under it; null when nothing is. */
export function problemOf(block, item, value) {
  if (isEmpty(value)) return block.type === "input" && !block.optional ? "Please complete this required field." : null;
  return CHECKS[item.type]?.(item, value) ?? null;
}

function lengths(item, value) {
  const least = item.min_length ?? 0;
  const most = item.max_length ?? 3000;
  if (value.length < least) return `At least ${least} characters, please: these are ${value.length}.`;
  if (value.length > most) return `At most ${most} characters, please: these are ${value.length}.`;
  return null;
}

function number(item, value) {
  const count = Number(value);
  if (!NUMBER.test(String(value).trim()) || !Number.isFinite(count)) return "Please enter a number.";
  if (!item.is_decimal_allowed && !Number.isInteger(count)) return "Please enter a whole number.";
  if (item.min_value !== undefined && count < Number(item.min_value)) return `At least ${item.min_value}, please.`;
  if (item.max_value !== undefined && count > Number(item.max_value)) return `At most ${item.max_value}, please.`;
  return null;
}

function chosen(item, value) {
  const most = item.type === "file_input" ? (item.max_files ?? 10) : (item.max_selected_items ?? 100);
  return Array.isArray(value) && value.length > most ? `At most ${most}, please.` : null;
}

const CHECKS = {
  plain_text_input: lengths,
  email_text_input: (item, value) => (MAIL.test(value) ? null : "Please enter an e-mail address: ada@example.com"),
  url_text_input: (item, value) => (LINK.test(value) ? null : "Please enter a link: https://example.com"),
  number_input: number,
  datetimepicker: (item, value) => (value >= 1e9 && value < 1e10 ? null : "Please pick a date and a time."),
  file_input: chosen,
  multi_static_select: chosen,
  multi_external_select: chosen,
  multi_users_select: chosen,
  multi_conversations_select: chosen,
  multi_channels_select: chosen,
};
