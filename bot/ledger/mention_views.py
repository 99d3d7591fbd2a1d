"""Mentions in lists, for one audience: chosen, ordered and counted by the database, loaded in a few statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Select, String, and_, case, exists, func, select, true
from sqlalchemy import cast as sql_cast

from bot.database import Scope
from bot.facts import Stance
from bot.ledger import shares, visibility, workspaces
from bot.ledger.visibility import Audience, Eyes, Shape
from bot.messages.views import MentionLine, Some
from bot.models import Department, Mention, Share, Sighting, Tag, Workspace
from bot.models.mention import state_of
from bot.statements import chunks, load, prepared

T = TypeVar("T")
MOST = 200
TAKEN = ("claimed", "done")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which mentions a list is about; None or nothing leaves a wish out. `is_open`: neither answered nor dismissed;
    `told`: between these moments their customers heard that what they waited for is fixed.
    """

    since: datetime | None = None
    until: datetime | None = None
    is_open: bool = False
    customer_ids: tuple[str, ...] = ()
    home_channel_id: str | None = None
    owner: str | None = None
    told: tuple[datetime, datetime] | None = None


def mentions(scope: Scope, audience: Audience, wanted: Wanted, most: int | None = MOST) -> list[MentionLine]:
    """The mentions that this audience could open in Slack, newest first; open ones as they wait (`waiting_order`)."""
    shape, eyes = audience.shape(scope), Eyes(scope.team_id, *audience.values)
    order = waiting_order(shape, eyes) if wanted.is_open else [Mention.id.desc()]
    statement = select(Mention).where(*conditions(scope, audience, wanted)).order_by(*order).limit(most)
    return lines(scope, list(scope.session.execute(statement).scalars()), audience)


def count(scope: Scope, audience: Audience, wanted: Wanted) -> int:
    statement = select(func.count()).select_from(Mention).where(*conditions(scope, audience, wanted))
    return scope.session.execute(statement).scalar_one()


def some(scope: Scope, audience: Audience, wanted: Wanted, most: int) -> Some[MentionLine]:
    """The first of them, and how many there are."""
    found = mentions(scope, audience, wanted, most)
    return Some(found, len(found) if len(found) < most else count(scope, audience, wanted))


def grouped(
    scope: Scope, audience: Audience, wanted: Wanted, groups: Mapping[str, Sequence[ColumnElement[bool]]], most: int
) -> dict[str, Some[MentionLine]]:
    """The mentions of a list by groups, each with its conditions: the first of each, oldest first, and how many.

    A mention may be in several groups; a group with none is left out.
    """
    holds = conditions(scope, audience, wanted)
    numbers = [func.sum(case((and_(true(), *group), 1), else_=0)) for group in groups.values()]
    totals = scope.session.execute(select(*numbers).select_from(Mention).where(*holds)).one()
    counted = {name: number for name, number in zip(groups, totals, strict=True) if number}
    firsts = {
        name: list(scope.session.execute(_first_ids([*holds, *groups[name]], most)).scalars()) for name in counted
    }
    loaded = by_ids(scope, sorted({one for ids in firsts.values() for one in ids}), audience)
    lines_by_id = {one.mention_id: one for one in loaded}
    return {name: Some((lines_by_id[one] for one in firsts[name]), counted[name]) for name in counted}


def _first_ids(holds: Sequence[ColumnElement[bool]], most: int) -> Select[str]:
    return select(Mention.id).where(*holds).order_by(Mention.created_at, Mention.id).limit(most)


def open_ids(scope: Scope, audience: Audience, channel_id: str) -> list[tuple[str, bool]]:
    """The open mentions whose home that channel is, as they wait: their ids, and whether somebody is on it. What waits
    for a cause, and praise, wait for nobody there.
    """
    listed = _open_ids(scope.team_id, channel_id, *audience.values, shape=audience.shape(scope))
    return [(mention_id, bool(is_owned)) for mention_id, is_owned in scope.session.execute(*listed)]


@prepared
def _open_ids(team: str, home: str, reader: str, hidden: list[str], *, shape: Shape) -> Select[str, int]:
    eyes = Eyes(team, reader, hidden)
    return (
        select(Mention.id, _is_owned(shape, eyes))
        .where(
            Mention.team_id == team,
            Mention.home_channel_id == home,
            Mention.dismissed_at.is_(None),
            Mention.answered_at.is_(None),
            Mention.waits_since.is_(None),
            Mention.stance != "advocate",
            _is_sighted(shape, eyes),
        )
        .order_by(*waiting_order(shape, eyes))
    )


