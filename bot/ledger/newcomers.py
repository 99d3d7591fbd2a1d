"""Who is new is welcomed once: a teammate with a guide (as they come, or with the first thing that they do), the first
admin with the way to the setup.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select

from bot import outbox
from bot.database import Scope
from bot.facts import Outgoing, PersonFacts, Silence
from bot.ledger import later, people, roles, workspaces
from bot.ledger.outgoing import post
from bot.messages import welcomes
from bot.models import Department
from bot.outbox import OutboxRow

GUIDE: Final = "guide"
"""Purpose of the outbox; so are the next."""
FIRST_GUIDE: Final = "first_guide"
SETUP: Final = "setup"


def arrived(scope: Scope, user_id: str) -> bool:
    """Somebody has only just come: the guide is sent to them once, when they work; no guest gets it, and no bot."""
    if not _needs_guide(scope, user_id):
        return False
    later.say(scope, GUIDE, user_id, user_id)
    return True


def looked_in(scope: Scope, user_id: str) -> bool:
    """Somebody opened their conversation with the bot: who got no guide yet finds it there, at once."""
    if not _needs_guide(scope, user_id):
        return False
    outbox.put(scope, outbox.Saying(user_id, GUIDE, user_id, key=f"{GUIDE}:{user_id}", details={"looked_in": True}))
    return True


def acted(scope: Scope, user_id: str) -> None:
    """Somebody has a part or an open promise now. Who was here before the bot never came to it: their first one brings
    them the guide, a shorter one, when they work.
    """
    if _needs_guide(scope, user_id):
        later.say(scope, FIRST_GUIDE, user_id, user_id)


def _needs_guide(scope: Scope, user_id: str) -> bool:
    """Whether they shall get one; from now on they need none any more."""
    person = people.find(scope, user_id)
    if person is None or person.guided_at is not None or not people.is_colleague(scope, user_id):
        return False
    if workspaces.get(scope).guides_off:
        return False
    person.guided_at = scope.now
    return True


def is_new(scope: Scope) -> bool:
    """Whether nothing is set up, and nobody was told how to begin."""
    return workspaces.get(scope).setup_told_at is None and not workspaces.is_set_up(scope)


def installed(scope: Scope, admins: Sequence[PersonFacts]) -> str | None:
    """Slack told who may set the workspace up, the foremost first: they are known from now on, and the first of them is
    told how to begin. Answers who it is.
    """
    unknown = set(people.unknown_people(scope, [one.id for one in admins]))
    people.remember(scope, [one for one in admins if one.id in unknown])
    return lead_to_setup(scope, admins[0].id if admins else None)


def lead_to_setup(scope: Scope, first: str | None = None) -> str | None:
    """While nothing is set up, one admin is told how to begin, once ever, at whatever hour: whoever brought the bot has
    just done so. It is `first`, if they are one, else the first that is known. Answers who it is.
    """
    if not is_new(scope):
        return None
    workspace = workspaces.lock(scope)
    if workspace.setup_told_at is not None:
        return None  # another worker was quicker
    found = [first] if first is not None and roles.is_admin(scope, first) else roles.admins(scope)
    if not found:
        return None
    workspace.setup_told_at = scope.now
    outbox.put(scope, outbox.Saying(found[0], SETUP, key=f"{SETUP}:{scope.team_id}"))
    return found[0]


def _guide(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    workspace = workspaces.get(scope)
    if workspace.guides_off or not people.is_colleague(scope, row.lane_id):
        return Silence("no guide is sent to them any more")
    if row.purpose == FIRST_GUIDE:
        return post(welcomes.first_act(workspace.guidelines))
    return post(welcomes.guide(workspace.guidelines, is_new=not row.details.get("looked_in")))


def _setup(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    if not roles.is_admin(scope, row.lane_id):
        return Silence("they are no admin any more")
    empty = select(Department.id).where(Department.team_id == scope.team_id, Department.archived_at.is_(None))
    return post(welcomes.lead_to_setup(len(scope.session.execute(empty).all())))


RENDER = {GUIDE: _guide, FIRST_GUIDE: _guide, SETUP: _setup}
