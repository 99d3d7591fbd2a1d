"""Who comes to a workspace is welcomed once: a new teammate with a guide, the first admin with the way to the setup."""

from __future__ import annotations

from sqlalchemy import exists, select

from bot import outbox
from bot.database import Scope
from bot.facts import Outgoing, Silence
from bot.ledger import people, roles, workspaces
from bot.ledger.outgoing import post
from bot.messages import welcomes
from bot.models import Channel, Department, DepartmentMember
from bot.outbox import OutboxRow

GUIDE, SETUP = "guide", "setup"
"""Purposes of the outbox."""


def arrived(scope: Scope, user_id: str) -> bool:
    """Somebody has only just come: the guide is sent to them once, when they work; no guest gets it, and no bot."""
    person = people.find(scope, user_id)
    if person is None or person.guided_at is not None or not people.is_colleague(scope, user_id):
        return False
    if workspaces.get(scope).guides_off:
        return False
    person.guided_at = scope.now
    when = people.hours_of(scope, user_id).next_working(scope.now)
    outbox.put(scope, outbox.Saying(user_id, GUIDE, key=f"{GUIDE}:{user_id}", not_before=when))
    return True


def lead_to_setup(scope: Scope, inviter: str | None = None) -> str | None:
    """While nothing is set up, one admin is told how to begin, once ever: who invited the bot, if they are one, else
    the first that is known. Answers who it is.
    """
    workspace = workspaces.get(scope)
    if workspace.setup_told_at is not None or _is_set_up(scope):
        return None
    found = [inviter] if inviter is not None and roles.is_admin(scope, inviter) else roles.admins(scope)
    if not found:
        return None
    workspace.setup_told_at = scope.now
    outbox.put(scope, outbox.Saying(found[0], SETUP, key=f"{SETUP}:{scope.team_id}"))
    return found[0]


def _is_set_up(scope: Scope) -> bool:
    """Whether anybody answers for anything, or the bot was in a channel before this one."""
    has_people = exists(select(DepartmentMember.user_id).where(DepartmentMember.team_id == scope.team_id))
    own = select(Channel.id).where(Channel.team_id == scope.team_id, Channel.bot_is_in, Channel.is_direct.is_(False))
    rows = scope.session.execute(own.limit(2)).all()
    return len(rows) > 1 or bool(scope.session.execute(select(has_people)).scalar())


def _guide(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    workspace = workspaces.get(scope)
    if workspace.guides_off or not people.is_colleague(scope, row.lane_id):
        return Silence("no guide is sent to them any more")
    return post(welcomes.guide(workspace.guidelines))


def _setup(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    if not roles.is_admin(scope, row.lane_id):
        return Silence("they are no admin any more")
    empty = select(Department.id).where(Department.team_id == scope.team_id, Department.archived_at.is_(None))
    return post(welcomes.lead_to_setup(len(scope.session.execute(empty).all())))


RENDER = {GUIDE: _guide, SETUP: _setup}
