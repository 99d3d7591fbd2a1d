"""`python -m bot doctor`: what is stuck or failed, since when, and what to do about it. And `retry`."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import unread, unsaid
from bot.database import check_schema, is_missing_file, make_engine, transact
from bot.errors import NotOurDatabase
from bot.inbox import InboxRow
from bot.ledger import intakes, presence, tellings, watermarks
from bot.outages import telling_when_away
from bot.outbox import OutboxRow

TOLD_FOR = timedelta(days=7)


def report(url: str, now: datetime) -> tuple[str, bool]:
    """Words for an operator, and whether all is well. Looks across all workspaces; shows no customer's text.

    It only reads, in a transaction that nobody waits for.
    """
    if is_missing_file(url):
        raise NotOurDatabase  # looking would make the file
    engine = make_engine(url, read_only=True)
    try:
        with telling_when_away():
            return transact(engine, lambda session: _report(session, now))
    finally:
        engine.dispose()


def _report(session: Session, now: datetime) -> tuple[str, bool]:
    check_schema(session)
    return examine(session, now)


def examine(session: Session, now: datetime) -> tuple[str, bool]:
    """The report of a database that has our tables, in a transaction of the caller's."""
    received, unsent = unread.failed(session), unsaid.failed(session, now)
    lines = [
        f"Waiting to be read: {unread.count_waiting(session)}. Waiting to be sent: {unsaid.count_waiting(session)}."
    ]
    lines += [_inbox_line(row, now) for row in received]
    lines += [_outbox_line(row, now) for row in unsent]
    waits = [f"message {row.id} ({row.purpose}) waits: {row.error}" for row in unsaid.waiting_with_error(session)]
    waits += [_outbox_line(row, now) for row in unsaid.unsure_of_late(session, now)]
    waits += [
        f"event {row.id} ({row.kind}) is tried again, {row.tries} so far: {row.error}"
        for row in unread.waiting_with_error(session)
    ]
    waits += _history_lines(session, now)
    lines += waits + [_absence_line(absence) for absence in presence.latest(session, now - TOLD_FOR)]
    lines += [
        f"words of {by} could not be posted in {where}: {why}"
        for by, where, why in intakes.refused_lately(session, now - TOLD_FOR)
    ]
    if given_up := tellings.failed(session):
        lines.append(f"{given_up:,} entries were given up: nobody at EVENTS_URL took them for a day")
    if not (received or unsent):
        if waits:
            return "\n".join([*lines, "Nothing has failed for good. What waits is tried again by itself."]), True
        return "\n".join([*lines, "All is well: nothing has failed."]), True
    hidden = unread.count_failed(session) + unsaid.count_failed(session, now) - len(received) - len(unsent)
    lines += [f"… and {hidden:,} more."] if hidden else []
    if not received and all(row.state == "uncertain" for row in unsent):
        lines.append("Nothing has failed for good. What is uncertain settles by itself: leave it alone.")
    else:
        lines.append("Mend the cause of what failed, then: python -m bot retry ID")
    return "\n".join(lines), False


def _inbox_line(row: InboxRow, now: datetime) -> str:
    return f"event {row.id} ({row.kind}) failed {_age(row.done_at, now)} ago after {row.tries} tries: {row.error}"


def _outbox_line(row: OutboxRow, now: datetime) -> str:
    if row.state == "uncertain":
        sent = f"message {row.id} ({row.purpose}) was sent {_age(row.started_at, now)} ago without a reply from Slack"
        return f"{sent}; it is looked up before it is sent again"
    return f"message {row.id} ({row.purpose}) failed {_age(row.ended_at, now)} ago: {row.error}"


def _history_lines(session: Session, now: datetime) -> list[str]:
    """What Slack does not show, or we stumble over. What it refuses to show is not wanted any more."""
    place = watermarks.longest_put_off(session)
    if place is None:
        return []
    number = watermarks.count_put_off(session)
    where = f"{number:,} place{'' if number == 1 else 's'} could not be read"
    since = f"{place.channel_id} for {_age(place.wanted_at, now)}"
    return [f"history of {where} ({since}): Slack does not answer, or the log says what stumbled; it is tried again"]


def _absence_line(absence: presence.Away) -> str:
    words = presence.words(absence)
    return words if absence.closed_at is not None else f"{words} so far: Slack's history is being read"


def _age(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return "some time"
    seconds = max(0, int((now - moment).total_seconds()))
    if seconds < 120:
        return f"{seconds} s"
    return f"{seconds // 60} min" if seconds < 7200 else f"{seconds // 3600} h"


def retry(url: str, row_id: str, now: datetime) -> bool:
    """Put a failed row back into its lane; answers whether there was one."""
    if is_missing_file(url):
        raise NotOurDatabase  # looking would make the file
    engine = make_engine(url)
    try:
        with telling_when_away():
            return transact(engine, lambda session: _retry(session, row_id, now))
    finally:
        engine.dispose()


def _retry(session: Session, row_id: str, now: datetime) -> bool:
    check_schema(session)
    return unread.retry(session, row_id, now) or unsaid.retry(session, row_id, now)
