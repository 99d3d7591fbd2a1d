"""Offers: the private question to a speaker whether to keep a promise that was read, and what it becomes."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Select, and_, case, func, select
from sqlalchemy.orm import Session

from bot import outbox
from bot.database import Scope, plain
from bot.errors import OfferWaiting, PromiseSettled, TrackedAlready
from bot.facts import Said
from bot.ledger import causes, edits, entries, newcomers, people, promises, requests, slots, visibility
from bot.ledger.promises import STATE_WORDS, Spoken
from bot.models import Promise
from bot.models.promise import PROMISE_MOVES
from bot.statements import prepared

LATELY = timedelta(days=90)
CHANGED = "the message was changed"


def may_read(scope: Scope, user_id: str | None, channel_id: str) -> bool:
    """Whether promises are read in what this person writes there: both may switch it off."""
    if user_id is None:
        return False
    person, channel = people.find(scope, user_id), people.find_channel(scope, channel_id)
    if person is None or channel is None:
        return False
    return person.is_reachable and not person.promises_off and not channel.promises_off and channel.mode != "off"


def answered_lately(scope: Scope, user_id: str) -> tuple[int, int]:
    """How many offers a person declined, and how many they confirmed, of late."""
    declined, confirmed = scope.session.execute(*_answered(scope.team_id, user_id, scope.now - LATELY)).one()
    return declined or 0, confirmed or 0


@prepared
def _answered(team: str, user: str, since: datetime) -> Select[int | None, int | None]:
    of_offer = Promise.asked_by_id.is_(None)  # who can't do what a colleague asks for said nothing of offers
    declined = case((and_(Promise.state == "declined", Promise.ended_at > since, of_offer), 1), else_=0)
    confirmed = case((and_(Promise.ts.is_not(None), Promise.opened_at > since, of_offer), 1), else_=0)
    return select(func.sum(declined), func.sum(confirmed)).where(Promise.team_id == team, Promise.user_id == user)


def offer(scope: Scope, said: Said, spoken: Spoken) -> str | None:
    """Offer a promise that was read to its speaker alone. None when that message's promise is known already."""
    if said.user_id is None:
        return None
    promise_id = promises.insert(scope, said, spoken, "offered")
    if promise_id is None:
        return None
    promise = scope.session.get_one(Promise, (scope.team_id, promise_id))
    entries.write(scope, "offer_promise", promise_id, entries.BOT)
    outbox.put(scope, outbox.Saying(_offer_lane(scope, said.channel_id, said.user_id), "offer", promise_id))
    slots.plan_offers(scope, promise)
    return promise_id


def _offer_lane(scope: Scope, channel_id: str | None, user_id: str) -> str:
    """Where outsiders read, not even an ephemeral is posted: the offer goes to the speaker's DM."""
    return user_id if channel_id is None or visibility.has_outsiders(scope, channel_id) else channel_id


def is_changed_away(promise: Promise) -> bool:
    """Whether an edit took the promise out of its message before its offer was answered: another may bring it back."""
    return promise.state == "expired" and promise.reason == CHANGED


def offer_again(scope: Scope, promise: Promise, spoken: Spoken, by: str | None = None) -> None:
    """An offer that was put aside or lapsed is made again: its speaker wants it back, or (`by`) their edit brings it.
    Who asked for it before is told if it is tracked. The caller has locked it.
    """
    if (promise.state, "offered") not in PROMISE_MOVES["offer"]:
        return
    if promise.reason == requests.TAKEN_BACK:
        promise.asked_by_id = promise.asked_at = None
    promises.move_state(scope, promise, "offer", "offered")
    promise.words, promise.ended_at, promise.reason, promise.expires_at = spoken.words, None, None, None
    promise.created_at = scope.now
    promise.said_due_at, promise.is_read, promise.waits_for = spoken.due, spoken.is_read, spoken.waits_for
    promises.set_due(scope, promise, spoken.due)
    entries.write(scope, "offer_promise", promise.id, by or promise.user_id)
    outbox.put(scope, outbox.Saying(_offer_lane(scope, promise.channel_id, promise.user_id), "offer", promise.id))
    slots.plan_offers(scope, promise)


def check_may_want(scope: Scope, promise: Promise, by: str) -> None:
    """Whether the shortcut on its message would bring its speaker an offer. Raises what stands in the way."""
    promises.find(scope, promise.id, by)
    if promise.state == "open":
        raise TrackedAlready(words=promise.words[:160])
    if promise.state in {"offered", "requested"}:
        raise OfferWaiting(words=promise.words[:160])
    if promise.state not in {"declined", "expired"}:
        raise PromiseSettled(state=STATE_WORDS[promise.state])


