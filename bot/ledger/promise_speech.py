"""What rows about a promise's life say: evidence that is asked about, an edited message, a request and its answers."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from bot.database import Scope
from bot.facts import Outgoing, Silence
from bot.ledger import cards, edits, evidence, promise_views, requests, visibility
from bot.ledger.outgoing import ephemeral, post
from bot.ledger.visibility import Audience
from bot.messages import evidence as evidence_words
from bot.messages import promises as promise_words
from bot.messages import requests as request_words
from bot.models import Promise
from bot.outbox import OutboxRow
from bot.statements import find_one


def _evidence(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    """To the promiser alone, in the thread in which they wrote it."""
    promise = find_one(scope.session, Promise, scope.team_id, row.subject_id)
    asked = evidence.standing(scope, promise.id)
    if promise.state != "open" or asked is None or asked.ts is None:
        return Silence("answered")
    message = evidence_words.question(promise_views.promise(scope, promise))
    if row.lane_id == promise.user_id:
        return post(message)
    if visibility.has_outsiders(scope, row.lane_id) or row.lane_id != asked.channel_id:
        return Silence(cards.OVERHEARD)
    return ephemeral(message, promise.user_id, asked.thread_ts if asked.thread_ts != asked.ts else None)


def _edit(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    promise = find_one(scope.session, Promise, scope.team_id, row.subject_id)
    if not edits.is_asked(scope, promise.id):
        return Silence("it is settled, or says what it said")
    message = promise_words.edited(
        promise_views.promise(scope, promise), edits.may_move_to(scope, promise), is_gone=not promise.words
    )
    if row.lane_id == promise.user_id:
        return post(message)
    if visibility.has_outsiders(scope, row.lane_id) or row.lane_id != promise.channel_id:
        return Silence(cards.OVERHEARD)
    return ephemeral(message, promise.user_id, promise.thread_ts if promise.thread_ts != promise.ts else None)


def _request(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    promise = find_one(scope.session, Promise, scope.team_id, row.subject_id)
    if promise.state != "requested" or row.lane_id != promise.user_id:
        return Silence(promise.state)
    return post(request_words.request(promise_views.promise(scope, promise), promise.expires_at))


def _request_answer(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    promise = find_one(scope.session, Promise, scope.team_id, row.subject_id)
    if promise.asked_by_id != row.lane_id:
        return Silence("somebody else asks for it now")
    if promise.state == "requested" and promise.counter_at is None:
        return Silence("they think again")
    if promise.state == "expired" and promise.reason == requests.TAKEN_BACK:
        return Silence(requests.TAKEN_BACK)
    view = promise_views.promise(scope, promise, Audience(user_id=row.lane_id))
    return post(request_words.answer(view, promise.expires_at))


def _request_end(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    promise = find_one(scope.session, Promise, scope.team_id, row.subject_id)
    if promise.user_id != row.lane_id:
        return Silence("it was handed over")
    if promise.state == "requested" or not _was_heard(scope, promise):
        return Silence("they heard of no request" if promise.state != "requested" else "it is asked for again")
    is_lapsed = promise.reason == requests.LAPSED
    return post(request_words.end(promise_views.promise(scope, promise), is_lapsed))


def _was_heard(scope: Scope, promise: Promise) -> bool:
    """Whether the asked person was told that they are asked."""
    row = OutboxRow
    said = select(row.id).where(
        row.team_id == scope.team_id,
        row.subject_id == promise.id,
        row.purpose == requests.REQUEST,
        row.state != "cancelled",
    )
    return scope.session.execute(said.limit(1)).first() is not None


RENDER: dict[str, Callable[[Scope, OutboxRow], Outgoing | Silence]] = {
    edits.EDIT: _edit,
    evidence.EVIDENCE: _evidence,
    requests.REQUEST: _request,
    requests.ANSWER: _request_answer,
    requests.END: _request_end,
}
