"""The inbox: events that Slack has delivered and that are not understood yet.

An event is stored before it is answered. It has one effect: its key is the event id, and for messages also
(channel, ts, kind, version), since one utterance may come as two events. Rows of a lane are read in arrival order.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Select,
    String,
    UniqueConstraint,
    and_,
    delete,
    literal_column,
    or_,
    select,
    tuple_,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.database import Base, Database, Json, Scope, partial_index, plain
from bot.errors import is_told, told_shortly, trace_of
from bot.lanes import Held, wake_lanes
from bot.statements import insert_or_skip, prepared

log = logging.getLogger(__name__)

MAX_TRIES = 5
MAX_HOLD = timedelta(minutes=1)
MAX_OUTAGE = timedelta(hours=1)
KEEP_FAILED = timedelta(days=14)
KEEP_KEYS = timedelta(days=90)
BATCH = 20


class InboxRow(Base):
    """One event. `payload` is the raw envelope; it is erased when the row is done."""

    __tablename__ = "inbox"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    lane_id: Mapped[str]
    event_id: Mapped[str]
    message_key: Mapped[str | None]
    kind: Mapped[str]
    payload: Mapped[dict[str, Any] | None] = mapped_column(Json)
    received_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String, default="waiting")
    tries: Mapped[int] = mapped_column(default=0)
    failing_since: Mapped[datetime | None]
    next_at: Mapped[datetime | None]
    error: Mapped[str | None]
    edited_ts: Mapped[str | None]
    done_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("team_id", "event_id"),
        UniqueConstraint("team_id", "message_key"),
        partial_index(
            "ix_inbox_waiting",
            "team_id",
            "lane_id",
            "id",
            where="state = 'waiting'",
        ),
        # What is erased one day, and what failed for good: neither is looked for among all that was ever read.
        partial_index(
            "ix_inbox_done",
            "state",
            "done_at",
            where="done_at IS NOT NULL",
        ),
    )


# Written out, not bound: only then does SQLite see that the small index of waiting rows holds all that is asked for.
IS_WAITING = InboxRow.state == literal_column("'waiting'")


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is stored of one event: its keys and the raw envelope."""

    team_id: str
    lane_id: str
    event_id: str
    message_key: str | None
    kind: str
    payload: dict[str, Any]


def arrival(envelope: dict[str, Any]) -> Arrival:
    """The keys of an Events API envelope."""
    event = envelope.get("event") or {}
    team_id = envelope.get("team_id") or event.get("team") or ""
    subtype = event.get("subtype")
    kind = f"{event.get('type', envelope.get('type', 'unknown'))}{'.' + subtype if subtype else ''}"
    channel = event.get("channel") or (event.get("item") or {}).get("channel") or ""
    channel_id = channel if isinstance(channel, str) else str(channel.get("id", ""))
    key = message_key(event)
    shown = json.dumps(envelope, sort_keys=True)
    digest = hashlib.sha256(shown.encode()).hexdigest()[:24]
    if "\\u0000" in shown or "\\ud" in shown:
        envelope = _storable(envelope)
    return Arrival(team_id, channel_id or "team", envelope.get("event_id") or digest, key, kind, envelope)


def _storable(value: Any) -> Any:
    """Without what PostgreSQL refuses in text (NUL, half a surrogate pair): one odd event must not fail its group."""
    if isinstance(value, str):
        return value.replace("\x00", "").encode(errors="replace").decode()
    if isinstance(value, dict):
        return {_storable(key): _storable(item) for key, item in value.items()}
    return [_storable(item) for item in value] if isinstance(value, list) else value


def wished(envelope: dict[str, Any]) -> Arrival:
    """A message that a person wants to be read as something: it has no message key, since it was read before."""
    found = arrival(envelope)
    return Arrival(found.team_id, found.lane_id, found.event_id, None, "wish", envelope)


def message_key(event: dict[str, Any]) -> str | None:
    """(channel, ts, kind, version) of a message's event; None for events that are no message."""
    if event.get("type") not in {"message", "app_mention"}:
        return None
    channel, subtype = event.get("channel", ""), event.get("subtype", "")
    if subtype == "message_deleted":
        return posted_key(channel, event.get("deleted_ts", ""), "deleted")
    if subtype == "message_changed":
        message = event.get("message") or {}
        return posted_key(channel, message.get("ts", ""), f"changed:{version(message)}")
    return posted_key(channel, event.get("ts", ""), "posted")


def posted_key(channel: str, ts: str, kind: str) -> str:
    return f"{channel}:{ts}:{kind}"


def version(message: dict[str, Any]) -> str:
    """What tells two states of one message apart: when it was edited, and what was attached to it since."""
    shown = json.dumps([message.get("attachments") or [], message.get("text") or ""], sort_keys=True)
    return f"{(message.get('edited') or {}).get('ts', '')}:{hashlib.sha256(shown.encode()).hexdigest()[:16]}"


