"""The outbox: messages that the ledger wants said and that Slack has not taken yet.

A row says what is to be said by its purpose and by ids; the words are made when it is sent, from the latest state, so
no customer's text is stored here. `started_at` is committed before the call; a reply that never came makes the row
uncertain, and it is looked up by its id (in the message's metadata) before anything is sent again.

States: waiting → started → sent | failed | uncertain; uncertain → sent | waiting | failed;
waiting → cancelled | failed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Index, Select, String, bindparam, literal_column, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot import pace
from bot.database import Base, Json, Scope, partial_index, plain
from bot.facts import Outgoing
from bot.lanes import Held, wake_lanes
from bot.statements import insert_or_lock, is_sqlite, prepared, read_again

METADATA_EVENT = "ours_row"
LOOK_UP_AFTER = timedelta(seconds=30)
LOOK_UP_FIRST = timedelta(minutes=10)  # so long after the attempt a look-up goes before all catching up
MAX_TRIES = 5
# Minutes that a row waits after calls without an answer; together about an hour, if Slack answers others meanwhile.
WAITS = (0, 1, 2, 4)
MAX_SILENCES = 15
CARD, REMINDER = "card", "reminder"
SAID_AGAIN = frozenset({"chat.update", "views.publish"})
"""Calls that take the place of what is there: where no answer came, they are simply made again."""
UNSETTLED = ("waiting", "started", "uncertain")
WAITING_KEY = "state = 'waiting' AND key IS NOT NULL"
MERGED = "purpose = 'nudge' AND subject_id IS NULL"


class OutboxRow(Base):
    """One message, update or ephemeral to say. `lane_id` is a channel's id, or a person's for a direct message."""

    __tablename__ = "outbox"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    lane_id: Mapped[str]
    purpose: Mapped[str]
    subject_id: Mapped[str | None]
    slot_id: Mapped[str | None]
    details: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    key: Mapped[str | None]
    state: Mapped[str] = mapped_column(String, default="waiting")
    created_at: Mapped[datetime]
    not_before: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    failing_since: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    method: Mapped[str | None]
    channel_id: Mapped[str | None]
    thread_ts: Mapped[str | None]
    ts: Mapped[str | None]
    error: Mapped[str | None]

    __table_args__ = (
        # One waiting row per card: an update says the latest state, so a second one would say nothing new.
        partial_index(
            "uq_outbox_waiting_key",
            "team_id",
            "key",
            is_unique=True,
            where=WAITING_KEY,
        ),
        partial_index(
            "ix_outbox_unsent",
            "team_id",
            "lane_id",
            "id",
            where="state IN ('waiting', 'started', 'uncertain')",
        ),
        Index("ix_outbox_subject", "team_id", "subject_id"),
        partial_index(
            "ix_outbox_failed",
            "team_id",
            "id",
            where="state = 'failed'",
        ),
        # Nudges about several things: of what a reaction on them speaks, only they themselves tell.
        partial_index(
            "ix_outbox_merged",
            "team_id",
            "ended_at",
            where=MERGED,
        ),
        partial_index(
            "ix_outbox_said",
            "team_id",
            "channel_id",
            "ts",
            where="ts IS NOT NULL",
        ),
    )


# Written out, not bound: only then does SQLite see that the small index of unsent rows holds all that is asked for.
IS_UNSETTLED = OutboxRow.state.in_([literal_column(f"'{state}'") for state in UNSETTLED])


@dataclass(frozen=True, slots=True)
class Saying:
    """What is to be said: `lane_id` where, `purpose` what, `subject_id` about which mention, promise or hand-off; not
    before `not_before`, if there is one.
    """

    lane_id: str
    purpose: str
    subject_id: str | None = None
    slot_id: str | None = None
    details: dict[str, Any] = field(default_factory=dict)
    key: str | None = None
    not_before: datetime | None = None


def put(scope: Scope, saying: Saying) -> str | None:
    """Queue a message; None when a waiting row with the same key says it already.

    The lane is locked before the row, as in the sender; and a waiting row of the same key is locked too, so that the
    sender renders it only after what it shall say was committed.
    """
    wake_lanes(scope.session, "out", [(scope.team_id, saying.lane_id, scope.now)])
    row_id = scope.new_id()
    row = {
        "team_id": scope.team_id,
        "id": row_id,
        "lane_id": saying.lane_id,
        "purpose": saying.purpose,
        "subject_id": saying.subject_id,
        "slot_id": saying.slot_id,
        "details": saying.details,
        "key": saying.key,
        "state": "waiting",
        "created_at": scope.now,
        "not_before": saying.not_before or scope.now,
        "tries": 0,
    }
    return row_id if insert_or_lock(scope.session, OutboxRow, row, WAITING_KEY) == row_id else None


def refused_in(scope: Scope, lane_id: str, purpose: str) -> list[str]:
    """What the rows of that purpose were about that failed in a lane."""
    failed = (OutboxRow.team_id == scope.team_id, OutboxRow.state == "failed", OutboxRow.lane_id == lane_id)
    about = select(OutboxRow.subject_id).where(*failed, OutboxRow.purpose == purpose).distinct()
    return sorted(filter(None, scope.session.execute(about).scalars()))


def slots_of(row: OutboxRow) -> list[str]:
    """The slots that end when this is said: one in its own column, several among the details."""
    return [row.slot_id] if row.slot_id else list(row.details.get("slots", []))


def hold_slots(row: OutboxRow, slot_ids: Sequence[str], subject_id: str | None = None) -> None:
    """Have a message say these slots, and no others. `subject_id` is what a single one is about."""
    single = slot_ids[0] if subject_id is not None else None
    row.slot_id, row.subject_id = single, subject_id
    row.details = {name: value for name, value in row.details.items() if name != "slots"}
    if single is None:
        row.details = row.details | {"slots": list(dict.fromkeys(slot_ids))}


def add_slots(scope: Scope, key: str, slot_ids: Sequence[str]) -> None:
    """Have a waiting message say more: `put` has found and locked it."""
    row = _waiting_as(scope, key)
    assert row is not None
    hold_slots(row, [*slots_of(row), *slot_ids])


def _waiting_as(scope: Scope, key: str) -> OutboxRow | None:
    """The waiting row of that key, locked."""
    return scope.session.execute(*_keyed(scope.team_id, key)).scalar_one_or_none()


@prepared
def _keyed(team: str, key: str) -> Select[OutboxRow]:
    waiting = (OutboxRow.team_id == team, OutboxRow.key == key, OutboxRow.state == "waiting")
    return select(OutboxRow).where(*waiting).with_for_update().execution_options(populate_existing=True)


def hasten(scope: Scope, key: str) -> None:
    """What a waiting message says is wanted now: `put` has found and locked it, and woken its lane."""
    scope.session.execute(*_hastened(scope.team_id, key, scope.now))


@prepared
def _hastened(team: str, key: str, now: datetime) -> Any:
    late = (OutboxRow.team_id == team, OutboxRow.key == key, OutboxRow.state == "waiting", OutboxRow.not_before > now)
    return plain(update(OutboxRow).where(*late).values(not_before=now))


def unsent_to(scope: Scope, lane_ids: Collection[str], purpose: str) -> list[OutboxRow]:
    """What waits for these lanes or is on its way there, locked: whoever is starting one just now is waited for."""
    statement = select(OutboxRow).where(
        OutboxRow.team_id == scope.team_id, OutboxRow.lane_id.in_(lane_ids), IS_UNSETTLED, OutboxRow.purpose == purpose
    )
    locked = statement.order_by(OutboxRow.id).with_for_update()
    return list(scope.session.execute(locked, execution_options={"populate_existing": True}).scalars())


def cancel(scope: Scope, subject_id: str, reason: str, purposes: tuple[str, ...] = ()) -> None:
    """Cancel waiting rows about a subject (of some purposes), since it was settled, moved or dismissed."""
    given = (scope.team_id, subject_id, reason, scope.now)
    scope.session.execute(*(_cancelled_of(*given, purposes) if purposes else _cancelled(*given)))
    read_again(scope.session, OutboxRow, lambda row: row.subject_id == subject_id)


@prepared
def _cancelled(team: str, subject: str, reason: str, now: datetime) -> Any:
    waiting = (OutboxRow.team_id == team, OutboxRow.subject_id == subject, OutboxRow.state == "waiting")
    return plain(update(OutboxRow).where(*waiting).values(state="cancelled", ended_at=now, error=reason))


@prepared
def _cancelled_of(team: str, subject: str, reason: str, now: datetime, purposes: Collection[str]) -> Any:
    waiting = (OutboxRow.team_id == team, OutboxRow.subject_id == subject, OutboxRow.state == "waiting")
    some = update(OutboxRow).where(*waiting, OutboxRow.purpose.in_(purposes))
    return plain(some.values(state="cancelled", ended_at=now, error=reason))


def said_at(scope: Scope, purpose: str, channel_id: str, ts: str) -> OutboxRow | None:
    """What the bot said there, for that purpose."""
    return scope.session.execute(*_said_at(scope.team_id, purpose, channel_id, ts)).scalar()


@prepared
def _said_at(team: str, purpose: str, channel: str, ts: str) -> Select[OutboxRow]:
    of_purpose = (OutboxRow.team_id == team, OutboxRow.purpose == purpose)
    return select(OutboxRow).where(*of_purpose, OutboxRow.channel_id == channel, OutboxRow.ts == ts)


def has_unsure(scope: Scope, method: str) -> bool:
    """Whether a message is to be looked up by that method before history is read on: nobody knows whether Slack has it,
    and it was sent not long ago. A look-up that Slack does not answer stops no catching up.
    """
    is_reply = method == "conversations.replies"
    found = scope.session.execute(*_unsure(scope.team_id, scope.now - LOOK_UP_FIRST, scope.now - LOOK_UP_AFTER))
    return any((thread_ts is not None) == is_reply for thread_ts in found.scalars())


@prepared
def _unsure(team: str, since: datetime, before: datetime) -> Select[str | None]:
    statement = select(OutboxRow.thread_ts).where(
        OutboxRow.team_id == team,
        IS_UNSETTLED,
        OutboxRow.state != "waiting",
        OutboxRow.method == "chat.postMessage",
        OutboxRow.started_at > since,
        (OutboxRow.state == "uncertain") | (OutboxRow.started_at < before),
    )
    # In the order of the small index of unsettled rows, so that SQLite takes that one.
    return statement.order_by(OutboxRow.lane_id, OutboxRow.id)


def next_unsent(session: Session, held: Held) -> OutboxRow | None:
    """The first row of a lane that is not settled: order is kept, so the rest waits behind it. One that overtook others
    and of which nobody knows whether Slack has it comes first: else it would be overtaken by what follows from it.

    It is locked before anything is rendered from the ledger's state: whoever cancels it, or counts on its saying what
    they change, comes before or after as a whole.
    """
    first, _, alone = _unsent()
    lane = {"team": held.team_id, "lane": held.id}
    if is_sqlite(session):  # whoever writes there is the only one: nothing is to be locked, and one statement is enough
        return session.execute(alone, lane).scalar_one_or_none()
    while (row_id := session.execute(first, lane).scalar()) is not None:
        row = unsent(session, held, row_id)
        if row is not None:
            return row  # else it was cancelled while we waited for it: the next one is first
    return None


def unsent(session: Session, held: Held, row_id: str | None) -> OutboxRow | None:
    """This row of a lane, locked, as it is now; None when it is settled."""
    _, locked, _ = _unsent()
    return session.execute(locked, {"team": held.team_id, "lane": held.id, "row": row_id}).scalar_one_or_none()


@cache
def _unsent() -> tuple[Select[str], Select[OutboxRow], Select[OutboxRow]]:
    """Built once: the id of a lane's first row; that row, locked, as it is now; and the first row at once."""
    unsettled = (OutboxRow.team_id == bindparam("team"), OutboxRow.lane_id == bindparam("lane"), IS_UNSETTLED)
    first = (OutboxRow.state == "waiting", OutboxRow.id)
    locked = select(OutboxRow).where(*unsettled, OutboxRow.id == bindparam("row")).with_for_update()
    return (
        plain(select(OutboxRow.id).where(*unsettled).order_by(*first).limit(1)),
        locked.execution_options(populate_existing=True),
        select(OutboxRow).where(*unsettled).order_by(*first).limit(1),
    )


