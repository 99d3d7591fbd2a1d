/** One message as a row: who, when, what, reactions, replies. A row lives on and changes only where its message did. */

import { context, currentRoom, me, nameOf, now, openPerson, openThread, person, zone } from "./context.js";
import { h } from "./dom.js";
import { Editor, isEdited } from "./editor.js";
import { appBadge, face } from "./faces.js";
import { icon } from "./icons.js";
import { swap } from "./keyed.js";
import { moreMenu, toolbar } from "./actions.js";
import { Reactions } from "./reactions.js";
import { messageBody, plainText } from "./render/message.js";
import { mrkdwn } from "./render/mrkdwn.js";
import { closeStops } from "./tabbing.js";
import { clockTime, fullTime, tsDate, whenWords } from "./time.js";

const LINES = /^(channel|group)_(join|leave|topic|purpose|name|archive|unarchive|convert_to_private)$|^bot_(add|remove)$/;

/** Whether a message is one of Slack's small lines: who joined, what the topic is now. */
export function isLine(message) {
  return LINES.test(message.subtype ?? "");
}

/** Who a message shows as its author: {id, name, real_name, isApp, emoji?, image?}. */
export function authorOf(message) {
  const someone = person(message.user);
  const isApp = Boolean(message.bot_id || someone?.is_bot);
  const given = message.username || (someone ? nameOf(someone) : message.bot_profile?.name) || "Someone";
  const { emoji, image_48: image } = message.icons ?? {};
  const full = message.username ? given : (someone?.real_name ?? given);
  return { id: message.user ?? message.bot_id ?? given, name: given, real_name: full, isApp, emoji, image };
}

export class Row {
  /** @param {"room"|"thread"} where the list it stands in */
  constructor(where) {
    this.where = where;
    this.body = h("div", { class: "message-body" });
    this.head = h("div", { class: "message-head" });
    this.gutter = h("div", { class: "message-gutter" });
    this.reactions = new Reactions();
    this.replies = h("div", { class: "message-replies" });
    this.column = h("div", { class: "message-column" }, this.head, this.body, this.reactions.element, this.replies);
    this.element = h("li", { class: "message", tabindex: "-1" }, this.gutter, this.column);
    for (const event of ["pointerenter", "focusin"]) this.element.addEventListener(event, () => this.showTools());
    this.signs = {};
  }

  /** Show a message. `flags`: grouped (under the one before), marked (a link leads to it), channel (its room's id). */
  update(message, flags) {
    this.message = message;
    this.channel = flags.channel;
    const { element } = this;
    element.dataset.ts = message.ts;
    element.className = `message ${kind(message)} ${flags.grouped ? "grouped" : ""} ${flags.marked ? "marked" : ""}`;
    element.setAttribute("aria-label", label(message));
    this.part("head", [flags.grouped, zone(), message.subtype], () => this.fillHead(flags));
    this.part(
      "body",
      [
        message.text,
        message.blocks,
        message.attachments,
        message.files,
        message.edited,
        message.inputs, // not the options: a select has those it was offered, and shown anew it would ask again
        this.isEdited(),
        message.subtype,
        flags.names,
      ],
      () => this.fillBody(),
    );
    this.reactions.update(message, flags.channel);
    this.part("replies", [message.reply_count, message.latest_reply, message.reply_users, flags.today], () => this.fillReplies());
    this.part("tools", [kind(message), message.subtype, currentRoom()?.is_member], () => this.dropTools());
  }

  part(name, what, fill) {
    const sign = JSON.stringify(what);
    if (this.signs[name] === sign) return;
    this.signs[name] = sign;
    fill();
  }

  fillHead({ grouped }) {
    const { message } = this;
    const author = authorOf(message);
    const moment = tsDate(message.ts);
    const time = h(
      "a",
      { class: "time", href: linkOf(message), title: fullTime(moment, zone()), tabindex: "-1" },
      clockTime(moment, zone()),
    );
    const quiet = grouped || isLine(message);
    this.gutter.replaceChildren(isLine(message) ? h("span", { class: "line-dot" }) : grouped ? time : face(author));
    const who = quiet || isTombstone(message) ? null : name(author, message);
    const when = grouped || isTombstone(message) ? null : time;
    this.head.replaceChildren(...[note(message, this.where), h("div", { class: "who" }, who, when)].flat().filter(Boolean));
    if (isLine(message)) this.head.replaceChildren();
    this.lineTime = isLine(message) ? time : null;
  }

