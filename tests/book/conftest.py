"""The towns of the book are made of what those of the flow tests are; they begin later, and their clock is slower."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.book.book import SPEED
from tests.flow.conftest import migrated, pytest_asyncio_loop_factories, town_url
from tests.flow.harness import START
from tests.flow.snapshots import Snapshot, take_snapshot
from tests.support import databases
from tests.support.loops import run_as_served

__all__ = ["migrated", "pytest_asyncio_loop_factories", "snapshot", "town_url"]


@pytest.fixture(scope="session")
def snapshot(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    url = databases.sqlite_copy(migrated, tmp_path_factory.mktemp("snapshot"))
    return run_as_served(take_snapshot(url, START + timedelta(minutes=20), SPEED))
