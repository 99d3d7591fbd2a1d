"""Public holidays: nobody works on them, in the country and the part of it that was chosen, and nowhere else."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from zoneinfo import available_timezones

import pytest

from bot.calendars import BY_ZONE, NONE, country_of, is_calendar, is_holiday
from bot.clock import WorkingHours
from bot.understanding.moments import read_due


@pytest.mark.parametrize(
    ("day", "calendar", "zone", "is_off"),
    [
        (date(2026, 12, 25), "DE", "UTC", True),
        (date(2026, 12, 25), NONE, "Europe/Berlin", False),
        (date(2026, 12, 25), BY_ZONE, "Europe/Berlin", True),
        (date(2026, 12, 25), BY_ZONE, "UTC", False),
        (date(2026, 11, 26), BY_ZONE, "America/New_York", True),  # Thanksgiving
        (date(2026, 11, 26), BY_ZONE, "Europe/London", False),
        (date(2026, 11, 26), "US", "Europe/London", True),
        (date(2027, 1, 6), "DE-BY", "Europe/Berlin", True),  # Epiphany, in Bavaria
        (date(2027, 1, 6), "DE", "Europe/Berlin", False),
        (date(2027, 1, 6), "DE-BE", "Europe/Berlin", False),
        (date(2027, 12, 31), "US", "UTC", True),  # the New Year of 2028 falls on a Saturday
        (date(2026, 1, 26), BY_ZONE, "Asia/Calcutta", True),  # by its older name
        (date(9999, 12, 25), "DE", "UTC", False),  # nobody knows
        (date(2099, 8, 15), "IN", "UTC", True),  # most of that year is not announced
        (date(2026, 12, 25), "XX", "UTC", False),
        (date(2026, 12, 25), "DE-XX", "UTC", False),
    ],
)
def test_a_day_is_off_where_it_is_a_holiday(day: date, calendar: str, zone: str, is_off: bool) -> None:
    assert is_holiday(day, calendar, zone) is is_off


def test_every_zone_of_a_place_has_its_country() -> None:
    assert (country_of("Europe/Stockholm"), country_of("US/Pacific"), country_of("Etc/GMT+3")) == ("SE", "US", None)
    of_places = {
        zone for zone in available_timezones() if zone.split("/")[0] in {"Europe", "America", "Asia", "Africa"}
    }
    assert {zone for zone in of_places if country_of(zone) is None} == set()


@pytest.mark.parametrize(
    ("calendar", "is_known"),
    [("none", True), ("zone", True), ("DE", True), ("DE-BY", True), ("de", False), ("DE-XX", False), ("", False)],
)
def test_a_calendar_is_known_by_its_code(calendar: str, is_known: bool) -> None:
    assert is_calendar(calendar) is is_known


WEDNESDAY = datetime(2026, 12, 23, 10, tzinfo=UTC)
BERLIN = WorkingHours("Europe/Berlin", holidays="DE")
PRAGUE = WorkingHours("Europe/Prague", holidays=BY_ZONE)


@pytest.mark.parametrize(
    ("words", "hours", "due"),
    [
        ("in 2 business days", WorkingHours("Europe/Berlin"), "2026-12-25T17:00"),
        ("in 2 business days", BERLIN, "2026-12-28T17:00"),
        ("in 2 business days", PRAGUE, "2026-12-29T17:00"),  # the 24th is a holiday there, too
        ("EOW", BERLIN, "2026-12-24T17:00"),
        ("next business day", PRAGUE, "2026-12-28T17:00"),
    ],
)
def test_due_moments_pass_over_holidays(words: str, hours: WorkingHours, due: str) -> None:
    found = read_due(f"I'll get back to them {words}", WEDNESDAY, hours)
    assert found is not None
    assert hours.local(found).replace(tzinfo=None) == datetime.fromisoformat(due)


def test_nobody_is_nudged_on_a_holiday() -> None:
    christmas = datetime(2026, 12, 25, 10, tzinfo=UTC)
    assert not BERLIN.is_working(christmas)
    assert BERLIN.next_working(christmas) == datetime(2026, 12, 28, 8, tzinfo=UTC)
    assert WorkingHours("Europe/Berlin").next_working(christmas) == christmas


def test_who_keeps_no_holidays_does_not_pay_for_them() -> None:
    script = (
        "import sys, datetime; from bot.clock import WorkingHours;"
        "WorkingHours().next_working(datetime.datetime(2026, 12, 25, tzinfo=datetime.UTC));"
        "sys.exit('holidays' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
