"""Places of Slack's history that matter now: threads in which something goes on, and nudges that may be ticked off."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import ColumnElement, TextClause, case, select, text

from bot.database import Scope
from bot.ledger import slots
from bot.models import Mention, Promise, Sighting
from bot.models.promise import SETTLED
from bot.outbox import MERGED, OutboxRow
from bot.statements import chunks

AFTER_END = timedelta(days=14)
"""A mention's or promise's thread is read for so long after it was answered or settled."""
LATELY_MADE = timedelta(days=60)
"""Answered mentions that were made longer ago are left alone."""
MOST = 2_000
At = tuple[str, str]
"""A channel's id and the ts of a thread's root, or of a message."""


def threads(scope: Scope) -> dict[At, bool]:
    """Threads in which something is going on, or ended a short while ago; True where a promise is open."""
    mention_ids = [*_mentions(scope, Mention.answered_at.is_(None)), *_mentions(scope, *_answered_lately(scope))]
    places: dict[At, bool] = {}
    for some in chunks(mention_ids):
        seen = select(Sighting.channel_id, Sighting.thread_ts).where(
            Sighting.team_id == scope.team_id, Sighting.deleted_at.is_(None), Sighting.mention_id.in_(some)
        )
        # At home, the card stands in the thread of what it is about; elsewhere, it has a thread of its own.
        is_home = Mention.card_channel_id == Mention.home_channel_id
        root_ts = case((is_home, Mention.home_ts), else_=Mention.card_ts)
        cards = select(Mention.card_channel_id, root_ts).where(
            Mention.team_id == scope.team_id, Mention.card_ts.is_not(None), Mention.id.in_(some)
        )
        for statement in (seen, cards):
            places |= {(str(channel_id), str(ts)): False for channel_id, ts in scope.session.execute(statement)}
    return places | _promised(scope)


def _mentions(scope: Scope, *wishes: ColumnElement[bool]) -> list[str]:
    """The newest of them. (Ordered by the database, SQLite would walk through all mentions.)"""
    statement = select(Mention.created_at, Mention.id).where(
        Mention.team_id == scope.team_id, Mention.dismissed_at.is_(None), *wishes
    )
    found = sorted(((row.created_at, row.id) for row in scope.session.execute(statement)), reverse=True)
    return [mention_id for _, mention_id in found[:MOST]]


def _answered_lately(scope: Scope) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Mention.created_at > scope.now - LATELY_MADE, Mention.answered_at > scope.now - AFTER_END


def _promised(scope: Scope) -> dict[At, bool]:
    going_on = Promise.state.in_(("offered", "open"))
    ended = Promise.state.in_(SETTLED) & (Promise.ended_at > scope.now - AFTER_END)
    places: dict[At, bool] = {}
    for wish in (ended, going_on):
        statement = select(Promise.channel_id, Promise.thread_ts, Promise.state).where(
            Promise.team_id == scope.team_id, wish, Promise.thread_ts.is_not(None)
        )
        for channel_id, ts, state in scope.session.execute(statement.limit(MOST)):
            place = (str(channel_id), str(ts))
            places[place] = state == "open" or places.get(place, False)
    return places


def nudges(scope: Scope) -> list[At]:
    """Nudges on which a ✅ may stand: of what is open, or was kept by one lately, and those of several things."""
    lately = scope.now - AFTER_END
    kept = (Promise.state == "kept") & (Promise.ended_at > lately)
    promise_ids = [*_promises(scope, Promise.state == "open"), *_promises(scope, kept)]
    found = _said(scope, text(MERGED), OutboxRow.ended_at > lately)
    for some in chunks(promise_ids):
        about = OutboxRow.subject_id.in_(some)
        found += _said(scope, about, OutboxRow.purpose == slots.NUDGE)
    return found


def _promises(scope: Scope, wish: ColumnElement[bool]) -> list[str]:
    statement = select(Promise.id).where(Promise.team_id == scope.team_id, wish)
    return list(scope.session.execute(statement.limit(MOST)).scalars())


def _said(scope: Scope, *wishes: ColumnElement[bool] | TextClause) -> list[At]:
    statement = select(OutboxRow.channel_id, OutboxRow.ts).where(OutboxRow.team_id == scope.team_id, *wishes)
    rows = scope.session.execute(statement.limit(MOST))
    return [(str(channel_id), ts) for channel_id, ts in rows if ts is not None]
