"""Escalations: what a head who heard of a missed promise, or whoever heard that one may be late, may do: take it over,
or hear no more of it.
"""

from __future__ import annotations

from sqlalchemy import select

from bot.database import Scope
from bot.errors import PromiseGone, PromiseInHand, PromiseSettled
from bot.ledger import absences, entries, hand_offs, promises, visibility
from bot.models import HandOff, Promise, Slot
from bot.statements import find_locked


def find(scope: Scope, promise_id: str, by: str) -> Promise:
    """An open promise of which that person was told, locked. Raises PromiseGone for everybody else."""
    promise = find_locked(scope.session, Promise, scope.team_id, promise_id)
    told = select(Slot.id).where(
        Slot.team_id == scope.team_id,
        Slot.subject_id == promise_id,
        Slot.which.in_(("head", "risk")),
        Slot.person_id == by,
        # Queued counts: where Slack's answer got lost, the head reads it all the same.
        Slot.state.in_(("queued", "sent")),
    )
    if promise is None or scope.session.execute(told).first() is None or not _may_see(scope, promise, by):
        raise PromiseGone
    if promise.state != "open":
        raise PromiseSettled(state=promises.STATE_WORDS.get(promise.state, promise.state))
    return promise


def _may_see(scope: Scope, promise: Promise, user_id: str) -> bool:
    return promise.channel_id is None or visibility.person_can_open(scope, user_id, promise.channel_id)


def take_over(scope: Scope, promise_id: str, by: str) -> HandOff:
    """*I'll take it*: a hand-off that is accepted at once; its giver is told. *Hand over…* is its reverse.

    Raises PromiseInHand when it was moved or handed over since the head heard of it.
    """
    promise = find(scope, promise_id, by)
    if promise.user_id == by:
        raise PromiseSettled(state="yours")
    is_in_hand = promise.told_at is None and promise.at_risk_at is None
    if is_in_hand and absences.kind(scope, promise.user_id) not in {"gone", "leave"}:
        raise PromiseInHand
    return hand_offs.take_over(scope, promise, by)


def mute(scope: Scope, promise_id: str, by: str) -> Promise:
    """*Mute this*: that head hears of this promise no more, also when it is missed again."""
    promise = find(scope, promise_id, by)
    if promise.head_muted_id != by:
        promise.head_muted_id = by
        entries.write(scope, "mute", promise.id, by)
    return promise


def unmute(scope: Scope, promise_id: str, by: str) -> Promise:
    """The reverse of `mute`."""
    promise = find(scope, promise_id, by)
    if promise.head_muted_id == by:
        promise.head_muted_id = None
        entries.write(scope, "unmute", promise.id, by)
    return promise
