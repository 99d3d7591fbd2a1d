"""What a teammate tells of a customer without a name: "a client called", "two guests complained", "users report…"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bot.understanding.english import role_words as roles
from bot.understanding.english import told_words as words
from bot.understanding.english.outside_words import WHO as OUTSIDERS
from bot.understanding.english.spoken_words import OF_THE_HOUSE, SPOKE
from bot.understanding.outside import hear_outsider
from bot.understanding.patterns import regex
from bot.understanding.spoken import (
    WORDS_FROM_THEM,
    Place,
    goes_on_after_talk,
    how_they_spoke,
    is_unreal,
    place_at,
    told_of_themselves,
)

_MOST_PLACES = 6
_MOST_WORDS = 2
_FEWEST_WORDS = 3
_WORD = regex(r"[^\W\d_]{2,}")


def hear_told(folded: str) -> str:
    """For people: how a customer is told of in a folded text; empty when nothing is told of one."""
    for count, match in enumerate(words.WHO.finditer(folded)):
        if count == _MOST_PLACES:
            break
        if why := _told(place_at(folded, match.start(), match.end())):
            return "" if words.REHEARSED.search(folded) else why
    return hear_outsider(folded)


def _told(place: Place) -> str:
    opening = words.DETERMINED.search(place.before)
    if _is_no_customer(place) or is_titled_otherwise(place) or _is_no_clients_matter(place):
        return ""
    if words.TITLED.match(place.written) and _goes_on(place):
        return "tells what a customer said"
    if opening is not None and _is_sent(_without(place, opening)):
        return "quotes a customer"
    if opening is None or is_unreal(_without(place, opening)):
        return ""
    if _is_announced(place, opening["some"] or ""):
        return "tells what a customer said"
    return "" if words.NO_PERSON.match(place.after) else _told_of_one(place, opening)


def _is_no_customer(place: Place) -> bool:
    is_anothers = words.OF_ANOTHER.match(place.after) and words.IS_ONE.search(place.before)
    return bool(is_anothers or OF_THE_HOUSE.match(place.after) or words.NO_CUSTOMER.search(place.before))


def is_titled_otherwise(place: Place) -> bool:
    """Whether it is said beside a name that they are none: "our head of sales, Mrs Yeo,", "Mr Singh, the auditor,"."""
    title = roles.THEIR_TITLE.search(place.before.casefold())
    if title and not any(shape.search(title["role"]) for shape in (words.WHO, OUTSIDERS, roles.MAY_BUY)):
        is_insider = roles.OF_OURS.match(title["role"]) or roles.NO_CLIENTS.search(title["role"])
        return bool(is_insider) or place.after.startswith(",")
    between = words.BETWEEN.match(place.after.casefold())
    if between is None:
        return False
    said = between["what"] or between["beside"]
    is_new = words.NEW_HERE.match(said) and not words.WHO.search(said)
    return bool(is_new or roles.NO_CLIENTS.search(said) or words.RUNS_OURS.match(said))


def _is_no_clients_matter(place: Place) -> bool:
    """Whether they tell what those tell who sell to the house, or write of it."""
    said = f"{place.after} {place.rest}"
    if words.NO_MATTER.search(said):
        return True
    if words.PRESS.match(place.written):
        return bool(words.PRESS_MATTER.search(said))
    is_ours = place.before.endswith(("our ", "the ", "my ")) or " our " in f" {place.before}"
    return bool(is_ours and words.TRADERS.match(place.written) and roles.SUPPLIES.search(said))


def _is_sent(place: Place) -> bool:
    """What a customer sent, behind a colon: "here is what a client wrote to me: …"."""
    said = words.SENT.match(f"{place.after} {place.rest}") if words.HERE_IS_WHAT.match(place.before) else None
    return said is not None and _is_a_saying(said["says"])


def _without(place: Place, opening: re.Match[str]) -> Place:
    return replace(place, before=place.before[: opening.start("some" if opening["some"] else "kind")])


def _told_of_one(place: Place, opening: re.Match[str]) -> str:
    which, kind = opening["some"] or "", opening["kind"]
    is_heard_of = _is_heard_of(place.before + place.after)
    place = _without(place, opening)
    if words.HAD.search(place.before) and words.ANGRY.search(kind):
        return "tells of an angry customer"
    if words.NOBODY.match(which) or _is_program(place):
        return ""
    if words.QUOTED.match(f"{place.after}\n{place.rest}"):
        return "quotes a customer"
    if _goes_on(place):
        return "tells what a customer said"
    is_any = (_is_any(place, which, kind) and not is_heard_of) or bool(words.USUALLY.search(place.before))
    for each in (place, *_readings(place)):
        why = _how_told(each)
        if why and not (is_any and _is_habit(each)):
            return why
    return ""


def _goes_on(place: Place) -> bool:
    """Whether a teammate talked with them, and tells what they said in the next clause or sentence."""
    return any(goes_on_after_talk(each) for each in (place, *_placed(place)))


def _is_announced(place: Place, which: str) -> bool:
    """Whether a colon follows, and behind it what they said: "guest at the desk: no hot water"."""
    if words.PLURAL.search(place.written) and not which:
        return False
    after = f"{place.after} {place.rest}"
    for shape, is_theirs in (
        (words.ANNOUNCED, _is_a_saying),
        (words.RATED, lambda said: _is_a_saying(said) and words.VERDICT.search(said)),
        (words.MET, lambda said: _is_a_saying(said) and told_of_themselves(said)),
    ):
        if match := shape.match(after):
            return bool(is_theirs(match["says"]))
    return False


def _is_a_saying(said: str) -> bool:
    return len(_WORD.findall(said)) >= _FEWEST_WORDS and not words.OF_US.match(said)


def _how_told(place: Place) -> str:
    if words.CALLS_OFF.match(place.after):
        return ""
    if words.CAME_TO_ME.match(place.after):
        return "tells what a customer said"
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


def _is_heard_of(sentence: str) -> bool:
    return bool(words.HEARSAY.search(sentence)) and not words.STUDIED.search(sentence)


def _is_program(place: Place) -> bool:
    """A client that speaks to a server is none of ours; of a user in the singular, specifications tell."""
    if not words.MAY_BE_PROGRAM.match(place.written) or any(map(words.SURELY_PERSON.match, _afters(place.after))):
        return False
    is_specified = words.OF_SPECIFICATIONS.match(place.written)
    return bool(is_specified or words.TECHNICAL.search(place.before + place.after))


def _readings(place: Place) -> Iterator[Place]:
    """What follows the customer without the place where they are, a relative pronoun or a conjunction, if they act."""
    if place.before.rstrip().endswith(",") and (apposed := words.APPOSED.match(place.after)):
        yield replace(place, before="", after=place.after[apposed.end() :])
    if (between := words.BETWEEN.match(place.after)) and between["what"]:
        yield replace(place, after=place.after[between.end() :])
    if relative := words.WHO_SAYS.match(place.after):
        yield replace(place, before="", after=place.after[relative.end() :])
    for after in _afters(place.after):
        who = words.WHO_DOES.match(after)
        shorter = after[who.end() :] if who else after
        if shorter != place.after and (SPOKE.match(shorter) or words.SUFFERS.match(shorter)):
            yield replace(place, before="" if who else place.before, after=shorter)


def _placed(place: Place) -> Iterator[Place]:
    for after in islice(_afters(place.after), 1, None):
        yield replace(place, after=after)


def _afters(after: str) -> Iterator[str]:
    yield after
    if opening := words.AT_A_PLACE.match(after):
        after = after[opening.end() :]
        yield after
        for _ in range(_MOST_WORDS):
            if not (more := words.ONE_MORE.match(after)):
                break
            after = after[more.end() :]
            if then := words.THEN_SAYS.match(after):
                yield after[then.end() :]
            yield after
    if link := words.AND.search(after):
        yield after[link.end() :]
