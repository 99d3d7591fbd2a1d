"""Promises keep their wall time: where a zone's rules have changed, the due moment follows, and what waits for it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfoNotFoundError

from sqlalchemy import Select, select

from bot.clock import at_wall
from bot.database import Scope
from bot.ledger import entries, promises, slots
from bot.models import Promise
from bot.statements import find_one_locked, prepared

LIVE = ("open", "offered", "requested")


def astray(scope: Scope) -> list[str]:
    """The promises whose due moment is not at their wall time any more, as this machine knows the zones.

    A miss that was noted stays one; a zone that is not known here changes nothing.
    """
    found = scope.session.execute(*_with_due(scope.team_id))
    return [row.id for row in found if _moment_now(row.due_at, row.due_wall, row.due_zone) != row.due_at]


@prepared
def _with_due(team: str) -> Select[str, datetime | None, str | None, str | None]:
    statement = select(Promise.id, Promise.due_at, Promise.due_wall, Promise.due_zone).where(
        Promise.team_id == team,
        Promise.state.in_(LIVE),
        Promise.due_at.is_not(None),
        Promise.missed_at.is_(None) | (Promise.missed_at != Promise.due_at),
    )
    return statement.order_by(Promise.id)


def follow(scope: Scope, promise_id: str) -> bool:
    """Put the due moment back to its wall time. Answers whether it was elsewhere."""
    promise = find_one_locked(scope.session, Promise, scope.team_id, promise_id)
    before = promise.due_at
    if before is None or promise.state not in LIVE or promise.missed_at == before:
        return False
    promise.due_at = _moment_now(before, promise.due_wall, promise.due_zone)
    if promise.due_at == before:
        return False
    entries.write(
        scope, "shift_promise", promise.id, entries.BOT, before=before.isoformat(), due=promises.iso(promise.due_at)
    )
    slots.follow(scope, promise, before)
    promises.show(scope, promise)
    return True


def _moment_now(due: datetime, wall: str | None, zone: str | None) -> datetime:
    """The moment of a wall time by today's rules; of a time that comes twice, the one that was meant."""
    if wall is None or zone is None:
        return due
    try:
        moments = at_wall(datetime.fromisoformat(wall), zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return due
    return due if due in moments else moments[0]
