"""Clock times: "3pm", "15h30", "330 p.m.", "11.00am", "by 3", "8 tonight". Spoken ones are in `spoken`."""

from __future__ import annotations

import re

from bot.understanding.english.moments.adjectives import describes
from bot.understanding.english.moments.figures import is_no_clock
from bot.understanding.english.moments.halves import asker, is_day, is_letter, is_letter_asked
from bot.understanding.english.moments.neighbours import ends_hour, is_measured
from bot.understanding.english.moments.spoken import half_of_day, spoken
from bot.understanding.english.moments.zones import skip_own_zone, zone_at
from bot.understanding.english.time_phrases import (
    AFTER_HOUR,
    APPROXIMATE_HOURS,
    ASKS_FOR_HOUR,
    DATE_OR_VERSION,
    HOURS_WORDS,
    NUMBERED,
    STOPS,
)
from bot.understanding.english.time_words import MEALS, PARTS, RANGES, RELATIVE_DAYS, TONIGHTS, WEEKDAYS
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Clock, Slots

_ASKS_WITH_DAY = ASKS_FOR_HOUR | {"about", "past", "to"}
_YEARS = ("19", "20", "21")


def clock(line: Line, i: int, writer: Writer) -> Found | None:
    """A clock time at `i`; "am", "pm", "o'clock", "ish" and a zone are taken along."""
    found = spoken(line, i) or _literal(line, i) or _dotted(line, i, writer) or _figure(line, i) or _bare_hour(line, i)
    if found is None:
        return None
    slots, after = found
    if line.word(after) in APPROXIMATE_HOURS or (line.word(after) in HOURS_WORDS and line[after - 1].kind == "clock"):
        after += 1
    zoned = zone_at(line, after)
    if zoned:
        slots.zone, after = zoned
        slots.weak, slots.solid = False, True
    after = skip_own_zone(line, after)
    return None if slots.solid and describes(line, i, after) else (slots, after)


def impossible_clock(line: Line) -> tuple[int, int] | None:
    """Where the first stands that is written like a clock time and is none: "25:00", "9:75", "13pm"."""
    for i, token in enumerate(line.tokens):
        half, after = half_of_day(line, i + 1)
        is_clock = token.kind in ("clock", "hclock")
        is_figure = token.kind == "num" and bool(half) and line[i + 1].glued
        is_figure = is_figure and (not is_letter(line, i + 1, after) or is_letter_asked(line, i, i + 1))
        is_clock = is_clock and not is_no_clock(line, i)
        if (is_clock and _literal(line, i) is None) or (is_figure and _figure(line, i) is None):
            return token.start, line[after - 1].end
    return None


def _literal(line: Line, i: int) -> Found | None:
    """ "15:30", "3:30 pm", "9:01:10 AM", "15h30"."""
    token = line[i]
    if token.kind not in ("clock", "hclock"):
        return None
    hour, minute, second = ([int(part) for part in re.split("[:h]", token.text)] + [0])[:3]
    half, after = half_of_day(line, i + 1)
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and minute + second) or (half and not 0 < hour <= 12):
        return None
    if not half and token.kind == "clock" and is_no_clock(line, i):
        return None
    if not half and (token.kind == "hclock" or hour >= 13 or token.text[0] == "0"):
        half = "24"
    return Slots(clock=Clock(hour, minute, second, half), solid=True), after


def _dotted(line: Line, i: int, writer: Writer) -> Found | None:
    """ "11.00am", and after a word that asks for it or in a range "6.45"; 3.11 is a version."""
    if line[i].kind != "dot":
        return None
    whole, _, part = line[i].text.strip(".").partition(".")
    hour, minute = int(whole), int(part)
    if len(part) != 2 or hour > 23 or minute > 59:
        return None
    half, after = half_of_day(line, i + 1)
    if half:
        return (Slots(clock=Clock(hour, minute, 0, half), solid=True), after) if 1 <= hour <= 12 else None
    if writer.day_first and len(line) - (line[after].kind == "punct") == 1 and _is_round(hour, minute):
        return Slots(clock=Clock(hour, minute, 0, "24" if hour > 12 else ""), solid=True), after
    asked, first = asker(line, i)
    is_asked = asked in ("at", "@", "around") or is_day(line, i - 1) or _is_dotted_time(line, i, hour, minute)
    if not is_asked or is_measured(line, first) or not _ends_dotted(line, after, asked):
        return None
    return Slots(clock=Clock(hour, minute, 0, "24" if hour > 12 else ""), weak=True), after


def _is_dotted_time(line: Line, i: int, hour: int, minute: int) -> bool:
    """ "By 17.00", "9.30-4.30pm" after such a word: no version has minutes like these, and none is a month."""
    asked, first = asker(line, i)
    if asked not in ASKS_FOR_HOUR:
        return False
    is_ranged = line[i + 1].text == "-" and (line[i + 2].kind in ("clock", "num") or line[i + 3].text in ("am", "pm"))
    return is_ranged or (_is_round(hour, minute) and asked in DATE_OR_VERSION and not is_measured(line, first))


def _is_round(hour: int, minute: int) -> bool:
    return hour > 0 and minute % 5 == 0 and not 0 < minute <= 12


def _ends_dotted(line: Line, i: int, before: str) -> bool:
    """Whether no unit or noun stands at `i`: "@ 2.00GHz", "at 4.50 each"."""
    follows = line[i]
    if follows.kind not in ("word", "junk") or follows.text in HOURS_WORDS or is_day(line, i):
        return True
    return ends_hour(line, i, before if before in DATE_OR_VERSION else "at") or zone_at(line, i) is not None


