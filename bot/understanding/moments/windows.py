"""Parts of the day as windows of time, from the writer's working hours."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from bot.clock import WorkingHours
from bot.understanding.moments.days import first_days, next_working_day
from bot.understanding.moments.hours import wall
from bot.understanding.moments.line import Writer
from bot.understanding.moments.slots import Slots

Window = tuple[datetime, datetime]
LAST_MINUTE = time(23, 59)
_NOON = time(12)


def part_window(slots: Slots, writer: Writer, zone: tzinfo) -> Window:
    """When the part of the day begins and ends, on the day that was said or on the next that has it still to come."""
    here = writer.at.astimezone(zone)
    days = first_days(slots, writer) if slots.has_day else None
    day = here.date()
    if days:
        day = days.last if slots.part == "work" and slots.period else days.first
    start, end = part_times(slots.part or "", slots.modifier, writer.hours)
    window = wall(day, start, zone), wall(day, end, zone)
    if slots.part == "work" and day == here.date() and window[1] <= here:
        return window[0], wall(day, LAST_MINUTE, zone)
    is_over = window[0 if slots.part in ("first thing", "morning") else 1] <= here
    if is_over and _floats(slots, is_dated=days is not None):
        later = _next(slots, day, writer, is_dated=days is not None)
        return wall(later, start, zone), wall(later, end, zone)
    return window


def _floats(slots: Slots, *, is_dated: bool) -> bool:
    if not is_dated:
        return True
    return slots.weekday is not None and slots.which is None and slots.month is None and slots.day is None


def _next(slots: Slots, day: date, writer: Writer, *, is_dated: bool) -> date:
    later = day + timedelta(days=7 if is_dated else 1)
    return next_working_day(later, writer) if slots.part == "first thing" else later


def part_times(part: str, modifier: str | None, work: WorkingHours) -> tuple[time, time]:
    """Begin and end of a part of the day, on the wall clock."""
    morning = work.start if work.start < _NOON else time(6)
    evening = work.end if work.end > time(15) else time(18)
    breakfast = time(max(morning.hour, 8))
    whole = {
        "work": (work.start, work.end),
        "first thing": (work.start, work.start),
        "breakfast": (time(breakfast.hour - 1), breakfast),
        "lunch": (_NOON, time(13)),
        "dinner": (time(18), time(19)),
        "morning": (morning, _NOON),
        "afternoon": (_NOON, evening),
        "evening": (time(18), time(21)),
    }.get(part, (time(20), LAST_MINUTE))
    modified = {
        ("morning", "early"): (morning, time(morning.hour + 1)),
        ("morning", "mid"): (time(10), time(11)),
        ("morning", "late"): (time(11), _NOON),
        ("morning", "first"): (morning, morning),
        ("afternoon", "early"): (_NOON, time(14)),
        ("afternoon", "mid"): (time(14), time(15)),
        ("afternoon", "late"): (time(15), evening),
        ("evening", "early"): (time(17), time(19)),
        ("evening", "late"): (time(20), time(22)),
        ("night", "late"): (time(21), LAST_MINUTE),
        ("tonight", "late"): (time(21), LAST_MINUTE),
    }
    return modified.get((part, modifier or ""), whole)
