"""What a nudge says, decided when it is sent: all that still needs its person, in one message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from bot import outbox
from bot.database import Scope
from bot.facts import Silence
from bot.ledger import mention_views, nudging, people, promise_views, shares, slots, views, visibility
from bot.ledger.visibility import Audience
from bot.messages import merged
from bot.messages.views import Message, NudgedAs, NudgesView, NudgeView, PromiseView, UnclaimedView
from bot.models import Department, Mention, Promise, Slot, Tag
from bot.outbox import OutboxRow

# What needs its person most comes first; of two about one subject the later step is told.
FIRST = ("missed", "head", "before", "unclaimed_head", "unclaimed", "offers")
AHEAD = {"before": "missed", "unclaimed": "unclaimed_head"}
NOT_NOW = "out of working hours, or a colleague was asked to take over"


def message(scope: Scope, row: OutboxRow) -> Message | Silence:
    """Checked again at the last moment: what was settled, moved or muted ends, what is out of working hours waits, and
    the row holds the slots that it says.
    """
    found = {slot: _left_out(scope, slot) for slot in _slots(scope, row)}
    said = _without_earlier_steps(scope, [slot for slot, reason in found.items() if reason is None])
    if not said:
        return Silence(next((reason for reason in found.values() if reason), "it nudges about nothing"))
    outbox.hold_slots(row, [slot.id for slot in said], said[0].subject_id if len(said) == 1 else None)
    for slot in said:
        _announce(scope, slot)
    hours = people.hours_of(scope, row.lane_id)
    return merged.nudge(_view(scope, row.lane_id, said, nudging.lapse_at(hours, scope.now)))


def take_apart(scope: Scope, row: OutboxRow) -> bool:
    """Something in a merged message can't be said: each nudge is queued by itself, so that it costs no other. Answers
    whether it was a merged one.
    """
    if row.purpose != slots.NUDGE or row.slot_id is not None:
        return False
    for slot in [slots.get(scope, slot_id) for slot_id in outbox.slots_of(row)]:
        outbox.put(scope, outbox.Saying(row.lane_id, slots.NUDGE, slot.subject_id, slot.id))
    outbox.hold_slots(row, [])
    return True


def left(scope: Scope, user_id: str, channel_id: str, ts: str) -> Message | None:
    """What a message that merged several nudges still asks of its reader; None when nothing, or it is no such one."""
    row = _row_at(scope, user_id, channel_id, ts)
    if row is None or row.slot_id is not None:
        return None
    found = [slot for slot in _slots(scope, row) if not nudging.is_settled(scope, slot)]
    waiting = [slot for slot in found if _unreadable(scope, slot) is None]
    if not waiting:
        return None
    told = row.started_at or scope.now
    return merged.nudge(_view(scope, user_id, waiting, nudging.lapse_at(people.hours_of(scope, user_id), told)))


def promise_at(scope: Scope, user_id: str, channel_id: str, ts: str) -> Promise | None:
    """The promise that a message nudged somebody about, if it is the only one: of several, a reaction means none."""
    row = _row_at(scope, user_id, channel_id, ts)
    about = [slot for slot in _slots(scope, row) if not slot.which.startswith("unclaimed")] if row is not None else []
    if len(about) != 1 or about[0].which == "offers":
        return None
    return scope.session.get(Promise, (scope.team_id, about[0].subject_id))


def _row_at(scope: Scope, user_id: str, channel_id: str, ts: str) -> OutboxRow | None:
    statement = select(OutboxRow).where(
        OutboxRow.team_id == scope.team_id,
        OutboxRow.purpose == slots.NUDGE,
        OutboxRow.lane_id == user_id,
        OutboxRow.channel_id == channel_id,
        OutboxRow.ts == ts,
    )
    return scope.session.execute(statement).scalar()


def _slots(scope: Scope, row: OutboxRow) -> list[Slot]:
    found = [slots.get(scope, slot_id) for slot_id in outbox.slots_of(row)]
    return sorted(found, key=lambda slot: (FIRST.index(slot.which), slot.due_at, slot.id))


def _left_out(scope: Scope, slot: Slot) -> str | None:
    """Why a nudge is not said: it ends, or waits for another moment. None when it is."""
    if slot.ended_at is not None:
        return f"its slot has ended: {slot.reason or slot.state}"
    reason = nudging.overtaken(scope, slot) or _unreadable(scope, slot)
    if reason is not None:
        nudging.unsaid(scope, slot, reason)
        return reason
    later = nudging.not_before(scope, slot)
    if later is not None:
        slots.postpone(scope, slot, later)
        return NOT_NOW
    return None


def _unreadable(scope: Scope, slot: Slot) -> str | None:
    mention = scope.session.get(Mention, (scope.team_id, slot.subject_id))
    if mention is None or mention_views.line(scope, mention, Audience(user_id=slot.person_id)) is not None:
        return None
    return "the person could not open the thread"


def _without_earlier_steps(scope: Scope, waiting: list[Slot]) -> list[Slot]:
    """One subject is told of once."""
    told = {(slot.subject_id, slot.which) for slot in waiting}
    late = [slot for slot in waiting if (slot.subject_id, AHEAD.get(slot.which)) in told]
    for slot in late:
        nudging.unsaid(scope, slot, "overtaken by a later step")
    return [slot for slot in waiting if slot not in late]


def _announce(scope: Scope, slot: Slot) -> None:
    """Whoever is told of a miss is told which head hears of it, and when."""
    promise = scope.session.get(Promise, (scope.team_id, slot.subject_id))
    if promise is not None and slot.which == "missed":
        head = nudging.head_of_promise(scope, promise)
        promise.head_hears_at = nudging.head_hears_at(scope, promise, head) if head else None


def _view(scope: Scope, person_id: str, waiting: Sequence[Slot], lapse_at: datetime) -> NudgesView:
    nudges: list[NudgeView | UnclaimedView] = []
    offers: list[PromiseView] = []
    for slot in waiting:
        promise = scope.session.get(Promise, (scope.team_id, slot.subject_id))
        if promise is None:
            nudges.append(_unclaimed(scope, slot))
        elif slot.which == "offers":
            offers.append(promise_views.promise(scope, promise))
        else:
            nudges.append(_about_promise(scope, slot, promise))
    zone = people.hours_of(scope, person_id).zone
    return NudgesView(scope.now, zone, tuple(nudges), tuple(offers), lapse_at)


def _about_promise(scope: Scope, slot: Slot, promise: Promise) -> NudgeView:
    if slot.which == "before":
        return NudgeView(promise_views.promise(scope, promise), scope.now)
    if slot.which == "head":
        shown = promise_views.promise(scope, promise, Audience(user_id=slot.person_id))
        name, key = nudging.headed(scope, promise, slot.person_id)
        told = promise.told_at
        return NudgeView(shown, scope.now, head_of=name, head_of_key=key, told_at=told, which="head")
    head = nudging.head_of_promise(scope, promise)
    shown = promise_views.promise(scope, promise)
    return NudgeView(shown, scope.now, head, promise.head_hears_at, which="missed")


def _unclaimed(scope: Scope, slot: Slot) -> UnclaimedView:
    mention = scope.session.get_one(Mention, (scope.team_id, slot.subject_id))
    line = mention_views.line(scope, mention, Audience(user_id=slot.person_id))
    assert line is not None, "who can't open the thread is not nudged"
    if mention.card_ts is not None and visibility.person_can_open(scope, slot.person_id, str(mention.card_channel_id)):
        line = replace(line, link=views.link_card(scope, mention))
    role: NudgedAs = "head" if slot.which == "unclaimed_head" else "asked"
    if role == "asked" and shares.has_shared(scope, mention, slot.person_id):
        role = "sharer"
    name = _department_of(scope, mention, slot.person_id, role == "head")
    return UnclaimedView(line, name, role, scope.now)


def _department_of(scope: Scope, mention: Mention, person_id: str, is_head: bool) -> str:
    """For which of a mention's departments a person is nudged: the one they head, or were asked for."""
    statement = (
        select(Department.name)
        .join(Tag, (Tag.team_id == Department.team_id) & (Tag.department_id == Department.id))
        .where(Tag.team_id == scope.team_id, Tag.mention_id == mention.id)
        .order_by(Tag.position)
    )
    own = Department.head_id == person_id if is_head else Tag.asked_id == person_id
    mine = scope.session.execute(statement.where(own)).scalars().first()
    return mine or scope.session.execute(statement).scalars().first() or ""
