"""The normal form of quoted text: the same words quoted twice give the same key."""

from __future__ import annotations

import unicodedata

from bot.understanding.patterns import regex

SHORTEST_KEY = 40

_NOT_WORDS = regex(r"[\W_]+")


def quote_key(text: str) -> str | None:
    """A stable form of a quote of 40 characters and more, or None when it is shorter.

    Case, white space, punctuation and quotation marks do not matter. The length is counted on the words with
    single spaces, so that decoration makes no short quote long.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    words = _NOT_WORDS.sub(" ", folded).strip()
    return words if len(words) >= SHORTEST_KEY else None
