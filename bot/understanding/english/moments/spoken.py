"""Clock times as they are spoken: "half three", "a quarter to five", "15 minutes past 3pm", "noon", and am or pm."""

from __future__ import annotations

from bot.understanding.english.moments.bare import is_promised
from bot.understanding.english.moments.neighbours import ends_hour, is_measured
from bot.understanding.english.time_lookalikes import RATED, SCORED
from bot.understanding.english.time_phrases import (
    ASKS_FOR_HOUR,
    MINUTE_WORDS,
    MINUTES_PAST,
    SPOKEN_MINUTES,
    STOPS,
)
from bot.understanding.english.time_words import CARDINALS, NOONS
from bot.understanding.moments.line import Found, Line
from bot.understanding.moments.slots import Clock, Slots

_ASKED = frozenset({"at", "by", "before", "until", "till", "around"})
_HALVES = {"a": "am", "p": "pm"}


def half_of_day(line: Line, i: int) -> tuple[str, int]:
    """ "am" or "pm" at `i` in any spelling ("p", "p.", "p . m ."), or '', and the index after it."""
    token = line[i]
    if token.text in ("am", "pm"):
        return token.text, i + 1
    if token.text not in _HALVES:
        return "", i
    has_dot = line[i + 1].text == "."
    if has_dot and line[i + 2].text == "m":
        return _HALVES[token.text], i + 4 if line[i + 3].text == "." else i + 3
    is_cut = line[i + 1].glued and line[i + 1].kind in ("num", "word")
    if token.glued and not is_cut and line[i + 1].text not in ("'", "-"):
        return _HALVES[token.text], i + 2 if has_dot and line[i + 1].glued else i + 1
    return "", i


def spoken(line: Line, i: int) -> Found | None:
    """A spoken clock time at `i`."""
    j = i + 1 if line[i].text == "a" else i
    noon = j + 1 if line[j].text == "12" else j
    if line.word(noon) in NOONS:
        return Slots(clock=Clock(NOONS[line.word(noon)], 0, 0, "24"), solid=True), noon + 1
    if line.word(j) == "half":
        return _half_past(line, j)
    return _minutes_past(line, i, j) or _hour_and_minutes(line, i)


def _half_past(line: Line, i: int) -> Found | None:
    """ "half past two", and "half three", which is half an hour after three."""
    is_past = line[i + 1].text == "past"
    hour = _hour(line, i + 2 if is_past else i + 1)
    if hour is None:
        return None
    before = line[i - 1].text
    if not is_past and (not ends_hour(line, hour[1], before) or before in ("the", "an", "and")):
        return None
    return Slots(clock=Clock(hour[0].hour, 30, 0, hour[0].half), solid=True), hour[1]


def _minutes_past(line: Line, i: int, j: int) -> Found | None:
    is_quarter = line.word(j) == "quarter"
    counted = (15, j + 1) if is_quarter else _five_and_twenty(line, j) or line.count(j)
    if counted is None or not 0 < counted[0] < 60:
        return None
    minutes, after = counted
    is_said = line.word(after) in MINUTE_WORDS
    after += 1 if is_said else 0
    link = line[after].text
    if link not in MINUTES_PAST or (link == "before" and not is_quarter):
        return None
    hour = _hour(line, after + 1)
    if hour is None or (is_said and link == "after"):
        return None
    if link == "of":
        if not is_quarter or not _is_asked(line, i, hour[1]):
            return None
    elif link != "past" and not (is_quarter or is_said or _is_spoken_to(line, i, minutes, hour)):
        return None
    total = hour[0].hour * 60 + minutes * MINUTES_PAST[link]
    said = total // 60 % 24 if hour[0].half == "24" else total // 60 or 12
    return Slots(clock=Clock(said, total % 60, 0, hour[0].half), solid=True), hour[1]


def _five_and_twenty(line: Line, i: int) -> tuple[int, int] | None:
    """ "Five and twenty past three" is said in the country."""
    return (25, i + 3) if line.words(i, "five", "and", "twenty") else None


def _is_asked(line: Line, i: int, after: int) -> bool:
    """ "At quarter of three", but "grew by a quarter of three points"."""
    before = line[i - 1].text
    return before in _ASKED and not is_measured(line, i) and ends_hour(line, after, before)


def _is_spoken_to(line: Line, i: int, minutes: int, hour: tuple[Clock, int]) -> bool:
    """ "at ten to six" is a time; "from 5 to 6", "10 to 22" and "five to ten people" are ranges."""
    is_word, is_descending = line[i].text in CARDINALS, minutes >= hour[0].hour
    if not is_word:
        return is_descending and minutes in SPOKEN_MINUTES and _is_asked(line, i, hour[1])
    if line[i - 1].text in _ASKED:
        return True
    if minutes not in SPOKEN_MINUTES:
        return False
    is_all = i == 0 or (is_descending and is_promised(line, i - 1, RATED | SCORED))
    return is_all and line[hour[1]].text in STOPS


def _hour_and_minutes(line: Line, i: int) -> Found | None:
    """ "three thirty", "two forty-five pm": an hour and its minutes in words."""
    hour = CARDINALS.get(line.word(i), 0)
    minutes = line.count(i + 1) if line[i + 1].kind == "word" else None
    if not 1 <= hour <= 12 or minutes is None or not 10 <= minutes[0] <= 59:
        return None
    half, after = half_of_day(line, minutes[1])
    before = line[i - 1].text
    if not half and not ends_hour(line, after, before):
        return None
    asked = bool(half) or before in ASKS_FOR_HOUR
    return Slots(clock=Clock(hour, minutes[0], 0, half), weak=not asked, solid=asked), after


def _hour(line: Line, i: int) -> tuple[Clock, int] | None:
    if line.word(i) in NOONS:
        return Clock(NOONS[line.word(i)], 0, 0, "24"), i + 1
    counted = line.count(i)
    if counted is None or not 1 <= counted[0] <= 12:
        return None
    half, after = half_of_day(line, counted[1])
    return Clock(counted[0], 0, 0, half), after
