"""Departments: who is in them, who heads them, whom to ask."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Select, delete, select

from bot.database import Scope
from bot.errors import CardsOverheard, CardsUnheard, DutyUnfit, HeadUnfit, NotAllowed, UnknownDepartment
from bot.facts import DepartmentWords
from bot.ledger import absences, duty, entries, people, roles, visibility
from bot.messages.house_views import DepartmentView
from bot.messages.views import Role
from bot.models import Department, DepartmentMember, Teammate
from bot.statements import find_one, find_one_locked, insert_or_skip, prepared


def every(scope: Scope) -> list[Department]:
    """All there ever were: what is archived still has a name, on older cards."""
    return list(scope.session.execute(*_every(scope.team_id)).scalars())


@prepared
def _every(team: str) -> Select[Department]:
    return select(Department).where(Department.team_id == team).order_by(Department.id)


def active(scope: Scope) -> list[Department]:
    """Those that are not archived."""
    return [department for department in every(scope) if department.archived_at is None]


def words(scope: Scope) -> list[DepartmentWords]:
    """What reading needs to know of this workspace's departments."""
    return [department.reading for department in active(scope)]


def get(scope: Scope, department_id: str) -> Department:
    return find_one(scope.session, Department, scope.team_id, department_id)


def lock(scope: Scope, department_id: str) -> Department:
    """As it is now, locked: whoever changes it, too, waits."""
    return find_one_locked(scope.session, Department, scope.team_id, department_id)


def lock_all(scope: Scope) -> None:
    """All of them as they are now: whoever changes one waits."""
    statement = _every(scope.team_id)[0].with_for_update().execution_options(populate_existing=True)
    scope.session.execute(statement, _every(scope.team_id)[1]).scalars().all()


def by_key(scope: Scope) -> dict[str, Department]:
    return {department.key: department for department in every(scope)}


def named(scope: Scope, name: str) -> Department:
    """The department that people mean by a name or key; raises UnknownDepartment, with one that is spelt nearly so."""
    wanted = folded(name)
    spellings: dict[str, Department] = {}
    for department in active(scope):
        spellings.setdefault(folded(department.name), department)
        spellings.setdefault(folded(department.key), department)
    if wanted in spellings:
        return spellings[wanted]
    starts = [department for spelling, department in spellings.items() if wanted and spelling.startswith(wanted)]
    if len({department.id for department in starts}) == 1:
        return starts[0]
    near = difflib.get_close_matches(wanted, list(spellings), n=1)
    raise UnknownDepartment(name=name[:60], meant=f" Did you mean {spellings[near[0]].name}?" if near else "")


def folded(name: str) -> str:
    """As people may spell it."""
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").split())


def members(scope: Scope, department_id: str) -> list[str]:
    """The people of a department, longest there first; those without an account left out."""
    found = scope.session.execute(*_members(scope.team_id, department_id)).scalars().all()
    return [user for user in found if is_reachable(scope, user)]


def staff(scope: Scope, department: Department) -> set[str]:
    """All who may be asked for it, also those without an account."""
    in_it = set(scope.session.execute(*_members(scope.team_id, department.id)).scalars())
    return in_it | {*department.rota, *filter(None, [department.head_id])}


def succeed(scope: Scope, user_id: str) -> None:
    """Whoever headed departments has no account any more: the longest serving colleague heads each, if it has one."""
    for department in every(scope):
        if department.head_id != user_id:
            continue
        next_head = next(iter(members(scope, department.id)), None)
        if next_head is not None:
            lock(scope, department.id).head_id = next_head
            entries.write(scope, "arrange_department", department.id, entries.BOT, head_id=next_head)


@prepared
def _members(team: str, department: str) -> Select[str]:
    return (
        select(DepartmentMember.user_id)
        .where(DepartmentMember.team_id == team, DepartmentMember.department_id == department)
        .order_by(DepartmentMember.joined_at, DepartmentMember.user_id)
    )


def of_person(scope: Scope, user_id: str) -> list[str]:
    """The departments a person belongs to, by id."""
    return sorted(scope.session.execute(*_of_person(scope.team_id, user_id)).scalars())


@prepared
def _of_person(team: str, user: str) -> Select[str]:
    return select(DepartmentMember.department_id).where(
        DepartmentMember.team_id == team, DepartmentMember.user_id == user
    )


def join(scope: Scope, department_id: str, user_id: str, by: str) -> bool:
    """Someone answers for a department from now on; the first one heads it. Answers whether they head it."""
    person = people.find(scope, user_id)
    if person is not None and (person.is_guest or person.is_stranger):
        raise NotAllowed(why="guests can't answer for a department; ask a teammate to")
    department = lock(scope, department_id)
    add_member(scope, department_id, user_id, by)
    if department.head_id is None or not is_reachable(scope, department.head_id):
        department.head_id = user_id
    return department.head_id == user_id


