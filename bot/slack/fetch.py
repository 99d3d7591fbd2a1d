"""What reading needs to know and the event does not say. Errors are those of `calls.call`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SlackRefused
from bot.facts import ChannelFacts, MailFile, PersonFacts, WorkspaceFacts
from bot.outbox import OutboxRow
from bot.slack import events
from bot.slack.calls import SlackBusyError, SlackUnknownError, call

PAGE = 200
OPEN_DM = "conversations.open"


async def workspace(client: AsyncWebClient) -> WorkspaceFacts:
    """Who we are: auth.test, and bots.info for the app's id."""
    told = await call(client, "auth.test", {})
    bot = (await call(client, "bots.info", {"bot": told["bot_id"]})).get("bot", {}) if told.get("bot_id") else {}
    return WorkspaceFacts(
        team_id=told["team_id"],
        name=str(told.get("team", "")),
        url=str(told.get("url", "")),
        bot_user_id=told["user_id"],
        bot_id=told.get("bot_id"),
        app_id=bot.get("app_id"),
    )


async def person(client: AsyncWebClient, user_id: str) -> PersonFacts:
    reply = await call(client, "users.info", {"user": user_id, "include_locale": True})
    return events.person(reply["user"])


async def people(client: AsyncWebClient, user_ids: Iterable[str]) -> list[PersonFacts]:
    """Several people: one by one when they are few, else by the list of all."""
    wanted = sorted(set(user_ids))
    if len(wanted) <= 20:
        return [found for user_id in wanted if (found := await _someone(client, user_id)) is not None]
    everyone = await _pages(client, "users.list", {"include_locale": True}, "members")
    return [events.person(one) for one in everyone if one["id"] in set(wanted)]


async def _someone(client: AsyncWebClient, user_id: str) -> PersonFacts | None:
    try:
        return await person(client, user_id)
    except SlackRefused as error:
        if error.fields["error"] in {"user_not_found", "user_not_visible"}:
            return None
        raise


async def channel(client: AsyncWebClient, channel_id: str) -> ChannelFacts:
    reply = await call(client, "conversations.info", {"channel": channel_id})
    return events.channel(reply["channel"])


async def members(client: AsyncWebClient, channel_id: str) -> list[str]:
    return [str(one) for one in await _pages(client, "conversations.members", {"channel": channel_id}, "members")]


async def message(client: AsyncWebClient, channel_id: str, ts: str) -> dict[str, Any] | None:
    """One message, wherever it stands; None when it is gone."""
    found = await _around(client, "conversations.history", {"channel": channel_id}, ts)
    return found or await _around(client, "conversations.replies", {"channel": channel_id, "ts": ts}, ts)


async def _around(client: AsyncWebClient, method: str, where: dict[str, Any], ts: str) -> dict[str, Any] | None:
    window = {"latest": ts, "oldest": ts, "inclusive": True, "limit": 1}
    try:
        reply = await call(client, method, where | window)
    except SlackRefused as error:
        if error.fields["error"] in {"thread_not_found", "message_not_found"}:
            return None
        raise
    return next((one for one in reply.get("messages") or [] if one.get("ts") == ts), None)


async def replies(client: AsyncWebClient, channel_id: str, thread_ts: str) -> list[dict[str, Any]]:
    """A thread's messages, root first."""
    return await _pages(client, "conversations.replies", {"channel": channel_id, "ts": thread_ts}, "messages")


async def mail(client: AsyncWebClient, file_id: str) -> MailFile:
    """A forwarded mail whose words did not come with the event."""
    reply = await call(client, "files.info", {"file": file_id})
    return events.mail(reply["file"])


async def open_dm(client: AsyncWebClient, user_id: str) -> str:
    """The conversation with one person."""
    reply = await call(client, OPEN_DM, {"users": user_id})
    return str(reply["channel"]["id"])


async def groups(client: AsyncWebClient) -> list[tuple[str, str]]:
    """The workspace's user groups, id and name; none where Slack doesn't tell them (its free plan has none)."""
    try:
        reply = await call(client, "usergroups.list", {})
    except (SlackRefused, SlackBusyError, SlackUnknownError):
        return []
    return sorted(
        ((str(one["id"]), str(one.get("name") or one.get("handle") or one["id"])) for one in reply["usergroups"]),
        key=lambda one: one[1].casefold(),
    )


def look_up_method(row: OutboxRow) -> str:
    """Where a row's message would stand: in a thread, or in the channel."""
    return "conversations.replies" if row.thread_ts else "conversations.history"


async def look_up(client: AsyncWebClient, row: OutboxRow, oldest: datetime, latest: datetime) -> str | None:
    """The ts of the message that carries this row's id in its metadata; None when Slack has no such message.

    Only what stands between the two moments is read: pages come newest first, and a busy channel has many.
    """
    where: dict[str, Any] = {
        "channel": row.channel_id,
        "oldest": f"{oldest.timestamp():.6f}",
        "latest": f"{latest.timestamp():.6f}",
        "include_all_metadata": True,
    }
    if row.thread_ts:
        where["ts"] = row.thread_ts
    for one in await _pages(client, look_up_method(row), where, "messages"):
        payload = (one.get("metadata") or {}).get("event_payload") or {}
        if payload.get("row") == row.id:
            return str(one["ts"])
    return None


async def _pages(
    client: AsyncWebClient, method: str, arguments: dict[str, Any], name: str, most: int = 1000
) -> list[Any]:
    found: list[Any] = []
    cursor = ""
    for _ in range(most):
        more = {"cursor": cursor} if cursor else {}
        reply = await call(client, method, arguments | {"limit": PAGE} | more)
        found.extend(reply.get(name) or [])
        cursor = (reply.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            break
    return found
