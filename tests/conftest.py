"""Fixtures for every folder: `url`, `engine`, `database` and `world` on both databases.

`postgresql_only` and `sqlite_only` engines are for what only one of them can show.
"""

from __future__ import annotations

import gc
import itertools
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine, event

from bot.database import ThreadedDatabase, make_engine
from tests.support import databases
from tests.support.reading import WatchedDatabase
from tests.support.turns import in_turns
from tests.support.unlisted import Unlisted
from tests.support.world import World

# How quickly a busy machine makes up examples says nothing of what is tested.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_configure() -> None:
    """To look for garbage while all is imported and collected takes a sixth of that; to wait for a disk, a tenth."""
    gc.set_threshold(50_000, 20, 20)
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(databases.quick_folder()))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if workers > 1:
        items[:] = in_turns(items, workers)


def pytest_collection_finish() -> None:
    """What was imported and collected stays; looking through it again and again takes a tenth of the whole run."""
    gc.freeze()


@pytest.fixture(autouse=True)
def errors_are_listed(unlisted: Unlisted) -> Iterator[None]:
    """Whatever test uses the playground: it answers nothing that its table of errors does not list."""
    yield
    assert unlisted.take() == []


@pytest.fixture(scope="session")
def unlisted() -> Iterator[Unlisted]:
    with Unlisted() as found:
        yield found


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was measured: times are told, never asserted."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "measured":
                terminalreporter.write_line(str(value))


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A database of this worker's own."""
    run_id = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"alone-{os.getpid()}")
    for server in databases.postgresql_server(run_id):
        yield from databases.postgresql_database(server)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return databases.sqlite_template(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def postgresql_engine(postgresql_url: str) -> Iterator[Engine]:
    engine = make_engine(postgresql_url)
    yield engine
    engine.dispose()


@pytest.fixture
def postgresql(postgresql_engine: Engine) -> Engine:
    """PostgreSQL only, empty."""
    databases.empty(postgresql_engine)
    return postgresql_engine


@pytest.fixture
def sqlite(sqlite_template: Path, tmp_path: Path) -> Iterator[Engine]:
    """SQLite only, empty."""
    engine = make_engine(databases.sqlite_copy(sqlite_template, tmp_path))
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """An empty database with all tables: every test that asks for it runs on both."""
    found = request.getfixturevalue(str(request.param))
    assert isinstance(found, Engine)
    return found


@pytest.fixture
def url(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


@pytest.fixture
async def database(url: str) -> AsyncIterator[ThreadedDatabase]:
    opened = WatchedDatabase(url)
    if not opened.is_sqlite:
        event.listen(opened.reading, "connect", refuse_writing)
    yield opened
    await opened.close()


def refuse_writing(connection: Any, _record: Any) -> None:
    """As SQLite does."""
    connection.execute("SET default_transaction_read_only = on")


@pytest.fixture(scope="session")
def installed(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A SQLite file with an installed workspace, and how many ids that took: copying is quicker than installing."""
    url = databases.sqlite_copy(sqlite_template, tmp_path_factory.mktemp("installed"))
    engine = make_engine(url)
    installing = World(engine).install()
    engine.dispose()
    return Path(str(engine.url.database)), next(installing.counter)


@pytest.fixture
def world(engine: Engine, request: pytest.FixtureRequest) -> World:
    """An installed workspace."""
    if engine.dialect.name != "sqlite":
        return World(engine).install()
    path, ids = request.getfixturevalue("installed")
    engine.dispose()
    shutil.copy(path, str(engine.url.database))
    return World(engine, counter=itertools.count(ids))


@pytest.fixture
def postgresql_world(postgresql: Engine) -> World:
    """The same, for what only transactions that truly overlap can show."""
    return World(postgresql).install()
