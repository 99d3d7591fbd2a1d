"""Departments as files tell them, and as the house knows them: with wiring, what alone knows `config`."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import FileWrong
from bot.facts import DepartmentFacts
from config.departments import DepartmentSeed, read_text, write_text
from config.errors import ConfigError


def read_file(text: str) -> tuple[DepartmentFacts, ...]:
    """The departments of a text in the form of `departments.toml`. Raises FileWrong with what is wrong in it."""
    try:
        return tuple(seed(one) for one in read_text(text, "it"))
    except ConfigError as error:
        raise FileWrong(problems=" ".join(f"{one[:1].upper()}{one[1:]}" for one in error.problems[:8])) from None


def write_file(found: Sequence[DepartmentFacts]) -> str:
    """The reverse."""
    fields = ("key", "name", "description", "head", "people", "on_duty", "channel", "group")
    return write_text(
        DepartmentSeed(**{name: getattr(one, name) for name in fields}, words=one.words or (), archived=one.is_archived)
        for one in found
    )


def seed(one: DepartmentSeed) -> DepartmentFacts:
    """A department that a workspace may start with."""
    named = (one.head, one.people, one.on_duty, one.channel, one.group, one.archived)
    return DepartmentFacts(one.key, one.name, one.description, one.words if one.says_words else None, *named)
