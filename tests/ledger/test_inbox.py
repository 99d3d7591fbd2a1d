"""The inbox: durable before the ack, one effect however often, failed rows step aside."""

from __future__ import annotations

import asyncio
import itertools
import threading
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session

from bot import inbox, unread
from bot.database import Scope, ThreadedDatabase, transact
from bot.inbox import Inbox, InboxRow
from bot.lanes import Held, Lane, Moment, free_lane, keep_lane, take_lanes
from tests.support.world import MONDAY, World

numbers = itertools.count()


def new_id() -> str:
    return f"{next(numbers):022d}"


def envelope(event_id: str, ts: str = "1.1", team: str = "T1", **event: Any) -> dict[str, Any]:
    said = {"type": "message", "channel": "C1", "ts": ts, "text": "hello"} | event
    return {"team_id": team, "event_id": event_id, "event": said}


def edit(event_id: str, ts: str, edited_ts: str, text: str) -> dict[str, Any]:
    message = {"ts": ts, "text": text, "edited": {"ts": edited_ts}}
    return envelope(event_id, f"{edited_ts}.9", subtype="message_changed", message=message)


def store(engine: Engine, *envelopes: dict[str, Any], now: datetime = MONDAY) -> int:
    arrivals = [inbox.arrival(one) for one in envelopes]
    return transact(engine, lambda s: inbox.store(s, arrivals, new_id, now))


def rows(engine: Engine) -> list[InboxRow]:
    return transact(engine, lambda s: list(s.execute(select(InboxRow).order_by(InboxRow.id)).scalars()))


def in_scope(engine: Engine, fn: Callable[[Scope], Any], now: datetime = MONDAY) -> Any:
    return transact(engine, lambda s: fn(Scope(s, "T1", now, new_id)))


def test_the_same_event_four_times_is_one_row(engine: Engine) -> None:
    assert [store(engine, envelope("E1")) for _ in range(4)] == [1, 0, 0, 0]


def test_four_at_once_are_one_row(engine: Engine) -> None:
    assert store(engine, *[envelope("E1")] * 4) == 1


def test_a_ping_that_comes_as_two_events_is_one_row(engine: Engine) -> None:
    store(engine, envelope("E1"), envelope("E2", type="app_mention"))
    assert len(rows(engine)) == 1


def test_two_edits_of_one_message_are_two_rows_and_each_only_once(engine: Engine) -> None:
    store(engine, edit("E1", "1.1", "2.0", "a"), edit("E2", "1.1", "2.0", "a"), edit("E3", "1.1", "3.0", "b"))
    assert len(rows(engine)) == 2


def test_an_unfurl_is_not_the_edit_it_follows(engine: Engine) -> None:
    bare, unfurled = edit("E1", "1.1", "", "a"), edit("E2", "1.1", "", "a")
    unfurled["event"]["message"]["attachments"] = [{"title": "A review"}]
    store(engine, bare, unfurled)
    assert len(rows(engine)) == 2


def test_two_workspaces_with_the_same_ids_have_a_row_each(engine: Engine) -> None:
    store(engine, envelope("E1", team="T1"), envelope("E1", team="T2"))
    assert [(row.team_id, row.lane_id) for row in rows(engine)] == [("T1", "C1"), ("T2", "C1")]


def test_rows_of_a_lane_wait_in_arrival_order(engine: Engine) -> None:
    store(engine, *(envelope(f"E{number}", f"{9 - number}.0") for number in range(5)))
    held = Held("T1", "in", "C1", "w1", MONDAY)
    found = transact(engine, lambda s: inbox.waiting(s, held, 3))
    assert [row.event_id for row in found] == ["E0", "E1", "E2"]


def test_done_rows_lose_their_text_at_once_and_keep_their_keys(engine: Engine) -> None:
    store(engine, envelope("E1"))
    in_scope(engine, lambda scope: inbox.mark_done(scope, scope.session.execute(select(InboxRow)).scalar_one()))
    (row,) = rows(engine)
    assert (row.state, row.payload) == ("done", None)
    assert store(engine, envelope("E1")) == 0


def test_a_failing_row_steps_aside_after_five_tries(engine: Engine) -> None:
    store(engine, envelope("E1"))
    row_id = rows(engine)[0].id
    tries = [in_scope(engine, lambda scope: inbox.mark_tried(scope, row_id, "ValueError: x")) for _ in range(5)]
    assert tries == [MONDAY + timedelta(seconds=wait) for wait in (1, 2, 4, 8)] + [None]
    assert [row.id for row in transact(engine, unread.failed)] == [row_id]
    (row,) = rows(engine)
    assert (row.state, row.error, row.payload is None) == ("failed", "ValueError: x", False)


