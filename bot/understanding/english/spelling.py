"""What people in a hurry leave out, put back: "ill ring her, theyd like that" is "I'll", "they'd"; "w/" is "with"."""

from __future__ import annotations

import re

from bot.understanding.english.promise_verbs import ACT_VERBS, LOOKING_VERBS, OWN_MATTERS
from bot.understanding.patterns import regex, word_set

_ALWAYS = (
    "i'm i've don't didn't doesn't won't can't couldn't wouldn't shouldn't haven't hasn't hadn't isn't aren't wasn't"
    " weren't you'll they'll it'll that'll there'll you've we've they've you'd they'd that's there's what's who's"
    " they're you're she's he's let's"
)
_CERTAIN = {each.replace("'", ""): each for each in _ALWAYS.split()}
_BOTH = {"ill": "i'll", "well": "we'll", "wed": "we'd", "id": "i'd", "shed": "she'd", "hell": "he'll", "were": "we're"}
"""Without their apostrophe these are words, too: what stands around them decides."""
_FOUND = regex(rf"(?<![\w'-])(?:{'|'.join([*_CERTAIN, *_BOTH])})(?= [a-z])", re.I)
_NEXT = regex(r" ([a-z]+)(?: ([a-z]+))?", re.I)
_BEFORE = regex(r"(?:^|[.,;:!?(\u2013\u2014-]\s*)$|\b([a-z']+) $", re.I)
_ILL_AFTER = word_set(
    "is am are was were be been being i'm he's she's it's they're feel feels feeling felt fell fall falls falling so"
    " very too really quite pretty seriously mentally terminally critically chronically get gets got getting became"
    " become becomes look looks looking the an of a his her their and or for by speak spoke bode bodes taken took still"
)
_ILL_BEFORE = word_set("health effects effect will at people patient patients person advised equipped with from and or")
_JOINING = word_set(
    "and but so then that or because when if what once ok okay yes yeah yep sure right thanks sorry no think guess hope"
)
_TOLD = word_set("told tell promised assured said agreed that know him her them you it everyone")
_VERBS = ACT_VERBS | LOOKING_VERBS | OWN_MATTERS | word_set("be need want know hear expect")
_ADVERBS = word_set("also just then probably definitely both still now always only soon")
_TO_OTHERS = word_set("you your i we they he she")
_AFTER_AND = "i'?ll|will|get|send|call|let|report|reply|revert|come|then|fix|ping|update|close"
_SHORT = (
    (regex(r"\bw/ ?(?=[a-z])", re.I), "with "),
    (regex(rf" (?:&|n) (?=(?:{_AFTER_AND})\b)", re.I), " and "),
    (regex(r"\b2 u\b", re.I), "to you"),
    (regex(r"\bchk\b", re.I), "check"),
    (regex(r"\bi(?:[;\u00b4]l{1,3}|'l(?:ll?)?|l'l)(?= [a-z])(?<!'ll)", re.I), "i'll"),
    (
        regex(
            r"(?:^|(?<=[.,;:!?] )|(?<= and )|(?<= but )|(?<= so ))il"
            rf"(?= (?:also |just )?(?:{'|'.join(sorted(_VERBS))})\b)",
            re.I,
        ),
        "i'll",
    ),
    (
        regex(
            r"\b(look|check|call|ask|send|work|ring|book|fix|ship|sort|forward|follow|talk|speak|reach|add|post|mail|handl"
            r"|driv|writ|tak|com|updat|refund|chas|dig|pick)(?:ng|ign|nig|inng|iing)\b",
            re.I,
        ),
        r"\1ing",
    ),
    (regex(r"\b(?:wil|wll|wiil)(?= [a-z])", re.I), "will"),
)
_MAY_BE_SHORT = regex(r"w/|&| n |2 u|chk|i[;\u00b4]l|il'l|i'l(?!l\b)|wil |wll |wiil ", re.I)
_MISTYPED = ("kng", "lng", "dng", "tng", "kign", "lign", "dign", "tign", "knig", "lnig", "dnig", "il ", "Il ")
"""One of these is in what is mistyped: looking for them first is quicker than a pattern."""


def spelled_out(text: str) -> str:
    """The text with what is short or mistyped spelled out, as far as promises need it, and with its apostrophes."""
    if _MAY_BE_SHORT.search(text) or any(each in text for each in _MISTYPED):
        for short, full in _SHORT:
            text = short.sub(full, text)
    return with_apostrophes(text)


def with_apostrophes(text: str) -> str:
    """The text with contractions as they are spelled, in lower case where they were not."""
    return _FOUND.sub(_spelled, text)


def _spelled(match: re.Match[str]) -> str:
    word = match[0].lower()
    known = _CERTAIN.get(word)
    if known:
        return known
    first, second = _next(match)
    before = _BEFORE.search(match.string[: match.start()][-20:])
    last = ((before and before[1]) or "").lower() if before else "?"
    return _BOTH[word] if _is_contraction(word, last, first, second) else match[0]


def _next(match: re.Match[str]) -> tuple[str, str]:
    """The two words that follow, past one adverb."""
    found = _NEXT.match(match.string, match.end())
    if found is None:
        return "", ""
    if found[1].lower() in _ADVERBS and found[2]:
        found = _NEXT.match(match.string, found.start(2) - 1) or found
    return found[1].lower(), (found[2] or "").lower()


def _is_contraction(word: str, last: str, first: str, second: str) -> bool:
    """Whether it is one after this word ("" where a clause begins) and before these two."""
    begins = not last or last in _JOINING
    if word == "ill":
        return last not in _ILL_AFTER and first not in _ILL_BEFORE
    if word == "were":
        return begins and (first in {"going", "gonna"} or (first.endswith("ing") and len(first) > len("being")))
    if word == "well":
        is_verb = first in _VERBS and second not in _TO_OTHERS - {"you"}
        return begins and is_verb and (second != "you" or first not in {"have", "do", "be"})
    if word in {"wed", "id"}:
        return last in _TOLD and first in _VERBS
    return last in _TOLD and first in {"have", "get", "hear", "be"}
