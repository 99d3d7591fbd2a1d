"""Requests: a promise that somebody asks a colleague for, who makes it, proposes another moment, or can't."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select

from bot import outbox
from bot.database import Scope, announce
from bot.errors import (
    AskedAlready,
    AskedUnfit,
    MentionGone,
    MomentAsked,
    NotAllowed,
    PromiseGone,
    RequestOver,
    WordsToAskMissing,
)
from bot.facts import Said
from bot.ledger import entries, later, mentions, newcomers, people, promises, slots, visibility
from bot.ledger.promises import Spoken
from bot.models import Mention, Promise
from bot.statements import find, find_locked

REQUEST: Final = "request"
ANSWER: Final = "request_answer"
END: Final = "request_end"
TAKEN_BACK, LAPSED = "taken back", "lapsed"
PUBLIC = ("open", "kept", "withdrawn")


@dataclass(frozen=True, slots=True)
class Asking:
    """Who is asked for what. `said` is the message that was pointed at, if it was one; `Spoken` has the rest."""

    user_id: str
    spoken: Spoken
    said: Said | None = None

    @property
    def channel_id(self) -> str | None:
        return self.said.channel_id if self.said is not None else self.spoken.channel_id


def ask(scope: Scope, asking: Asking, by: str) -> Promise:
    """Ask a colleague for a promise: they alone are told, and have a working day to answer.

    Raises AskedUnfit for whom nobody can ask, AskedAlready for the same once more, MomentUnclear, MomentPassed.
    """
    _check_may_ask(scope, asking, by)
    promises.check_due(scope, by, asking.spoken.due)
    if not any(letter.isalnum() for letter in asking.spoken.words):
        raise WordsToAskMissing
    promise = _known(scope, asking) or _insert(scope, asking)
    promise.asked_by_id, promise.asked_at = by, scope.now
    entries.write(scope, "ask_promise", promise.id, by, who=asking.user_id, due=promises.iso(promise.due_at))
    _put_question(scope, promise)
    return promise


def _check_may_ask(scope: Scope, asking: Asking, by: str) -> None:
    person = people.find(scope, asking.user_id)
    if asking.user_id == by or person is None or not person.is_reachable:
        raise AskedUnfit
    if asking.channel_id is not None:
        if not visibility.person_can_open(scope, by, asking.channel_id):
            raise PromiseGone
        if not visibility.person_can_open(scope, asking.user_id, asking.channel_id):
            raise NotAllowed(why="they can't open this channel; invite them there first, or ask somebody else")
    mention_id = asking.spoken.mention_id
    if mention_id is not None and find_mention(scope, mention_id, by).dismissed_at is not None:
        raise NotAllowed(why="it was marked as not a customer mention; click *Undo* on its card first")
    same = select(Promise.id).where(
        Promise.team_id == scope.team_id,
        Promise.asked_by_id == by,
        Promise.user_id == asking.user_id,
        Promise.state == "requested",
        Promise.words == asking.spoken.words,
    )
    if scope.session.execute(same.limit(1)).first() is not None:
        raise AskedAlready(who=asking.user_id)


def find_mention(scope: Scope, mention_id: str, by: str) -> Mention:
    """The mention that somebody asks about; not locked, since whoever promises locks the promise first, then it."""
    mention = find(scope.session, Mention, scope.team_id, mention_id)
    if mention is None or not mentions.may_see(scope, mention, by):
        raise MentionGone
    return mention


def _known(scope: Scope, asking: Asking) -> Promise | None:
    """What was offered to its writer, or came to nothing, in the message that was pointed at: it is asked for now. What
    they did with the offer stays theirs.
    """
    if asking.said is None:
        return None
    promise = promises.said_at_locked(scope, asking.said.channel_id, asking.said.ts)
    if promise is None:
        return None
    if promise.user_id != asking.user_id or promise.state in {*PUBLIC, "requested"}:
        raise AskedAlready(who=promise.user_id)
    slots.skip(scope, promise.id, "asked for")
    outbox.cancel(scope, promise.id, "asked for", ("offer",))
    promises.move_state(scope, promise, "ask", "requested")
    promise.words, promise.ended_at, promise.reason, promise.counter_at = asking.spoken.words, None, None, None
    promise.mention_id, promise.is_read = asking.spoken.mention_id, asking.spoken.is_read
    promises.set_due(scope, promise, asking.spoken.due)
    return promise


def _insert(scope: Scope, asking: Asking) -> Promise:
    promise_id = promises.insert(scope, asking.said, asking.spoken, "requested", asking.user_id)
    if promise_id is None:
        raise AskedAlready(who=asking.user_id)
    return scope.session.get_one(Promise, (scope.team_id, promise_id))


def accept(scope: Scope, promise: Promise, due: datetime | None = None) -> Promise:
    """*I promise*: it is theirs, due when they were asked for it (or at `due`). The caller has locked it."""
    moment = due or promise.due_at
    promises.check_due(scope, promise.user_id, moment)
    promises.move_state(scope, promise, "track", "open")
    _open(scope, promise, moment)
    entries.write(scope, "accept_request", promise.id, promise.user_id, due=promises.iso(moment))
    tell_asker(scope, promise)
    return promise


def _open(scope: Scope, promise: Promise, due: datetime | None) -> None:
    promises.set_due(scope, promise, due)
    promise.opened_at, promise.counter_at = scope.now, None
    _stop_asking(scope, promise)
    newcomers.acted(scope, promise.user_id)
    promises.take_part(scope, promise)
    slots.plan_promise(scope, promise)
    promises.show(scope, promise)


def counter(scope: Scope, promise_id: str, by: str, due: datetime) -> Promise:
    """*Another moment…*: the asked person proposes one; the asker has a working day to agree."""
    promise = _of_asked(scope, promise_id, by)
    promises.check_due(scope, by, due)
    if due == promise.due_at:
        raise MomentAsked(moment=promises.told_moment(scope, by, due))
    promises.move_state(scope, promise, "counter", "requested")
    _stop_asking(scope, promise)
    promise.counter_at = due
    _lapse_at(scope, promise, str(promise.asked_by_id), due)
    entries.write(scope, "counter_request", promise.id, by, before=promises.iso(promise.due_at), due=promises.iso(due))
    tell_asker(scope, promise)
    return promise


def agree(scope: Scope, promise_id: str, by: str) -> Promise:
    """*Fine*: the asker agrees to the moment that was proposed, so it is promised for then."""
    promise = _of_asker(scope, promise_id, by)
    if promise.state == "open":
        return promise
    due = promise.counter_at
    if promise.state != "requested" or due is None:
        raise RequestOver
    promises.check_due(scope, by, due)
    promises.move_state(scope, promise, "agree", "open")
    _open(scope, promise, due)
    entries.write(scope, "agree_request", promise.id, by, due=promises.iso(due))
    _tell_asked(scope, promise)
    return promise


def take_back(scope: Scope, promise_id: str, by: str) -> Promise:
    """*Withdraw the request*, by the asker. *Ask again* is its reverse."""
    promise = _of_asker(scope, promise_id, by)
    if promise.state == "expired" and promise.reason == TAKEN_BACK:
        return promise
    if promise.state != "requested":
        raise RequestOver
    promises.move_state(scope, promise, "take_back", "expired")
    _end(scope, promise, TAKEN_BACK)
    entries.write(scope, "take_back_request", promise.id, by)
    _tell_asked(scope, promise)
    return promise


def ask_again(scope: Scope, promise_id: str, by: str) -> Promise:
    """The reverse of taking back; and what an asker may do when it lapsed."""
    promise = _of_asker(scope, promise_id, by)
    if promise.state == "requested":
        return promise
    if promise.state != "expired":
        raise RequestOver
    asked = people.find(scope, promise.user_id)
    if asked is None or not asked.is_reachable:
        raise AskedUnfit
    promises.check_due(scope, by, promise.due_at)
    promises.move_state(scope, promise, "ask", "requested")
    _begin_again(scope, promise)
    entries.write(scope, "ask_promise", promise.id, by, who=promise.user_id, due=promises.iso(promise.due_at))
    _put_question(scope, promise)
    return promise


def decline(scope: Scope, promise: Promise) -> Promise:
    """*I can't*: the asker is told. *I can after all* is its reverse. The caller has locked it."""
    promises.move_state(scope, promise, "decline", "declined")
    _end(scope, promise, "declined")
    entries.write(scope, "decline_request", promise.id, promise.user_id)
    tell_asker(scope, promise)
    return promise


