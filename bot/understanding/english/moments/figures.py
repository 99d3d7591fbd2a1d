"""Figures with a colon that are no clock time: "3:45 long", "John 3:16", "line 12:30", "we lost 21:15"."""

from __future__ import annotations

from bot.understanding.english.moments.halves import is_day
from bot.understanding.english.time_lookalikes import (
    BOOKS,
    BOOKS_OF_PEOPLE,
    DISTANCES_RUN,
    LENGTHS,
    MACHINES,
    MEASURES,
    NUMBERED_BY,
    RACES,
    RAN,
    RAN_OR_DID,
    SCORED,
    SCREENS,
    SCRIPTURE,
)
from bot.understanding.english.time_phrases import STOPS
from bot.understanding.english.time_words import RANGES
from bot.understanding.moments.line import Line

_IS = frozenset({"is", "was", "were", "are", "of", ":"})


def is_no_clock(line: Line, i: int) -> bool:
    """Whether "3:45" at `i` measures, scores or numbers something; what has its day beside it never does."""
    if is_day(line, i - 1) or is_day(line, i + 1) or (line[i + 1].text == "on" and is_day(line, i + 2)):
        return False
    return _is_measure(line, i) or _is_numbered(line, i) or _is_said_of_a_length(line, i)


def _is_measure(line: Line, i: int) -> bool:
    follows = line[i + 1]
    if follows.kind == "word" and follows.text in MEASURES and not follows.capital:
        return True
    if _is_run(line, i):
        return True
    if line[i].text == "16:10" and follows.text in SCREENS:
        return True
    return follows.text == "/" and follows.glued and line.word(i + 2) in ("km", "mile", "mi", "lap")


def _is_run(line: Line, i: int) -> bool:
    """ "I ran 10:42", "she swam a 1:58", "did 6:50 for the mile"; "the class ran 10:30-11:15" was at that time."""
    verb = line.word(i - 2) if line.word(i - 1) in ("a", "an") else line.word(i - 1)
    if verb not in RAN_OR_DID or line[i + 1].text in RANGES:
        return False
    if verb in RAN:
        return True
    j = i + 3 if line.word(i + 2) in ("the", "a", "my") else i + 2
    return (line.word(i + 1) in ("on", "for") and line[j].text in MACHINES) or (
        line.word(i + 1) == "for" and line[j].text in DISTANCES_RUN
    )


def _is_numbered(line: Line, i: int) -> bool:
    """What numbers, scores or is a book of verses stands right before."""
    before = line.word(i - 1)
    if before in NUMBERED_BY or before in SCORED or before in BOOKS:
        return True
    if before in BOOKS_OF_PEOPLE and line[i - 1].capital:
        return line.word(i - 2) in SCRIPTURE or int(line[i].text.split(":")[1]) % 5 != 0
    return before == "in" and _has_before(line, i - 2, RACES)


def _is_said_of_a_length(line: Line, i: int) -> bool:
    """ "The video is 3:45", "a pace of 4:30", "my marathon time was 3:58", "the ratio of sand to lime is 10:25"."""
    verb = line[i - 1].text
    if verb not in _IS:
        return False
    noun = line.word(i - 2)
    if noun == "time":
        return verb == "was" or _has_before(line, i - 3, RACES, most=2)
    return noun in LENGTHS or (verb != "of" and _is_of(line, i - 2))


def _is_of(line: Line, i: int) -> bool:
    return any(line.word(j) == "of" and line.word(j - 1) in LENGTHS for j in range(i, i - 5, -1))


def _has_before(line: Line, i: int, words: frozenset[str], most: int = 6) -> bool:
    """Whether one of the words stands at `i` or before it in the same clause."""
    for j in range(i, i - most, -1):
        if line[j].text in words:
            return True
        if line[j].text in STOPS and line[j].text != "-":
            break
    return False
