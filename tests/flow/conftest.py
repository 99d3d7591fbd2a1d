"""Towns to test in; an error that the bot logs fails the test, unless it says `expects_errors`."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.database import SCHEMA
from tests.flow.harness import Town
from tests.flow.snapshots import Snapshot, take_snapshot
from tests.support import databases
from tests.support.loops import LoopFactory, as_served, run_as_served


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expects_errors: the bot logs errors in this test, and that is right")


def pytest_asyncio_loop_factories() -> dict[str, LoopFactory]:
    return as_served()


@pytest.fixture(scope="session")
def migrated(sqlite_template: Path) -> Path:
    """A SQLite file as `python -m bot migrate` leaves it."""
    path = sqlite_template.with_name("migrated.db")
    path.write_bytes(sqlite_template.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    connection.execute("INSERT INTO alembic_version VALUES (?)", (SCHEMA,))
    connection.commit()
    connection.close()
    return path


@pytest.fixture
def postgresql_town_url(postgresql_url: str) -> Iterator[str]:
    """The address of a PostgreSQL database of its own, as `python -m bot migrate` leaves it."""
    for url in databases.postgresql_database(postgresql_url):
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
            connection.execute(text("INSERT INTO alembic_version VALUES (:schema)"), {"schema": SCHEMA})
        engine.dispose()
        yield url


@pytest.fixture
def town_url(migrated: Path, tmp_path: Path) -> str:
    return databases.sqlite_copy(migrated, tmp_path)


@pytest.fixture(scope="session")
def snapshot(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    url = databases.sqlite_copy(migrated, tmp_path_factory.mktemp("snapshot"))
    return run_as_served(take_snapshot(url))


@pytest.fixture
async def town(snapshot: Snapshot, tmp_path: Path) -> AsyncIterator[Town]:
    """The playground's own company, over HTTP, on a Tuesday; the bot is there."""
    async with snapshot.open(tmp_path) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _no_errors(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    if "expects_errors" in request.keywords:
        return
    logged = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert not logged, logged
