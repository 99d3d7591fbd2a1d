"""Lanes: the queue of one (team, channel), taken by one worker for the length of a lease.

Order inside a lane needs no luck, and a busy channel delays no other. `ready_at` says since when work waits (None:
none does), `next_at` is the pace (both on the product's clock); the lease is measured on the machine's clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Literal, cast

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    Table,
    bindparam,
    case,
    func,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.database import Base, announce, partial_index, plain
from bot.errors import LeaseLost
from bot.statements import upserting

Box = Literal["in", "out", "history"]
LEASE = timedelta(seconds=60)
FAR = timedelta(minutes=5)
"""Nothing in a lane waits longer: a moment farther ahead was written before the clock went back, and has passed."""


class Lane(Base):
    __tablename__ = "lane"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    box: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    ready_at: Mapped[datetime | None]
    next_at: Mapped[datetime | None]
    taken_by: Mapped[str | None]
    taken_until: Mapped[datetime | None]

    __table_args__ = (
        partial_index(
            "ix_lane_ready",
            "box",
            "ready_at",
            where="ready_at IS NOT NULL",
        ),
    )


_LANE = cast(Table, Lane.__table__)


@dataclass(frozen=True, slots=True)
class Moment:
    """The two times a worker needs: the product's and the machine's."""

    now: datetime
    machine: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """A lane that a worker holds: `worker` names the taking that the lease is written on, `until` (of the machine) is
    how long it surely lasts; it may have been lengthened since.
    """

    team_id: str
    box: Box
    id: str
    worker: str
    until: datetime

    def match(self) -> dict[str, str]:
        """The parameters by which its lane is found, as long as this taking holds it."""
        return {"of_team": self.team_id, "of_box": self.box, "of_lane": self.id, "holder": self.worker}


def has_passed(moment: datetime, now: datetime) -> bool:
    """Whether work of a lane that waits for this moment is due."""
    return moment <= now or moment > now + FAR


def wake_lanes(session: Session, box: Box, lanes: Iterable[tuple[str, str, datetime]]) -> None:
    """Say that work waits in lanes, given as (team, lane, ready at). Sorted, so that two writers never deadlock."""
    earliest: dict[tuple[str, str], datetime] = {}
    for team_id, lane_id, ready_at in lanes:
        key = (team_id, lane_id)
        earliest[key] = min(ready_at, earliest.get(key, ready_at))
    if not earliest:
        return
    rows = [{"team_id": team, "box": box, "id": lane, "ready_at": at} for (team, lane), at in sorted(earliest.items())]
    # One row's statement, executed with all of them: a list of rows written out is compiled anew each time.
    session.execute(_wake(session.get_bind().dialect.name == "sqlite"), rows)
    announce(session, box)


@cache
def _wake(is_sqlite: bool) -> Any:
    statement = upserting(_LANE, is_sqlite)
    at = statement.excluded.ready_at
    sooner = case((or_(_LANE.c.ready_at.is_(None), _LANE.c.ready_at > at), at), else_=_LANE.c.ready_at)
    return plain(statement.on_conflict_do_update(index_elements=["team_id", "box", "id"], set_={"ready_at": sooner}))


def take_lanes(session: Session, box: Box, worker: str, moment: Moment, limit: int = 8) -> list[Held]:
    """Take lanes whose work is due: one statement, each lane to one worker only.

    The lease is written on this taking, not on the worker alone: a step that slept through its lease must not pass for
    the same worker's next one.
    """
    taking, until = f"{worker}@{moment.machine.isoformat()}", moment.machine + LEASE
    given = {"taking": taking, "until": until, "most": limit}
    taken = session.execute(_take(), asked(box, moment) | given)
    return [Held(team_id, box, lane_id, taking, until) for team_id, lane_id in taken]


@cache
def _take() -> Any:
    """Built once, as all that every step of every worker asks."""
    now, far = (bindparam(name, type_=Lane.ready_at.type) for name in ("now", "far"))
    due = (
        select(_LANE.c.team_id, _LANE.c.box, _LANE.c.id)
        .where(
            _LANE.c.box == bindparam("of_box"),
            or_(_LANE.c.ready_at <= now, _LANE.c.ready_at > far),
            or_(_LANE.c.next_at.is_(None), _LANE.c.next_at <= now, _LANE.c.next_at > far),
            _is_free(),
        )
        .order_by(_LANE.c.ready_at)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True)
        # Not a plain subquery: PostgreSQL may run that once a row, and take more than the limit.
        .cte("due")
    )
    return plain(
        update(_LANE)
        .where(tuple_(_LANE.c.team_id, _LANE.c.box, _LANE.c.id).in_(select(due)))
        .values(taken_by=bindparam("taking"), taken_until=bindparam("until"))
        .returning(_LANE.c.team_id, _LANE.c.id)
    )


def asked(box: Box, moment: Moment) -> dict[str, Any]:
    """The parameters of which lanes are due at a moment."""
    now, machine = moment.now, moment.machine
    return {"of_box": box, "now": now, "far": now + FAR, "machine": machine, "machine_far": machine + FAR}


def _is_free() -> ColumnElement[bool]:
    """Nobody holds it, or the lease has ended: one farther ahead was written before the machine's clock went back."""
    machine, far = (bindparam(name, type_=Lane.ready_at.type) for name in ("machine", "machine_far"))
    until = _LANE.c.taken_until
    return or_(until.is_(None), until <= machine, until > far)


