"""The database: engine, `run(fn)`, the UTC column, and how lanes are taken.

SQLAlchemy stays synchronous behind `run(fn)`: on SQLite one writer thread (where the inbox flush goes first) and a
second, read-only connection; on PostgreSQL a few threads. `fn(session)` is one transaction: it commits when it
returns, rolls back when it raises, may be run again after a deadlock, and never touches the network. One that only
reads is no transaction on PostgreSQL, whose statements see what is committed when each begins, either way.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
import queue
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar, cast, get_args

from sqlalchemy import JSON, Connection, DateTime, Dialect, Engine, Index, MetaData, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.errors import DatabaseAway, DiskFull, NotOurDatabase
from bot.outages import Outage, first_line, is_away, is_deadlock, is_disk_full, telling_when_away, was_lost

log = logging.getLogger(__name__)
S = TypeVar("S")
T = TypeVar("T")

SCHEMA = "0017"  # the newest step in bot/migrations
FIRST, USUAL = 0, 1
POSTGRESQL_THREADS = 4
DEADLOCK_TRIES = 4
STATEMENTS = 1_000
"""We have some hundred; SQLAlchemy keeps 500 compiled, and SQLite's driver 128 parsed, unless told."""


class UTCDateTime(TypeDecorator[datetime]):
    """An aware moment: naive values are refused, and what comes back is UTC (SQLite forgets the zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a zone must not reach the database: {value!r}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """JSON; JSONB on PostgreSQL, whose dialect is loaded only there: it takes two megabytes.

    None is no value, as in every other column: JSON's own null would still be a stored payload.
    """

    impl = JSON(none_as_null=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "postgresql":
            return super().load_dialect_impl(dialect)
        from sqlalchemy.dialects.postgresql import JSONB  # noqa: PLC0415

        return dialect.type_descriptor(JSONB(none_as_null=True))


class Base(DeclarativeBase):
    """All tables. Keys are (team_id, id); ids are time-ordered strings."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UTCDateTime, dict[str, Any]: Json, list[str]: Json}  # noqa: RUF012


@dataclass(frozen=True, slots=True)
class Scope:
    """One workspace, one transaction, one moment: what every function of the ledger works in."""

    session: Session
    team_id: str
    now: datetime
    new_id: Callable[[], str]


class Ids:
    """Time-ordered ids, 22 characters: milliseconds, a counter that never goes back, and chance."""

    def __init__(self, now: Callable[[], datetime], chance: Callable[[int], str] = secrets.token_hex) -> None:
        self._now = now
        self._chance = chance
        self._last = 0
        self._lock = threading.Lock()

    def __call__(self) -> str:
        with self._lock:
            tick = int(self._now().timestamp() * 1_000_000)
            self._last = max(tick, self._last + 1)
            return f"{self._last:014x}{self._chance(4)}"


Topic = Literal["in", "out", "history", "nudges", "reminders", "passes", "rules"]
"""What somebody may wait for: work in the lanes of a box; nudges that fall due; reminders and the digest, which wait
until an absence is over; passes through Slack's history; corrections of which a rule may come."""
Topics = frozenset[Topic]
ALL_TOPICS: Topics = frozenset(get_args(Topic))
_ANNOUNCED = "announced"


def announce(session: Session, topic: Topic, *, is_local: bool = False) -> None:
    """Whoever waits for that is woken when this transaction is committed: in this process and, on PostgreSQL, in all
    others, unless it `is_local`.
    """
    # Within the transaction that says it: PostgreSQL forgets what a savepoint said that is rolled back.
    said = session.info.setdefault(_ANNOUNCED, {})
    key = (topic, session.get_nested_transaction())
    if said.get((topic, None)) or said.get(key):
        return
    said[key] = not is_local
    if not is_local and session.get_bind().dialect.name != "sqlite":
        session.execute(text("SELECT pg_notify('ours', :topic)"), {"topic": topic})


def announced(session: Session) -> dict[Topic, bool]:
    """What was announced in this session, and whether everywhere."""
    topics: dict[Topic, bool] = {}
    for (topic, _), is_everywhere in session.info.get(_ANNOUNCED, {}).items():
        topics[topic] = is_everywhere or topics.get(topic, False)
    return topics


class Database(Protocol):
    """What the rest of the house needs of the database. After each commit, `on_write` hears what it announced."""

    is_sqlite: bool
    on_write: list[Callable[[Topics], None]]

    async def run(self, fn: Callable[[Session], T], *, first: bool = False) -> T:
        """Run `fn` in one writing transaction; `first` goes before all that waits."""
        ...

    async def read(self, fn: Callable[[Session], T]) -> T:
        """Run `fn`, which only reads and locks nothing."""
        ...

    async def close(self) -> None: ...


