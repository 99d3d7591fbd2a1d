"""Long patterns and lists of words, written over several lines so that they can be read."""

from __future__ import annotations

import re


def joined(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern whose lines are put together: indentation is not part of it, spaces are."""
    return re.compile(glued(pattern), flags)


def glued(pattern: str) -> str:
    """The lines of a pattern put together."""
    return "".join(line.strip() for line in pattern.splitlines())


def word_set(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())
