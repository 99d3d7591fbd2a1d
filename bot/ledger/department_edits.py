"""Departments are made, edited, archived and restored here, each act with its reverse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from bot.database import Scope
from bot.errors import (
    DepartmentArchived,
    DepartmentNamed,
    DepartmentsFull,
    NameMissing,
    PeopleUnfit,
    WordsUnfit,
)
from bot.facts import Fault
from bot.ledger import departments, entries, people, roles, tags
from bot.ledger.departments import Arrangement
from bot.models import Department
from bot.statements import insert_or_skip

MOST_DEPARTMENTS = 500
NAME_LIMIT, DESCRIPTION_LIMIT, WORD_LIMIT, MOST_WORDS = 75, 500, 60, 400
_KEY_LIMIT = 40


@dataclass(frozen=True, slots=True)
class About:
    """What a department is and answers for. `people` are all who are in it; None says nothing, as everywhere here."""

    name: str | None = None
    description: str | None = None
    words: tuple[str, ...] | None = None
    people: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class FromGroup:
    """A department to be made of a Slack user group; or, with `department_id`, one that gets its people."""

    group_id: str
    name: str
    description: str
    people: tuple[str, ...]
    department_id: str | None = None


def tidy_words(typed: str) -> tuple[str, ...]:
    """Words as people type them, in lines or with commas: each once, in plain form."""
    found = (" ".join(word.casefold().split()) for word in re.split(r"[,;\n]", typed))
    return tuple(dict.fromkeys(filter(None, found)))


def faults(about: About) -> list[Fault]:
    """What is wrong in it, by field."""
    found = []
    if about.name is not None and len(about.name) > NAME_LIMIT:
        found.append(Fault("name", f"It has {len(about.name)} characters; {NAME_LIMIT} is the most that fits."))
    if about.description is not None and len(about.description) > DESCRIPTION_LIMIT:
        told = f"It has {len(about.description)} characters; {DESCRIPTION_LIMIT} is the most I can weigh."
        found.append(Fault("description", told))
    words = about.words or ()
    if long := next((word for word in words if len(word) > WORD_LIMIT), None):
        told = f"“{long[:20]}…” has {len(long)} characters; a word or phrase has {WORD_LIMIT} at most."
        found.append(Fault("words", f"{told} Put commas between words."))
    if len(words) > MOST_WORDS:
        found.append(Fault("words", f"There are {len(words)} words; {MOST_WORDS} is the most I can weigh."))
    return found


def create(scope: Scope, about: About, by: str, key: str = "") -> Department:
    """A new department. Raises what `_check` raises."""
    roles.check_admin(scope, by)
    every = departments.every(scope)
    check_new_name(scope, about.name or "")
    if len([one for one in every if one.archived_at is None]) >= MOST_DEPARTMENTS:
        raise DepartmentsFull(most=MOST_DEPARTMENTS)
    return add(scope, about, by, key)


def add(scope: Scope, about: About, by: str, key: str = "") -> Department:
    """As `create`, of what was checked before."""
    name = _tidy(about.name or "")
    row = {
        "team_id": scope.team_id,
        "id": scope.new_id(),
        "key": key or new_key(name, {one.key for one in departments.every(scope)}),
        "name": name,
        "description": _tidy(about.description or ""),
        "words": list(about.words or ()),
    }
    if not insert_or_skip(scope.session, Department, [row], Department.id):
        raise DepartmentNamed(name=name)  # somebody made it at this very moment
    department = departments.get(scope, str(row["id"]))
    entries.write(scope, "create_department", department.id, by)
    _set_people(scope, department, about.people, by)
    return department


def edit(scope: Scope, department_id: str, about: About, by: str) -> Department:
    """What it is called, answers for and is known by, and who is in it. What is None stays."""
    department = departments.lock(scope, department_id)
    roles.check_may_edit(scope, department, by)
    if about.name is not None and _tidy(about.name) != department.name:
        _check(departments.every(scope), _tidy(about.name), department.id)
    return rewrite(scope, department, about, by)


def rewrite(scope: Scope, department: Department, about: About, by: str) -> Department:
    """As `edit`, of what was checked before."""
    changes = {name: chosen for name, chosen in _columns(about).items() if chosen != _plain(getattr(department, name))}
    for name, chosen in changes.items():
        setattr(department, name, list(chosen) if name == "words" else chosen)
    if changes:
        entries.write(scope, "edit_department", department.id, by, fields=sorted(changes))
    _set_people(scope, department, about.people, by)
    scope.session.flush()
    return department


def _columns(about: About) -> dict[str, Any]:
    """By column, what it shall be."""
    wanted = {field.name: getattr(about, field.name) for field in fields(about) if field.name != "people"}
    tidied = {name: _tidy(value) if isinstance(value, str) else value for name, value in wanted.items()}
    return {name: value for name, value in tidied.items() if value is not None}


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _set_people(scope: Scope, department: Department, wanted: Sequence[str] | None, by: str) -> None:
    if wanted is None:
        return
    now = departments.members(scope, department.id)
    newly = [user_id for user_id in dict.fromkeys(wanted) if user_id not in now]
    if not all(people.is_colleague(scope, user_id) for user_id in newly):
        raise PeopleUnfit
    for user_id in newly:
        departments.join(scope, department.id, user_id, by)
    for user_id in now:
        if user_id not in wanted:
            departments.leave(scope, department.id, user_id, by)


def archive(scope: Scope, department_id: str, by: str) -> Department:
    """It is read and asked no more; what it was tagged with, its people and its words stay."""
    return _set_archived(scope, department_id, by, is_archived=True)


def restore(scope: Scope, department_id: str, by: str) -> Department:
    """The reverse of `archive`."""
    return _set_archived(scope, department_id, by, is_archived=False)


def _set_archived(scope: Scope, department_id: str, by: str, *, is_archived: bool) -> Department:
    roles.check_admin(scope, by)
    department = departments.lock(scope, department_id)
    if (department.archived_at is not None) != is_archived:
        if not is_archived:
            _check(departments.active(scope), department.name, department.id)
        department.archived_at = scope.now if is_archived else None
        entries.write(scope, "archive_department" if is_archived else "restore_department", department.id, by)
        scope.session.flush()
        tags.department_changed(scope, department.id)
    return department


def from_groups(scope: Scope, groups: Iterable[FromGroup], by: str) -> list[Department]:
    """Departments of user groups, with their people; guests and bots among them are left out."""
    roles.check_admin(scope, by)
    made = []
    for group in groups:
        staff = tuple(user_id for user_id in group.people if people.is_colleague(scope, user_id))
        if group.department_id is None:
            department = create(scope, About(group.name, group.description, (), staff), by)
        else:
            department = departments.get(scope, group.department_id)
            for user_id in staff:
                departments.join(scope, department.id, user_id, by)
        wanted = Arrangement(department.head_id, tuple(department.rota), department.channel_id, group.group_id)
        departments.arrange(scope, department.id, wanted, by)
        tags.department_changed(scope, department.id)
        made.append(department)
    return made


def group_changed(scope: Scope, group_id: str, joined: Sequence[str], left: Sequence[str]) -> None:
    """Who joins a user group in Slack joins its departments, and who leaves it leaves them."""
    for department in departments.active(scope):
        if department.group_id != group_id:
            continue
        for user_id in joined:
            if people.is_colleague(scope, user_id):
                departments.join(scope, department.id, user_id, entries.BOT)
        for user_id in left:
            departments.leave(scope, department.id, user_id, entries.BOT)
        if joined or left:
            tags.department_changed(scope, department.id)


def new_key(name: str, taken: Iterable[str]) -> str:
    """A key that nobody has: the name in small letters."""
    plain = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")
    stem = (plain if plain[:1].isalpha() else f"department_{plain}".strip("_"))[: _KEY_LIMIT - 4].rstrip("_")
    taken = set(taken)
    return next(key for number in range(1, 10_000) if (key := stem if number == 1 else f"{stem}_{number}") not in taken)


def check_new_name(scope: Scope, name: str) -> None:
    """Raises NameMissing, WordsUnfit, DepartmentNamed or DepartmentArchived."""
    _check(departments.every(scope), _tidy(name), None)


def _check(every: Sequence[Department], name: str, own_id: str | None) -> None:
    """Raises NameMissing, WordsUnfit, DepartmentNamed or DepartmentArchived."""
    if not any(character.isalnum() for character in name):
        raise NameMissing
    if wrong := faults(About(name=name)):
        raise WordsUnfit(problem=wrong[0].words)
    for other in every:
        if other.id != own_id and departments.folded(other.name) == departments.folded(name):
            raise (DepartmentNamed if other.archived_at is None else DepartmentArchived)(name=other.name)


def _tidy(words: str) -> str:
    return " ".join(words.split())
