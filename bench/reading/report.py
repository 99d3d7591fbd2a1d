"""What all parts share: the data, a report with its misses, and intervals that tell luck from skill."""

from __future__ import annotations

import json
import math
import os
import statistics
import time
import tomllib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.clock import WorkingHours
from bot.facts import DepartmentWords

Row = dict[str, Any]
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
HOURS = WorkingHours()
HOUSE = Path(__file__).resolve().parents[2]


class Report:
    """Prints one table, a line a figure, and keeps the misses for reading."""

    def __init__(self) -> None:
        self.misses: list[str] = []

    def share(self, part: str, corpus: str, hits: int, of: int) -> None:
        """A share with its 95 % interval."""
        low, high = wilson(hits, of)
        self.figure(part, corpus, f"{hits / max(1, of):.3f}", f"[{low:.3f}, {high:.3f}]  {hits} of {of}")

    def f1(self, corpus: str, real: int, said: int, right: int) -> None:
        """F1, precision and recall of promises that are `real`, of those that were `said`, and of both."""
        either = real + said - right
        low, high = (2 * share / (1 + share) for share in wilson(right, either))  # F1 rises with this share alone
        self.figure("promises, F1", corpus, 2 * right / max(1, real + said), f"[{low:.3f}, {high:.3f}]")
        self.share("  precision", corpus, right, said)
        self.share("  recall", corpus, right, real)

    def area(self, part: str, corpus: str, positive: list[float], negative: list[float]) -> None:
        """The area under the curve with its 95 % interval."""
        found = auc(positive, negative)
        low, high = spread(found, len(positive), len(negative))
        self.figure(part, corpus, found, f"[{low:.3f}, {high:.3f}]  {len(positive)} of {len(positive) + len(negative)}")

    def figure(self, part: str, corpus: str, value: object, note: str = "") -> None:
        shown = f"{value:.3f}" if isinstance(value, float) else str(value)
        print(f"{part:<29}{corpus:<26}{shown:>10}  {note}")

    def miss(self, corpus: str, *what: object) -> None:
        self.misses.append(" | ".join((corpus, *(str(each).replace("\n", " ")[:300] for each in what))))


def folder() -> Path:
    """The folder of the labelled data."""
    return Path(os.environ.get("OURS_DATA", ""))


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (folder() / name).read_text(encoding="utf-8").splitlines() if line]


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson, 1927)."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    spread = z / (1 + z * z / of) * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, middle - spread), min(1.0, middle + spread)


def spread(area: float, positives: int, negatives: int) -> tuple[float, float]:
    """The 95 % interval of an area under the curve (Hanley and McNeil, 1982)."""
    one, two = area / (2 - area), 2 * area * area / (1 + area)
    variance = area * (1 - area) + (positives - 1) * (one - area * area) + (negatives - 1) * (two - area * area)
    width = 1.96 * math.sqrt(variance / (positives * negatives))
    return max(0.0, area - width), min(1.0, area + width)


def microseconds(work: Callable[[str], object], texts: Iterable[str]) -> str:
    """Mean and median time of a text."""
    times = []
    for text in texts:
        start = time.perf_counter_ns()
        work(text)
        times.append((time.perf_counter_ns() - start) / 1000)
    return f"mean {statistics.fmean(times):.0f}, median {statistics.median(times):.0f}"


def departments() -> tuple[DepartmentWords, ...]:
    """Those that a new workspace starts with."""
    table = tomllib.loads((HOUSE / "config" / "departments.toml").read_text(encoding="utf-8"))
    return tuple(
        DepartmentWords(key, each["name"], each["description"], tuple(each["words"])) for key, each in table.items()
    )


def auc(positive: list[float], negative: list[float]) -> float:
    """The chance that a positive scores above a negative."""
    ranked = sorted([(score, 1) for score in positive] + [(score, 0) for score in negative])
    below = 0.0
    wins = 0.0
    i = 0
    while i < len(ranked):
        j = i
        while j < len(ranked) and ranked[j][0] == ranked[i][0]:
            j += 1
        tied = ranked[i:j]
        zeros = sum(1 for _, label in tied if not label)
        wins += (len(tied) - zeros) * (below + zeros / 2)
        below += zeros
        i = j
    return wins / (len(positive) * len(negative))


def recall_at(positive: list[float], negative: list[float], share: float = 0.01) -> float:
    threshold = sorted(negative, reverse=True)[int(len(negative) * share)]
    return sum(score > threshold for score in positive) / len(positive)
