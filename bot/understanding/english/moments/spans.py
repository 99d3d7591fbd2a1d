"""Spans: "next week", "end of the month", "mid-week", "the week of the 18th", "week 49", "Q3", and "now"."""

from __future__ import annotations

from datetime import timedelta

from bot.understanding.english.feast_words import FEAST_STARTS
from bot.understanding.english.moments.neighbours import ends_date
from bot.understanding.english.moments.weekdays import year_after
from bot.understanding.english.time_phrases import (
    CALENDAR_WEEKS,
    EDGES,
    EDGES_WITH_OF,
    HALVES,
    HOUR_EDGES,
    LABELS,
    NTH_PERIODS,
    OVER,
    WEEKS_OF,
    WORK,
)
from bot.understanding.english.time_words import COMING, LAST, MONTHS, NEXT, PERIODS, PREPOSITIONS, THIS, WEEKDAYS
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Slots

_BEFORE_YEAR = THIS | NEXT | COMING | LAST | {"the", "our", "their", "fiscal", "financial", "calendar"}
_YEARS = frozenset({"year", "fy", "fiscal"})
_COUNTED = frozenset({"week", "month", "quarter", "year"})


def numbered_part(line: Line, i: int, writer: Writer) -> Found | None:
    """ "the first week of December", "last working day of the month", "the second half of next year"."""
    edge, j = _numbered(line, i)
    if not edge or line.word(j) not in ("of", "in"):
        return None
    j += 2 if line.word(j + 1) == "the" else 1
    found = _running(line, j) or period(line, j, writer)
    if found and found[0].period and found[0].edge is None:
        found[0].edge = edge
        return found
    if line.word(j) in MONTHS:
        return Slots(edge=edge, solid=True), j
    year = line[j]
    is_year = year.kind == "num" and len(year.text) == 4 and 1950 <= int(year.text) < 2100
    return (Slots(year=int(year.text), edge=edge, solid=True), j + 1) if is_year else None


def _numbered(line: Line, i: int) -> tuple[str, int]:
    """The edge that "first week", "last business day" or "second half" names, and the index after it."""
    numbered = (0, i + 1) if line.word(i) in LAST else line.ordinal(i)
    if numbered is None or numbered[0] > 5:
        return "", i
    number, j = numbered
    unit = line.word(j)
    if unit in WORK and line.word(j + 1) == "day":
        return f"working{number}", j + 2
    if unit == "half" and number in HALVES.values():
        return f"half{number}", j + 1
    return (f"{unit}{number}", j + 1) if unit in ("week", "day") else ("", i)


def _running(line: Line, i: int) -> Found | None:
    word = line.word(i)
    return (Slots(period=PERIODS[word], shift=0, solid=True), i + 1) if word in _COUNTED else None


def edge_of(line: Line, i: int, writer: Writer) -> Found | None:
    """ "end of next week", "early next month", "mid-week", "mid March", "the beginning of 2017", "end of Friday"."""
    edge = EDGES.get(line.word(i))
    if edge is None or (line.word(i) in EDGES_WITH_OF and line.word(i + 1) != "of"):
        return None
    j = i + 1
    while line.word(j) in ("of", "the", "in", "around", "this", "on") and j < i + 4:
        j += 1
    if (found := _counted(line, j, edge) or period(line, j, writer)) and found[0].period and found[0].edge is None:
        found[0].edge = edge or None
        found[0].weak, found[0].solid = False, True
        return found
    if not edge:
        return None
    return _edge_of_a_day(line, i, j, edge)


def _edge_of_a_day(line: Line, i: int, j: int, edge: str) -> Found | None:
    """ "end of March", "early 2027", "early on Monday", "end of tomorrow"."""
    word, year = line.word(j), line[j]
    if word in MONTHS:
        return Slots(edge=edge, solid=True), j
    is_decade = line[j + 1].text == "s" and line[j + 1].glued
    if year.kind == "num" and len(year.text) == 4 and 1950 <= int(year.text) < 2100 and not is_decade:
        return Slots(year=int(year.text), edge=edge, solid=True), j + 1
    is_day = word in WEEKDAYS and edge in ("early", "late")
    is_said = is_day or word in ("today", "tomorrow") or (edge == "end" and line.word(i + 1) == "of")
    return (Slots(edge=edge, weak=True), j) if is_said else None


