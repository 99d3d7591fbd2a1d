"""Nudges that wait for somebody, planned anew: they chose other hours, days off, or how they are nudged; their zone is
another, or the house's hours are.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Select, exists, literal_column, select

from bot.database import Scope, announce
from bot.ledger import nudge_times, people, slots
from bot.ledger.nudge_times import NudgeTimes
from bot.models import Promise, Slot
from bot.models.rhythm import OF_THE_CLOCK
from bot.statements import find, insert_or_skip, prepared


def everybody(scope: Scope) -> None:
    """The house's hours are others: each person for whom something waits has it planned anew, one after the other."""
    waits = (Slot.team_id == scope.team_id, Slot.state == literal_column("'waiting'"))
    people_met = select(Slot.person_id).where(*waits, Slot.which.not_in(OF_THE_CLOCK)).distinct()
    soon(scope, list(scope.session.execute(people_met.order_by(Slot.person_id)).scalars()))


def soon(scope: Scope, user_ids: Collection[str]) -> None:
    """Have what waits for these people planned anew."""
    of_all = {"team_id": scope.team_id, "which": "replan", "due_at": scope.now, "fire_at": scope.now}
    of_all |= {"state": "waiting", "reason": None, "ended_at": None}
    insert_or_skip(
        scope.session, Slot, [of_all | {"id": scope.new_id(), "subject_id": one, "person_id": one} for one in user_ids]
    )
    announce(scope.session, "nudges")


def replan(scope: Scope, user_id: str) -> None:
    """Each waiting nudge of theirs comes at the moment at which it would be planned now."""
    times, person = nudge_times.of(scope, user_id), people.find(scope, user_id)
    for slot in _waiting(scope, user_id):
        if slot.which == "evidence" and person is not None and person.evidence_off:
            slots.end(scope, slot, "skipped", "they don't want to be asked")
            continue
        at = _moment(scope, slot, times)
        if at is None:
            slots.end(scope, slot, "skipped", slots.NO_TIME)
        else:
            slot.fire_at = at
    scope.session.flush()
    for promise in scope.session.execute(*_untold(scope.team_id, user_id, scope.now)).scalars().all():
        if slots.before_moment(scope.now, promise.due_at, times) is not None:
            slots.plan_promise(scope, promise)
    announce(scope.session, "nudges")


def _waiting(scope: Scope, user_id: str) -> list[Slot]:
    """Locked. The state is written out: only then does SQLite see that the index of what is due holds them all."""
    is_waiting = Slot.state == literal_column("'waiting'")
    theirs = (Slot.team_id == scope.team_id, Slot.person_id == user_id, Slot.which.not_in(OF_THE_CLOCK))
    statement = select(Slot).where(*theirs, is_waiting)
    return list(scope.session.execute(statement.order_by(Slot.id).with_for_update()).scalars())


@prepared
def _untold(team: str, user: str, now: datetime) -> Select[Promise]:
    """Their promises of which nothing would have reminded them in time; now something may."""
    skipped = exists(Slot.id).where(
        Slot.team_id == team,
        Slot.subject_id == Promise.id,
        Slot.which == "before",
        Slot.due_at == Promise.due_at,
        Slot.state == "skipped",
        Slot.reason == slots.NO_TIME,
    )
    own = (Promise.team_id == team, Promise.user_id == user, Promise.state == "open", Promise.muted_at.is_(None))
    return select(Promise).where(*own, Promise.due_at > now, skipped).order_by(Promise.id)


def _moment(scope: Scope, slot: Slot, times: NudgeTimes) -> datetime | None:
    promise = find(scope.session, Promise, scope.team_id, slot.subject_id)
    now, after = scope.now, slot.fire_at
    if slot.which == "before":
        return slots.before_moment(now, slot.due_at, times)
    if slot.which == "missed":
        after = slot.due_at + slots.AFTER
    elif slot.which == "unclaimed":
        after = times.hours.add_working(slot.due_at, slots.UNCLAIMED_AFTER)
    elif slot.which == "offers" and promise is not None:
        after = times.hours.next_morning(promise.created_at)
    elif slot.which == "head" and promise is not None and promise.head_hears_at is not None:
        after = promise.head_hears_at
    elif slot.which in {"risk", "evidence"}:
        after = now
    return times.next(max(after, now))
