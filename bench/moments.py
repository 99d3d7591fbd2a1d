"""What reading a due moment costs: 4,000 characters of ordinary and of hostile text, beside a plain split into words.

    python -m bench.moments

Prints the best of five in milliseconds and as a multiple of `re.split`, which says how much is the machine's. A line
above 5 ms is marked.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime

from bot.clock import WorkingHours
from bot.understanding import read_due

LENGTH = 4_000
MOST_MILLISECONDS = 5.0
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
HOURS = WorkingHours()
TEXTS = {
    "prose": "They wrote that the parcel had been left outside in the rain, and that nobody answered their mail. ",
    "prose with moments": "I'll send the quote by Friday noon and call them on the 3rd, or in two days at 3pm PT. ",
    "a log": "2026-11-20T10:00:01Z ERROR pool[12]: 192.168.1.12:8080 timed out after 30s (3/5) ",
    "figures": "1",
    "dates without end": "1/1/",
    "versions": "1.",
    "prepositions": "in in in by by next next ",
    "months": "May March ",
    "weekdays": "Mon Tue Wed ",
    "ranges": "1 - 2 - ",
    "figures and letters": "1_a1",
    "one word": "a",
    "dashes": "a-",
    "dots": "a.",
    "addresses": "a@",
    "figures and marks": "1_",
    "thousands": "1,",
    "spaces": " ",
}


def best(work: Callable[[], object]) -> float:
    """The shortest of five times, in milliseconds."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def main() -> None:
    print(f"{'4,000 characters of':<24}{'ms':>8}{'x re.split':>12}")
    for name, unit in TEXTS.items():
        text = (unit * LENGTH)[:LENGTH]
        taken = best(lambda text=text: read_due(text, NOW, HOURS))  # type: ignore[misc]
        split = best(lambda text=text: re.split(r"\W+", text))  # type: ignore[misc]
        mark = "" if taken <= MOST_MILLISECONDS else "  above 5 ms"
        print(f"{name:<24}{taken:>8.2f}{taken / split:>12.0f}{mark}")


if __name__ == "__main__":
    main()
