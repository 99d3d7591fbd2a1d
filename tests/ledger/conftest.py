"""The clock's work, at the world's present moment."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from bot.clock import SystemClock
from bot.database import ThreadedDatabase
from bot.jobs.loops import Shop
from bot.jobs.ticks import Ticks
from tests.support.world import World


class WorldClock(SystemClock):
    """Shows the world's present moment."""

    def __init__(self, world: World) -> None:
        self._world = world

    def now(self) -> datetime:
        return self._world.now


@pytest.fixture
def ticks(world: World, database: ThreadedDatabase) -> Ticks:
    def client(team_id: str) -> Any:
        raise AssertionError("a tick of nudges asks nothing of Slack")

    return Ticks(Shop(database, WorldClock(world), world.new_id, client, "worker"))
