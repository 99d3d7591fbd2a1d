"""What messages show, read from the ledger for one audience."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import ColumnElement, func, select

from bot.database import Scope
from bot.facts import Stance
from bot.ledger import customers, departments, hand_offs, people, shares, visibility, workspaces
from bot.ledger.visibility import Audience
from bot.messages.views import (
    CardView,
    CustomerView,
    HandOffView,
    MentionLine,
    MineView,
    OwnerView,
    PromiseView,
    SetupView,
    TagView,
)
from bot.models import Customer, Department, HandOff, Mention, Promise, Share, Sighting, Tag
from bot.models.mention import state_of

MOST = 200
LATELY = timedelta(days=7)
MOST_SETTLED = 3


def card(scope: Scope, mention: Mention) -> CardView:
    """The card, for the readers of the channel in which it stands."""
    audience = Audience(channel_id=mention.card_channel_id or mention.home_channel_id)
    seen = _sightings(scope, mention, audience)
    line = _first_shown(seen)
    found = shares.of_mention(scope, mention.id)
    return CardView(
        mention_id=mention.id,
        state=state_of(mention, found),
        quote=line.quote if line else "",
        source=mention.source,
        url=mention.url,
        customer=customers.name_of(scope, mention.customer_id),
        stance=cast(Stance, mention.stance),
        stance_reasons=tuple(mention.stance_reasons),
        urgent_reasons=tuple(mention.urgent_reasons),
        evidence_reasons=tuple(mention.evidence_reasons),
        shared_by=line.shared_by if line else None,
        tags=_tags(scope, mention),
        owners=_owners(scope, found),
        promises=tuple(
            promise(scope, one, audience)
            for one in _promises_of(scope, mention)
            if one.state in {"open", "kept"} and _is_shown(scope, one, audience)
        ),
        answered_by=mention.answered_by,
        dismissed_by=mention.dismissed_by,
        is_gone=mention.dismissed_at is not None and not seen,
        also_at=tuple(link_to(scope, one) for one in seen if _is_elsewhere(mention, one)),
        link=link_home(scope, mention),
    )


def _is_elsewhere(mention: Mention, sighting: Sighting) -> bool:
    return (sighting.channel_id, sighting.thread_ts) != (mention.home_channel_id, mention.home_ts)


def _sightings(scope: Scope, mention: Mention, audience: Audience) -> list[Sighting]:
    """The places where this audience could see the mention, oldest first."""
    statement = (
        select(Sighting)
        .where(
            Sighting.team_id == scope.team_id,
            Sighting.mention_id == mention.id,
            Sighting.deleted_at.is_(None),
            visibility.openable(scope, audience, Sighting.channel_id.expression),
        )
        .order_by(Sighting.id)
    )
    return list(scope.session.execute(statement).scalars())


def _first_shown(seen: Sequence[Sighting]) -> Sighting | None:
    return next((one for one in seen if one.quote), next(iter(seen), None))


def _tags(scope: Scope, mention: Mention) -> tuple[TagView, ...]:
    statement = (
        select(Tag, Department)
        .join(Department, (Department.team_id == Tag.team_id) & (Department.id == Tag.department_id))
        .where(Tag.team_id == scope.team_id, Tag.mention_id == mention.id)
        .order_by(Tag.position)
    )
    return tuple(
        TagView(
            department_id=department.id,
            name=department.name,
            reasons=tuple(tag.reasons),
            has_people=departments.has_people(scope, department),
            asked=tag.asked_id,
            brought_in_by=tag.brought_in_by,
        )
        for tag, department in scope.session.execute(statement)
    )


def _owners(scope: Scope, found: Sequence[Share]) -> tuple[OwnerView, ...]:
    names = {department.id: department.name for department in departments.every(scope)}
    return tuple(
        OwnerView(
            user_id=share.user_id,
            department=names.get(share.department_id or ""),
            is_lead=share.is_lead,
            is_done=share.state == "done",
        )
        for share in found
        if share.state in {"claimed", "done"}
    )


def _promises_of(scope: Scope, mention: Mention) -> list[Promise]:
    statement = select(Promise).where(Promise.team_id == scope.team_id, Promise.mention_id == mention.id)
    return list(scope.session.execute(statement.order_by(Promise.due_at, Promise.id)).scalars())


def _is_shown(scope: Scope, one: Promise, audience: Audience) -> bool:
    """A promise made in another place where the mention was posted is for that place's readers."""
    return one.channel_id is None or visibility.can_open(scope, audience, one.channel_id)


