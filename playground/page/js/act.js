/** What a person does: one POST to the control API each. */

import * as store from "./store.js";
import { toast } from "./toasts.js";

/** POST to a path; the answer as JSON, {ok: false, error, remedy} when there is none. Never throws. */
export async function post(path, body) {
  return ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

/** Any request; the answer as JSON, or {ok: false, error, remedy}. Never throws. */
export async function ask(path, options = {}) {
  try {
    const response = await fetch(path, options);
    return await response.json();
  } catch {
    return { ok: false, error: "the playground does not answer", remedy: "see whether it still runs" };
  }
}

/** POST /control/`call` as the acting person, without a word when it fails. */
export function send(call, body) {
  return post(`/control/${call}`, { user: store.get("me")?.id, ...body });
}

/** The same, with a toast that says what went wrong and what helps. */
export async function act(call, body) {
  const answer = await send(call, body);
  if (answer.ok === false) complain(answer);
  return answer;
}

/** A toast of an answer that is not ok. */
export function complain({ error = "that did not work", remedy = "", status }) {
  toast(error, remedy || (status ? "see Calls behind the curtain" : ""), "error");
}
