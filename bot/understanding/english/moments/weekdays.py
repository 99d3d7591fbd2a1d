"""Days by name: "Friday", "next Fri", "Friday week", "first Tuesday in October", "tomorrow"."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.english.feast_words import FEAST_STARTS
from bot.understanding.english.moments.neighbours import ends_date
from bot.understanding.english.time_neighbours import PRONOUNS
from bot.understanding.english.time_phrases import (
    AFTER_A_DAY,
    DAY_PHRASES,
    EXTRA_WEEK_PHRASES,
    EXTRA_WEEKS,
    NO_DAY_AFTER,
    OWNERS,
    POSSESSED,
    SAME_TIMES,
    STOPS,
)
from bot.understanding.english.time_words import (
    COMING,
    LAST,
    MEALS,
    MONTHS,
    NEXT,
    PARTS,
    PERIODS,
    RELATIVE_DAYS,
    THIS,
    WEEKDAYS,
    WEEKDAYS_THAT_ARE_WORDS,
)
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Clock, Slots


def year_after(line: Line, i: int, slots: Slots) -> Found:
    """Take a year that stands behind a date along: "2026", ", 2026", "'26"."""
    is_short = line[i].text in {"'", "\u2019"} and line[i + 1].glued
    j = i + 1 if line[i].text in {",", "'", "\u2019", "in", "of"} else i
    token = line[j]
    if token.kind == "num" and len(token.text) == 4 and 1900 <= int(token.text) < 2200:
        if line[j + 1].glued and line.word(j + 1) in {"h", "am", "pm"}:
            return slots, i
        slots.year, slots.weak, slots.solid = int(token.text), False, True
        return slots, j + 1
    if is_short and token.kind == "num" and len(token.text) == 2:
        slots.year, slots.weak, slots.solid = 2000 + int(token.text), False, True
        return slots, j + 1
    if _is_short_year(line, i, slots):
        slots.year, slots.weak, slots.solid = 2000 + int(line[i].text), False, True
        return slots, i + 1
    return slots, i


def _is_short_year(line: Line, i: int, slots: Slots) -> bool:
    """ "28 Oct 26": behind the month a number that can be no hour and counts nothing."""
    token, follows = line[i], line[i + 1]
    if token.kind != "num" or slots.day is None or line.word(i - 1) not in MONTHS or token.text not in _SHORT_YEARS:
        return False
    is_end = follows.text in STOPS and follows.text not in ("-", "\u2013", "~", "/", ":", "'")
    return is_end or follows.text in PRONOUNS or follows.text in _AFTER_A_YEAR or follows.text.endswith("'ll")


_LUNCHES = frozenset({"lunch", "lunchtime"})  # "by the Friday lunchtime"
_MOST_WEEKS = 26
_AFTER_WEEKS = frozenset({"at", "by", "and", "or", "then", "before"})
_SHORT_YEARS = frozenset(str(year) for year in range(25, 40))
_AFTER_A_YEAR = frozenset({"at", "by", "before", "until", "around", "from", "(", "latest", "is", "works", "eod"})


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
    name = _owned(line, j)
    number = WEEKDAYS.get(name)
    if number is None:
        return None
    if nth is not None:
        return _nth_weekday(line, j, nth, number)
    if line[i - 1].text in NO_DAY_AFTER or (which is None and _is_adjective(line, j)):
        return None
    slots = Slots(weekday=number, which=which, solid=which is not None or name not in WEEKDAYS_THAT_ARE_WORDS)
    slots.weak = which is None and name in WEEKDAYS_THAT_ARE_WORDS
    return _weekday_on(line, line.after_dot(j + 1), slots)


def weekdays_from_now(line: Line, i: int, writer: Writer) -> Found | None:
    """ "two Sundays from now"."""
    counted = line.count(i)
    if counted is None or not 1 <= counted[0] <= 53 or not line.words(counted[1] + 1, "from", "now"):
        return None
    number = WEEKDAYS.get(line.word(counted[1]).removesuffix("s"))
    if number is None:
        return None
    ahead = (number - writer.at.weekday()) % 7 or 7
    return Slots(relative=ahead + 7 * (counted[0] - 1), solid=True), counted[1] + 3


def _weekday_on(line: Line, after: int, slots: Slots) -> Found:
    """What stands behind a weekday: "week", "after next", "after Thanksgiving", the number of its day."""
    if line.word(after) in EXTRA_WEEKS and line[after + 1].kind != "num":
        slots.which, slots.solid, after = EXTRA_WEEKS[line.word(after)], True, after + 1
    elif line.word(after) in NEXT and slots.which is None and line[after + 1].text in STOPS | PRONOUNS:
        slots.which, slots.solid, after = "coming", True, after + 1
    elif line.words(after, "after", "next"):
        slots.which, slots.solid, after = "after next", True, after + 2
    elif slots.which is None and line.word(after) in ("after", "following", "before") and _is_date(line, after + 1):
        side = "weekday before" if line.word(after) == "before" else "weekday after"
        return Slots(offset={side: float(slots.weekday or 0)}, anchored=1, weak=True), after + 1
    elif extra := next((extra for words, extra in EXTRA_WEEK_PHRASES if line.words(after, *words)), None):
        slots.which, slots.solid, after = extra, True, after + 3
    elif slots.which is None and (weeks := _weeks_away(line, after)):
        slots.which, slots.solid, after = f"{weeks[0]} weeks", True, weeks[1]
    elif number := _number_of_the_day(line, after):
        slots.day, slots.weak, slots.solid, after = number, False, True, after + 1
    return slots, after


def _weeks_away(line: Line, i: int) -> tuple[int, int] | None:
    """ "Monday three weeks", "Friday in three weeks"; what follows may not count from another day ("weeks ago")."""
    counted = line.count(i + 1 if line.word(i) == "in" else i)
    if counted is None or not 2 <= counted[0] <= _MOST_WEEKS or line.word(counted[1]) not in ("weeks", "wks"):
        return None
    follows = line[counted[1] + 1].text
    return (counted[0], counted[1] + 1) if follows in STOPS or follows in PRONOUNS or follows in _AFTER_WEEKS else None


def _number_of_the_day(line: Line, i: int) -> int:
    """ "Friday 27": a number that is no hour and counts nothing."""
    token, follows = line[i], line[i + 1]
    if token.kind != "num" or len(token.text) > 2 or follows.glued or not ends_date(line, i + 1):
        return 0
    return int(token.text) if 12 < int(token.text) <= 31 else 0


def _owned(line: Line, i: int) -> str:
    """The word at `i`; "Friday's" counts as the day before what a day has: "Friday's EOD"."""
    word = line.word(i)
    if word.endswith("'s") and line.word(i + 1) in POSSESSED:
        return word[:-2]
    return word


def _is_adjective(line: Line, i: int) -> bool:
    """ "the Friday meeting", "our Monday call": a noun that follows takes the day for itself."""
    if line[i - 1].text not in OWNERS:
        return False
    follows = line[i + 1]
    is_thing = follows.text not in AFTER_A_DAY or (PARTS.get(follows.text) in MEALS and follows.text not in _LUNCHES)
    return follows.kind == "word" and is_thing


def _is_date(line: Line, i: int) -> bool:
    j = i + 1 if line.word(i) == "the" else i
    word = line.word(j)
    return word in MONTHS or word in FEAST_STARTS or line.ordinal(j) is not None


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


_KINDS = {
    "relative": lambda n: Slots(relative=n, solid=True),
    "weak": lambda n: Slots(relative=n, weak=True),
    "working": lambda n: Slots(offset={"working": float(n)}, solid=True),
}


def relative_day(line: Line, i: int, _: Writer) -> Found | None:
    """ "today", "tomorrow", "tomorrow week", "the day after tomorrow", "the next business day"."""
    word = _owned(line, i)
    if word in RELATIVE_DAYS:
        slots = Slots(relative=RELATIVE_DAYS[word], solid=True)
        if line.word(i + 1) in EXTRA_WEEKS and slots.relative in (0, 1) and line[i + 2].text in AFTER_A_DAY:
            extra = 14 if EXTRA_WEEKS[line.word(i + 1)] == "fortnight" else 7
            return replace(slots, relative=(slots.relative or 0) + extra), i + 2
        return slots, i + 1
    for words, kind, number in DAY_PHRASES:
        if words[0] == word and line.words(i, *words):
            return _KINDS[kind](number), i + len(words)
    return None


def _has_day_near(line: Line, first: int, after: int) -> bool:
    """ "at the same time" means a clock time only beside a day."""
    behind = line.word(after + 1) if line.word(after) == "on" else line.word(after)
    ahead = first - 1
    while line.word(ahead) in ("at", "the") and ahead > first - 3:
        ahead -= 1
    before = line.word(ahead)
    is_span = before in PERIODS or behind in LAST
    return is_span or any(word in RELATIVE_DAYS or word in WEEKDAYS for word in (behind, before))


_NEXT_UNITS = {"week": {"day": 7.0}, "month": {"month": 1.0}, "year": {"year": 1.0}}


def same_time(line: Line, i: int, writer: Writer) -> Found | None:
    """ "this time tomorrow", "same time next week": the clock time at which it is written; weak without a day."""
    for words in SAME_TIMES:
        if words[0] == line.word(i) and line.words(i, *words):
            after = i + len(words)
            now = Clock(writer.at.hour, writer.at.minute, 0, "24")
            offset = _NEXT_UNITS.get(line.word(after + 1)) if line.word(after) in NEXT else None
            if offset:
                return Slots(offset=dict(offset), clock=now, solid=True), after + 2
            return (Slots(clock=now, weak=True), after) if _has_day_near(line, i, after) else None
    return None
