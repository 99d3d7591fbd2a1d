"""The databases in which chaos plays, as they are in earnest: migrated, and durable."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot import migrations
from tests.process.conftest import Server
from tests.support import databases


@contextmanager
def sqlite(folder: Path) -> Iterator[str]:
    url = f"sqlite:///{folder / 'ours.db'}"
    migrations.upgrade(url)
    yield url


@contextmanager
def postgresql() -> Iterator[str]:
    for url in databases.postgresql_server(run_id()):
        server = Server(url)
        made = server.create()
        migrations.upgrade(made)
        yield made
        server.drop(made)


def run_id() -> str:
    """A server of our own: it is restarted."""
    return f"chaos-{os.getpid()}"


def is_our_own() -> bool:
    return not os.environ.get("TEST_DATABASE_URL")


def restart(mode: str) -> None:
    """`pg_ctl restart`: "fast" cuts all connections, "immediate" is a crash."""
    databases.restart_postgresql(run_id(), mode)