def _counted(line: Line, i: int, edge: str) -> Found | None:
    """ "end of the month", "mid week": the running one."""
    word = line.word(i)
    if word not in _COUNTED or (line.word(i - 1) not in ("this", "the", "of") and edge not in ("mid", "end")):
        return None
    if line.words(i + 1, "after", "next"):
        return None
    if word == "week" and (line.word(i + 1) == "of" or line[i + 1].kind == "num"):
        return None
    is_open = edge == "mid" and line.word(i - 1) != "this"
    return Slots(period=PERIODS[word], shift=None if is_open else 0, solid=True), i + 1


def period(line: Line, i: int, _: Writer) -> Found | None:
    """ "next week", "this month", "the week after next", "the week of the 18th", "the weekend", "third quarter"."""
    word = line.word(i)
    if word == "midweek":
        return Slots(period="week", edge="mid", solid=True), i + 1
    named = _nth_period(line, i) or _calendar_week(line, i) or _new_year(line, i)
    if named:
        return named
    shift = _shift(word)
    if shift is None:
        unit = PERIODS.get(word)
        return _bare_period(line, i, unit) if unit else _owned_end(line, i) or _week_commencing(line, i)
    j = i + 1
    if word in THIS and line.word(i + 1) in COMING:
        shift, j = 1, i + 2
    j += 1 if line.word(j) in WORK else 0
    unit = PERIODS.get(line.word(j))
    if unit is None or line.word(j).endswith("s") or (unit == "quarter" and _is_of_a_game(line, j + 1)):
        return None
    return Slots(period=unit, shift=0 if unit == "weekend" and line.word(j - 1) in COMING else shift, solid=True), j + 1


def _nth_period(line: Line, i: int) -> Found | None:
    """ "third quarter", "the 4th quarter of 2027", "Q3", "H1 2027"."""
    numbered = line.ordinal(i)
    if numbered and numbered[0] <= 4 and PERIODS.get(line.word(numbered[1])) == "quarter":
        if _is_of_a_game(line, numbered[1] + 1):
            return None
        return year_after(line, numbered[1] + 1, Slots(period="quarter", nth=numbered[0], solid=True))
    unit, number = NTH_PERIODS.get(line.word(i)), line[i + 1]
    if unit is None or number.kind != "num" or not number.glued or number.text not in ("1", "2", "3", "4"):
        return None
    if unit == "half" and int(number.text) > 2:
        return None
    return year_after(line, i + 2, Slots(period=unit, nth=int(number.text), weak=True))


def _is_of_a_game(line: Line, i: int) -> bool:
    """ "The 3rd quarter of the game": a quarter of anything but a year is none of the calendar."""
    if line.word(i) != "of":
        return False
    j = i + 1
    while line.word(j) in _BEFORE_YEAR and j < i + 4:
        j += 1
    return line[j].kind != "num" and line.word(j) not in _YEARS


def _new_year(line: Line, i: int) -> Found | None:
    """ "in the new year": the one that comes."""
    if not line.words(i, "new", "year") or line.word(i - 1) != "the":
        return None
    asked = line[i - 2].text in PREPOSITIONS
    return Slots(period="year", shift=1, weak=not asked, solid=asked), i + 2


def _calendar_week(line: Line, i: int) -> Found | None:
    """ "week 49", "CW 50": a week by its ISO number; "week 2 of the project" is none."""
    word, number = line.word(i), line[i + 1]
    if number.kind != "num" or len(number.text) > 2 or not 1 <= int(number.text) <= 53:
        return None
    is_named = word in CALENDAR_WEEKS and (line[i].capital or not number.glued)
    before = line.word(i - 1)
    is_asked = i == 0 or before in PREPOSITIONS or before in ("of", "calendar")
    if not is_named and not (PERIODS.get(word) == "week" and is_asked):
        return None
    if line.word(i + 2) in ("of", "in", "out") or line[i + 2].kind == "num":
        return None
    return Slots(period="week", nth=int(number.text), weak=True), i + 2


def _shift(word: str) -> int | None:
    if word in THIS:
        return 0
    if word in NEXT or word in COMING:
        return 1
    return -1 if word in LAST else None


