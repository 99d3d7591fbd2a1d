"""Which quotes are a customer's words: human sentences, no code, no logs, and not what a teammate just said here."""

from __future__ import annotations

from bot.understanding import machine
from bot.understanding.english.passing_words import ANSWERS_A_TEAMMATE, IN_A_DOCUMENT
from bot.understanding.english.quoting_words import (
    ATTRIBUTED,
    COPIED_FROM,
    CRIES,
    FROM_STRANGER,
    GOES_OUT,
    INTRODUCED,
    LABELLED,
    NETWORKED,
    OF_ONE_OUTSIDE,
    OF_OUR_OWN,
    OF_SPEAKERS,
    OF_THE_OFFICE,
    REVIEWED,
    STRANGER_WROTE,
    TICKETED,
    TO_A_HOUSE,
)
from bot.understanding.parts import Parts
from bot.understanding.pasted import Origin
from bot.understanding.patterns import regex
from bot.understanding.shared import introduces_review
from bot.understanding.team_talk import is_team_talk, sounds_like_a_customer

SHORTEST_QUOTE = 25
_FEWEST_WORDS, _FEWEST_ALONE = 4, 3
_DENSE = regex(r"[\u3041-\u30ff\u3400-\u9fff]")
"""Kana and ideographs: without spaces, and each worth several letters."""
_FEWEST_DENSE, SHORTEST_DENSE = 8, 4

_WORD = regex(r"[^\W\d_]{2,}")
_LINK = regex(r"https?://\S+")
_ADDRESSED = regex(r"(?i)\s*(?:<?@|<!|(?:cc|fyi)\b|(?:hey|hi) <?@)")
_PINGS = r"(?:<[@!][^<>\s]{1,80}>|(?<![\w.@])@(?:someone|here|channel|everyone)\b(?!['\u2019.-]\w))[,:]?"
_PINGS_FIRST = regex(rf"(?i)\s*(?:(?:cc|fyi|hey|hi)\b[ ,:]*)?(?:{_PINGS}\s*)+")
_PING = regex(rf"(?<![ \t])[ \t]*{_PINGS}")
_CLOSE_BEFORE, _SHORT_LINE = 100, 50
_SENTENCE_ENDS = regex(r"[.!?](?=\s|$)")


def marked_quotes(parts: Parts) -> list[tuple[str, Origin]]:
    """The lines marked as quotes that hold a customer's words, and from where they are."""
    introduced = bool(INTRODUCED.search(parts.own))
    is_answered = bool(ANSWERS_A_TEAMMATE.match(parts.own))
    found: list[tuple[str, Origin]] = []
    for quote, origin in zip(parts.quotes, parts.origins, strict=True):
        words = _without_pings(quote)
        if origin in ("outside", "review"):
            is_customers = _is_several_words(_LINK.sub(" ", words)) and not machine.looks_like_code(words)
        else:
            is_whole = is_human(words) or (not parts.own and _is_a_cry(words))
            is_customers = is_whole and _may_be_a_customers(quote, words, origin, introduced, is_answered)
        if is_customers:
            found.append((words, origin))
    return found


def _may_be_a_customers(quote: str, words: str, origin: Origin, introduced: bool, is_answered: bool) -> bool:
    """Whether nothing speaks for a teammate, or more speaks for a customer. `words` is the quote less pings."""
    if sounds_like_a_customer(words):
        return True
    if origin == "inside":
        return introduced
    if _ADDRESSED.match(quote):
        return introduced and not is_team_talk(words)
    return introduced or not (is_answered or is_team_talk(words))