def promise(scope: Scope, one: Promise, audience: Audience | None = None) -> PromiseView:
    """A promise, for its speaker, or once confirmed for an audience that could open its thread."""
    mention = scope.session.get(Mention, (scope.team_id, one.mention_id)) if one.mention_id else None
    about = mention_about(scope, mention, audience or Audience(user_id=one.user_id)) if mention else ""
    link = None
    if one.channel_id and one.ts and one.words:
        link = workspaces.permalink(workspaces.get(scope), one.channel_id, one.ts, one.thread_ts)
    elif mention is not None:
        link = link_home(scope, mention)
    return PromiseView(
        id=one.id,
        user_id=one.user_id,
        words=one.words or "a reply (its message was deleted)",
        due=one.due_at,
        zone=people.hours_of(scope, one.user_id).zone,
        state=one.state,  # type: ignore[arg-type]  # the column holds the states of the graph only
        is_missed=one.missed_at is not None and (one.state != "open" or one.missed_at == one.due_at),
        is_muted=one.muted_at is not None,
        about=about,
        link=link,
    )


def mention_about(scope: Scope, mention: Mention, audience: Audience) -> str:
    """A few words of a mention, as far as this audience may read them."""
    seen = _first_shown(_sightings(scope, mention, audience))
    return seen.quote if seen and seen.quote else mention.source if seen else ""


def link_home(scope: Scope, mention: Mention) -> str:
    return workspaces.permalink(workspaces.get(scope), mention.home_channel_id, mention.home_ts)


def link_card(scope: Scope, mention: Mention) -> str:
    """Where the mention is dealt with: its card's own thread where that stands elsewhere, else its home."""
    if mention.card_ts is None or mention.card_channel_id in {None, mention.home_channel_id}:
        return link_home(scope, mention)
    return workspaces.permalink(workspaces.get(scope), str(mention.card_channel_id), mention.card_ts)


def link_to(scope: Scope, seen: Sighting) -> str:
    return workspaces.permalink(workspaces.get(scope), seen.channel_id, seen.ts, seen.thread_ts)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which mentions a list is about; None leaves a wish out. `is_open`: neither answered nor dismissed."""

    since: datetime | None = None
    until: datetime | None = None
    is_open: bool = False
    customer_id: str | None = None
    home_channel_id: str | None = None
    owner: str | None = None


def mentions(scope: Scope, audience: Audience, wanted: Wanted) -> list[MentionLine]:
    """The mentions that this audience could open in Slack, newest first."""
    sighted = select(Sighting.mention_id).where(
        Sighting.team_id == scope.team_id,
        Sighting.deleted_at.is_(None),
        visibility.openable(scope, audience, Sighting.channel_id.expression),
    )
    statement = (
        select(Mention)
        .where(Mention.team_id == scope.team_id, Mention.dismissed_at.is_(None), Mention.id.in_(sighted))
        .where(*_wishes(scope, wanted))
        .order_by(Mention.id.desc())
        .limit(MOST)
    )
    found = list(scope.session.execute(statement).scalars())
    return [line for one in found if (line := mention_line(scope, one, audience)) is not None]


def _wishes(scope: Scope, wanted: Wanted) -> list[ColumnElement[bool]]:
    wishes: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        wishes.append(Mention.created_at >= wanted.since)
    if wanted.until is not None:
        wishes.append(Mention.created_at < wanted.until)
    if wanted.is_open:
        wishes.append(Mention.answered_at.is_(None))
    if wanted.customer_id is not None:
        wishes.append(Mention.customer_id == wanted.customer_id)
    if wanted.home_channel_id is not None:
        wishes.append(Mention.home_channel_id == wanted.home_channel_id)
    if wanted.owner is not None:
        own = select(Share.mention_id).where(
            Share.team_id == scope.team_id, Share.user_id == wanted.owner, Share.state == "claimed"
        )
        wishes.append(Mention.id.in_(own))
    return wishes


def mention_line(scope: Scope, mention: Mention, audience: Audience) -> MentionLine | None:
    """One mention in a list, from the first place that this audience could open; None if there is none."""
    seen = _sightings(scope, mention, audience)
    shown = _first_shown(seen)
    if shown is None:
        return None
    found = shares.of_mention(scope, mention.id)
    return MentionLine(
        mention_id=mention.id,
        about=shown.quote or mention.source,
        link=link_to(scope, shown),
        channel_id=shown.channel_id,
        state=state_of(mention, found),
        at=mention.created_at,
        stance=cast(Stance, mention.stance),
        is_urgent=bool(mention.urgent_reasons),
        departments=tuple(tag.name for tag in _tags(scope, mention)),
        owners=tuple(share.user_id for share in found if share.state in {"claimed", "done"}),
        shared_by=shown.shared_by,
        source=mention.source,
    )


def promises(scope: Scope, audience: Audience, *conditions: ColumnElement[bool]) -> list[PromiseView]:
    """Confirmed promises whose message this audience could open. Without a message (`/ours promise`) only its maker
    saw it: it counts in their own lists alone.
    """
    statement = (
        select(Promise)
        .where(
            Promise.team_id == scope.team_id,
            Promise.state.in_(("open", "kept", "withdrawn")),
            Promise.ts.is_not(None),
            visibility.openable(scope, audience, func.coalesce(Promise.channel_id, "")),
            *conditions,
        )
        .order_by(Promise.due_at, Promise.id)
        .limit(MOST)
    )
    return [promise(scope, one, audience) for one in scope.session.execute(statement).scalars()]


def mine(scope: Scope, user_id: str) -> MineView:
    """All that one person owes or was offered."""
    statement = select(Promise).where(
        Promise.team_id == scope.team_id,
        Promise.user_id == user_id,
        Promise.state.in_(("offered", "requested", "open")),
    )
    own = [promise(scope, one) for one in scope.session.execute(statement.order_by(Promise.due_at)).scalars()]
    person = people.find(scope, user_id)
    return MineView(
        offers=tuple(one for one in own if one.state != "open"),
        open=tuple(one for one in own if one.state == "open"),
        shares=tuple(mentions(scope, Audience(user_id=user_id), Wanted(is_open=True, owner=user_id))),
        hand_offs=tuple(hand_off(scope, one) for one in hand_offs.waiting_for(scope, user_id)),
        reading_is_on=not (person and person.promises_off),
        zone=people.hours_of(scope, user_id).zone,
        settled=_settled_lately(scope, user_id),
    )


def _settled_lately(scope: Scope, user_id: str) -> tuple[PromiseView, ...]:
    """One's own promises that were kept or withdrawn in the last days, the latest first."""
    statement = select(Promise).where(
        Promise.team_id == scope.team_id,
        Promise.user_id == user_id,
        Promise.state.in_(("kept", "withdrawn")),
        Promise.ended_at > scope.now - LATELY,
    )
    latest = statement.order_by(Promise.ended_at.desc(), Promise.id.desc()).limit(MOST_SETTLED)
    return tuple(promise(scope, one) for one in scope.session.execute(latest).scalars())


