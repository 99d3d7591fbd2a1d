"""Long patterns and lists of words, written over several lines so that they can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BETWEEN = re.compile(r",\s")


def joined(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern whose lines are put together: indentation is not part of it, spaces are."""
    return re.compile(glued(pattern), flags)


def glued(pattern: str) -> str:
    """The lines of a pattern put together."""
    return "".join(line.strip() for line in pattern.splitlines())


def any_of(words: str) -> str:
    """Alternatives in their order, written as words between commas; one without a blank, as in `{1,2}`, parts none."""
    return "(?:" + "|".join(word.strip() for word in _BETWEEN.split(words)) + ")"


def spelt_out(pattern: str, groups: Mapping[str, str]) -> str:
    """A pattern in which names of groups of words stand for the groups; a group may name those after it."""
    for name, group in groups.items():
        pattern = pattern.replace(name, group)
    return pattern


def word_set(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())
