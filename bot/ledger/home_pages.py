"""What every list of a Home needs: who reads it, which page, and what is their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Select, select

from bot.database import Scope
from bot.ledger.visibility import Audience
from bot.messages.home import HomeSection, Row
from bot.models import Promise
from bot.statements import prepared

T = TypeVar("T")
LATELY = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose Home it is; they are its only audience."""

    user_id: str
    audience: Audience
    zone: str


@dataclass(frozen=True, slots=True)
class Page:
    """Page `number` (from 0) of a list, with `size` rows."""

    name: str
    number: int
    size: int

    @property
    def start(self) -> int:
        return self.number * self.size

    def of(self, found: Sequence[T]) -> Sequence[T]:
        """What stands on it."""
        return found[self.start : self.start + self.size]

    def section(self, title: str, rows: tuple[Row, ...], total: int | None, *, has_more: bool = False) -> HomeSection:
        """The list with these rows on this page."""
        more = has_more if total is None else total > self.start + self.size
        return HomeSection(self.name, title, rows, self.number, self.start, more, total)


def owed(scope: Scope, user_id: str) -> list[str]:
    """The ids of somebody's open promises, by due moment; those without one last."""
    return list(scope.session.execute(*_owed(scope.team_id, user_id)).scalars())


@prepared
def _owed(team: str, user: str) -> Select[str]:
    own = (Promise.team_id == team, Promise.user_id == user, Promise.state == "open")
    return select(Promise.id).where(*own).order_by(Promise.due_at.is_(None), Promise.due_at, Promise.id)


def settled_lately(scope: Scope, user_id: str, most: int) -> list[Promise]:
    """What they kept or withdrew in the last days, the latest first."""
    found = scope.session.execute(*_settled(scope.team_id, user_id, scope.now - LATELY)).scalars()
    return sorted(found, key=lambda one: (one.ended_at or one.created_at, one.id), reverse=True)[:most]


@prepared
def _settled(team: str, user: str, since: datetime) -> Select[Promise]:
    own = (Promise.team_id == team, Promise.user_id == user, Promise.state.in_(("kept", "withdrawn")))
    return select(Promise).where(*own, Promise.ended_at > since)
