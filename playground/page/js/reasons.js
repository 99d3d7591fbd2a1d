/** What codes mean, for people. */

const REASONS = {
  operation_timeout: "the app did not answer within three seconds",
  connection_failed: "the app cannot be reached",
  http_timeout: "no answer within three seconds",
  http_error: "the app refused it",
  too_many_redirects: "the app led elsewhere too often",
  ratelimited: "too many calls",
  dispatch_failed: "the app could not be reached",
  invalid_response_action: "the app's answer is not one that Slack knows",
};

/** A code in words; known ones in words of ours, all others in their own. */
export function inWords(code) {
  const [, status] = /^http_(\d+)$/.exec(code) ?? [];
  if (status) return `the app answered with status ${status}`;
  return REASONS[code] ?? code.replaceAll("_", " ");
}

/** Whether this is a code and not words. */
export function isCode(text) {
  return /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(text) || text in REASONS;
}
