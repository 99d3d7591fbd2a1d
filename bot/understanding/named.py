"""A customer of the directory named in a post: did they speak, or does the name only come up?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.facts import Post, Reason
from bot.understanding.english import naming_words as words
from bot.understanding.english.common_words import COMMON_WORDS
from bot.understanding.names import LONGEST_TEXT, spelled_names
from bot.understanding.spoken import Place, how_they_spoke, is_unreal, place_at
from bot.understanding.text import plain_text
from bot.understanding.voice import LIKELY, hear_customer

SPOKE, OUTSIDE, IN_PASSING, NO_NAME = 0.85, 0.4, 0.05, 0.0
_MOST_NAMES = 50
_MOST_PLACES = 5
_OPENS_QUOTE = frozenset('"\u201c\u201e')
_SHORTEST_SAYING = 12


@dataclass(frozen=True, slots=True)
class Named:
    """The customer named, and how much the context says that they spoke (0 to 1)."""

    customer: str | None = None
    weight: float = 0.0
    reasons: tuple[Reason, ...] = ()


def read_named(post: Post) -> Named:
    """The best supported customer among those that were found in the directory."""
    wanted = dict(post.names[:_MOST_NAMES])
    if not wanted:
        return Named()
    best = Named()
    text = plain_text(post.text)[:LONGEST_TEXT]
    places = dict.fromkeys(wanted, 0)
    for norm, start, end in spelled_names(text, wanted):
        if norm not in wanted or places[norm] >= _MOST_PLACES:
            continue
        places[norm] += 1
        weight, reasons = _weigh(place_at(text, start, end))
        if best.customer is None or weight > best.weight:
            best = Named(wanted[norm] if weight > 0 else best.customer, max(weight, 0.0), reasons)
    return best if best.customer is not None else _outside_text(post, wanted)


def _outside_text(post: Post, wanted: dict[str, str]) -> Named:
    outside = [f"{mail.sender} {mail.subject}" for mail in post.mails]
    outside += [f"{attachment.author} {attachment.title}" for attachment in post.attachments]
    for text in outside:
        for norm, _, _ in spelled_names(text[:LONGEST_TEXT], wanted):
            if norm in wanted:
                return Named(wanted[norm], OUTSIDE, ())
    return Named()


def _weigh(place: Place) -> tuple[float, tuple[Reason, ...]]:
    if _is_common(place) and not (place.written[:1].isupper() and words.SURELY_SPOKE.match(place.after)):
        return NO_NAME, ()
    if words.AS_OTHER.match(place.after) or is_unreal(place):
        return IN_PASSING, ()
    why = _how_they_spoke(place)
    return (SPOKE, (Reason("context", why),)) if why else (IN_PASSING, ())


def _how_they_spoke(place: Place) -> str:
    """For people; empty when the name only comes up."""
    if why := how_they_spoke(place):
        return why
    return "quotes them" if place.after.startswith(":") and _is_said(place.after[1:].strip()) else ""


def _is_said(words_after: str) -> bool:
    return len(words_after) > _SHORTEST_SAYING and (
        words_after[0] in _OPENS_QUOTE or hear_customer(words_after).score >= LIKELY
    )


def _is_common(place: Place) -> bool:
    """A name that is also a word counts only in capitals, and not at the start of a sentence alone."""
    written = [word for word in re.findall(r"[^\W_]+", place.written) if word.casefold() not in words.DROPPED_IN_FRONT]
    if any(word.casefold() not in COMMON_WORDS for word in written):
        return False
    if not all(word[:1].isupper() for word in written):
        return True
    return place.begins and len(written) == 1
