"""The one clock, and working time.

Everything inside is aware UTC; a zone matters only when a local moment is chosen or shown.
`Clock` has two faces: `now()` is the product's time (a playground may run it faster or jump it),
`machine()` is the machine's own, for leases, timeouts and whatever others measure in real seconds.
"""

from __future__ import annotations

import asyncio
import time as machine_time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot import calendars

MONDAY_TO_FRIDAY = frozenset({0, 1, 2, 3, 4})


class Clock(Protocol):
    """What tells the time to every part of the bot."""

    def now(self) -> datetime:
        """The product's time, aware UTC."""
        ...

    def machine(self) -> datetime:
        """The machine's time, aware UTC: leases and timeouts are measured on it."""
        ...

    def machine_seconds_until(self, moment: datetime) -> float:
        """How many of the machine's seconds it takes until `now()` shows `moment`, as the clock runs at present."""
        ...

    def on_jump(self, callback: Callable[[], None]) -> None:
        """Have `callback()` called after each jump of `now()`, so that whoever sleeps looks again."""
        ...


class SystemClock:
    """The machine's clock, for both faces; it never jumps that we would hear of."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def machine(self) -> datetime:
        return datetime.now(UTC)

    def machine_seconds_until(self, moment: datetime) -> float:
        return (moment - self.now()).total_seconds()

    def on_jump(self, callback: Callable[[], None]) -> None:
        return


@dataclass
class FollowingClock:
    """A clock that another process leads: it runs at `speed` from the moment that was told last.

    Whoever fetches the leader's time (see `slack/leader.py`) calls `follow`.
    """

    base: datetime
    speed: float = 1.0
    base_at: float = field(default_factory=machine_time.monotonic)
    callbacks: list[Callable[[], None]] = field(default_factory=list)

    def now(self) -> datetime:
        return self.base + timedelta(seconds=(machine_time.monotonic() - self.base_at) * self.speed)

    def machine(self) -> datetime:
        return datetime.now(UTC)

    def machine_seconds_until(self, moment: datetime) -> float:
        return (moment - self.now()).total_seconds() / self.speed

    def on_jump(self, callback: Callable[[], None]) -> None:
        self.callbacks.append(callback)

    def follow(self, now: datetime, speed: float) -> None:
        """Take over the leader's time and speed, and wake whoever sleeps."""
        self.base, self.speed, self.base_at = now, speed, machine_time.monotonic()
        for callback in self.callbacks:
            callback()


def is_zone(name: str) -> bool:
    """Whether this machine's time zone data know a zone of that name; others may have newer data."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def at_wall(wall: datetime, zone: str) -> tuple[datetime, datetime]:
    """The UTC moments of a naive wall time in a zone: the same twice, but where clocks go back and it comes twice.

    Raises ZoneInfoNotFoundError for a zone that is not known here.
    """
    info = ZoneInfo(zone)
    first, second = (wall.replace(tzinfo=info, fold=fold).astimezone(UTC) for fold in (0, 1))
    return first, second


def reload_zones() -> None:
    """Read the rules of time zones anew when they are used next: they may have been updated since."""
    ZoneInfo.clear_cache()


async def wait_for_event(wake: asyncio.Event, seconds: float) -> None:
    """Wait until `wake` is set, at most `seconds` of the machine's time."""
    if seconds <= 0:
        await asyncio.sleep(0)
        return
    try:
        async with asyncio.timeout(seconds):
            await wake.wait()
    except TimeoutError:
        return


