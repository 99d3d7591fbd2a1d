"""Days by name: "Friday", "next Fri", "Friday week", "first Tuesday in October", "tomorrow", "Christmas Eve"."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.english.time_words import (
    COMING,
    HOLIDAYS,
    LAST,
    MONTHS,
    NEXT,
    RELATIVE_DAYS,
    THIS,
    WEEKDAYS,
    WEEKDAYS_THAT_ARE_WORDS,
)
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Slots


def year_after(line: Line, i: int, slots: Slots) -> Found:
    """Take a year that stands behind a date along."""
    j = i + 1 if line[i].text in {",", "'", "\u2019", "in", "of"} else i
    token = line[j]
    if token.kind == "num" and len(token.text) == 4 and 1900 <= int(token.text) < 2200:
        if line[j + 1].glued and line.word(j + 1) in {"h", "am", "pm"}:
            return slots, i
        slots.year, slots.weak, slots.solid = int(token.text), False, True
        return slots, j + 1
    return slots, i


def which_at(line: Line, i: int) -> tuple[str | None, int]:
    """ "this", "next", "coming" or "last" at `i` ("this coming" too), and the index after it."""
    word = line.word(i)
    if word in THIS:
        return ("coming", i + 2) if line.word(i + 1) in COMING else ("this", i + 1)
    if word in NEXT:
        return "next", i + 1
    if word in COMING:
        return "coming", i + 1
    if word in LAST:
        return "last", i + 1
    return None, i


def weekday(line: Line, i: int, _: Writer) -> Found | None:
    """ "Friday", "this/next/last Fri", "Friday week", "first tuesday in october", "the last Friday of the month"."""
    which, j = which_at(line, i)
    nth = None
    if which == "last" and line[i + 2].text in {"of", "in"}:
        which, nth = None, -1
    elif which is None and (numbered := line.ordinal(i)) and numbered[0] <= 5:
        nth, j = numbered
    number = WEEKDAYS.get(line.word(j))
    if number is None:
        return None
    if nth is not None:
        return _nth_weekday(line, j, nth, number)
    name = line[j].text
    after = line.after_dot(j + 1)
    slots = Slots(weekday=number, which=which, solid=which is not None or name not in WEEKDAYS_THAT_ARE_WORDS)
    slots.weak = which is None and name in WEEKDAYS_THAT_ARE_WORDS
    if line[i - 1].text in ("every", "each", "most"):
        return None
    if line[after].text in ("week", "fortnight") and line[after + 1].kind != "num":
        slots.which, slots.solid, after = line[after].text, True, after + 1
    elif line.words(after, "after", "next"):
        slots.which, slots.solid, after = "after next", True, after + 2
    return slots, after


def _nth_weekday(line: Line, i: int, nth: int, number: int) -> Found | None:
    j = i + 1
    if line[j].text not in {"of", "in"}:
        return None
    j += 2 if line[j + 1].text == "the" else 1
    which, after = which_at(line, j)
    if line[after].text == "month":
        return Slots(weekday=number, nth=nth, period="month", shift=1 if which == "next" else 0, solid=True), after + 1
    month = MONTHS.get(line.word(after))
    if month is None:
        return None
    return year_after(line, after + 1, Slots(weekday=number, nth=nth, month=month, solid=True))


_DAYS: tuple[tuple[tuple[str, ...], Slots], ...] = (
    (("day", "after", "tomorrow"), Slots(relative=2, solid=True)),
    (("day", "before", "yesterday"), Slots(relative=-2, solid=True)),
    (("same", "day"), Slots(relative=0, weak=True)),
    (("next", "day"), Slots(relative=1, weak=True)),
    (("following", "day"), Slots(relative=1, weak=True)),
    (("next", "working", "day"), Slots(offset={"working": 1}, solid=True)),
    (("next", "business", "day"), Slots(offset={"working": 1}, solid=True)),
)


def relative_day(line: Line, i: int, _: Writer) -> Found | None:
    """ "today", "tomorrow", "the day after tomorrow", "the next business day"."""
    word = line.word(i)
    if word in RELATIVE_DAYS:
        return Slots(relative=RELATIVE_DAYS[word], solid=True), i + 1
    for words, slots in _DAYS:
        if line.words(i, *words):
            return replace(slots), i + len(words)
    return None


def holiday(line: Line, i: int, _: Writer) -> Found | None:
    """Days that people name: "Christmas Eve", "New Year's Day"."""
    for length in (3, 2, 1):
        words = tuple(line[i + n].text for n in range(length))
        if words in HOLIDAYS:
            month, day = HOLIDAYS[words]
            return Slots(month=month, day=day, solid=length > 1, weak=length == 1), i + length
    return None
