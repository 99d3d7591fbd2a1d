"""Reviews and letters of customers that were pasted without quotation marks, below or behind what introduces them.

"New Google review: …", a row of stars, "Rating: 2/5 …", "Customer mail below". What they say ends with their paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.understanding import machine
from bot.understanding.english import review_words as words
from bot.understanding.english.heading_words import NAMED_SPEAKER, REHEARSED, SPEAKER
from bot.understanding.english.quoting_words import OF_SPEAKERS
from bot.understanding.pasted import Origin
from bot.understanding.patterns import regex
from bot.understanding.team_talk import is_team_talk, sounds_like_a_customer
from bot.understanding.text import plain_text

_QUOTATION = regex("^[\\s*_]*[\"\u201c\u201e\u00ab\u2018'\u300c\u300e]")
_QUOTE_LINE = regex(r"\s*(?:&gt;|>)")
_WORD = regex(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3
_MOST_FIELDS = 10
_MOST_LINES, _MOST_CHARACTERS = 20, 600
"""Whoever shares says so early, and a few sentences tell what it is; more would only take time."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What was shared, the line that introduces it, and the number of the line behind it."""

    introduction: str
    lines: list[str]
    end: int
    origin: Origin


def shared_at(lines: list[str], number: int) -> Shared | None:
    """The review or letter that is introduced in this line, if one is."""
    if number >= _MOST_LINES:
        return None
    if chat := _transcript(lines, number):
        return chat
    line = lines[number].casefold()
    if not any(sign in line for sign in words.MAY_OPEN):
        return None
    return _fields(lines, number) or _review(lines, number) or _letter(lines, number) or _post(lines, number)


def introduces_review(line: str) -> bool:
    """Whether a line announces a review, and says nothing of it: it may follow between quotation marks."""
    return any(
        (match := pattern.match(line)) and not match["says"].strip() and not words.NO_REVIEW.search(_tail(match))
        for pattern in (words.SITED, words.MAY_BE_SITED, words.UNSITED, words.RATED, words.ROW, words.STARRED)
    )


def _review(lines: list[str], number: int) -> Shared | None:
    for pattern, is_one, is_theirs in (
        (words.PROS_AND_CONS, _is_verdict, False),
        (words.SITE_AND_STARS, _is_of_a_site, True),
        (words.SCORED, _is_scored, False),
        (words.ROW, _is_of_stars, True),
        (words.SITED, _is_verdict, False),
        (words.MAY_BE_SITED, _is_spoken, False),
        (words.UNSITED, _is_verdict, False),
        (words.RATED, _is_rated, True),
        (words.FEW_STARS, _is_verdict, True),
        (words.STARRED, _is_heard, True),
        (words.ONE_STAR, _is_heard, True),
        (words.NEW, _is_heard, False),
    ):
        match = pattern.match(lines[number])
        if match is None or words.NO_REVIEW.search(_tail(match)):
            continue
        found = _behind(lines, number, match)
        if found and is_one(plain_text("\n".join(found.lines)[:_MOST_CHARACTERS]), lines[number]):
            return _with_rating(found, lines[number][: match.start("says")]) if is_theirs else found
    return None


def _with_rating(found: Shared, rating: str) -> Shared:
    """The stars are the customer's, too."""
    lines = [rating + found.lines[0], *found.lines[1:]] if found.introduction.startswith(rating) else found.lines
    return replace(found, introduction=found.introduction.removeprefix(rating), lines=lines)


def _letter(lines: list[str], number: int) -> Shared | None:
    announced = words.LETTER_BELOW.match(lines[number])
    match = announced or words.ARRIVED_IN.match(lines[number])
    if match is None:
        return None
    found = _behind(lines, number, match)
    if found is None or (not announced and ":" in found.lines[0] and not match["says"].strip()):
        return None
    if not match["says"].strip():
        found = replace(found, lines=lines[number + 1 :], end=len(lines))
    said = plain_text("\n".join(found.lines))
    is_greeting = words.GREETING.match(said)
    if words.NO_LETTER.match(said) or len(_WORD.findall(said)) < _FEWEST_WORDS:
        return None
    if not announced and _is_wished(match, said):
        return replace(found, origin="outside")
    if not (is_greeting or OF_SPEAKERS.search(said)):
        return None
    is_theirs = (
        (announced and not match["says"].strip())
        or is_greeting
        or words.CALL_ME.search(said)
        or words.TO_US.search(said)
        or sounds_like_a_customer(said)
    )
    return replace(found, origin="outside") if is_theirs else None


def _is_wished(match: re.Match[str], said: str) -> bool:
    """Whether what arrived somewhere was thrown into a box for wishes, and is none of a colleague's."""
    is_boxed = words.BOX.search(match.group()[: match.start("says") - match.start()])
    return bool(is_boxed and words.WISHES.search(said) and not words.OF_THE_STAFF.search(said))


