/** The table block. */

import { h } from "../dom.js";
import { richText } from "./richtext.js";
import { tame } from "./tame.js";

const SIDES = { left: "b-left", center: "b-center", right: "b-right" };

/** @returns {HTMLElement} the rows; the first is the head */
export function table({ rows, column_settings: settings }, context) {
  const [head, ...rest] = rows ?? [];
  const row = (cells, tag) =>
    h(
      "tr",
      {},
      (cells ?? []).map((cell, at) => h(tag, attributes(settings?.[at], tag), content(cell, context))),
    );
  const inner = h(
    "table",
    { class: "b-table" },
    h("thead", {}, row(head, "th")),
    h(
      "tbody",
      {},
      rest.map((cells) => row(cells, "td")),
    ),
  );
  return h("div", { class: "b-table-box", tabindex: "0", role: "region", "aria-label": "Table" }, inner);
}

function attributes(setting, tag) {
  const look = `${SIDES[setting?.align] ?? ""} ${setting?.is_wrapped ? "b-wrapped" : ""}`.trim();
  return { class: look || null, scope: tag === "th" ? "col" : null };
}

function content(cell, context) {
  if (cell?.type === "rich_text") return richText(cell.elements, context);
  return h("bdi", {}, tame(cell?.text ?? cell?.value ?? ""));
}
