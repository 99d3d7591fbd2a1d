"""What group commit is worth: events stored together, against one transaction for each, side by side in one run.

    python -m bench.receive

Prints microseconds an event for both and their ratio, on SQLite with synchronous=FULL. Ratios hold from machine to
machine; the absolute figures do not.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from pathlib import Path

from bot.clock import SystemClock, machine_seconds
from bot.database import Base, Ids, ThreadedDatabase
from bot.inbox import Inbox

EVENTS = 1_000
ROUNDS = 5


def envelope(number: int) -> dict[str, object]:
    event = {"type": "message", "channel": f"C{number % 20}", "ts": f"1700000000.{number:06d}", "text": "x" * 200}
    return {"team_id": "T1", "event_id": f"Ev{number}", "event": event}


async def together(inbox: Inbox, first: int) -> float:
    """Microseconds an event when all arrive at once."""
    start = machine_seconds()
    await asyncio.gather(*(inbox.put(envelope(first + number)) for number in range(EVENTS)))
    return (machine_seconds() - start) / EVENTS * 1e6


async def one_by_one(inbox: Inbox, first: int) -> float:
    """Microseconds an event when each waits for its own transaction."""
    start = machine_seconds()
    for number in range(EVENTS):
        await inbox.put(envelope(first + number))
    return (machine_seconds() - start) / EVENTS * 1e6


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = ThreadedDatabase(f"sqlite:///{Path(folder) / 'bench.db'}")
        Base.metadata.create_all(database.engine)
        clock = SystemClock()
        inbox = Inbox(database, Ids(clock.machine), clock.now)
        grouped, single = [], []
        for turn in range(ROUNDS):
            grouped.append(await together(inbox, turn * 2 * EVENTS))
            single.append(await one_by_one(inbox, (turn * 2 + 1) * EVENTS))
        await database.close()
    print(f"group commit       {statistics.median(grouped):8.0f} µs an event ({min(grouped):.0f}-{max(grouped):.0f})")
    print(f"a transaction each {statistics.median(single):8.0f} µs an event ({min(single):.0f}-{max(single):.0f})")
    print(f"ratio              {statistics.median(single) / statistics.median(grouped):8.1f} to 1")


if __name__ == "__main__":
    asyncio.run(main())
