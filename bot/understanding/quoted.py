"""Which quotes are a customer's words: human sentences, no code, no logs, and not what a teammate just said here."""

from __future__ import annotations

import re

from bot.understanding import machine
from bot.understanding.english.passing_words import ANSWERS_A_TEAMMATE, IN_A_DOCUMENT
from bot.understanding.english.quoting_words import OF_SPEAKERS, REVIEWED, STRANGER_WROTE
from bot.understanding.parts import Parts
from bot.understanding.pasted import Origin
from bot.understanding.patterns import joined
from bot.understanding.voice import LIKELY, hear_customer

SHORTEST_QUOTE = 25
_FEWEST_WORDS = 4
_DENSE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
"""Kana and ideographs: without spaces, and each worth several letters."""
_FEWEST_DENSE, SHORTEST_DENSE = 8, 4

_WORD = re.compile(r"[^\W\d_]{2,}")
_LINK = re.compile(r"https?://\S+")
_ADDRESSED = re.compile(r"(?i)\s*(?:<?@|<!|(?:cc|fyi)\b|(?:hey|hi) <?@)")
_PINGS = r"(?:<[@!][^<>\s]{1,80}>|(?<![\w.@])@(?:someone|here|channel|everyone)\b(?!['\u2019.-]\w))[,:]?"
_PINGS_FIRST = re.compile(rf"(?i)\s*(?:(?:cc|fyi|hey|hi)\b[ ,:]*)?(?:{_PINGS}\s*)+")
_PING = re.compile(rf"(?<![ \t])[ \t]*{_PINGS}")
_TEAM_TALK = joined(
    r"""
    \b(?:stand-?up|sprint|pull request|prs?|lgtm|retro|all hands|okrs?|offsite|let's|backlog|our roadmap|figma|jira|ooo
    |we should|should we|shall we|we could|can we (?:move|ship|merge|use|do|meet|sync|talk|get)|on[- ]call
    |(?:can|could|would) you (?:please )?(?:review|take|check|look|send|join|add|update|share|approve|test|help me with)
    |i(?:'ll| will) (?:take|do|send|check|look|fix|be (?:out|late|in|there)|update|handle|review|merge|ship)
    |we(?:'ll| will) (?:ship|release|merge|do|start|move|fix)|our (?:team|code|codebase|sprint|customers
    |tests|okrs?|q[1-4])
    |the (?:spec|agenda|meeting|wiki|repo|board|deck|slides)|team (?:event|meeting|lunch))\b
    """,
    re.IGNORECASE,
)
_SHOP_WORDS = joined(
    r"""
    \b(?:deploy\w*|merge\w*|commit\w*|branch|prod|staging|refactor\w*|postgres|docker|kubernetes|migration
    |endpoint|feature flag
    |schema|cache|regex|tests?|ci|the (?:doc|docs|ticket|release|demo)|lunch)\b
    """,
    re.IGNORECASE,
)
_TO_A_COMPANY = re.compile(r"(?i)\b(?:your|you guys|you people|yours)\b")
_INTRODUCED = joined(
    r"""
    \b(?:customers?|clients?|subscribers?|guests?|buyers?|shoppers?|patients?|passengers?|callers?|reviewers?
    |prospects?|users?|tweets?|tweeted
    |reviews?|complaints?|complained|testimonials?|survey|support ticket|zendesk|intercom|trustpilot
    |app store|feedback|came in|wrote in)\b|お客様|お客さん|顧客|ユーザー|クレーム|苦情|問い合わせ|レビュー|口コミ
    """,
    re.IGNORECASE,
)
_CLOSE_BEFORE = 100


def marked_quotes(parts: Parts) -> list[str]:
    """The lines marked as quotes that hold a customer's words."""
    introduced = bool(_INTRODUCED.search(parts.own))
    is_answered = bool(ANSWERS_A_TEAMMATE.match(parts.own))
    found = []
    for quote, origin in zip(parts.quotes, parts.origins, strict=True):
        words = _without_pings(quote)
        if origin == "outside":
            is_customers = _is_several_words(_LINK.sub(" ", words)) and not machine.looks_like_code(words)
        else:
            is_customers = is_human(words) and _may_be_a_customers(quote, words, origin, introduced, is_answered)
        if is_customers:
            found.append(words)
    return found


def _may_be_a_customers(quote: str, words: str, origin: Origin, introduced: bool, is_answered: bool) -> bool:
    """Whether nothing speaks for a teammate, or more speaks for a customer. `words` is the quote less pings."""
    if _sounds_like_a_customer(words):
        return True
    if origin == "inside":
        return introduced
    if _ADDRESSED.match(quote):
        return introduced and not _is_team_talk(words)
    return introduced or not (is_answered or _is_team_talk(words))


def quotations(parts: Parts) -> list[str]:
    """What stands between quotation marks and is a customer's, because the words before it say so or it sounds so."""
    if is_of_a_document(parts):
        return []
    before = _before_quotation(parts)
    introduced, reviewed = bool(_INTRODUCED.search(before)), bool(REVIEWED.search(before))
    by_stranger = bool(STRANGER_WROTE.search(before))
    found = []
    for said in parts.said:
        words = _without_pings(said)
        is_teammates = bool(_ADDRESSED.match(said)) and _is_team_talk(words)
        is_theirs = introduced or reviewed or (by_stranger and OF_SPEAKERS.search(words))
        is_whole = _is_a_saying(words) if reviewed else is_human(words)
        if is_whole and not is_teammates and (is_theirs or _sounds_like_a_customer(words)):
            found.append(words)
    return found


def is_of_a_document(parts: Parts) -> bool:
    """Whether what stands between quotation marks was written for a template, a button or an example."""
    return bool(parts.said) and bool(IN_A_DOCUMENT.search(_before_quotation(parts)))


def _before_quotation(parts: Parts) -> str:
    place = parts.own.find('"\u2026"')
    before = parts.own[:place] if place >= 0 else parts.own
    return re.split(r"[.!?\n]", before)[-1][-_CLOSE_BEFORE:]


def quoted_beside_link(parts: Parts) -> str:
    """The longest quoted words: beside a link to a customer's post they are that post's, however short."""
    quoted = (_without_pings(quote) for quote in (*parts.quotes, *parts.said))
    return max((words for words in quoted if _is_a_saying(words)), key=len, default="")


def _is_a_saying(words: str) -> bool:
    return _is_several_words(words) and not (_is_team_talk(words) or machine.looks_like_code(words))


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


def _sounds_like_a_customer(quote: str) -> bool:
    return hear_customer(quote).score >= LIKELY


def _is_team_talk(quote: str) -> bool:
    """A teammate's own message, quoted to answer it: "> can you review this?"."""
    if _sounds_like_a_customer(quote):
        return False
    if _TEAM_TALK.search(quote):
        return True
    shop_words = {match.group().casefold() for match in _SHOP_WORDS.finditer(quote)}
    return len(shop_words) >= 2 and not _TO_A_COMPANY.search(quote)
