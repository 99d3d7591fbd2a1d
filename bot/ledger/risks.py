"""At risk: a promiser says early that a promise may be late, so that somebody can help before it is."""

from __future__ import annotations

from bot.database import Scope
from bot.errors import NotAllowed, PromiseSettled
from bot.ledger import entries, nudging, people, promises, shares, slots, visibility
from bot.models import Promise, Share


def say_at_risk(scope: Scope, promise_id: str, by: str, why: str = "") -> Promise:
    """*At risk*, with a reason if they give one: the card shows it, and whoever can help hears once.

    Raises NotAllowed when its moment has passed: then it is no risk any more.
    """
    promise = _open(scope, promise_id, by)
    if promise.due_at is None or promise.due_at <= scope.now:
        raise NotAllowed(why="its moment has passed; *Move…* names a new one")
    if promise.at_risk_at is not None and promise.at_risk_why == why:
        return promise
    promise.at_risk_at, promise.at_risk_why = promise.at_risk_at or scope.now, why
    entries.write(scope, "say_at_risk", promise.id, by, why=why)
    helper = helper_of(scope, promise)
    if helper is not None:
        slots.plan_risk(scope, promise, helper)
    promises.show(scope, promise)
    return promise


def say_on_track(scope: Scope, promise_id: str, by: str) -> Promise:
    """*On track again*, the reverse: who has not heard of it hears nothing."""
    promise = _open(scope, promise_id, by)
    if promise.at_risk_at is None:
        return promise
    promise.at_risk_at = promise.at_risk_why = None
    entries.write(scope, "say_on_track", promise.id, by)
    slots.skip(scope, promise.id, "on track again", which="risk")
    promises.show(scope, promise)
    return promise


def helper_of(scope: Scope, promise: Promise) -> str | None:
    """Who can help: whoever leads the mention, else the head who would hear of a miss. Not the promiser, and nobody who
    could not open the place where it was promised.
    """
    if promise.mention_id is None or promise.channel_id is None:
        return None
    lead = next((share for share in shares.of_mention(scope, promise.mention_id) if share.is_lead), None)
    if lead is not None and _can_help(scope, promise, lead):
        return lead.user_id
    head = nudging.head_of_promise(scope, promise)
    return head if head != promise.user_id else None


def _can_help(scope: Scope, promise: Promise, lead: Share) -> bool:
    person = people.find(scope, lead.user_id)
    if lead.user_id == promise.user_id or lead.is_muted or person is None or not person.is_reachable:
        return False
    return visibility.person_can_open(scope, lead.user_id, str(promise.channel_id))


def _open(scope: Scope, promise_id: str, by: str) -> Promise:
    promise = promises.find(scope, promise_id, by)
    if promise.state != "open":
        raise PromiseSettled(state=promises.STATE_WORDS.get(promise.state, promise.state))
    return promise
