"""The ends of a working day: "EOD", "COB", "end of the business day", "start of business", "last thing", "EOM"."""

from __future__ import annotations

from bot.understanding.english.time_neighbours import (
    BEGINS_A_CLAUSE,
    OPINED_BY,
    OPINED_OF,
    OPINION_VERBS,
    OWN_OPINIONS,
)
from bot.understanding.english.time_phrases import (
    LAST_THING_ON,
    OVER,
    WORK,
    WORK_ENDS,
    WORK_STARTS,
    WORKDAY_OWNERS,
    WORKDAYS,
)
from bot.understanding.english.time_words import ENDS, MONTHS, NEXT, PERIODS, THIS
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Slots

_WORDS_IN_CAPITALS = frozenset({"cop", "cob"})


def end_word(line: Line, i: int, _: Writer) -> Found | None:
    """ "EOD", "COB", "EOW", "EOM December", "end of day", "close of business", "start of business", "day's end"."""
    word = line.word(i)
    if word in ENDS:
        return _short(line, i, word)
    if word in WORK_ENDS or word in WORK_STARTS:
        return _edge_of_work(line, i, is_end=word in WORK_ENDS)
    length = _length_of_end(line, i, word)
    return (Slots(part="work", edge="end", weak=length < 0, solid=length > 0), i + abs(length)) if length else None


def _length_of_end(line: Line, i: int, word: str) -> int:
    """How many words at `i` mean the end of work, negative when they need a preposition; 0 if none do."""
    if word in ("day's", "day") and line.word(i + 1) == "end":
        return -2
    if word == "business" and line.word(i + 1) in WORK_ENDS:
        return 2
    if word == "day" and line.word(i - 1) in ("the", "this") and line.word(i + 1) in ("is", "was"):
        return 3 if line.word(i + 2) in OVER else 0
    is_last = line.words(i, "last", "thing") and line.word(i - 1) != "the"
    return 2 if is_last and line.word(i + 2) in LAST_THING_ON else 0


def _edge_of_work(line: Line, i: int, *, is_end: bool) -> Found | None:
    if line[i + 1].text != "of" and not (is_end and line[i + 1].text == "the"):
        return None
    j = _day_of_work(line, i + 1)
    if j is None or (is_end and _is_opinion(line, i, j)):
        return None
    edge = "end" if is_end and line.word(i) != "rest" else None
    return Slots(part="work" if is_end else "first thing", edge=edge, solid=True), j


def _is_opinion(line: Line, i: int, after: int) -> bool:
    """ "At the end of the day it's their money": the idiom begins a clause and something is held, nothing promised."""
    is_idiom = line.words(i - 2, "at", "the", "end", "of", "the", "day") and line[i - 3].text in BEGINS_A_CLAUSE
    if not is_idiom:
        return False
    j = after + 1 if line[after].text == "," else after
    who, _, tail = line.word(j).partition("'")
    verb, beyond = line.word(j + 1), line[j + 2].text
    if who == "i":
        return not tail and verb in OWN_OPINIONS
    if who in OPINED_BY:
        return True
    is_contracted = tail in ("s", "re") or who in ("its", "thats", "theyre", "youre", "hes", "shes")
    if who not in OPINED_OF or "going" in (verb, beyond) or "due" in (verb, beyond):
        return False
    return is_contracted or (not tail and verb in OPINION_VERBS and (verb, beyond) != ("have", "it"))


def _short(line: Line, i: int, word: str) -> Found | None:
    if word in _WORDS_IN_CAPITALS and not line[i].capital and line[i - 1].text not in ("by", "before"):
        return None
    if ENDS[word] == "day":
        return Slots(part="work", edge="end", solid=True), i + 1
    if ENDS[word] == "month" and line.word(i + 1) in MONTHS:
        return Slots(edge="end", solid=True), i + 1
    nth = line[i + 1]
    if ENDS[word] == "quarter" and nth.kind == "num" and nth.glued and nth.text in "1234":
        return Slots(period="quarter", nth=int(nth.text), edge="end", solid=True), i + 2
    if (line.word(i + 1) in NEXT or line.word(i + 1) in THIS) and PERIODS.get(line.word(i + 2)) == ENDS[word]:
        shift = 1 if line.word(i + 1) in NEXT else 0
        return Slots(period=ENDS[word], shift=shift, edge="end", solid=True), i + 3
    return Slots(period=ENDS[word], shift=0, edge="end", solid=True), i + 1


def _day_of_work(line: Line, i: int) -> int | None:
    """The index after "of the working day", "of business", "of play"."""
    j = i + 1 if line[i].text == "of" else i
    while line.word(j) in WORKDAY_OWNERS and j < i + 4:
        j += 1
    if line.word(j) in WORKDAYS:
        return j + 1
    return j if line.word(j - 1) in WORK and j > i else None