def _is_owned(shape: Shape, eyes: Eyes) -> ColumnElement[int]:
    """1 where somebody is on it, as far as they may know."""
    return case((and_(is_taken(), visibility.openable_by(shape, eyes, _worked_in())), 1), else_=0)


def waiting_order(shape: Shape, eyes: Eyes) -> list[ColumnElement[Any]]:
    """What nobody is on first, then what is urgent, then what waits longest."""
    urgent = sql_cast(Mention.urgent_reasons, String) != "[]"
    urgency = case((urgent, 0), else_=1)
    return [_is_owned(shape, eyes), urgency, Mention.created_at.expression, Mention.id.expression]


def by_ids(scope: Scope, mention_ids: Sequence[str], audience: Audience) -> list[MentionLine]:
    """Those of these mentions that the audience could open, in this order."""
    found = load(scope.session, Mention, scope.team_id, mention_ids)
    return lines(scope, [found[mention_id] for mention_id in mention_ids if mention_id in found], audience)


def conditions(scope: Scope, audience: Audience, wanted: Wanted) -> list[ColumnElement[bool]]:
    """What holds of the mentions of a list: wished for, not dismissed, and to be opened by this audience somewhere."""
    sighted = _is_sighted(audience.shape(scope), Eyes(scope.team_id, *audience.values))
    return [Mention.team_id == scope.team_id, Mention.dismissed_at.is_(None), *_wishes(scope, wanted), sighted]


def _is_sighted(shape: Shape, eyes: Eyes) -> ColumnElement[bool]:
    return (
        exists(Sighting.id)
        .where(
            Sighting.team_id == eyes.team,
            Sighting.mention_id == Mention.id,
            Sighting.deleted_at.is_(None),
            visibility.openable_by(shape, eyes, Sighting.channel_id.expression),
        )
        .correlate(Mention)
    )


def _wishes(scope: Scope, wanted: Wanted) -> list[ColumnElement[bool]]:
    wishes: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        wishes.append(Mention.created_at >= wanted.since)
    if wanted.until is not None:
        wishes.append(Mention.created_at < wanted.until)
    if wanted.told is not None:
        wishes += [Mention.fix_told_at >= wanted.told[0], Mention.fix_told_at < wanted.told[1]]
    if wanted.is_open:
        wishes.append(Mention.answered_at.is_(None))
    if wanted.customer_ids:
        # Said twice: within an IN alone, the index of those that have a customer would not be taken.
        wishes += [Mention.customer_id.in_(wanted.customer_ids), Mention.customer_id.is_not(None)]
    if wanted.home_channel_id is not None:
        wishes.append(Mention.home_channel_id == wanted.home_channel_id)
    if wanted.owner is not None:
        own = select(Share.mention_id).where(
            Share.team_id == scope.team_id, Share.user_id == wanted.owner, Share.state == "claimed"
        )
        wishes.append(Mention.id.in_(own))
    return wishes


def work_is_shown(scope: Scope, audience: Audience) -> ColumnElement[bool]:
    """An SQL condition: this audience could open the thread in which people work on the mention, its card's."""
    return visibility.openable(scope, audience, _worked_in())


def _worked_in() -> ColumnElement[str]:
    return func.coalesce(Mention.card_channel_id, Mention.home_channel_id)


def is_taken() -> ColumnElement[bool]:
    """An SQL condition: somebody has a part in it."""
    shared = select(Share.mention_id).where(Share.team_id == Mention.team_id, Share.mention_id == Mention.id)
    return exists(shared.where(Share.state.in_(TAKEN)))


def is_taken_together() -> ColumnElement[bool]:
    """An SQL condition: several people have a part in it."""
    people_on_it = select(func.count()).where(
        Share.team_id == Mention.team_id, Share.mention_id == Mention.id, Share.state.in_(TAKEN)
    )
    return people_on_it.scalar_subquery() > 1


def line(scope: Scope, mention: Mention, audience: Audience) -> MentionLine | None:
    """One mention in a list, from the first place that this audience could open; None if there is none."""
    return next(iter(lines(scope, [mention], audience)), None)