def partial_index(
    name: str, *columns: str, where: str, on_postgresql: str | None = None, is_unique: bool = False
) -> Index:
    """An index of those rows alone for which `where` holds (in PostgreSQL's own words, where it has others).

    It is said to the database in use when tables are made, or compared: `postgresql_where` loads that dialect wherever
    a table is declared.
    """
    return Index(name, *columns, unique=is_unique, info={"sqlite": where, "postgresql": on_postgresql or where})


def _say_where(metadata: MetaData, dialect: str) -> None:
    for index in {index for table in metadata.tables.values() for index in table.indexes if dialect in index.info}:
        index.dialect_options[dialect]["where"] = text(index.info[dialect])


@event.listens_for(Base.metadata, "before_create")
def _before_create(metadata: MetaData, connection: Connection, **_: Any) -> None:
    _say_where(metadata, connection.dialect.name)


def make_engine(url: str, *, read_only: bool = False) -> Engine:
    """An engine with our transactions: SQLite begins IMMEDIATE, in WAL, synchronous=FULL, with foreign keys.

    On PostgreSQL one that is read only saves the ways to the server and back of BEGIN, COMMIT, and the question whether
    it is there: `look` begins again where it was gone. It holds no locks.
    """
    parsed = make_url(url)
    _say_where(Base.metadata, parsed.get_backend_name())
    if parsed.get_backend_name() != "sqlite":
        on_server = create_engine(
            parsed,
            pool_size=POSTGRESQL_THREADS,
            max_overflow=4,
            pool_pre_ping=not read_only,
            hide_parameters=True,
            query_cache_size=STATEMENTS,
        )
        if read_only:
            # Not by create_engine's isolation_level: that would be the dialect's, which the writers share.
            event.listen(on_server, "connect", _commit_by_itself)
        return _sharing(on_server, parsed.set(database=None).render_as_string(hide_password=False))
    # hide_parameters: what an error quotes of a statement's values may be people's words, and ends up in logs.
    engine = create_engine(
        parsed,
        isolation_level=None,
        hide_parameters=True,
        query_cache_size=STATEMENTS,
        connect_args={"timeout": 30, "check_same_thread": False, "cached_statements": STATEMENTS},
    )

    # The driver must not begin transactions by itself: its deferred ones lose updates and fail as "locked".
    @event.listens_for(engine, "connect")
    def _pragmas(connection: Any, record: Any) -> None:
        record.info[_BEGIN] = "BEGIN" if read_only else "BEGIN IMMEDIATE"
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")  # only then does an ack survive a power cut
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA busy_timeout=30000")
        if read_only:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    # In place of the dialect's own, which leaves it to the driver. (To listen for "begin" would slow every statement.)
    engine.dialect.do_begin = _do_begin  # type: ignore[assignment]
    return _sharing(engine, "sqlite")


def _commit_by_itself(connection: Any, _record: Any) -> None:
    connection.autocommit = True


_BEGIN = "how a transaction begins"


def _do_begin(connection: Any) -> None:
    connection.driver_connection.execute(connection.info[_BEGIN])


_compiled: dict[str, tuple[Dialect, Any]] = {}


def _sharing(engine: Engine, server: str) -> Engine:
    """Engines of one server compile a statement once. What is compiled belongs to a dialect, so they share that as well
    (that of PostgreSQL when it has learnt the server's version).
    """
    dialect, _ = _compiled.get(server, (None, None))
    if dialect is None or (dialect.name != "sqlite" and getattr(dialect, "server_version_info", None) is None):
        _compiled[server] = (engine.dialect, engine._compiled_cache)
    engine.dialect, engine._compiled_cache = _compiled[server]
    return engine


class _Threads:
    """A few threads that work through one queue, the most urgent first, in order of arrival."""

    def __init__(self, count: int, name: str, outage: Outage) -> None:
        self._outage = outage
        self._queue: queue.PriorityQueue[tuple[int, int, Callable[[], None] | None]] = queue.PriorityQueue()
        self._order = itertools.count()
        self._threads = [threading.Thread(target=self._work, name=f"{name}-{n}", daemon=True) for n in range(count)]
        for thread in self._threads:
            thread.start()

    def submit(self, work: Callable[[], T], priority: int) -> Future[T]:
        future: Future[T] = Future()

        def job() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                with self._outage.watched():
                    result = work()
            except BaseException as error:  # noqa: BLE001 - handed on to whoever awaits the future
                future.set_exception(error)
            else:
                future.set_result(result)

        self._queue.put((priority, next(self._order), job))
        return future

    def stop(self) -> None:
        for _ in self._threads:
            self._queue.put((USUAL + 1, next(self._order), None))
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while (job := self._queue.get()[2]) is not None:
            job()


