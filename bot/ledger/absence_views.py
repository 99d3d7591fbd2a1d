"""What messages about absences show: why somebody is asked to stand in, and what happened meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from bot.database import Scope
from bot.facts import Absence
from bot.ledger import absences, mention_views, people, promise_views, shares, standing_in
from bot.ledger.visibility import Audience
from bot.messages.views import MeanwhileView, Outcome, StandInView
from bot.models import HandOff, LeadOffer, Mention, Promise
from bot.statements import load


def stand_in(scope: Scope, mention: Mention, asked: LeadOffer | HandOff) -> StandInView:
    """For whoever is asked to stand in."""
    role, department = standing_in.role(scope, mention, asked.to_id)
    back = absences.back_at(scope, asked.from_id) if absences.is_known_until(scope, asked.from_id) else None
    if asked.why == "hours":
        back = people.hours_of(scope, asked.from_id).next_working(scope.now)
    share = shares.get(scope, mention.id, asked.from_id)
    return StandInView(cast(Absence, asked.why), role, department, back, share.note if share is not None else "")


def meanwhile(
    scope: Scope, reader: str, offers: Sequence[LeadOffer], hand_offs: Sequence[HandOff]
) -> list[MeanwhileView]:
    """What became of each part and promise, for whoever is back, as far as they can open it."""
    audience = Audience(user_id=reader)
    mentions = load(scope.session, Mention, scope.team_id, {one.mention_id for one in offers})
    lines = {line.mention_id: line for line in mention_views.lines(scope, list(mentions.values()), audience)}
    found = [
        MeanwhileView(outcome[0], line.about, line.link, outcome[1])
        for one in offers
        if (line := lines.get(one.mention_id)) is not None
        if (outcome := _outcome(scope, mentions[one.mention_id], one)) is not None
    ]
    owed = load(scope.session, Promise, scope.team_id, {one.promise_id for one in hand_offs})
    shown = {one.id: one for one in promise_views.promises(scope, list(owed.values()), audience)}
    for one in {one.promise_id: one for one in hand_offs}.values():
        view = shown[one.promise_id]
        who = one.to_id if owed[one.promise_id].user_id == reader else owed[one.promise_id].user_id
        found.append(MeanwhileView(_promise_outcome(owed[one.promise_id], reader), view.words, view.link, who))
    return found


def _outcome(scope: Scope, mention: Mention, asked: LeadOffer) -> tuple[Outcome, str] | None:
    """What became of it, and through whom; None where nobody leads it (any more)."""
    if asked.state == "lapsed":
        return "asked", asked.to_id
    if mention.answered_at is not None:
        return "answered", asked.to_id
    lead = next((share.user_id for share in shares.of_mention(scope, mention.id) if share.is_lead), None)
    if lead is None:
        return None
    return ("leads_again", asked.to_id) if lead == asked.from_id else ("leads_now", lead)


def _promise_outcome(promise: Promise, reader: str) -> Outcome:
    if promise.state in {"kept", "withdrawn"}:
        return cast(Outcome, promise.state)
    return "yours" if promise.user_id == reader else "taken"
