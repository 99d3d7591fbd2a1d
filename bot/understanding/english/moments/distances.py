"""Distances: "in two hours", "within 3 days", "a week from Tuesday", "an hour later", "the next three days"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.english.moments.bare import bare_minutes, is_only_length, is_promised_length, opens_act
from bot.understanding.english.moments.neighbours import ends_gift
from bot.understanding.english.time_phrases import (
    ADDED_HALVES,
    AMOUNT_ADJECTIVES,
    ANCHORS,
    APPROXIMATELY,
    APPROXIMATELY_PHRASES,
    ARTICLES,
    BACK,
    COUNTLESS,
    DECADES,
    DISTANCE_LEADS,
    FIXED_AMOUNTS,
    GIVES,
    LATER,
    STOPS,
    WORK,
)
from bot.understanding.english.time_words import COMING, GLUED_UNITS, LAST, NEXT, UNITS, VAGUE_COUNTS
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Slots

Amounts = dict[str, float]

_DAY_UNITS = frozenset({"day", "week", "fortnight", "month", "year", "working"})
_CLOCK_UNITS = frozenset({"hour", "minute", "second"})
_WEEKS = frozenset({"week", "fortnight"})
_MOST = 5000
_LONGEST_LENGTH = len("120")


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
    if lead.word in ("within", "in", "over") and (single := _single(line, j, lead.word)):
        return single
    if line.word(i) == "day" and line.word(i + 1) in ("after", "before"):
        sign = 1 if line.word(i + 1) == "after" else -1
        return Slots(offset={"day": float(sign)}, anchored=sign, weak=True), i + 2
    counted = read_amounts(line, j)
    if counted is None:
        return bare_minutes(line, i) if line.word(i) == "in" else None
    return _followed(line, lead, *counted) or _led(line, i, lead, *counted)


def skip_approximately(line: Line, i: int) -> int:
    """The index after "about", "the next", "no more than" …, at most five words on."""
    j = i
    while j < i + 5:
        token = line[j].text
        for words in APPROXIMATELY_PHRASES:
            if token == words[0] and line.words(j, *words):
                j += len(words)
                break
        else:
            if token not in APPROXIMATELY:
                break
            j += 1
    return j


def _single(line: Line, j: int, lead: str) -> Found | None:
    """ "within the hour", "in the next week"; "in the day" is none, nor is "in the week after next"."""
    unit, before = line.word(j), line.word(j - 1)
    if unit not in ("hour", "day", "week", "fortnight") or before not in ("the", "next") or _runs_on(line, j + 1):
        return None
    if before == "the" and (lead == "over" or (unit == "day" and lead == "in")):
        return None
    two = line.words(j + 1, "or", "two")
    return Slots(offset={UNITS[unit]: 2.0 if two else 1.0}, solid=True), j + (3 if two else 1)


def _runs_on(line: Line, i: int) -> bool:
    return line.word(i) in ("after", "before", "of") or line[i].kind == "num"


def _lead(line: Line, i: int) -> _Lead | None:
    word = line[i].text
    if word in ("give", "gimme"):
        after = skip_approximately(line, i + 1 if word == "gimme" else i + 2)
        return _Lead("give", True, 1, after) if word == "gimme" or line.word(i + 1) in GIVES else None
    if word in DISTANCE_LEADS:
        j = i + 1
        j = skip_approximately(line, j)
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
    found = _counted_from_now(line, lead, amounts, after)
    if found:
        sign, j = found
        return Slots(offset=_times(amounts, sign), solid=True), j
    found = _counted_from_a_moment(line, lead, amounts, after)
    if found:
        sign, j = found
        return Slots(offset=_times(amounts, sign), anchored=sign, weak=True), j
    return None


def _counted_from_now(line: Line, lead: _Lead, amounts: Amounts, after: int) -> tuple[int, int] | None:
    """The direction, and the index after the words that say it."""
    word, follows = line.word(after), line[after + 1].text
    is_past = word in BACK and not lead.is_leading and follows in ("", "\n", ".", ",")
    if word == "ago" or is_past:
        return -1, after + 1
    is_out = word == "out" and amounts.keys() <= _DAY_UNITS and follows in STOPS
    if is_out or (word == "time" and lead.is_leading) or word in LATER or (word == "now" and "month" in amounts):
        return lead.sign, after + 1
    return (lead.sign, after + 2) if word == "from" and follows in ("now", "today") else None


def _counted_from_a_moment(line: Line, lead: _Lead, amounts: Amounts, after: int) -> tuple[int, int] | None:
    word, units = line.word(after), amounts.keys()
    sign = -1 if word == "before" else 1
    if word in ("today", "tomorrow") and units <= _WEEKS and lead.word in ("", "by", "in"):
        return 1, after
    is_by_the_clock = word in ("before", "after") and units <= _CLOCK_UNITS and not lead.is_leading
    is_within = word == "of" and lead.word == "within" and units <= _DAY_UNITS
    if is_by_the_clock or is_within:
        return sign, after + 1
    is_anchor = word in ANCHORS and units <= _DAY_UNITS
    return (sign, after + 1) if is_anchor and (word != "on" or not units.isdisjoint(_WEEKS)) else None


def _led(line: Line, i: int, lead: _Lead, amounts: Amounts, after: int) -> Found | None:
    """What stands before says it: "in", "within", "the next three"; not "over", not "in 2 or 3"."""
    slots = Slots(offset=_times(amounts, lead.sign), solid=True), after
    if lead.word == "give":
        return slots if ends_gift(line, after) else None
    if lead.word == "+":
        return slots if i == 0 or line[i - 1].text == "now" else None
    if not lead.is_leading:
        is_timer = line[i - 1].text == "for" and line[i - 2].text == "timer"
        is_soon = is_promised_length(line, i, after) or opens_act(line, i, after)
        is_answer = is_only_length(line, i, after) and _is_answer(line, i, amounts, after)
        return slots if is_timer or is_soon or is_answer else None
    if lead.word == "over" or line.word(after) == "of":
        return None
    if (lead.word in NEXT or lead.word in COMING) and all(amount == 1 for amount in amounts.values()):
        return None
    return slots


def _is_answer(line: Line, i: int, amounts: Amounts, after: int) -> bool:
    """ "2h", "half an hour", "4 weeks"; "14h" and "1700 hours" are clock times, "8 hours a day" and "one day" none."""
    if "second" in amounts or line.word(i) == "one" or line.words(i, "a", "day") or 12 < amounts.get("hour", 0) < 24:
        return False
    is_clock = line[i].kind == "num" and (len(line[i].text) > _LONGEST_LENGTH or line[i].text[0] == "0")
    return not is_clock and (len(amounts) == 1 or all(line[j].text not in ARTICLES for j in range(i, after)))


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
        for words in ADDED_HALVES:
            if line.words(after, *words):
                total[unit] += 0.5
                return total, after + len(words)
        if amount == 1 and line.words(after, "or", "two"):
            total[unit] = 2.0
            return total, after + 2
        j = after
        while line[j].text in (",", "and") and j < after + 2:
            j += 1
    return (total, after) if total else None


def _amount(line: Line, i: int) -> tuple[str, float, int] | None:
    for words, unit, amount in FIXED_AMOUNTS:
        if line.words(i, *words):
            return unit, amount, i + len(words)
    token = line[i]
    if token.kind == "hclock" and line.word(i - 1) in DISTANCE_LEADS | APPROXIMATELY:
        hours, _, minutes = token.text.partition("h")
        return "minute", int(hours) * 60.0 + int(minutes), i + 1
    quantified = _quantity(line, i)
    if quantified is None:
        return None
    quantity, j = quantified
    word = line.word(j)
    if word in AMOUNT_ADJECTIVES:
        quantity, j = (-quantity if word in LAST else quantity), j + 1
    return _unit(line, j, quantity)


def _quantity(line: Line, i: int) -> tuple[float, int] | None:
    """ "two", "a", "a couple of", "1.5", "2 to 3" (the larger), and the index of the unit."""
    word = line.word(i)
    j = i + 1 if word in ARTICLES else i
    if line.words(j, "couple"):
        return 2.0, j + (2 if line.word(j + 1) == "of" else 1)
    if j > i:
        vague = line.word(j) in VAGUE_COUNTS or (word == "a" and line.word(j) in COUNTLESS)
        return None if vague else (1.0, j)
    if line[i].kind == "dot":
        return float(line[i].text.strip(".")), i + 1
    counted = line.count(i)
    return _more_exactly(line, *counted) if counted else None


def _more_exactly(line: Line, value: int, i: int) -> tuple[float, int]:
    """What makes a whole number another: "1,5", "two and a half", "20ish", "2 to 3"."""
    if line[i].text == "," and line[i].glued and line[i + 1].kind == "num" and line[i + 1].glued:
        return float(f"{value}.{line[i + 1].text[:3]}"), i + 2
    if (line.words(i, "and", "a", "half") or line.words(i, "and", "an", "half")) and line.word(i + 3) in UNITS:
        return value + 0.5, i + 3
    if line.word(i) == "ish" and line[i].glued:
        i += 1
    more = line.count(i + 1) if line[i].text in ("-", "or", "to") else None
    if more and (line.word(more[1]) in UNITS or line.word(more[1]) in WORK):
        return float(more[0]), more[1]
    return float(value), i


def _unit(line: Line, i: int, quantity: float) -> tuple[str, float, int] | None:
    word = line.word(i)
    if word in WORK and line.word(i + 1) in ("day", "days"):
        return "working", quantity, i + 2
    if word in WORK and line.word(i + 1) in ("hour", "hours"):
        return "working hour", quantity, i + 2
    if word == "month's" and line.word(i + 1) != "time":
        return None
    if word == "s" and line[i].glued and line[i - 2].text in DECADES:
        return None
    unit = (GLUED_UNITS if line[i].glued else UNITS).get(word.removesuffix("'s"))
    if unit is None or unit == "weekend" or quantity > _MOST or (word == "m" and quantity > 90):
        return None
    return unit, quantity, i + 1
