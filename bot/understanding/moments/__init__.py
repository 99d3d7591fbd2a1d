"""Due moments: a grammar over time words, resolved on the writer's wall clock and working hours. Pure and linear."""

from __future__ import annotations

from datetime import datetime

from bot.clock import WorkingHours
from bot.understanding.english.moments import clocks
from bot.understanding.english.moments.groups import find_groups
from bot.understanding.english.moments.numbers import may_be_version
from bot.understanding.english.time_phrases import TRIGGER
from bot.understanding.moments.lexer import lex
from bot.understanding.moments.line import Line, Writer
from bot.understanding.moments.resolve import resolve
from bot.understanding.moments.slots import Group

MOST_CHARACTERS = 8_000
MOST_TOKENS = 1_300
_BEST_RANK = 6


def read_due(text: str, at: datetime, hours: WorkingHours, locale: str = "en-US") -> datetime | None:
    """The moment that a text names, aware and in the writer's zone, or None; see `resolve` for the rules.

    `at` is when it was written (aware), `hours` the writer's zone and working time. When several are named, one with
    "by" or "end of" goes before others, then the first that is still to come.
    """
    return _best(text, at, hours, locale)[0]


def split_due(text: str, at: datetime, hours: WorkingHours, locale: str = "en-US") -> tuple[str, datetime | None]:
    """The text without the words of its moment, and the moment."""
    moment, span = _best(text, at, hours, locale)
    if span is None:
        return text.strip(), None
    left, right = text[: span[0]].rstrip(" ,;:-"), text[span[1] :].lstrip(" ,;:-")
    return " ".join(f"{left} {right}".split()), moment


def impossible_clock(text: str) -> str:
    """What is written in a text like a clock time and is none ("25:00"), or ''."""
    found = clocks.impossible_clock(Line(lex(text[:MOST_CHARACTERS])))
    return text[found[0] : found[1]] if found else ""


def _best(text: str, at: datetime, hours: WorkingHours, locale: str) -> tuple[datetime | None, tuple[int, int] | None]:
    text = text[:MOST_CHARACTERS]
    if not TRIGGER.search(text):
        return None, None
    line = Line(lex(text, MOST_TOKENS))
    writer = Writer(hours.local(at), hours, is_day_first(locale))
    chosen: tuple[int, datetime, Group] | None = None
    for group in find_groups(line, writer):
        moment = resolve(group, writer)
        if moment is None:
            continue
        rank = _rank(group, moment, writer) - may_be_version(line, group, writer)
        if chosen is None or rank > chosen[0]:
            chosen = rank, moment, group
        if rank == _BEST_RANK:
            break
    if chosen is None:
        return None, None
    _, moment, group = chosen
    return moment, (line[group.first].start, line[group.after - 1].end)


def _rank(group: Group, moment: datetime, writer: Writer) -> int:
    rank = 4 if moment >= writer.at else 0
    rank += 2 if group.how == "by" or group.slots.edge == "end" else 0
    return rank - (5 if group.negated else 0)


def is_day_first(locale: str) -> bool:
    """Whether 4/5 is the 4th of May: everywhere but in the United States and a few others."""
    normal = locale.replace("_", "-").lower()
    return (
        bool(normal)
        and normal not in ("en", "en-us", "en-ph", "es-us", "en-ca")
        and not normal.startswith(("zh", "ja", "ko"))
    )
