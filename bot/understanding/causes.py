"""What mentions wait for: the names of a cause ("bug 4711", "OPS-12", a link), and whether a post says it is fixed."""

from __future__ import annotations

import re

from bot.understanding.english import fixed_words as words
from bot.understanding.patterns import regex
from bot.understanding.text import fold, plain_text
from bot.understanding.urls import canonical_url

LONGEST = 4_000
MOST = 12
_TRACKED = regex(r"(?<![\w-])([A-Za-z][A-Za-z0-9]{1,9}-\d{1,7})(?![\w-])")
_ISSUE = regex(r"([\w.-]+/[\w.-]+)(?:/-)?/(?:issues|pull|merge_requests)/(\d{1,9})", re.IGNORECASE)
_SHORT = regex(r"(?<![\w/.-])([\w.-]+/[\w.-]+)#(\d{1,9})\b")
_URL = regex(r"https?://[^\s<>|]+")


def cause_keys(text: str) -> tuple[str, ...]:
    """What makes two names of a cause the same, the most telling first; empty where the text names none."""
    text = text[:LONGEST]
    found = [f"{one[1].casefold()}#{one[2]}" for one in _ISSUE.finditer(text)]
    found += [f"{one[1].casefold()}#{one[2]}" for one in _SHORT.finditer(text)]
    found += [one[1].upper() for one in _TRACKED.finditer(text)]
    found += [f"#{one[1]}" for one in words.NUMBERED.finditer(text)]
    found += [f"#{one.rpartition('#')[2]}" for one in found if "/" in one]
    return tuple(dict.fromkeys(found))[:MOST]


def cause_key(name: str) -> str:
    """The key of a cause as somebody named it: that of a tracker, else of its address, else its words."""
    keys, url = cause_keys(name), _URL.search(name)
    if keys:
        return keys[0]
    if url is not None:
        return f"url:{canonical_url(url[0])}"[:500]
    return f"words:{' '.join(fold(plain_text(name)).split())}"[:500]


def names_cause(text: str) -> str:
    """The part of a text that names a cause of a tracker; empty where it names none."""
    for each in (_SHORT, _TRACKED, words.NUMBERED):
        found = each.search(text)
        if found is not None:
            return found[0].strip()
    url = _URL.search(text)
    return url[0] if url is not None and cause_keys(url[0]) else ""


def says_fixed(text: str) -> bool:
    """Whether a post of an integration says that something is fixed. It is offered to people, never believed."""
    text = text[:LONGEST]
    return words.FIXED.search(text) is not None and words.NOT_FIXED.search(text) is None
