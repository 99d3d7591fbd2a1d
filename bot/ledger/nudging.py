"""Nudges with manners: whether a slot's moment is right, and what follows when it was said."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from bot import outbox
from bot.clock import WorkingHours
from bot.database import Scope, announce
from bot.ledger import (
    absences,
    cards,
    departments,
    head_absences,
    mentions,
    nudge_times,
    people,
    shares,
    slots,
    visibility,
)
from bot.models import Department, Evidence, HandOff, Mention, Promise, Slot
from bot.statements import find, find_locked

PASSED = "overtaken by its due moment"


def fire(scope: Scope, taken: slots.Taken) -> None:
    """Queue the nudges of these slots, one message for each person; a nudge is put off out of working hours, and
    skipped when nothing calls for it.
    """
    due: dict[str, slots.Taken] = {}
    for slot in taken:
        if (reason := overtaken(scope, slot)) is not None:
            unsaid(scope, slot, reason)
        elif (later := not_before(scope, slot)) is not None:
            slots.postpone(scope, slot, later)
        else:
            due.setdefault(slot.person_id, []).append(slot)
    for person_id, waiting in due.items():
        _put(scope, person_id, waiting)


def _put(scope: Scope, person_id: str, waiting: slots.Taken) -> None:
    """One message for all that a person is nudged about, and what falls due while it waits joins it; or, where they
    want that, each by itself.
    """
    person = people.find(scope, person_id)
    if person is not None and person.rhythm == "each":
        for slot in waiting:
            outbox.put(scope, outbox.Saying(person_id, slots.NUDGE, slot.subject_id, slot.id))
        return
    key, ids, first = f"nudge:{person_id}", [slot.id for slot in waiting], waiting[0]
    if len(waiting) == 1:
        saying = outbox.Saying(person_id, slots.NUDGE, first.subject_id, first.id, key=key)
    else:
        saying = outbox.Saying(person_id, slots.NUDGE, details={"slots": ids}, key=key)
    if outbox.put(scope, saying) is None:
        outbox.add_slots(scope, key, ids)


def unsaid(scope: Scope, slot: Slot, reason: str) -> None:
    """A nudge will never be said: its slot ends, skipped. An offer that can't be reminded of lapses at once."""
    slots.end(scope, slot, "skipped", reason)
    if slot.which == "check_back":  # its card said until now that somebody will be asked
        mention = find(scope.session, Mention, scope.team_id, slot.subject_id)
        if mention is not None:
            cards.changed(scope, mention)
    if slot.which == "unclaimed":
        _plan_unclaimed_head(scope, slot)
    promise = find(scope.session, Promise, scope.team_id, slot.subject_id)
    if slot.which == "offers" and promise is not None and promise.state == "offered":
        promise.expires_at = scope.now
        announce(scope.session, "nudges")


def not_before(scope: Scope, slot: Slot) -> datetime | None:
    """The moment that a nudge waits for: the person wants to hear, and a colleague who was asked to take over had
    their day.
    """
    if slot.which == "head" and (waits := _colleague_answers_by(scope, slot)) is not None:
        return waits
    times = nudge_times.of(scope, slot.person_id)
    if (back := absences.back_at(scope, slot.person_id)) is not None and back > scope.now:
        return times.next(back)
    return times.wait_until(scope.now, slot.fire_at)


def _colleague_answers_by(scope: Scope, slot: Slot) -> datetime | None:
    """One working day of the colleague's from when a hand-off was offered, while it stands unanswered."""
    statement = select(HandOff).where(
        HandOff.team_id == scope.team_id, HandOff.promise_id == slot.subject_id, HandOff.state == "offered"
    )
    standing = scope.session.execute(statement.limit(1)).scalar_one_or_none()
    if standing is None:
        return None
    hours = people.hours_of(scope, standing.to_id)
    until = nudge_times.of(scope, slot.person_id).next(hours.add_working(standing.created_at, hours.workday_length()))
    return until if until > scope.now else None


