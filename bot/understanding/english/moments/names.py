"""Words of time in names: "our man Friday", "Ruby Tuesday", "12 May Street", "ask Noon, the designer", "tell June"."""

from __future__ import annotations

from bot.understanding.english.feast_words import FEASTS
from bot.understanding.english.time_lookalikes import (
    ADDRESSED,
    DAYS_WITH_NOUNS,
    DOMAINS,
    MONTHS_OF_PEOPLE,
    NAMES_BEFORE,
    NAMES_BEHIND,
    NIGHTS_BEHIND,
    SERVANTS,
    SERVED,
    STREETS,
    STREETS_WITH_CAPITALS,
)
from bot.understanding.english.time_phrases import OWNERS, STOPS
from bot.understanding.english.time_words import CARDINALS, NOONS, UNITS, WEEKDAYS
from bot.understanding.moments.line import Line

_HOURS = 12


def is_name(line: Line, i: int) -> bool:
    """Whether the words at `i` are (a part of) a name, or a house in a street."""
    token = line[i]
    if token.kind not in ("word", "num"):
        return False
    if _is_in_a_street(line, i) or _is_domain(line, i) or _is_numbered_brand(line, i) or _is_title(line, i):
        return True
    if token.text in WEEKDAYS:
        return _is_named_day(line, i)
    is_person = token.text in NOONS or (token.text in MONTHS_OF_PEOPLE and line[i + 1].kind != "num")
    return is_person and token.capital and line.word(i - 1) in ADDRESSED


def _is_in_a_street(line: Line, i: int) -> bool:
    """ "12 May Street", "May Street", "5 High Street"."""
    name = i + 1 if line[i].kind == "num" else i
    street = line[name + 1]
    if not line[name].capital or line[name].kind != "word" or street.glued:
        return False
    return street.text in STREETS or (street.capital and street.text in STREETS_WITH_CAPITALS)


def _is_domain(line: Line, i: int) -> bool:
    """ "Monday.com"; "by Monday.Then" lacks a space."""
    dot, domain = line[i + 1], line[i + 2]
    return dot.text == "." and dot.glued and domain.glued and domain.text in DOMAINS and not domain.capital


def _is_numbered_brand(line: Line, i: int) -> bool:
    """ "7-Eleven", "Seven-Eleven"."""
    second = i + 2 if line[i + 1].text == "-" and line[i + 1].glued else i + 1
    is_number = line[second].capital and 0 < CARDINALS.get(line.word(second), 0) <= _HOURS  # no "Three Thirty"
    return is_number and (line[second].glued or line[i].capital) and line.count(i) is not None


def _is_title(line: Line, i: int) -> bool:
    """ "28 Days Later", "24 Hour Fitness": both words behind a number are capital, the one before it is not."""
    unit, noun, before = line[i + 1], line[i + 2], line[i - 1]
    if not (unit.capital and noun.capital and unit.text in UNITS) or noun.kind != "word" or line.count(i) is None:
        return False
    is_first = line[i - 2].text in STOPS  # where every word is capital
    return before.kind != "word" or not before.capital or is_first


def _is_named_day(line: Line, i: int) -> bool:
    before, follows = line.word(i - 1), line[i + 1]
    if before in NAMES_BEFORE.get(line[i].text, ()) or (before, line[i].text) in FEASTS:
        return True
    if follows.text in DAYS_WITH_NOUNS.get(line[i].text, ()) and not follows.glued:
        return True
    if follows.text == "best" and line[i].text == "sunday":
        return before in OWNERS or len(line) <= i + 2
    if before in SERVANTS and line[i].text == "friday":
        return line.word(i - 2) in SERVED
    is_night = follows.text == "night" and line.word(i + 2) in NIGHTS_BEHIND
    return is_night or (follows.capital and follows.text in NAMES_BEHIND)
