"""Joins neighbouring time words to moments: "by" + "Friday" + "3pm" + "PT" is one; two days are two."""

from __future__ import annotations

from collections.abc import Iterator

from bot.understanding.english.moments.bare import is_promised_date, is_promised_day
from bot.understanding.english.moments.neighbours import ends_hour
from bot.understanding.english.moments.numbers import numbers_a_thing
from bot.understanding.english.moments.pieces import link, may_begin, piece_at, prefix, stronger
from bot.understanding.english.moments.ranges import bare_number, learn, range_word
from bot.understanding.english.moments.repeated import is_long_past, is_sung, is_told, recurs
from bot.understanding.english.moments.told import has_happened, is_habit, is_score, names_what
from bot.understanding.english.moments.zones import zone_at
from bot.understanding.english.time_neighbours import DETERMINERS, MOVED
from bot.understanding.english.time_phrases import (
    AFTER_A_NUMBER,
    BEHIND,
    DATED_THINGS,
    DATES_A_THING,
    DENIALS,
    DOES,
    LABELS,
    SUFFIXES,
    WHOSE,
)
from bot.understanding.english.time_words import MEALS, PARTS, PREPOSITIONS, RELATIVE_DAYS, ROUGHLY, WEEKDAYS
from bot.understanding.moments.days import WEEK_EDGES
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Clock, Group, Slots

MOST_MOMENTS = 24
MOST_STEPS = 4_500
"""A text with more moments is a list or a log, one that takes more looks at its tokens no message: the first count."""
_MOST_RANGES = 2
"""How many ranges stand in one another at most: without an end to it the work would grow with their square."""


def find_groups(line: Line, writer: Writer, *, moments: int = MOST_MOMENTS, steps: int = MOST_STEPS) -> Iterator[Group]:
    """The first moments of a line, in order. Each token is looked at a bounded number of times."""
    i = found = 0
    while i < len(line) and found < moments and line.steps < steps:
        group = _group_at(line, i, writer) if may_begin(line, i) else None
        if group is None:
            i += 1
            continue
        dates_a_thing = _dates_a_thing(line, group)
        is_none = _is_behind(line, group) or recurs(line, group) or is_told(line, group) or is_sung(line, group, writer)
        is_none = is_none or has_happened(line, group) or is_habit(line, group) or names_what(line, group)
        is_none = is_none or (is_long_past(line, group, writer) and not _is_all(line, group))
        if not dates_a_thing and not is_none:
            found += 1
            yield group
        i = _second_day(line, group, writer) if dates_a_thing else group.after


def _is_behind(line: Line, group: Group) -> bool:
    """Whether it only tells how long something has lasted, or why: "waiting since Monday, I'll call her"."""
    return line[group.first].text in BEHIND and not _is_all(line, group)


def _dates_a_thing(line: Line, group: Group) -> bool:
    """Whether it only tells which thing of the past is meant: "her mail of Monday", "the order from 12/5"."""
    i = group.first if line[group.first].text in DATES_A_THING else group.first - 1
    if line[i].text not in DATES_A_THING or line.word(i - 1) not in DATED_THINGS or group.slots.ranged:
        return False
    return any(line[i - back].text in WHOSE for back in (2, 3, 4))


def _second_day(line: Line, group: Group, writer: Writer) -> int:
    """Where another day begins within such a group, else what comes after it: "the order from 12/5 tomorrow"."""
    first = piece_at(line, prefix(line, group.first)[2], writer)
    second = piece_at(line, first[1], writer) if first else None
    return first[1] if first and second and second[0].relative is not None else group.after


def _group_at(line: Line, i: int, writer: Writer) -> Group | None:
    how, between, j = prefix(line, i)
    ranged = between or line[j - 1].text == "from"
    group = _range_of_numbers(line, (i, j), how, writer, asked=ranged) or _plain(
        line, (i, j), how, writer, between=between
    )
    if group is None:
        return None
    if _take_suffix(line, group):
        group.slots.weak, group.slots.solid = False, True
    if not _is_moment(line, group, j):
        return None
    before = line[i - 1].text
    if not group.how and before in LABELS:
        group.how = "by"
    group.negated = before in DENIALS or (before in DOES and line[i - 2].text in DENIALS)
    return group


def _range_of_numbers(line: Line, place: tuple[int, int], how: str, writer: Writer, *, asked: bool) -> Group | None:
    found = bare_number(line, place[1], asked=asked)
    if found is None or is_score(line, place[1]):
        return None
    group = Group(found[0], how, place[0], found[1])
    return group if _take_range(line, group, writer, between=asked) else None


