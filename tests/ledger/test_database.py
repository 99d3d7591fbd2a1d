"""The traps of the database: naive moments, lost updates, a writer's queue without manners."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError, OperationalError, StatementError
from sqlalchemy.orm import Session

from bot import doctor
from bot.database import DEADLOCK_TRIES, ThreadedDatabase, look, make_engine, transact
from bot.errors import DiskFull, NotOurDatabase
from bot.models import Customer
from bot.outages import telling_when_away
from bot.statements import find_locked, insert_or_skip, insert_or_update

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NEW_YORK = timezone(-timedelta(hours=5))


def customer(number: int = 1, tier: str | None = None, at: datetime = NOON) -> dict[str, Any]:
    return {"team_id": "T1", "id": f"C{number}", "name": "Acme", "tier": tier, "created_at": at}


def test_a_moment_without_a_zone_never_reaches_the_database(engine: Engine) -> None:
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(StatementError, match="without a zone"):
        transact(engine, lambda s: insert_or_skip(s, Customer, [customer(at=naive)]))


def test_a_moment_comes_back_in_utc_and_compares_as_a_moment(engine: Engine) -> None:
    transact(engine, lambda s: insert_or_skip(s, Customer, [customer(at=NOON.astimezone(NEW_YORK))]))
    back = transact(engine, lambda s: s.execute(select(Customer.created_at)).scalar_one())
    assert (back, back.utcoffset()) == (NOON, timedelta(0))
    just_before = NOON.astimezone(NEW_YORK) - timedelta(seconds=1)
    later = select(Customer.id).where(Customer.created_at > just_before)
    assert transact(engine, lambda s: s.execute(later).scalars().all()) == ["C1"]


def test_insert_or_skip_answers_only_what_went_in(engine: Engine) -> None:
    transact(engine, lambda s: insert_or_skip(s, Customer, [customer(1)]))
    added = transact(engine, lambda s: insert_or_skip(s, Customer, [customer(1, "gold"), customer(2)], Customer.id))
    assert added == ["C2"]
    assert transact(engine, lambda s: insert_or_skip(s, Customer, [])) == []


def test_insert_or_update_sets_the_other_columns(engine: Engine) -> None:
    for tier in ("silver", "gold"):
        row = customer(1, tier)
        transact(engine, lambda s, row=row: insert_or_update(s, Customer, row, ("team_id", "id")))  # type: ignore[misc]
    assert transact(engine, lambda s: s.execute(select(Customer.tier)).scalars().all()) == ["gold"]


def test_sqlite_has_the_pragmas_that_make_an_ack_survive(sqlite: Engine) -> None:
    with sqlite.connect() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    assert found == ["wal", 2, 1, 30000]


def test_the_read_only_connection_cannot_write(sqlite: Engine) -> None:
    reading = make_engine(str(sqlite.url), read_only=True)
    with pytest.raises(OperationalError, match="readonly"):
        transact(reading, lambda s: insert_or_skip(s, Customer, [customer()]))
    reading.dispose()


async def test_what_reads_cannot_write(database: ThreadedDatabase) -> None:
    with pytest.raises(DBAPIError, match=r"read-?only"):
        await database.read(lambda s: insert_or_skip(s, Customer, [customer()]))


async def test_what_reads_cannot_lock(database: ThreadedDatabase) -> None:
    """In tests: it would hold the lock for no longer than its statement."""
    await database.run(lambda s: insert_or_skip(s, Customer, [customer()]))
    with pytest.raises(AssertionError, match="only read"):
        await database.read(lambda s: find_locked(s, Customer, "T1", "C1"))


def test_on_postgresql_a_statement_that_reads_is_a_transaction_of_its_own(postgresql: Engine) -> None:
    """It saves the ways to the server and back of BEGIN and COMMIT; it sees as much as it would within them."""
    reading = make_engine(postgresql.url.render_as_string(hide_password=False), read_only=True)

    def began(session: Session) -> list[Any]:
        return [session.execute(text("SELECT now()")).scalar_one() for _ in range(2)]

    first, second = look(reading, began)
    assert first < second
    first, second = transact(postgresql, began)
    assert first == second, "those that write share one"
    reading.dispose()


def test_sqlite_takes_the_write_lock_at_the_beginning(sqlite: Engine) -> None:
    with Session(sqlite) as session, session.begin():
        session.execute(text("SELECT 1"))  # with a deferred begin, this would leave the database free
        other = sqlite3.connect(str(sqlite.url.database), timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def count_up(engine: Engine, times: int) -> None:
    """Read, then write what was read plus one: what deferred transactions lose."""

    def once(session: Session) -> None:
        row = session.get_one(Customer, ("T1", "C1"), with_for_update=True)
        row.tier = str(int(row.tier or 0) + 1)

    for _ in range(times):
        transact(engine, once)


def test_updates_of_many_threads_lose_nothing(engine: Engine) -> None:
    transact(engine, lambda s: insert_or_skip(s, Customer, [customer(1, "0")]))
    threads = [threading.Thread(target=count_up, args=(engine, 15)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert transact(engine, lambda s: s.execute(select(Customer.tier)).scalar_one()) == "60"


def test_updates_of_two_processes_lose_nothing(engine: Engine, url: str) -> None:
    transact(engine, lambda s: insert_or_skip(s, Customer, [customer(1, "0")]))
    program = (
        "import sys; from bot.database import make_engine; from test_database import count_up;"
        "engine = make_engine(sys.argv[1]); count_up(engine, 25); engine.dispose()"
    )
    here = Path(__file__).parent
    command = [sys.executable, "-c", program, url]
    environment = {"PYTHONPATH": f"{here}:{here.parent.parent}", "PATH": ""}
    running = [subprocess.Popen(command, env=environment, cwd=here) for _ in range(2)]
    assert [process.wait(30) for process in running] == [0, 0]
    assert transact(engine, lambda s: s.execute(select(Customer.tier)).scalar_one()) == "50"


def wait_for(hold: threading.Event, busy: threading.Event) -> None:
    busy.set()
    hold.wait(20)


async def test_on_sqlite_what_is_urgent_goes_before_all_that_waits(sqlite: Engine) -> None:
    database = ThreadedDatabase(str(sqlite.url))
    done: list[str] = []
    busy, hold = threading.Event(), threading.Event()
    running: list[asyncio.Future[Any]] = [asyncio.ensure_future(database.run(lambda _: wait_for(hold, busy)))]
    assert await asyncio.to_thread(busy.wait, 10)  # the one writer has begun
    for name in ("import 1", "import 2"):
        running.append(asyncio.ensure_future(database.run(lambda _, name=name: done.append(name))))  # type: ignore[misc]
    running.append(asyncio.ensure_future(database.run(lambda _: done.append("inbox"), first=True)))
    await asyncio.sleep(0)
    hold.set()
    await asyncio.gather(*running)
    await database.close()
    assert done == ["inbox", "import 1", "import 2"]


async def test_reading_does_not_wait_for_the_writer(sqlite: Engine) -> None:
    database = ThreadedDatabase(str(sqlite.url))
    busy, hold = threading.Event(), threading.Event()
    writing = asyncio.ensure_future(database.run(lambda _: wait_for(hold, busy)))
    assert await asyncio.to_thread(busy.wait, 10)
    found = await asyncio.wait_for(database.read(lambda s: s.execute(select(Customer.id)).all()), 5)
    hold.set()
    await writing
    await database.close()
    assert found == []


async def test_an_error_rolls_back_and_reaches_the_caller(database: ThreadedDatabase) -> None:
    def fail(session: Session) -> None:
        insert_or_skip(session, Customer, [customer()])
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        await database.run(fail)
    assert await database.read(lambda s: s.execute(select(Customer.id)).all()) == []


def test_a_deadlock_is_repeated(postgresql: Engine) -> None:
    transact(postgresql, lambda s: insert_or_skip(s, Customer, [customer(1), customer(2)]))
    meet = threading.Barrier(2, timeout=10)
    attempts: list[str] = []
    done: list[str] = []

    def lock_both(session: Session, ids: tuple[str, ...]) -> None:
        attempts.append(ids[0])
        session.get_one(Customer, ("T1", ids[0]), with_for_update=True)
        if len(attempts) <= 2:
            meet.wait()
        session.get_one(Customer, ("T1", ids[1]), with_for_update=True)

    def work(*ids: str) -> None:
        transact(postgresql, lambda session: lock_both(session, ids))
        done.append(ids[0])

    threads = [threading.Thread(target=work, args=ids) for ids in (("C1", "C2"), ("C2", "C1"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(done) == ["C1", "C2"]
    # PostgreSQL looks for a deadlock in each that waits for a second: who looks at the same instant is told as well.
    assert len(attempts) in {3, 4}, "one of the two was told of the deadlock, or both, and began again"


def test_what_is_no_deadlock_is_not_repeated(engine: Engine) -> None:
    attempts: list[int] = []

    def fail(session: Session) -> None:
        attempts.append(1)
        session.execute(text("SELECT * FROM nowhere"))

    with pytest.raises(Exception, match="nowhere"):
        transact(engine, fail)
    assert len(attempts) == 1 < DEADLOCK_TRIES


async def test_a_full_disk_is_told_in_words_and_forgotten_when_there_is_room(sqlite: Engine) -> None:
    database = ThreadedDatabase(sqlite.url.render_as_string())
    most = await database.run(lambda s: s.execute(text("PRAGMA max_page_count")).scalar_one())
    many = [customer(number) for number in range(2000)]
    await database.run(lambda s: s.execute(text("PRAGMA max_page_count = 1")))  # as many as there are
    with pytest.raises(DiskFull, match="free some space"):
        await database.run(lambda s: insert_or_skip(s, Customer, many))
    await database.run(lambda s: s.execute(text(f"PRAGMA max_page_count = {most}")))
    await database.run(lambda s: insert_or_skip(s, Customer, many))
    assert await database.read(lambda s: len(s.execute(select(Customer.id)).all())) == 2000
    await database.close()


@pytest.mark.parametrize("word", ["SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"])
def test_a_command_tells_of_a_full_disk(word: str) -> None:
    refusal = sqlite3.OperationalError("disk I/O error")
    refusal.sqlite_errorname = word
    with pytest.raises(DiskFull), telling_when_away():
        raise OperationalError("CREATE TABLE", {}, refusal)


def test_postgresqls_full_disk_is_one(postgresql: Engine) -> None:
    def fail(session: Session) -> None:
        session.execute(text("DO $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = 'disk_full'; END $$"))

    with pytest.raises(DiskFull):
        transact(postgresql, fail)


def test_doctor_makes_no_file_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "mistyped.db"
    with pytest.raises(NotOurDatabase):
        doctor.report(f"sqlite:///{path}", NOON)
    assert not path.exists()
