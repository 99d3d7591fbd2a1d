"""Due moments: right on suites of others, and never read where there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

from bench.reading.report import HOURS, NOW, Report, Row, microseconds, rows
from bot.understanding import read_due


def is_right(row: Row, answer: datetime | None) -> bool:
    """The rule of the data's README."""
    if answer is None:
        return False
    naive = answer.replace(tzinfo=None)
    expected, kind = row["expected"], row["kind"]
    day = datetime.fromisoformat(row["reference"]).date().isoformat()

    def moment(text: str | None) -> datetime | None:
        return datetime.fromisoformat(f"{day}T{text}" if text and len(text) == 8 else text) if text else None

    start, end = moment(expected["start"]), moment(expected["end"])
    if end:
        return in_span(start, naive, end, by_clock=kind == "timerange")
    assert start is not None
    rules: dict[str, Callable[[], bool]] = {
        "date": lambda: naive.date() == start.date(),
        "time": lambda: naive.time().replace(microsecond=0) == start.time(),
        "period": lambda: in_period(start, naive),
        "daterange": lambda: start.date() <= naive.date(),
    }
    return rules.get(kind, lambda: abs((naive - start).total_seconds()) <= 60)()


def in_span(start: datetime | None, naive: datetime, end: datetime, *, by_clock: bool) -> bool:
    """Between both ends; by the clock alone for a span of hours."""
    if by_clock and start:
        return start.time() <= naive.time() <= end.time()
    return (start is None or start <= naive) and naive <= end


def in_period(start: datetime, naive: datetime) -> bool:
    """Inside the week, month, quarter or year that begins at `start` (the longest that fits its first day)."""
    days = (
        366
        if (start.month, start.day) == (1, 1)
        else 92
        if start.day == 1 and start.month in (4, 7, 10)
        else 31
        if start.day == 1
        else 7
    )
    return 0 <= (naive - start).days < days


def measure(report: Report) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in rows("deadlines.jsonl"):
        answer = read_due(row["text"], datetime.fromisoformat(row["reference"]).replace(tzinfo=UTC), HOURS)
        good = is_right(row, answer)
        for suite in ("all", row["suite"], *(["without duckling"] if row["suite"] != "duckling" else [])):
            total[suite] += 1
            right[suite] += good
        if not good:
            report.miss("deadlines", row["text"], row["reference"], row["kind"], row["expected"], answer)
    for suite in total:
        report.share("due moments", suite, right[suite], total[suite])
    texts = [row["text"] for row in rows("chat.jsonl")]
    hits = [text for text in texts if read_due(text, NOW, HOURS)]
    for text in hits:
        report.miss("chat moment", text)
    report.share("  read where none is", "chat", len(hits), len(texts))
    report.figure("  microseconds a text", "chat", "", microseconds(lambda text: read_due(text, NOW, HOURS), texts))
