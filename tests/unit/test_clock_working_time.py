"""Working time: what always holds, whatever the zone, the hours and the days off."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.clock import FollowingClock, SystemClock, WorkingHours, at_wall, latest_weekday_at, next_weekday_at

ZONES = (
    "UTC",
    "America/New_York",
    "America/St_Johns",
    "America/Santiago",  # clocks go forward at midnight
    "Europe/London",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",  # by half an hour
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Africa/Cairo",
)
MINUTES = st.integers(0, 24 * 60 - 1).map(lambda minute: time(minute // 60, minute % 60))
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2032, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
DAYS_OFF = st.frozensets(st.dates(date(2024, 1, 1), date(2032, 12, 31)), max_size=30)
DURATIONS = st.integers(0, 60 * 60).map(lambda minutes: timedelta(minutes=minutes))


@st.composite
def hours(draw: st.DrawFn) -> WorkingHours:
    start, end = sorted(draw(st.lists(MINUTES, min_size=2, max_size=2, unique=True)))
    weekdays = draw(st.frozensets(st.integers(0, 6), min_size=1))
    calendar = draw(st.sampled_from(("none", "zone", "DE-BY", "IN")))
    return WorkingHours(draw(st.sampled_from(ZONES)), start, end, weekdays, draw(DAYS_OFF), calendar)


# In New York 02:30 does not exist on 14 March 2027: short hours may vanish on that day.
NIGHT = WorkingHours("America/New_York", time(2, 30), time(3, 15), frozenset(range(7)))
BEFORE_GAP = datetime(2027, 3, 14, 5, 0, tzinfo=UTC)


@given(hours(), MOMENTS)
@example(NIGHT, BEFORE_GAP)
def test_the_next_working_moment_is_working_and_none_lies_before_it(own: WorkingHours, moment: datetime) -> None:
    found = own.next_working(moment)
    assert found >= moment
    assert own.is_working(found)
    assert own.is_working(moment) == (found == moment)
    between = moment + (found - moment) / 2
    assert found == moment or not own.is_working(between)


@given(hours(), MOMENTS)
@example(NIGHT, BEFORE_GAP)
def test_the_next_morning_is_the_start_of_a_working_day_to_come(own: WorkingHours, moment: datetime) -> None:
    found = own.next_morning(moment)
    assert found > moment
    assert own.is_working(found)
    assert not own.is_working(found - timedelta(microseconds=1)) or own.start == time(0)


@given(hours(), MOMENTS, DURATIONS)
@example(NIGHT, BEFORE_GAP, timedelta(minutes=45))
def test_adding_and_subtracting_working_time_are_inverses(
    own: WorkingHours, moment: datetime, duration: timedelta
) -> None:
    assume(duration > timedelta(0))
    begin = own.next_working(moment)
    end = own.add_working(begin, duration)
    assert end >= begin + duration
    back = own.subtract_working(end, duration)
    # The end of one day and the start of the next are the same moment of working time.
    assert own.next_working(back) == begin
    assert own.add_working(back, duration) == end


@given(hours(), MOMENTS, DURATIONS, DURATIONS)
def test_adding_in_two_steps_is_adding_at_once(
    own: WorkingHours, moment: datetime, one: timedelta, other: timedelta
) -> None:
    assert own.add_working(own.add_working(moment, one), other) == own.add_working(moment, one + other) or not other


@given(hours(), MOMENTS, DURATIONS)
def test_more_working_time_never_ends_sooner(own: WorkingHours, moment: datetime, duration: timedelta) -> None:
    assert own.add_working(moment, duration) <= own.add_working(moment, duration + timedelta(minutes=1))
    assert own.subtract_working(moment, duration) >= own.subtract_working(moment, duration + timedelta(minutes=1))


@given(hours(), MOMENTS)
def test_nobody_works_on_a_day_off(own: WorkingHours, moment: datetime) -> None:
    local = moment.astimezone(ZoneInfo(own.zone))
    free = WorkingHours(own.zone, own.start, own.end, own.weekdays, own.days_off | {local.date()})
    assert not free.is_working(moment)
    assert free.local(free.next_working(moment)).date() > local.date()


WALLS = st.integers(4, 23).map(time)


@given(MOMENTS, st.integers(0, 6), WALLS, st.sampled_from(ZONES))
def test_the_next_weekday_is_the_first_to_come_and_the_latest_the_one_before(
    moment: datetime, weekday: int, wall: time, zone: str
) -> None:
    coming, latest = (find(moment, weekday, wall, zone) for find in (next_weekday_at, latest_weekday_at))
    assert latest <= moment < coming
    for found in (latest, coming):
        local = found.astimezone(ZoneInfo(zone))
        assert (local.weekday(), local.time()) == (weekday, wall)
    assert timedelta(days=6, hours=23) <= coming - latest <= timedelta(days=7, hours=1)
    assert latest_weekday_at(coming, weekday, wall, zone) == coming
    assert next_weekday_at(coming - timedelta(microseconds=1), weekday, wall, zone) == coming


@given(MOMENTS, st.sampled_from(ZONES))
@example(datetime(2026, 11, 1, 6, 30, tzinfo=UTC), "America/New_York")  # the second 01:30
@example(datetime(2027, 4, 3, 15, 15, tzinfo=UTC), "Australia/Lord_Howe")  # the second 01:45
@example(datetime(2026, 10, 29, 21, 30, tzinfo=UTC), "Africa/Cairo")  # the second 23:30
def test_every_moment_is_found_again_by_its_wall_time(moment: datetime, zone: str) -> None:
    wall = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert moment in at_wall(wall, zone)
    assert all(one.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall for one in at_wall(wall, zone))


DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


@given(DAYS, st.sampled_from(ZONES))
@example(date(2026, 9, 6), "America/Santiago")  # has no midnight
@example(date(2026, 10, 30), "Africa/Cairo")  # its eve has two elevens
@example(date(2028, 2, 29), "UTC")
def test_the_days_of_a_calendar_follow_one_another(day: date, zone: str) -> None:
    own = WorkingHours(zone)
    begin, end = own.at(day, time(0)), own.at(day + timedelta(days=1), time(0))
    assert own.local(begin).date() == own.local(end - timedelta(microseconds=1)).date() == day
    assert own.local(begin - timedelta(microseconds=1)).date() < day
    assert timedelta(hours=23) <= end - begin <= timedelta(hours=25)
    start, finish = own.span(day)
    assert [own.local(one).time() for one in (start, finish)] == [time(9), time(17)], "no office starts in a gap"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 11, 1, 20, tzinfo=UTC), datetime(2026, 11, 2, 14, tzinfo=UTC)),  # clocks have gone back
        (datetime(2026, 10, 25, 20, tzinfo=UTC), datetime(2026, 10, 26, 13, tzinfo=UTC)),
        (datetime(2027, 3, 14, 20, tzinfo=UTC), datetime(2027, 3, 15, 13, tzinfo=UTC)),
    ],
)
def test_monday_nine_in_new_york_over_clock_changes(moment: datetime, expected: datetime) -> None:
    assert next_weekday_at(moment, 0, time(9), "America/New_York") == expected
    assert latest_weekday_at(expected, 0, time(9), "America/New_York") == expected


def test_a_working_day_is_as_long_on_the_wall_when_clocks_change() -> None:
    own = WorkingHours("America/New_York")
    friday = datetime(2026, 10, 30, 20, 30, tzinfo=UTC)  # 16:30, summer time
    assert own.add_working(friday, timedelta(hours=1)) == datetime(2026, 11, 2, 14, 30, tzinfo=UTC)


def test_a_wall_time_that_is_skipped_moves_behind_the_gap_and_a_doubled_one_is_the_first() -> None:
    own = WorkingHours("America/New_York")
    assert own.at(date(2027, 3, 14), time(2, 30)) == datetime(2027, 3, 14, 7, 30, tzinfo=UTC)
    assert own.at(date(2026, 11, 1), time(1, 30)) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "wrong", [{"start": time(17), "end": time(9)}, {"start": time(9), "end": time(9)}, {"weekdays": frozenset()}]
)
def test_hours_that_cannot_be_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="working hours"):
        WorkingHours(**wrong)  # type: ignore[arg-type]


def test_a_following_clock_runs_at_the_leaders_speed_and_wakes_sleepers() -> None:
    start = datetime(2026, 11, 23, 15, tzinfo=UTC)
    clock = FollowingClock(start, speed=3600.0)
    woken: list[int] = []
    clock.on_jump(lambda: woken.append(1))
    assert start <= clock.now() < start + timedelta(hours=12)
    assert clock.machine_seconds_until(clock.now() + timedelta(hours=1)) == pytest.approx(1.0, abs=0.2)
    clock.follow(start + timedelta(days=7), 1.0)
    assert woken == [1]
    assert clock.now() - (start + timedelta(days=7)) < timedelta(seconds=5)


def test_the_systems_clock_shows_aware_utc() -> None:
    clock = SystemClock()
    assert clock.now().utcoffset() == clock.machine().utcoffset() == timedelta(0)
    assert clock.machine_seconds_until(clock.now() + timedelta(minutes=1)) == pytest.approx(60, abs=1)
