"""Which days are meant: a date, a weekday, a week, a month, "3 days after January 12th"."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from bot.understanding.moments.line import Writer
from bot.understanding.moments.slots import Slots
from bot.understanding.moments.weeks import counted_period, month_bounds, nth_period, week_start

WEEK_EDGES = frozenset({"of", "from", "after", "before"})
"""The week in which a day lies, that begins with it, and the weeks after and before its own."""


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, both ends meant; `working_last` is its last working day; `is_end` says its end was named."""

    first: date
    last: date
    working_last: date
    is_end: bool = False


def first_days(slots: Slots, writer: Writer, *, clocked: bool = False) -> Days | None:
    """The days that the slots say, or None when there is no such day."""
    if slots.anchored and slots.offset is not None:
        day = _anchor(slots, writer)
        return _span(shifted(day, slots.offset, writer), None, writer) if day else None
    if slots.edge in WEEK_EDGES:
        return _week_of(slots, writer)
    if (
        slots.period is not None
        or (slots.year is not None and slots.month is None)
        or (slots.month is not None and slots.day is None)
    ):
        return _period_days(slots, writer)
    day = _single_day(slots, writer, clocked=clocked)
    return _span(day, None, writer) if day else None


def _week_of(slots: Slots, writer: Writer) -> Days | None:
    """ "the week of the 18th", "a week starting tomorrow"; a Sunday belongs to the working week that follows it."""
    plain = Slots(year=slots.year, month=slots.month, day=slots.day, weekday=slots.weekday, relative=slots.relative)
    day = _single_day(plain, writer, clocked=False)
    if day is None:
        return None
    if slots.period == "weekend":
        return _span(day, day + timedelta(days=1), writer)
    first = day
    if slots.edge != "from":
        is_eve = day.weekday() == 6 and slots.edge == "of"
        first = week_start(day + timedelta(days=1 if is_eve else 0), writer.hours)
        first += timedelta(days={"after": 7, "before": -7}.get(slots.edge or "", 0))
    return _span(first, first + timedelta(days=6), writer)


def _anchor(slots: Slots, writer: Writer) -> date | None:
    plain = Slots(
        year=slots.year,
        month=slots.month,
        day=slots.day,
        weekday=slots.weekday,
        which=slots.which,
        relative=slots.relative,
        period=slots.period,
        shift=slots.shift,
    )
    if plain.weekday == writer.at.weekday() and plain.which is None and plain.day is None:
        return writer.at.date() + timedelta(days=7)
    days = first_days(plain, writer)
    return days.first if days else None


def _span(first: date, last: date | None, writer: Writer, *, is_end: bool = False) -> Days:
    end = last or first
    working = end
    for _ in range(10):
        if writer.hours.is_working_day(working) or working <= first:
            break
        working -= timedelta(days=1)
    if not writer.hours.is_working_day(working):
        working = end
    return Days(first, end, working, is_end)


def _single_day(slots: Slots, writer: Writer, *, clocked: bool) -> date | None:
    today = writer.at.date()
    if slots.month is not None and slots.day is not None:
        return _month_day(slots, today)
    if slots.relative is not None:
        return today + timedelta(days=slots.relative)
    if slots.day is not None:
        return _day_of_month(slots.day, slots.weekday, today)
    if slots.weekday is not None:
        return _weekday(slots, writer, clocked=clocked)
    return None


def _month_day(slots: Slots, today: date) -> date | None:
    assert slots.month is not None
    assert slots.day is not None
    if slots.year is not None:
        return _date(slots.year, slots.month, slots.day)
    for year in range(today.year, today.year + 9):
        day = _date(year, slots.month, slots.day)
        if day and day >= today:
            return day
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_of_month(number: int, weekday: int | None, today: date) -> date | None:
    """The next such day of a month; with a weekday, the next month in which it falls on it."""
    year, month = today.year, today.month
    first: date | None = None
    for _ in range(24):
        day = _date(year, month, number)
        if day and day >= today:
            first = first or day
            if weekday is None or day.weekday() == weekday:
                return day
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return first


