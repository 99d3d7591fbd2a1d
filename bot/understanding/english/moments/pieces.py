"""One piece of a moment at one place: every reader of the grammar, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from bot.understanding.english.moments import (
    clocks,
    dates,
    dayparts,
    distances,
    feasts,
    numeric_dates,
    spans,
    weekdays,
    workdays,
)
from bot.understanding.english.moments.bare import bare_minutes, is_after
from bot.understanding.english.moments.distances import read_amounts, skip_approximately
from bot.understanding.english.moments.names import is_name
from bot.understanding.english.time_phrases import FILLERS, HEDGES, PREFIX_FILLERS, PREFIX_STARTS, PREFIXES, STARTS
from bot.understanding.english.time_words import HOW, MONTHS, WEEKDAYS
from bot.understanding.moments.line import Found, Line, Writer

Reader = Callable[[Line, int, Writer], Found | None]

_BY_START: tuple[tuple[str, Reader], ...] = (
    ("holiday", feasts.holiday),
    ("end of work", workdays.end_word),
    ("same time", weekdays.same_time),
    ("numbered part", spans.numbered_part),
    ("now", spans.now),
    ("month", dates.month_first),
    ("day of a month", dates.day_first),
    ("weekday", weekdays.weekday),
    ("relative day", weekdays.relative_day),
    ("clock", weekdays.weekdays_from_now),
    ("distance", distances.distance),
    ("clock", clocks.clock),
    ("part of the day", dayparts.part_of_day),
    ("edge", spans.edge_of),
    ("hour edge", spans.hour_edge),
    ("period", spans.period),
    ("day of a month", dates.day_of_month),
)
_BEGINNERS = frozenset().union(*STARTS.values())
_READERS = {word: tuple(read for start, read in _BY_START if word in STARTS[start]) for word in _BEGINNERS}
"""What may stand at a word, in the order in which it is asked."""
_NUMBERED: tuple[Reader, ...] = (
    numeric_dates.dashed_date,
    spans.numbered_part,
    numeric_dates.numeric_date,
    dates.day_first,
    weekdays.weekday,
    weekdays.weekdays_from_now,
    distances.distance,
    clocks.clock,
    spans.period,
    dates.day_of_month,
    dates.bare_year,
)
_LEADS = frozenset(HOW) | PREFIX_STARTS | {"between", "post"}
_NUMERIC = frozenset({"num", "clock", "hclock", "dot"})


_OF_KIND: dict[str, tuple[Reader, ...]] = {
    "num": _NUMBERED,
    "dot": (distances.distance, numeric_dates.numeric_date, clocks.clock),
    "clock": (clocks.clock,),
    "hclock": (clocks.clock,),
    "punct": (distances.distance,),
    **dict.fromkeys(("iso", "ymd", "dmy", "named", "slash"), (numeric_dates.numeric_date,)),
}


def may_begin(line: Line, i: int) -> bool:
    """Whether a moment may begin at this token: most words of a text are passed over here."""
    token = line[i]
    if token.kind == "word":
        return token.text in _READERS or token.text in _LEADS
    return token.kind not in ("punct", "break", "junk") or token.text in ("@", "~", "+")


def piece_at(line: Line, i: int, writer: Writer) -> Found | None:
    """The first reading of the tokens at `i`, or None."""
    token = line[i]
    if is_name(line, i):
        return None
    readers = _READERS.get(token.text) if token.kind == "word" else _OF_KIND.get(token.kind)
    for read in readers or ():
        found = read(line, i, writer)
        if found:
            return found
    return None


def stronger(how: str, word: str) -> str:
    """Of two ways to relate to a moment the later one counts, but "at" never undoes another."""
    return word if word != "at" or not how else how


def prefix(line: Line, i: int) -> tuple[str, bool, int]:
    """What stands before the time words ("by", "no later than", "between" …), and where they begin."""
    how, between, j = "", False, i
    for _ in range(6):
        word = line[j].text
        if found := _prefix_phrase(line, j, word):
            how, j = found
        elif line.words(j, "in", "between") or word == "between":
            between, j = True, j + (2 if word == "in" else 1)
        elif word in HOW and not _leads_distance(line, j) and line[j + 1].text != "of":
            how, j = stronger(how, HOW[word]), j + 1
        elif is_after(line, j):
            how, j = "after", j + 1
        elif word in PREFIX_FILLERS and j > i:
            j += 1
        else:
            break
    return how, between, j


def _prefix_phrase(line: Line, i: int, word: str) -> tuple[str, int] | None:
    if word not in PREFIX_STARTS:
        return None
    for words, how in PREFIXES:
        if words[0] == word and line.words(i, *words):
            return how, i + len(words)
    return None


def _leads_distance(line: Line, i: int) -> bool:
    """ "in two hours", "within a week", "after an hour": the word belongs to the distance."""
    if line[i].text not in ("in", "within", "after", "over"):
        return False
    j = i + 1
    j = skip_approximately(line, j)
    if line[j].text in ("hour", "day", "week", "fortnight") and line[j - 1].text in ("the", "next"):
        return line[i].text != "after" and line[j + 1].text not in ("after", "before", "of")
    is_bare = line[i].text == "in" and bare_minutes(line, i) is not None
    return is_bare or read_amounts(line, j) is not None or line.words(j, "a", "couple")


def link(line: Line, i: int) -> tuple[str, int]:
    """What may stand between two pieces of one moment; how it relates them, and where the next piece may begin."""
    how, j = "", i
    for _ in range(4):
        word = line[j].text
        if word == "for" and (lasting := read_amounts(line, j + 1)):
            j = lasting[1]
        elif word in ("from", "between"):
            if line[j + 1].kind not in _NUMERIC:
                break
            j += 1
        elif word in HOW and word not in ("since", "starting", "due") and not _leads_distance(line, j):
            how, j = stronger(how, HOW[word]), j + 1
        elif is_after(line, j):
            how, j = "after", j + 1
        elif found := _prefix_phrase(line, j, word):
            how, j = found
        elif word in FILLERS or word in HEDGES or _joins(line, j, word):
            j += 1
        else:
            break
    return how, j


def _joins(line: Line, i: int, word: str) -> bool:
    before, token = line[i - 1], line[i]
    if word == ".":
        return line[i].glued and before.text in _ABBREVIATIONS
    if word in ("-", "\u2013"):
        is_apart = not token.glued and not line[i + 1].glued and line[i + 1].kind == "num" and before.kind == "word"
        return (line[i + 1].kind == "clock" and before.kind != "clock") or is_apart
    return word == "/" and before.kind == "word"


_ABBREVIATIONS = frozenset(word for word in (*MONTHS, *WEEKDAYS) if len(word) <= 5)
