"""Before facts are applied: what reading needs is fetched, and the text is read, purely."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot import inbox
from bot.clock import WorkingHours
from bot.database import Scope
from bot.errors import SlackRefused
from bot.facts import PROMISED_FROM, ChannelFacts, DepartmentWords, PersonFacts, Post, Reading, RuleWords
from bot.jobs import agreeing, asking, taking_in
from bot.jobs.asking import Asked
from bot.jobs.lessons import Lessons
from bot.jobs.loops import Shop
from bot.jobs.wanting import ReadPost
from bot.ledger import customers, departments, marks, mention_marks, name_bitmaps, offers, people, rules, workspaces
from bot.ledger.name_bitmaps import NameBitmap
from bot.slack import events, fetch
from bot.slack.events import Event, Posted
from bot.understanding import (
    Corrections,
    agrees,
    candidate_addresses,
    candidate_names,
    canonical_url,
    promise_threshold,
    quote_key,
    read,
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An event with all that applying it needs. `own_root` is a message of the bot's own, which is never read: only
    that it was met is written down, so that it is fetched once. `asked` is what the message asks of the bot.
    `members_of` are private channels whose members were read again before their words are shown to somebody, `hidden`
    those of which Slack did not say them.
    """

    event: Event | None
    posts: tuple[ReadPost, ...] = ()
    own_root: Posted | None = None
    people: tuple[PersonFacts, ...] = ()
    channel: ChannelFacts | None = None
    members: tuple[str, ...] | None = None
    members_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What an envelope says beside its event: its row's place, and whether outsiders can read the channel."""

    row_id: str
    is_shared_outside: bool


Own = tuple[str, str | None]
"""The bot's user id and bot id."""


@dataclass(slots=True)
class Known:
    """What the ledger knows before an event is read."""

    is_known_channel: bool
    is_fresh_person: bool
    has_seen_root: bool
    hours: WorkingHours
    locale: str
    is_bot: bool
    own: Own
    departments: list[DepartmentWords] = field(default_factory=list)
    rules: list[RuleWords] = field(default_factory=list)
    corrections: Corrections | None = None
    promise_threshold: float = PROMISED_FROM
    names: NameBitmap | None = None


