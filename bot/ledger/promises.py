"""Promises: opened, moved, kept, withdrawn. Never lost, never nudged after they ended. Offers have their own page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from bot import outbox, statements
from bot.database import Scope, announce, plain
from bot.errors import (
    MomentPassed,
    MomentUnclear,
    NotYourPromise,
    PromiseGone,
    PromiseSettled,
)
from bot.facts import Said
from bot.ledger import cards, entries, newcomers, nudging, people, shares, slots, visibility, words_given
from bot.ledger.visibility import Audience
from bot.models import Evidence, HandOff, Mention, Promise
from bot.models.promise import PROMISE_MOVES
from bot.statements import find_locked, insert_or_skip, prepared

STATE_WORDS = {"kept": "kept", "withdrawn": "withdrawn", "declined": "put aside", "expired": "lapsed"}


@dataclass(frozen=True, slots=True)
class Spoken:
    """What someone promised: the words, the moment (if the words name one), and the mention it belongs to.

    `channel_id` is where it was made when it was not a message (`/ours promise`): it may be handed to its members.
    `is_read`: the words are the message's, and whether they read as a promise. `waits_for` is the key of the cause that
    they name, if they are bound to one.
    """

    words: str
    due: datetime | None
    mention_id: str | None
    channel_id: str | None = None
    is_read: bool | None = None
    waits_for: str | None = None


def find(scope: Scope, promise_id: str, by: str) -> Promise:
    """One's own promise, locked for a change. Raises PromiseGone, or NotYourPromise when it is another's."""
    return _own(scope, find_locked(scope.session, Promise, scope.team_id, promise_id), by)


def seen(scope: Scope, promise_id: str, by: str) -> Promise:
    """The same, for somebody who looks at it: nothing is locked."""
    return _own(scope, statements.find(scope.session, Promise, scope.team_id, promise_id), by)


def _own(scope: Scope, promise: Promise | None, by: str) -> Promise:
    if promise is None:
        raise PromiseGone
    if promise.user_id != by:
        if promise.state == "open" and _may_see(scope, promise, by):
            raise NotYourPromise(who=promise.user_id)
        raise PromiseGone
    return promise


def _may_see(scope: Scope, promise: Promise, user_id: str) -> bool:
    return promise.channel_id is not None and visibility.person_can_open(scope, user_id, promise.channel_id)


def said_at(scope: Scope, channel_id: str, ts: str) -> Promise | None:
    return scope.session.execute(*_said_among(scope.team_id, channel_id, [ts])).scalar_one_or_none()


def said_at_locked(scope: Scope, channel_id: str, ts: str) -> Promise | None:
    """The same, as it is now, locked for a change."""
    found = said_at(scope, channel_id, ts)
    return find_locked(scope.session, Promise, scope.team_id, found.id) if found is not None else None


def said_among(scope: Scope, channel_id: str, ts: Collection[str]) -> dict[str, Promise]:
    """The promises that were said in these messages of a channel."""
    if not ts:
        return {}
    found = scope.session.execute(*_said_among(scope.team_id, channel_id, list(ts))).scalars()
    return {str(one.ts): one for one in found}


@prepared
def _said_among(team: str, channel: str, among: Collection[str]) -> Select[Promise]:
    return select(Promise).where(Promise.team_id == team, Promise.channel_id == channel, Promise.ts.in_(among))


def said_in_thread(scope: Scope, channel_id: str, thread_ts: str, by: datetime) -> set[str]:
    """The ts of all promising messages of a thread that were known by that moment."""
    return {str(ts) for ts in scope.session.execute(*_in_thread(scope.team_id, channel_id, thread_ts, by)).scalars()}


@prepared
def _in_thread(team: str, channel: str, thread: str, by: datetime) -> Select[str | None]:
    return select(Promise.ts).where(
        Promise.team_id == team,
        Promise.channel_id == channel,
        Promise.thread_ts == thread,
        Promise.created_at <= by,
        Promise.ts.is_not(None),
    )


def make(scope: Scope, user_id: str, spoken: Spoken, said: Said | None = None) -> Promise:
    """Someone promises explicitly. Raises MomentUnclear without a moment, MomentPassed when it has passed."""
    check_due(scope, user_id, spoken.due)
    promise_id = insert(scope, said, spoken, "open", user_id)
    if promise_id is None:
        raise PromiseGone
    promise = scope.session.get_one(Promise, (scope.team_id, promise_id))
    promise.opened_at = scope.now
    scope.session.flush()
    entries.write(scope, "make_promise", promise_id, user_id, due=iso(promise.due_at))
    newcomers.acted(scope, user_id)
    take_part(scope, promise)
    slots.plan_promise(scope, promise)
    show(scope, promise)
    return promise


def insert(scope: Scope, said: Said | None, spoken: Spoken, state: str, user_id: str | None = None) -> str | None:
    owner = user_id or (said.user_id if said else None)
    if owner is None:
        return None
    hours = people.hours_of(scope, owner)
    row = {
        "team_id": scope.team_id,
        "id": scope.new_id(),
        "mention_id": spoken.mention_id,
        "user_id": owner,
        "state": state,
        "words": spoken.words,
        "channel_id": said.channel_id if said else spoken.channel_id,
        "ts": said.ts if said else None,
        "thread_ts": said.thread_ts if said else None,
        "due_at": spoken.due,
        "due_wall": hours.local(spoken.due).replace(tzinfo=None).isoformat() if spoken.due else None,
        "due_zone": hours.zone if spoken.due else None,
        "said_due_at": spoken.due,
        "is_read": spoken.is_read,
        "waits_for": spoken.waits_for,
        "created_at": scope.now,
    }
    added = insert_or_skip(scope.session, Promise, [row], Promise.id)
    return added[0] if added else None


def move(scope: Scope, promise_id: str, by: str, due: datetime, why: str = "") -> Promise:
    """A new moment was agreed. A moment that was missed before stays a fact."""
    promise = find(scope, promise_id, by)
    check_due(scope, by, due)
    move_state(scope, promise, "move", "open")
    before = promise.due_at
    set_due(scope, promise, due)
    promise.told_at = promise.head_hears_at = promise.muted_at = None
    promise.at_risk_at = promise.at_risk_why = None
    entries.write(scope, "move_promise", promise.id, by, before=iso(before), due=iso(due), why=why)
    slots.skip(scope, promise.id, "moved")
    slots.plan_promise(scope, promise)
    show(scope, promise)
    return promise


def keep(scope: Scope, promise_id: str, by: str, how: str = "button") -> Promise:
    """They got back to the customer. `how` says by what it was told."""
    promise = find(scope, promise_id, by)
    if promise.state == "kept":
        return promise
    move_state(scope, promise, "keep", "kept")
    _note_miss(scope, promise)
    _settle(scope, promise, how)
    entries.write(scope, "keep_promise", promise.id, by, how=how, late=promise.missed_at is not None)
    words_given.kept(scope, promise)
    show(scope, promise)
    return promise


def withdraw(scope: Scope, promise_id: str, by: str, why: str) -> Promise:
    """Taken back, with a reason."""
    promise = find(scope, promise_id, by)
    move_state(scope, promise, "withdraw", "withdrawn")
    _note_miss(scope, promise)
    _settle(scope, promise, why)
    entries.write(scope, "withdraw_promise", promise.id, by, why=why)
    words_given.withdrawn(scope, promise)
    show(scope, promise)
    return promise


def reopen(scope: Scope, promise_id: str, by: str) -> Promise:
    """The reverse of keeping or withdrawing."""
    promise = find(scope, promise_id, by)
    move_state(scope, promise, "reopen", "open")
    words_given.reopened(scope, promise)
    promise.ended_at = promise.reason = None
    _end_evidence(scope, promise, "counted", "refused")
    entries.write(scope, "reopen_promise", promise.id, by)
    slots.plan_promise(scope, promise)
    nudging.plan_head_anew(scope, promise)
    show(scope, promise)
    return promise


def mute(scope: Scope, promise_id: str, by: str) -> Promise:
    """*Mute this*: it stays open, but the promiser is not nudged about it until it is moved.

    A head who was announced still hears: only keeping, moving or handing over avoids that.
    """
    promise = find(scope, promise_id, by)
    if promise.state != "open":
        raise PromiseSettled(state=STATE_WORDS.get(promise.state, promise.state))
    promise.muted_at = scope.now
    slots.skip(scope, promise.id, "muted", person_id=promise.user_id)
    entries.write(scope, "mute", promise.id, by)
    return promise


def unmute(scope: Scope, promise_id: str, by: str) -> Promise:
    """The reverse of `mute`: what was not said is planned anew."""
    promise = find(scope, promise_id, by)
    if promise.state != "open":
        raise PromiseSettled(state=STATE_WORDS.get(promise.state, promise.state))
    if promise.muted_at is not None:
        promise.muted_at = None
        entries.write(scope, "unmute", promise.id, by)
        slots.plan_promise(scope, promise)
    return promise


def note_misses(scope: Scope) -> int:
    """Write down which open promises' moments have passed. Answers how many."""
    return len(missed_now(scope))


