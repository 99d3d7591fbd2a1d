"""Dates of digits and separators: "Fri 4/25", "14.11.2017", "2015-3-3", "by 11-25"; many such figures are none."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from bot.understanding.english.moments.bare import is_promised
from bot.understanding.english.moments.neighbours import ends_date, is_measured
from bot.understanding.english.time_lookalikes import NO_DAY_ON, NUMBERED_THINGS
from bot.understanding.english.time_neighbours import IS_OFF, MOVED
from bot.understanding.english.time_phrases import DATE_OR_VERSION, RELEASES, STOPS
from bot.understanding.english.time_words import MONTHS, WEEKDAYS
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Clock, Slots
from bot.understanding.patterns import regex

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
ASKS_FOR_DAY = frozenset({"on", "by", "until", "till", "til", "before", "due"})
_NUMBERS = regex(r"\d+|[a-z]+")


def numeric_date(line: Line, i: int, writer: Writer) -> Found | None:
    """A date written as one token of digits and separators."""
    token = line[i]
    if (token.kind == "dot" and _is_version(line, i, writer)) or (token.kind == "ymd" and _is_release(line, i)):
        return None
    read = _NUMERIC.get(token.kind)
    slots = read(token.text, writer) if read else None
    if slots is None:
        return None
    if token.kind == "dmy" and "-" in token.text and line.word(i - 1) in NUMBERED_THINGS:
        return None
    if token.kind == "dmy" and slots.weak and _is_dotted(line, i, slots, writer):
        slots.weak, slots.solid = False, True
    if token.kind in ("dmy", "slash") and slots.day is not None:
        _order_by_weekday(line, i, slots, writer)
    return slots, i + 1


def dashed_date(line: Line, i: int, writer: Writer) -> Found | None:
    """ "By 11-25", "on 12-04": one number cannot be a month, or has a nought before it, and a day is asked for."""
    dash, second = line[i + 1], line[i + 2]
    if dash.text != "-" or not (dash.glued and second.glued) or second.kind != "num" or _is_longer(line, i + 3):
        return None
    texts = line[i].text, second.text
    is_said = len(texts[0]) == len(texts[1]) == 2 and (max(map(int, texts)) > 12 or "0" in (texts[0][0], texts[1][0]))
    is_asked = line[i - 1].text in ASKS_FOR_DAY and not is_measured(line, i) and line[i - 2].text not in MOVED
    slots = _slash("/".join(texts), writer) if is_said and is_asked and ends_date(line, i + 3) else None
    return (slots, i + 3) if slots else None


def _is_longer(line: Line, i: int) -> bool:
    """ "11-25-7", "11-25th"."""
    return line[i].glued and (line[i].kind != "punct" or line[i].text in ("-", "/"))


def _is_version(line: Line, i: int, writer: Writer) -> bool:
    """ "From 1.4", "after 2.10": a date has its second dot, or a month in two figures where dates are written so."""
    before, text = line[i - 1].text, line[i].text
    day, _, month = text.partition(".")
    if before == "from":
        return len(month.strip(".")) < 2
    if before not in DATE_OR_VERSION or text[-1] == "." or line[i - 2].kind in _NUMERIC or line[i - 2].kind == "num":
        return False
    is_date_there = writer.day_first and (before == "by" or len(day) == len(month) == 2)
    return not is_date_there and (len(month) < 2 or int(day) < 24)


def _is_dotted(line: Line, i: int, slots: Slots, writer: Writer) -> bool:
    """ "By 1.12.26" is a date where dates are written so, and of this year or the next; else it may be a version."""
    before = line[i - 1].text
    if not writer.day_first or slots.year not in (writer.at.year, writer.at.year + 1) or before in RELEASES:
        return False
    if before in ASKS_FOR_DAY:
        return before != "on" or not (line[i - 2].text in IS_OFF or line[i - 2].text in NO_DAY_ON)
    return line[i + 1].text in STOPS and is_promised(line, i - 1, RELEASES)


def _is_release(line: Line, i: int) -> bool:
    """ "Upgrade to 2026.3.1": many versions are called after the day on which they came out."""
    before = line[i - 1].text
    is_end = before == "to" and line[i - 2].kind in _NUMERIC
    return "." in line[i].text and before in RELEASES and not is_end


def _order_by_weekday(line: Line, i: int, slots: Slots, writer: Writer) -> None:
    """ "Thu 09-11-2017": day and month change places when the weekday beside them fits only then."""
    weekday = next((WEEKDAYS[word] for word in _words_beside(line, i) if word in WEEKDAYS), None)
    if weekday is None or slots.month is None or slots.day is None or slots.day > 12:
        return
    year = slots.year or writer.at.year
    years = (year,) if slots.year else (year, year + 1)
    said, swapped = ((slots.month, slots.day), (slots.day, slots.month))
    fits = {order: any(date(each, *order).weekday() == weekday for each in years) for order in (said, swapped)}
    if fits[swapped] and not fits[said]:
        slots.month, slots.day = swapped


def _words_beside(line: Line, i: int) -> tuple[str, ...]:
    return line.word(i - 1), line.word(i - 2) if line[i - 1].kind == "punct" else "", line.word(i + 1)


_ISO = regex(r"(\d{4})-(\d+)-(\d+)[t ](\d+):(\d+)(?::(\d+))?(?:\.\d+)?\s?(z|[+-]\d\d:?\d\d)?$")
_COMPACT = regex(r"(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)?(z)?$")


def _iso(text: str, writer: Writer) -> Slots | None:
    match = _ISO.match(text) or _COMPACT.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    zone = match[7]
    if not _possible(year, month, day) or hour > 23 or minute > 59 or second > 59:
        return None
    if zone is None:
        return Slots(year=year, month=month, day=day, clock=Clock(hour, minute, second, "24"), solid=True)
    info = UTC if zone == "z" else _offset(zone)
    return Slots(instant=datetime(year, month, day, hour, minute, second, tzinfo=info), solid=True) if info else None


def _offset(zone: str) -> timezone | None:
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    if hours > 14 or minutes > 59:
        return None
    return timezone((1 if zone[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))


def _ymd(text: str, _: Writer) -> Slots | None:
    year, month, day = (int(part) for part in _NUMBERS.findall(text))
    is_date = _FIRST_YEAR <= year < _LAST_YEAR and _possible(year, month, day)
    return Slots(year=year, month=month, day=day, solid=True) if is_date else None


def _dmy(text: str, writer: Writer) -> Slots | None:
    first, second, year = (int(part) for part in _NUMBERS.findall(text))
    dotted = "." in text
    is_short = dotted and len(text) < 8 and not re.fullmatch(r"\d\d\.\d\d\.\d\d", text)
    month, day = (second, first) if dotted or writer.day_first else (first, second)
    if month > 12:
        month, day = day, month
    year += 2000 if year < 100 else 0
    if (
        not _FIRST_YEAR <= year < _LAST_YEAR
        or not _possible(year, month, day)
        or (is_short and not 2015 <= year <= 2045)
    ):
        return None
    return Slots(year=year, month=month, day=day, weak=is_short, solid=not is_short)


def _named(text: str, _: Writer) -> Slots | None:
    parts = _NUMBERS.findall(text)
    month = next(MONTHS[part] for part in parts if part in MONTHS)
    numbers = [part for part in parts if part.isdigit()]
    year = next((int(n) for n in numbers if len(n) == 4), None)
    days = [int(n) for n in numbers if len(n) <= 2]
    if year is None and len(days) == 2:
        year, days = 2000 + days[1], days[:1]
    day = days[0] if days else None
    return Slots(year=year, month=month, day=day, solid=True) if _possible(year or 2000, month, day or 1) else None


def _slash(text: str, writer: Writer) -> Slots | None:
    if text[:4].isdigit():
        return Slots(year=int(text[:4]), month=int(text[5:]), weak=True)
    first, second = (int(part) for part in text.split("/"))
    if len(text.split("/")[1]) == 4:
        return Slots(year=second, month=first, solid=True) if 1 <= first <= 12 and 1900 <= second < 2200 else None
    if second > 31:
        return None
    month, day = (second, first) if writer.day_first else (first, second)
    if month > 12:
        month, day = day, month
    return Slots(month=month, day=day, weak=True) if _possible(2000, month, day) else None


def _dot(text: str, _: Writer) -> Slots | None:
    day, month = (int(part) for part in text.strip(".").split(".")[:2])
    if not _possible(2000, month, day):
        return None
    return Slots(month=month, day=day, weak=not text.endswith("."), solid=text.endswith("."))


_NUMERIC = {"iso": _iso, "ymd": _ymd, "dmy": _dmy, "named": _named, "slash": _slash, "dot": _dot}


def _possible(year: int, month: int, day: int) -> bool:
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= 31):
        return False
    if month == 2:
        return day <= 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else day <= 28
    return day <= 30 if month in (4, 6, 9, 11) else True
