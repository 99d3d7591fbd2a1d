"""`python -m tests.chaos`: the scenes, one after another; 1 when anything was lost, or said twice."""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.errors import DatabaseAway
from tests.chaos import databases, disk
from tests.chaos.fleet import Role
from tests.chaos.scenes import Scene, kills, play, roles, scene

SQLITE_KILLS, POSTGRESQL_KILLS, RESTARTS = 100, 300, 10
TRACED = re.compile(r"^(?:bot\.errors\.DatabaseAway|(?:sqlalchemy\.exc|psycopg)\.\S+): .*", re.MULTILINE)
"""The last line of a traceback."""
Act = Callable[[argparse.Namespace, Path, random.Random], Coroutine[Any, Any, list[str]]]


async def on_sqlite(chosen: argparse.Namespace, folder: Path, rng: random.Random) -> list[str]:
    """One process, killed again and again."""
    with databases.sqlite(folder) as url:
        async with scene("sqlite", folder, url, roles("run"), rng) as here:
            return await play(here, kills(chosen.kills or SQLITE_KILLS, pause=2.0))


async def on_postgresql(chosen: argparse.Namespace, folder: Path, rng: random.Random) -> list[str]:
    """Two web processes and three workers."""
    with databases.postgresql() as url:
        async with scene("postgresql", folder, url, _many(), rng) as here:
            return await play(here, kills(chosen.kills or POSTGRESQL_KILLS, pause=1.0))


async def restarts(chosen: argparse.Namespace, folder: Path, rng: random.Random) -> list[str]:
    """PostgreSQL is restarted while all work with it."""
    if not databases.is_our_own():
        print("  restart skipped: TEST_DATABASE_URL names a server that is not ours to restart")
        return []

    is_away = asyncio.Lock()

    async def restart(here: Scene) -> None:
        here.life.is_heard = lambda: not is_away.locked()
        for number in range(chosen.kills or RESTARTS):
            await asyncio.sleep(rng.uniform(3, 9))
            mode = ("immediate", "fast")[number % 2]
            async with is_away:
                await asyncio.to_thread(databases.restart, mode)
            here.harms[f"restarts ({mode})"] += 1
        await asyncio.sleep(rng.uniform(3, 9))

    with databases.postgresql() as url:
        async with scene("restart", folder, url, _many(), rng) as here:
            return await play(here, restart) + list(_said(here))


def _said(here: Scene) -> Iterator[str]:
    """What the logs say of the outages: words, and no traceback."""
    log, words = here.fleet.words(), DatabaseAway().words
    here.tell(f"the logs say {log.count(words)} times: {words}")
    if words not in log:
        yield "restart: the database was away, and no log says so"
    for found in TRACED.findall(log):
        yield f"restart: a traceback says nothing to whoever must start the database: {found}"


def _many() -> list[Role]:
    return roles("web", "web", "worker", "worker", "worker")


ACTS: dict[str, Act] = {"sqlite": on_sqlite, "postgresql": on_postgresql, "restart": restarts, "disk": disk.full}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--only", choices=list(ACTS), help="one scene")
    parser.add_argument("--kills", type=int, default=0, metavar="N", help="instead of 100 and 300 (or 10 restarts)")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6), help="for the moments and the acts")
    chosen = parser.parse_args(arguments)
    begun, bad = time.monotonic(), list[str]()
    for name in [chosen.only] if chosen.only else ACTS:
        print(f"{name} (--seed {chosen.seed}): {ACTS[name].__doc__}", flush=True)
        with tempfile.TemporaryDirectory(prefix="ours-chaos-") as folder:
            found = asyncio.run(ACTS[name](chosen, Path(folder), random.Random(chosen.seed)))
        print("  " + (f"{len(found)} broken" if found else "nothing lost, nothing said twice"), flush=True)
        bad += found
    print(
        f"{time.monotonic() - begun:.0f} s in all. " + ("BROKEN:" if bad else "Nothing was lost, nothing said twice.")
    )
    print("\n".join(bad[:200]), file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