def keep_lane(session: Session, held: Held, machine: datetime) -> None:
    """Check and lengthen the lease. Raises LeaseLost when another worker may have the lane: nothing may be written."""
    kept = session.execute(_keep(), held.match() | {"machine": machine, "until": machine + LEASE}).first()
    if kept is None:
        raise LeaseLost


@cache
def _keep() -> Any:
    holds = _LANE.c.taken_until > bindparam("machine", type_=Lane.ready_at.type)
    return plain(update(_LANE).where(*_held(), holds).values(taken_until=bindparam("until")).returning(_LANE.c.id))


def _held() -> tuple[ColumnElement[bool], ...]:
    """Which lane, and that it is still held by that taking: the values are those of `Held.match`."""
    return (
        _LANE.c.team_id == bindparam("of_team"),
        _LANE.c.box == bindparam("of_box"),
        _LANE.c.id == bindparam("of_lane"),
        _LANE.c.taken_by == bindparam("holder"),
    )


def free_lane(session: Session, held: Held, ready_at: datetime | None, next_at: datetime | None = None) -> None:
    """Give the lane back. The caller has locked it by `keep_lane` and only then looked for what still waits."""
    session.execute(_free(), held.match() | {"ready": ready_at, "pace": next_at})
    if ready_at is not None:
        announce(session, held.box, is_local=True)


@cache
def _free() -> Any:
    ready, pace = (bindparam(name, type_=Lane.ready_at.type) for name in ("ready", "pace"))
    next_at = func.coalesce(pace, _LANE.c.next_at)
    freed = {"taken_by": None, "taken_until": None, "ready_at": ready, "next_at": next_at}
    return plain(update(_LANE).where(*_held()).values(**freed))


def next_due(session: Session, box: Box, moment: Moment) -> datetime | None:
    """When the next lane that nobody holds falls due; None when no work waits."""
    return session.execute(_next_due(), asked(box, moment)).scalar()


@cache
def _next_due() -> Select[datetime | None]:
    """Built once: it is asked after every write."""
    kind = Lane.ready_at.type
    now, far = (bindparam(name, type_=kind) for name in ("now", "far"))
    ready, pace = (case((column > far, now), else_=column) for column in (Lane.ready_at, Lane.next_at))
    at = case((pace > ready, pace), else_=ready)
    waiting = (Lane.box == bindparam("of_box"), Lane.ready_at.is_not(None), _is_free())
    return plain(select(func.min(at, type_=kind)).where(*waiting))
