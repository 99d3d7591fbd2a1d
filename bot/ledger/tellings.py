"""Entries told to another program: each that was committed, at least once, those of one subject in order.

Ids are ordered by time, but transactions commit in another order: an entry with a smaller id may come after one with
a greater was told. So nothing is told "after the last id": what was looked through is looked through again for an hour
(and back to the oldest transaction that still runs), and each entry found has a row of its own, which says what became
of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import delete, exists, func, select, text
from sqlalchemy.orm import Session, aliased

from bot.database import Scope
from bot.ledger import people
from bot.ledger.histories import MUTES, OF_ASKING, OF_TWO, OWN
from bot.models import (
    Cause,
    Channel,
    Customer,
    Department,
    Entry,
    Intake,
    Mention,
    Promise,
    TagRule,
    Teammate,
    Telling,
    TellingCursor,
)
from bot.statements import find, find_locked, insert_or_skip, load

OVERLAP = timedelta(hours=1)
"""So much later a transaction may commit, and so far may the clocks of two machines be apart."""
GIVE_UP = timedelta(days=1)
KEEP_FAILED = timedelta(days=14)
LEASE = timedelta(minutes=5)
PAUSES = (30, 60, 120, 300, 600, 1_800, 3_600)
AT_ONCE, SWEPT = 20, 500
PERSONAL = OWN | MUTES | OF_TWO | OF_ASKING | {"ask_promise"}
"""Acts that only one person, or two, may know of."""
Reach = Literal["open", "all"]
"""What is told: what any teammate could know, or each entry."""
KINDS: dict[str, type[Any]] = {"mention": Mention, "promise": Promise, "customer": Customer, "department": Department}
OTHER_KINDS: dict[str, type[Any]] = {
    "rule": TagRule,
    "cause": Cause,
    "channel": Channel,
    "teammate": Teammate,
    "words": Intake,
}


@dataclass(frozen=True, slots=True)
class Told:
    """One entry, ready to be told: ids and moments, nobody's words."""

    entry_id: str
    body: dict[str, Any]


def take(scope: Scope, machine: datetime) -> datetime | None:
    """Take the workspace's turn, if nobody has it; answers until when. From the first time on entries are told; after a
    longer break, those of the last day.
    """
    row = {
        "team_id": scope.team_id,
        "since_id": _id_at(machine),
        "swept_at": machine,
        "taken_until": machine,
        "tries": 0,
    }
    insert_or_skip(scope.session, TellingCursor, [row], TellingCursor.team_id)
    cursor = _cursor(scope)
    if machine < cursor.taken_until <= machine + LEASE:
        return None
    if cursor.swept_at < machine - GIVE_UP:
        cursor.since_id = max(cursor.since_id, _id_at(machine - GIVE_UP))
    cursor.taken_until = machine + LEASE
    return cursor.taken_until


def free(scope: Scope, taken_until: datetime, machine: datetime) -> None:
    """The turn is over, if it is still that one."""
    cursor = _cursor(scope)
    if cursor.taken_until == taken_until:
        cursor.taken_until = machine


def rests_until(scope: Scope) -> datetime | None:
    cursor = find(scope.session, TellingCursor, scope.team_id)
    return cursor.rests_until if cursor is not None else None