class Preparer:
    """Fetches and reads. Raises what `slack.calls.call` raises; the row is tried again then."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._bookmarks = fetch.Bookmarks()
        self._lessons = Lessons()

    async def prepare(self, team_id: str, row_id: str, envelope: dict[str, Any]) -> Prepared:
        """`row_id` is the inbox row's: what stands before it in its lane is applied before it."""
        event = events.parse(envelope)
        client = self._shop.client(team_id)
        match event:
            case Posted():
                is_outside = bool(envelope.get("is_ext_shared_channel"))
                return await self._posted(team_id, client, event, Before(row_id, is_outside))
            case events.Joined() | events.GroupChanged():
                return await self._joined(team_id, client, event)
            case events.ChannelChanged(channel_id):
                return await self._channel(team_id, client, event, channel_id)
            case events.Reacted() if not marks.is_keeping(event.name):
                return await self._reacted(team_id, client, event, row_id)
            case events.IntakePosted() | events.ThreadWanted():
                return await self._of_our_own(team_id, client, event)
            case _:
                return await self._home(team_id, client, event)

    async def _posted(self, team_id: str, client: AsyncWebClient, event: Posted, before: Before) -> Prepared:
        known = await self._known(team_id, event, before)
        if event.user_id == known.own[0]:
            return Prepared(None)  # someone wants our own words read: they are no customer's
        channel, members, found = None, None, list[PersonFacts]()
        if not known.is_known_channel:
            channel = await fetch.channel(client, event.channel_id)
            members, found = await self._members(team_id, client, event.channel_id)
        if event.user_id and not known.is_fresh_person and event.user_id not in {one.id for one in found}:
            found.extend(await fetch.people(client, [event.user_id]))
        posts, own_root = [], None
        if event.is_reply and not known.has_seen_root:
            # A reply before its root: facts do not depend on order, so the root is fetched and goes first.
            raw = await fetch.message(client, event.channel_id, event.thread_ts) or {}
            root = events.posted(event.channel_id, raw)
            if root is not None and events.is_own(raw, *known.own):
                own_root = root
            elif root is not None:
                posts.append(await self._read(team_id, client, root, found))
        posts.append(await self._read(team_id, client, event, found, known))
        asked = None
        if posts[-1].is_person:
            asked = await asking.hear(self._shop, client, team_id, event, known.own[0])
        if asked is not None and asked.whom is not None:
            found.extend(await fetch.people(client, await self._unknown(team_id, [asked.whom])))
        return Prepared(event, tuple(posts), own_root, tuple(found), channel, members, asked=asked)

    async def _reacted(self, team_id: str, client: AsyncWebClient, event: events.Reacted, row_id: str) -> Prepared:
        """An emoji that shares: its message is fetched and read as one that a person wants a card for."""
        if event.is_removal or not await self._wants(team_id, event):
            return Prepared(event)
        strangers = await fetch.people(client, await self._unknown(team_id, [event.user_id]))
        raw = await fetch.message(client, event.channel_id, event.ts) or {}
        own = await self._own(team_id)
        posted = events.posted(event.channel_id, raw | {events.WANTED_BY: event.user_id})
        if posted is None or events.is_own(raw, *own):
            return Prepared(event, people=tuple(strangers))  # gone meanwhile, or our own card
        read = await self._posted(team_id, client, posted, Before(row_id, False))
        return replace(read, event=event, people=(*strangers, *read.people))

    async def _of_our_own(
        self, team_id: str, client: AsyncWebClient, event: events.IntakePosted | events.ThreadWanted
    ) -> Prepared:
        if isinstance(event, events.ThreadWanted):
            return await self._thread(team_id, client, event, (event.channel_id, event.thread_ts))
        posted = await self._shop.database.run(
            lambda session: taking_in.as_posted(self._shop.scope_at(team_id)(session), event)
        )
        return Prepared(event, () if posted is None else (await self._read(team_id, client, posted, ()),))

    async def _wants(self, team_id: str, event: events.Reacted) -> bool:
        where = (event.channel_id, event.ts, event.name)
        return await self._shop.database.read(
            lambda session: mention_marks.wants(self._shop.scope_at(team_id)(session), *where)
        )

    async def _joined(
        self, team_id: str, client: AsyncWebClient, event: events.Joined | events.GroupChanged
    ) -> Prepared:
        """Who joined a channel or a user group must be known: they may be a guest."""
        own_id, _ = await self._own(team_id)
        if isinstance(event, events.Joined) and event.user_id == own_id:
            channel = await fetch.channel(client, event.channel_id)
            members, found = await self._members(team_id, client, event.channel_id)
            return Prepared(event, people=tuple(found), channel=channel, members=members)
        joined = [event.user_id] if isinstance(event, events.Joined) else list(event.joined)
        unknown = await self._unknown(team_id, joined)
        return Prepared(event, people=tuple(await fetch.people(client, unknown)))

    async def _channel(self, team_id: str, client: AsyncWebClient, event: Event, channel_id: str) -> Prepared:
        """Renamed, archived, turned private, shared: what it is now, and who can read there."""
        try:
            channel = await fetch.channel(client, channel_id)
        except SlackRefused as error:
            if error.fields["error"] == "channel_not_found":
                return Prepared(None)
            raise
        if not channel.bot_is_in:
            return Prepared(event, channel=channel)
        members, found = await self._members(team_id, client, channel_id)
        return Prepared(event, people=tuple(found), channel=channel, members=members)

    async def _thread(self, team_id: str, client: AsyncWebClient, event: Event, where: tuple[str, str]) -> Prepared:
        own = await self._own(team_id)
        told = [one for one in await fetch.replies(client, *where, self._bookmarks) if not events.is_own(one, *own)]
        found = [events.posted(where[0], one) for one in told]
        replies = [one for one in found if one is not None and one.is_reply]
        strangers = await self._unknown(team_id, [one.user_id for one in replies if one.user_id])
        met = await fetch.people(client, strangers)
        posts = [await self._read(team_id, client, one, met) for one in replies]
        return Prepared(event, tuple(posts), people=tuple(met))

    async def _home(self, team_id: str, client: AsyncWebClient, event: Event | None) -> Prepared:
        """As before a command: who is in the private channels of whoever opened it is read again, before it is shown.
        All other events need nothing.
        """
        if isinstance(event, events.MessagesOpened):
            unknown = await self._unknown(team_id, [event.user_id])
            return Prepared(event, people=tuple(await fetch.people(client, unknown)))
        if not isinstance(event, events.HomeOpened):
            return Prepared(event)
        user_id = event.user_id
        found = await self._shop.database.read(
            lambda session: people.closed_channels_with_mentions(self._shop.scope_at(team_id)(session), user_id)
        )
        stale = [channel_id for channel_id, is_fresh in found if not is_fresh]
        told = await fetch.members_in_time(client, stale)
        met = await fetch.people(client, await self._unknown(team_id, [user_id]))
        members = {channel_id: tuple(found) for channel_id, found in told.items()}
        return Prepared(event, people=tuple(met), members_of=members, hidden=tuple(set(stale) - members.keys()))

    async def _members(
        self, team_id: str, client: AsyncWebClient, channel_id: str
    ) -> tuple[tuple[str, ...], list[PersonFacts]]:
        """Who is in a channel, and those of them that are new to us (guests must be known before we speak)."""
        members = await fetch.members(client, channel_id, self._bookmarks)
        unknown = await self._unknown(team_id, members)
        return tuple(members), await fetch.people(client, unknown, self._bookmarks)

    async def _unknown(self, team_id: str, user_ids: Sequence[str]) -> list[str]:
        return await self._shop.database.read(
            lambda session: people.unknown_people(self._shop.scope_at(team_id)(session), user_ids)
        )

    async def _own(self, team_id: str) -> Own:
        return await self._shop.database.read(lambda session: workspaces.bot_ids(self._shop.scope_at(team_id)(session)))

    async def _known(self, team_id: str, event: Posted, before: Before) -> Known:
        return await self._shop.database.read(
            lambda session: _known(self._shop.scope_at(team_id)(session), event, before, self._lessons)
        )

    async def _read(
        self,
        team_id: str,
        client: AsyncWebClient,
        event: Posted,
        met: Sequence[PersonFacts],
        known: Known | None = None,
    ) -> ReadPost:
        known = known or await self._known(team_id, event, Before("", False))
        author = next((one for one in met if one.id == event.user_id), None)
        hours = known.hours if author is None else replace(known.hours, zone=author.zone or known.hours.zone)
        is_bot = author.is_bot if author is not None else known.is_bot
        is_person = event.user_id is not None and not event.is_app_post and not is_bot
        mails = event.mails + tuple(await asyncio.gather(*(fetch.mail(client, one) for one in event.unread_mails)))
        post = Post(
            text=event.text,
            at=event.at,
            hours=hours,
            locale=(author.locale if author else known.locale) or "en-US",
            attachments=event.attachments,
            mails=mails,
            by_app=not is_person,
            app_name=event.app_name,
            promise_threshold=known.promise_threshold,
        )
        if is_person and event.is_reply and agrees(post):
            asked = await agreeing.asked_before(self._shop, client, team_id, event, self._bookmarks)
            post = replace(post, asked=asked)
        post = await self._with_names(team_id, post, known.names)
        reading = read(post, known.departments, known.corrections, known.rules)
        return ReadPost(event, reading, _keys(reading), is_person)

    async def _with_names(self, team_id: str, post: Post, known: NameBitmap | None) -> Post:
        """Customers in two steps: understanding proposes spellings and addresses, the directory knows whose."""
        spellings, places = candidate_names(post), candidate_addresses(post)
        if known is not None:
            spellings = tuple(norm for norm in spellings if norm in known)
        if not spellings and not places:
            return post

        def look_up(scope: Scope) -> Post:
            names, addresses = customers.look_up(scope, spellings), customers.look_up_addresses(scope, places)
            homes = customers.homes(scope, {*names.values(), *addresses.values()})
            return replace(post, names=_sorted(names), homes=_sorted(homes), addresses=_sorted(addresses))

        return await self._shop.database.read(lambda session: look_up(self._shop.scope_at(team_id)(session)))


