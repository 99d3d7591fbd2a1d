"""Promises as messages show them, for one audience: many of them in a few statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from bot.database import Scope
from bot.ledger import evidence, mention_views, visibility, workspaces
from bot.ledger.visibility import Audience, Eyes, Shape
from bot.messages.views import EvidenceView, PromiseView, Some
from bot.models import Evidence, Mention, Promise, Teammate, Workspace
from bot.statements import chunks, load, prepared

MOST = 200
CONFIRMED = ("open", "kept", "withdrawn")
NEVER = datetime.max.replace(tzinfo=UTC)


def promise(scope: Scope, one: Promise, audience: Audience | None = None) -> PromiseView:
    """A promise, for its speaker, or once confirmed for an audience that could open its thread."""
    return promises(scope, [one], audience or Audience(user_id=one.user_id))[0]


def promises(scope: Scope, found: Sequence[Promise], audience: Audience) -> list[PromiseView]:
    """These promises. Their words are shown in any case: the caller has chosen those that the audience may read.

    What they are about, and a link, are shown where the audience could open it.
    """
    known = _mentions(scope, found)
    abouts = mention_views.abouts(scope, known.values(), audience)
    shown = _evidence(scope, found, audience)
    places = {one.channel_id for one in found if one.channel_id} | {one.home_channel_id for one in known.values()}
    places |= {one.channel_id for one in shown.values() if one.channel_id}
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
            asked_by=one.asked_by_id,
            counter=one.counter_at,
            is_at_risk=one.at_risk_at is not None,
            risk=one.at_risk_why or "",
            evidence=_evidence_view(workspace, shown[one.id], opened) if one.id in shown else None,
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


def _evidence(scope: Scope, found: Sequence[Promise], audience: Audience) -> dict[str, Evidence]:
    """What counted, for everybody; what a promiser is asked about, for that person alone."""
    kept = [one.id for one in found if one.state == "kept" and one.reason == "evidence"]
    own = [one.id for one in found if one.state == "open" and one.user_id == audience.user_id]
    return evidence.of_promises(scope, [*kept, *own], ["counted", "offered"])


def _evidence_view(workspace: Workspace, one: Evidence, opened: set[str]) -> EvidenceView:
    link = one.url
    if one.channel_id is None or one.ts is None or one.channel_id not in opened:
        link = None
    elif link is None:
        link = workspaces.permalink(workspace, one.channel_id, one.ts, one.thread_ts)
    return EvidenceView(one.id, one.kind, link)  # type: ignore[arg-type]  # the column holds these kinds only


def _mentions(scope: Scope, found: Sequence[Promise]) -> dict[str, Mention]:
    return load(scope.session, Mention, scope.team_id, {one.mention_id for one in found if one.mention_id})


def _zones(scope: Scope, found: Sequence[Promise], workspace: Workspace) -> dict[str, str]:
    known = load(scope.session, Teammate, scope.team_id, {one.user_id for one in found})
    return {user_id: person.hours(workspace).zone for user_id, person in known.items()}


def confirmed(scope: Scope, audience: Audience, *wishes: ColumnElement[bool]) -> list[ColumnElement[bool]]:
    """What holds of the confirmed promises whose message, or whose mention's card, this audience could open. Without
    both (`/ours promise`) only its maker saw it: it counts in their own lists alone.
    """
    return [
        Promise.team_id == scope.team_id,
        Promise.state.in_(CONFIRMED),
        *wishes,
        *_readable(scope, audience),
    ]


def _readable(scope: Scope, audience: Audience) -> list[ColumnElement[bool]]:
    return _readable_by(audience.shape(scope), Eyes(scope.team_id, *audience.values))


def _readable_by(shape: Shape, eyes: Eyes) -> list[ColumnElement[bool]]:
    where = visibility.openable_by(shape, eyes, func.coalesce(Promise.channel_id, ""))
    return [or_(Promise.ts.is_not(None), Promise.mention_id.is_not(None)), where]


def ids_about(scope: Scope, audience: Audience, mention_ids: Sequence[str]) -> list[str]:
    """The ids of the confirmed promises about these mentions that this audience may read, the open ones first, by their
    due moments. States are told apart here: asked for both, SQLite would walk through all promises of a state.
    """
    found: list[tuple[bool, datetime, str]] = []
    columns = select(Promise.id, Promise.state, Promise.due_at)
    for some_ids in chunks(mention_ids):
        theirs = (Promise.team_id == scope.team_id, Promise.mention_id.in_(some_ids))
        rows = scope.session.execute(columns.where(*theirs, *_readable(scope, audience)))
        found += [(row.state != "open", row.due_at or NEVER, row.id) for row in rows if row.state in CONFIRMED]
    return [promise_id for _, _, promise_id in sorted(found)]


def listed(scope: Scope, audience: Audience, *wishes: ColumnElement[bool], most: int = MOST) -> list[PromiseView]:
    """Confirmed promises that this audience may read, the open ones first, by their due moments."""
    statement = select(Promise).where(*confirmed(scope, audience, *wishes)).order_by(*_order()).limit(most)
    return promises(scope, list(scope.session.execute(statement).scalars()), audience)


def _order() -> list[ColumnElement[Any]]:
    return [case((Promise.state == "open", 0), else_=1), Promise.due_at.expression, Promise.id.expression]


def due_at_home(scope: Scope, audience: Audience, channel_id: str, end: datetime) -> list[str]:
    """The ids of the open ones that are due before that moment, and about a mention whose home that channel is."""
    due = _due_at_home(scope.team_id, channel_id, end, *audience.values, shape=audience.shape(scope))
    return list(scope.session.execute(*due).scalars())


@prepared
def _due_at_home(team: str, home: str, end: datetime, reader: str, hidden: list[str], *, shape: Shape) -> Select[str]:
    at_home = select(Mention.id).where(
        Mention.team_id == team, Mention.home_channel_id == home, Mention.dismissed_at.is_(None)
    )
    is_due = (*is_due_by(team, end), Promise.mention_id.in_(at_home))
    readable = _readable_by(shape, Eyes(team, reader, hidden))
    return select(Promise.id).where(*is_due, *readable).order_by(Promise.due_at, Promise.id)


def is_due_by(team: str, end: datetime) -> tuple[ColumnElement[bool], ...]:
    """What holds of open promises that are due before that moment."""
    return Promise.team_id == team, Promise.state == "open", Promise.due_at < end


def by_ids(scope: Scope, promise_ids: Sequence[str], audience: Audience) -> list[PromiseView]:
    """These promises, which the audience may read, in this order."""
    found = load(scope.session, Promise, scope.team_id, promise_ids)
    return promises(scope, [found[one] for one in promise_ids if one in found], audience)


def some(scope: Scope, audience: Audience, *wishes: ColumnElement[bool], most: int) -> Some[PromiseView]:
    """The first of them, and how many there are."""
    found = listed(scope, audience, *wishes, most=most)
    if len(found) < most:
        return Some(found)
    statement = select(func.count()).select_from(Promise).where(*confirmed(scope, audience, *wishes))
    return Some(found, scope.session.execute(statement).scalar_one())