def sweep(scope: Scope, machine: datetime, reach: Reach = "open") -> bool:
    """Note each entry that was committed and is not noted yet. Answers whether there may be more."""
    cursor = scope.session.get_one(TellingCursor, (scope.team_id,))
    oldest = min(cursor.swept_at, machine, _oldest_running(scope.session) or machine) - OVERLAP
    since = max(cursor.since_id, _id_at(oldest))
    noted = exists().where(Telling.team_id == Entry.team_id, Telling.entry_id == Entry.id)
    statement = select(Entry).where(Entry.team_id == scope.team_id, Entry.id >= since, ~noted)
    found = list(scope.session.execute(statement.order_by(Entry.id).limit(SWEPT)).scalars())
    kinds = _kinds(scope, found, reach)
    rows = [
        {
            "team_id": scope.team_id,
            "entry_id": entry.id,
            "subject_id": entry.subject_id,
            "state": "waiting" if entry.id in kinds else "private",
            "created_at": scope.now,
            "next_at": scope.now,
            "tries": 0,
        }
        for entry in found
    ]
    insert_or_skip(scope.session, Telling, rows)
    if len(found) < SWEPT:
        cursor.swept_at = machine
        # What is forgotten is never looked through again: it would be new.
        cursor.since_id = max(cursor.since_id, _id_at(oldest - OVERLAP))
        _forget(scope, cursor.since_id)
    return len(found) == SWEPT


def _forget(scope: Scope, since_id: str) -> None:
    of_team = (Telling.team_id == scope.team_id, Telling.entry_id < since_id)
    settled = Telling.state.in_(("sent", "private"))
    scope.session.execute(delete(Telling).where(*of_team, settled))
    failed = (Telling.team_id == scope.team_id, Telling.state == "failed", Telling.created_at < scope.now - KEEP_FAILED)
    scope.session.execute(delete(Telling).where(*failed))


def _oldest_running(session: Session) -> datetime | None:
    """When the oldest transaction began that may still commit an entry; on SQLite one writes at a time."""
    if session.get_bind().dialect.name == "sqlite":
        return None
    running = (
        "SELECT min(xact_start) FROM pg_stat_activity WHERE backend_xid IS NOT NULL AND datname = current_database()"
    )
    found: datetime | None = session.execute(text(running)).scalar()
    return found


def due(scope: Scope, reach: Reach = "open") -> list[Told]:
    """The first of each subject that wait, oldest first. What turned private meanwhile is told no more."""
    while found := _first_waiting(scope):
        kinds = _kinds(scope, found, reach)
        told = [Told(entry.id, _body(scope, entry, kinds[entry.id])) for entry in found if entry.id in kinds]
        if len(told) < len(found):
            _keep_private(scope, {entry.id for entry in found} - {one.entry_id for one in told})
        if told:
            return told
    return []


def _keep_private(scope: Scope, entry_ids: set[str]) -> None:
    for entry_id in sorted(entry_ids):
        scope.session.get_one(Telling, (scope.team_id, entry_id)).state = "private"
    scope.session.flush()


def _first_waiting(scope: Scope) -> list[Entry]:
    earlier = aliased(Telling)
    before = exists().where(
        earlier.team_id == Telling.team_id,
        earlier.subject_id == Telling.subject_id,
        earlier.state == "waiting",
        earlier.entry_id < Telling.entry_id,
    )
    statement = (
        select(Entry)
        .join(Telling, (Telling.team_id == Entry.team_id) & (Telling.entry_id == Entry.id))
        .where(Telling.team_id == scope.team_id, Telling.state == "waiting", Telling.next_at <= scope.now, ~before)
    )
    return list(scope.session.execute(statement.order_by(Entry.id).limit(AT_ONCE)).scalars())


def next_due(scope: Scope) -> datetime | None:
    statement = select(func.min(Telling.next_at, type_=Telling.next_at.type))
    waiting = statement.where(Telling.team_id == scope.team_id, Telling.state == "waiting")
    return scope.session.execute(waiting).scalar()


def sent(scope: Scope, entry_id: str) -> None:
    scope.session.get_one(Telling, (scope.team_id, entry_id)).state = "sent"
    cursor = scope.session.get_one(TellingCursor, (scope.team_id,))
    cursor.tries, cursor.rests_until = 0, None


def refused(scope: Scope, entry_id: str, error: str) -> bool:
    """That entry was not taken: it waits longer each time, and only what is of its subject behind it. Answers False
    when it is given up.
    """
    one = scope.session.get_one(Telling, (scope.team_id, entry_id))
    one.tries, one.error = one.tries + 1, error[:200]
    one.next_at = scope.now + timedelta(seconds=PAUSES[min(one.tries, len(PAUSES)) - 1])
    one.state = "waiting" if scope.now - one.created_at < GIVE_UP else "failed"
    return one.state == "waiting"


