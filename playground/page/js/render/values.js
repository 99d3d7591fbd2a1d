/** Values of elements as the control API takes them, out of Slack's state and the elements' initial_*. */

const IDS = { users_select: "user", conversations_select: "conversation", channels_select: "channel" };
const PICKED = { datepicker: "date", timepicker: "time", datetimepicker: "date_time" };
const OPTIONAL_FIELDS = ["value", "rich_text_value", "files"];

/** Whether the element holds a list. */
export function holdsMany(item) {
  return item.type.startsWith("multi_") || item.type === "checkboxes" || item.type === "file_input";
}

/** The element's value in its `state.values` entry. */
export function plainOf(item, state) {
  const key = Object.keys(state).find((name) => name.startsWith("selected_") || OPTIONAL_FIELDS.includes(name));
  return plain(item, key ? state[key] : null);
}

/** The value it has before anybody touched it. */
export function initialOf(item) {
  const kind = IDS[item.type.replace("multi_", "")] ?? PICKED[item.type];
  const names = kind ? [kind, `${kind}s`] : ["value", "option", "options"];
  return plain(
    item,
    names.map((name) => item[`initial_${name}`]).find((value) => value !== undefined),
  );
}

function plain(item, held) {
  if (held === null || held === undefined) return holdsMany(item) ? [] : null;
  if (Array.isArray(held)) return held.map((one) => one?.value ?? one);
  if (held.type === "rich_text") return flat(held).trim();
  return typeof held === "object" ? held.value : held;
}

function flat(node) {
  if (node.elements) return node.elements.map(flat).join(node.type === "rich_text" ? "\n" : "");
  return node.text ?? node.url ?? (node.name ? `:${node.name}:` : "");
}

/** Options that the element itself brings, without those that an app suggests. */
export function ownOptions(item) {
  const grouped = (item.option_groups ?? []).flatMap((group) => group.options ?? []);
  const initial = [item.initial_option, ...(item.initial_options ?? [])].filter(Boolean);
  return [...(item.options ?? []), ...grouped, ...initial];
}

/** Options in a `state.values` entry: an external select shows them without having been asked. */
export function heldOptions(state) {
  return [state?.selected_option, ...(state?.selected_options ?? [])].filter(Boolean);
}

export function isEmpty(value) {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);
}