  fillBody() {
    const { message } = this;
    if (this.isEdited()) return this.edit();
    this.editor = null;
    if (isTombstone(message)) this.setBody(h("p", { class: "gone" }, "This message was deleted."));
    else if (isLine(message))
      this.setBody(h("p", { class: "line" }, h("b", {}, authorOf(message).name), " ", lineWords(message), " ", this.lineTime));
    else this.setBody(messageBody(message, context));
  }

  /** What is half typed stays, whatever happens to the message meanwhile. */
  edit() {
    if (this.editor) return;
    this.editor = new Editor(this.message, this.channel);
    this.setBody(this.editor.element);
  }

  setBody(fresh) {
    if (this.body.firstChild) swap(this.body.firstChild, fresh);
    else this.body.append(fresh);
    fresh.querySelector?.("[autofocus]")?.focus();
  }

  isEdited() {
    return isEdited(this.channel, this.message.ts, this.where);
  }

  fillReplies() {
    const { reply_count: count, reply_users: users = [], latest_reply: latest } = this.message;
    this.replies.replaceChildren();
    if (!count || this.where === "thread") return;
    const faces = users.map((id) => face(person(id) ?? { id, name: "App", isApp: true }, "tiny"));
    this.replies.append(
      h(
        "button",
        { type: "button", class: "replies", onclick: () => openThread(this.channel, this.message.ts) },
        h("span", { class: "faces" }, faces),
        h("b", {}, count === 1 ? "1 reply" : `${count} replies`),
        h("span", { class: "muted" }, `Last reply ${whenWords(tsDate(latest), now(), zone())}`),
      ),
    );
  }

  dropTools() {
    this.tools?.remove();
    this.tools = null;
    if (this.element.matches(":hover, :focus-within")) this.showTools();
  }

  showTools() {
    if (this.tools || isTombstone(this.message)) return;
    this.tools = toolbar(this);
    if (this.element.tabIndex < 0) closeStops(this.tools);
    this.element.append(this.tools);
  }

  /** The menu with all that one can do with the message. */
  openMenu(anchor = this.element) {
    moreMenu(anchor, this);
  }
}

function kind(message) {
  if (isTombstone(message)) return "tombstone";
  if (isLine(message)) return "slack-line";
  return message.is_ephemeral ? "private" : "";
}

export function isTombstone(message) {
  return message.subtype === "tombstone";
}

/** The permalink's path, so that it opens here whatever host the page has. */
export function linkOf(message) {
  const url = new URL(message.permalink ?? "/", location.href);
  return url.pathname + url.search;
}

function name(author, message) {
  const shown =
    person(message.user) && !author.isApp
      ? h("button", { type: "button", class: "author", tabindex: "-1", onclick: () => openPerson(message.user) }, author.name)
      : h("span", { class: "author" }, author.name);
  return [shown, author.isApp && appBadge()];
}

/** What stands above a message: for whom it is, which thread it answers. */
function note(message, where) {
  if (message.is_ephemeral) return h("div", { class: "message-note" }, icon("eye"), "Only visible to you");
  if (message.subtype !== "thread_broadcast") return null;
  if (where === "thread") return h("div", { class: "message-note" }, icon("reply"), "Also sent to the conversation");
  const root = message.root ? plainText(message.root, context).slice(0, 80) : "a thread";
  const open = () => openThread(currentRoom()?.id, message.thread_ts, message.ts);
  return h(
    "div",
    { class: "message-note" },
    icon("reply"),
    h("span", {}, "replied to a thread:"),
    h("button", { type: "button", class: "link", onclick: open }, root),
  );
}

function lineWords(message) {
  const bare = (message.text ?? "").replace(new RegExp(`^<@${message.user}(\\|[^>]*)?>\\s*`), "");
  return mrkdwn(bare, context);
}

function label(message) {
  const author = message.user === me().id ? "You" : authorOf(message).name;
  const said = isTombstone(message) ? "This message was deleted" : plainText(message, context).slice(0, 300);
  const count = message.reply_count ? `, ${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}` : "";
  const aside = message.is_ephemeral ? ", only visible to you" : "";
  return `${author}: ${said}, ${whenWords(tsDate(message.ts), now(), zone())}${count}${aside}`;
}
