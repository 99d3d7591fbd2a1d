/** What the app shows. */

const plain = (text) => ({ type: "plain_text", text });
const option = (value) => ({ text: plain(value), value });
const input = (block_id, label, element, more = {}) => ({ type: "input", block_id, label: plain(label), element, ...more });

/** Seconds of the machine. */
export const clock = () => performance.now() / 1000;

/** A greeting with a button that opens the form. */
export const opener = (user) => [
  { type: "section", text: { type: "mrkdwn", text: `Hello <@${user}>!` } },
  { type: "actions", block_id: "ways", elements: [{ type: "button", action_id: "open", text: plain("A form"), value: "1" }] },
];

/** Inputs of many kinds, and a button that changes the form. */
export const form = {
  type: "modal",
  callback_id: "promise",
  private_metadata: JSON.stringify({ made: "by the form" }),
  title: plain("A promise"),
  submit: plain("Save"),
  close: plain("Cancel"),
  blocks: [
    input("what", "What", { type: "plain_text_input", action_id: "text", multiline: true }),
    input("when", "When", { type: "datepicker", action_id: "date" }),
    input("who", "Who", { type: "users_select", action_id: "user" }),
    input("where", "Where", { type: "multi_channels_select", action_id: "channels" }, { optional: true }),
    input("size", "Size", { type: "static_select", action_id: "size", options: ["small", "large"].map(option) }),
    input("marks", "Marks", { type: "checkboxes", action_id: "marks", options: ["a", "b", "c"].map(option) }),
    input("customer", "Customer", { type: "external_select", action_id: "customer", min_query_length: 1 }),
    input("count", "Count", { type: "number_input", action_id: "count", is_decimal_allowed: false }),
    { type: "actions", block_id: "steps", elements: [{ type: "button", action_id: "step", text: plain("More"), value: "2" }] },
  ],
};

/** The same form, one step on: what was typed stays. */
export const stepped = {
  ...form,
  title: plain("Step two"),
  blocks: [...form.blocks, { type: "context", elements: [{ type: "mrkdwn", text: "_Nearly done_" }] }],
};
