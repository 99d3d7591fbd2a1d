"""People and places outside who are a customer by what they say: "the hospital in Graz reports that the alarm fails".

Everybody has a school, a doctor and a town hall of their own. What these say is a customer's where it concerns the
house ("our pump", "the chair we sent her"), or where one of many tells of something that does not work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.understanding.english import outside_words as words
from bot.understanding.patterns import regex
from bot.understanding.spoken import Place, is_unreal, place_at

_MOST_PLACES = 4
_FEWEST_WORDS = 3
_MOST_WORDS = 2
_WORD = regex(r"[^\W\d_]{2,}")


def hear_outsider(folded: str) -> str:
    """For people: how somebody outside is told of in a folded text; empty when nothing is."""
    for count, match in enumerate(words.WHO.finditer(folded)):
        if count == _MOST_PLACES:
            break
        if why := _told(place_at(folded, match.start(), match.end()), match):
            return why
    return ""


def _told(place: Place, match: re.Match[str]) -> str:
    whole = place.after + " " + place.rest
    if is_unreal(place) or words.NOT_OURS.search(whole) or words.OF_SUPPLIERS.search(place.after):
        return ""
    is_named = bool(match["which"]) and bool(words.ONE_OF_MANY.match(match["which"]))
    for is_placed, after in _afters(place.after):
        if not (is_named or match["online"] or (is_placed and not (match["trade"] or match["anyone"]))):
            continue
        is_one = not (match["anyone"] or match["online"])
        if why := _said(place, after, is_one):
            return why
    return ""


def _said(place: Place, after: str, is_one: bool) -> str:
    is_for_hire = bool(words.FOR_HIRE.search(place.written))
    if words.WROTE_BEFORE.search(place.before) and (told := words.COLON.match(after)):
        says = f"{told['says']} {place.rest}"
        is_theirs = words.US.search(says) or (is_one and not is_for_hire and words.TROUBLE.search(says))
        return "tells of words from a customer" if is_theirs and _is_a_saying(says) else ""
    if is_one and words.THANKS.match(after):
        return "tells what a customer said"
    verb = words.SAID.match(after)
    if verb is None:
        return ""
    says = f"{after[verb.end() :]} {place.rest}" if after[verb.end() :].strip(" .!") else place.rest
    is_trouble = is_one and (not is_for_hire or words.REPORTS.match(verb["verb"]))
    is_theirs = words.US.search(says) or (is_trouble and words.TROUBLE.search(f"{verb['verb']} {says}"))
    return "tells what a customer said" if is_theirs and _is_a_saying(says) else ""


def _is_a_saying(says: str) -> bool:
    return len(_WORD.findall(says)) >= _FEWEST_WORDS


def _afters(after: str) -> Iterator[tuple[bool, str]]:
    """What follows them, and what follows the place where they are."""
    yield False, after
    opening = words.WHERE.match(after)
    if opening is None:
        return
    after = after[opening.end() :]
    yield True, after
    for _ in range(_MOST_WORDS):
        if not (more := words.ONE_MORE.match(after)):
            return
        after = after[more.end() :]
        yield True, after
