"""The reader: takes a lane of the inbox, fetches what reading needs, reads purely, then applies the facts.

One transaction applies facts, entries, outbox rows and "row done" together, if the lease is still ours. No network
call runs inside it.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot import inbox, lanes, pace
from bot.database import Scope, announce
from bot.errors import DatabaseAway, DiskFull, LeaseLost, is_told, told_shortly, trace_of
from bot.jobs import applying
from bot.jobs.loops import Crew, Shop, take, while_held
from bot.jobs.preparing import Prepared, Preparer
from bot.lanes import Held
from bot.outages import is_of_database
from bot.slack import calls
from bot.statements import find_one

log = logging.getLogger(__name__)
TIME_TO_PREPARE = timedelta(seconds=20)  # a third of the lease


@dataclass(frozen=True, slots=True)
class Work:
    """A row with what is needed to apply it; or the error that reading it met. And the methods that Slack answered."""

    row_id: str
    prepared: Prepared | None
    error: Exception | None = None
    answered: frozenset[str] = frozenset()


class Reader:
    """Works through the inbox, lane by lane."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._preparer = Preparer(shop)
        self.crew = Crew()

    async def do_some(self) -> bool:
        """Take lanes that are due and begin to read a batch of each; answers whether there were any."""
        return await take(self._shop, "in", self.crew, self._read_lane)

    async def _read_lane(self, held: Held) -> None:
        try:
            done = await while_held(self._shop, held, lambda: self._read_some(held))
            # Apart from reading: what Slack was asked for is not fetched again while nothing can be written down.
            await while_held(self._shop, held, lambda: self._apply(held, done))
        except LeaseLost:
            log.info("lane %s was taken over", held.id)
        except Exception as error:
            # The lease ends by itself; then the lane is taken again.
            if not is_told(error):
                log.exception("lane %s could not be read: %s", held.id, told_shortly(error), exc_info=trace_of(error))

    async def _read_some(self, held: Held) -> list[Work]:
        rows = await self._shop.database.read(lambda session: _envelopes(session, held))
        return await self._prepare_all(held, rows)

    async def _prepare_all(self, held: Held, rows: list[tuple[str, dict[str, Any]]]) -> list[Work]:
        """As many rows as the lease surely allows; what fails holds back what comes behind it: order is kept."""
        until = self._shop.clock.machine() + TIME_TO_PREPARE
        done: list[Work] = []
        for row_id, payload in rows:
            done.append(await self._prepare(held, row_id, payload))
            if done[-1].error is not None or self._shop.clock.machine() > until:
                break
        return done

    async def _prepare(self, held: Held, row_id: str, payload: dict[str, Any]) -> Work:
        with calls.hearing() as answered:
            work = await self._prepare_one(held, row_id, payload)
        return replace(work, answered=frozenset(answered))

    async def _prepare_one(self, held: Held, row_id: str, payload: dict[str, Any]) -> Work:
        try:
            return Work(row_id, await self._preparer.prepare(held.team_id, row_id, payload))
        except (DatabaseAway, DiskFull):
            raise  # no row is to blame
        except Exception as error:
            if isinstance(error, calls.SlackShutError):
                log.error("the app can't read: %s", error)
            elif not isinstance(error, calls.SlackBusyError):
                log.exception("inbox row %s could not be read", row_id)
            return Work(row_id, None, error)

    async def _apply(self, held: Held, done: list[Work]) -> None:
        """All in one transaction, each row in a savepoint of its own: one that fails holds up nobody's facts."""
        await self._shop.database.run(lambda session: self._apply_all(session, held, done))

    def _apply_all(self, session: Session, held: Held, done: list[Work]) -> None:
        scope = self._shop.scope_at(held.team_id)(session)
        lanes.keep_lane(session, held, self._shop.clock.machine())
        next_at = None
        for method in sorted({method for work in done for method in work.answered}):
            pace.note_answer(scope, method)
        for work in done:
            row = find_one(session, inbox.InboxRow, held.team_id, work.row_id)
            if row.state != "waiting":
                continue  # an edit or a deletion that came earlier has overtaken it
            error = work.error or _apply_one(scope, row, work.prepared)
            if error is not None:
                next_at = _put_off(scope, work.row_id, error)
                if next_at is not None:
                    break  # what comes behind it waits: order is kept
        session.flush()
        left = inbox.first_waiting(session, held)
        lanes.free_lane(session, held, None if left is None else left.received_at, next_at)


def _apply_one(scope: Scope, row: inbox.InboxRow, prepared: Prepared | None) -> Exception | None:
    """Answers the error that it met; then nothing of the row was applied."""
    row_id = row.id
    try:
        with scope.session.begin_nested():
            applying.apply(scope, prepared)
            inbox.mark_done(scope, row)
            if row.event_id.startswith(inbox.FROM_HISTORY):
                announce(scope.session, "passes")
    except Exception as error:
        if is_of_database(error):
            raise
        log.exception("inbox row %s could not be applied", row_id)
        return error
    return None


def _put_off(scope: Scope, row_id: str, error: Exception) -> datetime | None:
    """When the lane goes on: an outage of Slack, or a busy one, is not the row's fault."""
    is_scope = isinstance(error, calls.SlackShutError) and error.is_scope
    if isinstance(error, calls.SlackBusyError) and not is_scope:
        return scope.now + min(timedelta(seconds=error.seconds), lanes.FAR)
    words = told_shortly(error)
    if isinstance(error, calls.SlackUnknownError):
        since = inbox.failing_since(scope, row_id)
        is_away = pace.is_away(scope, error.method, since)
        return inbox.mark_tried(scope, row_id, words, is_outage=True, is_away=is_away)
    return inbox.mark_tried(scope, row_id, words, is_outage=is_scope)


def _envelopes(session: Session, held: Held) -> list[tuple[str, dict[str, Any]]]:
    return [(row.id, row.payload or {}) for row in inbox.waiting(session, held)]