def _plain(line: Line, place: tuple[int, int], how: str, writer: Writer, *, between: bool) -> Group | None:
    found = piece_at(line, place[1], writer)
    if found is None or numbers_a_thing(line, place[1], found, how, writer):
        return None
    group = Group(found[0], how, place[0], found[1])
    _extend(line, group, writer)
    if _take_range(line, group, writer, between=between):
        _extend(line, group, writer)
    _settle_edge(group.slots)
    return group


def _settle_edge(slots: Slots) -> None:
    """ "late Friday afternoon" is late in the afternoon, and "early Friday" early in its morning."""
    if slots.edge not in ("early", "late") or slots.period or slots.month or slots.year:
        return
    if slots.edge == "early" and slots.part is None and slots.clock is None:
        slots.part = "morning"
    if slots.part in ("morning", "afternoon", "evening", "night") and slots.modifier is None:
        slots.modifier, slots.edge = slots.edge, None


def _extend(line: Line, group: Group, writer: Writer, depth: int = 0) -> None:
    """Take along the pieces that follow and say more of the same moment; `depth` counts the ranges it stands in."""
    for _ in range(8):
        if (
            (group.slots.part == "work" or group.slots.clock)
            and group.slots.zone is None
            and (zoned := zone_at(line, group.after) or _zone_behind_comma(line, group.after))
        ):
            group.slots.zone, group.after = zoned
        how, j = link(line, group.after)
        found = piece_at(line, j, writer)
        ranged = line[j - 1].text in ("from", "between") and j > group.after
        is_open = depth < _MOST_RANGES and (ranged or found is None)
        if is_open and (number := bare_number(line, j, asked=ranged)):
            inner = Group(number[0], "", j, number[1])
            is_dated = group.slots.has_day and group.slots.clock is None and not group.slots.ranged
            if _take_range(line, inner, writer, between=ranged or is_dated, depth=depth + 1):
                found = inner.slots, inner.after
        if found is None and j > group.after:
            found, how, j = piece_at(line, group.after, writer), "", group.after
        if found is None and group.slots.has_day:
            found, how, j = _behind_errand(line, group, writer), "", group.after
        if found is None or not group.slots.fits(found[0]) or not _goes_with(group.slots, found[0], line, j):
            return
        group.how = stronger(group.how, how) if how else group.how
        group.slots.add(found[0])
        group.after = found[1]


def _behind_errand(line: Line, group: Group, writer: Writer) -> Found | None:
    """An hour across what goes before it: "tomorrow after church, say 1ish", "Friday after the match, at 6pm"."""
    i = group.after
    if line.word(i) != "after" or group.slots.has_time:
        return None
    noun = i + 2 if line.word(i + 1) in DETERMINERS else i + 1
    if line[noun].kind != "word" or line[noun].text in PARTS:
        return None
    _, j = link(line, noun + 1)
    found = piece_at(line, j, writer) if j > noun + 1 else None
    counted = line.count(j) if found is None and line[j - 1].text in ROUGHLY else None
    if counted and 0 < counted[0] <= 12 and ends_hour(line, counted[1], "at"):
        return Slots(clock=Clock(counted[0]), solid=True), counted[1]
    return found if found and found[0].clock and not found[0].has_day else None


def _zone_behind_comma(line: Line, i: int) -> tuple[str, int] | None:
    return zone_at(line, i + 1) if line[i].text == "," else None


def _goes_with(slots: Slots, other: Slots, line: Line, i: int) -> bool:
    if other.offset is not None and slots.offset is None:
        return slots.weekday is not None and not other.anchored
    if slots.part and other.part and slots.part != other.part:
        return other.part == "work" or (slots.clock is None and line[i - 1].text == "/")
    return _dates_go(slots, other) and not (slots.clock and other.edge and not other.part and not other.has_day)


def _dates_go(slots: Slots, other: Slots) -> bool:
    """ "Next year, on 4 January", "next month on the 4th" are one moment; "this week, on 4 January" is two."""
    if slots.period == "year" and slots.shift is not None and slots.edge is None and other.month is not None:
        return other.year is None and slots.month is None
    names_date = other.month is not None or other.relative is not None or other.day is not None
    is_day_of_month = slots.period == "month" and other.day is not None and other.month is None
    if is_day_of_month and slots.edge is None and slots.nth is None:
        return True
    if slots.period and names_date and slots.edge not in WEEK_EDGES and slots.day is None:
        return False
    return slots.relative is None or other.period is None


def _take_range(line: Line, group: Group, writer: Writer, *, between: bool, depth: int = 0) -> bool:
    """Read the second end, if there is one, and let the first learn from it."""
    j = range_word(line, group.after, between=between, numbered=group.slots.number is not None)
    if j is None:
        return False
    found = piece_at(line, j, writer) or _bare_end(line, group, j, between=between)
    if found is None:
        return False
    second = Group(found[0], "", j, found[1])
    clocks = found[0].clock is not None
    _extend(line, second, writer, depth + 1)
    if not learn(group.slots, second.slots, clocks=clocks):
        return False
    group.after = second.after
    return True