FROM_HISTORY = "history:"
"""With this the ids of events begin that Slack did not deliver, but that its history showed."""
OUR_OWN = ("thread:", "turned:", "later:")
FEW = 300


def latest_events(scope: Scope) -> list[datetime]:
    """When the latest events came that Slack delivered itself, newest first; some hundreds at most."""
    return list(scope.session.execute(*_latest(scope.team_id)).scalars())


@prepared
def _latest(team: str) -> Select[datetime]:
    others = (InboxRow.event_id.startswith(one) for one in (FROM_HISTORY, *OUR_OWN))
    delivered = select(InboxRow.received_at).where(InboxRow.team_id == team, *(~other for other in others))
    return delivered.order_by(InboxRow.id.desc()).limit(FEW)


def has_unread_history(scope: Scope) -> bool:
    """Whether something that history showed is not understood yet."""
    statement = select(InboxRow.id).where(
        InboxRow.team_id == scope.team_id, IS_WAITING, InboxRow.event_id.startswith(FROM_HISTORY)
    )
    return scope.session.execute(statement.limit(1)).first() is not None


class Inbox:
    """The receiving end: `put` returns when the event is durable.

    Group commit: one flusher writes all that has arrived in one transaction, then resolves the futures. No timer:
    while one flush runs, the next group gathers.
    """

    def __init__(self, database: Database, new_id: Callable[[], str], now: Callable[[], datetime]) -> None:
        self._database = database
        self._new_id = new_id
        self._now = now
        self._waiting: list[tuple[Arrival, asyncio.Future[None]]] = []
        self._flusher: asyncio.Task[None] | None = None
        self.arrived = asyncio.Event()

    async def put(self, envelope: dict[str, Any]) -> None:
        """Store an event; raises what the database raised: then it is stored when Slack delivers it again."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((arrival(envelope), future))
        if self._flusher is None or self._flusher.done():
            self._flusher = asyncio.create_task(self._flush())
        await future

    async def _flush(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting, []
            arrivals = [found for found, _ in group]
            error: Exception | None = None
            try:
                await self._database.run(lambda s, rows=arrivals: self._store(s, rows), first=True)  # type: ignore[misc]
            except Exception as caught:
                if not is_told(caught):
                    words = "%d events could not be stored; Slack will deliver them again: %s"
                    log.exception(words, len(group), told_shortly(caught), exc_info=trace_of(caught))
                error = caught
            for _, future in group:
                if not future.cancelled():
                    future.set_exception(error) if error else future.set_result(None)
            self.arrived.set()

    def _store(self, session: Session, arrivals: list[Arrival]) -> None:
        store(session, arrivals, self._new_id, self._now())


def unknown(scope: Scope, arrivals: list[Arrival]) -> list[Arrival]:
    """Those that are not there already, as far as can be seen: looking is much quicker than storing."""
    keys = [one.message_key for one in arrivals if one.message_key is not None]
    known = set(scope.session.execute(*_known(scope.team_id, keys)).scalars()) if keys else set()
    return [one for one in arrivals if one.message_key is None or one.message_key not in known]


@prepared
def _known(team: str, keys: list[str]) -> Select[str | None]:
    return select(InboxRow.message_key).where(InboxRow.team_id == team, InboxRow.message_key.in_(keys))


def store(session: Session, arrivals: list[Arrival], new_id: Callable[[], str], now: datetime) -> int:
    """Put events into the inbox; those that are there already are skipped. Answers how many were new."""
    return len(store_new(session, arrivals, new_id, now))


def store_new(session: Session, arrivals: list[Arrival], new_id: Callable[[], str], now: datetime) -> set[str]:
    """As `store`; answers the event ids of those that were new."""
    rows = [
        {
            "team_id": item.team_id,
            "id": new_id(),
            "lane_id": item.lane_id,
            "event_id": item.event_id,
            "message_key": item.message_key,
            "kind": item.kind,
            "payload": item.payload,
            "received_at": now,
            "state": "waiting",
            "tries": 0,
        }
        for item in arrivals
    ]
    new = set(insert_or_skip(session, InboxRow, rows, InboxRow.id))
    lanes = {(item.team_id, item.lane_id) for item, row in zip(arrivals, rows, strict=True) if row["id"] in new}
    wake_lanes(session, "in", [(team_id, lane_id, now) for team_id, lane_id in lanes])
    return {item.event_id for item, row in zip(arrivals, rows, strict=True) if row["id"] in new}


def waiting(session: Session, held: Held, limit: int = BATCH) -> list[InboxRow]:
    """The next rows of a lane, in arrival order."""
    return list(session.execute(*_waiting(held.team_id, held.id, limit)).scalars())


@prepared
def _waiting(team: str, lane: str, most: int) -> Select[InboxRow]:
    of_lane = (InboxRow.team_id == team, InboxRow.lane_id == lane, InboxRow.state == "waiting")
    return select(InboxRow).where(*of_lane).order_by(InboxRow.id).limit(most)


def first_waiting(session: Session, held: Held) -> InboxRow | None:
    return next(iter(waiting(session, held, 1)), None)


def mark_done(scope: Scope, row: InboxRow) -> None:
    """The row is understood: its raw text is erased, its keys stay so that it has one effect."""
    row.state, row.payload, row.error, row.done_at = "done", None, None, scope.now


def failing_since(scope: Scope, row_id: str) -> datetime:
    """Since when the row fails, and Slack does not answer others either; now where it did not fail before."""
    row = scope.session.get_one(InboxRow, (scope.team_id, row_id))
    return min(row.failing_since or scope.now, scope.now)


def mark_tried(
    scope: Scope, row_id: str, error: str, *, is_outage: bool = False, is_away: bool = False
) -> datetime | None:
    """The row failed: answers when it is tried again, or None when it has stepped aside as failed.

    In an outage of Slack (which no row can help) more time counts, and Slack must have been asked as often: nobody's
    words are lost to it, nor to a machine that slept between two tries. As long as Slack answers nobody (`is_away`),
    none of that time counts.
    """
    row = scope.session.get_one(InboxRow, (scope.team_id, row_id))
    row.tries += 1
    row.error = error
    row.failing_since = scope.now if is_away else row.failing_since or scope.now
    held = scope.now - row.failing_since
    is_over = held >= MAX_OUTAGE and row.tries >= MAX_TRIES
    if is_over or (not is_outage and (row.tries >= MAX_TRIES or held >= MAX_HOLD)):
        row.state, row.done_at = "failed", scope.now
        return None
    row.next_at = scope.now + min(timedelta(seconds=2 ** min(row.tries - 1, 6)), MAX_HOLD)
    return row.next_at


def has_seen(scope: Scope, channel: str, ts: str, row_id: str) -> bool:
    """Whether that message is read, or will be before the row `row_id` of the same lane."""
    row = _posted(scope, channel, ts)
    return row is not None and (row.state != "waiting" or row.id < row_id)


def supersede(scope: Scope, channel: str, ts: str, edited_ts: str | None) -> bool:
    """A later state of a message (or its deletion) was read: the first one has nothing to say any more, even if it
    comes after. Answers False when a still later state was read before.
    """
    row = _posted(scope, channel, ts)
    if row is None:
        key = posted_key(channel, ts, "posted")
        values = {
            "team_id": scope.team_id,
            "id": scope.new_id(),
            "lane_id": channel,
            "event_id": f"later:{key}",
            "message_key": key,
            "kind": "message",
            "received_at": scope.now,
            "state": "done",
            "tries": 0,
            "edited_ts": edited_ts,
            "done_at": scope.now,
        }
        if insert_or_skip(scope.session, InboxRow, [values], InboxRow.id):
            return True
        row = _posted(scope, channel, ts)  # it was stored in this very moment
    if row is None or (edited_ts or "") < (row.edited_ts or ""):
        return False
    row.edited_ts = edited_ts or row.edited_ts
    if row.state != "done":
        row.state, row.payload, row.done_at = "done", None, scope.now
    scope.session.flush()
    return True


DELETED = "9"  # later than any edit: Slack's ts are digits of seconds since 1970, beginning with 1


def _posted(scope: Scope, channel: str, ts: str) -> InboxRow | None:
    key = posted_key(channel, ts, "posted")
    return scope.session.execute(*_of_key(scope.team_id, key)).scalar_one_or_none()


@prepared
def _of_key(team: str, key: str) -> Select[InboxRow]:
    return select(InboxRow).where(InboxRow.team_id == team, InboxRow.message_key == key)


def erase_old(session: Session, now: datetime, limit: int = 500) -> int:
    """Erase failed rows after 14 days, and the bare keys of done rows after 90. Answers how many went."""
    return len(session.execute(*_erased(now - KEEP_FAILED, now - KEEP_KEYS, limit)).all())


@prepared
def _erased(failed_before: datetime, done_before: datetime, limit: int) -> Any:
    has_failed = and_(InboxRow.state == "failed", InboxRow.done_at < failed_before)
    is_done = and_(InboxRow.state == "done", InboxRow.done_at < done_before)
    old = select(InboxRow.team_id, InboxRow.id).where(or_(has_failed, is_done)).limit(limit)
    return plain(delete(InboxRow).where(tuple_(InboxRow.team_id, InboxRow.id).in_(old)).returning(InboxRow.id))
