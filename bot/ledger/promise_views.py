"""Promises as messages show them, for one audience: many of them in a few statements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from bot.database import Scope
from bot.ledger import mention_views, visibility, workspaces
from bot.ledger.visibility import Audience
from bot.messages.views import PromiseView, Some
from bot.models import Mention, Promise, Teammate, Workspace
from bot.statements import load

MOST = 200


def promise(scope: Scope, one: Promise, audience: Audience | None = None) -> PromiseView:
    """A promise, for its speaker, or once confirmed for an audience that could open its thread."""
    return promises(scope, [one], audience or Audience(user_id=one.user_id))[0]


def promises(scope: Scope, found: Sequence[Promise], audience: Audience) -> list[PromiseView]:
    """These promises. Their words are shown in any case: the caller has chosen those that the audience may read.

    What they are about, and a link, are shown where the audience could open it.
    """
    known = _mentions(scope, found)
    abouts = mention_views.abouts(scope, known.values(), audience)
    places = {one.channel_id for one in found if one.channel_id} | {one.home_channel_id for one in known.values()}
    opened = visibility.opened(scope, audience, places)
    workspace = workspaces.get(scope)
    zones = _zones(scope, found, workspace)

    def show(one: Promise) -> PromiseView:
        return PromiseView(
            id=one.id,
            user_id=one.user_id,
            words=one.words or "a reply (its message was deleted)",
            due=one.due_at,
            zone=zones.get(one.user_id, workspace.zone),
            state=one.state,  # type: ignore[arg-type]  # the column holds the states of the graph only
            is_missed=one.missed_at is not None and (one.state != "open" or one.missed_at == one.due_at),
            is_muted=one.muted_at is not None,
            about=abouts.get(one.mention_id or "", ""),
            link=_link(workspace, one, known.get(one.mention_id or ""), opened),
        )

    return [show(one) for one in found]


def _link(workspace: Workspace, one: Promise, mention: Mention | None, opened: set[str]) -> str | None:
    """To where it was made, else to its mention; none where that can't be opened."""
    if one.channel_id and one.ts and one.words:
        is_shown = one.channel_id in opened
        return workspaces.permalink(workspace, one.channel_id, one.ts, one.thread_ts) if is_shown else None
    if mention is not None and mention.home_channel_id in opened:
        return workspaces.permalink(workspace, mention.home_channel_id, mention.home_ts)
    return None


def _mentions(scope: Scope, found: Sequence[Promise]) -> dict[str, Mention]:
    return load(scope.session, Mention, scope.team_id, {one.mention_id for one in found if one.mention_id})


def _zones(scope: Scope, found: Sequence[Promise], workspace: Workspace) -> dict[str, str]:
    known = load(scope.session, Teammate, scope.team_id, {one.user_id for one in found})
    return {user_id: person.hours(workspace).zone for user_id, person in known.items()}


def confirmed(scope: Scope, audience: Audience, *wishes: ColumnElement[bool]) -> list[ColumnElement[bool]]:
    """What holds of the confirmed promises whose message this audience could open. Without a message (`/ours promise`)
    only its maker saw it: it counts in their own lists alone.
    """
    return [
        Promise.team_id == scope.team_id,
        Promise.state.in_(("open", "kept", "withdrawn")),
        Promise.ts.is_not(None),
        *wishes,
        visibility.openable(scope, audience, func.coalesce(Promise.channel_id, "")),
    ]


def listed(
    scope: Scope, audience: Audience, *wishes: ColumnElement[bool], most: int = MOST, skipped: int = 0
) -> list[PromiseView]:
    """Confirmed promises that this audience may read, the open ones first, by their due moments. As many as are
    `skipped` are left out of the front.
    """
    statement = select(Promise).where(*confirmed(scope, audience, *wishes)).order_by(*_order()).limit(most)
    statement = statement.offset(skipped) if skipped else statement
    return promises(scope, list(scope.session.execute(statement).scalars()), audience)


def _order() -> list[ColumnElement[Any]]:
    return [case((Promise.state == "open", 0), else_=1), Promise.due_at.expression, Promise.id.expression]


def ids(scope: Scope, audience: Audience, *wishes: ColumnElement[bool]) -> list[str]:
    """The ids of all of them, in the same order."""
    statement = select(Promise.id).where(*confirmed(scope, audience, *wishes)).order_by(*_order())
    return list(scope.session.execute(statement).scalars())


def by_ids(scope: Scope, promise_ids: Sequence[str], audience: Audience) -> list[PromiseView]:
    """These promises, which the audience may read, in this order."""
    found = load(scope.session, Promise, scope.team_id, promise_ids)
    return promises(scope, [found[one] for one in promise_ids if one in found], audience)


def some(scope: Scope, audience: Audience, *wishes: ColumnElement[bool], most: int) -> Some[PromiseView]:
    """The first of them, and how many there are."""
    found = listed(scope, audience, *wishes, most=most)
    return Some(found, len(found) if len(found) < most else count(scope, audience, *wishes))


def count(scope: Scope, audience: Audience, *wishes: ColumnElement[bool]) -> int:
    statement = select(func.count()).select_from(Promise).where(*confirmed(scope, audience, *wishes))
    return scope.session.execute(statement).scalar_one()
