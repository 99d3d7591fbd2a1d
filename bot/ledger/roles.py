"""Who may do what: admins, heads, teammates and guests.

An admin is whom Slack calls admin or owner, and whom an admin named. A head is one for a department. A guest, and
somebody from outside, acts for themselves only. Whoever is refused is told who can do it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from bot.database import Scope
from bot.errors import AdminsMissing, AdminsOnly, AdminUnfit, HeadsOnly, LastAdmin, NotForGuests
from bot.ledger import entries, people
from bot.messages.house_views import Role
from bot.models import Department, DepartmentMember, Teammate

VOICES = ("human_resources", "public_relations")
"""The keys of the departments whose people say how the house answers, beside admins."""
MOST_NAMED = 50


def is_admin(scope: Scope, user_id: str) -> bool:
    person = people.find(scope, user_id)
    return person is not None and _is_one(person)


def _is_one(person: Teammate) -> bool:
    by_name = person.is_admin or person.named_admin_by is not None
    return by_name and person.is_reachable and not person.is_guest


def admins(scope: Scope) -> list[str]:
    """Who is known to be one, by id: those whom Slack calls so first."""
    chosen = Teammate.is_admin | Teammate.named_admin_by.is_not(None)
    statement = select(Teammate).where(Teammate.team_id == scope.team_id, chosen)
    found = scope.session.execute(statement.order_by(Teammate.is_admin.desc(), Teammate.id)).scalars()
    return [person.id for person in found if _is_one(person)]


def named(scope: Scope) -> list[str]:
    """Those whom a teammate named, by id."""
    statement = select(Teammate.id).where(Teammate.team_id == scope.team_id, Teammate.named_admin_by.is_not(None))
    return list(scope.session.execute(statement.order_by(Teammate.id)).scalars())


def role(scope: Scope, user_id: str) -> Role:
    """What somebody is here, the most that they are."""
    if not people.is_colleague(scope, user_id):
        return "guest"
    if is_admin(scope, user_id):
        return "admin"
    heads = select(Department.id).where(
        Department.team_id == scope.team_id, Department.head_id == user_id, Department.archived_at.is_(None)
    )
    return "head" if scope.session.execute(heads.limit(1)).first() is not None else "teammate"


def check_admin(scope: Scope, by: str) -> None:
    """Raises AdminsOnly, which names one."""
    if is_admin(scope, by) or by == entries.OPERATOR:
        return
    found = admins(scope)
    if not found:
        raise AdminsMissing
    raise AdminsOnly(who=found[0])


def check_teammate(scope: Scope, by: str) -> None:
    """Raises NotForGuests, for guests and for people from outside."""
    if not people.is_colleague(scope, by):
        raise NotForGuests


def may_edit(scope: Scope, department: Department, user_id: str) -> bool:
    """Whether somebody may say what a department is and answers for: admins, and its head."""
    return is_admin(scope, user_id) or (_head_of(scope, department) == user_id)


def may_arrange(scope: Scope, department: Department, user_id: str) -> bool:
    """Whether somebody may say whom it asks: who may edit it; any teammate while nobody heads it."""
    if _head_of(scope, department) is None:
        return people.is_colleague(scope, user_id)
    return may_edit(scope, department, user_id)


def _head_of(scope: Scope, department: Department) -> str | None:
    """Its head, if they are still there to be asked."""
    head = department.head_id
    return head if head is not None and people.is_colleague(scope, head) else None


def check_may_arrange(scope: Scope, department: Department, by: str) -> None:
    """Raises NotForGuests, or HeadsOnly, which names the head."""
    if by == entries.OPERATOR:
        return
    check_teammate(scope, by)
    if not may_arrange(scope, department, by):
        raise HeadsOnly(name=department.name, who=department.head_id)


def check_may_edit(scope: Scope, department: Department, by: str) -> None:
    """As `check_may_arrange`; of a department without a head, admins decide."""
    check_may_arrange(scope, department, by)
    if _head_of(scope, department) is None:
        check_admin(scope, by)


def may_word(scope: Scope, user_id: str) -> bool:
    """Whether somebody says how the house answers customers: admins, and the people of HR and PR."""
    if is_admin(scope, user_id):
        return True
    if not people.is_colleague(scope, user_id):
        return False
    statement = (
        select(DepartmentMember.user_id)
        .join(
            Department,
            (Department.team_id == DepartmentMember.team_id) & (Department.id == DepartmentMember.department_id),
        )
        .where(
            DepartmentMember.team_id == scope.team_id,
            DepartmentMember.user_id == user_id,
            Department.key.in_(VOICES),
            Department.archived_at.is_(None),
        )
    )
    return scope.session.execute(statement.limit(1)).first() is not None


def name(scope: Scope, user_ids: Sequence[str], by: str) -> None:
    """Whom teammates call admin from now on: these, and nobody else; Slack's own stay. Raises AdminUnfit, LastAdmin."""
    check_admin(scope, by)
    wanted = set(user_ids)
    if not all(people.is_colleague(scope, user_id) for user_id in wanted):
        raise AdminUnfit
    for user_id in sorted(wanted | set(named(scope))):
        person = people.find(scope, user_id)
        is_named = person is not None and person.named_admin_by is not None
        if person is None or is_named == (user_id in wanted):
            continue
        person.named_admin_by = None if is_named else by
        entries.write(scope, "drop_admin" if is_named else "name_admin", user_id, by)
    scope.session.flush()
    if not admins(scope):
        raise LastAdmin
