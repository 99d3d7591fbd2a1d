"""Dates and lengths that only a promise makes due: "we'll do it 5/11", "back in 15", "in a jiffy, 10 min"."""

from __future__ import annotations

from bot.understanding.english.time_lookalikes import (
    ACTS_AFTER_LENGTH,
    AFTER_LENGTH,
    BACK_IN,
    BEFORE_OBJECTS,
    DONE_AFTER_LENGTH,
    NO_LENGTH_IN,
    NO_OBJECT_BEFORE,
    OBJECTS,
    PERSONS_POST,
    PROMISED_WITH,
    RATED,
    SOON,
    SOON_IF_PROMISED,
)
from bot.understanding.english.time_neighbours import PRONOUNS
from bot.understanding.english.time_phrases import OWNERS, STOPS
from bot.understanding.moments.line import Found, Line
from bot.understanding.moments.slots import Group, Slots

_ENDS = STOPS - {"-", "\u2013", "/", ":", "~", "@", "*", "_", "'"}
_SENTENCE_ENDS = frozenset({"", "\n", ".", "!", "?", ";"})
_LONGEST_DATE = len("12/31")
_FRACTIONS = frozenset({2, 3, 4, 5, 6, 8, 10})
_ARTICLES = OWNERS | {"its", "this", "that"}
_FEW = 5
_ROUND = frozenset({5, 10, 15, 20, 25, 30, 40, 45, 50, 60, 90})


def is_promised_date(line: Line, i: int, after: int) -> bool:
    """Whether "5/11" at `i` is a day without a preposition: a promise stands round it, and it is no fraction."""
    if line[i].kind != "slash" or after != i + 1 or len(line[i].text) > _LONGEST_DATE:
        return False
    first, second = (int(part) for part in line[i].text.split("/"))
    if line[i - 1].text in _ENDS and line.words(after, "is", "when"):
        return True
    if first <= second and second in _FRACTIONS:
        return False
    if line[i - 1].text in _ENDS:
        after += 1 if line[after].text in (":", ",") else 0
        who = line.word(after)
        return _is_contracted(who) or (who in ("i", "we") and line.word(after + 1) in PROMISED_WITH)
    return line[after].text in _ENDS and is_promised(line, i - 1, RATED) and line[i - 1].kind == "word"


def is_promised_day(line: Line, i: int, group: Group) -> bool:
    """ "I'll ship it the 22nd", "I'll pay on payday, the 31st": a promise, its object, and the number of a day."""
    slots, the = group.slots, line[i - 1].text
    is_bare = slots.month is None and slots.weekday is None and slots.period is None and not group.how
    if not is_bare or the != "the" or not _ends_day(line, group.after):
        return False
    before = line.word(i - 2)
    is_named = bool(before) and before not in NO_OBJECT_BEFORE and line.word(i - 3) in _ARTICLES
    is_apart = line[i - 2].text == "," and (slots.day or 0) > _FEW
    return (before in OBJECTS or is_named or is_apart) and is_promised(line, i - 2, RATED)


def _ends_day(line: Line, i: int) -> bool:
    return _ends(line, i) or line.word(i) in ("if", "at", "so", "but", "instead", "because", "unless")


def bare_minutes(line: Line, i: int) -> Found | None:
    """ "Back in 15", "I'll call you in 20": "in" stands at `i`, and the clause ends behind a round number."""
    counted = line.count(i + 1)
    if counted is None or counted[0] not in _ROUND or not _ends(line, counted[1]):
        return None
    if line.word(i - 1) not in BACK_IN and not is_promised(line, i - 1, NO_LENGTH_IN):
        return None
    return Slots(offset={"minute": float(counted[0])}, solid=True), counted[1]


def is_promised_length(line: Line, i: int, after: int) -> bool:
    """Whether "10 min" at `i` tells how soon: "in a jiffy, 10 min", "brb 5 min", "I'll be back, 10 min tops"."""
    if not _ends(line, after):
        return False
    is_apart = line[i - 1].text in (",", "-", "(", "\u2013", "\u2014")
    soon = line.word(i - 2 if is_apart else i - 1)
    if soon in SOON:
        return True
    return is_apart and soon in SOON_IF_PROMISED and is_promised(line, i - 3, frozenset())


def is_only_length(line: Line, i: int, after: int) -> bool:
    """Whether "30 mins" or "4 weeks" is all that is said: who is asked when, answers so."""
    starts = i == 0 or (i == 1 and line[0].text in ("~", "about", "around", "maybe"))
    return starts and after >= len(line) - (1 if line[len(line) - 1].kind == "punct" else 0)


def opens_act(line: Line, i: int, after: int) -> bool:
    """Whether a length opens the sentence and an act follows: "an hour, then I call her", "5 min and it's done"."""
    if line[i - 1].text in ("just", "only"):
        i -= 1
    if line[i - 1].text not in _SENTENCE_ENDS | {","} or (line[i - 1].text == "," and i > 2):
        return False
    j = after + 1 if line[after].text == "," else after
    if line.word(j) not in ("and", "then"):
        return False
    j += 2 if line.words(j, "and", "then") else 1
    who, does = line.word(j), line.word(j + 1)
    if who in ("i", "we"):
        return does in ACTS_AFTER_LENGTH or does == "will"
    if who in ("it", "that", "they"):
        return does in ("is", "are") and line.word(j + 2) in DONE_AFTER_LENGTH
    return who in ("i'll", "we'll") or (who in ("it's", "that's", "they're", "its") and does in DONE_AFTER_LENGTH)


def is_after(line: Line, i: int) -> bool:
    """Whether "post" at `i` means after: "post lunch", but "I'll post lunch menus"."""
    if line[i].text != "post":
        return False
    before = line.word(i - 1)
    is_object = before in ("you", "this", "that") and line.word(i - 2) in BEFORE_OBJECTS
    return is_object or before not in PERSONS_POST


def _ends(line: Line, i: int) -> bool:
    return line[i].text in _ENDS or (line.word(i) in AFTER_LENGTH and line[i + 1].text in _ENDS)


def is_promised(line: Line, i: int, none_of: frozenset[str]) -> bool:
    """Whether the sentence up to `i` promises, and none of these words stands behind the promise."""
    for j in range(i, i - 9, -1):
        word = line[j].text
        if word in none_of or word in _SENTENCE_ENDS:
            return False
        if word in PROMISED_WITH or _is_contracted(word):
            return True
    return False


def _is_contracted(word: str) -> bool:
    stem, _, tail = word.partition("'")
    return tail == "ll" and stem in PRONOUNS
