"""How Slack takes calls, for each workspace and method: until when it wants none, and since when it answers none.
Messages are paced in each channel by itself.

All workers learn it from each other here, in the transaction in which what came of a call is written down.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Select, String, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, Scope, plain
from bot.lanes import FAR
from bot.statements import insert_or_skip, insert_or_update, prepared

POST = "chat.postMessage"


class Pace(Base):
    """Until when Slack wants no call of a method from us (Retry-After), per workspace; and since when it has answered
    none, if it answers none. `method` may be a method in one lane (see `in_lane`).
    """

    __tablename__ = "pace"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    method: Mapped[str] = mapped_column(String, primary_key=True)
    blocked_until: Mapped[datetime]
    silent_since: Mapped[datetime | None]


def in_lane(method: str, lane_id: str) -> str:
    """The name under which a method is paced in one lane only."""
    return f"{method} {lane_id}"


def note_silence(scope: Scope, method: str) -> datetime:
    """A call had no answer: answers since when Slack has left all calls of that method unanswered, as far as is known.
    A moment from before the clock went back is not believed.
    """
    row = {"team_id": scope.team_id, "method": method, "blocked_until": scope.now}
    insert_or_skip(scope.session, Pace, [row])
    known: Pace = scope.session.execute(*_pace(scope.team_id, method)).scalar_one()
    known.silent_since = since = min(known.silent_since or scope.now, scope.now)
    scope.session.flush()
    return since


@prepared
def _pace(team: str, method: str) -> Select[Pace]:
    found = select(Pace).where(Pace.team_id == team, Pace.method == method)
    return found.with_for_update().execution_options(populate_existing=True)


def is_away(scope: Scope, method: str, since: datetime) -> bool:
    """A call had no answer, as others since `since`: whether Slack has answered none of that method in between."""
    return note_silence(scope, method) <= since


def note_answer(scope: Scope, method: str) -> None:
    """Slack has answered a call of that method: it is not away."""
    scope.session.execute(*_speaks(scope.team_id, method))


@prepared
def _speaks(team: str, method: str) -> Any:
    silent = update(Pace).where(Pace.team_id == team, Pace.method == method, Pace.silent_since.is_not(None))
    return plain(silent.values(silent_since=None))


def block(scope: Scope, method: str, until: datetime) -> datetime:
    """Slack said Retry-After for this method. Answers until when it is left alone: where that is long, Slack is asked
    again meanwhile, since a clock that goes back must not make it longer still.
    """
    until = min(until, scope.now + FAR)
    row = {"team_id": scope.team_id, "method": method, "blocked_until": until}
    insert_or_update(scope.session, Pace, row, ("team_id", "method"))
    return until


def blocked_until(scope: Scope, method: str) -> datetime | None:
    """The moment before which that method may not be called; None when now is fine."""
    return scope.session.execute(*_blocked_until(scope.team_id, method, scope.now, scope.now + FAR)).scalar()


@prepared
def _blocked_until(team: str, method: str, now: datetime, far: datetime) -> Select[datetime | None]:
    return select(Pace.blocked_until).where(
        Pace.team_id == team, Pace.method == method, Pace.blocked_until > now, Pace.blocked_until <= far
    )
