"""When a nudge may come: laws that hold whatever somebody chose."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import WorkingHours
from bot.ledger.nudge_times import NudgeTimes, leaves_time
from bot.ledger.slots import before_moment

ZONES = ("UTC", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia")
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001


@st.composite
def nudge_times(draw: st.DrawFn) -> NudgeTimes:
    begin = draw(st.integers(0, 20 * 60))
    end = draw(st.integers(begin + 60, 23 * 60 + 59))
    days = draw(st.sets(st.integers(0, 6), min_size=1))
    first = draw(st.dates(date(2026, 1, 1), date(2027, 11, 1)))
    off = frozenset(first + timedelta(days=number) for number in range(draw(st.integers(0, 20))))
    hours = WorkingHours(draw(st.sampled_from(ZONES)), _wall(begin), _wall(end), frozenset(days), off)
    quiet = None
    if draw(st.booleans()):
        quiet_begin = draw(st.integers(0, 23 * 60))
        quiet = (_wall(quiet_begin), _wall(draw(st.integers(quiet_begin + 1, 23 * 60 + 59))))
    is_daily = draw(st.booleans())
    return NudgeTimes(hours, quiet if quiet and leaves_time(hours, quiet) else None, is_daily)


def _wall(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


@given(nudge_times(), MOMENTS)
@settings(max_examples=300, deadline=None)
def test_the_next_moment_is_one_at_which_a_nudge_may_come(times: NudgeTimes, now: datetime) -> None:
    at = times.next(now)
    assert at >= now
    assert times.hours.is_working(at)
    assert times.quiet is None or not times.quiet[0] <= times.hours.local(at).time() < times.quiet[1]
    assert times.next(at) == at, "there is nothing to wait for"
    assert times.wait_until(at, at) is None


@given(nudge_times(), MOMENTS, MOMENTS)
@settings(max_examples=200, deadline=None)
def test_what_waits_waits_for_such_a_moment(times: NudgeTimes, now: datetime, planned: datetime) -> None:
    until = times.wait_until(now, planned)
    assert until is None or (until > now and times.wait_until(until, until) is None)


def test_what_was_planned_at_night_waits_for_nothing_when_the_morning_is_here() -> None:
    hours = WorkingHours("America/New_York", time(0), time(1), frozenset({0, 1, 2}))
    morning = datetime(2026, 4, 1, 4, tzinfo=UTC)
    assert NudgeTimes(hours, None, is_daily=True).wait_until(morning, datetime(2026, 1, 1, tzinfo=UTC)) is None


@given(nudge_times(), MOMENTS, st.integers(1, 60 * 24 * 30))
@settings(max_examples=200, deadline=None)
def test_a_reminder_comes_before_the_due_moment_or_not_at_all(times: NudgeTimes, now: datetime, minutes: int) -> None:
    due = now + timedelta(minutes=minutes)
    at = before_moment(now, due, times)
    assert at is None or now < at < due
    assert at is None or times.wait_until(at, at) is None


@given(nudge_times(), MOMENTS)
@settings(max_examples=100, deadline=None)
def test_once_a_day_is_once_a_day(times: NudgeTimes, now: datetime) -> None:
    daily = NudgeTimes(times.hours, times.quiet, is_daily=True)
    first = daily.next(now)
    second = daily.next(first + timedelta(microseconds=1))
    assert daily.hours.local(second).date() > daily.hours.local(first).date()
