"""What messages show, read from the ledger for one audience."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import cast

from sqlalchemy import Select, select

from bot.database import Scope
from bot.facts import Stance
from bot.ledger import (
    absence_views,
    answers,
    corrections,
    customers,
    departments,
    hand_offs,
    leads,
    loop_speech,
    mention_views,
    mentions,
    people,
    posting,
    praise,
    praise_speech,
    promise_views,
    requests,
    roles,
    shares,
    sightings,
    tags,
    visibility,
    workspaces,
)
from bot.ledger.answers import Earlier
from bot.ledger.mention_views import Wanted
from bot.ledger.visibility import Audience
from bot.messages.house_views import SetupView
from bot.messages.views import (
    AnswerView,
    CardView,
    EarlierView,
    EndedView,
    HandOffView,
    LeadOfferState,
    LeadOfferView,
    MineView,
    OffView,
    OwnerView,
    PartView,
    PromiseView,
    StandInView,
    TagView,
)
from bot.models import HandOff, LeadOffer, Mention, Promise, Share, Sighting
from bot.models.mention import state_of
from bot.statements import find, find_one, prepared

LATELY = timedelta(days=7)
MOST_SETTLED = 3


def card(scope: Scope, mention: Mention) -> CardView:
    """The card, for the readers of the channel in which it stands."""
    audience = Audience(channel_id=mention.card_channel_id or mention.home_channel_id)
    seen = mention_views.sightings(scope, [mention.id], audience).get(mention.id, [])
    line = mention_views.first_shown(seen)
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
        owners=_owners(scope, mention, found),
        promises=tuple(promise_views.promises(scope, _promises_of(scope, mention, audience), audience)),
        answered_by=mention.answered_by,
        dismissed_by=mention.dismissed_by,
        is_gone=mention.dismissed_at is not None and not seen,
        also_at=tuple(link_to(scope, one) for one in seen if _is_elsewhere(mention, one)),
        link=link_home(scope, mention),
        off=_off(scope, mention),
        has_heard_back=mention.heard_back_at is not None,
        cause=loop_speech.cause_view(scope, mention),
        check_back=loop_speech.check_back_view(scope, mention),
        credited=tuple(praise.credited(scope, mention)),
        quote_ask=praise_speech.quote_view(mention),
    )


def _is_elsewhere(mention: Mention, sighting: Sighting) -> bool:
    return (sighting.channel_id, sighting.thread_ts) != (mention.home_channel_id, mention.home_ts)


def _tags(scope: Scope, mention: Mention) -> tuple[TagView, ...]:
    asked = {department.id: department for department in departments.every(scope)}
    found = [
        (tag, asked[tag.department_id]) for tag in tags.of_mention(scope, mention.id) if tag.department_id in asked
    ]
    return tuple(
        TagView(
            department_id=department.id,
            name=department.name,
            reasons=tuple(tag.reasons),
            has_people=departments.has_people(scope, department),
            asked=tag.asked_id,
            brought_in_by=tag.brought_in_by,
            has_acted=tag.acted_at is not None,
        )
        for tag, department in found
        if department.archived_at is None or tag.asked_id is not None or tag.acted_at is not None
    )


def _off(scope: Scope, mention: Mention) -> tuple[OffView, ...]:
    found = corrections.taken_off(scope, mention.id)
    names = {department.id: department.name for department in departments.every(scope)} if found else {}
    return tuple(OffView(one.department_id, names[one.department_id], one.by) for one in found)


def _owners(scope: Scope, mention: Mention, found: Sequence[Share]) -> tuple[OwnerView, ...]:
    owning = [share for share in found if share.state in {"claimed", "done"}]
    if not owning:
        return ()
    names = {department.id: department.name for department in departments.every(scope)}
    asked = leads.waiting(scope, mention.id)
    by = asked.from_id if asked is not None else None
    return tuple(
        OwnerView(
            user_id=share.user_id,
            department=names.get(share.department_id or ""),
            is_lead=share.is_lead,
            is_done=share.state == "done",
            note=share.note,
            asked_to_lead=asked.to_id if asked and share.is_lead and by == share.user_id else None,
            is_stood_in=bool(asked and asked.why),
        )
        for share in owning
    )


def part(scope: Scope, mention: Mention, user_id: str) -> PartView:
    """Somebody's own part, which they have."""
    owners = _owners(scope, mention, shares.of_mention(scope, mention.id))
    about = mention_about(scope, mention, Audience(user_id=user_id))
    return PartView(mention.id, about, next(owner for owner in owners if owner.user_id == user_id))


