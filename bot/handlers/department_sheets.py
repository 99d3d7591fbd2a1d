"""The form of a department as it was sent in: what was changed in it, what others changed meanwhile, and saving it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from bot.database import Scope
from bot.errors import DepartmentArchived
from bot.facts import Fault
from bot.handlers.overtaking import overtaken
from bot.handlers.stacks import About, Merged, Values, again, merge
from bot.handlers.submissions import FieldsUnfit, Submission
from bot.ledger import department_edits, department_views, departments, roles, tags
from bot.ledger.department_edits import About as What
from bot.ledger.departments import Arrangement
from bot.messages import actions as act
from bot.messages import department_forms as words
from bot.messages.house_views import DepartmentSheet
from bot.understanding import describe_department

FIELDS = {"name": act.INPUT_NAME, "description": act.INPUT_DESCRIPTION, "words": act.INPUT_KNOWN_BY}
UNDESCRIBED = "I don't know what such a department does. Say in a sentence what it answers for."


def sheet_of(scope: Scope, department_id: str, reader: str) -> DepartmentSheet:
    """All of a department that its form shows to that reader."""
    return department_views.sheet(scope, departments.get(scope, department_id), reader)


def values_of(sheet: DepartmentSheet) -> Values:
    """By input, what a department is now."""
    view = sheet.view
    return {
        act.INPUT_NAME: view.name,
        act.INPUT_DESCRIPTION: view.description,
        act.INPUT_KNOWN_BY: sheet.words,
        act.INPUT_PEOPLE: sheet.people,
        act.INPUT_HEAD: view.head,
        act.INPUT_DUTY: view.rota,
        act.INPUT_CHANNEL_OF: view.channel_id,
        act.INPUT_GROUP: view.group_id,
    }


def _sent(sent: Submission) -> dict[str, Any]:
    """The same as it was sent in, in the same form: words tidied, people in order."""
    found: dict[str, Any] = {name: sent.value(name) for name in sent.values}
    for name in (act.INPUT_NAME, act.INPUT_DESCRIPTION):
        if name in found:
            found[name] = " ".join(str(found[name] or "").split())
    if act.INPUT_KNOWN_BY in found:
        found[act.INPUT_KNOWN_BY] = ", ".join(department_edits.tidy_words(found[act.INPUT_KNOWN_BY] or ""))
    if act.INPUT_PEOPLE in found:
        found[act.INPUT_PEOPLE] = tuple(sorted(found[act.INPUT_PEOPLE] or ()))
    if act.INPUT_GROUP in found:
        found[act.INPUT_GROUP] = found[act.INPUT_GROUP] or None
    return found


def save(
    scope: Scope, about: About, sent: Submission, groups: list[tuple[str, str]]
) -> dict[str, Any] | tuple[str, str]:
    """Answers the name and the key; or the form once more, where somebody changed the same thing meanwhile."""
    department = departments.lock(scope, about.subject)
    roles.check_may_arrange(scope, department, sent.user_id)
    if department.archived_at is not None:
        raise DepartmentArchived(name=department.name)
    sheet = sheet_of(scope, about.subject, sent.user_id)
    now = values_of(sheet)
    merged = merge(about.was, now, _sent(sent))
    if merged.clashing:
        fresh = again(about, now, merged)
        told = overtaken(scope, department.id, (now, merged), sent.user_id)
        return words.department(_as_sent(sheet, merged.changed), groups, fresh.text(), told)
    _apply(scope, department.id, merged, sent.user_id)
    return department.name, department.key


def _as_sent(sheet: DepartmentSheet, changed: Mapping[str, Any]) -> DepartmentSheet:
    """The form once more, with what its sender wrote."""
    fields = {
        act.INPUT_NAME: "name",
        act.INPUT_DESCRIPTION: "description",
        act.INPUT_HEAD: "head",
        act.INPUT_DUTY: "rota",
        act.INPUT_CHANNEL_OF: "channel_id",
        act.INPUT_GROUP: "group_id",
    }
    view = replace(sheet.view, **{fields[name]: value for name, value in changed.items() if name in fields})
    own = {"words": changed.get(act.INPUT_KNOWN_BY, sheet.words), "people": changed.get(act.INPUT_PEOPLE, sheet.people)}
    return replace(sheet, view=view, **own)


def _apply(scope: Scope, department_id: str, merged: Merged, by: str) -> None:
    changed = merged.changed
    about = _what(changed)
    if about.description == "":
        raise FieldsUnfit([Fault(act.INPUT_DESCRIPTION, "Say in a sentence what it answers for: I read by it.")])
    if about != What():
        department_edits.edit(scope, department_id, about, by)
    department = departments.get(scope, department_id)
    wanted = Arrangement(
        head_id=cast(str | None, changed.get(act.INPUT_HEAD, department.head_id)),
        rota=tuple(cast(tuple[str, ...], changed.get(act.INPUT_DUTY, department.rota))),
        channel_id=cast(str | None, changed.get(act.INPUT_CHANNEL_OF, department.channel_id)),
        group_id=cast(str | None, changed.get(act.INPUT_GROUP, department.group_id)),
    )
    departments.arrange(scope, department_id, wanted, by)
    tags.department_changed(scope, department_id)


def _what(found: Mapping[str, Any]) -> What:
    """Raises FieldsUnfit, with what is wrong beside each input."""
    typed = found.get(act.INPUT_KNOWN_BY)
    about = What(
        name=found.get(act.INPUT_NAME),
        description=found.get(act.INPUT_DESCRIPTION),
        words=department_edits.tidy_words(typed) if typed is not None else None,
        people=found.get(act.INPUT_PEOPLE),
    )
    if wrong := department_edits.faults(about):
        raise FieldsUnfit([replace(one, field=FIELDS[one.field]) for one in wrong])
    return about


def create(scope: Scope, sent: Submission) -> str:
    """A new department, as its form says; answers its name. Raises FieldsUnfit, and what the ledger raises."""
    about = _what(_sent(sent))
    people = tuple(sent.people(act.INPUT_PEOPLE))  # as they were chosen: the first heads it
    department_edits.check_new_name(scope, about.name or "")
    described = about.description or describe_department(about.name or "")
    if not described:
        raise FieldsUnfit([Fault(act.INPUT_DESCRIPTION, UNDESCRIBED)])
    made = department_edits.create(scope, replace(about, description=described, people=people), sent.user_id)
    tags.department_changed(scope, made.id)
    return made.name
