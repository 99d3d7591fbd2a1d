"""The database of a simulation: SQLite in memory, which outlives its users; each transaction runs between two yields.

What changes state is written down by triggers, so that every step can be held against the graphs of docs/states.md.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, StaticPool, create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.database import ALL_TOPICS, SCHEMA, Base, Topic, Topics, announced, make_engine, transact
from tests.sim.life import Life
from tests.sim.quick import DirectSession, WritingSession
from tests.sim.trace import Trace
from tests.support import databases

T = TypeVar("T")
Move = tuple[str, str, str | None, str]
"""Table, id, state before (None: not there yet), state now."""
WATCHED = {
    "promise": "NEW.id",
    "evidence": "NEW.id",
    "share": "NEW.mention_id || ':' || NEW.user_id",
    "tag_rule": "NEW.id",
    "lead_offer": "NEW.id",
    "cause": "NEW.id",
    "slot": "NEW.id",
    "outbox": "NEW.id",
    "inbox": "NEW.id",
}
SLOW = 0.03  # seconds that a transaction takes at most
assert databases.ALL_TABLES  # importing them registers their tables


@cache
def engine() -> Engine:
    """The one engine of this process: what SQLAlchemy has compiled once serves every week."""
    return make_engine("sqlite://")


@cache
def template() -> bytes:
    """An empty database with all tables, and with triggers that write moves down."""
    made = make_engine("sqlite://")
    Base.metadata.create_all(made)
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:schema)"), {"schema": SCHEMA})
        connection.execute(text("CREATE TABLE sim_move (thing TEXT, id TEXT, before TEXT, now TEXT)"))
        for trigger in _triggers():
            connection.exec_driver_sql(trigger)
    with made.connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        return driver.serialize()


@cache
def _bare(driver: sqlite3.Connection, use: str) -> Connection:
    """The same connection without SQLAlchemy's transactions, for one use: to begin and end one is half of what reading
    costs.
    """
    del use
    return create_engine("sqlite://", creator=lambda: driver, poolclass=StaticPool).connect()


def _triggers() -> Iterator[str]:
    for table, key in WATCHED.items():
        note = f"INSERT INTO sim_move VALUES ('{table}', {key}"
        yield f"CREATE TRIGGER sim_{table}_new AFTER INSERT ON {table} BEGIN {note}, NULL, NEW.state); END"
        yield (
            f"CREATE TRIGGER sim_{table}_moved AFTER UPDATE OF state ON {table} WHEN OLD.state <> NEW.state "
            f"BEGIN {note}, OLD.state, NEW.state); END"
        )


class Disk:
    """What is stored, whoever lives. `on_commit(moves)` is called after each commit that changed a state.

    `next_error` is asked before each writing transaction: "before" lets its commit fail, "after" lets the error come
    after it took effect, "deadlock" has it run again.
    """

    def __init__(self, trace: Trace) -> None:
        self.engine = engine()
        self.trace = trace
        self.users: list[SimDatabase] = []
        self.next_error: Callable[[], str] = lambda: ""
        self.on_commit: list[Callable[[list[Move]], None]] = []
        self.commits = 0
        with self.engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.deserialize(template())
            self._driver = driver
        self._reading = DirectSession(_bare(driver, "reading"), expire_on_commit=False)
        self._writing = WritingSession(_bare(driver, "writing"), expire_on_commit=False)

    def write(self, fn: Callable[[Session], T]) -> tuple[T, dict[Topic, bool]]:
        """One writing transaction, with the error that is due. Answers also what it announced, and whether to all."""
        error = self.next_error()
        if error:
            self.trace.fault(f"database error, {error}" if error != "deadlock" else error)
        if error in {"before", "deadlock"}:
            self._roll_back(fn)
        if error == "before":
            raise _broken()
        told = transact(self.engine, lambda session: (fn(session), announced(session)), self._opened)
        self.commits += 1
        moves = self._moves()
        for thing, key, before, now in moves:
            self.trace.note("state", thing, key, before or "-", now)
        for callback in self.on_commit:
            callback(moves)
        if error == "after":
            raise _broken()
        return told

    def read(self, fn: Callable[[Session], T]) -> T:
        result = fn(self._reading)
        self._reading.expunge_all()
        self._reading.info.clear()
        return result

    def ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Look into it from outside, as an inspector does."""
        return self._driver.execute(statement, values).fetchall()

    def wake(self, topics: Topics = ALL_TOPICS, only: SimDatabase | None = None) -> None:
        """Tell who works on this database that something was written, as PostgreSQL tells other processes."""
        for user in (self.users if only is None else [only]) if topics else []:
            if not user.life.is_dead:
                for callback in user.on_write:
                    user.life.context.run(callback, topics)

    def _opened(self, *_: Any, **__: Any) -> Session:
        return self._writing if self._writing.is_direct else DirectSession(self.engine, expire_on_commit=False)

    def _roll_back(self, fn: Callable[[Session], Any]) -> None:
        with DirectSession(self.engine, expire_on_commit=False) as session:
            session.begin()
            fn(session)
            session.flush()
            session.rollback()

    def _moves(self) -> list[Move]:
        moves: list[Move] = self._driver.execute(
            "SELECT thing, id, before, now FROM sim_move ORDER BY rowid"
        ).fetchall()
        if moves:
            self._driver.execute("DELETE FROM sim_move")
        return moves


def _broken() -> OperationalError:
    return OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error"))


class SimDatabase:
    """A bot.database.Database for one incarnation."""

    is_sqlite = True

    def __init__(self, disk: Disk, life: Life) -> None:
        self.on_write: list[Callable[[Topics], None]] = []
        self.disk = disk
        self.life = life
        disk.users.append(self)

    async def run(self, fn: Callable[[Session], T], *, first: bool = False) -> T:
        await self.life.cross("before a transaction", SLOW)
        result, told = self.disk.write(fn)
        self.disk.wake(frozenset(topic for topic in told if told[topic]))
        self.disk.wake(frozenset(topic for topic in told if not told[topic]), self)
        await self.life.cross("after a transaction", SLOW)
        return result

    async def read(self, fn: Callable[[Session], T]) -> T:
        await self.life.cross("before reading", SLOW)
        result = self.disk.read(fn)
        await self.life.cross("after reading")
        return result

    async def close(self) -> None:
        self.disk.users.remove(self)
