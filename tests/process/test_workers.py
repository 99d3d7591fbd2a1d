"""Several processes on one PostgreSQL: each nudge once, and each hears what the others write."""

from __future__ import annotations

import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select, text

from bot import inbox, outbox
from bot.database import Ids, Scope, transact
from bot.facts import PersonFacts
from bot.ledger import people, promises
from bot.models import Slot
from bot.outbox import OutboxRow
from tests.process.conftest import REVIEW, Site
from tests.support.waiting import until

TEAM = "T0PLAYGRND0"
PEOPLE = ("@maria", "@tom", "@amara", "@lena", "@gus")
EACH = 24


@pytest.fixture
async def shared(postgresql_site: Site) -> Site:
    """With two workers at it."""
    for worker in [await postgresql_site.start("worker") for _ in range(2)]:
        await worker.ready()
    return postgresql_site


def scope(site: Site, session: Any) -> Scope:
    return Scope(session, TEAM, site.slack.clock.now(), Ids(lambda: datetime.now(UTC)))


def promise_much(site: Site, engine: Engine, due: datetime) -> None:
    """Everyone promises many things, all for the same moment, in London's working hours."""
    ids = [site.slack.core.user(name).id for name in PEOPLE]

    def act(session: Any) -> None:
        here = scope(site, session)
        people.remember(here, [PersonFacts(user_id, user_id, zone="Europe/London") for user_id in ids])
        for user_id in ids * EACH:
            promises.make(here, user_id, promises.Spoken("I'll get back to her", due, None))

    transact(engine, act)


def slots(engine: Engine) -> list[Slot]:
    return transact(engine, lambda session: list(session.execute(select(Slot)).scalars()))


def nudges(engine: Engine) -> list[OutboxRow]:
    return rows_of(engine, "nudge")


def rows_of(engine: Engine, *purposes: str) -> list[OutboxRow]:
    statement = select(OutboxRow).where(OutboxRow.purpose.in_(purposes))
    return transact(engine, lambda session: list(session.execute(statement).scalars()))


async def test_two_workers_send_each_nudge_once(shared: Site) -> None:
    """All slots fall due at the same moment, once before and once after the promises' own: everybody's are merged."""
    engine, slack = shared.engine(), shared.slack
    slack.clock.set(datetime(2026, 11, 24, 9, 30, tzinfo=UTC))
    due = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
    promise_much(shared, engine, due)
    count = len(PEOPLE) * EACH
    for moment, which in ((due - timedelta(minutes=110), "before"), (due + timedelta(minutes=61), "missed")):
        slack.clock.set(moment)
        await until(lambda: all(slot.ended_at for slot in slots(engine) if slot.which == which), 40)  # noqa: B023
    await slack.engine.settle(quiet=0.5)
    assert Counter((slot.which, slot.state) for slot in slots(engine)) == {
        ("before", "sent"): count,
        ("missed", "sent"): count,
    }
    rows = nudges(engine)
    assert {row.state for row in rows} == {"sent"}
    assert Counter(slot_id for row in rows for slot_id in outbox.slots_of(row)) == Counter(
        slot.id for slot in slots(engine)
    )
    said = [(one.metadata or {})["event_payload"]["row"] for one in shared.dms()]
    welcomes = rows_of(engine, "first_guide", "setup")
    assert Counter(said) == Counter(row.id for row in (*rows, *welcomes))
    # One message each, or two where both workers met one person's at the same instant.
    assert 2 * len(PEOPLE) <= len(rows) <= 4 * len(PEOPLE)


async def test_a_worker_hears_at_once_of_what_another_process_wrote(shared: Site) -> None:
    """By NOTIFY. By the slow poll alone (20 s, of two workers) eight events in a row would take eighty seconds."""
    engine = shared.engine()
    begun = time.monotonic()
    for number in range(8):
        ts = shared.say(REVIEW.format(number))
        envelope = shared.slack.core.deliveries[-1].body
        arrival = inbox.arrival(envelope)
        transact(
            engine,
            lambda session, one=arrival: inbox.store(  # type: ignore[misc]
                session, [one], Ids(lambda: datetime.now(UTC)), shared.slack.clock.now()
            ),
        )
        await until(lambda: ts in shared.cards(), 40)  # noqa: B023
    assert time.monotonic() - begun < 40


async def test_workers_survive_a_database_that_drops_their_connections(shared: Site) -> None:
    await shared.serve("web")
    first = shared.say(REVIEW.format(1))
    await until(lambda: first in shared.cards(), 20)
    engine = shared.engine()
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = "
    transact(engine, lambda session: session.execute(text(f"{others} current_database()")).all())
    second = shared.say(REVIEW.format(2))
    shared.slack.clock.advance(61)  # should the receiver have met a dead connection, Slack delivers again
    await until(lambda: second in shared.cards(), 30)
    assert shared.cards() == [first, second]
    assert [process.running.returncode for process in shared.processes] == [None, None, None]


async def test_a_web_process_writes_and_two_workers_read(shared: Site) -> None:
    await shared.serve("web")
    posts = [shared.say(REVIEW.format(number), room) for number in range(4) for room in ("#support", "#general")]
    await shared.acknowledged()
    await until(lambda: len(shared.cards()) >= len(posts) // 2, 30)
    await shared.slack.engine.settle(quiet=0.5)
    assert len(shared.cards()) == len(set(shared.cards())) == 4
