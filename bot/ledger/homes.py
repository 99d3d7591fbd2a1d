"""Homes: who has opened theirs, and when it has something new to show.

A Home is published as a card is updated: one waiting row, rendered when it is sent. Only Homes that were opened lately
follow what happens; while there are none of these, an act costs nothing more (`homes_until` in the workspace's row).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, exists, or_, select

from bot import outbox
from bot.database import Scope
from bot.models import DepartmentMember, Home, Promise, Share, Tag, Workspace
from bot.models.home import LIVE_FOR
from bot.statements import find, find_locked, insert_or_skip, prepared

HOME = "home"
"""Purpose of the outbox; a Home has a lane of its own, so that it never waits behind messages."""
PAGES_LAST = timedelta(hours=1)
"""Whoever comes back sooner finds the pages that they looked at."""
WATCHED_FOR = timedelta(hours=1)
"""So long after it was opened, a Home follows what only its departments have to do with."""
MOST_AT_ONCE = 25
LATER = timedelta(minutes=1)
"""Homes of many people follow together, after a while: much happens in it, and each is published once."""


def lane_of(user_id: str) -> str:
    return f"{HOME}:{user_id}"


def owner_of(lane_id: str) -> str:
    return lane_id.removeprefix(f"{HOME}:")


def get(scope: Scope, user_id: str) -> Home | None:
    return find(scope.session, Home, scope.team_id, user_id)


def opened(scope: Scope, user_id: str, hidden: Sequence[str] = ()) -> None:
    """Somebody opened their Home: it is published, and follows what happens from now on. Nothing of `hidden` private
    channels is shown until it is opened again.
    """
    insert_or_skip(scope.session, Home, [_new_row(scope, user_id)])
    home = scope.session.get_one(Home, (scope.team_id, user_id))
    if home.opened_at is None or scope.now - home.opened_at > PAGES_LAST:
        home.pages = {}
    home.opened_at, home.hidden = scope.now, sorted(hidden)
    workspace = _workspace(scope)
    if workspace is not None and not _is_live(scope, workspace.homes_until, LIVE_FOR):
        workspace.homes_until = scope.now + LIVE_FOR + LIVE_FOR / 4  # so that not every opening writes it
    publish(scope, user_id)


def _new_row(scope: Scope, user_id: str) -> dict[str, Any]:
    return {"team_id": scope.team_id, "user_id": user_id, "opened_at": None, "pages": {}, "hidden": []}


def closed(scope: Scope, user_id: str) -> None:
    """Slack does not show it (any more): it follows nothing until it is opened again."""
    home = get(scope, user_id)
    if home is not None:
        home.opened_at = None


def turn_to(scope: Scope, user_id: str, section: str, page: int) -> None:
    """Somebody leafs through a list of their Home."""
    home = find_locked(scope.session, Home, scope.team_id, user_id)
    if home is not None:
        home.pages = home.pages | {section: max(page, 0)}
    publish(scope, user_id)


def publish(scope: Scope, user_id: str) -> None:
    """Have it show the latest state, now."""
    _put(scope, user_id, None)


def touched(scope: Scope, subject_id: str, by: str, details: Mapping[str, Any]) -> None:
    """Something was done about a promise, a mention or a person: the Homes of all who have to do with it follow."""
    if not _may_be_live(scope):
        return
    named = sorted({by, *(value for value in details.values() if isinstance(value, str))})
    theirs = _theirs(scope.team_id, scope.now - LIVE_FOR, named, subject_id)
    for user_id in sorted(scope.session.execute(*theirs).scalars()):
        _put(scope, user_id, None)


def mention_changed(scope: Scope, mention_id: str) -> None:
    """The Homes of those in the departments that a mention concerns follow: at once where they are few."""
    if not _may_be_live(scope):
        return
    found = scope.session.execute(*_concerned(scope.team_id, scope.now - WATCHED_FOR, mention_id)).scalars()
    user_ids = sorted(found)
    at = scope.now + LATER if len(user_ids) > MOST_AT_ONCE else None
    for user_id in user_ids:
        _put(scope, user_id, at)


def _put(scope: Scope, user_id: str, at: datetime | None) -> None:
    key = lane_of(user_id)
    if outbox.put(scope, outbox.Saying(key, HOME, key=key, not_before=at)) is None and at is None:
        outbox.hasten(scope, key)


def _workspace(scope: Scope) -> Workspace | None:
    return find(scope.session, Workspace, scope.team_id)


def _may_be_live(scope: Scope) -> bool:
    workspace = _workspace(scope)
    return workspace is not None and _is_live(scope, workspace.homes_until, timedelta(0))


def _is_live(scope: Scope, until: datetime | None, margin: timedelta) -> bool:
    return until is not None and until > scope.now + margin


@prepared
def _theirs(team: str, since: datetime, named: Collection[str], subject: str) -> Select[str]:
    owed = exists(Promise.id).where(
        Promise.team_id == team,
        Promise.id == subject,
        or_(Promise.user_id == Home.user_id, Promise.asked_by_id == Home.user_id),
    )
    shared = exists(Share.user_id).where(
        Share.team_id == team, Share.mention_id == subject, Share.user_id == Home.user_id
    )
    return select(Home.user_id).where(
        Home.team_id == team, Home.opened_at > since, or_(Home.user_id.in_(named), owed, shared)
    )


@prepared
def _concerned(team: str, since: datetime, mention: str) -> Select[str]:
    of_it = (Tag.team_id == team, Tag.mention_id == mention)
    member = (DepartmentMember.team_id == Tag.team_id) & (DepartmentMember.department_id == Tag.department_id)
    is_in = exists(Tag.mention_id).where(*of_it, member, DepartmentMember.user_id == Home.user_id)
    shared = exists(Share.user_id).where(
        Share.team_id == team, Share.mention_id == mention, Share.user_id == Home.user_id
    )
    return select(Home.user_id).where(Home.team_id == team, Home.opened_at > since, or_(is_in, shared))
