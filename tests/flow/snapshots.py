"""A town in which the bot was installed before: met once, and opened again by each test that begins there.

To install takes as long as all that most tests do: the bot asks who is in its channels, who each of them is, and leads
an admin to the setup. What it wrote down and what Slack knew then is kept; whoever opens it has a new Slack and a new
bot, which starts as after any restart. How it is installed is shown by the towns that are not opened so.
"""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.engine import make_url

from tests.flow.harness import SPEED, START, Town, open_town
from tests.flow.seen import Json


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bot's SQLite file, Slack's world, and the moment at which both stood so."""

    file: Path
    world: Json
    moment: datetime
    speed: float

    @asynccontextmanager
    async def open(self, folder: Path, **options: Any) -> AsyncIterator[Town]:
        """A town of its own, which goes on from that moment; `options` are those of `open_town`."""
        url = f"sqlite:///{shutil.copy(self.file, folder / 'ours.db')}"
        async with open_town(url, world=self.world, start=self.moment, speed=self.speed, **options) as town:
            yield town


async def take_snapshot(url: str, start: datetime = START, speed: float = SPEED) -> Snapshot:
    """Of the playground's own company, once the bot is installed there, into that empty SQLite file."""
    file = Path(str(make_url(url).database))
    async with open_town(url, start=start, speed=speed) as town:
        await town.stop_bot()  # the last connection folds the write-ahead log into the file
        kept = Path(shutil.copy(file, file.with_name("snapshot.db")))
        snapshot = Snapshot(kept, town.slack.engine.state(), town.now(), speed)
        await town.start_bot()
    return snapshot
