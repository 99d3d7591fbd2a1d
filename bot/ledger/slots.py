"""Slots: which nudge falls due when, and that each ends once. No mention or promise is nudged from anywhere else."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Select, func, select, tuple_, update
from sqlalchemy.orm import Session

from bot import outbox
from bot.database import Scope, announce, plain
from bot.ledger import nudge_times
from bot.ledger.nudge_times import NudgeTimes
from bot.models import Mention, Promise, Slot
from bot.models.rhythm import Act, Which
from bot.statements import find_one, insert_or_skip, load, prepared, read_again

BEFORE = timedelta(hours=2)  # working hours before the due moment
AFTER = timedelta(hours=1)  # earliest after a missed one
UNCLAIMED_AFTER = timedelta(hours=4)  # working hours
BATCH = 50
NUDGE = "nudge"
NO_TIME = "no working time is left before it"
UNCLAIMED = ("unclaimed", "unclaimed_head")
OF_THE_OPEN = (*UNCLAIMED, "watch")
"""Of a mention, while the customer was not answered."""

Taken = list[Slot]


def plan(scope: Scope, slot: Slot) -> None:
    """Add a slot; one that waits already, or was sent, is not added again."""
    row = {
        "team_id": scope.team_id,
        "id": scope.new_id(),
        "subject_id": slot.subject_id,
        "which": slot.which,
        "person_id": slot.person_id,
        "due_at": slot.due_at,
        "fire_at": slot.fire_at,
        "state": slot.state or "waiting",
        "reason": slot.reason,
        "ended_at": slot.ended_at,
    }
    insert_or_skip(scope.session, Slot, [row])
    announce(scope.session, "nudges")


def plan_again(scope: Scope, subject_id: str, which: Which, ended_at: datetime, but: str = "") -> None:
    """What was skipped at that moment waits as before, for all `but` one: what skipped it is taken back."""
    of_it = (Slot.team_id == scope.team_id, Slot.subject_id == subject_id, Slot.which == which, Slot.person_id != but)
    skipped = select(Slot).where(*of_it, Slot.state == "skipped", Slot.ended_at == ended_at)
    for slot in scope.session.execute(skipped.order_by(Slot.id)).scalars().all():
        same = {"subject_id": subject_id, "which": which, "person_id": slot.person_id}
        plan(scope, Slot(**same, due_at=slot.due_at, fire_at=slot.fire_at))


def plan_promise(scope: Scope, promise: Promise) -> None:
    """The two nudges of an open promise: one before its due moment, one when it is missed."""
    if promise.due_at is None:
        return
    times = nudge_times.of(scope, promise.user_id)
    before = before_moment(scope.now, promise.due_at, times)
    if before is None:
        reason, ended = NO_TIME, scope.now
        plan(scope, _slot(promise, "before", promise.due_at, state="skipped", reason=reason, ended_at=ended))
    else:
        plan(scope, _slot(promise, "before", before))
    # Reopened or handed over after its moment, it is missed as of now.
    plan(scope, _slot(promise, "missed", times.next(max(promise.due_at, scope.now) + AFTER)))


def follow(scope: Scope, promise: Promise, old: datetime) -> None:
    """The due moment is another, the promise the same: what waits waits for the new one, what was said stays said."""
    assert promise.due_at is not None
    said = Slot.team_id == scope.team_id, Slot.subject_id == promise.id, Slot.state != "skipped"
    found = list(scope.session.execute(select(Slot).where(*said).order_by(Slot.id).with_for_update()).scalars())
    taken = {(slot.which, slot.person_id) for slot in found if slot.due_at == promise.due_at}
    times = nudge_times.of(scope, promise.user_id)
    moments = {
        "before": before_moment(scope.now, promise.due_at, times),
        "missed": times.next(max(promise.due_at, scope.now) + AFTER),
    }
    for slot in found:
        if slot.due_at != old or slot.which not in moments:
            continue
        if (slot.which, slot.person_id) in taken:
            end(scope, slot, "skipped", "planned for this moment already")
            continue
        slot.due_at, fire_at = promise.due_at, moments[slot.which]
        if slot.state == "waiting" and fire_at is None:
            end(scope, slot, "skipped", NO_TIME)
        elif slot.state == "waiting" and fire_at is not None:
            slot.fire_at = fire_at
    announce(scope.session, "nudges")


def before_moment(now: datetime, due: datetime, times: NudgeTimes) -> datetime | None:
    """When to remind before `due`: two working hours, or half-way if nearer; sooner where they don't want to hear then.
    None when no time is left.
    """
    if due <= now:
        return None
    at = times.hours.subtract_working(due, BEFORE)
    if at <= now:
        at = now + (due - now) / 2
    at = times.next(at)
    return at if at < due else times.last_before(now, due)


def plan_head(scope: Scope, promise: Promise, head_id: str, at: datetime) -> None:
    """The head hears at `at`, which the promiser was told."""
    if promise.due_at is not None:
        slot = _slot(promise, "head", at)
        slot.person_id = head_id
        plan(scope, slot)


def plan_risk(scope: Scope, promise: Promise, person_id: str) -> None:
    """Whoever can help hears once for each due moment that it may be late: as soon as they work."""
    slot = _slot(promise, "risk", nudge_times.of(scope, person_id).next(scope.now))
    slot.person_id = person_id
    plan(scope, slot)


def plan_evidence(scope: Scope, promise: Promise) -> None:
    """The customer spoke again: once for each due moment, the promiser is asked when they work whether it is kept."""
    plan(scope, _slot(promise, "evidence", nudge_times.of(scope, promise.user_id).next(scope.now)))


def plan_offers(scope: Scope, promise: Promise) -> None:
    """An unanswered offer goes once, merged with others, into a DM at the speaker's next working morning."""
    times = nudge_times.of(scope, promise.user_id)
    plan(scope, _slot(promise, "offers", times.next(times.hours.next_morning(scope.now))))