def ready_at(row: OutboxRow | None) -> datetime | None:
    """When a lane with this first row has work again."""
    if row is None:
        return None
    if row.state == "waiting":
        return row.not_before
    return (row.started_at or row.not_before) + LOOK_UP_AFTER


def mark_started(scope: Scope, row: OutboxRow, channel_id: str, outgoing: Outgoing) -> None:
    """The call comes next, after this is committed; where it goes is kept for looking it up."""
    thread = outgoing.arguments.get("thread_ts")
    row.state, row.started_at, row.channel_id = "started", scope.now, channel_id
    row.method, row.thread_ts = outgoing.method, str(thread) if thread else None


def mark_sent(scope: Scope, row: OutboxRow, ts: str | None) -> None:
    row.state, row.ended_at, row.ts, row.error = "sent", scope.now, ts, None


def mark_failed(scope: Scope, row: OutboxRow, error: str) -> None:
    """It steps aside. Where `started_at` stays set, Slack may have it: it is looked up before it is sent again."""
    row.state, row.ended_at, row.error = "failed", scope.now, error


def mark_refused(scope: Scope, row: OutboxRow, error: str) -> None:
    """Slack said no: it was certainly not sent."""
    mark_failed(scope, row, error)
    row.started_at = None


def mark_cancelled(scope: Scope, row: OutboxRow, reason: str) -> None:
    row.state, row.ended_at, row.error = "cancelled", scope.now, reason


