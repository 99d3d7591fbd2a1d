"""Distances: "in two hours", "within 3 days", "a week from Tuesday", "an hour later", "the next three days"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.english.time_words import COMING, GLUED_UNITS, LAST, NEXT, UNITS, VAGUE_COUNTS
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Slots

Amounts = dict[str, float]

_LEADS = frozenset({"in", "within", "after", "+", "over"})
_VAGUE = frozenset(
    {"the", "next", "about", "around", "approximately", "under", "just", "another", "roughly", "coming", "~"}
)
_LATER = frozenset({"later", "hence"})
_ANCHORS = frozenset({"from", "after", "before", "on"})
_DAY_UNITS = frozenset({"day", "week", "fortnight", "month", "year", "working"})
_COUNTLESS = frozenset({"second", "sec", "minute", "min", "month's"})
_WORKING = frozenset({"business", "working", "work", "biz"})
_MOST = 5000


@dataclass(frozen=True, slots=True)
class _Lead:
    """The word before the amount: `word` itself, whether it makes a distance of it, and its direction."""

    word: str
    is_leading: bool
    sign: int
    after: int


def distance(line: Line, i: int, _: Writer) -> Found | None:
    """A distance from now, or (anchored) from a day that follows; None when it is only a duration."""
    lead = _lead(line, i)
    if lead is None:
        return None
    j = lead.after
    single = line.word(j) in ("hour", "day", "week", "fortnight") and line.word(j - 1) in ("the", "next")
    if single and lead.word in ("within", "in"):
        return Slots(offset={UNITS[line.word(j)]: 1.0}, solid=True), j + 1
    counted = read_amounts(line, j)
    if counted is None:
        return None
    return _followed(line, lead, *counted) or _led(line, i, lead, *counted)


def _lead(line: Line, i: int) -> _Lead | None:
    word = line[i].text
    if word in _LEADS:
        j = i + 1
        while line[j].text in _VAGUE or line.words(j, "less", "than"):
            j += 2 if line[j].text == "less" else 1
            if j > i + 5:
                return None
        return _Lead(word, True, 1, j)
    if word in LAST:
        return _Lead(word, True, -1, i + 1)
    if word in NEXT or word in COMING:
        return _Lead(word, True, 1, i + 1)
    if line.words(i, "less", "than"):
        return _Lead("less", False, 1, i + 2)
    return _Lead("", False, 1, i)


def _followed(line: Line, lead: _Lead, amounts: Amounts, after: int) -> Found | None:
    """What stands behind says that it is a distance: "ago", "later", "from now", "from Tuesday"."""
    word = line.word(after)
    ends = line[after + 1].text in ("", "\n", ".", ",")
    if word == "ago" or (word in ("before", "earlier") and not lead.is_leading and ends):
        return Slots(offset=_times(amounts, -1), solid=True), after + 1
    if word in _LATER or (word == "now" and "month" in amounts):
        return Slots(offset=_times(amounts, lead.sign), solid=True), after + 1
    if word == "from" and line.word(after + 1) in ("now", "today"):
        return Slots(offset=_times(amounts, lead.sign), solid=True), after + 2
    if word == "time" and lead.is_leading:
        return Slots(offset=_times(amounts, lead.sign), solid=True), after + 1
    if (
        word in _ANCHORS
        and set(amounts) <= _DAY_UNITS
        and (word != "on" or "week" in amounts or "fortnight" in amounts)
    ):
        sign = -1 if word == "before" else 1
        return Slots(offset=_times(amounts, sign), anchored=sign, weak=True), after + 1
    return None


def _led(line: Line, i: int, lead: _Lead, amounts: Amounts, after: int) -> Found | None:
    """What stands before says it: "in", "within", "the next three"; not "over", not "in 2 or 3"."""
    slots = Slots(offset=_times(amounts, lead.sign), solid=True), after
    if lead.word == "+":
        return slots if i == 0 or line[i - 1].text == "now" else None
    if not lead.is_leading:
        return slots if line[i - 1].text == "for" and line[i - 2].text == "timer" else None
    if lead.word == "over" or line.word(after) == "of":
        return None
    if (lead.word in NEXT or lead.word in COMING) and all(amount == 1 for amount in amounts.values()):
        return None
    return slots


def _times(amounts: Amounts, sign: int) -> Amounts:
    return {unit: sign * amount for unit, amount in amounts.items()}


def read_amounts(line: Line, i: int) -> tuple[Amounts, int] | None:
    """ "two hours", "1d, 2hr, and 5min", "an hour and a half", "half an hour", "1.5 hours", "two business days"."""
    total: Amounts = {}
    j = after = i
    for _ in range(4):
        one = _amount(line, j)
        if one is None or one[0] in total:
            break
        unit, amount, after = one
        total[unit] = amount
        if line.words(after, "and", "a", "half"):
            total[unit] += 0.5
            return total, after + 3
        j = after
        while line[j].text in (",", "and") and j < after + 2:
            j += 1
    return (total, after) if total else None


_FIXED: tuple[tuple[tuple[str, ...], str, float], ...] = (
    (("half", "an", "hour"), "hour", 0.5),
    (("half", "a", "day"), "day", 0.5),
    (("half", "hour"), "hour", 0.5),
    (("a", "half", "hour"), "hour", 0.5),
    (("a", "quarter", "of", "an", "hour"), "minute", 15),
)


def _amount(line: Line, i: int) -> tuple[str, float, int] | None:
    for words, unit, amount in _FIXED:
        if line.words(i, *words):
            return unit, amount, i + len(words)
    quantified = _quantity(line, i)
    if quantified is None:
        return None
    quantity, j = quantified
    word = line.word(j)
    if word in ("more", "coming", "next", "last", "past", "full", "whole"):
        quantity, j = (-quantity if word in LAST else quantity), j + 1
    return _unit(line, j, quantity)


def _quantity(line: Line, i: int) -> tuple[float, int] | None:
    word = line.word(i)
    j = i + 1 if word in ("a", "an") else i
    if line.words(j, "couple"):
        return 2.0, j + (2 if line.word(j + 1) == "of" else 1)
    if word in ("a", "an"):
        vague = line.word(j) in VAGUE_COUNTS or (word == "a" and line.word(j) in _COUNTLESS)
        return None if vague else (1.0, j)
    if line[i].kind == "dot":
        return float(line[i].text.strip(".")), i + 1
    counted = line.count(i)
    if counted is None:
        return None
    j = counted[1]
    more = line.count(j + 1) if line[j].text in ("-", "or", "to") else None
    if more and (line.word(more[1]) in UNITS or line.word(more[1]) in _WORKING):
        return float(more[0]), more[1]
    return float(counted[0]), j


def _unit(line: Line, i: int, quantity: float) -> tuple[str, float, int] | None:
    word = line.word(i)
    if word in _WORKING and line.word(i + 1) in ("day", "days"):
        return "working", quantity, i + 2
    if word in _WORKING and line.word(i + 1) in ("hour", "hours"):
        return "working hour", quantity, i + 2
    unit = (GLUED_UNITS if line[i].glued else UNITS).get(word.removesuffix("'s"))
    if unit is None or unit == "weekend" or quantity > _MOST or (word == "m" and quantity > 90):
        return None
    return unit, quantity, i + 1
