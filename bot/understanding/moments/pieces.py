"""One piece of a moment at one place: every reader of the grammar, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from bot.understanding.english.time_words import BEGINNERS, HOW, MONTHS, WEEKDAYS
from bot.understanding.moments import clocks, dates, dayparts, distances, spans, weekdays
from bot.understanding.moments.distances import read_amounts
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.patterns import word_set

Reader = Callable[[Line, int, Writer], Found | None]

_READERS: tuple[Reader, ...] = (
    dates.numeric_date,
    spans.end_word,
    spans.numbered_part,
    spans.now,
    dates.month_first,
    dates.day_first,
    weekdays.weekday,
    weekdays.relative_day,
    distances.distance,
    clocks.clock,
    dayparts.part_of_day,
    spans.edge_of,
    spans.period,
    dates.day_of_month,
    weekdays.holiday,
)
_NUMBERED: tuple[Reader, ...] = (
    dates.numeric_date,
    dates.day_first,
    weekdays.weekday,
    distances.distance,
    clocks.clock,
    spans.period,
    dates.day_of_month,
    dates.bare_year,
)
_LEADS = frozenset(HOW) | {"no", "not", "as", "ahead", "between"}
_FILLERS = word_set("the a an at on in of , @ around about sometime early right ( for my our from as between")
_NUMERIC = frozenset({"num", "clock", "hclock", "dot"})


def may_begin(line: Line, i: int) -> bool:
    """Whether a moment may begin at this token: most words of a text are passed over here."""
    token = line[i]
    if token.kind == "word":
        return token.text in BEGINNERS or token.text in _LEADS
    return token.kind not in ("punct", "break", "junk") or token.text in ("@", "~", "+")


def piece_at(line: Line, i: int, writer: Writer) -> Found | None:
    """The first reading of the tokens at `i`, or None."""
    token = line[i]
    if token.kind in ("junk", "break") or (token.kind == "word" and token.text not in BEGINNERS):
        return None
    for read in _NUMBERED if token.kind == "num" else _READERS:
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
        if line.words(j, "not", "before"):
            how, j = "after", j + 2
            continue
        if (
            line.words(j, "no", "later", "than")
            or line.words(j, "not", "later", "than")
            or line.words(j, "as", "late", "as")
        ):
            how, j = "by", j + 3
        elif line.words(j, "later", "than") or line.words(j, "prior", "to") or line.words(j, "ahead", "of"):
            how, j = "after" if word == "later" else "before", j + 2
        elif line.words(j, "in", "between") or word == "between":
            between, j = True, j + (2 if word == "in" else 1)
        elif word in HOW and not _leads_distance(line, j) and line[j + 1].text != "of":
            how, j = stronger(how, HOW[word]), j + 1
        elif word in ("the", "an", ",", "than", "is", "on") and j > i:
            j += 1
        else:
            break
    return how, between, j


_VAGUE = word_set("about around approximately roughly just the next under less than ~ another coming")


def _leads_distance(line: Line, i: int) -> bool:
    """ "in two hours", "within a week", "after an hour": the word belongs to the distance."""
    if line[i].text not in ("in", "within", "after", "over"):
        return False
    j = i + 1
    while line[j].text in _VAGUE and j < i + 5:
        j += 1
    if line[j].text in ("hour", "day", "week", "fortnight") and line[j - 1].text in ("the", "next"):
        return line[i].text != "after"
    return read_amounts(line, j) is not None or line.words(j, "a", "couple")


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
        elif line.words(j, "later", "than"):
            how, j = "after", j + 2
        elif word in _FILLERS or _joins(line, j, word):
            j += 1
        else:
            break
    return how, j


def _joins(line: Line, i: int, word: str) -> bool:
    before = line[i - 1]
    if word == ".":
        return line[i].glued and before.text in _ABBREVIATIONS
    if word in ("-", "\u2013"):
        return line[i + 1].kind == "clock" and before.kind != "clock"
    return word == "/" and before.kind == "word"


_ABBREVIATIONS = frozenset(word for word in (*MONTHS, *WEEKDAYS) if len(word) <= 5)