def mark_uncertain(scope: Scope, row: OutboxRow, error: str) -> None:
    """Whether Slack has it is unknown; the lane waits until it was looked up. Where the clock went back since it was
    started, the attempt counts as made now: Slack still gets its time.
    """
    row.state, row.error = "uncertain", error
    row.started_at = min(row.started_at or scope.now, scope.now)


def mark_tried(scope: Scope, row: OutboxRow, error: str, most: int = MAX_TRIES) -> bool:
    """We stumbled over the row: answers whether it is tried again, or has stepped aside as failed."""
    row.tries += 1
    if row.tries >= most:
        mark_failed(scope, row, error)
        return False
    row.error = error
    return True


def put_back(scope: Scope, row: OutboxRow, not_before: datetime, error: str) -> None:
    """It was certainly not sent: it waits again. A row of the same key that came meanwhile says the same, and takes its
    slots along.
    """
    newer = _waiting_as(scope, row.key) if row.key is not None else None
    if newer is not None:
        if slots_of(row):
            hold_slots(newer, [*slots_of(row), *slots_of(newer)])
        mark_cancelled(scope, row, "overtaken by a newer one")
        return
    row.state, row.started_at, row.not_before, row.error = "waiting", None, not_before, error


def mark_unanswered(scope: Scope, row: OutboxRow, error: str) -> bool:
    """A call had no answer, and Slack does not have what it said (or may be told again): answers whether it is said
    again, after a while, or has stepped aside as failed. Else one message that Slack stumbles over would hold its lane
    for ever.
    """
    pause = mark_silent(scope, row, str(row.method), error)
    if pause is None:
        row.started_at = None
        return False
    put_back(scope, row, scope.now + pause, error)
    return True


