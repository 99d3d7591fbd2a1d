"""What waits for somebody's answer: hand-offs, leads, requests, other moments that were proposed, offered promises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, Select, func, or_, select

from bot.database import Scope
from bot.ledger import leads, promise_views, visibility
from bot.ledger import views as ledger_views
from bot.ledger.home_pages import Reader
from bot.messages.home_rows import Found
from bot.models import HandOff, LeadOffer, Mention, Promise
from bot.statements import find_one, prepared

Kind = Literal["hand_off", "lead", "promise"]


@dataclass(frozen=True, slots=True)
class Question:
    """Which it is: the id of the hand-off, of the offer of the lead, or of the promise."""

    kind: Kind
    id: str


def ids(scope: Scope, reader: Reader) -> list[Question]:
    """All of them: what colleagues ask first, then what the bot does."""
    hand_offs = scope.session.execute(_hand_offs(scope, reader)).scalars()
    offered = scope.session.execute(*_leads(scope.team_id, reader.user_id)).scalars()
    asked = scope.session.execute(*_requested(scope.team_id, reader.user_id)).scalars()
    countered = scope.session.execute(*_countered(scope.team_id, reader.user_id)).scalars()
    own = scope.session.execute(*_offered(scope.team_id, reader.user_id)).scalars()
    return [
        *(Question("hand_off", one) for one in hand_offs),
        *(Question("lead", one.id) for one in offered if leads.stands(scope, one)),
        *(Question("promise", one) for one in (*asked, *countered, *own)),
    ]


def _hand_offs(scope: Scope, reader: Reader) -> Select[str]:
    """Those of which they can open the thread in which it was promised."""
    could_open: ColumnElement[bool] = or_(
        Promise.channel_id.is_(None),
        visibility.openable(scope, reader.audience, func.coalesce(Promise.channel_id, "")),
    )
    promised = (Promise.team_id == HandOff.team_id) & (Promise.id == HandOff.promise_id)
    waiting = (HandOff.team_id == scope.team_id, HandOff.to_id == reader.user_id, HandOff.state == "offered")
    return select(HandOff.id).join(Promise, promised).where(*waiting, could_open).order_by(HandOff.id)


@prepared
def _leads(team: str, user: str) -> Select[LeadOffer]:
    of_them = (LeadOffer.team_id == team, LeadOffer.to_id == user, LeadOffer.state == "offered")
    return select(LeadOffer).where(*of_them).order_by(LeadOffer.id)


@prepared
def _requested(team: str, user: str) -> Select[str]:
    of_them = (Promise.team_id == team, Promise.user_id == user, Promise.state == "requested")
    return select(Promise.id).where(*of_them, Promise.counter_at.is_(None)).order_by(Promise.due_at, Promise.id)


@prepared
def _countered(team: str, user: str) -> Select[str]:
    by_them = (Promise.team_id == team, Promise.asked_by_id == user, Promise.state == "requested")
    return select(Promise.id).where(*by_them, Promise.counter_at.is_not(None)).order_by(Promise.counter_at, Promise.id)


@prepared
def _offered(team: str, user: str) -> Select[str]:
    of_them = (Promise.team_id == team, Promise.user_id == user, Promise.state == "offered")
    return select(Promise.id).where(*of_them).order_by(Promise.due_at.is_(None), Promise.due_at, Promise.id)


def views(scope: Scope, reader: Reader, asked: Sequence[Question]) -> list[Found]:
    """These, as their reader may see them, in this order."""
    wanted = [one.id for one in asked if one.kind == "promise"]
    known = {view.id: view for view in promise_views.by_ids(scope, wanted, reader.audience)}
    found = [known.get(one.id) if one.kind == "promise" else _other(scope, reader, one) for one in asked]
    return [one for one in found if one is not None]


def _other(scope: Scope, reader: Reader, asked: Question) -> Found:
    if asked.kind == "hand_off":
        return ledger_views.hand_off(scope, find_one(scope.session, HandOff, scope.team_id, asked.id))
    offer = find_one(scope.session, LeadOffer, scope.team_id, asked.id)
    find_one(scope.session, Mention, scope.team_id, offer.mention_id)
    return ledger_views.lead_offer(scope, offer, reader.user_id)