def track(scope: Scope, promise_id: str, by: str, due: datetime | None = None) -> Promise:
    """*Track it*: the offer, or what somebody asked for, becomes an open promise, due at `due` or as its words said."""
    promise = promises.find(scope, promise_id, by)
    if promise.state == "open" and due is None:
        return promise
    if promise.state == "requested":
        return requests.accept(scope, promise, due)
    moment = due or promise.due_at
    promises.check_due(scope, by, moment)
    promises.move_state(scope, promise, "track", "open")
    promises.set_due(scope, promise, moment)
    promise.opened_at = scope.now
    entries.write(scope, "track_promise", promise.id, by, due=promises.iso(moment))
    newcomers.acted(scope, by)
    _end_offer(scope, promise, "tracked")
    if promise.waits_for is not None and promise.mention_id is not None:
        causes.wait(scope, promise.mention_id, by, (promise.waits_for, promise.waits_for))
    promises.take_part(scope, promise)
    slots.plan_promise(scope, promise)
    promises.show(scope, promise)
    if promise.asked_by_id is not None:
        requests.tell_asker(scope, promise)
    return promise


def decline(scope: Scope, promise_id: str, by: str) -> Promise:
    """*Not a promise*: its words are forgotten. Of what somebody asked for, that they can't: the asker is told."""
    promise = promises.find(scope, promise_id, by)
    if promise.state == "declined":
        return promise
    if promise.state == "open":
        raise TrackedAlready(words=promise.words[:160])
    if promise.state == "requested":
        return requests.decline(scope, promise)
    promises.move_state(scope, promise, "decline", "declined")
    _forget(scope, promise, "not a promise")
    entries.write(scope, "decline_promise", promise.id, by)
    return promise


def expire_due(scope: Scope) -> int:
    """Let offers lapse that nobody answered after their one reminder, and requests after a working day. How many?"""
    statement = select(Promise).where(
        Promise.team_id == scope.team_id,
        Promise.state.in_(("offered", "requested")),
        Promise.expires_at <= scope.now,
    )
    lapsed = list(scope.session.execute(statement.with_for_update(skip_locked=True)).scalars())
    for promise in lapsed:
        if promise.state == "requested":
            requests.lapse(scope, promise)
            continue
        promises.move_state(scope, promise, "expire", "expired")
        _forget(scope, promise, "lapsed")
        entries.write(scope, "expire_promise", promise.id, entries.BOT)
    return len(lapsed)


def next_due(session: Session) -> datetime | None:
    """When the next offer lapses, in any workspace."""
    return session.execute(_next_due()).scalar()


@cache
def _next_due() -> Select[datetime | None]:
    """Built once: it is asked after every write."""
    lapsing = select(func.min(Promise.expires_at, type_=Promise.expires_at.type))
    return plain(lapsing.where(Promise.state.in_(("offered", "requested"))))


def edited(scope: Scope, promise: Promise, spoken: Spoken | None) -> None:
    """The promising message was edited or deleted (None: no promise is left in it) before the offer was answered. The
    caller has locked it.
    """
    if promise.state != "offered":
        return
    if spoken is None:
        promises.move_state(scope, promise, "expire", "expired")
        _forget(scope, promise, CHANGED)
        entries.write(scope, "expire_promise", promise.id, promise.user_id)
    else:
        promise.words = spoken.words
        promise.said_due_at, promise.is_read, promise.waits_for = spoken.due, spoken.is_read, spoken.waits_for
        promises.set_due(scope, promise, spoken.due)


def deleted(scope: Scope, promise: Promise) -> None:
    """The promising message was deleted: an offer lapses; what is tracked stays owed, but its words go everywhere. The
    caller has locked it.
    """
    if promise.state == "offered":
        edited(scope, promise, None)
    elif promise.words:
        promise.words = ""
        edits.ask_of_deleted(scope, promise)
        entries.write(scope, "forget_words", promise.id, promise.user_id)
        promises.show(scope, promise)


def _end_offer(scope: Scope, promise: Promise, reason: str) -> None:
    slots.skip(scope, promise.id, reason)
    outbox.cancel(scope, promise.id, reason, ("offer",))
    promise.expires_at = None


def _forget(scope: Scope, promise: Promise, reason: str) -> None:
    """Reading is modest: of what is no promise, no words stay."""
    promise.words, promise.ended_at, promise.reason, promise.waits_for = "", scope.now, reason, None
    _end_offer(scope, promise, reason)
