"""A full disk: SQLite on a tiny file system, which is filled and emptied while the town lives."""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import DiskFull
from tests.chaos import databases
from tests.chaos.scenes import Scene, play, roles, scene

SIZE = "16m"
"""SQLite's log alone takes four of them."""
ROUNDS = 4
ENOUGH = 10
"""So many answers of 500 are awaited before there is room again."""
PATIENCE = 12.0
"""Of the machine's seconds: Slack's last try comes six minutes after the first, which are eighteen seconds here."""
TRACED = re.compile(r"^(?:bot\.errors\.DiskFull|sqlite3\.OperationalError): .*", re.MULTILINE)
"""The last line of a traceback."""
INSIDE = "OURS_CHAOS_INSIDE"
"""Set where this runs in a user namespace of its own, in which anybody may mount."""


async def full(chosen: argparse.Namespace, folder: Path, rng: random.Random) -> list[str]:
    """SQLite's disk is full again and again: 500, words in the log, and all goes on when there is room."""
    place = folder / "tiny"
    place.mkdir()
    if not _mount(place):
        return await asyncio.to_thread(_again_inside, chosen)
    try:
        return await _play(chosen, folder, place, rng)
    finally:
        _unmount(place)


async def _play(chosen: argparse.Namespace, folder: Path, place: Path, rng: random.Random) -> list[str]:
    with databases.sqlite(place) as url:
        async with scene("disk", folder, url, roles("run"), rng) as here:
            filler = Filler(place / "filler")
            here.life.is_heard = lambda: not filler.is_there and bool(here.balancer.ports)
            broken = await play(here, lambda here: _fill_and_empty(here, filler, chosen.kills or ROUNDS))
            return broken + list(_said(here))


async def _fill_and_empty(here: Scene, filler: Filler, rounds: int) -> None:
    for number in range(rounds):
        await here.fleet.some_ready()
        await asyncio.sleep(here.rng.uniform(3, 6))
        await asyncio.to_thread(_fold, here)
        with filler.filled():
            here.harms["times full"] += 1
            await _until_refused(here, here.balancer.answers["500"] + ENOUGH)
            if number % 2:
                await here.fleet.kill(here.fleet.roles)  # whoever starts now finds no room at all
                await asyncio.sleep(here.rng.uniform(4, 7))
    await asyncio.sleep(here.rng.uniform(3, 6))


def _fold(here: Scene) -> None:
    """Have SQLite fold its log into the file: else it fills the log's old pages for a while, and needs no room."""
    engine = here.fleet.site.engine()
    with engine.connect() as connection:
        connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


async def _until_refused(here: Scene, enough: int) -> None:
    try:
        async with asyncio.timeout(PATIENCE):
            while here.balancer.answers["500"] < enough:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.1)
    except TimeoutError:
        here.tell(f"only {here.balancer.answers['500']} answers of 500 so far")


def _said(here: Scene) -> Iterator[str]:
    log = here.fleet.words()
    here.tell(f"the log says {log.count(DiskFull().words[:40])} times: {DiskFull().words}")
    if not here.balancer.answers["500"]:
        yield "disk: the disk was full, and Slack never heard of it (no answer of 500)"
    if DiskFull().words[:40] not in log:
        yield "disk: the disk was full, and the log does not say so"
    for found in TRACED.findall(log):
        yield f"disk: a traceback says nothing to whoever must free space: {found}"


class Filler:
    """A file that takes all the room there is."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.is_there = False

    @contextmanager
    def filled(self) -> Iterator[None]:
        self.is_there = True
        with self._path.open("wb", buffering=0) as file:
            for size in (65536, 4096, 512):
                _write_all(file.fileno(), b"x" * size)
        try:
            yield
        finally:
            self._path.unlink()
            self.is_there = False


def _write_all(file: int, block: bytes) -> None:
    try:
        while os.write(file, block):
            pass
    except OSError:
        return


def _mount(place: Path) -> bool:
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    try:
        return subprocess.run(mounting, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def _unmount(place: Path) -> None:
    subprocess.run(["umount", "--lazy", str(place)], check=False)


def _again_inside(chosen: argparse.Namespace) -> list[str]:
    """Where we may not mount, a namespace of our own may let us; else this is left out, and said so."""
    if INSIDE not in os.environ:
        command = [sys.executable, "-m", "tests.chaos", "--only", "disk", "--seed", str(chosen.seed)]
        entering = ["unshare", "--user", "--map-root-user", "--mount", *command]
        try:
            code = subprocess.run(entering, check=False, env={**os.environ, INSIDE: "yes"}).returncode
        except FileNotFoundError:
            code = 0
        return ["disk: broken, as told above"] if code == 1 else []
    print("  disk SKIPPED: no small file system can be mounted here (it takes root, or user namespaces)")
    return []
