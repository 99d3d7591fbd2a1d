"""From what people write in a variable to what the bot uses; each refusal says how it should look.

A refusal never repeats the value of a secret: it may end in a log.
"""

from __future__ import annotations

import difflib
import re
from datetime import time
from functools import cache
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
REACHES = ("open", "all")
LOG_LEVELS = ("debug", "info", "warning", "error")

_POSTGRES_SCHEMES = ("postgres", "postgresql", "postgresql+psycopg")
_REPEATED_SLASHES = re.compile(r"/+$")


def nearest(word: str, known: tuple[str, ...]) -> str:
    """ "; did you mean “x”?", or nothing when no known word is near."""
    found = difflib.get_close_matches(word.lower(), [name.lower() for name in known], n=1)
    if not found:
        return ""
    return f"; did you mean “{next(name for name in known if name.lower() == found[0])}”?"


def parse_token(value: str, prefix: str, where: str) -> str:
    """A Slack token that starts with `prefix`; `where` says on which page of the app it stands."""
    token = value.strip()
    if not token.startswith(prefix):
        raise ValueError(f"must start with {prefix}. You find it in your app's settings under {where}.")
    if len(token) == len(prefix) or re.search(r"\s|…|\.\.\.", token):
        raise ValueError(f"looks cut off. Copy it whole from your app's settings under {where}.")
    return token


def parse_database(value: str) -> str:
    """A SQLAlchemy address: SQLite, or PostgreSQL with the driver that the bot uses."""
    scheme, separator, rest = value.strip().partition("://")
    if separator and scheme in _POSTGRES_SCHEMES and rest and _is_readable(address := f"postgresql+psycopg://{rest}"):
        return address
    if separator and scheme == "sqlite" and (rest == "" or rest.startswith("/")):
        return f"sqlite://{rest}"
    raise ValueError(
        "must look like sqlite:///ours.db (a file), or postgresql://user:password@host/name, with @ : / # in a "
        "password written as %40 %3A %2F %23. Leave it out for a file next to the bot."
    )


def _is_readable(address: str) -> bool:
    try:
        return make_url(address).drivername == "postgresql+psycopg"
    except (ArgumentError, ValueError):
        return False


def parse_address(value: str) -> str:
    """An http(s) address without its last slashes."""
    address = _REPEATED_SLASHES.sub("", value.strip())
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("must be an address like http://localhost:9000.")
    return address


def parse_events_url(value: str) -> str:
    """Where another program is told: with https; with http only on this machine, where nobody listens in."""
    address = value.strip()
    parts = urlsplit(address)
    is_here = parts.hostname in ("localhost", "127.0.0.1", "::1")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_here):
        raise ValueError("must begin with https:// (http:// only for localhost).")
    if not parts.hostname or parts.username or parts.password:
        raise ValueError("must be an address like https://example.com/ours, without a name or password in it.")
    return address


def parse_events(value: str) -> str:
    reach = value.strip().lower()
    if reach not in REACHES:
        raise ValueError(f"must be one of {', '.join(REACHES)}{nearest(reach, REACHES)}")
    return reach


def parse_port(value: str) -> int:
    text = value.strip()
    if not text.isdecimal() or not text.isascii() or not 0 <= int(text) <= 65535:
        raise ValueError("must be a number from 0 to 65535 (0 picks a free one).")
    return int(text)


def parse_log_level(value: str) -> str:
    level = value.strip().lower()
    if level not in LOG_LEVELS:
        raise ValueError(f"must be one of {', '.join(LOG_LEVELS)}{nearest(level, LOG_LEVELS)}")
    return level


@cache
def _zones() -> tuple[str, ...]:
    return tuple(sorted(available_timezones()))


def parse_zone(value: str) -> str:
    """The name of a time zone as the IANA list spells it."""
    zone = value.strip()
    if zone not in _zones():
        spelled = zone.replace(" ", "_")
        raise ValueError(f"must be a time zone like America/New_York or Europe/Berlin{nearest(spelled, _zones())}")
    return zone


def parse_time(value: str) -> time:
    """A wall time of the day, like 09:00."""
    found = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", value.strip())
    if not found:
        raise ValueError("must be a time of the day like 09:00 or 17:30.")
    return time(int(found[1]), int(found[2]))


def parse_weekdays(value: str) -> frozenset[int]:
    """`mon-fri`, `sun-thu` or `mon,wed,fri` as numbers; 0 is Monday."""
    days: set[int] = set()
    for part in value.lower().split(","):
        first, _, last = part.strip().partition("-")
        start, end = _weekday(first), _weekday(last or first)
        days.update((start + step) % 7 for step in range((end - start) % 7 + 1))
    return frozenset(days)


def _weekday(word: str) -> int:
    short = word.strip()[:3]
    if short not in WEEKDAYS or not word.strip().isalpha():
        raise ValueError("must be days like mon-fri, sun-thu or mon,wed,fri.")
    return WEEKDAYS.index(short)


def parse_tiers(value: str) -> tuple[str, ...]:
    """Names of tiers, the highest first."""
    tiers = tuple(" ".join(tier.split()) for tier in value.split(","))
    if not all(tiers) or len({tier.casefold() for tier in tiers}) < len(tiers) or max(map(len, tiers)) > 60:
        raise ValueError("must be names like gold,silver,bronze: each once, and at most 60 characters long.")
    return tiers


def parse_holidays(value: str) -> str:
    """Whose public holidays: none, zone, or a country (or a part of one) as ISO 3166 has it."""
    word = value.strip()
    if word.lower() in {"none", "zone"}:
        return word.lower()
    country, _, part = word.partition("-")
    parts = _holiday_countries().get(country.upper())
    if parts is None:
        raise ValueError("must be none, zone, or a country like DE (two letters) or a part of it like DE-BY.")
    if not part:
        return country.upper()
    if part.upper() not in parts:
        known = f"; of {country.upper()} these have holidays of their own: {', '.join(parts)}" if parts else ""
        raise ValueError(f"names a part of {country.upper()} that is not known{known or '; write the country alone'}.")
    return f"{country.upper()}-{part.upper()}"


@cache
def _holiday_countries() -> dict[str, tuple[str, ...]]:
    import holidays  # noqa: PLC0415 - takes 0.2 s, and most settings name no country

    known = holidays.list_supported_countries(include_aliases=False)
    return {
        country: tuple(part for part in parts if part.isupper() or part.isdigit()) for country, parts in known.items()
    }


def format_weekdays(days: frozenset[int]) -> str:
    """The shortest way to write these days: the reverse of `parse_weekdays`."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    if len(runs) > 1 and runs[0][0] == 0 and runs[-1][-1] == 6:
        runs[0] = runs.pop() + runs[0]
    return ",".join(f"{WEEKDAYS[run[0]]}-{WEEKDAYS[run[-1]]}" if len(run) > 2 else _list_days(run) for run in runs)


def _list_days(run: list[int]) -> str:
    return ",".join(WEEKDAYS[day] for day in run)