def _sorted(found: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(found.items()))


def _known(scope: Scope, event: Posted, before: Before, lessons: Lessons) -> Known:
    channel = people.find_channel(scope, event.channel_id)
    author = people.find(scope, event.user_id) if event.user_id else None
    workspace = workspaces.get(scope)
    return Known(
        # A channel that outsiders can read, or only members, since it was last looked at is looked at again.
        is_known_channel=channel is not None
        and (channel.is_shared_outside or not before.is_shared_outside)
        and event.is_private in {None, channel.is_private},
        is_fresh_person=bool(event.user_id) and people.is_fresh(scope, event.user_id or ""),
        has_seen_root=inbox.has_seen(scope, event.channel_id, event.thread_ts, before.row_id),
        hours=author.hours(workspace) if author else workspace.hours,
        locale=(author.locale if author else None) or "en-US",
        is_bot=bool(author and author.is_bot),
        own=workspaces.bot_ids(scope),
        departments=departments.words(scope),
        rules=rules.heeded(scope, event.channel_id),
        corrections=lessons.of(scope, event.channel_id),
        promise_threshold=_threshold(scope, event.user_id),
        names=name_bitmaps.current(scope),
    )


def _threshold(scope: Scope, user_id: str | None) -> float:
    """Who declined offers is offered only clearer promises."""
    return promise_threshold(*offers.answered_lately(scope, user_id)) if user_id else promise_threshold(0, 0)


def _keys(reading: Reading) -> tuple[str, ...]:
    """What makes two posts the same mention: the canonical address, or the same quoted words."""
    if not reading.mention.is_mention:
        return ()
    url = reading.mention.url
    keys = [f"url:{canonical_url(url)}"] if url else []
    quoted = quote_key(reading.mention.quote)
    return (*keys, f"quote:{quoted}") if quoted else tuple(keys)
