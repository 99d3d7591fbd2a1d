"""What somebody who asked the bot in plain words is answered: to them alone, where nobody else reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot import outbox
from bot.database import Scope
from bot.errors import CustomerGone
from bot.facts import Outgoing, Silence
from bot.ledger import cards, customer_views, customers, people, promise_views, replies, views, visibility
from bot.ledger.outgoing import ephemeral, post
from bot.ledger.visibility import Audience
from bot.messages import answers, intakes
from bot.messages import customers as customer_words
from bot.messages import promises as promise_words
from bot.messages import requests as request_words
from bot.messages.views import Message
from bot.models import Promise
from bot.outbox import OutboxRow, Saying
from bot.statements import find

ASKED = "asked"
"""Purpose of the outbox. The details say what was asked (`kind`), by whom (`user`) and where (`channel`, `thread_ts`);
`subject_id` is the customer or the promise that it is about.
"""


def put(scope: Scope, by: str, where: tuple[str, str | None], kind: str, **more: object) -> None:
    """Queue an answer to `by`, who asked there (channel, and thread if it was one)."""
    channel_id, thread_ts = where
    channel = people.find_channel(scope, channel_id)
    is_private = channel is None or channel.is_direct or visibility.has_outsiders(scope, channel_id)
    subject_id = more.pop("subject_id", None)
    details = {"kind": kind, "user": by, "channel": channel_id, **more}
    if thread_ts and (channel is None or channel.is_direct or not is_private):
        details["thread_ts"] = thread_ts
    lane = by if is_private else channel_id
    outbox.put(scope, Saying(lane, ASKED, subject_id if isinstance(subject_id, str) else None, details=details))


def _asked(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    by, thread_ts = str(row.details["user"]), row.details.get("thread_ts")
    message = _ANSWERS[row.details["kind"]](scope, row, _audience(row))
    if row.lane_id == by:
        return post(message, thread_ts)
    if visibility.has_outsiders(scope, row.lane_id):
        return Silence(cards.OVERHEARD)
    return ephemeral(message, by, thread_ts)


def _audience(row: OutboxRow) -> Audience:
    return Audience(user_id=str(row.details["user"]), hidden=frozenset(row.details.get("hidden", ())))


def _mine(scope: Scope, row: OutboxRow, audience: Audience) -> Message:
    is_less = bool(row.details.get("is_offered_less"))
    return answers.mine(replace(views.mine(scope, audience), is_offered_less=is_less))


def _customer(scope: Scope, row: OutboxRow, audience: Audience) -> Message:
    if row.subject_id is None:
        return answers.said("I know no customer of that name. `/ours customer NAME` looks again, and adds them.")
    try:
        found = customers.get(scope, row.subject_id)
    except CustomerGone as gone:
        return answers.error(gone.words)
    return customer_words.page(customer_views.page(scope, found, audience))


def _promised(scope: Scope, row: OutboxRow, audience: Audience) -> Message:
    promise = find(scope.session, Promise, scope.team_id, row.subject_id)
    if promise is None or promise.user_id != audience.user_id:
        return answers.said("That promise is settled already. `/ours mine` shows what is open.")
    return promise_words.promise_made(promise_views.promise(scope, promise))


def _asked_for(scope: Scope, row: OutboxRow, audience: Audience) -> Message:
    promise = find(scope.session, Promise, scope.team_id, row.subject_id)
    if promise is None or promise.asked_by_id != audience.user_id or promise.state != "requested":
        return answers.said("That is answered already. `/ours mine` shows what you wait for.")
    return request_words.asked(promise_views.promise(scope, promise, audience))


_ANSWERS: dict[str, Callable[[Scope, OutboxRow, Audience], Message]] = {
    "open": lambda scope, row, audience: replies.open_list(scope, audience),
    "mine": _mine,
    "customer": _customer,
    "departments": lambda scope, row, audience: replies.all_departments(scope),
    "duty": lambda scope, row, audience: replies.on_duty(scope),
    "rules": lambda scope, row, audience: replies.all_rules(scope, audience),
    "digest": lambda scope, row, audience: replies.digest_preview(scope, audience),
    "help": lambda scope, row, audience: replies.help_(scope, audience, str(row.details["channel"])),
    "unknown": lambda scope, row, audience: replies.help_(
        scope, audience, str(row.details["channel"]), str(row.details.get("nearest", ""))
    ),
    "words": lambda scope, row, audience: intakes.told_here(str(row.details["channel"]), str(row.details["ts"])),
    "promised": _promised,
    "asked_for": _asked_for,
    "mistake": lambda scope, row, audience: answers.error(str(row.details["words"]), row.details.get("people", ())),
}
RENDER: dict[str, Callable[[Scope, OutboxRow], Outgoing | Silence]] = {ASKED: _asked}
