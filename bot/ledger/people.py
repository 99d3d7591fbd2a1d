"""Teammates, channels and who is in which: what Slack says, and what people chose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlalchemy import Select, Table, delete, exists, func, or_, select, update

from bot import statements
from bot.clock import WorkingHours
from bot.database import Scope
from bot.facts import ChannelFacts, PersonFacts
from bot.ledger import entries, workspaces
from bot.models import Channel, Membership, Mention, Promise, Sighting, Teammate
from bot.models.people import ChannelMode
from bot.statements import chunks, find_one_locked, insert_or_skip, insert_or_update, insert_or_update_all, prepared

FRESH_FOR = timedelta(hours=24)
ONCE_A_DAY = timedelta(days=1)
CHOSEN = {"promises_off": False, "share_offers_off": False, "off": "", "rhythm": "merged", "evidence_off": False}
"""What people chose themselves, as it is for those whom nobody knew before."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def find(scope: Scope, user_id: str) -> Teammate | None:
    return statements.find(scope.session, Teammate, scope.team_id, user_id)


def is_colleague(scope: Scope, user_id: str) -> bool:
    """Whether somebody is a teammate with an account: no bot, no guest, nobody from outside."""
    person = find(scope, user_id)
    return person is not None and person.is_reachable and not person.is_guest


def moved(scope: Scope, facts: Iterable[PersonFacts]) -> list[str]:
    """Of these people, before they are written down: whose zone is another now."""
    zones = {person.id: person.zone for person in facts}
    known = by_ids(scope, sorted(zones)) if zones else []
    return sorted(person.id for person in known if person.zone != zones[person.id])


def is_fresh(scope: Scope, user_id: str) -> bool:
    """Whether what is known of a person is younger than a day (user_change events keep it so meanwhile)."""
    known = find(scope, user_id)
    return known is not None and scope.now - known.fetched_at < FRESH_FOR


def remember(scope: Scope, facts: Iterable[PersonFacts]) -> None:
    """Write what Slack says of people; what they chose themselves stays."""
    rows = {person.id: _row(scope, person) for person in facts}
    if not rows:
        return
    scope.session.flush()
    # In order, so that two writers never deadlock.
    in_order = [rows[user_id] for user_id in sorted(rows)]
    table = cast(Table, Teammate.__table__)
    insert_or_update_all(scope.session, table, in_order, CHOSEN)
    for known in list(scope.session.identity_map.values()):
        if isinstance(known, Teammate) and known.team_id == scope.team_id and known.id in rows:
            scope.session.expire(known)


def with_locale(scope: Scope, person: PersonFacts) -> PersonFacts:
    """What an event says of a person; how they write dates it mostly leaves out, and what is known of that stays."""
    known = find(scope, person.id) if person.locale is None else None
    return replace(person, locale=known.locale) if known is not None else person


def ask_again(scope: Scope, user_id: str) -> None:
    """What is known of a person is too little: Slack is asked before their next message is read."""
    whose = (Teammate.team_id == scope.team_id, Teammate.id == user_id)
    scope.session.execute(update(Teammate).where(*whose).values(fetched_at=NEVER))


def _row(scope: Scope, person: PersonFacts) -> dict[str, Any]:
    return {
        "team_id": scope.team_id,
        "id": person.id,
        "name": person.name,
        "zone": person.zone,
        "locale": person.locale,
        "is_bot": person.is_bot,
        "is_guest": person.is_guest,
        "is_admin": person.is_admin,
        "is_deleted": person.is_deleted,
        "is_stranger": person.is_stranger,
        "is_away": person.is_away,
        "away_until": person.away_until,
        "fetched_at": scope.now,
    }


def by_ids(scope: Scope, user_ids: Sequence[str]) -> list[Teammate]:
    return list(statements.load(scope.session, Teammate, scope.team_id, user_ids).values())


def hours_of(scope: Scope, user_id: str) -> WorkingHours:
    """A person's zone and working hours; the workspace's for someone unknown."""
    workspace = workspaces.get(scope)
    person = find(scope, user_id)
    return person.hours(workspace) if person else workspace.hours


def remember_dm(scope: Scope, user_id: str, channel_id: str) -> None:
    """The conversation with one person; someone of whom nothing is known yet gets a row, so that it stays. Slack is
    still to be asked about them: their zone, and whether they are a guest.
    """
    values: dict[str, Any] = {"dm_channel_id": channel_id}
    if find(scope, user_id) is None:
        remember(scope, [PersonFacts(user_id, user_id)])
        values["fetched_at"] = NEVER
    whose = (Teammate.team_id == scope.team_id, Teammate.id == user_id)
    scope.session.execute(update(Teammate).where(*whose).values(**values))