def answer(scope: Scope, mention: Mention, reader: str, earlier: Earlier | None) -> AnswerView:
    """What somebody who is on it wants beside them while they write to the customer."""
    written = answers.of_mention(scope, mention.id)
    own = next((one.words for one in written if one.user_id == reader and one.words), "")
    others = [one for one in written if one.user_id != reader and answers.is_writing(scope, mention.id, one.user_id)]
    return AnswerView(
        mention_id=mention.id,
        quote=answers.first_words(scope, mention, reader),
        owners=_owners(scope, mention, shares.of_mention(scope, mention.id)),
        draft=own or next((one.words for one in written if one.words), ""),
        earlier=_earlier(scope, earlier) if earlier is not None else None,
        guidelines=workspaces.get(scope).guidelines,
        writing=tuple((one.user_id, one.opened_at) for one in others),
        now=scope.now,
        elsewhere=tuple(
            (one.user_id, link_card(scope, other)) for one, other in answers.elsewhere(scope, mention, reader)
        ),
        **_posting(scope, mention, reader),
    )


def _posting(scope: Scope, mention: Mention, reader: str) -> dict[str, str]:
    channel, person = posting.place(scope, mention, reader), people.find(scope, reader)
    if channel is None or person is None or mention.answered_at is not None:
        return {}
    return {"post_in": channel.id, "post_as": f"{person.name} ({workspaces.get(scope).name})"}


def _earlier(scope: Scope, found: Earlier) -> EarlierView:
    return EarlierView(found.quote, found.words, found.by, link_home(scope, found.mention))


def lead_offer(scope: Scope, asked: LeadOffer, reader: str) -> LeadOfferView:
    """An offer of the lead, for whoever made it or is asked."""
    mention = find_one(scope.session, Mention, scope.team_id, asked.mention_id)
    return LeadOfferView(
        id=asked.id,
        from_user=asked.from_id,
        to_user=asked.to_id,
        note=asked.note,
        state=cast(LeadOfferState, asked.state),
        about=mention_about(scope, mention, Audience(user_id=reader)),
        link=link_card(scope, mention) if mentions.may_see(scope, mention, reader) else None,
        lapses_at=asked.lapses_at,
        zone=people.hours_of(scope, reader).zone,
        stand_in=absence_views.stand_in(scope, mention, asked) if asked.why else None,
        is_led=leads.leads_still(scope, asked),
    )


def ended(scope: Scope, mention: Mention, reader: str) -> EndedView:
    """How it ended, for whoever shared it."""
    owners = _owners(scope, mention, shares.of_mention(scope, mention.id))
    about = mention_about(scope, mention, Audience(user_id=reader))
    return EndedView(mention.id, about, link_card(scope, mention), owners)


def _promises_of(scope: Scope, mention: Mention, audience: Audience) -> list[Promise]:
    """One made in another place where the mention was posted is for that place's readers."""
    found = list(scope.session.execute(*_kept_or_open(scope.team_id, mention.id)).scalars())
    opened = visibility.opened(scope, audience, {one.channel_id for one in found if one.channel_id is not None})
    return [one for one in found if one.channel_id is None or one.channel_id in opened]


@prepared
def _kept_or_open(team: str, mention: str) -> Select[Promise]:
    statement = select(Promise).where(
        Promise.team_id == team, Promise.mention_id == mention, Promise.state.in_(("open", "kept"))
    )
    return statement.order_by(Promise.due_at, Promise.id)


def mention_about(scope: Scope, mention: Mention, audience: Audience) -> str:
    """A few words of a mention, as far as this audience may read them."""
    return mention_views.abouts(scope, [mention], audience).get(mention.id, "")


def link_home(scope: Scope, mention: Mention) -> str:
    return workspaces.permalink(workspaces.get(scope), mention.home_channel_id, mention.home_ts)


def link_card(scope: Scope, mention: Mention) -> str:
    """Where the mention is dealt with, by one click: its card, in the thread at home or where it stands elsewhere."""
    return mention_views.link_card(workspaces.get(scope), mention) or link_home(scope, mention)


def link_of_card_at(scope: Scope, channel_id: str, ts: str) -> str | None:
    """The card of a message with customers' words, where it stands in that channel and was not dismissed."""
    seen = sightings.at(scope, channel_id, ts)
    mention = find(scope.session, Mention, scope.team_id, seen.mention_id) if seen and not seen.deleted_at else None
    if mention is None or mention.dismissed_at is not None or mention.card_channel_id != channel_id:
        return None
    return mention_views.link_card(workspaces.get(scope), mention)


def link_to(scope: Scope, seen: Sighting) -> str:
    return workspaces.permalink(workspaces.get(scope), seen.channel_id, seen.ts, seen.thread_ts)


