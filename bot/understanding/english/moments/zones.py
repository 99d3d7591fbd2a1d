"""Explicit zones: "3pm PT", "15:00 CET", "UTC+2", "+01:00", "Eastern time", "(London time)", "in Berlin"."""

from __future__ import annotations

from bot.clock import is_zone
from bot.understanding.english.time_phrases import AFTER_HOUR
from bot.understanding.english.zone_words import (
    CITIES,
    OWN_ZONES,
    ZONE_TAILS,
    ZONES,
    ZONES_AFTER_A_CLOCK,
    ZONES_THAT_ARE_WORDS,
)
from bot.understanding.moments.line import Line

_REGIONS = frozenset({"africa", "america", "asia", "atlantic", "australia", "europe", "indian", "pacific"})
_PLUS_OR_MINUS = frozenset({"+", "-", "\u2212"})
_SIGNS = _PLUS_OR_MINUS | {"\u2013"}
_HALVES = frozenset({"am", "pm", "noon"})


def zone_at(line: Line, i: int) -> tuple[str, int] | None:
    """The zone at `i` (an IANA name, or an offset such as "+02:00") and the index after it."""
    is_bracketed = line[i].text == "("
    j = i + 1 if is_bracketed else i
    found = (
        _abbreviation(line, j, is_bracketed=is_bracketed)
        or _city(line, j, is_bracketed=is_bracketed)
        or _named(line, j)
        or _bare_offset(line, j)
    )
    if found is None:
        return None
    zone, after = found
    while line.word(after) in ZONE_TAILS and after < j + 6:
        after += 1
    return zone, after + 1 if is_bracketed and line[after].text == ")" else after


def skip_own_zone(line: Line, i: int) -> int:
    """The index after "my time" and "local time", which say the writer's own zone, if they stand at `i`."""
    for words in OWN_ZONES:
        if words[0] == line.word(i) and line.words(i, *words):
            return i + len(words)
    return i


def _is_clock(line: Line, i: int) -> bool:
    return line[i].kind in ("clock", "hclock") or line[i].text in _HALVES


def _abbreviation(line: Line, i: int, *, is_bracketed: bool) -> tuple[str, int] | None:
    word = line.word(i)
    zone = ZONES.get(word)
    if zone is None:
        return None
    if word in ZONES_THAT_ARE_WORDS and not (line[i].capital or line.word(i + 1) == "time" or is_bracketed):
        is_meant = word in ZONES_AFTER_A_CLOCK and _is_clock(line, i - 1) and line[i + 1].text in AFTER_HOUR
        if not (is_meant or (word == "z" and line[i].glued and line[i - 1].kind in ("clock", "num"))):
            return None
    return (_offset_from_utc(line, i + 1) if zone == "UTC" else None) or (zone, i + 1)


def _offset_from_utc(line: Line, i: int) -> tuple[str, int] | None:
    """ "UTC-8", "GMT +1", "UTC+5.30"; what follows on "14:00 UTC-15:00 UTC" and "UTC - 5 people" is no offset."""
    sign, number = line[i], line[i + 1]
    if sign.text not in _SIGNS or not number.glued or number.kind not in ("num", "clock", "dot"):
        return None
    is_range = line.word(i + 2) in ZONES or (line[i + 2].glued and line[i + 2].kind == "word")
    return None if is_range else _offset(line, i)


def _city(line: Line, i: int, *, is_bracketed: bool) -> tuple[str, int] | None:
    first = i + 1 if line.word(i) == "in" else i
    for last in (first + 1, first):
        name = line.word(first) if last == first else f"{line.word(first)} {line.word(last)}"
        city = CITIES.get(name)
        if city is None:
            continue
        is_said = line[last + 1].text == "time"
        is_behind = is_bracketed or _is_clock(line, i - 1)
        is_meant = line[first].capital and is_behind and line[last + 1].text in AFTER_HOUR
        return (city, last + 1) if is_said or is_meant else None
    return None


def _named(line: Line, i: int) -> tuple[str, int] | None:
    """ "Europe/Berlin", "America/New_York"."""
    if line.word(i) not in _REGIONS or line[i + 1].text != "/":
        return None
    name, j = f"{line.word(i).title()}/{line.word(i + 2).title()}", i + 3
    while line[j].text == "_" and line[j].glued and j < i + 8:
        name, j = f"{name}_{line.word(j + 1).title()}", j + 2
    return (name, j) if is_zone(name) else None


def _bare_offset(line: Line, i: int) -> tuple[str, int] | None:
    """ "17:00 +0100": four figures, so that no range is meant."""
    sign, digits = line[i], line[i + 1]
    if sign.text not in _PLUS_OR_MINUS or line[i - 1].kind != "clock" or not digits.glued:
        return None
    is_offset = digits.kind == "num" and len(digits.text) == 4 and (sign.text == "+" or digits.text[0] == "0")
    return _offset(line, i) if is_offset or (digits.kind == "clock" and sign.text == "+") else None


def _offset(line: Line, i: int) -> tuple[str, int] | None:
    hours, _, minutes = line[i + 1].text.rstrip(".").replace(".", ":").partition(":")
    if len(hours) > 2:
        hours, minutes = hours[:-2], hours[-2:]
    if len(hours) > 2 or int(hours) > 14 or int(minutes[:2] or 0) > 59 or len(minutes) == 1:
        return None
    return f"{'+' if line[i].text == '+' else '-'}{int(hours):02d}:{int(minutes[:2] or 0):02d}", i + 2