def set_promise_reading(scope: Scope, user_id: str, on: bool) -> None:
    """A person's own choice: whether promises are read in what they write."""
    person = find(scope, user_id)
    if person is not None and person.promises_off == on:
        person.promises_off = not on
        entries.write(scope, "read_promises" if on else "never_offer", user_id, user_id)


def set_share_offers(scope: Scope, user_id: str, on: bool) -> None:
    """A person's own choice: whether they are asked to share what reads like a customer's words."""
    person = find(scope, user_id)
    if person is not None and person.share_offers_off == on:
        person.share_offers_off = not on
        entries.write(scope, "offer_shares" if on else "never_ask", user_id, user_id)


def may_offer_share(scope: Scope, user_id: str) -> bool:
    """Whether to ask "Share this as a customer mention?" now: at most once a day, never if the person said so."""
    person = find(scope, user_id)
    if person is None or person.share_offers_off or not person.is_reachable:
        return False
    # One statement looks and writes: two of one's messages may be read at the same instant.
    offered = scope.session.execute(
        update(Teammate)
        .where(
            Teammate.team_id == scope.team_id,
            Teammate.id == user_id,
            or_(Teammate.share_offered_at.is_(None), Teammate.share_offered_at <= scope.now - ONCE_A_DAY),
        )
        .values(share_offered_at=scope.now)
        .returning(Teammate.id)
    )
    return offered.first() is not None


def find_channel(scope: Scope, channel_id: str) -> Channel | None:
    return statements.find(scope.session, Channel, scope.team_id, channel_id)


def lock_channel(scope: Scope, channel_id: str) -> Channel | None:
    """As it is now, locked: whoever sets it up, too, waits."""
    return statements.find_locked(scope.session, Channel, scope.team_id, channel_id)


def channel_named(scope: Scope, written: str) -> str:
    """The id of a channel by its id, or by its name with or without #; what was written where there is none."""
    name = written.strip().removeprefix("#").casefold()
    named = (Channel.team_id == scope.team_id, Channel.name == name, Channel.bot_is_in, Channel.is_direct.is_(False))
    found = find_channel(scope, written.strip())
    return found.id if found else scope.session.execute(select(Channel.id).where(*named)).scalar() or written.strip()


def is_in_channel(scope: Scope, channel_id: str) -> bool:
    """Whether the bot is known to be in that channel."""
    channel = find_channel(scope, channel_id)
    return channel is not None and channel.bot_is_in


def remember_channel(scope: Scope, facts: ChannelFacts) -> Channel:
    """Write what Slack says of a channel; what people chose for it stays."""
    known = find_channel(scope, facts.id)
    if known is None:
        row = {
            "team_id": scope.team_id,
            "id": facts.id,
            "name": facts.name,
            "mode": "careful",
            "fetched_at": scope.now,
            "is_private": facts.is_private,
            "is_direct": facts.is_direct,
            "is_shared_outside": facts.is_shared_outside,
            "is_archived": facts.is_archived,
            "bot_is_in": facts.bot_is_in,
            "promises_off": False,
            "reminders_off": False,
        }
        insert_or_skip(scope.session, Channel.__table__, [row])
        known = scope.session.get_one(Channel, (scope.team_id, facts.id))
    known.name, known.is_private, known.is_direct = facts.name, facts.is_private, facts.is_direct
    known.is_shared_outside, known.is_archived = facts.is_shared_outside, facts.is_archived
    known.bot_is_in, known.fetched_at = facts.bot_is_in, scope.now
    return known


@dataclass(frozen=True, slots=True)
class ChannelChoices:
    """How a channel is read: its mode, whether promises are; whether it is reminded of what is open; whether listening
    tools may post there.
    """

    mode: ChannelMode
    promises: bool = True
    reminders: bool = True
    intake: bool = False


def set_channel(scope: Scope, channel_id: str, chosen: ChannelChoices, by: str) -> None:
    channel = find_one_locked(scope.session, Channel, scope.team_id, channel_id)
    if chosen == ChannelChoices(
        channel.mode, not channel.promises_off, not channel.reminders_off, channel.takes_intake
    ):
        return
    channel.mode_word = chosen.mode
    channel.promises_off, channel.reminders_off = not chosen.promises, not chosen.reminders
    channel.takes_intake = chosen.intake
    entries.write(scope, "set_channel", channel_id, by, **asdict(chosen))


def remember_members(scope: Scope, channel_id: str, user_ids: Iterable[str]) -> None:
    """Replace the members of a channel by what Slack just said."""
    there = [Membership.team_id == scope.team_id, Membership.channel_id == channel_id]
    scope.session.execute(delete(Membership).where(*there))
    rows = [
        {"team_id": scope.team_id, "channel_id": channel_id, "user_id": user_id} for user_id in sorted(set(user_ids))
    ]
    insert_or_skip(scope.session, Membership, rows)
    channel = find_channel(scope, channel_id)
    if channel is not None:
        channel.members_at = scope.now