def _transcript(lines: list[str], number: int) -> Shared | None:
    """A chat that was written down: what the visitor says is theirs, what ours say stays with the writer."""
    if named := NAMED_SPEAKER.match(lines[number]):
        return None if REHEARSED.search("\n".join(lines[:number])) else _named(lines, number, named["says"])
    if not SPEAKER.match(lines[number]) or REHEARSED.search("\n".join(lines[:number])):
        return None
    theirs: list[str] = []
    ours: list[str] = []
    end = number
    while end < len(lines) and (match := SPEAKER.match(lines[end])):
        (theirs if match["outside"] else ours).append(match["says"])
        end += 1
    if not (theirs and ours):
        return None
    return Shared("\n".join(ours), theirs, end, "outside")


def _named(lines: list[str], number: int, says: str) -> Shared:
    """What "Lena (visitor)" says, up to the next line that is hers no more."""
    return Shared("", [says], number + 1, "outside")


def _post(lines: list[str], number: int) -> Shared | None:
    """A post that was typed off behind the name of its network: "tweet: loving the new night mode @palefoxgames"."""
    match = words.POSTED.match(lines[number])
    if match is None or _is_between_marks(match["says"]) or words.OURS_POSTED.search(match["says"]):
        return None
    said = plain_text(match["says"])
    if len(_WORD.findall(said)) < _FEWEST_WORDS or not words.OF_ONE.search(said):
        return None
    is_to_a_brand = words.AT_A_BRAND.search(said) and words.REACTS.search(said)
    if not (is_to_a_brand or sounds_like_a_customer(said)):
        return None
    return Shared(lines[number][: match.start("says")], [match["says"]], number + 1, "review")


def _fields(lines: list[str], number: int) -> Shared | None:
    """A review field by field, one of them its rating."""
    said: list[str] = []
    names: list[str] = []
    is_rated = False
    end = number
    for line in lines[number:]:
        match = words.FIELD.match(line)
        if not line.strip() or (match is None and not names):
            break
        end += 1
        if match is None:
            said.append(line)
            continue
        names.append(match["field"].casefold())
        is_rated = is_rated or (names[-1] in words.RATING_FIELDS and bool(words.RATING.match(match["says"])))
        if names[-1] in words.SAYING_FIELDS:
            said.append(match["says"])
    is_review = is_rated and 1 < len(names) <= _MOST_FIELDS and _is_verdict(plain_text("\n".join(said)))
    return Shared("", said, end, "review") if is_review else None


def _behind(lines: list[str], number: int, match: re.Match[str]) -> Shared | None:
    """What follows in the same line, or else below it, up to the end of its paragraph."""
    introduction, says = lines[number][: match.start("says")], match["says"]
    first = number + 1
    if not says.strip() and first < len(lines) and not lines[first].strip():
        first += 1
    said = [says] if says.strip() else []
    end = first
    while end < len(lines) and lines[end].strip() and not _QUOTE_LINE.match(lines[end]):
        said.append(lines[end])
        end += 1
    if not said or _is_between_marks(said[0]):
        return None
    whole = "\n".join(said)
    if goes_on := words.TEAMMATE_GOES_ON.search(whole, 1):
        whole, rest = whole[: goes_on.start()], whole[goes_on.end() :]
        introduction = f"{introduction}\n{rest}"
    return Shared(introduction, whole.split("\n"), end, "review")


def _is_between_marks(line: str) -> bool:
    opening = _QUOTATION.match(line)
    return opening is not None and bool(re.search("[\"\u201d\u201c\u00bb\u2019'\u300d\u300f]", line[opening.end() :]))


def _is_verdict(said: str, _: str = "") -> bool:
    if len(_WORD.findall(said)) < _FEWEST_WORDS or machine.looks_like_code(said):
        return False
    return not (words.OF_THE_HOUSE.search(said) or is_team_talk(said))


def _is_heard(said: str, _: str) -> bool:
    return _is_verdict(said) and sounds_like_a_customer(said)


def _is_spoken(said: str, _: str) -> bool:
    return _is_verdict(said) and bool(OF_SPEAKERS.search(said) or sounds_like_a_customer(said))


def _is_rated(said: str, line: str) -> bool:
    """Teammates rate, too, and mostly well."""
    return (_is_verdict if words.FEW.match(line) else _is_spoken)(said, line)


def _is_of_a_site(said: str, line: str) -> bool:
    """The house tells of its own stars, too: "Play Store, 4.6 stars"."""
    match = words.SITE_AND_STARS.match(line)
    if match and words.FEW_OF_THEM.match(match["rating"]):
        return _is_verdict(said)
    return _is_verdict(said) and bool(words.OF_ONE.search(said) or sounds_like_a_customer(said))


def _is_scored(said: str, line: str) -> bool:
    match = words.SCORED.match(line)
    return (_is_verdict if match and match["score"] else _is_spoken)(said, line)


def _is_of_stars(said: str, line: str) -> bool:
    """Rows of stars were copied from a site, unless somebody typed them for a teammate."""
    if words.KUDOS.search(said) and not (words.COPIED.search(line) and sounds_like_a_customer(said)):
        return False
    return (_is_verdict if words.SURELY_ROW.match(line) else _is_spoken)(said, line)


def _tail(match: re.Match[str]) -> str:
    return match.groupdict().get("tail") or ""
