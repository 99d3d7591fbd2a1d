"""Public holidays, of a country or a part of it: on which days everybody there is off.

The dates are those of the package `holidays`, which is loaded when they are first asked for: it takes 11 MB and 0.2 s.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources

NONE, BY_ZONE = "none", "zone"
_NOBODY: frozenset[date] = frozenset()


def is_holiday(day: date, calendar: str, zone: str) -> bool:
    """Whether that day is a public holiday for somebody who lives in that time zone.

    `calendar` is NONE, BY_ZONE (of the country in which the zone lies), or a country or a part of one as ISO 3166 has
    it: "DE", "DE-BY". One that is not known has no holidays.
    """
    if calendar == NONE:
        return False
    return day in _holidays(country_of(zone) if calendar == BY_ZONE else calendar, day.year)


def is_calendar(calendar: str) -> bool:
    """Whether it is one that `is_holiday` takes, and knows."""
    return calendar in {NONE, BY_ZONE} or calendar in _calendars()


@cache
def country_of(zone: str) -> str | None:
    """The country (ISO 3166, two letters) in which a time zone lies; None for UTC and the like."""
    return _countries().get(zone) or _countries().get(_links().get(zone, ""))


@cache
def _holidays(calendar: str | None, year: int) -> frozenset[date]:
    if calendar not in _calendars():
        return _NOBODY
    import holidays  # noqa: PLC0415 - only who asks for holidays pays for them

    country, _, part = calendar.partition("-")
    with warnings.catch_warnings(action="ignore", category=UserWarning):  # years that nobody has announced yet
        return frozenset(holidays.country_holidays(country, subdiv=part or None, years=year))


@cache
def _calendars() -> frozenset[str]:
    import holidays  # noqa: PLC0415 - as above

    known = holidays.list_supported_countries(include_aliases=False)
    return frozenset(known) | {f"{country}-{part}" for country, parts in known.items() for part in parts}


@cache
def _countries() -> Mapping[str, str]:
    """Zone → country, from the list that comes with the time zone data."""
    rows = (line.split("\t") for line in _zone_data("zone.tab").splitlines() if not line.startswith("#"))
    return {zone: country for country, _, zone, *_ in rows}


@cache
def _links() -> Mapping[str, str]:
    """Other names of zones ("US/Pacific") → the zone."""
    rows = (line.split() for line in _zone_data("tzdata.zi").splitlines() if line.startswith("L "))
    return {name: zone for _, zone, name in rows}


def _zone_data(name: str) -> str:
    return resources.files("tzdata.zoneinfo").joinpath(name).read_text("utf-8")
