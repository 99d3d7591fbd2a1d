"""What people, and the clock, may do to a mention and its promises: each act picks whom and what it is about from what
there is. An act is built outside, and done in a transaction of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.database import Scope
from bot.errors import MentionGone, PromiseGone
from bot.ledger import (
    answers,
    cards,
    edits,
    evidence,
    hand_offs,
    leads,
    mentions,
    nudging,
    offers,
    parts,
    promises,
    requests,
    risks,
    shares,
    slots,
)
from bot.ledger.edits import Edited
from bot.ledger.evidence import Found
from bot.ledger.promises import Spoken
from bot.ledger.requests import Asking
from bot.models import Evidence, HandOff, LeadOffer, Promise, Share
from tests.support.world import OPEN, STAFF, World

Act = Callable[[Scope], Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """What there is, and the numbers of a throw: the first says which, the second who, the third how."""

    world: World
    mention_id: str
    product: str
    shares: list[Share]
    promises: list[Promise]
    hand_offs: list[HandOff]
    lead_offers: list[LeadOffer]
    evidence: list[Evidence]
    throw: tuple[int, int, int]

    @property
    def who(self) -> str:
        return STAFF[self.throw[1] % len(STAFF)]

    @property
    def other(self) -> str:
        others = [one for one in STAFF if one != self.who]
        return others[self.throw[2] % len(others)]

    @property
    def owner(self) -> str:
        """Somebody who is on it, if anybody is."""
        found = [one.user_id for one in self.shares if one.state in {"claimed", "done"}]
        return found[self.throw[1] % len(found)] if found else self.who

    @property
    def leader(self) -> str:
        return next((one.user_id for one in self.shares if one.is_lead), self.who)

    @property
    def promise(self) -> Promise:
        return self.promise_in()

    def promise_in(self, *states: str) -> Promise:
        """One of the latest two, in one of these states if there is any."""
        found = [one for one in self.promises if one.state in states] or self.promises
        if not found:
            raise PromiseGone
        return found[-1 - self.throw[0] % min(2, len(found))]

    @property
    def is_even(self) -> bool:
        return self.throw[2] % 2 == 0

    def hours(self) -> timedelta:
        return timedelta(hours=1 + self.throw[2] % 60)

    def spoken(self) -> Spoken:
        return Spoken("I'll get back to her", self.world.now + self.hours(), self.mention_id, OPEN, is_read=True)


def scene(world: World, mention_id: str, product: str, throw: tuple[int, int, int]) -> Scene:
    def every(model: Any) -> list[Any]:
        return world.run(lambda s: list(s.session.execute(select(model).order_by(model.id)).scalars()))

    found = world.run(shares.of_mention, mention_id)
    return Scene(
        world, mention_id, product, found, every(Promise), every(HandOff), every(LeadOffer), every(Evidence), throw
    )


# The mention


def _claim(at: Scene) -> Act:
    """As the card's button does it."""

    def claim(scope: Scope) -> bool:
        mention = mentions.get(scope, at.mention_id, by=at.who)
        if mention.dismissed_at is not None:
            mentions.undo_dismiss(scope, mention.id, at.who)
        new = shares.claim(scope, mention, at.who)
        if new:
            cards.changed(scope, mention)
        return new

    return claim


def _release(at: Scene) -> Act:
    def release(scope: Scope) -> bool:
        mention = mentions.get(scope, at.mention_id, by=at.who)
        released = shares.release(scope, mention, at.who)
        if released:
            cards.changed(scope, mention)
        return released

    return release


def _mute(at: Scene) -> Act:
    does = shares.mute if at.is_even else shares.unmute
    return lambda s: does(s, mentions.get(s, at.mention_id, by=at.who), at.who)


def _offer_lead(at: Scene) -> Act:
    leader = at.leader
    to = at.who if at.who != leader else at.other
    return lambda s: leads.offer(s, at.mention_id, leader, to)


def _answer_lead(at: Scene) -> Act:
    if not at.lead_offers:
        raise MentionGone
    asked = at.lead_offers[-1]
    return lambda s: leads.answer(s, asked.id, asked.to_id, at.is_even)


