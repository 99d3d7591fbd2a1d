"""Slack's history, one request at a time, and the events that its messages would have been."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SlackRefused
from bot.slack import events
from bot.slack.calls import call
from bot.slack.fetch import GONE

PAGE = 200  # as Slack recommends; under the tight regime it gives 15 of them
HISTORY, REPLIES = "conversations.history", "conversations.replies"
CLOSED = {"channel_not_found", "not_in_channel", "is_archived"}


@dataclass(frozen=True, slots=True)
class Page:
    """Messages as Slack shows them, and whether it has more. `is_gone`: the thread's root was deleted; `is_closed`: the
    bot may not read there.
    """

    messages: tuple[dict[str, Any], ...] = ()
    has_more: bool = False
    is_gone: bool = False
    is_closed: bool = False


async def channel(client: AsyncWebClient, channel_id: str, oldest: str, latest: str) -> Page:
    """A channel's messages after `oldest` and before `latest`, newest first.

    Both ends are always given: with the first alone Slack may begin at the oldest.
    """
    window = {"oldest": oldest, "latest": latest, "limit": PAGE}
    return await _page(client, HISTORY, {"channel": channel_id} | window)


async def message(client: AsyncWebClient, channel_id: str, ts: str) -> Page:
    """One message of a channel."""
    window = {"oldest": ts, "latest": ts, "inclusive": True, "limit": 1}
    page = await _page(client, HISTORY, {"channel": channel_id} | window)
    return Page(tuple(one for one in page.messages if one.get("ts") == ts), is_closed=page.is_closed)


async def thread(client: AsyncWebClient, channel_id: str, root_ts: str, after: str) -> Page:
    """A thread's messages after that ts, oldest first; Slack puts the root before them."""
    arguments = {"channel": channel_id, "ts": root_ts, "oldest": after, "limit": PAGE}
    return await _page(client, REPLIES, arguments)


async def _page(client: AsyncWebClient, method: str, arguments: dict[str, Any]) -> Page:
    try:
        reply = await call(client, method, arguments)
    except SlackRefused as error:
        word = str(error.fields["error"])
        if word in GONE | CLOSED:
            return Page(is_gone=word in GONE, is_closed=word in CLOSED)
        raise
    return Page(tuple(reply.get("messages") or ()), bool(reply.get("has_more")))


def is_deleted(message: dict[str, Any]) -> bool:
    """Whether only the trace of a deleted root stands there."""
    return message.get("subtype") == "tombstone"


def was_changed(message: dict[str, Any]) -> bool:
    """Whether a message was edited, or links in it were unfurled, after it was posted."""
    unfurled = (one for one in message.get("attachments") or [] if one.get("from_url") or one.get("original_url"))
    return bool(message.get("edited")) or next(unfurled, None) is not None


def changed_ts(message: dict[str, Any]) -> str:
    """When it was changed, as far as Slack says: links are unfurled as soon as it was posted."""
    return str((message.get("edited") or {}).get("ts") or message["ts"])


def is_read(message: dict[str, Any]) -> bool:
    """Whether somebody said it (nobody says that they joined)."""
    return message.get("subtype") in events.READ_SUBTYPES


def posted(channel_id: str, message: dict[str, Any]) -> dict[str, Any]:
    return {"type": "message", **message, "channel": channel_id}


def changed(channel_id: str, message: dict[str, Any]) -> dict[str, Any]:
    ts = changed_ts(message)
    return {"type": "message", "subtype": "message_changed", "channel": channel_id, "ts": ts, "message": message}


def deleted(channel_id: str, ts: str) -> dict[str, Any]:
    return {"type": "message", "subtype": "message_deleted", "channel": channel_id, "ts": ts, "deleted_ts": ts}


def joined(channel_id: str, user_id: str, ts: str) -> dict[str, Any]:
    return {"type": "member_joined_channel", "channel": channel_id, "user": user_id, "event_ts": ts}


def reaction(mark: events.Reacted) -> dict[str, Any]:
    item = {"type": "message", "channel": mark.channel_id, "ts": mark.ts}
    kind = "reaction_removed" if mark.is_removal else "reaction_added"
    return {"type": kind, "user": mark.user_id, "reaction": mark.name, "item": item}


def names_of(message: dict[str, Any], user_id: str, wanted: Callable[[str], bool]) -> set[str]:
    """The names of a person's reactions to a message, of those that are wanted."""
    reactions = message.get("reactions") or []
    return {str(one["name"]) for one in reactions if user_id in (one.get("users") or []) and wanted(str(one["name"]))}


def names_cut_short(message: dict[str, Any]) -> set[str]:
    """The names of reactions of which Slack does not say everybody who gave them: it shows some of many."""
    reactions = message.get("reactions") or []
    return {str(one["name"]) for one in reactions if int(one.get("count") or 0) > len(one.get("users") or [])}
