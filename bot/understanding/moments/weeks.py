"""Weeks, months, quarters, halves and years as spans of days; a week begins with the writer's first working day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from bot.clock import WorkingHours

Bounds = tuple[date, date]
"""The first and the last day."""

_WEEK = timedelta(days=7)


def first_weekday(hours: WorkingHours) -> int:
    """The weekday with which a person's week begins: Monday, or the first working day where Sunday is one."""
    if 6 not in hours.weekdays or {4, 5} <= hours.weekdays:
        return 0
    return 5 if 5 in hours.weekdays else 6


def week_start(day: date, hours: WorkingHours) -> date:
    """The first day of the week in which a day lies."""
    return day - timedelta(days=(day.weekday() - first_weekday(hours)) % 7)


def counted_period(period: str, shift: int, today: date, hours: WorkingHours) -> Bounds:
    """The week, weekend, month, quarter, half or year that is `shift` after the running one."""
    if period in ("week", "weekend"):
        first = week_start(today, hours) + shift * _WEEK
        return first + timedelta(days=0 if period == "week" else 5), first + timedelta(days=6)
    if period == "month":
        months = today.year * 12 + today.month - 1 + shift
        return month_bounds(months // 12, months % 12 + 1)
    if period == "quarter":
        quarters = today.year * 4 + (today.month - 1) // 3 + shift
        return months_bounds(quarters // 4, 3 * (quarters % 4) + 1, 3)
    return date(today.year + shift, 1, 1), date(today.year + shift, 12, 31)


def nth_period(period: str, nth: int, year: int | None, today: date) -> Bounds | None:
    """The nth quarter, half or calendar week of a year; when no year is said, the next that is not over."""
    bounds = _nth(period, nth, year or today.year)
    if bounds and year is None and bounds[1] < today:
        return _nth(period, nth, today.year + 1)
    return bounds


def _nth(period: str, nth: int, year: int) -> Bounds | None:
    if period == "week":
        try:
            first = date.fromisocalendar(year, nth, 1)
        except ValueError:
            return None
        return first, first + timedelta(days=6)
    length = 3 if period == "quarter" else 6
    return months_bounds(year, length * (nth - 1) + 1, length)


def month_bounds(year: int, month: int) -> Bounds:
    """The first and the last day of a month."""
    return months_bounds(year, month, 1)


def months_bounds(year: int, month: int, length: int) -> Bounds:
    """The first day of a month, and the last of the `length` months from it, within one year."""
    last = month + length - 1
    return date(year, month, 1), date(year, last, calendar.monthrange(year, last)[1])