def mine(scope: Scope, audience: Audience) -> MineView:
    """All that one person owes or was offered. Their own words stay theirs; of mentions and threads that they can't
    open (any more), nothing is shown.
    """
    user_id = str(audience.user_id)
    statement = select(Promise).where(
        Promise.team_id == scope.team_id,
        Promise.user_id == user_id,
        Promise.state.in_(("offered", "requested", "open")),
    )
    found = list(scope.session.execute(statement.order_by(Promise.due_at, Promise.id)).scalars())
    own = promise_views.promises(scope, found, audience)
    asked = requests.asked_by(scope, user_id)
    person = people.find(scope, user_id)
    return MineView(
        offers=tuple(one for one in own if one.state == "offered"),
        open=_with_asked(scope, [one for one in own if one.state == "open"]),
        shares=tuple(mention_views.mentions(scope, audience, Wanted(is_open=True, owner=user_id), most=None)),
        hand_offs=tuple(_hand_offs(scope, audience)),
        reading_is_on=not (person and person.promises_off),
        zone=people.hours_of(scope, user_id).zone,
        settled=_settled_lately(scope, audience),
        requests=tuple(one for one in own if one.state == "requested"),
        asked=tuple(promise_views.promises(scope, asked, audience)) if asked else (),
    )


def _with_asked(scope: Scope, own: Sequence[PromiseView]) -> tuple[PromiseView, ...]:
    """One's open promises, with whom one asked to take them over."""
    asked = hand_offs.asked(scope, [one.id for one in own])
    return tuple(replace(one, to_take=asked.get(one.id)) for one in own)


def _settled_lately(scope: Scope, audience: Audience) -> tuple[PromiseView, ...]:
    """One's own promises that were kept or withdrawn in the last days, the latest first."""
    statement = select(Promise).where(
        Promise.team_id == scope.team_id,
        Promise.user_id == audience.user_id,
        Promise.state.in_(("kept", "withdrawn")),
        Promise.ended_at > scope.now - LATELY,
    )
    latest = statement.order_by(Promise.ended_at.desc(), Promise.id.desc()).limit(MOST_SETTLED)
    return tuple(promise_views.promises(scope, list(scope.session.execute(latest).scalars()), audience))


def _hand_offs(scope: Scope, audience: Audience) -> list[HandOffView]:
    """What this person was asked to take over, where they can open the thread in which it was promised."""
    waiting = hand_offs.waiting_for(scope, str(audience.user_id))
    statement = select(Promise).where(
        Promise.team_id == scope.team_id, Promise.id.in_([one.promise_id for one in waiting])
    )
    owed = {one.id: one for one in scope.session.execute(statement).scalars()} if waiting else {}
    opened = visibility.opened(scope, audience, {one.channel_id for one in owed.values() if one.channel_id})
    shown = [one for one in owed.values() if one.channel_id is None or one.channel_id in opened]
    views = {one.id: one for one in promise_views.promises(scope, shown, audience)}
    return [
        HandOffView(one.id, views[one.promise_id], one.from_id, one.note, _stood_in(scope, one, owed[one.promise_id]))
        for one in waiting
        if one.promise_id in views
    ]


def hand_off(scope: Scope, one: HandOff) -> HandOffView:
    """A hand-off, for the colleague who was asked."""
    owed = find_one(scope.session, Promise, scope.team_id, one.promise_id)
    shown = promise_views.promise(scope, owed, Audience(user_id=one.to_id))
    zone = people.hours_of(scope, one.to_id).zone
    return HandOffView(one.id, shown, one.from_id, one.note, _stood_in(scope, one, owed), zone)


def _stood_in(scope: Scope, one: HandOff, owed: Promise) -> StandInView | None:
    """Why it is asked, where whoever promised is not there."""
    mention = find(scope.session, Mention, scope.team_id, owed.mention_id) if one.why and owed.mention_id else None
    return absence_views.stand_in(scope, mention, one) if mention is not None else None


def setup(scope: Scope, user_id: str, channel_id: str) -> SetupView:
    """What `/ours setup` shows, its sections aside. A guest chooses nothing here, a teammate for the channel that they
    are in.
    """
    person = people.find(scope, user_id)
    channel = people.find_channel(scope, channel_id)
    is_teammate = person is not None and not (person.is_guest or person.is_stranger)
    is_set_up = is_teammate and channel is not None and channel.bot_is_in and not channel.is_direct
    return SetupView(
        channel_id=channel_id if is_set_up else None,
        channel_name=channel.name if channel and is_set_up else "",
        channel_mode=channel.mode if channel else "careful",
        channel_promises=not (channel and channel.promises_off),
        channel_reminders=not (channel and channel.reminders_off),
        channel_intake=bool(channel and channel.takes_intake),
        asks=None if roles.is_admin(scope, user_id) else next(iter(roles.admins(scope)), None),
    )
