"""Public holidays, of a country or a part of it: on which days everybody there is off.

The dates are those of the package `holidays`, which is loaded when they are first asked for: it takes 11 MB and 0.2 s.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources

NONE, BY_ZONE = "none", "zone"
_OWN = {NONE: "None", BY_ZONE: "Those of each person's country, by time zone"}
_FEW = 3
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


def name_of(calendar: str) -> str:
    """As people call it; the calendar itself where it is not known."""
    if calendar in _OWN:
        return _OWN[calendar]
    country, _, part = calendar.partition("-")
    if country not in _names():
        return calendar
    return _names()[country] + (f": {_parts(country).get(part, part)}" if part else "")


def find_calendars(typed: str, most: int) -> list[tuple[str, str]]:
    """Calendars, each with its name, that somebody may mean: countries, and the parts of those that are meant clearly.

    Nothing typed means what concerns everybody: none, and each person's country.
    """
    wanted = " ".join(typed.casefold().split())
    if not wanted:
        return list(_OWN.items())
    meant = [code for code, name in _names().items() if _is_meant(wanted, code, name)]
    meant.sort(key=lambda code: (code.casefold() != wanted, not _names()[code].casefold().startswith(wanted)))
    found = [(code, _names()[code]) for code in meant]
    for code in meant[:_FEW]:
        rest = wanted.removeprefix(_names()[code].casefold()).strip()
        parts = {f"{code}-{part}": f"{_names()[code]}: {name}" for part, name in _parts(code).items()}
        found += [(key, name) for key, name in parts.items() if rest in name.casefold() or rest in key.casefold()]
    own = [(key, name) for key, name in _OWN.items() if wanted in name.casefold()]
    return [*own, *found][:most]


def _is_meant(wanted: str, code: str, name: str) -> bool:
    folded = name.casefold()
    return wanted in folded or wanted.startswith((f"{folded} ", f"{code.casefold()}-")) or wanted == code.casefold()


@cache
def _names() -> Mapping[str, str]:
    """Country → its name, of those that have holidays here, by name."""
    from holidays.registry import COUNTRIES  # noqa: PLC0415 - as below

    known = {row[1]: re.sub(r"(?<=[a-z])(?=[A-Z])", " ", row[0]) for row in COUNTRIES.values()}
    calendars = _calendars()
    return dict(sorted(((code, name) for code, name in known.items() if code in calendars), key=lambda one: one[1]))


@cache
def _parts(country: str) -> Mapping[str, str]:
    """The parts of a country that have holidays of their own, each with its name."""
    import holidays  # noqa: PLC0415 - as below

    calendar = holidays.country_holidays(country)
    names = {part: name for name, part in reversed(calendar.subdivisions_aliases.items())}
    return {part: names.get(part, part) for part in calendar.subdivisions}


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
