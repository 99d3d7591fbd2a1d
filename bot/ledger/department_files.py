"""Departments as a file: all of them, as they are; and what a file would make of them, before it does."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.database import Scope
from bot.errors import FileWrong
from bot.facts import DepartmentFacts
from bot.ledger import department_edits, departments, people, roles, tags, visibility
from bot.ledger.department_edits import About
from bot.ledger.departments import Arrangement
from bot.messages.house_views import PlannedLine
from bot.models import Department

MOST_TOLD = 8


def export(scope: Scope) -> tuple[DepartmentFacts, ...]:
    """Every department, the archived too; whose account is gone is left out. Imported, it changes nothing."""
    return tuple(_facts(scope, department) for department in departments.every(scope))


def standing(scope: Scope, wanted: Sequence[DepartmentFacts]) -> tuple[DepartmentFacts, ...]:
    """As they are now: those that a file names."""
    named = {one.key for one in wanted}
    return tuple(_facts(scope, one) for one in departments.every(scope) if one.key in named)


def _facts(scope: Scope, department: Department) -> DepartmentFacts:
    return DepartmentFacts(
        key=department.key,
        name=department.name,
        description=department.description,
        words=tuple(department.words),
        head=department.head_id if department.head_id and departments.is_reachable(scope, department.head_id) else "",
        people=tuple(sorted(departments.members(scope, department.id))),
        on_duty=tuple(one for one in department.rota if departments.is_reachable(scope, one)),
        channel=department.channel_id or "",
        group=department.group_id or "",
        is_archived=department.archived_at is not None,
    )


def plan(scope: Scope, wanted: Sequence[DepartmentFacts]) -> tuple[PlannedLine, ...]:
    """What an import would do, department by department. Raises FileWrong with what can't be done."""
    wanted = _completed(scope, wanted)
    if wrong := list(_problems(scope, wanted)):
        more = [f"And {len(wrong) - MOST_TOLD} more."] if len(wrong) > MOST_TOLD else []
        raise FileWrong(problems=" ".join([*wrong[:MOST_TOLD], *more]))
    known = {one.key: _facts(scope, one) for one in departments.every(scope)}
    return tuple(_line(known.get(one.key), one) for one in wanted)


def _completed(scope: Scope, wanted: Sequence[DepartmentFacts]) -> tuple[DepartmentFacts, ...]:
    """What a file leaves out of what a department is stays as it is."""
    known = {one.key: one for one in departments.every(scope)}
    return tuple(_complete(known.get(one.key), one) for one in wanted)


def _complete(known: Department | None, one: DepartmentFacts) -> DepartmentFacts:
    if known is None:
        return one
    words = tuple(known.words) if one.words is None else one.words
    return replace(one, name=one.name or known.name, description=one.description or known.description, words=words)


def _line(now: DepartmentFacts | None, wanted: DepartmentFacts) -> PlannedLine:
    if now is None:
        return PlannedLine(wanted.name, "create")
    what = tuple(_changes(now, wanted))
    return PlannedLine(wanted.name, "change" if what else "keep", what)


def _changes(now: DepartmentFacts, wanted: DepartmentFacts) -> Iterator[str]:
    if now.name != wanted.name:
        yield f"was {now.name}"
    if now.description != wanted.description:
        yield "description"
    if now.words != wanted.words:
        yield f"words{_counted(now.words or (), wanted.words or ())}"
    everybody = _everybody(wanted)
    if everybody is not None and set(everybody) != set(now.people or ()):
        yield f"people{_counted(now.people or (), everybody)}"
    named = (("head", "head"), ("on_duty", "on duty"), ("channel", "channel"), ("group", "user group"))
    for field, words in named:
        if getattr(wanted, field) not in {None, getattr(now, field)}:
            yield words
    if wanted.is_archived not in {None, now.is_archived}:
        yield "archived" if wanted.is_archived else "restored"


