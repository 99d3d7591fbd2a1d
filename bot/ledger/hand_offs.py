"""Hand-offs: a promise offered to a colleague, who accepts or declines. Until then it stays where it is."""

from __future__ import annotations

from sqlalchemy import select, update

from bot import outbox
from bot.database import Scope
from bot.errors import NotAllowed, PromiseGone, PromiseSettled
from bot.ledger import entries, people, promises, visibility
from bot.models import HandOff, Promise
from bot.statements import find, find_one_locked


def offer(scope: Scope, promise_id: str, by: str, to: str, note: str = "") -> HandOff:
    """Ask a colleague to take over. Raises NotAllowed for someone who can't, or who could not see what it is about."""
    promise = promises.find(scope, promise_id, by)
    if promise.state != "open":
        raise PromiseSettled(state=promises.STATE_WORDS.get(promise.state, promise.state))
    colleague = people.find(scope, to)
    if to == by or colleague is None or not colleague.is_reachable:
        raise NotAllowed(why="hand it to a colleague with an account here")
    if promise.channel_id is not None and not visibility.person_can_open(scope, to, promise.channel_id):
        raise NotAllowed(why="they are not in the channel where it was promised; invite them there first")
    hand_off = _add(scope, promise, to, note)
    entries.write(scope, "offer_hand_off", promise.id, by, to=to)
    outbox.put(scope, outbox.Saying(to, "hand_off", hand_off.id))
    return hand_off


def take_over(scope: Scope, promise: Promise, by: str) -> HandOff:
    """A head takes it over: offered and accepted at once. The giver is told."""
    hand_off = _add(scope, promise, by, "")
    hand_off.state, hand_off.ended_at = "accepted", scope.now
    entries.write(scope, "take_over", promise.id, by, giver=promise.user_id)
    promises.hand_to(scope, promise, by)
    outbox.put(scope, outbox.Saying(hand_off.from_id, "hand_off_answer", hand_off.id))
    return hand_off


def _add(scope: Scope, promise: Promise, to: str, note: str) -> HandOff:
    """One at a time: an earlier one that was not answered lapses."""
    scope.session.execute(
        update(HandOff)
        .where(HandOff.team_id == scope.team_id, HandOff.promise_id == promise.id, HandOff.state == "offered")
        .values(state="lapsed", ended_at=scope.now)
    )
    hand_off = HandOff(
        team_id=scope.team_id,
        id=scope.new_id(),
        promise_id=promise.id,
        from_id=promise.user_id,
        to_id=to,
        note=note,
        state="offered",
        created_at=scope.now,
    )
    scope.session.add(hand_off)
    scope.session.flush()
    return hand_off


def get(scope: Scope, hand_off_id: str, by: str) -> tuple[HandOff, Promise]:
    """A hand-off to that person, and its promise, both locked: the promise first, as in every act on it."""
    hand_off = find(scope.session, HandOff, scope.team_id, hand_off_id)
    if hand_off is None or hand_off.to_id != by:
        raise PromiseGone
    promise = find_one_locked(scope.session, Promise, scope.team_id, hand_off.promise_id)
    return find_one_locked(scope.session, HandOff, scope.team_id, hand_off_id), promise


def answer(scope: Scope, hand_off_id: str, by: str, accepted: bool) -> Promise:
    """*Take it* or *Can't*; the giver is told. Raises PromiseSettled when the offer no longer stands."""
    hand_off, promise = get(scope, hand_off_id, by)
    if hand_off.state != "offered" or promise.state != "open":
        raise PromiseSettled(state="answered or settled")
    if accepted and not may_see(scope, hand_off):
        raise NotAllowed(why="you can't open the channel where it was promised; ask for an invitation first")
    hand_off.state, hand_off.ended_at = ("accepted" if accepted else "declined"), scope.now
    entries.write(scope, "accept_hand_off" if accepted else "decline_hand_off", promise.id, by)
    if accepted:
        promises.hand_to(scope, promise, by)
    outbox.put(scope, outbox.Saying(hand_off.from_id, "hand_off_answer", hand_off.id))
    return promise


def may_see(scope: Scope, hand_off: HandOff) -> bool:
    """Whether the asked colleague can (still) open the channel where it was promised."""
    promise = scope.session.get_one(Promise, (scope.team_id, hand_off.promise_id))
    return promise.channel_id is None or visibility.person_can_open(scope, hand_off.to_id, promise.channel_id)


def waiting_for(scope: Scope, user_id: str) -> list[HandOff]:
    """What this person was asked to take over and has not answered."""
    statement = select(HandOff).where(
        HandOff.team_id == scope.team_id, HandOff.to_id == user_id, HandOff.state == "offered"
    )
    return list(scope.session.execute(statement.order_by(HandOff.id)).scalars())
