"""What leans to a department beside the words: whose customer it is, how they stand to us, where it was said."""

from __future__ import annotations

from collections.abc import Sequence

from bot.facts import DepartmentWords, Reason, Stance, StanceReading
from bot.understanding.departments import Lean
from bot.understanding.terms import index_departments

_HOME = 2.0
_STANCES: dict[Stance, tuple[str, float, str]] = {
    "prospect": ("buying", 0.7, "wants to buy"),
    "advocate": ("fans", 0.5, "a fan"),
    "influencer": ("press", 0.7, "has reach"),
}
_SOURCES = (
    (("app store", "google play"), "software defects", 0.5, "a review of the app"),
    (("linkedin", "glassdoor", "indeed"), "hiring", 0.4, "said where people look for jobs"),
    (("github", "stack overflow"), "integrations and api", 0.5, "said where developers talk"),
    (("x", "twitter", "tiktok", "instagram", "facebook", "reddit", "youtube"), "public anger", 0.3, "said in public"),
)


def leans_of(
    departments: Sequence[DepartmentWords], stance: StanceReading, source: str = "", home: tuple[str, str] | None = None
) -> tuple[Lean, ...]:
    """Leans for `read_departments`; `home` is the customer's name and the key of their home department, if known."""
    index = index_departments(tuple(departments))
    found = []
    if home is not None and home[1] in index.keys:
        name = departments[index.keys.index(home[1])].name
        found.append(Lean(home[1], _HOME, Reason("customer", f"{home[0]} is {_of(name)} customer")))
    wanted = [("stance", *_STANCES[stance.label])] if stance.label in _STANCES else []
    said_at = source.casefold().strip()
    wanted += [("source", *row[1:]) for row in _SOURCES if said_at in row[0]]
    for kind, topic, weight, words in wanted:
        for position in index.owners.get(topic, ())[:1]:
            found.append(Lean(index.keys[position], weight, Reason(kind, words)))
    return tuple(found)


def _of(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
