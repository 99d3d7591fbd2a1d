"""Explicit zones: "3pm PT", "15:00 CET", "UTC+2", "Eastern time", "(London time)"."""

from __future__ import annotations

from bot.understanding.english.time_words import CITIES, ZONES, ZONES_THAT_ARE_WORDS
from bot.understanding.moments.line import Line


def zone_at(line: Line, i: int) -> tuple[str, int] | None:
    """The zone at `i` (an IANA name, or an offset such as "+02:00") and the index after it."""
    is_bracketed = line[i].text == "("
    j = i + 1 if is_bracketed else i
    found = _abbreviation(line, j, is_bracketed=is_bracketed) or _city(line, j)
    if found is None:
        return None
    zone, after = found
    after += 1 if line.word(after) == "time" else 0
    return zone, after + 1 if is_bracketed and line[after].text == ")" else after


def _abbreviation(line: Line, i: int, *, is_bracketed: bool) -> tuple[str, int] | None:
    word = line.word(i)
    zone = ZONES.get(word)
    if zone is None:
        return None
    if word in ZONES_THAT_ARE_WORDS and not (line[i].capital or line.word(i + 1) == "time" or is_bracketed):
        return None
    sign = line[i + 1]
    if zone == "UTC" and sign.text in ("+", "-") and sign.glued and line[i + 2].kind in ("num", "clock"):
        return _offset(line, i + 1)
    return zone, i + 1


def _city(line: Line, i: int) -> tuple[str, int] | None:
    last = i + 1 if line.word(i) == "new" else i
    city = CITIES.get(line.word(last))
    return (city, last + 1) if city and line[last + 1].text == "time" else None


def _offset(line: Line, i: int) -> tuple[str, int] | None:
    hours, _, minutes = line[i + 1].text.partition(":")
    if len(hours) > 2:
        hours, minutes = hours[:-2], hours[-2:]
    if int(hours) > 14 or int(minutes or 0) > 59:
        return None
    return f"{line[i].text}{int(hours):02d}:{int(minutes or 0):02d}", i + 2