def mark_silent(scope: Scope, row: OutboxRow, method: str, error: str) -> timedelta | None:
    """A call about the row had no answer: answers how long to wait before the next, a while that grows. None when it
    has stepped aside as failed; what Slack may have is then still looked up first, if an operator wants it said.

    As long as Slack has answered no call of the method since the row's first silence, it is Slack that is away: then
    no row is to blame, and it waits for as long as that takes.
    """
    row.failing_since = min(row.failing_since or scope.now, scope.now)
    is_slack = pace.is_away(scope, method, row.failing_since)
    if row.method is not None and row.method != method:
        pace.note_silence(scope, row.method)  # of that we know no answer either
    if is_slack and row.tries >= len(WAITS):
        row.error = error
    elif not mark_tried(scope, row, error, MAX_SILENCES):
        return None
    return timedelta(minutes=WAITS[min(row.tries, len(WAITS)) - 1])


def mark_answered(scope: Scope, row: OutboxRow, method: str) -> None:
    """Slack did what the row needs before it can be sent."""
    row.tries, row.failing_since = 0, None
    pace.note_answer(scope, method)


def metadata(row_id: str) -> dict[str, Any]:
    """The message metadata by which a row is found again in Slack."""
    return {"event_type": METADATA_EVENT, "event_payload": {"row": row_id}}
