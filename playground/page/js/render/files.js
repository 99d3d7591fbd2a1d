/** Files of a message: pictures, mails, and rows for all others. */

import { h } from "../dom.js";
import { drafts } from "./drafts.js";
import { imageFrame } from "./images.js";
import { outward } from "./links.js";
import { plainNodes } from "./mrkdwn.js";
import { sound } from "./sound.js";
import { tame } from "./tame.js";

const ICONS = [
  [/^image\//, "🖼️"],
  [/^audio\//, "🎵"],
  [/^video\//, "🎬"],
  [/pdf/, "📕"],
  [/csv|sheet|excel/, "📊"],
  [/zip|tar|compressed/, "🗜️"],
  [/./, "📄"],
];
const UNITS = ["bytes", "kB", "MB", "GB"];
const SHORT_MAIL = 320;
const SHORT_LINES = 6;

/**
 * One file.
 *
 * @param {object} file Slack's JSON, with `page_url` where the page finds its bytes
 * @param {{scope: string, context: object}} place
 * @returns {HTMLElement}
 */
export function fileNode(file, place) {
  return sound("A file", () => make(file, place));
}

function make(file, place) {
  if (!file.name && !file.title) return h("div", { class: "b-card b-muted" }, "A file that is not shown here");
  if (file.filetype === "email") return mail(file, place);
  return /^image\/(png|jpe?g|gif|webp|bmp|avif)$/.test(file.mimetype ?? "") && file.page_url
    ? picture(file)
    : row(file);
}

function nameOf(file) {
  return tame(file.title || file.name);
}

function picture(file) {
  const size = [file.original_w, file.original_h];
  const image = imageFrame({
    url: file.page_url,
    alt: file.alt_txt || nameOf(file),
    size: size.every(Boolean) ? size : [],
  });
  return h(
    "figure",
    { class: "b-figure" },
    h("figcaption", { class: "b-muted" }, h("bdi", {}, nameOf(file)), ` · ${sizeOf(file)} `, download(file)),
    h("a", { class: "b-picture", ...outward(file.page_url), "aria-label": `Open ${nameOf(file)}` }, image),
  );
}

function row(file) {
  const icon = ICONS.find(([pattern]) => pattern.test(file.mimetype || "?"))[1];
  return h(
    "div",
    { class: "b-card b-file" },
    h("span", { class: "b-file-icon", "aria-hidden": "true" }, icon),
    h(
      "span",
      { class: "b-main" },
      h("bdi", { class: "b-file-name" }, nameOf(file)),
      h("span", { class: "b-muted" }, `${tame(file.pretty_type || file.filetype || "File")} · ${sizeOf(file)}`),
    ),
    download(file),
  );
}

function download(file) {
  if (!file.page_url) return null;
  const label = `Download ${nameOf(file)}`;
  return h(
    "a",
    { class: "b-download", href: file.page_url, download: file.name || true, "aria-label": label, title: "Download" },
    "⤓",
  );
}

function sizeOf({ size = 0 }) {
  const step = size < 1000 ? 0 : Math.min(Math.floor(Math.log10(size) / 3), UNITS.length - 1);
  const count = size / 1000 ** step;
  return `${step && count < 10 ? count.toFixed(1) : Math.round(count)} ${UNITS[step]}`;
}

function mail(file, place) {
  const text = String(file.plain_text || file.preview_plain_text || file.preview || "").trim();
  const words = h("div", { class: "b-text b-mail-text" });
  const short = shorten(text);
  const key = `mail ${file.id}`;
  const more = h("button", { type: "button", class: "b-more" });
  const show = () => {
    const isOpen = drafts.open(place.scope).has(key);
    words.replaceChildren(...plainNodes(isOpen ? text : short, false));
    more.textContent = isOpen ? "Show less" : "Show the whole mail";
    more.setAttribute("aria-expanded", String(isOpen));
  };
  more.addEventListener("click", () => {
    const open = drafts.open(place.scope);
    if (!open.delete(key)) open.add(key);
    show();
  });
  show();
  return h(
    "div",
    { class: "b-card b-mail" },
    h("div", { class: "b-muted" }, "✉️ Email"),
    h("div", { class: "b-file-name" }, h("bdi", {}, tame(file.subject || file.title || "(no subject)"))),
    line("From", file.from),
    line("To", file.to),
    line("Cc", file.cc),
    words,
    short !== text && more,
  );
}

function shorten(text) {
  const start = text.slice(0, SHORT_MAIL).split("\n").slice(0, SHORT_LINES).join("\n");
  return start === text ? text : `${start.trimEnd()}…`;
}

function line(label, addresses) {
  if (!addresses?.length) return null;
  const each = ({ name, address, original }) => tame(name ? `${name} <${address}>` : address || original);
  return h(
    "div",
    { class: "b-mail-line" },
    h("span", { class: "b-muted" }, `${label} `),
    h("bdi", {}, addresses.map(each).join(", ")),
  );
}
