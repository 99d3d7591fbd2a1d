"""Leave: somebody is asked to stand in while a person is away, and what was theirs goes back to them afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from bot import outbox
from bot.database import Scope
from bot.facts import PersonFacts
from bot.ledger import (
    absences,
    cards,
    departments,
    entries,
    hand_offs,
    head_absences,
    leads,
    mentions,
    orphans,
    people,
    shares,
    slots,
    tags,
)
from bot.models import HandOff, Mention, Promise
from bot.statements import find_locked

WELCOME_BACK = "welcome_back"
"""Purpose of the outbox: what happened meanwhile, for whoever is back."""


def changed(scope: Scope, facts: Iterable[PersonFacts]) -> list[str]:
    """Of these people, before they are written down: whose status says something else of their leave now."""
    told = {one.id: one for one in facts if not one.is_deleted}
    known = people.by_ids(scope, sorted(told)) if told else []
    return [one.id for one in known if (one.is_away, one.away_until) != (told[one.id].is_away, told[one.id].away_until)]


def follow(scope: Scope, user_id: str) -> None:
    """Their status changed, and is written down: their leave begins or lasts otherwise, or they are back."""
    if absences.is_on_leave(scope, user_id):
        entries.write(scope, "go_on_leave", user_id, user_id)
        begin(scope, user_id)
    else:
        entries.write(scope, "return", user_id, user_id)
        slots.plan_act(scope, "back", user_id, user_id, people.hours_of(scope, user_id).next_working(scope.now))


def begin(scope: Scope, user_id: str) -> None:
    """Somebody is on leave: where they lead, and where they alone were asked, somebody else is asked as well. Nothing
    is taken from them. An absence of a few hours changes nothing.
    """
    back = absences.back_at(scope, user_id)
    if back is None:
        return
    if absences.is_known_until(scope, user_id):
        slots.plan_act(scope, "back", user_id, user_id, back)
    if absences.kind(scope, user_id) != "leave":
        return
    head_absences.begin(scope, user_id)
    for mention_id in orphans.parts_of(scope, user_id):
        mention = mentions.get(scope, mention_id)
        share = shares.get(scope, mention.id, user_id)
        if share is not None and share.is_lead:
            leads.ask_stand_in(scope, mention, "leave")
        elif share is not None and share.state == "asked" and not shares.has_owners(scope, mention):
            _ask_another(scope, mention, user_id)


def _ask_another(scope: Scope, mention: Mention, user_id: str) -> None:
    """The department asks somebody who is there, if it has anybody; whoever was asked stays asked, too."""
    channel_id = mention.card_channel_id or mention.home_channel_id
    for tag in tags.of_mention(scope, mention.id):
        if tag.asked_id != user_id or tag.acted_at is not None:
            continue
        if departments.person_to_ask(scope, departments.get(scope, tag.department_id), channel_id) != user_id:
            tag.asked_id = tag.pinged_at = None
            cards.changed(scope, mention)
    scope.session.flush()
    tags.ask(scope, mention)


def watch(scope: Scope, mention_id: str, user_id: str) -> None:
    """Whoever leads an urgent mention has gone home: somebody who works now is asked to stand in, if there is one."""
    mention = mentions.get(scope, mention_id)
    share = shares.get(scope, mention.id, user_id)
    if share is None or not share.is_lead or share.state != "claimed":
        return
    why = absences.kind(scope, user_id)
    if why:
        leads.ask_stand_in(scope, mention, why)


def back(scope: Scope, user_id: str) -> None:
    """They work again: the lead goes back to them, nobody is asked in their place any more, and they hear once what
    happened meanwhile.
    """
    later = absences.back_at(scope, user_id)
    if later is not None:
        if absences.is_known_until(scope, user_id):
            slots.plan_act(scope, "back", user_id, user_id, later)
        return
    taken = hand_offs.untold(scope, user_id)
    for hand_off in taken:
        find_locked(scope.session, Promise, scope.team_id, hand_off.promise_id)
        find_locked(scope.session, HandOff, scope.team_id, hand_off.id)
        hand_offs.lapse(scope, hand_off)
        hand_off.told_at = scope.now
    stood_in = leads.stood_in(scope, user_id)
    for asked in stood_in:
        mention = mentions.get(scope, asked.mention_id)
        scope.session.refresh(asked)
        if asked.state == "accepted":
            leads.give_back(scope, mention, asked)
        elif asked.state == "offered":
            leads.withdraw(scope, mention, asked)
    if stood_in or taken:
        details = {"offers": [one.id for one in stood_in], "hand_offs": [one.id for one in taken]}
        outbox.put(scope, outbox.Saying(user_id, WELCOME_BACK, details=details))
