/** The Node SDK's own Socket Mode client, with its timeouts in milliseconds as the test wants them. */
import { LogLevel, SocketModeClient } from "@slack/socket-mode";

const tell = (heard) => process.stdout.write(`${JSON.stringify(heard)}\n`);
const { SLACK_API_URL: slackApiUrl, SLACK_APP_TOKEN: appToken, PONGS_WITHIN, PINGS_WITHIN } = process.env;
const pings = (...said) => {
  const [, from] = /received (ping|pong) from/.exec(said.join(" ")) ?? [];
  if (from) tell({ [from]: true });
};
const logger = {
  debug: pings,
  info: () => {},
  warn: (...said) => tell({ warned: said.join(" ") }),
  error: (...said) => tell({ failed: said.join(" ") }),
  getLevel: () => LogLevel.DEBUG,
  setLevel: () => {},
  setName: () => {},
};
const client = new SocketModeClient({
  appToken,
  clientPingTimeout: Number(PONGS_WITHIN),
  serverPingTimeout: Number(PINGS_WITHIN),
  pingPongLoggingEnabled: true,
  clientOptions: { slackApiUrl },
  logger,
});
client.on("connected", () => tell({ connected: true }));
client.on("reconnecting", () => tell({ reconnecting: true }));
client.on("message", async ({ ack, event }) => {
  await ack();
  tell({ message: event.text });
});
process.stdin.resume().on("end", () => process.exit(0));
await client.start();
