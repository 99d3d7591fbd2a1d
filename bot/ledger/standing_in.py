"""Who could stand in for somebody who is not there: co-owners first, then who is on duty, then the head."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.database import Scope
from bot.facts import Absence
from bot.ledger import absences, departments, duty, people, shares, tags, visibility
from bot.messages.views import StandInRole
from bot.models import Department, Mention


@dataclass(frozen=True, slots=True)
class Sought:
    """Somebody is sought to stand in for `absent`: who can open `channel_id`, and was not asked before (`tried`); if
    possible, who works before the moment `by`.
    """

    absent: str
    why: Absence
    channel_id: str
    tried: Collection[str] = ()
    by: datetime | None = None


def find(scope: Scope, mention: Mention, sought: Sought) -> str | None:
    """The first who can. Where the absent one only does not work just now, nobody else who doesn't is asked."""
    fit = [one for one in dict.fromkeys(_in_turn(scope, mention, sought.absent)) if _is_fit(scope, one, sought)]
    if sought.why == "hours":
        return next((one for one in fit if absences.works_now(scope, one)), None)
    by = sought.by
    in_time = [one for one in fit if by is None or people.hours_of(scope, one).next_working(scope.now) <= by]
    return next(iter([*in_time, *fit]), None)


def _in_turn(scope: Scope, mention: Mention, absent: str) -> Iterator[str]:
    yield from (share.user_id for share in shares.of_mention(scope, mention.id) if share.state == "claimed")
    found = _departments(scope, mention, absent)
    for department in found:
        yield from duty.on_now(scope, department)
    yield from (department.head_id for department in found if department.head_id is not None)


def _departments(scope: Scope, mention: Mention, absent: str) -> list[Department]:
    """Those that the mention concerns, the absent one's own first."""
    share, own = shares.get(scope, mention.id, absent), departments.of_person(scope, absent)
    as_whom = share.department_id if share is not None else None
    ids = [tag.department_id for tag in tags.of_mention(scope, mention.id)]
    ranked = sorted(dict.fromkeys(ids), key=lambda one: (one != as_whom, one not in own, ids.index(one)))
    return [departments.get(scope, one) for one in ranked]


def _is_fit(scope: Scope, user_id: str, sought: Sought) -> bool:
    if user_id == sought.absent or user_id in sought.tried or not people.is_colleague(scope, user_id):
        return False
    if absences.is_on_leave(scope, user_id):
        return False
    return visibility.person_can_open(scope, user_id, sought.channel_id)


def role(scope: Scope, mention: Mention, user_id: str) -> tuple[StandInRole, str]:
    """As what somebody is asked, and for which department."""
    share = shares.get(scope, mention.id, user_id)
    if share is not None and share.state == "claimed":
        return "owner", ""
    tagged = [departments.get(scope, tag.department_id) for tag in tags.of_mention(scope, mention.id)]
    on_duty = next((one.name for one in tagged if user_id in one.rota), None)
    if on_duty is not None:
        return "duty", on_duty
    return "head", next((one.name for one in tagged if one.head_id == user_id), "")