def _figure(line: Line, i: int) -> Found | None:
    """ "3pm", "330 p.m.", "six p.m.", "16h", "3 o'clock", "11ish"."""
    counted = line.count(i)
    if counted is None or counted[0] > 2359:
        return None
    value, after = counted
    half, end = half_of_day(line, after)
    if half:
        hour, minute = divmod(value, 100) if value > 24 else (value, 0)
        is_time = 1 <= hour <= 12 and minute <= 59 and line[i - 1].text not in ("i", "o")
        is_time = is_time and (not is_letter(line, after, end) or is_letter_asked(line, i, after))
        return (Slots(clock=Clock(hour, minute, 0, half), solid=True), end) if is_time else None
    follows = line[after]
    is_cut = line[after + 1].glued and line[after + 1].kind in ("num", "word")
    is_hour = follows.text == "h" and follows.glued and value < 24 and not is_cut
    if is_hour and line[i - 1].text not in ("in", "+", "within"):
        return Slots(clock=Clock(value, 0, 0, "24"), weak=value < 13, solid=value >= 13), after + 1
    ish = after + 1 if follows.text == "-" and follows.glued else after
    if 1 <= value <= 24 and follows.text in ("o'clock", "oclock"):
        half, end = half_of_day(line, after + 1)
        return Slots(clock=Clock(value, 0, 0, "24" if value > 12 else half), solid=True), end
    if 1 <= value <= 12 and line[ish].text == "ish" and line[ish].glued:
        return Slots(clock=Clock(value), solid=True), ish + 1
    return _military(line, i)


def _military(line: Line, i: int) -> Found | None:
    """ "by 1730", "1700 hours", "1730h", "1700Z": four figures that a neighbour makes a time, and no year."""
    text, follows = line[i].text, line[i + 1]
    if len(text) != 4 or not text.isdigit() or int(text[2:]) % 5 or int(text[:2]) > 23 or int(text[2:]) > 59:
        return None
    slots = Slots(clock=Clock(int(text[:2]), int(text[2:]), 0, "24"), weak=True)
    if follows.text in HOURS_WORDS:
        slots.weak, slots.solid = not follows.glued and text[0] != "0", follows.glued or text[0] == "0"
        return slots, i + 2
    if follows.text == "z" and follows.glued:
        return slots, i + 1
    asked = line[i - 1].text in ("at", "by", "before", "until") and text[:2] not in _YEARS
    if not asked and text[0] != "0":
        return None
    return (slots, i + 1) if follows.text in AFTER_HOUR or (asked and ends_hour(line, i + 1, "at")) else None


def _bare_hour(line: Line, i: int) -> Found | None:
    """ "by 3", "at five", "8 tonight", "3 in the morning": a bare number that a neighbour makes an hour."""
    counted = line.count(i)
    if counted is None or not 0 < counted[0] <= 23:
        return None
    hour, after = counted
    if hour <= 12 and _is_hour_of_a_day(line, i, after):
        return Slots(clock=Clock(hour), solid=True), after
    asked, first = asker(line, i)
    is_twice = line[first - 2].text == line[i].text  # "4 by 4"
    if asked not in ASKS_FOR_HOUR or is_twice or is_measured(line, first) or _counts_something(line, i, after):
        return None
    return Slots(clock=Clock(hour, 0, 0, "24" if hour > 12 else ""), weak=True), after


def _is_hour_of_a_day(line: Line, i: int, after: int) -> bool:
    """ "8 tonight", "by 3 tomorrow", "Tuesday evening 6", "tomorrow 9 PT"."""
    before = line.word(i - 1)
    if line.word(after) in RELATIVE_DAYS and line[i - 1].text in _ASKS_WITH_DAY:
        return True
    if (
        before in PARTS
        and line[after].text in STOPS
        and (line.word(i - 2) in WEEKDAYS or line.word(i - 2) in RELATIVE_DAYS)
    ):
        return True
    is_zoned = (before in RELATIVE_DAYS or before in WEEKDAYS) and zone_at(line, after) is not None
    return is_zoned or _has_part(line, i, after)


def _has_part(line: Line, i: int, after: int) -> bool:
    j = after
    while line[j].text in ("in", "the", "this", "at") and j < after + 2:
        j += 1
    part = line.word(j)
    said = part in TONIGHTS or (j > after and part in PARTS and PARTS[part] not in MEALS)
    return said and line[i - 1].text not in NUMBERED


def _counts_something(line: Line, i: int, after: int) -> bool:
    """ "at 5 percent", "by 3 people", "at one with", "by 10-5": the number counts, it is no hour."""
    token, follows, beyond = line[i], line[after], line[after + 1]
    asked, _ = asker(line, i)
    if (follows.text in RANGES or follows.text in ("and", "or")) and _second_counts(line, after + 1, asked):
        return True
    if token.kind == "word" and follows.text in ("with", "to", "as", "in", "and", "or", "the", "but", "at"):
        return True
    if not ends_hour(line, after, asked) and not zone_at(line, after):
        return True
    return follows.glued and follows.kind == "punct" and beyond.kind == "num" and beyond.glued


def _second_counts(line: Line, i: int, asked: str) -> bool:
    """ "by 5 to 10 points", "at 4 or 5 %": the noun stands behind the second number."""
    second = line.count(i)
    if second is None:
        return line[i].kind == "junk" and not ends_hour(line, i, asked)
    noun = line[second[1]]
    is_time = noun.text in PARTS or half_of_day(line, second[1])[0] or zone_at(line, second[1])
    return noun.kind == "word" and not is_time and not ends_hour(line, second[1], asked)
