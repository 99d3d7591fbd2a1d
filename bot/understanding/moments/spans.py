"""Spans: "next week", "end of the month", "EOD", "mid-week", "the week of the 18th", and "now"."""

from __future__ import annotations

from bot.understanding.english.time_words import COMING, ENDS, LAST, MONTHS, NEXT, ORDINALS, PERIODS, THIS
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Slots

_EDGES = {
    "end": "end",
    "beginning": "start",
    "start": "start",
    "middle": "mid",
    "mid": "mid",
    "early": "early",
    "late": "late",
    "later": "late",
}
_WORDS_IN_CAPITALS = frozenset({"cop", "cob"})
_OF_THE_DAY = frozenset({"the", "my", "our", "your", "this", "working", "business", "work"})
_COUNTED = frozenset({"week", "month", "quarter", "year"})


def end_word(line: Line, i: int, _: Writer) -> Found | None:
    """ "EOD", "COB", "EOW", "end of day", "close of business", "end of play"."""
    word = line.word(i)
    if word in ENDS:
        if word in _WORDS_IN_CAPITALS and not line[i].capital and line[i - 1].text not in ("by", "before"):
            return None
        if ENDS[word] == "day":
            return Slots(part="work", edge="end", solid=True), i + 1
        return Slots(period=ENDS[word], shift=0, edge="end", solid=True), i + 1
    if word in ("end", "close") and line[i + 1].text in ("of", "the"):
        return _end_of_day(line, i + 2)
    return None


def _end_of_day(line: Line, i: int) -> Found | None:
    j = i
    while line.word(j) in _OF_THE_DAY and j < i + 3:
        j += 1
    if line.word(j) in ("day", "shift", "play"):
        j += 1
    elif line.word(j - 1) not in ("business", "work"):
        return None
    return Slots(part="work", edge="end", solid=True), j


def numbered_part(line: Line, i: int, writer: Writer) -> Found | None:
    """ "the first week of December", "last day of the month", "the first day of next quarter"."""
    number = 0 if line.word(i) == "last" else ORDINALS.get(line.word(i), 9)
    unit = line.word(i + 1)
    if number > 5 or unit not in ("week", "day") or line.word(i + 2) not in ("of", "in"):
        return None
    j = i + 4 if line.word(i + 3) == "the" else i + 3
    found = _running(line, j) or period(line, j, writer)
    if found and found[0].period and found[0].edge is None:
        found[0].edge = f"{unit}{number}"
        return found
    return (Slots(edge=f"{unit}{number}", solid=True), j) if line.word(j) in MONTHS else None


def _running(line: Line, i: int) -> Found | None:
    word = line.word(i)
    return (Slots(period=PERIODS[word], shift=0, solid=True), i + 1) if word in _COUNTED else None


def edge_of(line: Line, i: int, writer: Writer) -> Found | None:
    """ "end of next week", "early next month", "mid-week", "mid March", "the beginning of 2017", "end of Friday"."""
    edge = _EDGES.get(line.word(i))
    if edge is None:
        return None
    j = i + 1
    while line.word(j) in ("of", "the", "in", "around", "this", "on") and j < i + 4:
        j += 1
    if (found := _counted(line, j, edge) or period(line, j, writer)) and found[0].period:
        found[0].edge = edge
        return found
    year = line[j]
    if line.word(j) in MONTHS:
        return Slots(edge=edge, solid=True), j
    if year.kind == "num" and len(year.text) == 4 and 1950 <= int(year.text) < 2100:
        return Slots(year=int(year.text), edge=edge, solid=True), j + 1
    if line.word(j) in ("today", "tomorrow") or (edge == "end" and line.word(i + 1) == "of"):
        return Slots(edge=edge, weak=True), j
    return None


def _counted(line: Line, i: int, edge: str) -> Found | None:
    """ "end of the month", "mid week": the running one."""
    word = line.word(i)
    if word not in _COUNTED or (line.word(i - 1) not in ("this", "the", "of") and edge != "mid"):
        return None
    if word == "week" and line.word(i + 1) == "of":
        return None
    return Slots(period=PERIODS[word], shift=0, solid=True), i + 1


def period(line: Line, i: int, _: Writer) -> Found | None:
    """ "next week", "this month", "the week after next", "the week of the 18th", "the weekend", "third quarter"."""
    word = line.word(i)
    if word == "midweek":
        return Slots(period="week", shift=0, edge="mid", solid=True), i + 1
    if ORDINALS.get(word, 9) <= 4 and line.word(i + 1) == "quarter":
        return Slots(period="quarter", nth=ORDINALS[word], solid=True), i + 2
    if word == "q" and line[i + 1].kind == "num" and line[i + 1].glued and line[i + 1].text in "1234":
        return Slots(period="quarter", nth=int(line[i + 1].text), weak=True), i + 2
    shift = _shift(word)
    if shift is None:
        unit = PERIODS.get(word)
        return _bare_period(line, i, unit) if unit else None
    j = i + 1
    if word in THIS and line.word(i + 1) in COMING:
        shift, j = 1, i + 2
    unit = PERIODS.get(line.word(j))
    if unit is None:
        return None
    return Slots(period=unit, shift=0 if unit == "weekend" and line.word(j - 1) in COMING else shift, solid=True), j + 1


def _shift(word: str) -> int | None:
    if word in THIS:
        return 0
    if word in NEXT or word in COMING:
        return 1
    return -1 if word in LAST else None


def _bare_period(line: Line, i: int, unit: str) -> Found | None:
    before, ahead = line[i - 1].text, line[i - 2].text
    if unit == "week":
        if line.words(i + 1, "after", "next"):
            return Slots(period="week", shift=2, solid=True), i + 3
        if line.word(i + 1) in ("of", "beginning", "starting", "commencing"):
            return Slots(period="week", edge="of" if line.word(i + 1) == "of" else "from", weak=True), i + 2
    if unit == "weekend" and before in ("the", "over", "at"):
        return Slots(period="weekend", shift=0, solid=True), i + 1
    if unit not in _COUNTED or before != "the" or ahead not in ("by", "in", "for", "of", "before", "within"):
        return None
    if line[i + 1].kind == "num" or line[i + 1].text in ("of", "i", "we", "'"):
        return None
    return Slots(period=unit, shift=0, weak=ahead in ("of", "in")), i + 1


def now(line: Line, i: int, writer: Writer) -> Found | None:
    """ "now" is a moment only when it is all that is said, or one end of a range."""
    j = i + 1 if line.word(i) in ("just", "right") else i
    if line.word(j) != "now":
        return None
    before, after = line[i - 1].text, line[j + 1]
    is_all = i == 0 and j + 1 >= len(line)
    is_end = before in ("between", "from") and after.text in ("and", "until", "till", "to")
    is_said = (before == "is" and after.kind == "break") or (before == "go" and j > i)
    return (Slots(instant=writer.at, solid=True), j + 1) if is_all or is_end or is_said else None
