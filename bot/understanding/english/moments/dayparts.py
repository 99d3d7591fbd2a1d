"""Parts of the day: "this afternoon", "tonight", "late morning", "first thing", "lunchtime", "Friday PM"."""

from __future__ import annotations

from bot.understanding.english.feast_words import FEASTS
from bot.understanding.english.moments.bare import is_after
from bot.understanding.english.moments.neighbours import ends_date
from bot.understanding.english.past_words import SHIFTS
from bot.understanding.english.time_phrases import (
    AFTER_A_DAY,
    AFTER_FIRST_THING,
    BEING,
    GREETED,
    HALVES_OF_DAY,
    OWNERS,
    PART_ASKS,
    PART_MODIFIERS,
    PART_PHRASES,
)
from bot.understanding.english.time_words import MEALS, NEXT, PARTS, RELATIVE_DAYS, THIS, TONIGHTS, WEEKDAYS
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Slots


def part_of_day(line: Line, i: int, _: Writer) -> Found | None:
    """A part of the day at `i`; weak when it may be something else ("good morning", "at night")."""
    word = line.word(i)
    for words, part, modifier, relative in PART_PHRASES:
        if words[0] == word and line.words(i, *words) and not _is_a_thing(line, i, i + len(words), part):
            return Slots(relative=relative, part=part, modifier=modifier, solid=True), i + len(words)
    if (word in HALVES_OF_DAY or word == "early") and (found := _behind_a_day(line, i)):
        return found
    modifier, j = None, i
    if word in PART_MODIFIERS:
        modifier, j = PART_MODIFIERS[word], i + 1
        while line.word(j) in ("in", "of", "the") and j < i + 3:
            j += 1
    if line.word(j) in TONIGHTS:
        return Slots(relative=0, part="tonight", modifier=modifier, solid=True), j + 1
    if line.word(j) in NEXT and line.word(j + 1) in PARTS:
        return Slots(relative=1, part=PARTS[line.word(j + 1)], modifier=modifier, solid=True), j + 2
    if line.word(j) in THIS:
        return _this(line, j + 1, modifier)
    return _bare(line, i, j, modifier) if line.word(j) in PARTS else None


def _is_a_thing(line: Line, i: int, after: int, part: str) -> bool:
    """ "the first thing I want to do" is no time."""
    if part != "first thing" or line.word(after - 1) != "thing":
        return False
    return line.word(i - 1) in OWNERS or line[after].text not in AFTER_FIRST_THING


def _behind_a_day(line: Line, i: int) -> Found | None:
    """ "tomorrow AM", "Friday PM", "tomorrow early": only a day before it makes it a part of that day."""
    before = line.word(i - 1) or line.word(i - 2)
    if before not in WEEKDAYS and before not in RELATIVE_DAYS:
        return None
    follows = line[i + 1].text
    if not line[i].capital and (follows not in AFTER_A_DAY or follows in ("i", "we", "you", "on")):
        return None
    word = line.word(i)
    if word == "early":
        return Slots(part="morning", modifier="early", solid=True), i + 1
    return Slots(part=HALVES_OF_DAY[word], solid=True), i + 1


def _this(line: Line, i: int, modifier: str | None) -> Found | None:
    if line.word(i) in PART_MODIFIERS:
        modifier, i = PART_MODIFIERS[line.word(i)], i + 1
    part = PARTS.get(line.word(i))
    if part is None or part in MEALS:
        return None
    return Slots(relative=0, part=part, modifier=modifier, solid=True), i + 1


def _bare(line: Line, i: int, j: int, modifier: str | None) -> Found | None:
    word, before = line[j].text, line[j - 1].text
    is_shift = line[j + 1].text in SHIFTS and (before != "the" or line[j - 2].text not in PART_ASKS)
    if before in GREETED or line[j + 1].text == "!" or (is_shift and before not in PART_ASKS - {"the"}):
        return None
    after = j + 1
    if PARTS[word] in MEALS:
        after += 1 if line.word(after) == "time" else 0
        if (before == "at" and line[j - 2].text in BEING) or (before,) in FEASTS:
            return None  # "I'm at lunch", "Christmas dinner"
        if line[after].kind == "word" and not ends_date(line, after):
            return None  # "after the dinner show"
    is_said_of = before == "the" and line[i - 2].text not in ("in", "by", "before", "for", "on", "until")
    loose = is_said_of and modifier is None and (PARTS[word] in MEALS or word in ("night", "morning", "evening"))
    asked = before in PART_ASKS or (is_after(line, j - 1) and ends_date(line, j + 1))
    weak = not asked or loose or word == "mornings"
    return Slots(part=PARTS[word], modifier=modifier, weak=weak, solid=not weak), after
