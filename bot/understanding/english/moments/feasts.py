"""Days that people name: "Christmas Eve", "Thanksgiving", "Easter Monday", "New Year's Day 2028"."""

from __future__ import annotations

from datetime import date, timedelta

from bot.understanding.english.feast_words import FEAST_STARTS, FEASTS, LONGEST_FEAST, Feast
from bot.understanding.english.moments.neighbours import ends_date
from bot.understanding.english.moments.weekdays import year_after
from bot.understanding.english.time_phrases import NO_DAY_AFTER, OTHER_CALENDARS
from bot.understanding.english.time_words import HOW, LAST
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Slots


def holiday(line: Line, i: int, writer: Writer) -> Found | None:
    """A day with a name at `i`: the next one, or the one of the year that follows; one word alone is weak."""
    before = line.word(i - 1)
    if line.word(i) not in FEAST_STARTS or before in NO_DAY_AFTER or before in OTHER_CALENDARS:
        return None
    if line.words(i, "new", "year") and before == "the":
        return None  # the year, not its first day
    words, ends = _words(line, i)
    for length in range(len(words), 0, -1):
        feast = FEASTS.get(tuple(words[:length]))
        if feast is None:
            continue
        dated, after = year_after(line, ends[length - 1], Slots(solid=length > 1, weak=length == 1))
        today = writer.at.date()
        day = _in_year(feast, dated.year or today.year)
        if dated.year is None and line.word(i - 1) in LAST:
            day = day if day < today else _in_year(feast, today.year - 1)
            dated.weak, dated.solid = False, True
        elif dated.year is None and day < today:
            day = _in_year(feast, today.year + 1)
        if line.word(after) == "weekend":
            saturday = _weekend_of(day)
            dated, after = Slots(period="weekend", edge="of", solid=True), after + 1
            day = saturday
        elif length > 1 and _says_which(line, i, after):
            dated.weak, dated.solid = True, False
        dated.year, dated.month, dated.day = day.year, day.month, day.day
        return dated, after
    return None


def _weekend_of(day: date) -> date:
    """The Saturday of the weekend round a feast: Easter Sunday's and Labor Day's is before, Thanksgiving's after it."""
    behind = (day.weekday() - 5) % 7
    return day - timedelta(days=behind) if behind <= 3 else day + timedelta(days=7 - behind)


def _says_which(line: Line, i: int, after: int) -> bool:
    """ "Cyber Monday sales are down": a noun takes the feast for itself, and nothing asks for a day."""
    is_noun = line[after].kind == "word" and not line[after].glued
    return is_noun and line[i - 1].text not in HOW and not ends_date(line, after)


def _words(line: Line, i: int) -> tuple[list[str], list[int]]:
    """The words from `i` on, less full stops and apostrophes at their ends, and the index after each."""
    words: list[str] = []
    ends: list[int] = []
    while len(words) < LONGEST_FEAST and (word := line.word(i)):
        i += 2 if line[i + 1].glued and line[i + 1].text in ("'", "\u2019", ".") and line.word(i + 2) else 1
        words.append(word)
        ends.append(i)
    return words, ends


def _in_year(feast: Feast, year: int) -> date:
    kind, month, what, nth = feast
    if kind == "date":
        return date(year, month, what)
    if kind == "easter":
        return easter(year) + timedelta(days=month)
    if kind == "thanksgiving":
        return _nth_weekday(year, 11, 3, 4) + timedelta(days=month)
    return _nth_weekday(year, month, what, nth)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year, month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's computation)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
