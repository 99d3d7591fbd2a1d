/** A Bolt app for many workspaces: each installs it by OAuth, and it greets in each with that workspace's token. */
import { App, MemoryInstallationStore } from "@slack/bolt";

const { SLACK_URL, SLACK_API_URL: slackApiUrl, SLACK_SIGNING_SECRET: signingSecret } = process.env;
const app = new App({
  signingSecret,
  clientId: process.env.SLACK_CLIENT_ID,
  clientSecret: process.env.SLACK_CLIENT_SECRET,
  stateSecret: "a secret of the app",
  scopes: ["chat:write", "channels:history"],
  installationStore: new MemoryInstallationStore(),
  installerOptions: { authorizationUrl: `${SLACK_URL}/oauth/v2/authorize`, directInstall: true },
  clientOptions: { slackApiUrl },
  logLevel: "error",
});
app.message("hello", async ({ context, say }) => say(`Hello from ${context.teamId}`));

process.stdin.resume().on("end", () => process.exit(0));
const server = await app.start(0);
process.stdout.write(`${JSON.stringify({ ready: server.address().port })}\n`);
