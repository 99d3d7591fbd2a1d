"""Places of Slack's history that matter now: threads in which something goes on, and nudges that may be ticked off."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, case, select, text

from bot.database import Scope
from bot.ledger import slots
from bot.models import Mention, Promise, Sighting
from bot.models.promise import SETTLED
from bot.outbox import MERGED, OutboxRow
from bot.statements import chunks, prepared

AFTER_END = timedelta(days=14)
"""A mention's or promise's thread is read for so long after it was answered or settled."""
LATELY_MADE = timedelta(days=60)
"""Answered mentions that were made longer ago are left alone."""
MOST = 2_000
At = tuple[str, str]
"""A channel's id and the ts of a thread's root, or of a message."""


def threads(scope: Scope) -> dict[At, bool]:
    """Threads in which something is going on, or ended a short while ago; True where a promise is open."""
    lately = _answered_lately(scope.team_id, scope.now - LATELY_MADE, scope.now - AFTER_END)
    mention_ids = [*_mentions(scope, _unanswered(scope.team_id)), *_mentions(scope, lately)]
    places: dict[At, bool] = {}
    for some in chunks(mention_ids):
        for asked in (_seen(scope.team_id, some), _cards(scope.team_id, some)):
            places |= {(str(channel_id), str(ts)): False for channel_id, ts in scope.session.execute(*asked)}
    return places | _promised(scope)


@prepared
def _seen(team: str, mentions: Collection[str]) -> Select[str, str]:
    of_them = (Sighting.team_id == team, Sighting.deleted_at.is_(None), Sighting.mention_id.in_(mentions))
    return select(Sighting.channel_id, Sighting.thread_ts).where(*of_them)


@prepared
def _cards(team: str, mentions: Collection[str]) -> Select[str | None, str | None]:
    """At home, the card stands in the thread of what it is about; elsewhere, it has a thread of its own."""
    is_home = Mention.card_channel_id == Mention.home_channel_id
    root_ts = case((is_home, Mention.home_ts), else_=Mention.card_ts)
    of_them = (Mention.team_id == team, Mention.card_ts.is_not(None), Mention.id.in_(mentions))
    return select(Mention.card_channel_id, root_ts).where(*of_them)


def _mentions(scope: Scope, asked: tuple[Select[datetime, str], dict[str, Any]]) -> list[str]:
    """The newest of them. (Ordered by the database, SQLite would walk through all mentions.)"""
    found = sorted(((row.created_at, row.id) for row in scope.session.execute(*asked)), reverse=True)
    return [mention_id for _, mention_id in found[:MOST]]


@prepared
def _unanswered(team: str) -> Select[datetime, str]:
    is_open = (Mention.team_id == team, Mention.dismissed_at.is_(None), Mention.answered_at.is_(None))
    return select(Mention.created_at, Mention.id).where(*is_open)


@prepared
def _answered_lately(team: str, made: datetime, since: datetime) -> Select[datetime, str]:
    lately = (Mention.created_at > made, Mention.answered_at > since)
    return select(Mention.created_at, Mention.id).where(
        Mention.team_id == team, Mention.dismissed_at.is_(None), *lately
    )


def _promised(scope: Scope) -> dict[At, bool]:
    places: dict[At, bool] = {}
    for asked in (_ended(scope.team_id, scope.now - AFTER_END), _going_on(scope.team_id)):
        for channel_id, ts, state in scope.session.execute(*asked):
            place = (str(channel_id), str(ts))
            places[place] = state == "open" or places.get(place, False)
    return places


@prepared
def _ended(team: str, since: datetime) -> Select[str | None, str | None, str]:
    ended = Promise.state.in_(SETTLED) & (Promise.ended_at > since)
    of_them = (Promise.team_id == team, ended, Promise.thread_ts.is_not(None))
    return select(Promise.channel_id, Promise.thread_ts, Promise.state).where(*of_them).limit(MOST)


@prepared
def _going_on(team: str) -> Select[str | None, str | None, str]:
    of_them = (Promise.team_id == team, Promise.state.in_(("offered", "open")), Promise.thread_ts.is_not(None))
    return select(Promise.channel_id, Promise.thread_ts, Promise.state).where(*of_them).limit(MOST)


def nudges(scope: Scope) -> list[At]:
    """Nudges on which a ✅ may stand: of what is open, or was kept by one lately, and those of several things."""
    lately = scope.now - AFTER_END
    both = (_open(scope.team_id), _kept(scope.team_id, lately))
    promise_ids = [promise_id for asked in both for promise_id in scope.session.execute(*asked).scalars()]
    rows = list(scope.session.execute(*_merged(scope.team_id, lately)))
    for some in chunks(promise_ids):
        rows += scope.session.execute(*_of_promises(scope.team_id, some))
    return [(str(channel_id), ts) for channel_id, ts in rows if ts is not None]


@prepared
def _open(team: str) -> Select[str]:
    return select(Promise.id).where(Promise.team_id == team, Promise.state == "open").limit(MOST)


@prepared
def _kept(team: str, since: datetime) -> Select[str]:
    kept = (Promise.state == "kept", Promise.ended_at > since)
    return select(Promise.id).where(Promise.team_id == team, *kept).limit(MOST)


@prepared
def _merged(team: str, since: datetime) -> Select[str | None, str | None]:
    said = (OutboxRow.team_id == team, text(MERGED), OutboxRow.ended_at > since)
    return select(OutboxRow.channel_id, OutboxRow.ts).where(*said).limit(MOST)


@prepared
def _of_promises(team: str, promises: Collection[str]) -> Select[str | None, str | None]:
    said = (OutboxRow.team_id == team, OutboxRow.subject_id.in_(promises), OutboxRow.purpose == slots.NUDGE)
    return select(OutboxRow.channel_id, OutboxRow.ts).where(*said).limit(MOST)
