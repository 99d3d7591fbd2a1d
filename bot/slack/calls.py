"""Calls to Slack, and what their failures mean: busy, refused, or unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import SlackRefused

TIMEOUT = aiohttp.ClientTimeout(total=10)
# After these Slack may have done what was asked ("some aspect of the operation may have succeeded").
MAYBE_DONE = {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"}
# The app itself can't speak: that says nothing of the message, which waits until somebody mends the token.
TOKEN_ERRORS = {
    "invalid_auth",
    "not_authed",
    "token_expired",
    "token_revoked",
    "account_inactive",
    "org_login_required",
    "ekm_access_denied",
    "access_denied",
}
# The app lacks what the method needs: that is the app's fault as well, whatever the method.
SCOPE_ERRORS = {"missing_scope", "not_allowed_token_type"}
SHUT_FOR = 60.0
# Slack takes JSON for methods that write only: what these are asked for goes into the address, as slack_sdk does it.
READING = {
    "bots.info",
    "conversations.history",
    "conversations.info",
    "conversations.members",
    "conversations.replies",
    "files.getUploadURLExternal",
    "files.info",
    "usergroups.list",
    "users.conversations",
    "users.info",
    "users.list",
}
REMEDIES = {
    "missing_scope": "Give the app the scopes of manifest.json and install it again.",
    "invalid_auth": "Check SLACK_BOT_TOKEN.",
    "account_inactive": "The app was removed: install it again and set SLACK_BOT_TOKEN.",
    "token_revoked": "The token was revoked: install the app again and set SLACK_BOT_TOKEN.",
    "not_in_channel": "Invite the bot to the channel.",
    "channel_not_found": "Invite the bot to the channel.",
    "is_archived": "Unarchive the channel.",
    "is_inactive": "Unarchive the channel.",
    "not_enabled": "Switch the Home tab on in the app's settings (App Home), as manifest.json has it.",
}


class SlackBusyError(Exception):
    """Slack asks for patience: call again after so many seconds of the product's clock."""

    def __init__(self, method: str, seconds: float) -> None:
        super().__init__(f"Slack is busy: {method} may be called again in {seconds:g} s")
        self.method, self.seconds = method, seconds


class SlackShutError(SlackBusyError):
    """Slack refuses the app, its token or the scopes it has: nothing is lost, all waits and is tried again each minute.

    `is_scope` says that only some methods are shut, until somebody installs the app anew: that may be never.
    """

    def __init__(self, refusal: SlackRefused) -> None:
        super().__init__(str(refusal.fields["method"]), SHUT_FOR)
        self.refusal = refusal
        self.is_scope = refusal.fields["error"] in SCOPE_ERRORS
        self.args = (refusal.words,)


class SlackUnknownError(Exception):
    """The reply never came: whether Slack did it is not known."""

    def __init__(self, words: str, method: str = "") -> None:
        super().__init__(words)
        self.method = method


_HEARD: ContextVar[set[str] | None] = ContextVar("heard", default=None)


@contextmanager
def hearing() -> Iterator[set[str]]:
    """The methods that Slack answers within the block, with what was asked for or with a refusal."""
    heard: set[str] = set()
    token = _HEARD.set(heard)
    try:
        yield heard
    finally:
        _HEARD.reset(token)


def _heard(method: str) -> None:
    heard = _HEARD.get()
    if heard is not None:
        heard.add(method)


@dataclass(frozen=True, slots=True)
class Sent:
    """Slack took the message: where it stands now."""

    channel_id: str
    ts: str | None


def new_session() -> aiohttp.ClientSession:
    """The one session of a process. The timeout is set here: a client with a shared session ignores its own."""
    return aiohttp.ClientSession(timeout=TIMEOUT)


def new_client(token: str, base_url: str, session: aiohttp.ClientSession) -> AsyncWebClient:
    """A client that never repeats a call by itself: after a reset connection that would post twice."""
    return AsyncWebClient(token=token, base_url=base_url, session=session, retry_handlers=[])


async def call(client: AsyncWebClient, method: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """One call. Raises SlackBusyError (SlackShutError among them), SlackRefused, or SlackUnknownError."""
    try:
        response: AsyncSlackResponse = await (
            client.api_call(method, http_verb="GET", params=arguments)
            if method in READING
            else client.api_call(method, json=arguments)
        )
    except SlackApiError as error:
        meaning = _meaning(method, error)
        if isinstance(meaning, SlackRefused):
            _heard(method)
        raise meaning from error
    except aiohttp.ClientConnectorError as error:
        # Nothing was sent: the connection never came up.
        raise SlackBusyError(method, 5) from error
    except (aiohttp.ClientError, TimeoutError, ConnectionError) as error:
        raise SlackUnknownError(f"{method}: {type(error).__name__}", method) from error
    except AttributeError as error:
        # slack_sdk stumbles over plain text where JSON should be: a gateway spoke, not Slack.
        raise SlackUnknownError(f"{method}: an answer that is not Slack's", method) from error
    _heard(method)
    data = response.data
    return data if isinstance(data, dict) else {}


def _meaning(method: str, error: SlackApiError) -> Exception:
    response = error.response
    status = getattr(response, "status_code", 200)
    data = response.data if isinstance(getattr(response, "data", None), dict) else {}
    word = str(data.get("error", "")) if isinstance(data, dict) else ""
    if status == 429 or word in {"ratelimited", "rate_limited"}:
        return SlackBusyError(method, _retry_after(getattr(response, "headers", {})))
    if status >= 500 or word in MAYBE_DONE or not word:
        return SlackUnknownError(f"{method}: HTTP {status} {word}".strip(), method)
    details = (data.get("response_metadata") or {}).get("messages") or []
    remedy = REMEDIES.get(word, " ".join(map(str, details[:3])) or "Slack's documentation of the method says more.")
    refusal = SlackRefused(method=method, error=word, remedy=remedy)
    return SlackShutError(refusal) if word in TOKEN_ERRORS | SCOPE_ERRORS else refusal


def _retry_after(headers: Mapping[str, Any]) -> float:
    """Slack's seconds; one when it names none."""
    found = {str(key).lower(): value for key, value in headers.items()}.get("retry-after")
    try:
        return float(found[0] if isinstance(found, list) else found or 1)
    except ValueError:
        return 1.0


async def send(client: AsyncWebClient, method: str, arguments: dict[str, Any]) -> Sent:
    """Post, update or whisper one message, or publish a Home (which has no place and no ts); errors as of `call`."""
    reply = await call(client, method, arguments)
    channel_id = reply.get("channel") or arguments.get("channel") or ""
    return Sent(str(channel_id), reply.get("ts") or reply.get("message_ts"))
