"""What a department's name says: which department people mean by it, and what such a department usually answers for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.facts import DepartmentWords
from bot.understanding.claims import claims_of
from bot.understanding.english.department_names import NAMED_OTHERWISE, NO_NAME
from bot.understanding.text import fold, words_of

CLEAR = 0.6
MOST_TOPICS = 4


def meant_department(name: str, departments: Sequence[DepartmentWords]) -> str | None:
    """The key of the department that a team of that name is: "Finance team" is Finance, "HR" Human Resources."""
    bare = _bare(name)
    if not bare:
        return None
    keys = {_bare(one.key.replace("_", " ")): one.key for one in departments}
    keys |= {_bare(one.name): one.key for one in departments}
    return keys.get(bare) or keys.get(_bare(NAMED_OTHERWISE.get(bare, "")))


def describe_department(name: str) -> str:
    """What a department of that name usually answers for, in a sentence; nothing where the name is not known."""
    claims = claims_of(name)
    clear = sorted((topic for topic, claim in claims.items() if claim >= CLEAR), key=lambda topic: -claims[topic])
    told = [topic.lstrip("=") for topic in clear[:MOST_TOPICS]]
    if not told:
        return ""
    listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    return f"Answers what customers say of {listed}."


def _bare(name: str) -> str:
    """A name without what says only that it is a team's."""
    return " ".join(word for word in words_of(fold(name)) if word not in NO_NAME)