def _owned_end(line: Line, i: int) -> Found | None:
    """ "week's end"."""
    word = line.word(i)
    unit = PERIODS.get(word[:-2]) if word.endswith("'s") else None
    if unit not in _COUNTED or line.word(i + 1) != "end":
        return None
    return Slots(period=unit, shift=0, edge="end", weak=True), i + 2


def _week_commencing(line: Line, i: int) -> Found | None:
    return (Slots(period="week", edge="of", weak=True), i + 3) if line.words(i, "w", "/", "c") else None


def _bare_period(line: Line, i: int, unit: str) -> Found | None:
    if unit == "weekend":
        return _weekend(line, i)
    if unit in _COUNTED and line.words(i + 1, "after", "next"):
        return Slots(period=unit, shift=2, solid=True), i + 3
    if line.word(i + 1) == "end" and unit in _COUNTED:
        return Slots(period=unit, shift=0, edge="end", weak=True), i + 2
    if line.word(i + 1) in ("is", "was") and line.word(i + 2) in OVER and line.word(i - 1) in ("the", "this"):
        return Slots(period=unit, shift=0, edge="end", solid=True), i + 3
    return (_week_of(line, i) if unit == "week" else None) or _running_period(line, i, unit)


def _running_period(line: Line, i: int, unit: str) -> Found | None:
    """ "by the month", "for the year"."""
    before, ahead = line[i - 1].text, line[i - 2].text
    if unit not in _COUNTED or before != "the" or ahead not in ("by", "in", "for", "of", "before", "within"):
        return None
    if line[i + 1].kind == "num" or line[i + 1].text in ("of", "i", "we", "'"):
        return None
    return Slots(period=unit, shift=0, weak=ahead in ("of", "in")), i + 1


def _week_of(line: Line, i: int) -> Found | None:
    after = line.word(i + 1)
    if after in WEEKS_OF and line.word(i - 1) not in ("a", "one"):
        return Slots(period="week", edge="of" if after == "of" else "from", weak=True), i + 2
    if after in WEEKS_OF and after != "from":
        return Slots(period="week", edge="from", weak=True), i + 2
    j = i + 3 if line.word(i + 2) == "the" else i + 2
    if after in ("after", "before") and line.word(i - 1) == "the" and line.word(j) in FEAST_STARTS:
        return Slots(period="week", edge=after, weak=True), i + 2
    return None


def _weekend(line: Line, i: int) -> Found | None:
    before, ahead = line[i - 1].text, line[i - 2].text
    if line.word(i).endswith("s"):
        return None  # "at weekends"
    if line.word(i + 1) in ("is", "was") and line.word(i + 2) in OVER and before == "the":
        return Slots(period="weekend", shift=0, edge="end", solid=True), i + 3
    if before in ("over", "at") or (before == "the" and (ahead in PREPOSITIONS or ahead in ("over", "of"))):
        return Slots(period="weekend", shift=0, solid=True), i + 1
    return (Slots(period="weekend", shift=0, weak=True), i + 1) if before in ("the", "") else None


def hour_edge(line: Line, i: int, writer: Writer) -> Found | None:
    """ "At the top of the hour" is the next full one, "at the bottom of the hour" half past."""
    minutes = HOUR_EDGES.get(line.word(i))
    j = i + 4 if line.words(i + 1, "of", "the", "next") else i + 3
    is_edge = line.words(i + 1, "of", "the") and line.word(j) == "hour" and ends_date(line, j + 1)
    if minutes is None or not is_edge:
        return None
    edge = writer.at.replace(minute=0, second=0, microsecond=0) + timedelta(minutes=minutes)
    edge += timedelta(hours=1 if edge <= writer.at else 0)
    return Slots(instant=edge, solid=True), j + 1


def now(line: Line, i: int, writer: Writer) -> Found | None:
    """ "now" is a moment only when it is all that is said, or one end of a range."""
    j = i + 1 if line.word(i) in ("just", "right") else i
    if line.word(j) != "now":
        return None
    before, after = line[i - 1].text, line[j + 1]
    end = j + 2 if after.text in (".", "!") else j + 1
    is_all = i == 0 and end >= len(line)
    is_end = before in ("between", "from") and after.text in ("and", "until", "till", "to")
    is_due = before == "is" and line[i - 2].text in LABELS and line[end].kind == "break"
    is_said = is_due or (before == "go" and j > i)
    return (Slots(instant=writer.at, solid=True), j + 1) if is_all or is_end or is_said else None