def lines(scope: Scope, found: Sequence[Mention], audience: Audience) -> list[MentionLine]:
    """These mentions in a list, without those that the audience could open nowhere.

    Who can't open the thread of the card reads the customer's words, and nothing of the work on them.
    """
    ids = [mention.id for mention in found]
    seen, taken, tagged = sightings(scope, ids, audience), _taken(scope, ids), _department_names(scope, ids)
    places = visibility.opened(scope, audience, {_card_place(mention) for mention in found})
    workspace = workspaces.get(scope)

    def show(mention: Mention, shown: Sighting) -> MentionLine:
        is_known = _card_place(mention) in places
        own = taken.get(mention.id, [])
        return MentionLine(
            mention_id=mention.id,
            about=shown.quote or mention.source,
            link=_link(workspace, mention, shown),
            channel_id=shown.channel_id,
            state=state_of(mention, own) if is_known else "new",
            at=mention.created_at,
            stance=cast(Stance, mention.stance),
            is_urgent=bool(mention.urgent_reasons),
            departments=tuple(tagged.get(mention.id, ())) if is_known else (),
            owners=tuple(share.user_id for share in own if share.state in TAKEN) if is_known else (),
            shared_by=shown.shared_by,
            source=mention.source,
        )

    pairs = [(mention, first_shown(seen.get(mention.id, ()))) for mention in found]
    return [show(mention, shown) for mention, shown in pairs if shown is not None]


def link_card(workspace: Workspace, mention: Mention) -> str | None:
    """Slack opens its thread, and shows the card in it; None before it is posted."""
    place, ts = mention.card_channel_id, mention.card_ts
    if place is None or ts is None:
        return None
    return workspaces.permalink(workspace, place, ts, mention.home_ts if place == mention.home_channel_id else None)


def _link(workspace: Workspace, mention: Mention, shown: Sighting) -> str:
    """The card itself where it stands in the thread of what is shown: its buttons are a click nearer."""
    is_home = (shown.channel_id, shown.thread_ts) == (mention.home_channel_id, mention.home_ts)
    card = link_card(workspace, mention) if is_home and mention.card_channel_id == shown.channel_id else None
    return card or workspaces.permalink(workspace, shown.channel_id, shown.ts, shown.thread_ts)


def _card_place(mention: Mention) -> str:
    return mention.card_channel_id or mention.home_channel_id


def sightings(scope: Scope, mention_ids: Sequence[str], audience: Audience) -> dict[str, list[Sighting]]:
    """By mention, the places where this audience could see it, oldest first."""
    found: dict[str, list[Sighting]] = {}
    for some_ids in chunks(mention_ids):
        seen = _seen(scope.team_id, some_ids, *audience.values, shape=audience.shape(scope))
        # Sorted here: asked for their order, SQLite would walk through the workspace's sightings in it.
        for one in sorted(scope.session.execute(*seen).scalars(), key=lambda seen: seen.id):
            found.setdefault(one.mention_id, []).append(one)
    return found


@prepared
def _seen(team: str, mentions: Sequence[str], reader: str, hidden: list[str], *, shape: Shape) -> Select[Sighting]:
    return select(Sighting).where(
        Sighting.team_id == team,
        Sighting.mention_id.in_(mentions),
        Sighting.deleted_at.is_(None),
        visibility.openable_by(shape, Eyes(team, reader, hidden), Sighting.channel_id.expression),
    )


def first_shown(seen: Sequence[Sighting]) -> Sighting | None:
    return next((one for one in seen if one.quote), next(iter(seen), None))


def abouts(scope: Scope, found: Iterable[Mention], audience: Audience) -> dict[str, str]:
    """By mention, a few words of it, as far as this audience may read them."""
    sources = {mention.id: mention.source for mention in found}
    seen = sightings(scope, sorted(sources), audience)
    shown = {mention_id: first_shown(places) for mention_id, places in seen.items()}
    return {mention_id: one.quote or sources[mention_id] for mention_id, one in shown.items() if one is not None}


def _taken(scope: Scope, mention_ids: Sequence[str]) -> dict[str, list[Share]]:
    found: dict[str, list[Share]] = {}
    for some_ids in chunks(mention_ids):
        for share in shares.in_order(scope.session.execute(*_taken_of(scope.team_id, some_ids)).scalars()):
            found.setdefault(share.mention_id, []).append(share)
    return found


@prepared
def _taken_of(team: str, mentions: Sequence[str]) -> Select[Share]:
    return select(Share).where(Share.team_id == team, Share.mention_id.in_(mentions), Share.state.in_(TAKEN))


def _department_names(scope: Scope, mention_ids: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for some_ids in chunks(mention_ids):
        for mention_id, name in scope.session.execute(*_tagged(scope.team_id, some_ids)):
            found.setdefault(mention_id, []).append(name)
    return found


@prepared
def _tagged(team: str, mentions: Sequence[str]) -> Select[str, str]:
    return (
        select(Tag.mention_id, Department.name)
        .join(Department, (Department.team_id == Tag.team_id) & (Department.id == Tag.department_id))
        .where(Tag.team_id == team, Tag.mention_id.in_(mentions))
        .order_by(Tag.position)
    )