def overtaken(scope: Scope, slot: Slot) -> str | None:
    """Why a nudge need not be said any more; None when it still should."""
    person = people.find(scope, slot.person_id)
    if person is not None and not person.is_reachable:
        return "the person has no account any more"
    promise = find(scope.session, Promise, scope.team_id, slot.subject_id)
    if promise is not None:
        return _promise_overtaken(scope, slot, promise)
    mention = find(scope.session, Mention, scope.team_id, slot.subject_id)
    return _mention_overtaken(scope, slot, mention) if mention is not None else "gone"


def is_settled(scope: Scope, slot: Slot) -> bool:
    """Whether what a person was nudged about needs nothing of them any more."""
    return overtaken(scope, slot) not in {None, PASSED}


def _promise_overtaken(scope: Scope, slot: Slot, promise: Promise) -> str | None:
    if slot.which == "offers":
        return None if promise.state == "offered" else promise.state
    if promise.state != "open" or promise.due_at != slot.due_at:
        return "moved" if promise.state == "open" else promise.state
    if promise.muted_at is not None and slot.person_id == promise.user_id:
        return "muted"
    is_past = slot.which in {"before", "risk"} and scope.now >= slot.due_at
    return PASSED if is_past else _still_open(scope, slot, promise)


def _still_open(scope: Scope, slot: Slot, promise: Promise) -> str | None:
    if slot.which in {"head", "risk"}:
        return _head_overtaken(scope, slot, promise)
    if slot.which == "evidence" and not _is_asked(scope, promise):
        return "answered"
    return None if slot.person_id == promise.user_id else "handed over"


def _is_asked(scope: Scope, promise: Promise) -> bool:
    """Whether its promiser has still to say if something shows that it was kept."""
    offered = (Evidence.team_id == scope.team_id, Evidence.promise_id == promise.id, Evidence.state == "offered")
    return scope.session.execute(select(Evidence.id).where(*offered)).first() is not None


def _head_overtaken(scope: Scope, slot: Slot, promise: Promise) -> str | None:
    if promise.channel_id is not None and not visibility.person_can_open(scope, slot.person_id, promise.channel_id):
        return "the head could not open the thread"
    return "on track again" if slot.which == "risk" and promise.at_risk_at is None else None


def _mention_overtaken(scope: Scope, slot: Slot, mention: Mention) -> str | None:
    if mention.dismissed_at is not None:
        return "not a customer mention"
    if slot.which in {"fixed", "check_back"}:
        return _loop_overtaken(scope, slot, mention)
    if mention.waits_since is not None or mention.answered_at is not None:
        return "answered" if mention.answered_at is not None else "it waits for a cause"
    if shares.has_owners(scope, mention):
        return "claimed"
    own = shares.get(scope, mention.id, slot.person_id)
    if own is not None and (own.is_muted or own.state == "declined"):
        return "muted" if own.is_muted else "declined"
    return None if mentions.may_see(scope, mention, slot.person_id) else "the person could not open the thread"


def _loop_overtaken(scope: Scope, slot: Slot, mention: Mention) -> str | None:
    if slot.which == "check_back" and mention.check_back_at is None:
        return "it is open again, or settled"
    if slot.which == "check_back" and mention.answered_at is None:
        return "it is open"
    if slot.which == "fixed" and (mention.cause_id is None or mention.waits_since is not None):
        return "not fixed after all"
    if slot.which == "fixed" and mention.fix_told_at is not None:
        return "they were told"
    return None if mentions.may_see(scope, mention, slot.person_id) else "the person could not open the thread"


def head_of_promise(scope: Scope, promise: Promise) -> str | None:
    """The head who hears of a missed promise: of a tagged department of the promiser, else of the first tag's.

    While they are on leave, who stands in for them. None when there is no mention, the promiser heads it themselves, or
    the head could not open the thread, or muted it.
    """
    if promise.mention_id is None or promise.channel_id is None:
        return None
    found = responsible(scope, promise)
    if any(one.head_id == promise.user_id for one in found):
        return None
    heads = (departments.reachable_head(scope, one, promise.channel_id) for one in found)
    head = next((head for head in heads if head is not None), None)
    if head is None or head == promise.head_muted_id:
        return None
    mention = find(scope.session, Mention, scope.team_id, promise.mention_id)
    return head_absences.present(scope, head, mention, promise)


