"""What a nudge says, decided when it is sent: all that still needs its person, in one message."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select

from bot import outbox, statements
from bot.database import Scope
from bot.facts import Silence
from bot.ledger import (
    absences,
    departments,
    head_absences,
    loop_speech,
    mention_views,
    nudging,
    people,
    presence,
    promise_views,
    shares,
    slots,
    views,
    visibility,
    workspaces,
)
from bot.ledger.visibility import Audience
from bot.messages import merged
from bot.messages.nudge_views import LoopView, NudgedAs, NudgesView, NudgeView, UnclaimedView
from bot.messages.views import MentionLine, Message, PromiseView
from bot.models import Department, Mention, Promise, Slot, Tag
from bot.outbox import OutboxRow
from bot.statements import find_one, load

Heads = dict[str, str | None]
Owned = TypeVar("Owned", Promise, Mention)
# What needs its person most comes first; of two about one subject the later step is told.
FIRST = ("missed", "head", "risk", "evidence", "before", "fixed", "unclaimed_head", "unclaimed", "check_back", "offers")
OF_MENTIONS = {"unclaimed", "unclaimed_head", "fixed", "check_back"}
AHEAD = {"before": "missed", "risk": "head", "unclaimed": "unclaimed_head"}
NOT_NOW = "out of working hours, or a colleague was asked to take over"
NOT_UNDERSTOOD = "what was said in an absence is not understood yet"


@dataclass(frozen=True, slots=True)
class Subjects:
    """The slots of a message and what they are about, loaded together. Whoever holds it has the session find all of it
    again without asking the database slot by slot.
    """

    slots: list[Slot]
    promises: dict[str, Promise]
    lines: dict[str, MentionLine]
    held: tuple[object, ...]


def subjects(scope: Scope, row: OutboxRow) -> Subjects:
    """Of a row that nudges a person. The lines are of the mentions that they could open somewhere."""
    found = slots.by_ids(scope, outbox.slots_of(row))
    about = sorted({slot.subject_id for slot in found})
    owed, mentioned = _load(scope, Promise, about), _load(scope, Mention, about)
    lines = mention_views.lines(scope, mentioned, Audience(user_id=row.lane_id)) if mentioned else []
    return Subjects(
        sorted(found, key=lambda slot: (FIRST.index(slot.which), slot.due_at, slot.id)),
        {promise.id: promise for promise in owed},
        {line.mention_id: line for line in lines},
        (mentioned, workspaces.get(scope), people.by_ids(scope, _people(row.lane_id, owed)), departments.heads(scope)),
    )


def _people(reader: str, owed: list[Promise]) -> list[str]:
    return sorted({reader, *(promise.user_id for promise in owed)})


def _load(scope: Scope, model: type[Owned], ids: list[str]) -> list[Owned]:
    return list(load(scope.session, model, scope.team_id, ids).values())


def message(scope: Scope, row: OutboxRow) -> Message | Silence:
    """Checked again at the last moment: what was settled, moved or muted ends, what is out of working hours waits, and
    the row holds the slots that it says. What was queued before an absence is decided after it.
    """
    known = subjects(scope, row)
    if presence.is_held(scope):
        for slot in known.slots:
            slots.postpone(scope, slot, slot.fire_at)
        return Silence(NOT_UNDERSTOOD)
    found = {slot: _left_out(scope, slot, known) for slot in known.slots}
    said = _without_earlier_steps(scope, [slot for slot, reason in found.items() if reason is None])
    if not said:
        return Silence(next((reason for reason in found.values() if reason), "it nudges about nothing"))
    outbox.hold_slots(row, [slot.id for slot in said], said[0].subject_id if len(said) == 1 else None)
    hours, told = people.hours_of(scope, row.lane_id), replace(known, slots=said)
    heads = _heads(scope, told)
    for promise_id, head in heads.items():
        # Whoever is told of a miss is told which head hears of it, and when.
        promise = known.promises[promise_id]
        promise.head_hears_at = nudging.head_hears_at(scope, promise, head) if head else None
    return merged.nudge(_view(scope, told, heads, nudging.lapse_at(hours, scope.now)))


def take_apart(scope: Scope, row: OutboxRow) -> bool:
    """Something in a merged message can't be said: each nudge is queued by itself, so that it costs no other. Answers
    whether it was a merged one.
    """
    if row.purpose != slots.NUDGE or row.slot_id is not None:
        return False
    for slot in slots.by_ids(scope, outbox.slots_of(row)):
        outbox.put(scope, outbox.Saying(row.lane_id, slots.NUDGE, slot.subject_id, slot.id))
    outbox.hold_slots(row, [])
    return True


def left(scope: Scope, user_id: str, channel_id: str, ts: str) -> Message | None:
    """What a message that merged several nudges still asks of its reader; None when nothing, or it is no such one."""
    row = _row_at(scope, user_id, channel_id, ts)
    if row is None or row.slot_id is not None:
        return None
    known = subjects(scope, row)
    waiting = [slot for slot in known.slots if not nudging.is_settled(scope, slot) and not _is_closed(slot, known)]
    if not waiting:
        return None
    known = replace(known, slots=waiting)
    lapse_at = nudging.lapse_at(people.hours_of(scope, user_id), row.started_at or scope.now)
    return merged.nudge(_view(scope, known, _heads(scope, known), lapse_at))


def promise_at(scope: Scope, user_id: str, channel_id: str, ts: str) -> Promise | None:
    """The promise that a message nudged somebody about, if it is the only one: of several, a reaction means none."""
    row = _row_at(scope, user_id, channel_id, ts)
    said = slots.by_ids(scope, outbox.slots_of(row)) if row is not None else []
    about = [slot for slot in said if slot.which not in OF_MENTIONS]
    if len(about) != 1 or about[0].which == "offers":
        return None
    return statements.find(scope.session, Promise, scope.team_id, about[0].subject_id)


def _row_at(scope: Scope, user_id: str, channel_id: str, ts: str) -> OutboxRow | None:
    row = outbox.said_at(scope, slots.NUDGE, channel_id, ts)
    return row if row is not None and row.lane_id == user_id else None


def _left_out(scope: Scope, slot: Slot, known: Subjects) -> str | None:
    """Why a nudge is not said: it ends, or waits for another moment. None when it is."""
    if slot.ended_at is not None:
        return f"its slot has ended: {slot.reason or slot.state}"
    reason = nudging.overtaken(scope, slot)
    if reason is None and _is_closed(slot, known):
        reason = "the person could not open the thread"
    if reason is not None:
        nudging.unsaid(scope, slot, reason)
        return reason
    later = nudging.not_before(scope, slot)
    if later is not None:
        slots.postpone(scope, slot, later)
        return NOT_NOW
    return None


def _is_closed(slot: Slot, known: Subjects) -> bool:
    """Whether its person can read nothing of the mention it is about."""
    return slot.subject_id not in known.promises and slot.subject_id not in known.lines


def _without_earlier_steps(scope: Scope, waiting: list[Slot]) -> list[Slot]:
    """One subject is told of once."""
    told = {(slot.subject_id, slot.which) for slot in waiting}
    late = [slot for slot in waiting if (slot.subject_id, AHEAD.get(slot.which)) in told]
    for slot in late:
        nudging.unsaid(scope, slot, "overtaken by a later step")
    return [slot for slot in waiting if slot not in late]


def _heads(scope: Scope, known: Subjects) -> Heads:
    """Who else hears of what was missed, if anybody does."""
    missed = [known.promises[slot.subject_id] for slot in known.slots if slot.which == "missed"]
    return {promise.id: nudging.head_of_promise(scope, promise) for promise in missed}


def _view(scope: Scope, known: Subjects, heads: Heads, lapse_at: datetime) -> NudgesView:
    reader = Audience(user_id=known.slots[0].person_id)
    zone = people.hours_of(scope, known.slots[0].person_id).zone
    shown = {one.id: one for one in promise_views.promises(scope, list(known.promises.values()), reader)}
    nudges: list[NudgeView | UnclaimedView | LoopView] = []
    for slot in known.slots:
        if slot.which in {"fixed", "check_back"}:
            nudges.append(loop_speech.view(scope, slot, known.lines[slot.subject_id]))
        elif slot.subject_id not in known.promises:
            nudges.append(_unclaimed(scope, slot, known.lines[slot.subject_id]))
        elif slot.which != "offers":
            view = _about_promise(scope, slot, known.promises[slot.subject_id], shown[slot.subject_id])
            nudges.append(replace(view, head=heads.get(slot.subject_id)))
    offers = tuple(shown[slot.subject_id] for slot in known.slots if slot.which == "offers")
    return NudgesView(scope.now, zone, tuple(nudges), offers, lapse_at)


def _about_promise(scope: Scope, slot: Slot, promise: Promise, shown: PromiseView) -> NudgeView:
    if slot.which == "before":
        return NudgeView(shown, scope.now)
    if slot.which == "evidence":
        return NudgeView(shown, scope.now, which="evidence")
    if slot.which == "risk":
        return _to_head(scope, promise, slot, NudgeView(shown, scope.now, which="risk"))
    if slot.which == "head":
        told = promise.told_at
        absence = absences.kind(scope, promise.user_id) if told is None else ""
        view = NudgeView(shown, scope.now, told_at=told, which="head", absence="" if absence == "hours" else absence)
        return _to_head(scope, promise, slot, view)
    return NudgeView(shown, scope.now, head_hears_at=promise.head_hears_at, which="missed")


def _to_head(scope: Scope, promise: Promise, slot: Slot, view: NudgeView) -> NudgeView:
    """As whose head somebody hears, or in whose place; whoever leads the mention hears as that."""
    name, key = nudging.headed(scope, promise, slot.person_id)
    head, of = "", ""
    if slot.which == "head" or not _leads(scope, promise, slot.person_id):
        head, of = head_absences.instead_of(scope, nudging.responsible(scope, promise), slot.person_id)
    return replace(view, head_of=of or name, head_of_key="" if head else key, instead_of=head)


def _leads(scope: Scope, promise: Promise, user_id: str) -> bool:
    share = shares.get(scope, promise.mention_id, user_id) if promise.mention_id else None
    return share is not None and share.is_lead


def _unclaimed(scope: Scope, slot: Slot, line: MentionLine) -> UnclaimedView:
    mention = find_one(scope.session, Mention, scope.team_id, slot.subject_id)
    if mention.card_ts is not None and visibility.person_can_open(scope, slot.person_id, str(mention.card_channel_id)):
        line = replace(line, link=views.link_card(scope, mention))
    role: NudgedAs = "head" if slot.which == "unclaimed_head" else "asked"
    if role == "asked" and shares.has_shared(scope, mention, slot.person_id):
        role = "sharer"
    name, head = _department_of(scope, mention, slot.person_id, role == "head"), ""
    if role == "head":
        head, of = head_absences.instead_of(scope, head_absences.tagged(scope, mention.id), slot.person_id)
        name = of or name
    return UnclaimedView(line, name, role, scope.now, head)


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