def hand_off(scope: Scope, one: HandOff) -> HandOffView:
    """A hand-off, for the colleague who was asked."""
    owed = scope.session.get_one(Promise, (scope.team_id, one.promise_id))
    shown = promise(scope, owed, Audience(user_id=one.to_id))
    return HandOffView(id=one.id, promise=shown, from_user=one.from_id, note=one.note)


def customer(scope: Scope, norm: str, name: str, audience: Audience) -> CustomerView:
    """A customer's page, as far as this audience may see it."""
    known = customers.find(scope, norm)
    if known is None:
        return CustomerView(name, False, "unknown", None, (), ())
    lines = mentions(scope, audience, Wanted(customer_id=known.id))
    about = [line.mention_id for line in lines]
    return CustomerView(
        name=known.name,
        is_known=True,
        stance=lines[0].stance if lines else "unknown",
        home_department=_home_department(scope, known),
        mentions=tuple(lines),
        promises=tuple(promises(scope, audience, Promise.mention_id.in_(about))) if about else (),
    )


def _home_department(scope: Scope, known: Customer) -> str | None:
    return departments.get(scope, known.home_department_id).name if known.home_department_id else None


def setup(scope: Scope, user_id: str, channel_id: str) -> SetupView:
    """What `/ours setup` shows. A guest chooses for themselves only, a teammate for channel and workspace too."""
    workspace, person = workspaces.get(scope), people.find(scope, user_id)
    channel = people.find_channel(scope, channel_id)
    is_teammate = person is not None and not (person.is_guest or person.is_stranger)
    is_set_up = is_teammate and channel is not None and channel.bot_is_in and not channel.is_direct
    return SetupView(
        channel_id=channel_id if is_set_up else None,
        channel_name=channel.name if channel and is_set_up else "",
        channel_mode=channel.mode if channel else "careful",
        channel_promises=not (channel and channel.promises_off),
        channel_reminders=not (channel and channel.reminders_off),
        digest_channel_id=workspace.digest_channel_id,
        zone=workspace.zone,
        own_promises=not (person and person.promises_off),
        may_set_workspace=is_teammate,
        own_shares=not (person and person.share_offers_off),
    )
