"""What reading needs to know and the event does not say. Errors are those of `calls.call`."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import machine_seconds
from bot.errors import SlackRefused
from bot.facts import ChannelFacts, GroupFacts, MailFile, PersonFacts, WorkspaceFacts
from bot.outbox import OutboxRow
from bot.slack import events
from bot.slack.calls import SlackBusyError, SlackUnknownError, call

log = logging.getLogger(__name__)

PAGE = 200
LONG_PAGE = 999  # of what is short: Slack takes less than 1,000
MOST_PAGES = 1000  # should cursors ever go round in a circle
TIME_TO_LOOK = 2.0  # of the machine's seconds: Slack wants an answer to a command within three
TIME_TO_READ = 15.0  # of the machine's seconds: a quarter of the lease
GONE = {"thread_not_found", "message_not_found"}
OPEN_DM = "conversations.open"
OWN_CHANNELS = "users.conversations"
EVERYBODY = "users.list"
RANKS = ("is_primary_owner", "is_owner", "is_admin")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that Slack gives page by page: what stands under `name` in each answer, made into facts by `pick`.

    Nothing is read beyond the page that holds one of which `is_last` says so.
    """

    method: str
    arguments: dict[str, Any]
    name: str
    limit: int = PAGE
    pick: Callable[[Any], Any] = lambda one: one
    is_last: Callable[[Any], bool] = lambda one: False


class Bookmarks:
    """Where the reading of a long list was interrupted: it goes on there, else one of many pages would never end.

    A worker that dies only loses time: the next one begins with the first page.
    """

    def __init__(self, most: int = 50) -> None:
        self._most = most
        self._kept: dict[str, tuple[str, list[Any]]] = {}

    def take(self, key: str) -> tuple[str, list[Any]]:
        """The cursor, and what was read before it."""
        return self._kept.pop(key, ("", []))

    def put(self, key: str, cursor: str, found: list[Any]) -> None:
        self._kept[key] = (cursor, found)
        if len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]


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


async def people(
    client: AsyncWebClient, user_ids: Iterable[str], bookmarks: Bookmarks | None = None
) -> list[PersonFacts]:
    """Several people: one by one when they are few, else by the list of all."""
    wanted = sorted(set(user_ids))
    if len(wanted) <= 20:
        return [found for user_id in wanted if (found := await _someone(client, user_id)) is not None]
    listing = Listing(EVERYBODY, {"include_locale": True}, "members", LONG_PAGE, events.person)
    everyone: list[PersonFacts] = await _pages(client, listing, bookmarks)
    return [one for one in everyone if one.id in set(wanted)]


async def admins(client: AsyncWebClient, bookmarks: Bookmarks) -> list[PersonFacts]:
    """Who may set the workspace up, in Slack's order: its primary owner, owners, admins. Nothing is read beyond the
    page that holds the primary owner; none where Slack refuses to tell.
    """
    listing = Listing(
        EVERYBODY,
        {"include_locale": True},
        "members",
        LONG_PAGE,
        is_last=lambda one: bool(one.get("is_primary_owner")),
    )
    try:
        everyone = await _pages(client, listing, bookmarks)
    except SlackRefused as error:
        log.warning("who is an admin could not be seen: %s", error)
        return []
    ranked = sorted((rank, number) for number, one in enumerate(everyone) if (rank := _rank(one)) < len(RANKS))
    return [events.person(everyone[number]) for _, number in ranked]


def _rank(one: dict[str, Any]) -> int:
    if one.get("deleted") or one.get("is_bot"):
        return len(RANKS)
    return next((rank for rank, name in enumerate(RANKS) if one.get(name)), len(RANKS))


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


async def join(client: AsyncWebClient, channel_id: str) -> ChannelFacts:
    """Come into a public channel, if we are not there already; what it is."""
    reply = await call(client, "conversations.join", {"channel": channel_id})
    return events.channel(reply["channel"])


async def own_channels(client: AsyncWebClient) -> list[ChannelFacts]:
    """The channels that the bot is in."""
    listing = Listing(OWN_CHANNELS, {"types": "public_channel,private_channel"}, "channels", LONG_PAGE, events.channel)
    return [replace(one, bot_is_in=True) for one in await _pages(client, listing)]


async def channels_in_time(client: AsyncWebClient, user_id: str) -> list[str] | None:
    """The ids of the channels that the bot and somebody are in, by name; None when Slack does not say at once."""
    of_them = {"user": user_id, "types": "public_channel,private_channel", "exclude_archived": True}
    theirs = Listing(OWN_CHANNELS, of_them, "channels", LONG_PAGE, lambda one: str(one["id"]))
    try:
        async with asyncio.timeout(TIME_TO_LOOK):
            own, ids = await own_channels(client), set(await _pages(client, theirs))
    except (SlackRefused, SlackBusyError, SlackUnknownError, TimeoutError):
        log.warning("the channels of %s could not be read", user_id)
        return None
    return [one.id for one in sorted(own, key=lambda one: one.name) if one.id in ids]


async def members(client: AsyncWebClient, channel_id: str, bookmarks: Bookmarks | None = None) -> list[str]:
    listing = Listing("conversations.members", {"channel": channel_id}, "members", LONG_PAGE, str)
    return await _pages(client, listing, bookmarks)


