"""How long an import of customers takes, and how long the bot's acks wait meanwhile.

    python -m bench.customers [ROWS]

Makes a CSV file of so many customers (100,000), lets another process import it into a SQLite file with the command that
people use, and stores an event every 20 ms as the web process does before it acks. Prints the seconds of the import,
and the median, 99th percentile and longest of these waits, in milliseconds; then the same for importing it once more,
and with every row changed.
"""

from __future__ import annotations

import asyncio
import csv
import os
import random
import statistics
import sys
import tempfile
from pathlib import Path

from bot.clock import SystemClock, WorkingHours, machine_seconds
from bot.database import Ids, Scope, ThreadedDatabase, transact
from bot.facts import DepartmentFacts, PersonFacts, WorkspaceFacts
from bot.inbox import Inbox
from bot.ledger import people, workspaces
from bot.migrations import upgrade

SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprst" for vowel in "aeiou"]
DEPARTMENTS = ("finance", "product", "sales", "legal")
TIERS = ("strategic", "enterprise", "business", "free")
EVERY = 0.02


def make_file(path: Path, rows: int, tier: int = 0) -> None:
    """So many customers, most with another name, a domain, a handle, a tier, a department and an owner."""
    chance = random.Random(7)  # noqa: S311 - the same file each time
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["name", "aliases", "domains", "handles", "tier", "home_department", "owners"])
        for number in range(rows):
            name = "".join(chance.choices(SYLLABLES, k=4)).title()
            aliases = f"{name} {number} Labs; {name[:3].upper()}{number}" if number % 2 else ""
            writer.writerow(
                [
                    f"{name} {number}, Inc.",
                    aliases,
                    f"{name.lower()}{number}.example",
                    f"x.com/{name.lower()}{number}" if number % 3 else "",
                    TIERS[(number + tier) % 4],
                    DEPARTMENTS[number % 4],
                    f"U{number % 50}" if number % 5 else "",
                ]
            )


def install(scope: Scope) -> None:
    seeds = [DepartmentFacts(key, key.title(), f"answers for {key}") for key in DEPARTMENTS]
    workspaces.install(
        scope, WorkspaceFacts("T1", "Acme", "https://acme.slack.com/", "UBOT"), seeds, WorkingHours("UTC")
    )
    people.remember(scope, [PersonFacts(f"U{number}", f"Person {number}") for number in range(50)])


async def measure(url: str, file: Path) -> tuple[float, list[float], str]:
    """Seconds of the import, milliseconds of each ack's wait meanwhile, and what the command said."""
    database = ThreadedDatabase(url)
    clock = SystemClock()
    inbox = Inbox(database, Ids(clock.machine), clock.now)
    waits: list[float] = []
    running = True
    began_at = clock.machine().timestamp()

    async def store(number: int) -> None:
        began = machine_seconds()
        event = {"type": "message", "channel": f"C{number % 20}", "ts": f"{began_at}{number}", "text": "x" * 200}
        await inbox.put({"team_id": "T1", "event_id": f"Ev{began_at}-{number}", "event": event})
        waits.append((machine_seconds() - began) * 1000)

    async def acks() -> None:
        tasks = []
        number = 0
        while running:
            tasks.append(asyncio.create_task(store(number)))
            number += 1
            await asyncio.sleep(EVERY)
        await asyncio.gather(*tasks)

    listening = asyncio.create_task(acks())
    began = machine_seconds()
    command = [sys.executable, "-m", "bot", "customers", "import", str(file)]
    environment = os.environ | {"DATABASE_URL": url}
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, env=environment, stdout=pipe, stderr=pipe)
    said, errors = await process.communicate()
    seconds = machine_seconds() - began
    running = False
    await listening
    await database.close()
    return seconds, waits, (said or errors).decode()


def show(what: str, seconds: float, waits: list[float], said: str) -> None:
    slow = statistics.quantiles(waits, n=100)[98]
    print(f"{what:28} {seconds:6.1f} s   acks: median {statistics.median(waits):5.0f} ms, p99 {slow:5.0f} ms, "
          f"longest {max(waits):5.0f} ms of {len(waits):,}   {said.strip().splitlines()[-1]}")  # fmt: skip


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        upgrade(url)
        database = ThreadedDatabase(url)
        transact(
            database.engine,
            lambda session: install(Scope(session, "T1", SystemClock().now(), Ids(SystemClock().machine))),
        )
        asyncio.run(database.close())
        for what, tier in (("new", 0), ("the same once more", 0), ("each with another tier", 1)):
            file = Path(folder) / "customers.csv"
            make_file(file, rows, tier)
            show(f"{rows:,} rows, {what}", *asyncio.run(measure(url, file)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
