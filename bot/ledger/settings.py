"""What a teammate chooses for themselves: when they work, their days off, and how they are nudged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, select

from bot.clock import WorkingHours
from bot.database import Scope
from bot.errors import DaysMissing, HoursUnfit, NotAllowed, OffTooLong, OffTooMany, OffUnfit, QuietAlways, QuietUnfit
from bot.ledger import absences, entries, leaves, nudge_times, people, replanning, slots, workspaces
from bot.ledger.nudge_times import Quiet
from bot.models import Promise, Teammate
from bot.models.people import Rhythm, Span, spans_in, spans_out
from bot.models.workspace import digits, weekdays
from bot.statements import find_locked, prepared

MOST_SPANS = 10
LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class OwnHours:
    """From when to when on which days (0 is Monday)."""

    start: time
    end: time
    days: frozenset[int]


@dataclass(frozen=True, slots=True)
class Choices:
    """`hours` is None for the house's. `off` are spans of days off, `evidence` says whether they are asked if something
    shows that a promise was kept.
    """

    hours: OwnHours | None = None
    quiet: Quiet | None = None
    off: tuple[Span, ...] = ()
    rhythm: Rhythm = "merged"
    evidence: bool = True


def of(scope: Scope, user_id: str) -> Choices:
    """What they chose; days off that are over are left out."""
    person = people.find(scope, user_id)
    return _of(scope, person) if person is not None else Choices()


def _of(scope: Scope, person: Teammate) -> Choices:
    hours = None
    if person.work_start or person.work_end or person.work_days:
        known = person.hours(workspaces.get(scope))
        hours = OwnHours(known.start, known.end, known.weekdays)
    today = _today(scope, person)
    quiet = (person.quiet_start, person.quiet_end) if person.quiet_start and person.quiet_end else None
    off = tuple(span for span in spans_in(person.off) if span[1] >= today)
    return Choices(hours, quiet, off, person.rhythm, not person.evidence_off)


def choose(scope: Scope, user_id: str, chosen: Choices) -> Choices:
    """From now on this holds, for what waits as well: nudges that were planned come when they would now. Raises
    HoursUnfit, DaysMissing, QuietUnfit, QuietAlways, OffUnfit, OffTooLong or OffTooMany.
    """
    person = _locked(scope, user_id)
    before, chosen = _of(scope, person), _as_the_house(scope, chosen)
    _check(scope, person, before, chosen)
    chosen = replace(chosen, off=tuple(_joined(chosen.off)))
    if chosen == before:
        return chosen
    own = chosen.hours
    person.work_start, person.work_end = (own.start, own.end) if own else (None, None)
    person.work_days = digits(own.days) if own else None
    person.quiet_start, person.quiet_end = chosen.quiet or (None, None)
    person.off, person.rhythm_word, person.evidence_off = spans_out(chosen.off), chosen.rhythm, not chosen.evidence
    scope.session.flush()
    entries.write(scope, "choose_settings", user_id, user_id, **_told(before, chosen))
    replanning.replan(scope, user_id)
    if chosen.off != before.off:
        _follow_days_off(scope, user_id, chosen.off)
    return chosen


def _follow_days_off(scope: Scope, user_id: str, off: Iterable[Span]) -> None:
    """Leave begins now, or on the first day off; where it is over, what was theirs comes back to them."""
    hours = people.hours_of(scope, user_id)
    today = hours.local(scope.now).date()
    coming = min((first for first, _ in off if first > today), default=None)
    slots.skip(scope, user_id, "other days off", person_id=user_id, which="leave")
    if coming is not None:
        slots.plan_act(scope, "leave", user_id, user_id, hours.at(coming, time(0)))
    if absences.is_on_leave(scope, user_id):
        leaves.begin(scope, user_id)
    else:
        slots.plan_act(scope, "back", user_id, user_id, hours.next_working(scope.now))


def come_back(scope: Scope, user_id: str) -> bool:
    """*I'm back*: the days off that one has now end before today. Answers False when one had none."""
    person = _locked(scope, user_id)
    chosen, today = _of(scope, person), _today(scope, person)
    left = tuple((first, last) for first, last in chosen.off if not first <= today <= last)
    if left == chosen.off:
        return False
    choose(scope, user_id, replace(chosen, off=left))
    return True


def due_while_off(scope: Scope, user_id: str, off: Iterable[Span]) -> int:
    """How many of their open promises fall due on days off."""
    zone = people.hours_of(scope, user_id)
    spans = list(off)
    found = scope.session.execute(*_open_dues(scope.team_id, user_id)).scalars()
    days = [zone.local(due).date() for due in found if due is not None and due > scope.now]
    return sum(any(first <= day <= last for first, last in spans) for day in days)


@prepared
def _open_dues(team: str, user: str) -> Select[datetime | None]:
    return select(Promise.due_at).where(Promise.team_id == team, Promise.user_id == user, Promise.state == "open")


def _locked(scope: Scope, user_id: str) -> Teammate:
    person = find_locked(scope.session, Teammate, scope.team_id, user_id)
    if person is None or not person.is_reachable:
        raise NotAllowed(why="only people with an account here have settings of their own")
    return person


def _today(scope: Scope, person: Teammate) -> date:
    return person.hours(workspaces.get(scope)).local(scope.now).date()


def house_hours(scope: Scope) -> OwnHours:
    """The workspace's, which hold for whoever chooses none."""
    workspace = workspaces.get(scope)
    return OwnHours(workspace.work_start, workspace.work_end, weekdays(workspace.work_days))


def _as_the_house(scope: Scope, chosen: Choices) -> Choices:
    """Whoever chooses the house's own hours has none of their own: they follow it when it changes."""
    return replace(chosen, hours=None) if chosen.hours == house_hours(scope) else chosen


def _check(scope: Scope, person: Teammate, before: Choices, chosen: Choices) -> None:
    hours, quiet = chosen.hours or house_hours(scope), chosen.quiet
    if hours.start >= hours.end:
        raise HoursUnfit
    if not hours.days:
        raise DaysMissing
    if quiet is not None and quiet[0] >= quiet[1]:
        raise QuietUnfit
    if quiet is not None and not nudge_times.leaves_time(
        WorkingHours("UTC", hours.start, hours.end, hours.days), quiet
    ):
        raise QuietAlways
    today = _today(scope, person)
    for first, last in set(chosen.off) - set(before.off):
        if last < first or last < today:
            raise OffUnfit
        if last - first > LONGEST or last - today > LONGEST:
            raise OffTooLong
    if len(chosen.off) > MOST_SPANS:
        raise OffTooMany(most=MOST_SPANS)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that touch are one."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _told(before: Choices, chosen: Choices) -> dict[str, str]:
    """Which choices changed, by name; when somebody is off is nobody else's business."""
    names = ("hours", "quiet", "off", "rhythm", "evidence")
    return {"changed": " ".join(name for name in names if getattr(before, name) != getattr(chosen, name))}
