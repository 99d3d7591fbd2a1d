"""When a nudge may come to somebody: while they work, outside their quiet hours, and as often as they want to hear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.clock import WorkingHours
from bot.database import Scope
from bot.ledger import people, workspaces
from bot.models import Teammate

IN_TIME = timedelta(minutes=30)
"""So long before quiet hours comes what else would come within them, and too late."""
DAYS_BACK = 14

Quiet = tuple[time, time]


@dataclass(frozen=True, slots=True)
class NudgeTimes:
    """`quiet` are the local hours in which nothing nudges them. `is_daily`: all comes together, as work begins."""

    hours: WorkingHours
    quiet: Quiet | None = None
    is_daily: bool = False

    def next(self, moment: datetime) -> datetime:
        """The first moment at or after `moment` at which a nudge may come."""
        if not self.is_daily:
            return self._loud(self.hours.next_working(moment))
        return next(at for at in self._mornings(moment - timedelta(days=1)) if at >= moment)

    def wait_until(self, now: datetime, planned: datetime) -> datetime | None:
        """The moment that a nudge planned for `planned` waits for; None when it may come now. What comes once a day is
        late rather than twice: if it was planned for such a moment, it comes as soon as they work after it.
        """
        if not self.hours.is_working(now):
            return self.next(now)
        is_missed = self.is_daily and self.next(planned) != planned
        until = self.next(now) if is_missed else self._loud(now)
        return until if until > now else None

    def last_before(self, now: datetime, due: datetime) -> datetime | None:
        """The last moment after `now` at which what else would come after `due` may come before it; None if none is
        left.
        """
        found = (at for at in self._moments_before(due) if now < at < due)
        return max((at for at in found if self.hours.is_working(at) and self._loud(at) == at), default=None)

    def _moments_before(self, due: datetime) -> Iterator[datetime]:
        today = self.hours.local(due).date()
        for day in (today - timedelta(days=number) for number in range(DAYS_BACK)):
            if not self.hours.is_working_day(day):
                continue
            start = self.hours.span(day)[0]
            if self.is_daily:
                yield self._loud(start)
            elif self.quiet is not None:
                yield max(self.hours.at(day, self.quiet[0]) - IN_TIME, start)

    def _mornings(self, after: datetime) -> Iterator[datetime]:
        """The moments once a day, day by day."""
        while True:
            after = self.hours.next_morning(after)
            yield self._loud(after)

    def _loud(self, at: datetime) -> datetime:
        """The first moment at or after a working one that is in no quiet hours."""
        while self.quiet is not None and self.quiet[0] <= self.hours.local(at).time() < self.quiet[1]:
            at = self.hours.next_working(self.hours.at(self.hours.local(at).date(), self.quiet[1]))
        return at


def of(scope: Scope, user_id: str) -> NudgeTimes:
    """Somebody's; the workspace's working hours for someone unknown."""
    workspace = workspaces.get(scope)
    person = people.find(scope, user_id)
    return of_person(person, person.hours(workspace)) if person is not None else NudgeTimes(workspace.hours)


def of_person(person: Teammate, hours: WorkingHours) -> NudgeTimes:
    is_daily = person.rhythm_word == "daily"
    if person.quiet_start is None or person.quiet_end is None:
        return NudgeTimes(hours, None, is_daily)
    quiet = (person.quiet_start, person.quiet_end)
    # Where the house's hours changed since, quiet hours that leave nothing count no more.
    return NudgeTimes(hours, quiet if leaves_time(hours, quiet) else None, is_daily)


def leaves_time(hours: WorkingHours, quiet: Quiet) -> bool:
    """Whether half an hour of work is left, at least, in which a nudge may come."""
    before = _minutes(quiet[0]) - _minutes(hours.start)
    after = _minutes(hours.end) - _minutes(quiet[1])
    return max(before, after) >= IN_TIME.total_seconds() / 60


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
