"""Departments as their setup shows them."""

from __future__ import annotations

from sqlalchemy import select

from bot.database import Scope
from bot.ledger import departments, roles
from bot.messages.house_views import DepartmentPage, DepartmentSheet
from bot.messages.text import count
from bot.models import Department, DepartmentMember, Teammate

A_PAGE = 20
MOST_PEOPLE = 100


def page(scope: Scope, number: int, *, is_archive: bool = False) -> DepartmentPage:
    """A page of those that are asked, or of the archived; by name."""
    every = departments.every(scope)
    found = [one for one in every if (one.archived_at is not None) == is_archive]
    found.sort(key=lambda one: (one.name.casefold(), one.id))
    pages = max(1, -(-len(found) // A_PAGE))
    here = min(max(0, number), pages - 1)
    shown = found[here * A_PAGE : (here + 1) * A_PAGE]
    archived = len(found) if is_archive else len(every) - len(found)
    views = tuple(departments.view(scope, one) for one in shown)
    return DepartmentPage(views, here, pages, len(found), is_archive, archived)


def sheet(scope: Scope, department: Department, reader: str) -> DepartmentSheet:
    """All of one that its form shows to that reader."""
    view = departments.view(scope, department)
    return DepartmentSheet(
        view=view,
        words=", ".join(department.words),
        people=tuple(sorted(view.members)) if len(view.members) <= MOST_PEOPLE else None,
        is_archived=department.archived_at is not None,
        may_edit=roles.may_edit(scope, department, reader),
        may_archive=roles.is_admin(scope, reader),
    )


def line(scope: Scope) -> str:
    """In a line: how many there are, and for how many of them anybody can be asked."""
    active = departments.active(scope)
    staffed = (
        select(DepartmentMember.department_id)
        .join(Teammate, (Teammate.team_id == DepartmentMember.team_id) & (Teammate.id == DepartmentMember.user_id))
        .where(DepartmentMember.team_id == scope.team_id, Teammate.is_deleted.is_(False), Teammate.is_bot.is_(False))
    )
    with_people = set(scope.session.execute(staffed.distinct()).scalars())
    many = sum(one.id in with_people for one in active)
    return f"{count(len(active), 'department')}, {many:,} of them with people to ask."