def plan_unclaimed(scope: Scope, mention: Mention, person_id: str) -> None:
    """Four working hours of that person from now, if nobody claims the mention before. One nudge at a time; none while
    it waits for a cause. Of praise one person is nudged, once.
    """
    if mention.waits_since is not None:
        return
    if mention.is_praise:  # one for all
        standing = scope.session.execute(*_praised(scope.team_id, mention.id))
    else:
        standing = scope.session.execute(*_unclaimed(scope.team_id, mention.id, person_id))
    if standing.first() is None:
        _plan_of_mention(scope, mention, Slot(which="unclaimed", person_id=person_id, due_at=scope.now))


@prepared
def _unclaimed(team: str, mention: str, person: str) -> Select[str]:
    of_it = (Slot.team_id == team, Slot.subject_id == mention, Slot.which == "unclaimed", Slot.person_id == person)
    return select(Slot.id).where(*of_it, Slot.state.in_(("waiting", "queued")))


@prepared
def _praised(team: str, mention: str) -> Select[str]:
    of_it = (Slot.team_id == team, Slot.subject_id == mention, Slot.which == "unclaimed")
    return select(Slot.id).where(*of_it, Slot.state != "skipped")


def plan_unclaimed_head(scope: Scope, mention: Mention, head_id: str) -> None:
    """The same for a head, once for each mention: the moment in the slot's key is the mention's own."""
    if mention.waits_since is None:
        _plan_of_mention(scope, mention, Slot(which="unclaimed_head", person_id=head_id, due_at=mention.created_at))


def plan_act(scope: Scope, which: Act, subject_id: str, person_id: str, at: datetime) -> None:
    """Something is to be done at that moment, and nothing said; of each kind one waits for a subject and person."""
    skip(scope, subject_id, "another moment", person_id=person_id, which=which)
    plan(scope, Slot(subject_id=subject_id, which=which, person_id=person_id, due_at=at, fire_at=at))


def _plan_of_mention(scope: Scope, mention: Mention, slot: Slot) -> None:
    times = nudge_times.of(scope, slot.person_id)
    slot.subject_id = mention.id
    slot.fire_at = times.next(times.hours.add_working(scope.now, UNCLAIMED_AFTER))
    plan(scope, slot)


def was_told(scope: Scope, promise: Promise) -> bool:
    """Whether the promiser has heard that the present due moment was missed."""
    statement = select(Slot.id).where(
        Slot.team_id == scope.team_id,
        Slot.subject_id == promise.id,
        Slot.which == "missed",
        Slot.person_id == promise.user_id,
        Slot.due_at == promise.due_at,
        Slot.state == "sent",
    )
    return scope.session.execute(statement).first() is not None


def _slot(promise: Promise, which: Which, fire_at: datetime, **ended: object) -> Slot:
    due_at = promise.due_at if promise.due_at is not None and which != "offers" else promise.created_at
    return Slot(subject_id=promise.id, which=which, person_id=promise.user_id, due_at=due_at, fire_at=fire_at, **ended)


def skip(
    scope: Scope, subject_id: str, reason: str, *, person_id: str | None = None, which: str | Collection[str] = ""
) -> None:
    """End the waiting slots of a subject and take back what is queued of them: it was settled, moved or muted. `which`
    of them, if not all.
    """
    meant = {which} if isinstance(which, str) else {*which}
    # Whoever is queueing one of them just now is waited for, so that the row they add is seen below.
    locked = scope.session.execute(*_live(scope.team_id, subject_id)).all()
    live = {found.id: found for found in locked if person_id in {None, found.person_id} and meant & {"", found.which}}
    queued = {slot_id: found.person_id for slot_id, found in live.items() if found.state == "queued"}
    # A slot whose nudge is on its way stays queued: what Slack answers decides how it ends.
    under_way = _take_back(scope, queued, reason) if queued else set()
    if ending := sorted(live.keys() - under_way):
        scope.session.execute(*_skipped(scope.team_id, ending, reason, scope.now))
        read_again(scope.session, Slot, lambda slot: slot.id in ending)


