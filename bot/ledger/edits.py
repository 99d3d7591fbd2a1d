"""Edits of a promise's message: its words follow, and where the moment or the promise itself changed, it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot import outbox
from bot.database import Scope
from bot.ledger import entries, promises, visibility
from bot.models import Promise
from bot.statements import find_one, find_one_locked

EDIT = "edit"
FOLLOWED = ("open", "kept", "withdrawn")


@dataclass(frozen=True, slots=True)
class Edited:
    """What a promise's message says now: the promising words (all of them, where none promise any more), the moment
    that they name, and whether they still promise. `by` wrote it, `edited_ts` tells one edit from another.
    """

    by: str | None
    edited_ts: str | None
    words: str
    due: datetime | None
    is_promise: bool


def follow(scope: Scope, promise_id: str, edited: Edited) -> None:
    """A confirmed promise says what its message says now. Once for each edit its promiser is asked, in private, to move
    it where the moment changed, or to withdraw it where the promise is gone.
    """
    promise = find_one_locked(scope.session, Promise, scope.team_id, promise_id)
    if promise.is_read is None or promise.state not in FOLLOWED or not _is_news(promise, edited):
        return
    was_read, said = promise.is_read, promise.said_due_at
    promise.edited_ts = edited.edited_ts
    promise.words, promise.is_read, promise.said_due_at = edited.words, edited.is_promise, edited.due
    entries.write(scope, "edit_promise", promise.id, edited.by or promise.user_id)
    outbox.cancel(scope, promise.id, "edited again", (EDIT,))
    if promise.state == "open" and ((was_read and not edited.is_promise) or _names_another(scope, promise, said)):
        outbox.put(scope, outbox.Saying(_lane(scope, promise, edited), EDIT, promise.id))
    promises.show(scope, promise)


def ask_of_deleted(scope: Scope, promise: Promise) -> None:
    """Its message is gone: what is still owed, its promiser is asked about, directly. The caller has locked it."""
    outbox.cancel(scope, promise.id, "deleted", (EDIT,))
    promise.said_due_at = None
    if promise.state == "open":
        promise.is_read = False
        outbox.put(scope, outbox.Saying(promise.user_id, EDIT, promise.id))


def _is_news(promise: Promise, edited: Edited) -> bool:
    """An unfurled link comes as a change, too, but is no edit."""
    if edited.edited_ts is None:
        return False
    return promise.edited_ts is None or float(edited.edited_ts) > float(promise.edited_ts)


def _names_another(scope: Scope, promise: Promise, before: datetime | None) -> bool:
    due = promise.said_due_at
    return due is not None and due != before and may_move_to(scope, promise) == due


def may_move_to(scope: Scope, promise: Promise) -> datetime | None:
    """The moment that its message names now, if it is still to come and another than it is due."""
    due = promise.said_due_at
    return due if due is not None and due > scope.now and due != promise.due_at else None


def move_to_message(scope: Scope, promise_id: str, by: str) -> Promise:
    """*Move it*: due when its message says now."""
    promise = promises.find(scope, promise_id, by)
    due = may_move_to(scope, promise)
    return promises.move(scope, promise_id, by, due, "its message was edited") if due is not None else promise


def is_asked(scope: Scope, promise_id: str) -> bool:
    """Whether its promiser has still to say what becomes of it."""
    promise = find_one(scope.session, Promise, scope.team_id, promise_id)
    return promise.state == "open" and (promise.is_read is False or may_move_to(scope, promise) is not None)


def _lane(scope: Scope, promise: Promise, edited: Edited) -> str:
    """In the thread where they just edited it; else to their direct messages."""
    here = promise.channel_id
    if here is None or promise.user_id != edited.by or visibility.has_outsiders(scope, here):
        return promise.user_id
    return here
