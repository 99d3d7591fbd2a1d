/** Between what people type and what Slack stores: `@tom` is `<@U…>`, `#support` is `<#C…|support>`. */

import { context, me, person } from "./context.js";

const ENTITY = /<([@#!]|[a-z][a-z0-9+.-]*:)([^<>|]*)(?:\|([^<>]*))?>/g;

/** A stored text as one would type it, for editing. */
export function toTyped(text) {
  const typed = text.replace(ENTITY, (_, sign, target, label) => {
    if (sign === "@") return `@${person(target)?.name ?? target}`;
    if (sign === "#") return `#${label || context.room(target)?.name || target}`;
    if (sign !== "!") return label && sign === "mailto:" ? label : sign + target;
    if (target.startsWith("subteam^")) return `@${context.group(target.slice(8))?.handle ?? label ?? "group"}`;
    return target.startsWith("date^") ? (label ?? "") : `@${target}`;
  });
  return typed.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/**
 * Typed text with people and channels as Slack's entities. The playground does so with links and groups itself.
 *
 * @param {string} typed
 * @param {boolean} [withNames] as commands want it: `<@U…|tom>`
 */
export function fromTyped(typed, withNames = false) {
  const escaped = typed.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped.replace(/(^|[\s(])([@#])([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu, (whole, before, sign, word) => {
    const name = word.replace(/[.-]+$/, "");
    const found = sign === "@" ? personNamed(name) : context.rooms().find((one) => one.name && one.name === name);
    if (!found) return whole;
    const label = withNames || sign === "#" ? `|${found.name}` : "";
    return `${before}<${sign}${found.id}${label}>${word.slice(name.length)}`;
  });
}

function personNamed(name) {
  const found = context.people().filter((one) => one.name === name.toLowerCase());
  return found.find((one) => one.team === me().team) ?? found[0];
}