def test_a_failing_row_steps_aside_after_a_minute(engine: Engine) -> None:
    store(engine, envelope("E1"))
    row_id = rows(engine)[0].id
    assert in_scope(engine, lambda scope: inbox.mark_tried(scope, row_id, "x")) is not None
    minute = MONDAY + timedelta(minutes=1)
    assert in_scope(engine, lambda scope: inbox.mark_tried(scope, row_id, "x"), minute) is None


def give_up(engine: Engine, row_id: str) -> None:
    for _ in range(5):
        in_scope(engine, lambda scope: inbox.mark_tried(scope, row_id, "x"))


def test_two_tries_hours_apart_are_no_outage_that_lasted(engine: Engine) -> None:
    """The machine slept in between, or every worker was down: Slack was asked only twice."""
    store(engine, envelope("E1"))
    row_id = rows(engine)[0].id

    def fail(scope: Scope) -> datetime | None:
        return inbox.mark_tried(scope, row_id, "HTTP 500", is_outage=True)

    later = MONDAY + timedelta(hours=2)
    tries = [in_scope(engine, fail, moment) for moment in (MONDAY, later, later, later, later)]
    assert [one is None for one in tries] == [False, False, False, False, True]


def test_an_outage_of_hours_fails_no_row_and_its_hour_begins_when_others_are_answered(engine: Engine) -> None:
    store(engine, envelope("E1"))
    row_id = rows(engine)[0].id

    def fails(is_away: bool, minutes: int) -> bool:
        def fail(scope: Scope) -> datetime | None:
            return inbox.mark_tried(scope, row_id, "HTTP 500", is_outage=True, is_away=is_away)

        return in_scope(engine, fail, MONDAY + timedelta(minutes=minutes)) is None

    assert not any(fails(True, minute) for minute in range(0, 300, 5))
    assert [fails(False, minute) for minute in (300, 330, 354, 355)] == [False, False, False, True]


def test_a_failed_row_keeps_its_text_for_14_days(engine: Engine) -> None:
    store(engine, envelope("E1"))
    give_up(engine, rows(engine)[0].id)
    days = timedelta(days=14)
    assert transact(engine, lambda s: inbox.erase_old(s, MONDAY + days)) == 0
    assert rows(engine)[0].payload is not None
    assert transact(engine, lambda s: inbox.erase_old(s, MONDAY + days + timedelta(seconds=1))) == 1
    assert rows(engine) == []


def test_a_failed_row_is_put_back_into_its_lane(engine: Engine) -> None:
    store(engine, envelope("E1"))
    row_id = rows(engine)[0].id
    assert not transact(engine, lambda s: unread.retry(s, row_id, MONDAY))
    give_up(engine, row_id)
    (held,) = transact(engine, lambda s: take_lanes(s, "in", "w", Moment(MONDAY, MONDAY)))
    transact(engine, lambda s: free_lane(s, held, None))
    assert transact(engine, lambda s: unread.retry(s, row_id, MONDAY))
    assert (rows(engine)[0].state, rows(engine)[0].tries) == ("waiting", 0)
    assert transact(engine, lambda s: s.get_one(Lane, ("T1", "in", "C1"))).ready_at == MONDAY


def supersede(engine: Engine, edited_ts: str | None, ts: str = "1.1") -> bool:
    return bool(in_scope(engine, lambda scope: inbox.supersede(scope, "C1", ts, edited_ts)))


def test_an_edit_that_comes_before_its_original_takes_its_place(engine: Engine) -> None:
    assert supersede(engine, "2.0")
    assert store(engine, envelope("E1")) == 0, "the original has nothing to say any more"
    assert not supersede(engine, "1.5"), "an earlier state"
    assert supersede(engine, "2.0"), "the same state again"


def test_an_edit_erases_an_original_that_still_waits_or_has_failed(engine: Engine) -> None:
    store(engine, envelope("E1"))
    give_up(engine, rows(engine)[0].id)
    assert supersede(engine, "2.0")
    assert (rows(engine)[0].state, rows(engine)[0].payload) == ("done", None)


def test_nothing_comes_after_a_deletion(engine: Engine) -> None:
    assert supersede(engine, inbox.DELETED)
    assert store(engine, envelope("E1")) == 0
    assert not supersede(engine, "1790000000.000100")