def missed_now(scope: Scope) -> list[Promise]:
    """The same; answers which."""
    statement = select(Promise).where(
        Promise.team_id == scope.team_id,
        Promise.state == "open",
        Promise.due_at <= scope.now,
        Promise.missed_at.is_(None) | (Promise.missed_at < Promise.due_at),
    )
    missed = list(scope.session.execute(statement.with_for_update(skip_locked=True)).scalars())
    for promise in missed:
        _note_miss(scope, promise)
        show(scope, promise)
    return missed


def has_open(scope: Scope, mention_id: str, user_id: str) -> bool:
    """Whether a person still owes something on a mention."""
    return bool(open_of(scope, mention_id, user_id))


def open_of(scope: Scope, mention_id: str, user_id: str) -> list[Promise]:
    """What a person owes on a mention."""
    statement = select(Promise).where(
        Promise.team_id == scope.team_id,
        Promise.mention_id == mention_id,
        Promise.user_id == user_id,
        Promise.state == "open",
    )
    return list(scope.session.execute(statement.order_by(Promise.id)).scalars())


def next_due(session: Session) -> datetime | None:
    """When the next promise is missed, in any workspace."""
    return session.execute(_next_due()).scalar()


@cache
def _next_due() -> Select[datetime | None]:
    """Built once: it is asked after every write."""
    missing = select(func.min(Promise.due_at, type_=Promise.expires_at.type))
    never = Promise.missed_at.is_(None) | (Promise.missed_at < Promise.due_at)
    return plain(missing.where(Promise.state == "open", never))


