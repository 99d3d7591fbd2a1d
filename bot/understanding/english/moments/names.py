"""Words of time in names: "our man Friday", "Ruby Tuesday", "12 May Street", "ask Noon, the designer", "tell June"."""

from __future__ import annotations

from bot.understanding.english.time_lookalikes import (
    ADDRESSED,
    MONTHS_OF_PEOPLE,
    NAMES_BEFORE,
    NAMES_BEHIND,
    NIGHTS_BEHIND,
    SERVANTS,
    SERVED,
    STREETS,
    STREETS_WITH_CAPITALS,
)
from bot.understanding.english.time_words import NOONS, WEEKDAYS
from bot.understanding.moments.line import Line


def is_name(line: Line, i: int) -> bool:
    """Whether the words at `i` are (a part of) a name, or a house in a street."""
    token = line[i]
    if token.kind not in ("word", "num") or _is_in_a_street(line, i):
        return token.kind in ("word", "num")
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


def _is_named_day(line: Line, i: int) -> bool:
    before, follows = line.word(i - 1), line[i + 1]
    if before in NAMES_BEFORE.get(line[i].text, ()):
        return True
    if before in SERVANTS and line[i].text == "friday":
        return line.word(i - 2) in SERVED
    is_night = follows.text == "night" and line.word(i + 2) in NIGHTS_BEHIND
    return is_night or (follows.capital and follows.text in NAMES_BEHIND)
