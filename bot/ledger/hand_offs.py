"""Hand-offs: a promise offered to a colleague, who accepts or declines. Until then it stays where it is."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, select, update

from bot import outbox
from bot.database import Scope
from bot.errors import HandOffOver, NotAllowed, PromiseGone, PromiseSettled
from bot.facts import Absence
from bot.ledger import absences, entries, later, people, promises, slots, standing_in, visibility
from bot.ledger.standing_in import Sought
from bot.models import HandOff, Mention, Promise
from bot.models.promise import HAND_OFF_MOVES
from bot.statements import find, find_one_locked, prepared


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
    _end(scope, hand_off, "take_over")
    entries.write(scope, "take_over", promise.id, by, giver=promise.user_id)
    promises.hand_to(scope, promise, by)
    outbox.put(scope, outbox.Saying(hand_off.from_id, "hand_off_answer", hand_off.id))
    return hand_off


def ask_stand_in(scope: Scope, promise: Promise, why: Absence) -> HandOff | None:
    """Whoever promised is not there: a co-owner, who is on duty or the head is asked to take it over, one after the
    other. None while somebody is being asked, or when nobody is left to ask. The caller has locked the promise.
    """
    mention = find(scope.session, Mention, scope.team_id, promise.mention_id) if promise.mention_id else None
    if mention is None or promise.channel_id is None or promise.state != "open":
        return None
    asked = scope.session.execute(*_of_promise(scope.team_id, promise.id)).scalars().all()
    if any(one.state == "offered" for one in asked):
        return None
    tried = [one.to_id for one in asked if one.why]
    by = max(promise.due_at, scope.now) if promise.due_at is not None else None
    to = standing_in.find(scope, mention, Sought(promise.user_id, why, promise.channel_id, tried, by))
    if to is None:
        return None
    hand_off = _add(scope, promise, to, "", why)
    entries.write(scope, "ask_stand_in", promise.id, entries.BOT, to=to, reason=why)
    later.say(scope, "hand_off", to, hand_off.id)
    if why != "gone":
        moment = absences.back_at(scope, promise.user_id) or people.hours_of(scope, promise.user_id).next_working(
            scope.now
        )
        slots.plan_act(scope, "back", promise.user_id, promise.user_id, moment)
    return hand_off


@prepared
def _of_promise(team: str, promise: str) -> Select[HandOff]:
    return select(HandOff).where(HandOff.team_id == team, HandOff.promise_id == promise).order_by(HandOff.id)


def untold(scope: Scope, user_id: str) -> list[HandOff]:
    """What others were asked to take over in that person's absence, and they have not heard of yet."""
    theirs = (
        HandOff.team_id == scope.team_id,
        HandOff.from_id == user_id,
        HandOff.why != "",
        HandOff.told_at.is_(None),
    )
    return list(scope.session.execute(select(HandOff).where(*theirs).order_by(HandOff.id)).scalars())


def lapse(scope: Scope, hand_off: HandOff) -> None:
    """Whoever promised is there again, so nobody need take it over."""
    if hand_off.state == "offered":
        _end(scope, hand_off, "lapse")
        entries.write(scope, "lapse_hand_off", hand_off.promise_id, entries.BOT, to=hand_off.to_id)
        outbox.cancel(scope, hand_off.id, "they are back", ("hand_off",))


def _add(scope: Scope, promise: Promise, to: str, note: str, why: Absence = "") -> HandOff:
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
        why=why,
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
    """*Take it* or *Can't*; the giver is told, at once or when they are at work again. Where whoever promised is not
    there, the next one is asked. Raises PromiseSettled when the offer no longer stands.
    """
    hand_off, promise = get(scope, hand_off_id, by)
    if hand_off.state != "offered" or promise.state != "open":
        raise HandOffOver
    if accepted and not may_see(scope, hand_off):
        raise NotAllowed(why="you can't open the channel where it was promised; ask for an invitation first")
    _end(scope, hand_off, "accept" if accepted else "decline")
    entries.write(scope, "accept_hand_off" if accepted else "decline_hand_off", promise.id, by)
    scope.session.flush()
    if accepted:
        promises.hand_to(scope, promise, by)
    if not hand_off.why:
        outbox.put(scope, outbox.Saying(hand_off.from_id, "hand_off_answer", hand_off.id))
    elif not accepted:
        ask_stand_in(scope, promise, hand_off.why)  # type: ignore[arg-type]  # the column holds these words only
    return promise


def take_back(scope: Scope, promise_id: str, by: str) -> Promise:
    """*Keep it myself*: the reverse of `offer`, while it is not answered. Where nobody is asked (any more), nothing
    changes.
    """
    promise = promises.find(scope, promise_id, by)
    standing = scope.session.execute(*_standing(scope.team_id, [promise.id])).scalar_one_or_none()
    if standing is not None:
        _end(scope, standing, "take_back")
        entries.write(scope, "take_back_hand_off", promise.id, by, to=standing.to_id)
        outbox.cancel(scope, standing.id, "taken back", ("hand_off",))
    return promise


def _end(scope: Scope, hand_off: HandOff, act: str) -> None:
    ((_, to),) = HAND_OFF_MOVES[act]
    hand_off.state, hand_off.ended_at = to, scope.now


def asked(scope: Scope, promise_ids: Sequence[str]) -> dict[str, str]:
    """By promise, who is asked to take it over."""
    found = scope.session.execute(*_standing(scope.team_id, promise_ids)).scalars() if promise_ids else ()
    return {one.promise_id: one.to_id for one in found}


@prepared
def _standing(team: str, among: Sequence[str]) -> Select[HandOff]:
    offered = (HandOff.team_id == team, HandOff.promise_id.in_(among), HandOff.state == "offered")
    return select(HandOff).where(*offered).order_by(HandOff.id).execution_options(populate_existing=True)


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
