"""Which hour a clock time means: am or pm when it is not said, and the day on which it falls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.understanding.moments.days import first_days
from bot.understanding.moments.line import Writer
from bot.understanding.moments.slots import Clock, Slots

_AFTERNOON_HOURS = frozenset({12, 1, 2, 3, 4, 5, 6})


def wall(day: date, clock_time: time, zone: tzinfo) -> datetime:
    """The moment of a wall time; one that the change to summer time skips lies after the gap."""
    return datetime.combine(day, clock_time, zone).astimezone(UTC).astimezone(zone)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a clock time is to be put: the day, and the writer's wall clock in the zone that counts."""

    slots: Slots
    day: date
    here: datetime
    writer: Writer


def clock_moment(slots: Slots, how: str, writer: Writer, zone: tzinfo) -> datetime | None:
    """The moment of a clock time on the day that was said, or on the next day on which it is still to come."""
    assert slots.clock is not None
    here = writer.at.astimezone(zone)
    days = first_days(slots, writer, clocked=True) if slots.has_day else None
    if slots.has_day and days is None:
        return None
    day = here.date()
    if days:
        day = days.last if slots.edge == "end" else days.first
    clock_time, later = hour_of(slots.clock, slots, day, writer, here)
    if slots.clock.hour == 24 and slots.has_day and how != "by" and slots.relative is None:
        later = 0
    moment = wall(day + timedelta(days=later), clock_time, zone)
    if moment < here:
        later += _days_to_wait(slots)
        moment = wall(day + timedelta(days=later), clock_time, zone)
    return moment


def _days_to_wait(slots: Slots) -> int:
    """How many days later a time comes again that has just passed; none when the day was said in full."""
    if not slots.has_day or slots.part == "tonight":
        return 1
    is_bare_weekday = slots.weekday is not None and slots.which is None
    return 7 if is_bare_weekday and slots.month is None and slots.day is None and slots.period is None else 0


def hour_of(clock: Clock, slots: Slots, day: date, writer: Writer, here: datetime) -> tuple[time, int]:
    """The wall time, and how many days after `day` it falls (midnight is the day's end)."""
    if clock.hour == 24:
        return time(0, 0), 1
    if clock.half in ("am", "pm"):
        hour = clock.hour % 12 + (12 if clock.half == "pm" else 0)
        later = int(slots.part in ("tonight", "night") and clock.half == "am" and hour < 5 <= here.hour)
    elif clock.half == "24" or clock.hour > 12:
        hour, later = clock.hour, 0
    else:
        hour, later = _guess(clock, _Place(slots, day, here, writer))
    return time(hour, clock.minute, clock.second), later


def _guess(clock: Clock, place: _Place) -> tuple[int, int]:
    """Neither am nor pm was said: the part of the day tells, else working hours, else what is still to come."""
    morning, afternoon = clock.hour % 12, clock.hour % 12 + 12
    part = place.slots.part
    if part in ("morning", "first thing", "breakfast"):
        return morning, 0
    if part in ("afternoon", "evening", "dinner", "work") or (part == "lunch" and clock.hour < 10):
        return afternoon, 0
    if part in ("night", "tonight"):
        return (afternoon, 0) if 5 <= clock.hour < 12 else (morning, int(place.here.hour >= 5))
    return _likely(clock, morning, afternoon, place), 0


def _likely(clock: Clock, morning: int, afternoon: int, place: _Place) -> int:
    hours = place.writer.hours
    choices = (morning, afternoon)
    working = [hour for hour in choices if hours.start <= time(hour, clock.minute) <= hours.end]
    usual = afternoon if clock.hour in _AFTERNOON_HOURS else morning
    preferred = working[0] if working else usual
    said_today = place.slots.relative == 0
    if place.day == place.here.date() and (said_today or not (place.slots.has_day or working)):
        now = place.here.time().replace(second=0, microsecond=0)
        coming = [hour for hour in choices if time(hour, clock.minute) >= now]
        if coming and preferred not in coming:
            return coming[0]
    return preferred