def reconsider(scope: Scope, promise_id: str, by: str) -> Promise:
    """*I can after all*: a request that they declined, or that lapsed, waits for their answer again."""
    promise = _of_asked(scope, promise_id, by)
    if promise.state == "requested":
        return promise
    if not may_reconsider(promise):
        raise RequestOver
    promises.move_state(scope, promise, "reconsider", "requested")
    _begin_again(scope, promise)
    entries.write(scope, "reconsider_request", promise.id, by)
    outbox.cancel(scope, promise.id, "they think again", (ANSWER,))
    _lapse_at(scope, promise, promise.user_id, None)
    return promise


def may_reconsider(promise: Promise) -> bool:
    """Whether the asked person could still take it up: they declined it, or let it lapse."""
    is_over = promise.state == "declined" or (promise.state == "expired" and promise.reason == LAPSED)
    return promise.asked_by_id is not None and is_over


def lapse(scope: Scope, promise: Promise) -> None:
    """Nobody answered in working time: whoever waited for an answer is told, and nobody owes anything. The caller has
    locked it.
    """
    was_countered = promise.counter_at is not None
    promises.move_state(scope, promise, "expire", "expired")
    _end(scope, promise, LAPSED)
    entries.write(scope, "expire_request", promise.id, entries.BOT)
    outbox.cancel(scope, promise.id, LAPSED, (ANSWER,))
    if was_countered:
        later.say(scope, END, promise.user_id, promise.id)
    else:
        later.say(scope, ANSWER, str(promise.asked_by_id), promise.id)


