"""A workspace in SQLite: the simulation runs on nothing else."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.support.world import World


@pytest.fixture
def sqlite_world(sqlite: Engine) -> World:
    return World(sqlite).install()