def quotations(parts: Parts) -> list[str]:
    """What stands between quotation marks and is a customer's, because the words before it say so or it sounds so."""
    if not parts.said or is_of_a_document(parts):
        return []
    before = _before_quotation(parts)
    introduced = bool(INTRODUCED.search(before))
    reviewed = bool(REVIEWED.search(before)) or introduces_review(_line_before_quotation(parts))
    labelled = reviewed or bool(LABELLED.search(before)) or bool(ATTRIBUTED.search(_behind_quotation(parts)))
    by_stranger = bool(STRANGER_WROTE.search(before))
    found = []
    for said in parts.said:
        words = _without_pings(said)
        is_teammates = bool(_ADDRESSED.match(said)) and is_team_talk(words)
        is_theirs = (
            introduced or labelled or (by_stranger and OF_SPEAKERS.search(words)) or _is_posted(parts, before, words)
        )
        is_whole = _is_a_saying(words) if labelled else is_human(words)
        if is_whole and not is_teammates and (is_theirs or sounds_like_a_customer(words)):
            found.append(words)
    return found


def _is_posted(parts: Parts, before: str, words: str) -> bool:
    """Whether it is of a network, a ticket or a letter, whose words may also be our own."""
    if OF_OUR_OWN.search(words) or GOES_OUT.match(_behind_quotation(parts)):
        return False
    if COPIED_FROM.search(before):
        return True
    if FROM_STRANGER.search(before):
        return bool(OF_SPEAKERS.search(words))
    if NETWORKED.search(before):
        return bool(TO_A_HOUSE.search(words)) or sounds_like_a_customer(words)
    return bool(TICKETED.search(before) and OF_ONE_OUTSIDE.search(words))


def is_of_a_document(parts: Parts) -> bool:
    """Whether what stands between quotation marks was written for a template, a button or an example."""
    return bool(parts.said) and bool(IN_A_DOCUMENT.search(_before_quotation(parts)))


def _before_quotation(parts: Parts) -> str:
    return _SENTENCE_ENDS.split(_line_before_quotation(parts))[-1][-_CLOSE_BEFORE:]


def _line_before_quotation(parts: Parts) -> str:
    """What stands before the first quotation in its line; the line above it where nothing does, if that leads to it."""
    place = parts.own.find('"\u2026"')
    before = parts.own[:place] if place >= 0 else parts.own
    line = before.rpartition("\n")[2]
    if line.strip() or len(above := before.rstrip().rpartition("\n")[2]) > _CLOSE_BEFORE:
        return line
    return above if above.endswith(":") or introduces_review(above) or len(above) <= _SHORT_LINE else line


def _is_a_cry(words: str) -> bool:
    """Whether a few words that stand alone tell of trouble with a thing, or ask for one: "no vegan option?"."""
    if len(words.split()) < _FEWEST_ALONE or machine.looks_like_code(words) or OF_THE_OFFICE.search(words):
        return False
    return bool(CRIES.search(words))


def _behind_quotation(parts: Parts) -> str:
    """What follows the last quotation."""
    return parts.own.rpartition('"\u2026"')[2].lstrip() if parts.said else ""


def quoted_beside_link(parts: Parts) -> str:
    """The longest quoted words: beside a link to a customer's post they are that post's, however short."""
    quoted = (_without_pings(quote) for quote in (*parts.quotes, *parts.said))
    return max((words for words in quoted if _is_a_saying(words)), key=len, default="")


def _is_a_saying(words: str) -> bool:
    return _is_several_words(words) and not (is_team_talk(words) or machine.looks_like_code(words))


def _is_several_words(words: str) -> bool:
    return len(_WORD.findall(words)) > 1 or len(_DENSE.findall(words)) >= SHORTEST_DENSE


def is_human(quote: str) -> bool:
    """Whether a quoted text is a human sentence: long enough, no code, no log, no machine talk."""
    words = _LINK.sub(" ", quote).strip()
    if len(_DENSE.findall(words)) >= _FEWEST_DENSE:
        return True
    if len(words) < SHORTEST_QUOTE or len(_WORD.findall(words)) < _FEWEST_WORDS:
        return False
    return not (machine.looks_like_code(words) or machine.is_machine_talk(words))


def _without_pings(quote: str) -> str:
    """The words alone: who shared them called teammates in, the customer did not."""
    first = _PINGS_FIRST.match(quote)
    return _PING.sub("", quote[first.end() :] if first else quote).strip()
