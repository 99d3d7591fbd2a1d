"""Two numbers with a dot or a slash between them that are no date: "version 3.11", "bug 12/3", "10.4 by Friday"."""

from __future__ import annotations

from bot.understanding.english.moments.pieces import link, piece_at
from bot.understanding.english.time_lookalikes import VERSIONED
from bot.understanding.english.time_neighbours import DETERMINERS, IS_OFF
from bot.understanding.moments.days import first_days
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Group, Slots

_ARTICLES = DETERMINERS | {"a", "an", "this", "that"}


def numbers_a_thing(line: Line, i: int, found: Found, how: str, writer: Writer) -> bool:
    """Whether what was `found` at `i`, and may be a date, only says which thing is meant."""
    token = line[i]
    if token.kind not in ("dot", "slash") or found[0].month is None or not found[0].weak:
        return False
    if line.word(i - 1) in VERSIONED and (token.kind == "dot" or line.word(i - 2) not in _ARTICLES):
        return True
    if _is_asked_for(line, i, found, how):
        return False
    joint, j = link(line, found[1])
    beside = piece_at(line, j, writer)
    if beside is None or not beside[0].has_day or beside[0].month is not None or beside[0].day is not None:
        return False
    if joint in ("by", "before") or (token.kind == "dot" and not writer.day_first):
        return True
    return _says_otherwise(found[0], beside[0], writer, swaps=token.kind == "slash")


def _is_asked_for(line: Line, i: int, found: Found, how: str) -> bool:
    """ "By 4/12", "on 12/7", "on 3.12, Monday at the latest": a date, whatever stands beside it."""
    if how in ("by", "before") or (line[i].kind == "slash" and line[i - 1].text == "on"):
        return True
    return bool(how) and line[found[1]].text == ","


def may_be_version(line: Line, group: Group, writer: Writer) -> bool:
    """Whether another moment goes before it: "we're on 3.11, I'll test tomorrow"."""
    if line[group.after - 1].kind != "dot" or not group.slots.weak or group.how in ("by", "before"):
        return False
    return not writer.day_first or line.word(group.first - 1) in IS_OFF


def _says_otherwise(figure: Slots, beside: Slots, writer: Writer, *, swaps: bool) -> bool:
    """Whether the day beside it is another one; `swaps` tells whether 4/5 may be either."""
    if figure.day is None or beside.offset is not None:
        return True
    if beside.weekday is not None and beside.which is None and beside.period is None:
        orders = (figure, Slots(month=figure.day, day=figure.month) if swaps else figure)
        return all(_weekday_of(order, writer) != beside.weekday for order in orders)
    day, days = first_days(figure, writer), first_days(beside, writer)
    return day is None or days is None or not days.first <= day.first <= days.last


def _weekday_of(figure: Slots, writer: Writer) -> int | None:
    days = first_days(figure, writer) if figure.month is not None and figure.month <= 12 else None
    return days.first.weekday() if days else None
