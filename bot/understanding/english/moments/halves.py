"""A glued "a" or "p" is half a day where an hour is asked for or a day is beside it: "by 3p", but not "gate 3a"."""

from __future__ import annotations

from bot.understanding.english.moments.spoken import half_of_day
from bot.understanding.english.moments.zones import skip_own_zone, zone_at
from bot.understanding.english.time_phrases import APPROXIMATE_HOURS, ASKS_FOR_HOUR
from bot.understanding.english.time_words import (
    MONTHS,
    NEXT,
    RANGES,
    RELATIVE_DAYS,
    ROUGHLY,
    THIS,
    TONIGHTS,
    WEEKDAYS,
)
from bot.understanding.moments.line import Line

_ASKS = ASKS_FOR_HOUR | RANGES | {"about", "past", "~"}
_DATES = frozenset({"ymd", "dmy", "named", "slash"})


def is_day(line: Line, i: int) -> bool:
    """Whether a day ends at `i`: a weekday, "tomorrow", "Nov 5", "5 Nov"."""
    word, year = line.word(i), line[i]
    is_number = year.kind == "num" and line.word(i - 1) in MONTHS
    is_month = word in MONTHS and line[i - 1].kind == "num"
    return word in WEEKDAYS or word in RELATIVE_DAYS or is_number or is_month


def asker(line: Line, i: int) -> tuple[str, int]:
    """What asks for the hour at `i`, and the index after it: "by" of "by about 4", "at" of "tomorrow roughly 3"."""
    if line[i - 1].text in ROUGHLY:
        if line[i - 2].text in ASKS_FOR_HOUR:
            return line[i - 2].text, i - 1
        if is_day(line, i - 2):
            return "at", i
    return line[i - 1].text, i


def is_letter(line: Line, i: int, after: int) -> bool:
    """Whether the half of the day between `i` and `after` is a mere "a" or "p"."""
    return line[i].text in ("a", "p") and all(line[j].text != "m" for j in range(i + 1, after))


def is_letter_asked(line: Line, i: int, after: int) -> bool:
    """Whether the number at `i` with its letter at `after` is asked for, dated, one end of two, or all that is said."""
    before = line[i - 1].text
    if before in _ASKS or (before == "and" and "between" in (line[i - 3].text, line[i - 4].text)):
        return True
    end = after + 2 if line[after + 1].text == "." and line[after + 1].glued else after + 1
    is_all = i == 0 and end >= len(line) - (1 if line[len(line) - 1].kind == "punct" else 0)
    is_said = is_all or line.word(end) in APPROXIMATE_HOURS
    return is_said or _is_dated(line, i - 1, end) or zone_at(line, end) is not None or _is_ranged(line, end)


def _is_dated(line: Line, before: int, after: int) -> bool:
    before -= 1 if line[before].text in (",", "(") else 0
    if line[before].kind in _DATES or is_day(line, before):
        return True
    word = line.word(after + 1) if line[after].text in ("on", ",") else line.word(after)
    is_day_behind = word in WEEKDAYS or word in RELATIVE_DAYS or word in TONIGHTS or word in THIS or word in NEXT
    return is_day_behind or skip_own_zone(line, after) > after


def _is_ranged(line: Line, i: int) -> bool:
    """ "9a to 5p"."""
    second = line.count(i + 1) if line[i].text in RANGES else None
    return second is not None and bool(half_of_day(line, second[1])[0])
