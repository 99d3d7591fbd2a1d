"""PostgreSQL goes away and comes back: what is an outage, what is not, and that the log tells of it once."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, event, select, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

from bot.database import ThreadedDatabase, look, make_engine, transact
from bot.errors import DatabaseAway, NoDatabase
from bot.models import Customer
from bot.outages import is_of_database, telling_when_away
from bot.statements import insert_or_skip
from tests.ledger.test_database import customer
from tests.support import databases

NOBODY = "postgresql+psycopg://nobody@127.0.0.1:1/nothing"


@pytest.fixture
def own_engine(postgresql: Engine) -> Iterator[Engine]:
    """Whose connections may be cut: other tests' are left alone."""
    made = make_engine(postgresql.url.render_as_string(hide_password=False))
    yield made
    made.dispose()


@pytest.fixture
async def on_postgresql(own_engine: Engine) -> AsyncIterator[ThreadedDatabase]:
    opened = ThreadedDatabase(own_engine.url.render_as_string(hide_password=False))
    yield opened
    await opened.close()


def be_cut(session: Session) -> None:
    """As an administrator's shutdown does."""
    session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))


def names(session: Session) -> list[str]:
    return list(session.execute(select(Customer.id)).scalars())


def test_a_refused_connection_is_a_database_that_is_away() -> None:
    engine = make_engine(NOBODY)
    with pytest.raises(DatabaseAway, match="DATABASE_URL") as met:
        transact(engine, names)
    assert "refused" in str(met.value.fields["why"])
    assert "127.0.0.1" not in met.value.words, "people read it, too"
    engine.dispose()


def test_a_connection_that_is_cut_in_the_middle_is_a_database_that_is_away(own_engine: Engine) -> None:
    attempts: list[int] = []

    def write(session: Session) -> None:
        attempts.append(1)
        insert_or_skip(session, Customer, [customer()])
        be_cut(session)

    with pytest.raises(DatabaseAway):
        transact(own_engine, write)
    assert len(attempts) == 1
    assert transact(own_engine, names) == [], "the next transaction has a new connection"


async def test_what_reads_finds_its_way_when_its_connections_were_cut_meanwhile(
    on_postgresql: ThreadedDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    await on_postgresql.run(lambda session: insert_or_skip(session, Customer, [customer()]))
    assert await on_postgresql.read(names) == ["C1"]
    with databases.away(on_postgresql.engine.url.render_as_string(hide_password=False)):
        pass
    assert await on_postgresql.read(names) == ["C1"]
    assert caplog.records == [], "that is no outage"


async def test_what_reads_is_not_repeated_where_the_database_refuses_it(own_engine: Engine) -> None:
    attempts: list[int] = []
    reading = make_engine(own_engine.url.render_as_string(hide_password=False), read_only=True)

    def cut_always(session: Session) -> None:
        attempts.append(1)
        be_cut(session)

    with pytest.raises(DatabaseAway):
        look(reading, cut_always)
    assert len(attempts) == 2, "a connection that was lost is made anew once"
    refused = make_engine(NOBODY, read_only=True)
    tried: list[int] = []
    event.listen(refused, "do_connect", lambda *_: tried.append(1))
    with pytest.raises(DatabaseAway):
        look(refused, names)
    assert len(tried) == 1, "one that cannot be made is not"
    reading.dispose()
    refused.dispose()


@pytest.mark.parametrize("sqlstate", ["08000", "08006", "57P01", "57P02", "57P03"])
def test_what_the_server_says_of_its_going_is_a_database_that_is_away(postgresql: Engine, sqlstate: str) -> None:
    with pytest.raises(DatabaseAway):
        transact(postgresql, lambda session: _raise(session, sqlstate))


@pytest.mark.parametrize("sqlstate", ["22012", "42501", "53200", "57014"])
def test_other_troubles_of_a_statement_stay_what_they_are(postgresql: Engine, sqlstate: str) -> None:
    with pytest.raises(DBAPIError):
        transact(postgresql, lambda session: _raise(session, sqlstate))


def _raise(session: Session, sqlstate: str) -> None:
    session.execute(text(f"DO $$ BEGIN RAISE EXCEPTION 'so it is' USING ERRCODE = '{sqlstate}'; END $$"))


def test_a_sqlite_file_that_cannot_be_opened_is_no_outage() -> None:
    engine = make_engine("sqlite:////nowhere/at/all/ours.db")
    with pytest.raises(OperationalError, match="unable to open"):
        transact(engine, names)
    assert not is_of_database(OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error")))
    engine.dispose()


def test_an_outage_within_a_savepoint_is_no_rows_fault(own_engine: Engine) -> None:
    blamed: list[bool] = []

    def write(session: Session) -> None:
        try:
            with session.begin_nested():
                be_cut(session)
        except Exception as error:
            blamed.append(not is_of_database(error))
            raise

    with pytest.raises(DatabaseAway):
        transact(own_engine, write)
    assert blamed == [False]


def test_a_commit_whose_answer_is_lost_is_not_made_again(own_engine: Engine) -> None:
    """Nobody knows whether it took effect; here it did."""
    attempts: list[int] = []

    @event.listens_for(own_engine, "commit")
    def lose_the_answer(connection: Any) -> None:
        driver = connection.connection.driver_connection
        driver.commit()
        driver.pgconn.finish()

    def write(session: Session) -> None:
        attempts.append(1)
        insert_or_skip(session, Customer, [customer()])

    with pytest.raises(DatabaseAway):
        transact(own_engine, write)
    event.remove(own_engine, "commit", lose_the_answer)
    assert (len(attempts), transact(own_engine, names)) == (1, ["C1"])


def test_a_command_that_finds_no_database_says_which_mistake_it_may_be() -> None:
    engine = make_engine(NOBODY)
    with pytest.raises(NoDatabase, match=r"cannot be opened: .*refused"), telling_when_away():
        transact(engine, names)
    engine.dispose()


async def test_an_outage_is_told_once_and_so_is_its_end(
    on_postgresql: ThreadedDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await on_postgresql.read(names)
    for _ in range(2):  # outages
        caplog.clear()
        with databases.away(on_postgresql.engine.url.render_as_string(hide_password=False)):
            for _ in range(3):
                with pytest.raises(DatabaseAway):
                    await on_postgresql.read(names)
                with pytest.raises(DatabaseAway):
                    await on_postgresql.run(names)
        for _ in range(3):
            await on_postgresql.run(names)
        told, back = caplog.records
        assert (told.levelname, DatabaseAway().words in told.message) == ("ERROR", True)
        assert "not currently accepting connections" in told.message
        assert (back.levelname, "is back" in back.message) == ("INFO", True)
        assert not told.exc_info


async def test_before_it_was_ever_there_whoever_opens_it_is_told(caplog: pytest.LogCaptureFixture) -> None:
    database = ThreadedDatabase(NOBODY)
    with pytest.raises(DatabaseAway):
        await database.read(names)
    await database.close()
    assert caplog.records == []