def test_an_edit_is_not_lost_to_an_original_that_is_stored_in_the_same_moment(postgresql: Engine) -> None:
    found: list[bool] = []
    with Session(postgresql) as storing, storing.begin():
        inbox.store(storing, [inbox.arrival(envelope("E1"))], new_id, MONDAY)
        editing = threading.Thread(target=lambda: found.append(supersede(postgresql, "2.0")))
        editing.start()
        editing.join(0.2)  # it saw no original, and now waits for the unique key
    editing.join(10)
    assert found == [True]
    assert [(row.state, row.payload) for row in rows(postgresql)] == [("done", None)]


# Group commit


def count_commits(database: ThreadedDatabase) -> list[int]:
    commits: list[int] = []
    event.listen(database.engine, "commit", lambda _: commits.append(1))
    return commits


async def put_many(box: Inbox, count: int) -> None:
    await asyncio.gather(*(box.put(envelope(f"E{number}", f"{number}.0")) for number in range(count)))


async def test_many_puts_share_few_transactions(database: ThreadedDatabase) -> None:
    box = Inbox(database, new_id, lambda: MONDAY)
    commits = count_commits(database)
    await put_many(box, 100)
    assert len(commits) <= 3
    assert await database.read(unread.count_waiting) == 100
    assert box.arrived.is_set()


async def test_a_put_is_durable_when_it_returns(database: ThreadedDatabase, engine: Engine) -> None:
    await Inbox(database, new_id, lambda: MONDAY).put(envelope("E1"))
    assert [row.event_id for row in rows(engine)] == ["E1"]


async def test_a_failing_flush_raises_in_every_waiting_put_and_stores_nothing(database: ThreadedDatabase) -> None:
    ids = iter([*(new_id() for _ in range(3)), None])
    box = Inbox(database, lambda: next(ids), lambda: MONDAY)  # type: ignore[arg-type,return-value]
    puts: list[Coroutine[Any, Any, None]] = [box.put(envelope(f"E{number}", f"{number}.0")) for number in range(4)]
    raised = await asyncio.gather(*puts, return_exceptions=True)
    assert all(isinstance(error, Exception) for error in raised)
    assert await database.read(unread.count_waiting) == 0
    again = Inbox(database, new_id, lambda: MONDAY)
    await put_many(again, 4)  # Slack delivers again
    assert await database.read(unread.count_waiting) == 4


@pytest.mark.parametrize("odd", ["a\x00b", "a\ud800b"])
async def test_text_that_a_database_refuses_is_stored_without_it(database: ThreadedDatabase, odd: str) -> None:
    await Inbox(database, new_id, lambda: MONDAY).put(envelope("E1", text=odd))
    (row,) = await database.read(lambda s: list(s.execute(select(InboxRow)).scalars()))
    assert row.payload is not None
    assert row.payload["event"]["text"] in {"ab", "a?b"}


def test_a_row_put_while_its_lane_is_freed_is_seen_by_someone(postgresql_world: World) -> None:
    """Many puts against a worker that takes, reads and frees: at the end no row waits in a lane that sleeps."""
    engine, total = postgresql_world.engine, 60
    done = threading.Event()

    def put_all() -> None:
        for number in range(total):
            store(engine, envelope(f"E{number}", f"{number}.5"))
        done.set()

    def work(session: Session, held: Held) -> None:
        keep_lane(session, held, MONDAY)
        for row in inbox.waiting(session, held):
            inbox.mark_done(Scope(session, "T1", MONDAY, new_id), row)
        session.flush()
        left = inbox.first_waiting(session, held)
        free_lane(session, held, left.received_at if left else None)

    putting = threading.Thread(target=put_all)
    putting.start()
    while True:
        was_done = done.is_set()
        taken = transact(engine, lambda s: take_lanes(s, "in", "w", Moment(MONDAY, MONDAY)))
        for held in taken:
            transact(engine, lambda s, held=held: work(s, held))  # type: ignore[misc]
        if was_done and not taken:
            break
    putting.join()
    assert transact(engine, unread.count_waiting) == 0


async def test_a_burst_larger_than_one_statement_takes_is_stored(database: ThreadedDatabase) -> None:
    box = Inbox(database, new_id, lambda: MONDAY)
    await asyncio.gather(*(box.put(envelope(f"Ev{number}", f"2.{number}")) for number in range(4_000)))
    assert await database.read(unread.count_waiting) == 4_000


def test_however_much_history_showed_the_latest_event_of_slack_is_known(engine: Engine) -> None:
    store(engine, envelope("Ev1", "1.1"))
    later = MONDAY + timedelta(minutes=1)
    store(engine, *(envelope(f"history:C1:2.{number}", f"2.{number}") for number in range(inbox.FEW + 1)), now=later)
    store(engine, envelope("thread:C1:1.1", "9.9"), now=later)
    assert in_scope(engine, inbox.latest_events) == [MONDAY]
