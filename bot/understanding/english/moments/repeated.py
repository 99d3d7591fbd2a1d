"""What comes again and again, or is told of a day that has passed, is nothing that is due."""

from __future__ import annotations

from bot.understanding.english.moments.neighbours import ends_date
from bot.understanding.english.time_lookalikes import (
    A_WEEK_OR_MORE,
    AGAIN_AND_AGAIN,
    ALWAYS,
    BEGINS_TO_RECUR,
    DAY_OR_LESS,
    EVERY,
    ITS_KINDS,
    KINDS,
    NAMED_THINGS,
    PARTS_OF_A_DAY,
    PLANS,
    RECURS,
    WAS,
    WAS_PLANNED,
)
from bot.understanding.english.time_neighbours import BEGINS_A_CLAUSE
from bot.understanding.english.time_phrases import AFTER_A_DAY, OWNERS, STOPS
from bot.understanding.english.time_words import CARDINALS, NOONS, ORDINALS, PARTS, RELATIVE_DAYS, UNITS, WEEKDAYS
from bot.understanding.moments.line import Line, Writer
from bot.understanding.moments.slots import Group

_BETWEEN = frozenset(ORDINALS) | frozenset(UNITS) | frozenset(PARTS) | frozenset(WEEKDAYS) | AGAIN_AND_AGAIN
_BETWEEN |= frozenset(CARDINALS) | {"st", "nd", "rd", "th"}


def recurs(line: Line, group: Group) -> bool:
    """ "Daily at 9:30", "every second Thursday", "at 3pm every day", "the 15th of each month"."""
    if group.slots.relative is not None or line[group.first].text in BEGINS_TO_RECUR:
        return False
    return _recurs_before(line, group.first - 1, is_dated=group.slots.has_day) or _recurs_behind(line, group)


def _recurs_before(line: Line, i: int, *, is_dated: bool) -> bool:
    if not is_dated and line[i].text == ",":
        i -= 1
    if line.word(i) in RECURS:
        return line.word(i - 1) not in OWNERS
    for j in range(i, i - 6, -1):
        if line[j].text in EVERY:
            return not (is_dated and line.word(j + 1) in PARTS_OF_A_DAY)  # "every hour on Friday" is on Friday
        is_pair = line[j].text == "and" and line.word(j - 1) in WEEKDAYS
        if line[j].text not in _BETWEEN and line[j].kind != "num" and not is_pair:
            break
    return False


def _recurs_behind(line: Line, group: Group) -> bool:
    i = group.after
    word, beyond = line.word(i), line.word(i + 1)
    if word == "of" and beyond in EVERY:
        return True
    slots = group.slots
    is_by_the_clock = slots.has_time and not slots.has_day
    if word in RECURS and is_by_the_clock:
        return line[i + 1].text in AFTER_A_DAY
    if word not in EVERY:
        return False
    beyond = line.word(i + 2) if beyond in AGAIN_AND_AGAIN and line.word(i + 2) else beyond
    is_day = is_by_the_clock and (beyond in DAY_OR_LESS or beyond in WEEKDAYS)
    return is_day or beyond in A_WEEK_OR_MORE


def is_told(line: Line, group: Group) -> bool:
    """ "Black Friday was a nightmare", "Monday is a holiday": a clause begins with the day, and tells of it."""
    slots = group.slots
    is_noon = line.word(group.after - 1) in NOONS and group.after == group.first + 1
    is_day = (slots.weekday is not None or slots.month is not None or slots.nth is not None) and not slots.has_time
    is_day = is_day or is_noon
    if not is_day or slots.which == "next" or line[group.first - 1].text not in BEGINS_A_CLAUSE:
        return False
    verb, beyond = line.word(group.after), line.word(group.after + 1)
    if verb in WAS:
        is_plan = beyond in WAS_PLANNED or line.word(group.after + 2) in PLANS
        return not is_plan and line[group.after + 1].text not in STOPS
    if verb in ("is", "are") and beyond in ALWAYS:
        return True
    return verb in ("is", "isn't") and beyond in ITS_KINDS and _is_kind(line, group.after + 2)


def _is_kind(line: Line, i: int) -> bool:
    """A kind of thing that is no hour, behind two words at most: "a bank holiday", "my day off"."""
    if line.words(i, "day", "off") or any(line.word(j) in KINDS for j in range(i, i + 3)):
        return True
    return any(line.word(j) in NAMED_THINGS and ends_date(line, j + 1) for j in range(i, i + 3))


def is_sung(line: Line, group: Group, writer: Writer) -> bool:
    """ "Friday, Friday", "today is Friday", and on a Wednesday "it's Wednesday": which day it is, not when."""
    slots, i, after = group.slots, group.first, group.after
    is_named = after == i + 1 and line.word(after) == "is" and line.word(after + 1) in WEEKDAYS
    if slots.relative is not None and is_named:
        return line[i - 1].text in BEGINS_A_CLAUSE and line[after + 2].text in STOPS
    if slots.weekday is None or group.how or after != i + 1 or slots.which:
        return False
    day = line[i].text
    is_twice = (line[after].text == "," and line[after + 1].text == day) or line.words(i - 2, day, ",")
    if is_twice:
        return True
    if line.word(i - 1) == "is" and line.word(i - 2) in RELATIVE_DAYS:
        return line[i - 3].text in BEGINS_A_CLAUSE and line[after].text in STOPS
    is_said = line.word(i - 1) in ("it's", "its") and line[i - 2].text in BEGINS_A_CLAUSE
    return is_said and slots.weekday == writer.at.weekday()


def is_long_past(line: Line, group: Group, writer: Writer) -> bool:
    """A year that is over, and a day in one before the last: "in 2019 we had none", "born on 3 May 1990"; no range."""
    slots = group.slots
    if slots.year is None or slots.ranged or line[group.first].text == "between":
        return False
    return slots.year < writer.at.year - (0 if slots.day is None else 1)
