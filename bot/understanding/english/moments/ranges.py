""" "A to B" is one moment: the first end counts, and learns from the second what it does not say itself."""

from __future__ import annotations

from bot.understanding.english.time_words import RANGES
from bot.understanding.moments.line import Found, Line
from bot.understanding.moments.slots import Clock, Slots


def bare_number(line: Line, i: int, *, asked: bool) -> Found | None:
    """A number that only the other end can explain: "10 - 22 August", "from 13 to 15 July", "1-2:30"."""
    numbered = line.ordinal(i) or (line.count(i) if line[i].kind == "num" or asked else None)
    if numbered is None or not 0 < numbered[0] <= 31:
        return None
    value, after = numbered
    if line[after].text == "." and line[after].glued and line[after + 1].text in RANGES:
        after += 1
    is_choice = line[after].text == "or" and line.ordinal(i) is not None
    if line[after].text in RANGES or is_choice or (line[after].text == "and" and asked):
        return Slots(number=value, weak=True), after
    return None


def range_word(line: Line, i: int, *, between: bool, numbered: bool = False) -> int | None:
    """The index where the second end begins, when a word like "to" stands at `i`."""
    word = line[i].text
    if word not in RANGES and not (word == "and" and between) and not (word == "or" and numbered):
        return None
    j = i + 1
    while line[j].text in ("the", "around", "about", "end", "of", ",") and j < i + 4:
        j += 1
    return j


def learn(first: Slots, second: Slots, *, clocks: bool) -> bool:
    """Fill the first end from the second; False when they are no two ends of one span.

    `clocks` says that the second end begins with a clock time: then so does the first ("from 5 to 6pm of April 22").
    """
    if first.number is not None and not _explain_number(first, second, clocks=clocks):
        return False
    if first.clock and second.clock:
        _learn_half(first.clock, second.clock)
        first.zone = first.zone or second.zone
    elif first.clock and second.number and first.clock.half == "":
        return False
    if first.clock:
        _learn_day(first, second)
    if first.day is not None and first.month is None:
        first.month = second.month
    _learn_year(first, second)
    if first.part is None and second.part and first.clock and not first.clock.half:
        first.part = second.part
    first.weak, first.ranged = False, True
    return True


def _explain_number(first: Slots, second: Slots, *, clocks: bool) -> bool:
    number = first.number or 0
    if clocks and number <= 24:
        first.clock = Clock(number, 0, 0, "24" if number > 12 else "")
    elif second.day is not None:
        first.day = number
    else:
        return False
    first.number, first.solid = None, True
    return True


def _learn_half(first: Clock, second: Clock) -> None:
    if first.half or not second.half or second.half == "24" or first.hour > 12:
        return
    one, two = (first.hour % 12, first.minute), (second.hour % 12, second.minute)
    first.half = second.half if one < two else ("am" if second.half == "pm" else "pm")


def _learn_day(first: Slots, second: Slots) -> None:
    if first.has_day or not second.has_day:
        return
    for name in ("year", "month", "day", "weekday", "which", "relative", "period", "shift"):
        setattr(first, name, getattr(second, name))


def _learn_year(first: Slots, second: Slots) -> None:
    if first.month is None or first.year is not None or second.year is None or second.month is None:
        return
    earlier = (first.month, first.day or 1) <= (second.month, second.day or 31)
    first.year = second.year if earlier else second.year - 1
