"""Whether a bare hour or the number of a day may end here: the clause goes on, or a noun follows that it counts."""

from __future__ import annotations

from unicodedata import category

from bot.understanding.english.time_neighbours import (
    ACTED_ON,
    ACTS,
    ADVERBIAL,
    AFTER_A_DATE,
    AFTER_GIVEN,
    ASKS_PLAINLY,
    AUXILIARIES,
    DOES,
    GOES_ON,
    GROWN_BY,
    IS_OFF,
    MEASURED_AT,
    NO_PAST,
    OWN_OPINIONS,
    PAST,
    PLACES,
    PRONOUNS,
    SOLD_BY,
    UNITS_IN_CAPITALS,
)
from bot.understanding.english.time_phrases import AFTER_A_DAY, AFTER_HOUR, NOT_AFTER_THE
from bot.understanding.moments.line import Line

_FIGURES = frozenset({"num", "dot"})
_BEYOND_LETTERS = "\u2000"
_OPENING = frozenset({"(", "[", "#", "&", "`"})
_BREAKS = frozenset({"\u2026", "\u2014", "\u2192", "^"})
_PICTURES = frozenset({"So", "Sk", "Mn", "Cf"})


def ends_hour(line: Line, i: int, asked: str) -> bool:
    """Whether an hour may stand before `i`, when the word `asked` stands before it."""
    if asked not in ASKS_PLAINLY:
        return _ends_vague_hour(line, i)
    token = line[i]
    if token.kind == "word":
        if token.glued:
            return token.text in AFTER_HOUR
        if token.text in ("the", "in"):
            beyond = line[i + 1].text
            return beyond not in SOLD_BY or beyond in NOT_AFTER_THE if token.text == "the" else beyond in PLACES
        is_auxiliary = token.text in AUXILIARIES and (asked not in ("before", "after") or token.text.startswith("w"))
        is_held = _is_told(line, i) or (asked == "around" and _is_guess(line, i))
        return is_auxiliary or (goes_on(line, i, GOES_ON) and not is_held)
    return token.text in AFTER_HOUR or _is_aside(line, i)


def ends_date(line: Line, i: int) -> bool:
    """Whether the number of a day may stand before `i`."""
    return line[i].text in AFTER_A_DAY or goes_on(line, i, AFTER_A_DATE) or _is_aside(line, i)


def ends_gift(line: Line, i: int) -> bool:
    """Whether a distance that is given ("give me an hour") may end before `i`."""
    return line[i].text in AFTER_GIVEN or _is_contraction(line[i].text) or _is_aside(line, i)


def is_measured(line: Line, i: int) -> bool:
    """ "Increased by 4", "capped at 5", "off by 2", "more than 3": what stands before the number at `i` measures."""
    asked, before, ahead = line[i - 1].text, line[i - 2].text, line[i - 3].text
    if asked == "by":
        is_off = before == "off" and (not ahead or ahead in IS_OFF)
        return is_off or before in GROWN_BY or (before in ("it", "them", "that") and ahead in GROWN_BY)
    if asked == "than":
        return before not in ("later", "earlier", "sooner")
    return asked == "at" and before in MEASURED_AT


def _ends_vague_hour(line: Line, i: int) -> bool:
    word = line[i].text
    if word == "the":
        return line[i + 1].text in NOT_AFTER_THE
    is_said = word in AFTER_HOUR or (_is_contraction(word) and not word.endswith("'d"))
    return line[i + 1].text == "the" if word == "in" else is_said


def goes_on(line: Line, i: int, words: frozenset[str]) -> bool:
    """Whether one of the words, or who acts next, stands at `i` by itself."""
    token = line[i]
    if token.kind != "word" or token.glued:
        return False
    if token.text in ADVERBIAL:
        return line[i + 1].kind not in _FIGURES and (token.text not in ("w", "b") or line[i + 1].text == "/")
    return token.text in words or _is_contraction(token.text) or _is_who_acts(line, i)


def _is_told(line: Line, i: int) -> bool:
    """ "After 11 it broke", "at 16 he started coding"."""
    verb = line.word(i + 1) if line[i].text in PRONOUNS else ""
    return verb in PAST or (verb.endswith("ed") and verb not in NO_PAST)


def _is_guess(line: Line, i: int) -> bool:
    """ "Around 10 I guess" answers how many."""
    return line[i].text in ("i", "i'd", "id") and (line.word(i + 1) in OWN_OPINIONS or line.word(i + 1) == "say")


def _is_contraction(word: str) -> bool:
    """ "I'll", "she's"."""
    stem, apostrophe, _ = word.partition("'")
    return bool(apostrophe) and stem in PRONOUNS


def _is_who_acts(line: Line, i: int) -> bool:
    """ "By 5 Ana sends it", "at 4 Ana's calling": a name, which is nothing that one counts."""
    name, verb = line[i], line.word(i + 1)
    if not name.capital or name.text in UNITS_IN_CAPITALS:
        return False
    if name.text.endswith(("'ll", "'s")):
        return True
    return verb in ACTS or (verb in DOES and line[i + 2].text in ACTED_ON)


def _is_aside(line: Line, i: int) -> bool:
    """A bracket, a picture, a link, a person, a channel or dots."""
    token, beyond = line[i], line[i + 1]
    if token.kind == "junk":
        return token.text.startswith(("http", "www."))
    if token.text in _OPENING:
        return beyond.kind not in _FIGURES and line.count(i + 1) is None
    if token.text == "<":
        return beyond.text in ("@", "3")
    is_picture = token.text > _BEYOND_LETTERS and category(token.text[0]) in _PICTURES
    return token.kind == "punct" and (token.text in _BREAKS or is_picture)