def _counted(now: Collection[str], wanted: Collection[str]) -> str:
    more, less = len(set(wanted) - set(now)), len(set(now) - set(wanted))
    counts = [f"+{more}" if more else "", f"\u2212{less}" if less else ""]
    return f" ({' '.join(filter(None, counts))})" if more or less else ", their order"


def _everybody(wanted: DepartmentFacts) -> tuple[str, ...] | None:
    """Who heads it or is on duty is in it."""
    if wanted.people is None:
        return None
    return tuple(dict.fromkeys([*wanted.people, *filter(None, [wanted.head]), *(wanted.on_duty or ())]))


def people_in(wanted: Sequence[DepartmentFacts]) -> list[str]:
    """All whom a file names: Slack is asked about them first."""
    named = [(*(one.people or ()), *(one.on_duty or ()), *filter(None, [one.head])) for one in wanted]
    return sorted({user_id for some in named for user_id in some})


def _problems(scope: Scope, wanted: Sequence[DepartmentFacts]) -> Iterator[str]:
    known = {one.key: one for one in departments.every(scope)}
    for one in wanted:
        if one.key not in known and not (one.name and one.description):
            yield f'`{one.key}` is new, so it needs both: name = "…" and description = "…".'
    names = {one.key: one.name for one in known.values()} | {one.key: one.name for one in wanted if one.name}
    owner: dict[str, str] = {}
    for key, name in names.items():
        if owner.setdefault(departments.folded(name), key) != key:
            yield f"`{key}` would be called as `{owner[departments.folded(name)]}` is: give each its own name."
    if len(names) > department_edits.MOST_DEPARTMENTS:
        yield f"There would be {len(names)} departments; {department_edits.MOST_DEPARTMENTS} is the most."
    for one in wanted:
        now = _facts(scope, known[one.key]) if one.key in known else None
        yield from _unfit(scope, one, now)


def _unfit(scope: Scope, wanted: DepartmentFacts, now: DepartmentFacts | None) -> Iterator[str]:
    """People and channels that are not as the workspace needs them; what stays as it is isn't looked at."""
    known = set(people_in([now])) if now is not None else set()
    for user_id in people_in([wanted]):
        if user_id not in known and not people.is_colleague(scope, user_id):
            yield f"`{wanted.key}`: {user_id} is no teammate with an account here."
    channel_id = wanted.channel
    if not channel_id or (now is not None and now.channel == channel_id):
        return
    if not people.is_in_channel(scope, channel_id):
        yield f"`{wanted.key}`: I am not in the channel {channel_id}. Invite me there first."
    elif visibility.has_outsiders(scope, channel_id):
        yield f"`{wanted.key}`: guests or people from outside read the channel {channel_id}."


def apply(scope: Scope, wanted: Sequence[DepartmentFacts], by: str) -> tuple[PlannedLine, ...]:
    """Do it; answers what was done. What the file does not name stays as it is."""
    roles.check_admin(scope, by)
    departments.lock_all(scope)
    wanted = _completed(scope, wanted)
    lines = plan(scope, wanted)
    known = {one.key: one for one in departments.every(scope)}
    for line, one in zip(lines, wanted, strict=True):
        if line.act != "keep":
            _apply(scope, known.get(one.key), one, by)
    return lines


def _apply(scope: Scope, known: Department | None, one: DepartmentFacts, by: str) -> None:
    about = About(one.name, one.description, one.words, _everybody(one))
    if known is None:
        department = department_edits.add(scope, about, by, one.key)
    else:
        department = department_edits.rewrite(scope, known, about, by)
    wanted = Arrangement(
        head_id=department.head_id if one.head is None else one.head or None,
        rota=tuple(department.rota) if one.on_duty is None else one.on_duty,
        channel_id=department.channel_id if one.channel is None else one.channel or None,
        group_id=department.group_id if one.group is None else one.group or None,
    )
    departments.arrange(scope, department.id, wanted, by)
    if one.is_archived is not None:
        change = department_edits.archive if one.is_archived else department_edits.restore
        change(scope, department.id, by)
    tags.department_changed(scope, department.id)