def away(scope: Scope, error: str) -> tuple[datetime, int]:
    """Nobody answers there: nothing is told for a while, which grows. Answers until when, and how many entries are
    given up, since they have waited for a day.
    """
    cursor = scope.session.get_one(TellingCursor, (scope.team_id,))
    cursor.tries += 1
    cursor.rests_until = scope.now + timedelta(seconds=PAUSES[min(cursor.tries, len(PAUSES)) - 1])
    old = (Telling.team_id == scope.team_id, Telling.state == "waiting", Telling.created_at <= scope.now - GIVE_UP)
    given_up = list(scope.session.execute(select(Telling).where(*old)).scalars())
    for one in given_up:
        one.state, one.error = "failed", error[:200]
    return cursor.rests_until, len(given_up)


def failed(session: Session) -> int:
    """How many entries were given up, in all workspaces: for `doctor`."""
    return session.execute(select(func.count()).select_from(Telling).where(Telling.state == "failed")).scalar_one()


def _id_at(machine: datetime) -> str:
    """Ids that are made from that moment on are greater."""
    return f"{max(0, int(machine.timestamp() * 1_000_000)):014x}"


def _kinds(scope: Scope, found: Sequence[Entry], reach: Reach) -> dict[str, str]:
    """By entry that is told, what it is about: each, or where any teammate could know of it (nothing personal, nor of a
    private channel, nor of the setup).
    """
    told = [entry for entry in found if reach == "all" or entry.act not in PERSONAL]
    unknown, kinds = {entry.subject_id for entry in told}, dict[str, str]()
    for kind, model in (KINDS if reach == "open" else KINDS | OTHER_KINDS).items():
        known: dict[str, Any] = load(scope.session, model, scope.team_id, unknown)
        fit = (subject_id for subject_id, one in known.items() if reach == "all" or _may_be_told(scope, one))
        kinds |= dict.fromkeys(fit, kind)
        unknown -= known.keys()
    if reach == "all":
        kinds |= {subject_id: "workspace" if subject_id == scope.team_id else "other" for subject_id in unknown}
    return {entry.id: kinds[entry.subject_id] for entry in told if entry.subject_id in kinds}


def _may_be_told(scope: Scope, subject: Mention | Promise | Customer | Department) -> bool:
    if isinstance(subject, Mention):
        return _is_open(scope, subject.home_channel_id)
    if not isinstance(subject, Promise):
        return True
    # As for people: one that stands in no message and on no card is its maker's alone.
    is_seen = subject.ts is not None or subject.mention_id is not None
    return is_seen and subject.channel_id is not None and _is_open(scope, subject.channel_id)


def _is_open(scope: Scope, channel_id: str) -> bool:
    channel = people.find_channel(scope, channel_id)
    return channel is not None and channel.is_open


def _body(scope: Scope, entry: Entry, kind: str) -> dict[str, Any]:
    subjects = {kind: entry.subject_id}
    promise = find(scope.session, Promise, scope.team_id, entry.subject_id) if kind == "promise" else None
    if promise is not None and promise.mention_id is not None:
        subjects["mention"] = promise.mention_id
    if isinstance(entry.details.get("department"), str):
        subjects["department"] = entry.details["department"]
    return {
        "id": entry.id,
        "kind": entry.act,
        "about": kind,
        "subjects": subjects,
        "actor": entry.by,
        "at": entry.at.isoformat(),
        "workspace": entry.team_id,
    }


def _cursor(scope: Scope) -> TellingCursor:
    """Locked for a change."""
    cursor = find_locked(scope.session, TellingCursor, scope.team_id)
    assert cursor is not None
    return cursor