_DAYS_MORE = {"coming": 0, "after next": 7, "week": 7, "fortnight": 14}


def _weekday(slots: Slots, writer: Writer, *, clocked: bool) -> date:
    assert slots.weekday is not None
    today = writer.at.date()
    ahead = (slots.weekday - today.weekday()) % 7
    if slots.which == "next":
        start = week_start(today, writer.hours)
        return start + timedelta(days=7 + (slots.weekday - start.weekday()) % 7)
    if slots.which in _DAYS_MORE:
        return today + timedelta(days=(ahead or 7) + _DAYS_MORE[slots.which])
    if slots.which and slots.which.endswith(" weeks"):
        return today + timedelta(days=ahead + 7 * int(slots.which.split()[0]))
    if slots.which == "last":
        return today - timedelta(days=(-ahead % 7) or 7)
    is_over = ahead == 0 and not clocked and writer.at.time() >= writer.hours.end and slots.part is None
    return today + timedelta(days=7 if is_over and slots.which is None else ahead)


def _period_days(slots: Slots, writer: Writer) -> Days | None:
    today = writer.at.date()
    bounds = _bounds(slots, today, writer)
    if bounds is None:
        return None
    first, last = bounds
    if slots.weekday is not None:
        return _weekday_in(slots, first, last, writer)
    if slots.day is not None:
        day = _date(first.year, first.month, slots.day)
        return _span(day, None, writer) if day else None
    return _edge_days(slots, first, last, writer)


def _bounds(slots: Slots, today: date, writer: Writer) -> tuple[date, date] | None:
    if slots.period in ("quarter", "half", "week") and slots.nth is not None and slots.weekday is None:
        return nth_period(slots.period, slots.nth, slots.year, today)
    if slots.month is not None and slots.period == "week":
        return None
    if slots.month is not None and slots.period == "year" and slots.year is None:
        return month_bounds(today.year + (slots.shift or 0), slots.month)
    if slots.month is not None:
        year = slots.year
        if year is None:
            passed = slots.month < today.month or (slots.which == "next" and slots.month == today.month)
            year = today.year + (1 if passed else 0) - (1 if slots.which == "last" and not passed else 0)
        return month_bounds(year, slots.month)
    if slots.period is None and slots.year is not None:
        return date(slots.year, 1, 1), date(slots.year, 12, 31)
    return counted_period(slots.period or "day", slots.shift or 0, today, writer.hours)


def _weekday_in(slots: Slots, first: date, last: date, writer: Writer) -> Days | None:
    assert slots.weekday is not None
    nth = slots.nth or 1
    if nth < 0:
        day = last - timedelta(days=(last.weekday() - slots.weekday) % 7)
    else:
        day = first + timedelta(days=(slots.weekday - first.weekday()) % 7 + 7 * (nth - 1))
    if slots.nth and day < writer.at.date() and slots.year is None and slots.month is not None:
        later = Slots(year=first.year + 1, month=slots.month, weekday=slots.weekday, nth=nth)
        return _period_days(later, writer)
    return _span(day, None, writer) if first <= day <= last else None