def asked_by(scope: Scope, user_id: str) -> list[Promise]:
    """What this person asked for and has no promise of yet."""
    statement = select(Promise).where(
        Promise.team_id == scope.team_id, Promise.asked_by_id == user_id, Promise.state == "requested"
    )
    return list(scope.session.execute(statement.order_by(Promise.due_at, Promise.id)).scalars())


def _of_asked(scope: Scope, promise_id: str, by: str) -> Promise:
    """A request to that person, locked."""
    promise = promises.find(scope, promise_id, by)
    if promise.asked_by_id is None:
        raise PromiseGone
    return promise


def _of_asker(scope: Scope, promise_id: str, by: str) -> Promise:
    """A request of that person, locked. Raises PromiseGone for everybody else."""
    promise = find_locked(scope.session, Promise, scope.team_id, promise_id)
    if promise is None or promise.asked_by_id != by:
        raise PromiseGone
    return promise


def _put_question(scope: Scope, promise: Promise) -> None:
    _lapse_at(scope, promise, promise.user_id, promise.due_at)
    outbox.put(scope, outbox.Saying(promise.user_id, REQUEST, promise.id, key=f"{REQUEST}:{promise.id}"))


def _lapse_at(scope: Scope, promise: Promise, waits_for: str, due: datetime | None) -> None:
    """One working day of whoever is to answer, or the moment itself if that is sooner."""
    hours = people.hours_of(scope, waits_for)
    until = hours.add_working(scope.now, hours.workday_length())
    promise.expires_at = min(until, due) if due is not None else until
    announce(scope.session, "nudges")


def _begin_again(scope: Scope, promise: Promise) -> None:
    promise.ended_at = promise.reason = promise.counter_at = None
    slots.skip(scope, promise.id, "asked for again", which=(ANSWER, END))
    outbox.cancel(scope, promise.id, "asked for again", (END,))


def _stop_asking(scope: Scope, promise: Promise) -> None:
    promise.expires_at = None
    outbox.cancel(scope, promise.id, "answered", (REQUEST,))


def _end(scope: Scope, promise: Promise, reason: str) -> None:
    promise.ended_at, promise.reason = scope.now, reason
    _stop_asking(scope, promise)


def tell_asker(scope: Scope, promise: Promise) -> None:
    """What the asked person answered, once: what waits to be said is said as it is when it is sent."""
    asker = str(promise.asked_by_id)
    outbox.put(scope, outbox.Saying(asker, ANSWER, promise.id, key=f"{ANSWER}:{promise.id}:{asker}"))


def _tell_asked(scope: Scope, promise: Promise) -> None:
    """How a request ended that they had heard of, or answered with another moment."""
    outbox.cancel(scope, promise.id, "answered", (ANSWER,))
    asked = promise.user_id
    outbox.put(scope, outbox.Saying(asked, END, promise.id, key=f"{END}:{promise.id}:{asked}"))
