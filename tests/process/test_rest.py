"""A process at rest is small and still."""

from __future__ import annotations

import sqlite3
import time

from tests.process.conftest import REVIEW, Process, Site
from tests.support.waiting import until

MEGABYTES = 110
REST = 3.0  # of the machine's seconds: less than a tick's fallback, so that nothing at all is due


async def test_at_rest_it_stays_small_and_does_nothing(site: Site) -> None:
    run = await site.serve("run")
    await site.slack.engine.settle(quiet=0.5)
    assert run.resident_megabytes() < MEGABYTES
    before = run.cpu_seconds()
    posts = [site.say(REVIEW.format(number)) for number in range(10)]
    for number in range(40):
        site.say(f"lunch number {number}?", "#general")
    await site.acknowledged()
    await until(lambda: len(site.cards()) == len(posts), 40)
    await site.slack.engine.settle(quiet=1.0)
    assert run.resident_megabytes() < MEGABYTES
    await _stays_still(site, run, run.cpu_seconds() - before)


async def _stays_still(site: Site, run: Process, work: float) -> None:
    """Compared with `work`, the CPU's seconds that fifty messages took: how fast the machine is says nothing here."""
    site.slack.clock.set_speed(1)  # the hours between two things due are hours
    await site.slack.engine.settle(quiet=1.0)
    with sqlite3.connect(f"file:{site.folder / 'ours.db'}?mode=ro", uri=True) as connection:
        calls, cpu, writes = len(site.slack.core.calls), run.cpu_seconds(), _writes(connection)
        begun = time.monotonic()
        await until(lambda: time.monotonic() > begun + REST)
        assert len(site.slack.core.calls) == calls
        assert _writes(connection) == writes
        assert run.cpu_seconds() - cpu < work / 3
    connection.close()


def _writes(connection: sqlite3.Connection) -> int:
    """Changes whenever another process commits something."""
    found: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return found