def _take_lead_back(at: Scene) -> Act:
    return lambda s: leads.take_back(s, at.mention_id, at.leader)


def _save_answer(at: Scene) -> Act:
    return lambda s: answers.write(s, at.mention_id, at.owner, f"Dear Ada, says {at.owner}", at.is_even)


MENTIONS: dict[str, Callable[[Scene], Act]] = {
    "claim": _claim,
    "release": _release,
    "mute": _mute,
    "part": lambda at: lambda s: parts.change(s, at.mention_id, at.owner, f"note {at.throw[0] % 2}", at.is_even),
    "offer lead": _offer_lead,
    "answer lead": _answer_lead,
    "take lead back": _take_lead_back,
    "begin an answer": lambda at: lambda s: answers.begin(s, at.mention_id, at.owner),
    "save an answer": _save_answer,
    "answered": lambda at: lambda s: mentions.mark_answered(s, at.mention_id, at.who),
    "not answered": lambda at: lambda s: mentions.undo_answered(s, at.mention_id, at.who),
    "heard back": lambda at: lambda s: mentions.heard_back(s, at.mention_id, at.who),
    "dismiss": lambda at: lambda s: mentions.dismiss(s, at.mention_id, at.who),
    "undo dismiss": lambda at: lambda s: mentions.undo_dismiss(s, at.mention_id, at.who),
    "leave out": lambda at: lambda s: mentions.leave_out(s, at.mention_id, at.product, at.who),
    "undo leave out": lambda at: lambda s: mentions.undo_leave_out(s, at.mention_id, at.product, at.who),
}


# Promises: by whoever may


def _ask(at: Scene) -> Act:
    """For something new, or for what a message says."""
    wanted = at.spoken()
    if at.promises and at.is_even and at.promise.ts is not None:
        said = at.world.said(OPEN, at.promise.user_id, ts=at.promise.ts)
        return lambda s: requests.ask(s, Asking(str(said.user_id), wanted, said), at.who)
    return lambda s: requests.ask(s, Asking(at.other, wanted), at.who)


def _edit(at: Scene) -> Act:
    """As the job does it."""
    channel_id, ts = str(at.promise.channel_id), str(at.promise.ts)
    words, due = f"words {at.throw[1]}", at.world.now + at.hours()
    edited = Edited(at.promise.user_id, at.world.ts(), words, due, at.is_even)

    def edit(scope: Scope) -> None:
        promise = promises.said_at_locked(scope, channel_id, ts)
        if promise is None:
            return
        if promise.state == "offered":
            left = Spoken(words, due, promise.mention_id, is_read=True) if at.is_even else None
            offers.edited(scope, promise, left)
        else:
            edits.follow(scope, promise.id, edited)

    return edit


def _delete(at: Scene) -> Act:
    channel_id, ts = str(at.promise.channel_id), str(at.promise.ts)

    def delete(scope: Scope) -> None:
        promise = promises.said_at_locked(scope, channel_id, ts)
        if promise is not None:
            offers.deleted(scope, promise)

    return delete


def _offer_again(at: Scene) -> Act:
    found, wanted = at.promise_in("declined", "expired"), at.spoken()
    channel_id, ts = str(found.channel_id), str(found.ts)

    def again(scope: Scope) -> None:
        promise = promises.said_at_locked(scope, channel_id, ts)
        if promise is not None:
            offers.offer_again(scope, promise, wanted)

    return again


def _hand_over(at: Scene) -> Act:
    found = at.promise_in("open")
    to = at.who if at.who != found.user_id else at.other
    return lambda s: hand_offs.offer(s, found.id, found.user_id, to)


def _answer_hand_off(at: Scene) -> Act:
    if not at.hand_offs:
        raise PromiseGone
    asked = at.hand_offs[-1 - at.throw[0] % min(2, len(at.hand_offs))]
    return lambda s: hand_offs.answer(s, asked.id, asked.to_id, at.is_even)


