"""The mentions of a Home: those that somebody is on, and the open ones of their departments."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, case, exists, func, select
from sqlalchemy import cast as sql_cast

from bot.database import Scope
from bot.ledger import departments, mention_views, visibility
from bot.ledger.home_pages import Page, Reader
from bot.ledger.mention_views import Wanted
from bot.models import Mention, Share, Tag
from bot.statements import prepared

NOBODY, SOMEBODY = False, True


def shared(scope: Scope, reader: Reader) -> list[str]:
    """The ids of the open mentions in which they have a part that is not done: the urgent first, then the oldest."""
    wanted = Wanted(is_open=True, owner=reader.user_id)
    urgent = sql_cast(Mention.urgent_reasons, String) != "[]"
    order = case((urgent, 0), else_=1)
    statement = select(Mention.id).where(*mention_views.conditions(scope, reader.audience, wanted))
    return list(scope.session.execute(statement.order_by(order, Mention.id)).scalars())


def of_departments(scope: Scope, reader: Reader, page: Page) -> list[str]:
    """The ids on a page of the open mentions of their departments in which they have no part, and of the first on the
    next: those that nobody is on first, the oldest first. The index is walked no further than the page wants.
    """
    own = departments.of_person(scope, reader.user_id)
    if not own or scope.session.execute(*_any_of(scope.team_id, own)).first() is None:
        return []
    wanted = page.size + 1
    found = _ids(scope, _open_of(scope, reader, own, NOBODY).offset(page.start).limit(wanted))
    if len(found) == wanted:
        return found
    # Here those that nobody is on end; how many they are is known only if some stand on this page.
    before = (
        page.start + len(found) if found or page.start == 0 else _count(scope, _open_of(scope, reader, own, NOBODY))
    )
    skipped = max(page.start - before, 0)
    taken = _open_of(scope, reader, own, SOMEBODY).offset(skipped).limit(wanted - len(found))
    return found + _ids(scope, taken)


@prepared
def _any_of(team: str, own: Collection[str]) -> Select[str]:
    """Some open mention of these departments: where there is none, all that is open is walked through once only."""
    is_open = (Mention.team_id == team, Mention.answered_at.is_(None), Mention.dismissed_at.is_(None))
    of_them = exists(Tag.mention_id).where(
        Tag.team_id == team, Tag.mention_id == Mention.id, Tag.department_id.in_(own)
    )
    return select(Mention.id).where(*is_open, of_them.correlate(Mention)).order_by(Mention.id).limit(1)


def _ids(scope: Scope, statement: Select[Any]) -> list[str]:
    return list(scope.session.execute(statement).scalars())


def _count(scope: Scope, statement: Select[Any]) -> int:
    return int(
        scope.session.execute(select(func.count()).select_from(statement.order_by(None).subquery())).scalar_one()
    )


def _open_of(scope: Scope, reader: Reader, own: Collection[str], has_owners: bool) -> Select[Any]:
    of_them = exists(Tag.mention_id).where(
        Tag.team_id == scope.team_id, Tag.mention_id == Mention.id, Tag.department_id.in_(own)
    )
    theirs = exists(Share.user_id).where(
        Share.team_id == scope.team_id,
        Share.mention_id == Mention.id,
        Share.user_id == reader.user_id,
        Share.state.in_(mention_views.TAKEN),
    )
    is_taken = mention_views.is_taken()
    wishes: list[ColumnElement[bool]] = [
        Mention.answered_at.is_(None),
        Mention.dismissed_at.is_(None),
        of_them.correlate(Mention),
        and_(is_taken, ~theirs) if has_owners else ~is_taken,
        _is_shown(scope, reader),
    ]
    return select(Mention.id).where(Mention.team_id == scope.team_id, *wishes).order_by(Mention.id)


def _is_shown(scope: Scope, reader: Reader) -> ColumnElement[bool]:
    """They could open the thread in which people work on it: what departments it concerns is told there alone."""
    return visibility.openable(scope, reader.audience, func.coalesce(Mention.card_channel_id, Mention.home_channel_id))
