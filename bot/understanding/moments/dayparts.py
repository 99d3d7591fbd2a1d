"""Parts of the day: "this afternoon", "tonight", "late morning", "first thing", "lunchtime", "early in the day"."""

from __future__ import annotations

from bot.understanding.english.time_words import PARTS
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Slots

_MODIFIERS = {
    "early": "early",
    "late": "late",
    "later": "late",
    "mid": "mid",
    "middle": "mid",
    "end": "end",
    "first": "first",
}
_GREETED = frozenset({"good", "a", "every", "all", "each", "per", "my", "nice", "lovely", "our", "any"})
_ASKS = frozenset({"the", "by", "before", "after", "until", "till", "at"})
_PHRASES: tuple[tuple[tuple[str, ...], Slots], ...] = (
    (("early", "in", "the", "day"), Slots(part="morning", solid=True)),
    (("late", "in", "the", "day"), Slots(part="afternoon", modifier="late", solid=True)),
    (("later", "in", "the", "day"), Slots(part="afternoon", solid=True)),
    (("first", "thing", "in", "the", "morning"), Slots(part="first thing", solid=True)),
    (("first", "thing"), Slots(part="first thing", solid=True)),
    (("last", "night"), Slots(relative=-1, part="night", solid=True)),
)


def part_of_day(line: Line, i: int, _: Writer) -> Found | None:
    """A part of the day at `i`; weak when it may be something else ("good morning", "at night")."""
    for words, slots in _PHRASES:
        if line.words(i, *words):
            return Slots(relative=slots.relative, part=slots.part, modifier=slots.modifier, solid=True), i + len(words)
    modifier, j = None, i
    if line.word(i) in _MODIFIERS:
        modifier, j = _MODIFIERS[line.word(i)], i + 1
        while line.word(j) in ("in", "of", "the") and j < i + 3:
            j += 1
    if line.word(j) == "tonight":
        return Slots(relative=0, part="tonight", modifier=modifier, solid=True), j + 1
    if line.word(j) in ("next", "following") and line.word(j + 1) in PARTS:
        return Slots(relative=1, part=PARTS[line.word(j + 1)], modifier=modifier, solid=True), j + 2
    if line.word(j) == "this":
        return _this(line, j + 1, modifier)
    return _bare(line, i, j, modifier) if line.word(j) in PARTS else None


def _this(line: Line, i: int, modifier: str | None) -> Found | None:
    if line.word(i) in _MODIFIERS:
        modifier, i = _MODIFIERS[line.word(i)], i + 1
    part = PARTS.get(line.word(i))
    if part is None or line.word(i) == "lunch":
        return None
    return Slots(relative=0, part=part, modifier=modifier, solid=True), i + 1


def _bare(line: Line, i: int, j: int, modifier: str | None) -> Found | None:
    word, before = line[j].text, line[j - 1].text
    if before in _GREETED:
        return None
    is_said_of = before == "the" and line[i - 2].text not in ("in", "by", "before", "for", "on", "until")
    loose = is_said_of and modifier is None and word in ("night", "lunch", "morning", "evening")
    weak = before not in _ASKS or loose or word == "mornings"
    return Slots(part=PARTS[word], modifier=modifier, weak=weak, solid=not weak), j + 1