@prepared
def _live(team: str, subject: str) -> Select[str, str, str, str]:
    of_subject = (Slot.team_id == team, Slot.subject_id == subject, Slot.state.in_(("waiting", "queued")))
    return (
        select(Slot.id, Slot.person_id, Slot.state, Slot.which).where(*of_subject).order_by(Slot.id).with_for_update()
    )


@prepared
def _skipped(team: str, ids: Collection[str], reason: str, now: datetime) -> Any:
    ended = update(Slot).where(Slot.team_id == team, Slot.id.in_(ids))
    return plain(ended.values(state="skipped", reason=reason, ended_at=now))


def _take_back(scope: Scope, queued: dict[str, str], reason: str) -> set[str]:
    """Queued slots (and whom they nudge) are not to be said: a message that says nothing else is cancelled, another
    says the rest. Answers which of them are on their way.
    """
    under_way: set[str] = set()
    for row in outbox.unsent_to(scope, set(queued.values()), NUDGE):
        said = outbox.slots_of(row)
        left = [slot_id for slot_id in said if slot_id not in queued]
        if row.state != "waiting":
            under_way |= set(said) - set(left)
        elif not left:
            outbox.mark_cancelled(scope, row, reason)
        elif len(left) < len(said):
            outbox.hold_slots(row, left)
    scope.session.flush()
    return under_way


def take_due(session: Session, now: datetime, held: Sequence[str] = ()) -> Taken:
    """Take the waiting slots whose moment has passed, each by one worker only: about 50, and all of each person's,
    since these go into one message. Those of `held` workspaces wait.
    """
    taken = list(session.execute(*_taking_first(now, held)).scalars())
    if len(taken) == BATCH:
        people_met = {(slot.team_id, slot.person_id) for slot in taken}
        taken += session.execute(*_taking_rest(now, held, sorted(people_met))).scalars()
    return sorted(taken, key=attrgetter("fire_at", "id"))


@prepared
def _taking_first(now: datetime, held: Sequence[str]) -> Any:
    return _taking(_due(now, held).order_by(Slot.fire_at).limit(BATCH))


@prepared
def _taking_rest(now: datetime, held: Sequence[str], people_met: Sequence[tuple[str, str]]) -> Any:
    return _taking(_due(now, held).where(tuple_(Slot.team_id, Slot.person_id).in_(people_met)))


def _due(now: datetime, held: Sequence[str]) -> Select[str, str]:
    return select(Slot.team_id, Slot.id).where(Slot.state == "waiting", Slot.fire_at <= now, Slot.team_id.not_in(held))


def _taking(wanted: Select[str, str]) -> Any:
    """One statement. Not a plain subquery: PostgreSQL may run that once a row, and take more than the limit."""
    chosen = wanted.with_for_update(skip_locked=True).cte("due")
    taken = update(Slot).where(tuple_(Slot.team_id, Slot.id).in_(select(chosen))).values(state="queued").returning(Slot)
    return taken.execution_options(synchronize_session=False, populate_existing=True)


def by_person(taken: Taken) -> list[tuple[str, Taken]]:
    """What was taken, person by person, each with the workspace."""
    whose = attrgetter("team_id", "person_id")
    return [(team_id, list(own)) for (team_id, _), own in groupby(sorted(taken, key=whose), key=whose)]


def next_due(session: Session) -> datetime | None:
    """When the next waiting slot falls due."""
    return session.execute(_next_due()).scalar()


@cache
def _next_due() -> Select[datetime | None]:
    """Built once: it is asked after every write."""
    return plain(select(func.min(Slot.fire_at, type_=Slot.fire_at.type)).where(Slot.state == "waiting"))


def postpone(scope: Scope, slot: Slot, fire_at: datetime) -> None:
    """Wait again, unless it has ended meanwhile."""
    if slot.ended_at is None:
        slot.state, slot.fire_at = "waiting", fire_at
        announce(scope.session, "nudges")


def end(scope: Scope, slot: Slot, state: str, reason: str | None = None) -> None:
    """End it, sent or skipped; what has ended once stays as it is."""
    if slot.ended_at is not None:
        return
    slot.state, slot.reason, slot.ended_at = state, reason, scope.now


def get(scope: Scope, slot_id: str) -> Slot:
    return find_one(scope.session, Slot, scope.team_id, slot_id)


def by_ids(scope: Scope, slot_ids: Sequence[str]) -> Taken:
    return [slot for _, slot in sorted(load(scope.session, Slot, scope.team_id, slot_ids).items())]