def _note_miss(scope: Scope, promise: Promise) -> None:
    due = promise.due_at
    if due is not None and due <= scope.now and (promise.missed_at is None or promise.missed_at < due):
        promise.missed_at = due
        entries.write(scope, "miss_promise", promise.id, entries.BOT, due=iso(due))


def hand_to(scope: Scope, promise: Promise, user_id: str) -> None:
    """It is another's promise from now on, with the same moment; nudges follow their hours."""
    slots.skip(scope, promise.id, "handed over")
    _end_evidence(scope, promise, "offered", "lapsed")
    promise.pass_on_to(user_id)
    promise.told_at = promise.head_hears_at = promise.muted_at = None
    promise.at_risk_at = promise.at_risk_why = None
    take_part(scope, promise)
    scope.session.flush()
    slots.plan_promise(scope, promise)
    nudging.plan_head_anew(scope, promise)
    show(scope, promise)


def follow(scope: Scope, old: Mention, mention: Mention) -> None:
    """A thread became a mention of its own: the promises made in it go along, and so do the parts they gave."""
    statement = select(Promise).where(
        Promise.team_id == scope.team_id,
        Promise.mention_id == old.id,
        Promise.channel_id == mention.home_channel_id,
        Promise.thread_ts == mention.home_ts,
    )
    for promise in scope.session.execute(statement.order_by(Promise.id)).scalars():
        promise.mention_id = mention.id
        scope.session.flush()
        if promise.state not in {"open", "kept"}:
            continue
        shares.claim(scope, mention, promise.user_id)
        share = shares.get(scope, old.id, promise.user_id)
        # A part that began with the promise was given by it (in one transaction, at one moment).
        if share is not None and share.claimed_at == promise.opened_at and not has_open(scope, old.id, promise.user_id):
            shares.release(scope, old, promise.user_id)


