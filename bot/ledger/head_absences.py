"""Who hears in place of a head who is on leave: whoever is on duty in their department, else another head's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Select, select

from bot.database import Scope
from bot.ledger import absences, duty, nudge_times, people, slots, visibility
from bot.models import Department, Mention, Promise, Share, Slot, Tag
from bot.statements import find, prepared

ESCALATIONS = ("head", "risk", "unclaimed_head")
AWAY = "on leave: somebody hears in their place"


def tagged(scope: Scope, mention_id: str) -> list[Department]:
    """The departments that a mention concerns, in the order of its tags."""
    return list(scope.session.execute(*_of_tags(scope.team_id, mention_id)).scalars())


@prepared
def _of_tags(team: str, mention: str) -> Select[Department]:
    of_it = (Tag.team_id == Department.team_id) & (Tag.department_id == Department.id)
    concerned = (Tag.team_id == team, Tag.mention_id == mention)
    return select(Department).join(Tag, of_it).where(*concerned).order_by(Tag.position)


def present(scope: Scope, head: str, mention: Mention | None, promise: Promise | None = None) -> str:
    """The head; while they are on leave whoever could hear in their place, if there is anybody."""
    if mention is None or absences.kind(scope, head) != "leave":
        return head
    return next(_fit(scope, head, mention, promise), head)


def _fit(scope: Scope, head: str, mention: Mention, promise: Promise | None) -> Iterator[str]:
    channel_id = mention.card_channel_id or mention.home_channel_id
    if promise is not None:
        channel_id = promise.channel_id or channel_id
    left_out = {head, promise.user_id, promise.head_muted_id} if promise is not None else {head}
    for user_id in dict.fromkeys(_in_turn(scope, head, mention)):
        if user_id in left_out or not people.is_colleague(scope, user_id) or absences.is_on_leave(scope, user_id):
            continue
        # Who has, or had, a part in the mention was asked by themselves.
        if promise is None and find(scope.session, Share, scope.team_id, mention.id, user_id) is not None:
            continue
        if visibility.person_can_open(scope, user_id, channel_id):
            yield user_id


def _in_turn(scope: Scope, head: str, mention: Mention) -> Iterator[str]:
    found = tagged(scope, mention.id)
    for department in found:
        if department.head_id == head:
            yield from duty.on_now(scope, department)
    yield from (one.head_id for one in found if one.head_id is not None)


def pass_on(scope: Scope, slot: Slot) -> bool:
    """An escalation to a head on leave goes to whoever hears in their place, in that one's hours. Answers False where
    it stays: they are there, or nobody could.
    """
    if slot.which not in ESCALATIONS or absences.kind(scope, slot.person_id) != "leave":
        return False
    promise = find(scope.session, Promise, scope.team_id, slot.subject_id)
    mention_id = promise.mention_id if promise is not None else slot.subject_id
    mention = find(scope.session, Mention, scope.team_id, mention_id) if mention_id else None
    if mention is None or not any(one.head_id == slot.person_id for one in tagged(scope, mention.id)):
        return False
    fit = _fit(scope, slot.person_id, mention, promise)
    user_id = next((one for one in fit if not _has_heard(scope, slot, one)), None)
    if user_id is None:
        return False
    slots.end(scope, slot, "skipped", AWAY)
    scope.session.flush()
    at = max(scope.now, promise.head_hears_at or scope.now) if promise is not None else scope.now
    fire_at = nudge_times.of(scope, user_id).next(min(at, max(slot.fire_at, scope.now)))
    passed = Slot(subject_id=slot.subject_id, which=slot.which, person_id=user_id, due_at=slot.due_at, fire_at=fire_at)
    slots.plan(scope, passed)
    return True


def _has_heard(scope: Scope, slot: Slot, user_id: str) -> bool:
    same = (Slot.team_id == scope.team_id, Slot.subject_id == slot.subject_id, Slot.due_at == slot.due_at)
    told = select(Slot.id).where(*same, Slot.person_id == user_id, Slot.which == slot.which, Slot.state != "skipped")
    return scope.session.execute(told.limit(1)).first() is not None


def begin(scope: Scope, user_id: str) -> None:
    """Somebody is on leave from now on: what they would hear as a head does not wait for them."""
    waits = (Slot.team_id == scope.team_id, Slot.person_id == user_id, Slot.state == "waiting")
    statement = select(Slot).where(*waits, Slot.which.in_(ESCALATIONS)).order_by(Slot.id).with_for_update()
    for slot in list(scope.session.execute(statement).scalars()):
        pass_on(scope, slot)


def instead_of(scope: Scope, found: Sequence[Department], user_id: str) -> tuple[str, str]:
    """Of these departments, whose head is on leave so that somebody hears in their place, and its name; nobody's where
    they head one of them themselves.
    """
    if any(one.head_id == user_id for one in found):
        return "", ""
    away = ((one.head_id, one.name) for one in found if one.head_id and absences.is_on_leave(scope, one.head_id))
    return next(away, ("", ""))
