"""Who is on duty: a department's rota, a week each in turn; who doesn't work just now is stood in for by the next."""

from __future__ import annotations

from datetime import date

from bot.database import Scope
from bot.ledger import absences, people, workspaces
from bot.models import Department

FIRST_MONDAY = date(1970, 1, 5)
"""Weeks are counted from here, on Mondays of the workspace's zone."""


def turn(scope: Scope, department: Department) -> list[str]:
    """The people of the rota who have an account, whose week it is first."""
    rota = [user_id for user_id in department.rota if _is_reachable(scope, user_id)]
    if not rota:
        return []
    today = workspaces.get(scope).hours.local(scope.now).date()
    first = (today - FIRST_MONDAY).days // 7 % len(rota)
    return rota[first:] + rota[:first]


def on_now(scope: Scope, department: Department) -> list[str]:
    """The same, whoever works just now before those who don't: round the earth somebody does."""
    in_turn = turn(scope, department)
    return sorted(in_turn, key=lambda user_id: not absences.works_now(scope, user_id))


def _is_reachable(scope: Scope, user_id: str) -> bool:
    person = people.find(scope, user_id)
    return person is not None and person.is_reachable