def leave(scope: Scope, department_id: str, user_id: str, by: str) -> bool:
    """The reverse of `join`: the longest serving colleague heads it then. Answers whether they were in it."""
    department = lock(scope, department_id)
    gone = scope.session.execute(
        delete(DepartmentMember)
        .where(
            DepartmentMember.team_id == scope.team_id,
            DepartmentMember.department_id == department_id,
            DepartmentMember.user_id == user_id,
        )
        .returning(DepartmentMember.user_id)
    ).first()
    if department.head_id == user_id:
        department.head_id = next(iter(members(scope, department_id)), None)
    department.rota = [one for one in department.rota if one != user_id]
    if gone is not None:
        entries.write(scope, "leave_department", department_id, by, person=user_id)
    return gone is not None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Whom a department asks, and where its cards may stand when they can't at home."""

    head_id: str | None
    rota: tuple[str, ...]
    channel_id: str | None
    group_id: str | None


def arrange(scope: Scope, department_id: str, wanted: Arrangement, by: str) -> Department:
    """Choose head, rota, channel and group; who heads it or is on duty is in it. What stays as it is isn't checked."""
    department = lock(scope, department_id)
    roles.check_may_arrange(scope, department, by)
    now = Arrangement(department.head_id, tuple(department.rota), department.channel_id, department.group_id)
    changes = {name: chosen for name, chosen in asdict(wanted).items() if chosen != getattr(now, name)}
    newly = [who for who in wanted.rota if who not in now.rota]
    _check(scope, changes, newly)
    for name, chosen in changes.items():
        setattr(department, name, list(chosen) if name == "rota" else chosen)
    for user_id in filter(None, dict.fromkeys([changes.get("head_id"), *newly])):
        add_member(scope, department_id, user_id, by)
    if changes:
        entries.write(scope, "arrange_department", department_id, by, **changes)
    scope.session.flush()
    return department


def _check(scope: Scope, changes: Mapping[str, Any], newly_on_duty: Iterable[str]) -> None:
    head, channel_id = changes.get("head_id"), changes.get("channel_id")
    if head is not None and not people.is_colleague(scope, head):
        raise HeadUnfit
    if not all(people.is_colleague(scope, user_id) for user_id in newly_on_duty):
        raise DutyUnfit
    if channel_id is not None and not people.is_in_channel(scope, channel_id):
        raise CardsUnheard
    if channel_id is not None and visibility.has_outsiders(scope, channel_id):
        raise CardsOverheard


def add_member(scope: Scope, department_id: str, user_id: str, by: str) -> bool:
    """Somebody is in it from now on; answers whether they were not before."""
    row = {"team_id": scope.team_id, "department_id": department_id, "user_id": user_id, "joined_at": scope.now}
    added = insert_or_skip(scope.session, DepartmentMember, [row], DepartmentMember.user_id)
    if added:
        entries.write(scope, "join_department", department_id, by, person=user_id)
    return bool(added)


def has_people(scope: Scope, department: Department) -> bool:
    """Whether anyone can be asked: a group alone is nobody, since it is only notified beside a person who is asked."""
    return is_reachable(scope, department.head_id) or bool(members(scope, department.id))


def person_to_ask(scope: Scope, department: Department, channel_id: str) -> str | None:
    """Whom to ping for it there: on duty, else its head, else the longest serving member who can open the channel; who
    is on leave only where there is nobody else. For one that is archived nobody is asked.
    """
    on_leave: list[str] = []
    asked = (*duty.on_now(scope, department), department.head_id, *members(scope, department.id))
    for user_id in asked if department.archived_at is None else ():
        if user_id is None or not is_reachable(scope, user_id):
            continue
        if visibility.person_can_open(scope, user_id, channel_id):
            if not absences.is_on_leave(scope, user_id):
                return user_id
            on_leave.append(user_id)
    return next(iter(on_leave), None)


def role_of(department: Department, user_id: str) -> Role:
    """As what somebody is asked for a department."""
    if user_id in department.rota:
        return "duty"
    return "head" if user_id == department.head_id else "member"


def heads(scope: Scope) -> list[Teammate]:
    """The people who head a department."""
    return list(scope.session.execute(*_heads(scope.team_id)).scalars())


@prepared
def _heads(team: str) -> Select[Teammate]:
    named = select(Department.head_id).where(
        Department.team_id == team, Department.head_id.is_not(None), Department.archived_at.is_(None)
    )
    return select(Teammate).where(Teammate.team_id == team, Teammate.id.in_(named))


def reachable_head(scope: Scope, department: Department, channel_id: str) -> str | None:
    """The head, if a nudge about that channel may reach them."""
    head = department.head_id
    if head is not None and is_reachable(scope, head) and visibility.person_can_open(scope, head, channel_id):
        return head
    return None


def views(scope: Scope) -> list[DepartmentView]:
    """All departments that people may choose."""
    return [view(scope, department) for department in active(scope)]


def view(scope: Scope, department: Department) -> DepartmentView:
    in_turn = duty.on_now(scope, department)
    return DepartmentView(
        id=department.id,
        key=department.key,
        name=department.name,
        description=department.description,
        head=department.head_id,
        rota=tuple(department.rota),
        in_turn=tuple(in_turn),
        on_duty=next(iter(in_turn), None),
        members=tuple(members(scope, department.id)),
        group_id=department.group_id,
        channel_id=department.channel_id,
    )


def is_reachable(scope: Scope, user_id: str | None) -> bool:
    if user_id is None:
        return False
    person = people.find(scope, user_id)
    return person is not None and person.is_reachable