class QuickSession(Session):
    """A session in which a statement that is `plain` skips the ORM: it loads no rows of ours into the session, and
    needs none of what is in there but written down before it. An update takes a third of the time, a column two.
    """

    def execute(self, statement: Any, params: Any = None, **given: Any) -> Any:
        """As `Session.execute`."""
        if given or not is_plain(statement):
            return super().execute(statement, params, **given)
        self.flush()
        return self.connection().execute(statement, params)


_PLAIN = "plain"


def is_plain(statement: Any) -> bool:
    return bool(statement.get_execution_options().get(_PLAIN))


def plain(statement: S) -> S:
    """The statement, marked as one that loads no rows of ours (columns only) and changes none that a session holds."""
    marked: Any = statement
    marked = marked.execution_options(**{_PLAIN: True})
    return cast(S, marked)


def transact(engine: Engine, fn: Callable[[Session], T], kind: Callable[..., Session] = QuickSession) -> T:
    """Run `fn(session)` in one transaction of `engine`, again after a deadlock. Raises DiskFull or DatabaseAway.

    After DatabaseAway nobody knows whether it took effect: the connection may have gone in the middle of the commit.
    """
    for attempt in range(1, DEADLOCK_TRIES + 1):
        try:
            with kind(engine, expire_on_commit=False) as session, session.begin():
                return fn(session)
        except DBAPIError as error:
            if is_disk_full(error):
                raise DiskFull from error
            if is_away(error):
                raise DatabaseAway(why=first_line(error)) from error
            if not is_deadlock(error) or attempt == DEADLOCK_TRIES:
                raise
            log.info("transaction repeated after a deadlock", extra={"attempt": attempt})
            time.sleep(0.01 * attempt)
    raise AssertionError("unreachable")


def look(reading: Engine, fn: Callable[[Session], T]) -> T:
    """Run `fn(session)`, which only reads, on an engine that is read only; once more where the connection turned out to
    be gone. Raises DatabaseAway.
    """
    try:
        return transact(reading, fn)
    except DatabaseAway as away:
        if not was_lost(away):
            raise
    return transact(reading, fn)


class ThreadedDatabase:
    """The database behind threads: see the module's words."""

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self.on_write: list[Callable[[Topics], None]] = []
        self.reading = make_engine(url, read_only=True)
        outage = Outage()
        self._writers = _Threads(1 if self.is_sqlite else POSTGRESQL_THREADS, "writer", outage)
        self._readers = _Threads(1, "reader", outage) if self.is_sqlite else self._writers

    async def run(self, fn: Callable[[Session], T], *, first: bool = False) -> T:
        def telling(session: Session) -> tuple[T, Topics]:
            return fn(session), frozenset(announced(session))

        work = partial(transact, self.engine, telling)
        result, topics = await asyncio.wrap_future(self._writers.submit(work, FIRST if first else USUAL))
        for callback in self.on_write:
            callback(topics)
        return result

    async def read(self, fn: Callable[[Session], T]) -> T:
        return await asyncio.wrap_future(self._readers.submit(partial(look, self.reading, fn), USUAL))

    async def close(self) -> None:
        for threads in {id(t): t for t in (self._writers, self._readers)}.values():
            await asyncio.to_thread(threads.stop)
        self.reading.dispose()
        self.engine.dispose()


def check_schema(session: Session) -> None:
    """Raises NotOurDatabase when the tables are not there, or not those of this version."""
    if not inspect(session.connection()).has_table("alembic_version"):
        raise NotOurDatabase
    if session.execute(text("SELECT version_num FROM alembic_version")).scalar() != SCHEMA:
        raise NotOurDatabase


def is_missing_file(url: str) -> bool:
    """Whether this is a SQLite file that is not there: opening it would make it."""
    parsed = make_url(url)
    file = parsed.database if parsed.get_backend_name() == "sqlite" else None
    return bool(file) and file != ":memory:" and not Path(str(file)).exists()


def has_newest_tables(url: str) -> bool:
    """Whether nothing is left to migrate. Raises NoDatabase."""
    engine = make_engine(url)
    try:
        with telling_when_away():
            transact(engine, check_schema)
    except NotOurDatabase:
        return False
    finally:
        engine.dispose()
    return True