def add_member(scope: Scope, channel_id: str, user_id: str) -> None:
    row = {"team_id": scope.team_id, "channel_id": channel_id, "user_id": user_id}
    insert_or_update(scope.session, Membership, row, ("team_id", "channel_id", "user_id"))


def drop_member(scope: Scope, channel_id: str, user_id: str) -> None:
    scope.session.execute(
        delete(Membership).where(
            Membership.team_id == scope.team_id, Membership.channel_id == channel_id, Membership.user_id == user_id
        )
    )


def left_channel(scope: Scope, channel_id: str) -> None:
    """The bot was removed from a channel. Of a private one nobody counts as a member any more: Slack no longer says
    who leaves it.
    """
    channel = find_channel(scope, channel_id)
    if channel is None:
        return
    channel.bot_is_in = False
    if channel.is_private:
        remember_members(scope, channel_id, ())
        channel.members_at = None


def own_channels(scope: Scope) -> list[Channel]:
    """The channels that the bot is in."""
    return list(scope.session.execute(*_own_channels(scope.team_id)).scalars())


@prepared
def _own_channels(team: str) -> Select[Channel]:
    return _own(select(Channel), team).order_by(Channel.id)


def channels_known_since(scope: Scope) -> datetime | None:
    """When Slack told last of the channel that it told of longest ago; None when the bot is in none."""
    column = Channel.fetched_at
    return scope.session.execute(_own(select(func.min(column, type_=column.type)), scope.team_id)).scalar()


def _own(statement: Select[Any], team: str) -> Select[Any]:
    return statement.where(Channel.team_id == team, Channel.bot_is_in, Channel.is_direct.is_(False))


def members(scope: Scope, channel_id: str) -> set[str]:
    statement = select(Membership.user_id).where(
        Membership.team_id == scope.team_id, Membership.channel_id == channel_id
    )
    return set(scope.session.execute(statement).scalars())


def read_channels(scope: Scope, user_id: str, shared: Sequence[str] | None = None) -> list[str]:
    """The channels that the bot reads and that person is in: those of `shared` that are not switched off, else as far
    as their members are known here.
    """
    if shared is not None:
        off = select(Channel.id).where(Channel.team_id == scope.team_id, Channel.mode_word == "off")
        unread = set(scope.session.execute(off).scalars())
        return [channel_id for channel_id in shared if channel_id not in unread]
    own = select(Membership.channel_id).where(Membership.team_id == scope.team_id, Membership.user_id == user_id)
    is_read = (Channel.mode_word != "off", Channel.is_archived.is_(False), Channel.id.in_(own))
    statement = _own(select(Channel.id), scope.team_id).where(*is_read).order_by(Channel.name, Channel.id)
    return list(scope.session.execute(statement).scalars())


def unknown_people(scope: Scope, user_ids: Iterable[str]) -> list[str]:
    """Those of whom Slack was never asked."""
    wanted = sorted(set(user_ids))
    known: set[str] = set()
    for some in chunks(wanted):
        known |= set(scope.session.execute(*_asked_about(scope.team_id, some)).scalars())
    return [user_id for user_id in wanted if user_id not in known]


@prepared
def _asked_about(team: str, ids: Sequence[str]) -> Select[str]:
    return select(Teammate.id).where(Teammate.team_id == team, Teammate.id.in_(ids), Teammate.fetched_at > NEVER)


def closed_channels_with_mentions(scope: Scope, user_id: str) -> list[tuple[str, bool]]:
    """Private channels in which mentions live and that person is known to be, and whether their members were read in
    the last minute.

    Before a private channel's words are shown to anyone by a command, its members are read again.
    """
    own = select(Membership.channel_id).where(Membership.team_id == scope.team_id, Membership.user_id == user_id)
    lives_there = (
        exists(Mention.id).where(Mention.team_id == scope.team_id, Mention.card_channel_id == Channel.id),
        exists(Sighting.id).where(Sighting.team_id == scope.team_id, Sighting.channel_id == Channel.id),
        exists(Promise.id).where(Promise.team_id == scope.team_id, Promise.channel_id == Channel.id),
    )
    statement = select(Channel.id, Channel.members_at).where(
        Channel.team_id == scope.team_id, Channel.is_private, Channel.id.in_(own), or_(*lives_there)
    )
    minute = timedelta(minutes=1)
    return [
        (row.id, bool(row.members_at and scope.now - row.members_at < minute))
        for row in scope.session.execute(statement.order_by(Channel.id))
    ]