def _bare_end(line: Line, group: Group, j: int, *, between: bool) -> Found | None:
    """A number as the second end: of a day or a clock time, or of another number that an hour may be."""
    counted = line.count(j)
    if counted is None:
        return None
    value, after = counted
    number, follows = group.slots.number, line[after]
    if number is None and (group.slots.clock or group.slots.day):
        is_counting = follows.kind == "word" and follows.text not in AFTER_A_NUMBER
        return None if is_counting else (Slots(number=value), after)
    are_hours = number is not None and 0 < number <= 24 and 0 < value <= 24 and ends_hour(line, after, "between")
    if not are_hours or not (between or _is_dated(line, after)):
        return None
    return Slots(clock=Clock(value, 0, 0, "24" if value > 12 else "")), after


def _is_dated(line: Line, i: int) -> bool:
    """Whether a day stands at `i`: "11-12 on Thursday"."""
    word = line.word(i + 1) if line.word(i) == "on" else line.word(i)
    return word in WEEKDAYS or word in RELATIVE_DAYS


def _is_moment(line: Line, group: Group, j: int) -> bool:
    slots = group.slots
    if slots.number is not None or (slots.anchored and not _has_anchor(slots)):
        return False
    if slots.edge in WEEK_EDGES and not (
        slots.day is not None or slots.relative is not None or slots.weekday is not None
    ):
        return False
    if slots.edge and not (slots.has_day or slots.part):
        return False
    is_counted = bool(slots.anchored) and slots.month is not None  # "two days before Christmas"
    if (slots.edge in WEEK_EDGES or is_counted) and slots.day is not None:
        return True
    if is_promised_date(line, j, group.after) or (slots.day is not None and is_promised_day(line, j, group)):
        return True
    return (slots.solid and not slots.weak) or _is_all(line, group) or _asked_for(line, group, j)


def _is_all(line: Line, group: Group) -> bool:
    """Whether nothing else is said: then even "May" is a moment."""
    first, last = group.first, group.after
    starts = first == 0 or (first == 1 and line[0].text in ("the", "around", "~", "-"))
    return starts and last >= len(line) - (1 if line[len(line) - 1].kind == "punct" else 0)


def _asked_for(line: Line, group: Group, j: int) -> bool:
    """A word that is often no time ("may", "sat", "5/12") needs a preposition or a second time word."""
    slots = group.slots
    before = line[j - 1].text
    is_labelled = before == ":" and group.how == "by"
    word = line[j - 2].text if before in ("the", "next", "this", "an") else before
    is_behind = word in PREPOSITIONS or (word == "than" and bool(group.how)) or (word == "@" and slots.has_time)
    is_moved = word == "to" and before == "the" and (line[j - 3].text in MOVED or line[j - 4].text in MOVED)
    is_behind = is_behind or is_moved or (before in ROUGHLY and line[j - 2].text in PREPOSITIONS)
    asked = before == "between" or is_labelled or is_behind
    if slots.year is not None and slots.month is None and slots.period is None:
        return before in ("in", "since", "before", "by", "until", "from", "between", "through", "of", "year")
    if slots.month is not None and slots.day is None and slots.year is None:
        return (asked or slots.edge is not None or slots.solid) and line[group.after].text not in ("'", "'s")
    if not _may_be_asked(slots, before, line[j].kind):
        return slots.solid
    if slots.weekday is not None or slots.part is not None or slots.period is not None:
        return asked or slots.solid or (slots.part is not None and slots.has_day)
    return asked or before == "next" or slots.solid or (slots.has_day and slots.has_time)


def _may_be_asked(slots: Slots, before: str, kind: str) -> bool:
    """Whether a preposition is enough: "at 2.7" is no date, "on 3.11.15" a version, "for lunch" a meal."""
    if kind == "dmy":
        return slots.has_time or slots.weekday is not None
    is_date = slots.month is not None and slots.day is not None
    is_meal = slots.part in MEALS and before == "for"
    return not (is_meal or (is_date and before in ("at", "in", "during")))


def _has_anchor(slots: Slots) -> bool:
    if slots.counts_clock and not (slots.clock or slots.part):
        return False
    named = (slots.day, slots.month, slots.weekday, slots.relative, slots.period, slots.year, slots.clock, slots.part)
    return any(value is not None for value in named)


def _take_suffix(line: Line, group: Group) -> bool:
    """Take "at the latest" and the like along."""
    j = group.after
    for words, how in SUFFIXES:
        if line[j].text == words[0] and line.words(j, *words):
            group.how, group.after = how or group.how, j + len(words)
            return True
    return False
