"""Due moments where calendars are odd: clocks that change (at midnight, by half an hour), leap days, new year."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import WorkingHours, at_wall
from bot.understanding import read_due

CHANGING = ("America/New_York", "America/Santiago", "Africa/Cairo", "Australia/Lord_Howe", "Asia/Beirut")


def due(text: str, zone: str, at: str) -> str | None:
    moment = read_due(text, datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(zone)), WorkingHours(zone))
    return moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M %z") if moment else None


@pytest.mark.parametrize(
    ("text", "zone", "at", "expected"),
    [
        ("by midnight", "America/Santiago", "2026-09-05T10:00", "2026-09-06 01:00 -0300"),  # there is no 00:00
        ("by Sunday 00:30", "America/Santiago", "2026-09-04T10:00", "2026-09-06 01:30 -0300"),
        ("tomorrow", "America/Santiago", "2026-09-05T23:30", "2026-09-06 17:00 -0300"),
        ("by Sunday 5pm", "America/Santiago", "2026-04-03T10:00", "2026-04-05 17:00 -0400"),
        ("end of day tomorrow", "Africa/Cairo", "2026-10-29T10:00", "2026-10-30 17:00 +0200"),
        ("tomorrow 3pm", "Africa/Cairo", "2026-04-23T10:00", "2026-04-24 15:00 +0300"),
        ("by Sunday 2:15am", "Australia/Lord_Howe", "2026-10-02T10:00", "2026-10-04 02:45 +1100"),
        ("in 24 hours", "Australia/Lord_Howe", "2026-10-03T12:00", "2026-10-04 12:30 +1100"),
        ("tomorrow noon", "Australia/Lord_Howe", "2027-04-03T12:00", "2027-04-04 12:00 +1030"),
        ("in 24 hours", "America/New_York", "2026-10-31T12:00", "2026-11-01 11:00 -0500"),
        ("by Sunday 1:30am", "America/New_York", "2026-10-31T12:00", "2026-11-01 01:30 -0400"),  # the first of two
    ],
)
def test_where_clocks_change(text: str, zone: str, at: str, expected: str) -> None:
    assert due(text, zone, at) == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("by 29 February", "2028-02-28T10:00", "2028-02-29"),
        ("by 29 February", "2027-03-01T10:00", "2028-02-29"),
        ("tomorrow", "2028-02-28T10:00", "2028-02-29"),
        ("tomorrow", "2027-02-28T10:00", "2027-03-01"),
        ("by end of month", "2028-02-10T10:00", "2028-02-29"),
        ("in a month", "2028-01-31T10:00", "2028-02-29"),
        ("in a year", "2028-02-29T10:00", "2029-02-28"),
        ("by end of year", "2026-12-30T10:00", "2026-12-31"),
        ("by 2 January", "2026-12-30T10:00", "2027-01-02"),
        ("by Monday", "2026-12-31T10:00", "2027-01-04"),
        ("in 2 business days", "2026-12-31T10:00", "2027-01-04"),
        ("by end of week", "2026-12-31T10:00", "2027-01-01"),
    ],
)
def test_leap_days_and_new_year(text: str, at: str, expected: str) -> None:
    found = due(text, "Europe/Berlin", at)
    assert found is not None
    assert found[:16] == f"{expected} 17:00"


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2032, 12, 1)),  # noqa: DTZ001
    st.sampled_from(CHANGING),
    st.integers(0, 23),
    st.sampled_from((0, 15, 30, 45)),
)
def test_tomorrow_is_the_next_day_on_the_wall_however_long_the_night(
    wall: datetime, zone: str, hour: int, minute: int
) -> None:
    hours = WorkingHours(zone)
    said_at = at_wall(wall, zone)[0]
    found = read_due(f"tomorrow at {hour:02}:{minute:02}", said_at, hours)
    assert found is not None
    day = hours.local(said_at).date() + timedelta(days=1)
    assert found.astimezone(UTC) == hours.at(day, time(hour, minute))  # a doubled hour equals none of another zone
    local = hours.local(found)
    assert local.date() == day
    assert local.time() == time(hour, minute) or at_wall(datetime.combine(day, time(hour, minute)), zone)[0] == found