def take_part(scope: Scope, promise: Promise) -> None:
    """Whoever owes the customer something is on it: nobody else need be asked who will.

    Unless the card's readers could not open the place where it was promised: that place keeps it to itself.
    """
    mention = find_locked(scope.session, Mention, scope.team_id, promise.mention_id) if promise.mention_id else None
    if mention is None or mention.dismissed_at is not None:
        return
    readers = Audience(channel_id=mention.card_channel_id or mention.home_channel_id)
    if promise.channel_id is None or visibility.can_open(scope, readers, promise.channel_id):
        shares.claim(scope, mention, promise.user_id)


def move_state(scope: Scope, promise: Promise, act: str, to: str) -> None:
    """Change the state along the graph of docs/states.md; raises PromiseSettled where it has no such edge."""
    if (promise.state, to) not in PROMISE_MOVES[act]:
        raise PromiseSettled(state=STATE_WORDS.get(promise.state, promise.state))
    promise.state = to


def check_due(scope: Scope, user_id: str, due: datetime | None) -> None:
    if due is None:
        raise MomentUnclear
    if due <= scope.now:
        raise MomentPassed(moment=told_moment(scope, user_id, due))


def told_moment(scope: Scope, user_id: str, due: datetime) -> str:
    """As its reader has it on their clock."""
    local = people.hours_of(scope, user_id).local(due)
    return f"{local:%A} {local.day} {local:%B}, {local:%H:%M}"


def set_due(scope: Scope, promise: Promise, due: datetime | None) -> None:
    hours = people.hours_of(scope, promise.user_id)
    promise.due_at = due
    promise.due_wall = hours.local(due).replace(tzinfo=None).isoformat() if due else None
    promise.due_zone = hours.zone if due else None
    announce(scope.session, "nudges")


def _settle(scope: Scope, promise: Promise, reason: str) -> None:
    """An ended promise cancels all that waits about it, in the same transaction."""
    promise.ended_at, promise.reason = scope.now, reason
    promise.at_risk_at = promise.at_risk_why = None
    slots.skip(scope, promise.id, promise.state)
    _end_evidence(scope, promise, "offered", "lapsed")
    scope.session.execute(
        update(HandOff)
        .where(HandOff.team_id == scope.team_id, HandOff.promise_id == promise.id, HandOff.state == "offered")
        .values(state="lapsed", ended_at=scope.now)
    )


def _end_evidence(scope: Scope, promise: Promise, state: str, to: str) -> None:
    """What its promiser was asked about is settled with it; what counted counts no more when it is open again."""
    outbox.cancel(scope, promise.id, to, ("evidence",))
    of_promise = (Evidence.team_id == scope.team_id, Evidence.promise_id == promise.id, Evidence.state == state)
    scope.session.execute(update(Evidence).where(*of_promise).values(state=to, ended_at=scope.now))


def show(scope: Scope, promise: Promise) -> None:
    scope.session.flush()
    mention = scope.session.get(Mention, (scope.team_id, promise.mention_id)) if promise.mention_id else None
    if mention is not None:
        cards.changed(scope, mention)


def iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
