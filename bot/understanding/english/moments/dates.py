"""Calendar dates: "March 3, 2015", "the 3rd", "Fri 4/25", "14.11.2017", "2015-3-3", "Friday week", "tomorrow"."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from bot.understanding.english.moments.neighbours import ends_date
from bot.understanding.english.moments.weekdays import which_at, year_after
from bot.understanding.english.time_lookalikes import NO_DAY_ON
from bot.understanding.english.time_neighbours import BEGINS_A_CLAUSE
from bot.understanding.english.time_phrases import AFTER_A_DAY, DATE_OR_VERSION, RELEASES
from bot.understanding.english.time_words import MONTHS, MONTHS_THAT_ARE_VERBS, NEXT, THIS, WEEKDAYS
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Clock, Slots
from bot.understanding.patterns import regex

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
    if token.kind in ("dmy", "slash") and slots.day is not None:
        _order_by_weekday(line, i, slots, writer)
    return slots, i + 1


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
    return Slots(year=year, month=month, day=day, solid=True) if _possible(year, month, day) else None


def _dmy(text: str, writer: Writer) -> Slots | None:
    first, second, year = (int(part) for part in _NUMBERS.findall(text))
    dotted = "." in text
    is_short = dotted and len(text) < 8 and not re.fullmatch(r"\d\d\.\d\d\.\d\d", text)
    month, day = (second, first) if dotted or writer.day_first else (first, second)
    if month > 12:
        month, day = day, month
    year += 2000 if year < 100 else 0
    if not _possible(year, month, day) or (is_short and not 2015 <= year <= 2045):
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


def month_first(line: Line, i: int, _: Writer) -> Found | None:
    """ "March 3", "march 3rd 2015", "Oct/2", "October 2014", "next january", and a month alone."""
    which, j = which_at(line, i)
    month = MONTHS.get(line.word(j))
    if month is None:
        return None
    is_verb = line.word(j) in MONTHS_THAT_ARE_VERBS and not line[j].capital and line[j + 1].text not in AFTER_A_DAY
    if which is not None and is_verb:
        return None  # "this may have happened"
    after = line.after_dot(j + 1)
    slots = Slots(month=month, which=which, solid=which is not None)
    slots.weak = which is None
    skip = after + 1 if line[after].text == "the" else after
    numbered = line.ordinal(skip) or _day_number(line, after)
    if numbered is None and (spoken := line.count(after)) and spoken[1] == after + 2 and spoken[0] <= 31:
        numbered = spoken  # "twenty two"
    if numbered and line[numbered[1]].text == "of" and line[numbered[1] + 1].kind != "num":
        return None
    if which is None and numbered:
        slots.day, after = numbered
        slots.weak, slots.solid = False, True
    return year_after(line, after, slots)


def _day_number(line: Line, i: int) -> tuple[int, int] | None:
    token = line[i]
    if token.kind != "num" or len(token.text) > 2 or not 1 <= int(token.text) <= 31:
        return None
    if line[i + 1].glued and line.word(i + 1) in {"am", "pm", "p", "a", "h"}:
        return None
    return int(token.text), i + 1


def day_first(line: Line, i: int, _: Writer) -> Found | None:
    """ "15 of february", "4th July 2016", "14april 2015", "the first of march", "the 21st this month"."""
    numbered = line.ordinal(i)
    is_ordinal = numbered is not None
    if numbered is None:
        numbered = _day_number(line, i)
    if numbered is None:
        return None
    day, j = numbered
    j = line.after_dot(j) if not is_ordinal else j
    of = j + 1 if line[j].text == "of" else j
    if line[of].text == "the" and line[of + 1].text == "month":
        return Slots(day=day, solid=True), of + 2
    if (line[of].text in THIS or line[of].text in NEXT) and line[of + 1].text == "month":
        return Slots(day=day, period="month", shift=0 if line[of].text in THIS else 1, solid=True), of + 2
    month = MONTHS.get(line.word(of))
    if month is None:
        return None
    if not is_ordinal and of == j and line[of].text == "may" and line.word(of + 1) in {"be", "have", "not", "well"}:
        return None
    return year_after(line, line.after_dot(of + 1), Slots(month=month, day=day, solid=True))


def day_of_month(line: Line, i: int, _: Writer) -> Found | None:
    """ "the 15th", "the 3rd": digits only ("the second one" is no day), and no noun may follow."""
    token = line[i]
    numbered = line.ordinal(i)
    if numbered is None:
        return None
    day, after = numbered
    before = line[i - 1].text
    is_weekday_before = before in WEEKDAYS or line[i - 2].text in WEEKDAYS
    if token.kind != "num" and not is_weekday_before and not _is_spelled_day(line, i, day, after):
        return None
    if (
        before not in {"month", "the", "on", "by", "until", "till", "to", "from", "through", "-", "next"}
        and not is_weekday_before
    ):
        return None
    if line[after].kind not in ("num", "clock", "hclock") and not ends_date(line, after):
        return None
    return Slots(day=day, weak=True, solid=is_weekday_before), after


def _is_spelled_day(line: Line, i: int, day: int, after: int) -> bool:
    """ "On the twentieth", "by the twelfth": the low ones count other things, too, so more is asked of them."""
    how = line[i - 2].text
    if line[i - 1].text != "the" or how not in _ASKS_FOR_DAY or _is_one_of_two(line, after):
        return False
    if day > _MANY or line[after].kind in ("num", "clock", "hclock"):
        return True
    ahead = line[i - 3]
    if how not in ("on", "by") or (how == "by" and day == _SECOND) or ahead.text in NO_DAY_ON:
        return False
    return ahead.kind == "word" or (ahead.text in BEGINS_A_CLAUSE and line[after].text not in (",", "\n", ".", ""))


def _is_one_of_two(line: Line, i: int) -> bool:
    """ "On the first and third floors", "on the sixth of these"."""
    return line[i].text in ("and", "or", "to", "-", "of", "week", "next")


_ASKS_FOR_DAY = frozenset({"on", "by", "until", "till", "til", "before", "due"})
_MANY = 5
_SECOND = 2


def bare_year(line: Line, i: int, _: Writer) -> Found | None:
    """ "in 2014", "since 2014": a year only after a word that asks for one."""
    token = line[i]
    if token.kind != "num" or len(token.text) != 4 or not 1950 <= int(token.text) < 2100:
        return None
    if line[i + 1].kind == "word" and line[i + 1].glued:
        return None
    follows = line[i + 1]
    if follows.kind == "word" and follows.text not in {
        "q",
        "and",
        "or",
        "to",
        "through",
        "until",
        "till",
        "but",
        "so",
        "for",
        "at",
        "we",
        "i",
    }:
        return None
    return Slots(year=int(token.text), weak=True), i + 1


def _possible(year: int, month: int, day: int) -> bool:
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= 31):
        return False
    if month == 2:
        return day <= 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else day <= 28
    return day <= 30 if month in (4, 6, 9, 11) else True