async def members_in_time(client: AsyncWebClient, channel_ids: Sequence[str]) -> dict[str, list[str]]:
    """The members of the channels that Slack tells at once; it is asked for all of them at the same time."""
    if not channel_ids:
        return {}
    asking = {asyncio.create_task(members(client, one)): one for one in channel_ids}
    done, late = await asyncio.wait(asking, timeout=TIME_TO_LOOK)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    told = {}
    for task in done:
        try:
            told[asking[task]] = task.result()
        except (SlackRefused, SlackBusyError, SlackUnknownError):
            log.warning("the members of %s could not be read again; it is hidden", asking[task])
    return told


async def message(client: AsyncWebClient, channel_id: str, ts: str) -> dict[str, Any] | None:
    """One message, wherever it stands; None when it is gone."""
    found = await _around(client, "conversations.history", {"channel": channel_id}, ts)
    return found or await _around(client, "conversations.replies", {"channel": channel_id, "ts": ts}, ts)


async def _around(client: AsyncWebClient, method: str, where: dict[str, Any], ts: str) -> dict[str, Any] | None:
    window = {"latest": ts, "oldest": ts, "inclusive": True, "limit": 1}
    try:
        reply = await call(client, method, where | window)
    except SlackRefused as error:
        if error.fields["error"] in GONE:
            return None
        raise
    return next((one for one in reply.get("messages") or [] if one.get("ts") == ts), None)


async def replies(
    client: AsyncWebClient, channel_id: str, thread_ts: str, bookmarks: Bookmarks, window: dict[str, str] | None = None
) -> list[dict[str, Any]]:
    """A thread's messages, root first; none when it is gone. `window` has `oldest` and `latest` replies, as stamps; the
    root comes whatever it says.
    """
    where = {"channel": channel_id, "ts": thread_ts} | (window or {})
    try:
        return await _pages(client, Listing("conversations.replies", where, "messages"), bookmarks)
    except SlackRefused as error:
        if error.fields["error"] in GONE:
            return []
        raise


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
        return [(one.id, one.name) for one in await user_groups(client, with_people=False)]
    except (SlackRefused, SlackBusyError, SlackUnknownError):
        return []


async def has_groups(client: AsyncWebClient) -> bool:
    """Whether the workspace has user groups. Where Slack does not say so at once, it may have some."""
    try:
        async with asyncio.timeout(TIME_TO_LOOK / 2):
            return bool(await user_groups(client, with_people=False))
    except SlackRefused:
        return False
    except (SlackBusyError, SlackUnknownError, TimeoutError):
        return True


async def user_groups(client: AsyncWebClient, *, with_people: bool = True) -> list[GroupFacts]:
    """The workspace's user groups, by name; those that were switched off left out."""
    reply = await call(client, "usergroups.list", {"include_users": True} if with_people else {})
    found = [events.group(one) for one in reply.get("usergroups") or [] if not one.get("date_delete")]
    return sorted(found, key=lambda one: one.name.casefold())


def look_up_method(row: OutboxRow) -> str:
    """Where a row's message would stand: in a thread, or in the channel."""
    return "conversations.replies" if row.thread_ts else "conversations.history"


async def look_up(client: AsyncWebClient, row: OutboxRow, oldest: datetime, bookmarks: Bookmarks) -> str | None:
    """The ts of the message that carries this row's id in its metadata; None when Slack has no such message.

    Only what came after `oldest` is read: a busy channel has many pages. Where Slack allows one of them a minute, the
    reading goes on there next time.
    """
    where = {"channel": row.channel_id, "oldest": f"{oldest.timestamp():.6f}", "include_all_metadata": True}
    if row.thread_ts:
        try:
            return await _among(
                client, row, Listing(look_up_method(row), where | {"ts": row.thread_ts}, "messages"), bookmarks
            )
        except SlackRefused as error:
            if error.fields["error"] not in GONE:
                raise
            # What is said to a thread whose root was deleted falls into the channel.
    return await _among(client, row, Listing("conversations.history", where, "messages"), bookmarks)


async def _among(client: AsyncWebClient, row: OutboxRow, listing: Listing, bookmarks: Bookmarks) -> str | None:
    listing = replace(listing, is_last=lambda one: _row_of(one) == row.id)
    found = await _pages(client, listing, bookmarks)
    return next((str(one["ts"]) for one in found if _row_of(one) == row.id), None)


def _row_of(message: dict[str, Any]) -> str | None:
    """The id of the outbox row that a message was."""
    payload = (message.get("metadata") or {}).get("event_payload") or {}
    return payload.get("row")


async def _pages(client: AsyncWebClient, listing: Listing, bookmarks: Bookmarks | None = None) -> list[Any]:
    """All of a list. With bookmarks, what is interrupted (Slack is busy, or time is up) goes on there next time."""
    marks = bookmarks or Bookmarks()
    key = json.dumps([client.token, listing.method, listing.arguments], sort_keys=True)
    cursor, found = marks.take(key)
    begun = machine_seconds()
    for _ in range(MOST_PAGES):
        more = {"cursor": cursor} if cursor else {}
        try:
            if bookmarks is not None and machine_seconds() - begun > TIME_TO_READ:
                raise SlackBusyError(listing.method, 1)
            reply = await call(client, listing.method, listing.arguments | {"limit": listing.limit} | more)
        except (SlackBusyError, SlackUnknownError):
            marks.put(key, cursor, found)
            raise
        page = reply.get(listing.name) or []
        found.extend(listing.pick(one) for one in page)
        cursor = (reply.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor or any(listing.is_last(one) for one in page):
            break
    return found
