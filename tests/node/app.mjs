/**
 * A Bolt app as anyone would write it: only `slackApiUrl` tells it that Slack is elsewhere.
 *
 * It tells on stdout, a line of JSON each, what it heard; and does on stdin's lines `{id, method, args}` what they say,
 * by the Web API's client, and tells `{id, result}` or `{id, failure}`.
 */
import { createInterface } from "node:readline";
import bolt from "@slack/bolt";
import { clock, form, opener, stepped } from "./views.mjs";

const { App, ExpressReceiver, webApi } = bolt;
const { SLACK_API_URL: slackApiUrl, SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken } = process.env;
const signingSecret = process.env.SLACK_SIGNING_SECRET;
const socketMode = process.env.TRANSPORT === "socket";
const ways = {
  http: () => ({ token, signingSecret }),
  express: () => ({ token, receiver: new ExpressReceiver({ signingSecret }) }),
  socket: () => ({ token, appToken, socketMode }),
};
const tell = (heard) => process.stdout.write(`${JSON.stringify(heard)}\n`);

const app = new App({
  ...ways[process.env.TRANSPORT](),
  clientOptions: { slackApiUrl },
  logLevel: "error",
});

app.message("hello", async ({ message, say }) => {
  await say({ text: "Hello!", blocks: opener(message.user), thread_ts: message.ts });
});

app.event("reaction_added", async ({ event }) => tell({ reaction: event.reaction, by: event.user }));

app.action("open", async ({ ack, body, client }) => {
  await ack();
  tell({ opened: await client.views.open({ trigger_id: body.trigger_id, view: form }) });
});

app.command("/form", async ({ ack, command, client }) => {
  await ack();
  tell({ opened: await client.views.open({ trigger_id: command.trigger_id, view: form }) });
});

app.command("/late", async ({ ack, command }) => {
  await ack({ text: "later", response_type: "ephemeral" });
  tell({ trigger: command.trigger_id });
});

app.command("/echo", async ({ ack, command, respond }) => {
  await ack();
  await respond({ text: command.text, response_type: "in_channel" });
  await respond(`only for you: ${command.text}`);
});

app.action("step", async ({ ack, body, client }) => {
  await ack();
  tell({ stepped: await client.views.update({ view_id: body.view.id, hash: body.view.hash, view: stepped }) });
});

app.options("customer", async ({ ack, options }) => {
  const named = (name) => ({ text: { type: "plain_text", text: name }, value: name.toLowerCase() });
  await ack({ options: ["Acme", "Bolt & Sons"].filter((name) => name.includes(options.value)).map(named) });
});

app.view("promise", async ({ ack, view }) => {
  const { values } = view.state;
  if (values.what.text.value === "soon") {
    await ack({ response_action: "errors", errors: { what: "Say when" } });
  } else {
    await ack({ response_action: "clear" });
    tell({ submitted: values });
  }
});

app.shortcut("global", async ({ ack, shortcut, client }) => {
  await ack();
  tell({ opened: await client.views.open({ trigger_id: shortcut.trigger_id, view: form }) });
});

app.event("app_home_opened", async ({ event, client }) => {
  await client.views.publish({ user_id: event.user, view: { type: "home", blocks: opener(event.user) } });
});

app.error(async (error) => tell({ failure: described(error) }));

const patient = new webApi.WebClient(token, { slackApiUrl });
const hasty = new webApi.WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });

/** All that `paginate` gives of one method, page by page. */
async function pages({ of, pick, ...args }) {
  const found = [];
  for await (const page of hasty.paginate(of, args)) found.push(page[pick].map((one) => one.id ?? one.ts ?? one));
  return found;
}

/** A message that grows by these parts, by the SDK's own helper. */
async function stream({ parts, ...args }) {
  const streamer = hasty.chatStream({ buffer_size: 1, ...args });
  for (const part of parts) await streamer.append(part);
  return streamer.stop();
}

const special = {
  pages,
  upload: ({ content, ...args }) => hasty.filesUploadV2({ file: Buffer.from(content, "base64"), ...args }),
  stream,
  patient: ({ of, ...args }) => patient.apiCall(of, args),
};

/** A method as the client names it: `users.info` is `hasty.users.info`. */
const named = (method) => method.split(".").reduce((place, name) => place[name], hasty);

function described(error) {
  return { code: error.code, data: error.data, retryAfter: error.retryAfter, message: error.message };
}

async function perform({ id, method, args }) {
  const began = clock();
  try {
    tell({ id, result: await (special[method] ?? named(method))(args), took: clock() - began });
  } catch (error) {
    tell({ id, failure: described(error), took: clock() - began });
  }
}

createInterface({ input: process.stdin })
  .on("line", (line) => perform(JSON.parse(line)))
  .on("close", () => process.exit(0));

const server = await app.start(0);
tell({ ready: { port: socketMode ? null : server.address().port, node: process.version } });
