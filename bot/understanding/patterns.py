"""Patterns that wait until they are needed, and long ones, written over several lines so that they can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern", "groupindex")
_BETWEEN = re.compile(r",\s")


class _Later:
    """A pattern that is compiled when it is first asked for anything: hundreds of them, at the start, took half a
    second of each process, also of those that never read a message.
    """

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update({each: getattr(compiled, each) for each in _ASKED})
        return getattr(compiled, name)


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled when it is first used; a mistake in it shows then. Not for `re`'s functions."""
    return cast(re.Pattern[str], _Later(source, flags))


def joined(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern whose lines are put together: indentation is not part of it, spaces are."""
    return regex(glued(pattern), flags)


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
