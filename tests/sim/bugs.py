"""Deliberate bugs, planted one by one: a simulator that lets one pass would prove nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast

from sqlalchemy import func, select, true

from bot import inbox, lanes, outbox
from bot.clock import WorkingHours
from bot.inbox import InboxRow
from bot.jobs import sending
from bot.jobs.sending import Sender
from bot.ledger import cards, identities, intakes, mention_marks, nudging, slots, visibility, watermarks
from bot.slack import receive
from tests.sim import faults
from tests.sim.swapping import swapped

Swap = tuple[Any, str, Any]


def _sent_before_commit(scope: Any, row: Any, channel_id: str, outgoing: Any) -> None:
    """The call is made, and nobody wrote down that it would be."""
    row.channel_id, row.method = channel_id, outgoing.method
    row.started_at = None


def _said_again(self: Any, scope: Any, held: Any, row: Any) -> None:
    """No reply came: it is simply sent again."""
    sending._unanswered(scope, row)
    scope.session.flush()
    lanes.free_lane(scope.session, held, outbox.ready_at(outbox.next_unsent(scope.session, held)))


def _by_event_id_only(event: dict[str, Any]) -> None:
    """One utterance that comes as two events is two."""


_true_span = watermarks.span


def _from_newest_event(scope: Any, place: Any) -> Any:
    """History is read on from the newest event that came, as if nothing before it could be missing."""
    span = _true_span(scope, place)
    if place.kind != "channel":
        return span
    newest = select(func.max(InboxRow.message_key)).where(
        InboxRow.lane_id == place.channel_id, InboxRow.message_key.like("%:posted")
    )
    key = scope.session.execute(newest).scalar()
    return replace(span, oldest=max(span.oldest, key.split(":")[1])) if key else span


MANY_UNHEARD = {**faults.COUNTS, "drop_event": 15}
"""It needs an event that never came, of a customer's words, before one that did: usual weeks have too few of these."""


def _not_cancelled(scope: Any, subject_id: str, reason: str, *, person_id: str | None = None) -> None:
    """What waits about a settled promise goes on waiting."""


def _naive(self: WorkingHours, day: date, wall: time) -> datetime:
    """Nine o'clock is nine o'clock, wherever that is."""
    return datetime.combine(day, wall, UTC)


async def _acked_first(self: inbox.Inbox, envelope: dict[str, Any]) -> None:
    """Slack gets its answer, and the event is stored when there is time."""
    future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda done: done.exception())
    self._waiting.append((inbox.arrival(envelope), future))
    if self._flusher is None or self._flusher.done():
        self._flusher = asyncio.create_task(self._flush())


_true_unsure = Sender._unsure


def _whispered_again(self: Sender, scope: Any, held: Any, row: Any) -> Any:
    """An ephemeral of which nobody knows whether it was shown is shown again."""
    if row.method != "chat.postEphemeral":
        return _true_unsure(self, scope, held, row)
    return _said_again(self, scope, held, row)


_true_put_card = cards._put_card


def _posted_only(scope: Any, mention: Any) -> None:
    """A card is posted, and what becomes of its mention is shown to nobody."""
    if mention.card_ts is None:
        _true_put_card(scope, mention)


def _own_mention(scope: Any, said: Any, mention_id: str) -> None:
    """Each post is a mention of its own."""


_true_take = intakes.take


def _taken_each_time(scope: Any, channel_id: str, heard: Any, sent: intakes.Sent) -> Any:
    """What a tool tells again, because it heard no answer, is told anew."""
    return _true_take(scope, channel_id, heard, replace(sent, key=f"{sent.key} {scope.new_id()}"))


EVERYBODY = visibility.Shape(cast(Any, "everybody"), sees_open=True, hides=False)
_openable_by = visibility.openable_by


def _shown_to_all(shape: visibility.Shape, eyes: Any, channel_id: Any) -> Any:
    """Every audience could open every channel. Its shape is its own, so that no statement is kept with the bug."""
    return true() if shape == EVERYBODY else _openable_by(shape, eyes, channel_id)


BUGS: dict[str, list[Swap]] = {
    "send before commit": [(outbox, "mark_started", _sent_before_commit)],
    "no look-up": [(Sender, "_unsure", _said_again)],
    "lease too short": [
        (lanes, "LEASE", timedelta(seconds=1)),
        (sending, "MARGIN", timedelta(0)),
        (outbox, "LOOK_UP_AFTER", timedelta(seconds=1)),
    ],
    "looked up too soon": [(outbox, "LOOK_UP_AFTER", timedelta(0))],
    "dedup by event id only": [(inbox, "message_key", _by_event_id_only)],
    "watermark from the newest event": [(watermarks, "span", _from_newest_event), (faults, "COUNTS", MANY_UNHEARD)],
    "cancel forgotten": [(slots, "skip", _not_cancelled), (nudging, "overtaken", lambda scope, slot: None)],
    "naive local time": [(WorkingHours, "at", _naive)],
    "echo not dropped": [(receive, "is_echo", lambda event, user_id, bot_id: False)],
    "ack before commit": [(inbox.Inbox, "put", _acked_first)],
    "ephemeral said again": [(Sender, "_unsure", _whispered_again)],
    "card not updated": [(cards, "_put_card", _posted_only)],
    "idempotency key ignored": [(intakes, "take", _taken_each_time)],
    "emoji taken away unheard": [(mention_marks, "take_away", lambda scope, where, by, name: False)],
    "same post, two mentions": [(identities, "find_or_write", _own_mention)],
    "private words shown": [
        (visibility.Audience, "shape", lambda audience, scope: EVERYBODY),
        (visibility, "openable_by", _shown_to_all),
    ],
}


@contextmanager
def planted(name: str) -> Iterator[None]:
    """The bug of that name, within the block; none for an empty name."""
    with ExitStack() as stack:
        for owner, attribute, value in BUGS[name] if name else []:
            stack.enter_context(swapped(owner, attribute, value))
        yield
