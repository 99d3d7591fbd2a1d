"""Turns what a run of time words says into a moment on the writer's clock.

The rules of the product: a day without a clock time means the end of work; "by" and "end of" take a span's end; a
bare span its start, or its end once it has begun; "before" the last working moment ahead of it; "after" its end.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from bot.understanding.moments.days import Days, first_days, last_working_day, next_working_day, shifted
from bot.understanding.moments.hours import clock_moment, hour_of, wall
from bot.understanding.moments.line import Writer
from bot.understanding.moments.slots import Group, Slots
from bot.understanding.moments.windows import LAST_MINUTE, Window, part_window

_SECONDS = {"second": 1.0, "minute": 60.0, "hour": 3600.0}
_MOST_WORKING_HOURS = 2000.0


def resolve(group: Group, writer: Writer) -> datetime | None:
    """The moment, aware, in the writer's zone; None when there is no such day or it lies beyond the calendar."""
    try:
        moment = _resolve(group, writer)
        return moment.astimezone(writer.at.tzinfo) if moment else None
    except (OverflowError, ValueError):
        return None


def _resolve(group: Group, writer: Writer) -> datetime | None:
    slots = group.slots
    zone = _info(slots.zone) or writer.at.tzinfo or UTC
    if slots.instant is not None:
        return slots.instant
    if slots.counts_clock and slots.offset is not None:
        anchor = _resolve(Group(replace(slots, offset=None, anchored=0), "at", group.first, group.after), writer)
        seconds = sum(slots.offset.get(unit, 0) * length for unit, length in _SECONDS.items())
        return anchor + timedelta(seconds=seconds) if anchor else None
    if slots.offset is not None and not slots.anchored:
        return _from_now(slots, slots.offset, group.how, writer)
    if slots.clock is not None:
        return clock_moment(slots, group.how, writer, zone)
    if slots.part is not None:
        is_day = slots.part in ("work", "first thing")
        return _choose(part_window(slots, writer, zone), group.how, writer, is_day=is_day)
    days = first_days(slots, writer)
    return _Span(days, slots, writer, zone).moment(group.how) if days else None


def _info(zone: str | None) -> tzinfo | None:
    if zone is None:
        return None
    if zone[0] in "+-":
        sign = 1 if zone[0] == "+" else -1
        return timezone(sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6])))
    return ZoneInfo(zone)


def _from_now(slots: Slots, offset: dict[str, float], how: str, writer: Writer) -> datetime:
    """A distance from now: hours and minutes to the second, days and longer to the end of work of the day."""
    here = writer.at.tzinfo or UTC
    zone = _info(slots.zone) or here
    if "working hour" in offset:
        hours = min(max(offset["working hour"], 0.0), _MOST_WORKING_HOURS)
        return writer.hours.add_working(writer.at, timedelta(hours=hours))
    day = shifted(writer.at.date(), offset, writer)
    if any(unit in offset for unit in _SECONDS):
        seconds = sum(offset.get(unit, 0) * length for unit, length in _SECONDS.items())
        return wall(day, writer.at.time(), here).astimezone(UTC) + timedelta(seconds=seconds)
    if offset.get("day", 0) % 1:
        return writer.at + timedelta(days=offset["day"])
    dated = Slots(year=day.year, month=day.month, day=day.day, part=slots.part, modifier=slots.modifier)
    if slots.clock:
        return wall(day, hour_of(slots.clock, dated, day, writer, writer.at)[0], zone)
    if slots.part:
        return _choose(part_window(dated, writer, zone), how, writer)
    return wall(day, writer.hours.end, zone)


def _choose(window: Window, how: str, writer: Writer, *, is_day: bool = False) -> datetime:
    start, end = window
    if how in ("by", "after") or is_day:
        return end
    if how == "before":
        return start
    return start if start >= writer.at or end < writer.at else end


class _Span:
    """Whole days, from which the way they are said picks one moment."""

    def __init__(self, days: Days, slots: Slots, writer: Writer, zone: tzinfo) -> None:
        self.days, self.slots, self.writer, self.zone = days, slots, writer, zone

    def moment(self, how: str) -> datetime:
        days = self.days
        if how == "before":
            last = days.working_last if days.is_end else self._day_before()
            return self._at(last, self.writer.hours.end)
        is_week = (self.slots.edge or "").startswith("week")  # which may have but one day in its month
        if days.first == days.last and not is_week:
            return self._at(days.first, self._end_of_work(days.first))
        return self._of_many(how)

    def _of_many(self, how: str) -> datetime:
        days = self.days
        if self._is_bare_year() and how != "by":
            return self._at(days.first, time(0))
        if how == "by" and self.slots.edge == "start":
            return self._start()
        if days.is_end or how == "by":
            return self._end()
        if how == "after" and self.slots.period == "weekend":
            monday = next_working_day(days.last + timedelta(days=1), self.writer)
            return self._at(monday, self.writer.hours.start)
        start = self._start()
        return start if start >= self.writer.at else self._end()

    def _start(self) -> datetime:
        """The start of work on the first day; a week starts on its first working day."""
        first = self.days.first
        if self.slots.period == "week":
            first = min(next_working_day(first, self.writer), self.days.last)
        return self._at(first, self.writer.hours.start)

    def _at(self, day: date, clock_time: time) -> datetime:
        return wall(day, clock_time, self.zone)

    def _day_before(self) -> date:
        return last_working_day(self.days.first - timedelta(days=1), self.writer)

    def _is_bare_year(self) -> bool:
        slots = self.slots
        return slots.year is not None and slots.month is None and slots.period is None and slots.edge is None

    def _end_of_work(self, day: date) -> time:
        """For who still works after it, today ends at midnight."""
        now = self.writer.at
        is_late = day == now.date() and now.time() >= self.writer.hours.end
        return LAST_MINUTE if is_late else self.writer.hours.end

    def _end(self) -> datetime:
        """The end of work on the last working day; a span that still runs ends in the future."""
        last, now = self.days.last, self.writer.at
        if self.slots.period == "weekend" and not self.days.is_end:
            before = last_working_day(self.days.first, self.writer)
            return self._at(before if before >= now.date() else last, self.writer.hours.end)
        moment = self._at(self.days.working_last, self.writer.hours.end)
        if moment >= now or last < now.date():
            return moment
        end = self._at(last, self.writer.hours.end)
        return end if end >= now else self._at(last, LAST_MINUTE)