def _find_evidence(at: Scene) -> Act:
    promise_id = at.promise_in("open").id
    found = Found("customer" if at.is_even else "words", OPEN, at.world.ts(), "1.1")

    def find(scope: Scope) -> None:
        owed = [one for one in evidence.owed(scope, at.mention_id, "9999999999.0") if one.id == promise_id]
        for promise in owed:
            evidence.offer(scope, promise, found)

    return find


def _shown(at: Scene) -> tuple[str, str]:
    """Something that was found, and whose promise it is about."""
    if not at.evidence:
        raise PromiseGone
    shown = at.evidence[-1 - at.throw[0] % min(2, len(at.evidence))]
    return shown.id, next(one.user_id for one in at.promises if one.id == shown.promise_id)


def _answer_evidence(at: Scene) -> Act:
    shown, user_id = _shown(at)
    does = evidence.count if at.is_even else evidence.refuse
    return lambda s: does(s, shown, user_id)


def _by_promiser(does: Callable[[Scope, str, str], Any], *states: str) -> Callable[[Scene], Act]:
    def build(at: Scene) -> Act:
        found = at.promise_in(*states)
        promise_id, user_id = found.id, found.user_id
        return lambda s: does(s, promise_id, user_id)

    return build


def _by_asker(does: Callable[[Scope, str, str], Any], *states: str) -> Callable[[Scene], Act]:
    def build(at: Scene) -> Act:
        found = at.promise_in(*states)
        promise_id, asker = found.id, found.asked_by_id or at.who
        return lambda s: does(s, promise_id, asker)

    return build


def _to_another_moment(does: Callable[[Scope, str, str, datetime], Any], state: str) -> Callable[[Scene], Act]:
    def build(at: Scene) -> Act:
        found, due = at.promise_in(state), at.world.now + at.hours()
        return lambda s: does(s, found.id, found.user_id, due)

    return build


PROMISES: dict[str, Callable[[Scene], Act]] = {
    "make": lambda at: lambda s: promises.make(s, at.who, at.spoken(), at.world.said(OPEN, at.who)),
    "offer": lambda at: lambda s: offers.offer(s, at.world.said(OPEN, at.who), at.spoken()),
    "track": _by_promiser(offers.track, "offered", "requested"),
    "decline": _by_promiser(offers.decline, "offered", "requested"),
    "keep": _by_promiser(promises.keep, "open"),
    "move": _to_another_moment(promises.move, "open"),
    "withdraw": _by_promiser(lambda s, one, who: promises.withdraw(s, one, who, "why"), "open"),
    "reopen": _by_promiser(promises.reopen, "kept", "withdrawn"),
    "mute promise": _by_promiser(promises.mute, "open"),
    "unmute promise": _by_promiser(promises.unmute, "open"),
    "at risk": _by_promiser(risks.say_at_risk, "open"),
    "on track": _by_promiser(risks.say_on_track, "open"),
    "hand over": _hand_over,
    "answer hand-off": _answer_hand_off,
    "keep it myself": _by_promiser(hand_offs.take_back, "open"),
    "ask": _ask,
    "counter": _to_another_moment(requests.counter, "requested"),
    "reconsider": _by_promiser(requests.reconsider, "declined", "expired"),
    "agree": _by_asker(requests.agree, "requested"),
    "take request back": _by_asker(requests.take_back, "requested"),
    "ask again": _by_asker(requests.ask_again, "expired"),
    "edit": _edit,
    "delete": _delete,
    "offer again": _offer_again,
    "move to message": _by_promiser(edits.move_to_message, "open"),
    "find evidence": _find_evidence,
    "answer evidence": _answer_evidence,
}
CLOCK: dict[str, Callable[[Scene], Act]] = {
    "note misses": lambda at: promises.note_misses,
    "let offers lapse": lambda at: offers.expire_due,
    "let leads lapse": lambda at: leads.lapse_due,
    "tick": lambda at: lambda s: nudging.fire(s, slots.take_due(s.session, s.now)),
}
ACTS = MENTIONS | PROMISES | CLOCK
