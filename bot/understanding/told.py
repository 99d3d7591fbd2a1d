"""What a teammate tells of a customer without a name: "a client called", "two guests complained", "users report…"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.understanding.english import told_words as words
from bot.understanding.english.spoken_words import SPOKE
from bot.understanding.spoken import WORDS_FROM_THEM, Place, how_they_spoke, is_unreal, place_at

_MOST_PLACES = 6
_MOST_WORDS = 2


def hear_told(folded: str) -> str:
    """For people: how a customer is told of in a folded text; empty when nothing is told of one."""
    for count, match in enumerate(words.WHO.finditer(folded)):
        if count == _MOST_PLACES:
            break
        if why := _told(place_at(folded, match.start(), match.end())):
            return why
    return ""


def _told(place: Place) -> str:
    opening = words.DETERMINED.search(place.before)
    if opening is None or words.NO_CUSTOMER.search(place.before) or words.NO_PERSON.match(place.after):
        return ""
    which, kind = opening["some"] or "", opening["kind"]
    before = place.before[: opening.start("some" if which else "kind")]
    place = replace(place, before=before)
    if words.HAD.search(before) and words.ANGRY.search(kind):
        return "tells of an angry customer"
    if is_unreal(place) or words.NOBODY.match(which) or _is_program(place):
        return ""
    if words.QUOTED.match(f"{place.after}\n{place.rest}"):
        return "quotes a customer"
    is_any = _is_any(place, which, kind)
    for each in (place, *_readings(place)):
        why = _how_told(each)
        if why and not (is_any and _is_habit(each)):
            return why
    return ""


def _how_told(place: Place) -> str:
    if words.SUFFERS.match(place.after):
        return "tells what a customer suffers"
    why = how_they_spoke(place)
    return "tells of words from a customer" if why == WORDS_FROM_THEM else why and "tells what a customer said"


def _is_habit(place: Place) -> bool:
    return bool(words.HABIT.match(place.after) and not words.NOW.search(words.RELATIVE.sub(" ", place.after)))


def _is_any(place: Place, which: str, kind: str) -> bool:
    """Whether it may be any customer, of whom only the past and what is going on are news."""
    if words.WHO_DOES.match(place.after) and not place.before.strip():
        return True
    return bool(words.ANY.search(which + kind) or (words.PLURAL.search(place.written) and words.ANY_OF_US.match(which)))


def _is_program(place: Place) -> bool:
    """A client that speaks to a server is none of ours; of a user in the singular, specifications tell."""
    if not words.MAY_BE_PROGRAM.match(place.written) or words.SURELY_PERSON.match(place.after):
        return False
    is_specified = words.OF_SPECIFICATIONS.match(place.written)
    return bool(is_specified or words.TECHNICAL.search(place.before + place.after))


def _readings(place: Place) -> Iterator[Place]:
    """What follows the customer without the place where they are, a relative pronoun or a conjunction, if they act."""
    for after in _afters(place.after):
        who = words.WHO_DOES.match(after)
        shorter = after[who.end() :] if who else after
        if shorter != place.after and (SPOKE.match(shorter) or words.SUFFERS.match(shorter)):
            yield replace(place, before="" if who else place.before, after=shorter)


def _afters(after: str) -> Iterator[str]:
    yield after
    if opening := words.AT_A_PLACE.match(after):
        after = after[opening.end() :]
        yield after
        for _ in range(_MOST_WORDS):
            if not (more := words.ONE_MORE.match(after)):
                break
            after = after[more.end() :]
            yield after
    if link := words.AND.search(after):
        yield after[link.end() :]