def responsible(scope: Scope, promise: Promise) -> list[Department]:
    """The departments whose heads hear of a promise: those of its mention that the promiser is in, else the first."""
    tagged = head_absences.tagged(scope, promise.mention_id) if promise.mention_id else []
    own = set(departments.of_person(scope, promise.user_id))
    return [one for one in tagged if one.id in own] or tagged[:1]


def headed(scope: Scope, promise: Promise, head: str) -> tuple[str, str]:
    """Name and key of the department as whose head somebody hears of a promise; empty when they head none of it now."""
    own = set(departments.of_person(scope, promise.user_id))
    tagged = head_absences.tagged(scope, promise.mention_id) if promise.mention_id else []
    found = [department for department in tagged if department.head_id == head]
    return next(((one.name, one.key) for one in sorted(found, key=lambda one: one.id not in own)), ("", ""))


def head_hears_at(scope: Scope, promise: Promise, head: str) -> datetime:
    """One working day of the promiser from now, then the head's next working moment."""
    hours = people.hours_of(scope, promise.user_id)
    after = hours.add_working(scope.now, hours.workday_length())
    return nudge_times.of(scope, head).next(after)


def said(scope: Scope, slot: Slot, worded_at: datetime | None = None) -> None:
    """A nudge reached Slack: the slot ends, and what it announced (at `worded_at`, else now) is planned."""
    slots.end(scope, slot, "sent")
    promise = find(scope.session, Promise, scope.team_id, slot.subject_id)
    if promise is not None and slot.which == "missed":
        promise.told_at = scope.now
        head = head_of_promise(scope, promise)
        # Planned only as it was told: the head, and the moment that the nudge named.
        if head is not None and promise.head_hears_at is not None and promise.state == "open":
            slots.plan_head(scope, promise, head, promise.head_hears_at)
    elif promise is not None and slot.which == "offers" and promise.state == "offered":
        promise.reminded_at = scope.now
        promise.expires_at = lapse_at(people.hours_of(scope, promise.user_id), worded_at or scope.now)
        announce(scope.session, "nudges")
    elif slot.which == "unclaimed":
        _plan_unclaimed_head(scope, slot)


def lapse_at(hours: WorkingHours, told: datetime) -> datetime:
    """When an unanswered offer lapses: as that working day ends, or the next if less than half of it is left."""
    end = hours.span(hours.local(told).date())[1]
    if hours.is_working(told) and end - told >= hours.workday_length() / 2:
        return end
    return hours.span(hours.local(hours.next_morning(told)).date())[1]


def plan_head_anew(scope: Scope, promise: Promise) -> None:
    """An open promise whose promiser was told of its miss before (it was reopened, or handed there and back): they are
    not told twice, and the head hears when it was said, or one working day from now.
    """
    head = head_of_promise(scope, promise) if slots.was_told(scope, promise) else None
    if head is None:
        return
    anew = head_hears_at(scope, promise, head)
    promise.told_at = promise.told_at or scope.now
    promise.head_hears_at = max(anew, promise.head_hears_at or anew)
    slots.plan_head(scope, promise, head, promise.head_hears_at)


def plan_head_of_absent(scope: Scope, promise: Promise, asked: str | None) -> None:
    """Whoever promised can't be told of it: they are gone, or on leave. Unless a colleague takes it over first (they
    have a working day), the head hears.
    """
    head = head_of_promise(scope, promise)
    if head is not None and head != asked:
        slots.plan_head(scope, promise, head, people.hours_of(scope, head).next_working(scope.now))


def _plan_unclaimed_head(scope: Scope, slot: Slot) -> None:
    """The asked person was told, or can't be: the head is next."""
    mention = find_locked(scope.session, Mention, scope.team_id, slot.subject_id)
    share = shares.get(scope, slot.subject_id, slot.person_id)
    if mention is not None and share is not None:
        shares.plan_head(scope, mention, share)
