"""Somebody outside, named ("Acme") or not ("a client"), where they stand in a sentence: did they speak or suffer?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from bot.understanding.english import passing_words as passing
from bot.understanding.english import spoken_words as words
from bot.understanding.patterns import regex

WORDS_FROM_THEM = "tells of words from them"
_LONGEST_SIDE = 160
_MOST_PRONOUNS = 4
_ENDS = regex(
    r"(?i)(?<=[.!?…])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bdr\.)(?<!\bmr\.)(?<!\bms\.)(?<!\bmrs\.)(?<!\bprof\.)"
    r"[\"')\]”\u2019]*\s|\n"
)
_QUESTION = regex(r"[^.!\n]{0,160}\?")
_BEGINS_AFTER = frozenset('.!?:\n>•-"“(')


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody where they stand: as written, with their sentence before and after, and what follows that sentence."""

    written: str
    before: str
    after: str
    rest: str
    begins: bool


def place_at(text: str, start: int, end: int) -> Place:
    """The place of a text between these two positions."""
    before = _ENDS.split(text[max(0, start - _LONGEST_SIDE) : start])[-1]
    side = text[end : end + _LONGEST_SIDE]
    stop = _ENDS.search(side)
    after, rest = (side[: stop.start()], side[stop.end() :]) if stop else (side, "")
    begins = not text[:start].strip() or text[:start].rstrip()[-1:] in _BEGINS_AFTER
    straight = before.replace("\u2019", "'"), after.replace("\u2019", "'"), rest.replace("\u2019", "'")
    return Place(text[start:end], *straight, begins)


def how_they_spoke(place: Place) -> str:
    """For people: what they did; empty when they only come up."""
    if words.THEY_FEEL.match(place.after):
        return "tells how they feel"
    if any(
        shape.search(place.after) for shape in (passing.THINGS, passing.AGREES_ON_A_TIME, passing.NEWS, passing.PASSIVE)
    ):
        return ""
    if words.WORDS_FROM.search(place.before) and not passing.NOT_YET.search(place.before):
        is_told = not (passing.NOTE_IS_THERE.match(place.after) or is_settled(place.after + place.rest))
        return WORDS_FROM_THEM if is_told else ""
    if _is_subject(place) and (match := words.SPOKE.match(place.after)):
        return _what_they_did(place, match)
    return _when_talking(place)


def is_unreal(place: Place) -> bool:
    """A question about them, a condition, something that is only hoped for, or an example in a document."""
    if passing.UNREAL.search(place.before) or passing.MADE_UP.search(place.before):
        return True
    if passing.SUPPOSED.search(place.before) and passing.WOULD.match(place.after):
        return True
    asks = passing.ASKING.match(place.before)
    return asks is not None and (bool(_QUESTION.match(place.after)) or not place.before[asks.end() :].strip())


def _what_they_did(place: Place, match: re.Match[str]) -> str:
    is_agreed = words.SAYING.search(match.group()) and is_settled(place.after[match.end() :] + place.rest)
    if is_agreed or passing.IS_CONTENT.match(place.after):
        return ""
    return f"“{' '.join(match.group().split()).lower()}”"


def _when_talking(place: Place) -> str:
    if passing.NOT_YET.search(place.before):
        return ""
    if words.SPOKE_WITH.search(place.before) and (_goes_on(place) or _is_heard(place)):
        return "tells what they said"
    if words.HAD_ON_THE_PHONE.search(place.before) and words.ON_THE_PHONE.match(place.after):
        return "" if is_settled(place.after) else "tells what they said"
    if goes_on_after_talk(place):
        return "tells what they said"
    return "tells of their trouble" if words.THEIR_TROUBLE.match(place.after) else ""


def goes_on_after_talk(place: Place) -> bool:
    """Whether a teammate talked with them, and the next clause or sentence tells what they said."""
    if not words.TALKED.search(place.before) or passing.NOT_YET.search(place.before):
        return False
    return not words.OF_THE_HOUSE.match(place.after) and _go_on_themselves(place)


def told_of_themselves(said: str) -> bool:
    """Whether words about somebody who was named before tell what they said or suffer: "they still can't print"."""
    for match in islice(words.THEY.finditer(said), _MOST_PRONOUNS):
        if _what_is_told(Place("", "", said[match.end() :], "", False)):
            return True
    return False


def _is_subject(place: Place) -> bool:
    if words.PEOPLE_AT.search(place.before) or not passing.MOVED.search(place.before):
        return True
    return bool(words.ONE_AT.search(place.before) and words.SAYS.match(place.after))


def _goes_on(place: Place) -> bool:
    """Whether what they said follows, in the same sentence or, where that ends with the name, in the next."""
    if words.WHAT_THEY_SAID.match(place.after):
        return True
    return not place.after.strip(" .!") and bool(words.WHAT_THEY_SAID.match(place.rest))


def _is_heard(place: Place) -> bool:
    """Whether it was heard from them that something is so."""
    clause = words.THAT.match(place.after)
    if clause is None or not words.HEARD.search(place.before):
        return False
    return not is_settled(place.after[clause.end() :])


def _go_on_themselves(place: Place) -> bool:
    """Whether they speak in the next clause or sentence: "met Ms Lind, she says…", "met Ms Lind. She can't log in."."""
    if follows := words.THEN_THEY.match(place.after):
        theirs = replace(place, before="", after=place.after[follows.end() :])
    elif (begins := words.THEY_BEGIN.match(place.rest)) and not words.SPEAKS.search(place.after):
        theirs = replace(place, before="", after=place.rest[begins.end() :], rest="")
    else:
        return False
    return bool(_what_is_told(theirs))


def _what_is_told(place: Place) -> str:
    """What somebody did who is no more than a pronoun."""
    if any(shape.search(place.after) for shape in (passing.AGREES_ON_A_TIME, passing.NEWS)):
        return ""
    match = words.SPOKE.match(place.after)
    return _what_they_did(place, match) if match else ""


def is_settled(words_after: str) -> bool:
    """Whether what came from them is no more than what was agreed or awaited."""
    return bool(passing.SETTLED.match(words_after)) and not passing.BUT.search(words_after)