def _edge_days(slots: Slots, first: date, last: date, writer: Writer) -> Days | None:
    today = writer.at.date()
    length = (last - first).days + 1
    is_done = slots.period == "week" and slots.shift == 0 and _is_worked_off(last, writer)
    if slots.edge == "end" or (is_done and slots.edge in (None, "late")):
        more = timedelta(days=7 if is_done else 0)
        return _span(first + more, last + more, writer, is_end=True)
    if slots.edge in ("start", "early"):
        part = {7: 2, 365: 90, 366: 91}.get(length, max(1, length // 3))
        return _span(first, first + timedelta(days=part - 1), writer)
    if slots.edge == "mid" or (slots.edge and slots.edge[-1].isdigit()):
        numbered = slots.edge != "mid"
        return (_numbered_days if numbered else _middle)(slots, first, last, writer)
    if slots.edge == "late":
        if first <= today <= last:
            return _span(first, last, writer, is_end=True)
        start = last - timedelta(days=3 if length == 7 else max(1, length // 3) - 1)
        return _span(start, last, writer)
    return _span(first, last, writer)


def _is_worked_off(last: date, writer: Writer) -> bool:
    """Whether the week's work is over: who then says "end of the week" means the working week to come."""
    today, hours = writer.at.date(), writer.hours
    left = (last - today).days
    begin = 1 if writer.at.time() >= hours.end else 0
    return 0 <= left < 7 and all(_weekday_of(today, ahead) not in hours.weekdays for ahead in range(begin, left + 1))


def _weekday_of(day: date, ahead: int) -> int:
    return (day.weekday() + ahead) % 7


def _numbered_days(slots: Slots, first: date, last: date, writer: Writer) -> Days | None:
    """ "the first week of December" ("week1"), "the last day of the month" ("day0")."""
    edge = slots.edge or "day1"
    unit, number = edge[:-1], int(edge[-1])
    if unit == "day":
        return _span(first + timedelta(days=number - 1) if number else last, None, writer)
    if unit == "half":
        middle = first + timedelta(days=((last - first).days + 1) // 2)
        return _span(first, middle - timedelta(days=1), writer) if number == 1 else _span(middle, last, writer)
    if unit == "working":
        day = next_working_day(first, writer) if number else last_working_day(last, writer)
        return _span(_working_days(day, number - 1, writer) if number else day, None, writer)
    ahead = next(days for days in range(7) if _weekday_of(first, days) in writer.hours.weekdays)
    begin = week_start(first + timedelta(days=ahead) if number else last, writer.hours)
    begin += timedelta(days=7 * max(number - 1, 0))
    return _span(max(begin, first), min(begin + timedelta(days=6), last), writer)


def _middle(slots: Slots, first: date, last: date, writer: Writer) -> Days:
    length = (last - first).days + 1
    if length == 7:
        day = first + timedelta(days=2)
        if day < writer.at.date() and not slots.shift:
            day += timedelta(days=7)
        return _span(day, None, writer)
    day = first + timedelta(days=14 if length <= 31 else length // 2)
    if slots.period == "month" and slots.shift is None and day < writer.at.date():
        day = month_bounds(last.year + last.month // 12, last.month % 12 + 1)[0] + timedelta(days=14)
    return _span(day, None, writer)


def shifted(day: date, offset: dict[str, float], writer: Writer) -> date:
    """The day at a distance of days, weeks, months and years; working days are counted on the writer's calendar."""
    if "weekday after" in offset:
        return day + timedelta(days=(int(offset["weekday after"]) - day.weekday() - 1) % 7 + 1)
    if "weekday before" in offset:
        return day - timedelta(days=(day.weekday() - int(offset["weekday before"]) - 1) % 7 + 1)
    months = int(offset.get("month", 0) + 3 * offset.get("quarter", 0) + 12 * offset.get("year", 0))
    if months:
        index = day.year * 12 + day.month - 1 + months
        year, month = index // 12, index % 12 + 1
        day = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    day += timedelta(days=int(offset.get("day", 0) + 7 * offset.get("week", 0) + 14 * offset.get("fortnight", 0)))
    return _working_days(day, int(offset.get("working", 0)), writer)


def _working_days(day: date, count: int, writer: Writer) -> date:
    step = timedelta(days=1 if count > 0 else -1)
    left = min(abs(count), 1000)
    for _ in range(7000):
        if not left:
            break
        day += step
        left -= 1 if writer.hours.is_working_day(day) else 0
    return day


def next_working_day(day: date, writer: Writer) -> date:
    """The day itself or the first working day after it (within a month; else the day where the search ends)."""
    return _walk(day, timedelta(days=1), writer)


def last_working_day(day: date, writer: Writer) -> date:
    """The day itself or the last working day before it."""
    return _walk(day, timedelta(days=-1), writer)


def _walk(day: date, step: timedelta, writer: Writer) -> date:
    for _ in range(31):
        if writer.hours.is_working_day(day):
            break
        day += step
    return day