def machine_seconds() -> float:
    """A monotonic reading of the machine's clock, for measuring how long something took.

    Within an event loop it is the loop's, as for all that sleeps.
    """
    try:
        return asyncio.get_running_loop().time()
    except RuntimeError:
        return machine_time.monotonic()


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When a person works: local wall times on the given weekdays (0 is Monday), less the days off and public holidays
    (`holidays` is a calendar as `calendars.is_holiday` takes it).

    `end` is later than `start` on the same day. EOD and COB are `end`.
    """

    zone: str = "UTC"
    start: time = time(9)
    end: time = time(17)
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    days_off: frozenset[date] = frozenset()
    holidays: str = calendars.NONE

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError("working hours end after they start")
        if not self.weekdays:
            raise ValueError("working hours need at least one weekday")

    @property
    def info(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    def is_working_day(self, day: date) -> bool:
        is_off = day in self.days_off or calendars.is_holiday(day, self.holidays, self.zone)
        return day.weekday() in self.weekdays and not is_off

    def local(self, moment: datetime) -> datetime:
        """The same moment on this person's wall clock."""
        return moment.astimezone(self.info)

    def at(self, day: date, wall: time) -> datetime:
        """The UTC moment of a wall time; a time that DST skips moves to after the gap, a doubled one is the first."""
        return datetime.combine(day, wall, self.info).astimezone(UTC)

    def span(self, day: date) -> tuple[datetime, datetime]:
        """Start and end of work on that local day, in UTC."""
        return self.at(day, self.start), self.at(day, self.end)

    def is_working(self, moment: datetime) -> bool:
        day = self.local(moment).date()
        start, end = self.span(day)
        return self.is_working_day(day) and start <= moment < end

    def next_working(self, moment: datetime) -> datetime:
        """The first working moment at or after `moment`, in UTC."""
        return max(moment, next(self._spans_from(moment))[0]).astimezone(UTC)

    def next_morning(self, moment: datetime) -> datetime:
        """The start of the first working day whose morning lies after `moment`."""
        return next(start for start, _ in self._spans_from(moment) if start > moment)

    def add_working(self, moment: datetime, duration: timedelta) -> datetime:
        """The moment at which `duration` of working time has passed since `moment`."""
        left = duration
        for start, end in self._spans_from(moment):
            begin = max(start, moment)
            if begin + left <= end:
                return (begin + left).astimezone(UTC)
            left -= end - begin
        raise AssertionError("unreachable: working days never end")

    def subtract_working(self, moment: datetime, duration: timedelta) -> datetime:
        """The latest moment from which `duration` of working time leads to `moment`."""
        left = duration
        for start, end in self._spans_back_from(moment):
            finish = min(end, moment)
            if finish - left >= start:
                return (finish - left).astimezone(UTC)
            left -= finish - start
        raise AssertionError("unreachable: working days never begin")

    def workday_length(self) -> timedelta:
        """Working time of one day, clock changes aside."""
        return datetime.combine(date.min, self.end) - datetime.combine(date.min, self.start)

    def _spans_from(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        day = self.local(moment).date()
        while True:
            if self.is_working_day(day):
                start, end = self.span(day)
                if end > max(start, moment):  # a clock change may swallow short hours
                    yield start, end
            day += timedelta(days=1)

    def _spans_back_from(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        day = self.local(moment).date()
        while True:
            if self.is_working_day(day):
                start, end = self.span(day)
                if start < min(end, moment):
                    yield start, end
            day -= timedelta(days=1)


def next_weekday_at(moment: datetime, weekday: int, wall: time, zone: str) -> datetime:
    """The first moment after `moment` at which it is `wall` on `weekday` (0 is Monday) in `zone`, in UTC."""
    info = ZoneInfo(zone)
    day = moment.astimezone(info).date()
    day += timedelta(days=(weekday - day.weekday()) % 7)
    candidate = datetime.combine(day, wall, info).astimezone(UTC)
    if candidate > moment:
        return candidate
    return datetime.combine(day + timedelta(days=7), wall, info).astimezone(UTC)


def latest_weekday_at(moment: datetime, weekday: int, wall: time, zone: str) -> datetime:
    """The last moment at or before `moment` at which it was `wall` on `weekday` in `zone`, in UTC."""
    info = ZoneInfo(zone)
    local = next_weekday_at(moment, weekday, wall, zone).astimezone(info)
    return datetime.combine(local.date() - timedelta(days=7), wall, info).astimezone(UTC)
