"""Measures understanding on the data in the folder OURS_DATA: `python bench/eval_understanding.py [misses FILE]`.

Each corpus is scored on its own, with what the number consists of. `misses FILE` writes the misses for reading.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.clock import WorkingHours
from bot.facts import DepartmentWords, Post
from bot.understanding import candidate_names, normalise_name, read, read_due
from bot.understanding.promises import read_promise

Row = dict[str, Any]
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
HOURS = WorkingHours()
HOUSE = Path(__file__).resolve().parent.parent


class Report:
    """Prints figures and keeps misses."""

    def __init__(self) -> None:
        self.misses: list[str] = []

    def line(self, name: str, **figures: object) -> None:
        shown = "  ".join(
            f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}" for key, value in figures.items()
        )
        print(f"{name:<28}{shown}")

    def miss(self, corpus: str, *what: object) -> None:
        self.misses.append(" | ".join((corpus, *(str(each).replace("\n", " ")[:300] for each in what))))


def rows(folder: Path, name: str) -> list[Row]:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines() if line]


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


def eval_moments(folder: Path, report: Report) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in rows(folder, "deadlines.jsonl"):
        answer = read_due(row["text"], datetime.fromisoformat(row["reference"]).replace(tzinfo=UTC), HOURS)
        good = is_right(row, answer)
        for suite in (row["suite"], "all"):
            total[suite] += 1
            right[suite] += good
        if not good:
            report.miss("deadlines", row["text"], row["reference"], row["kind"], row["expected"], answer)
    others = right["all"] - right["duckling"], total["all"] - total["duckling"]
    report.line(
        "due moments", **{suite: right[suite] / total[suite] for suite in total}, without_duckling=others[0] / others[1]
    )


def eval_false_moments(folder: Path, report: Report) -> None:
    texts = [row["text"] for row in rows(folder, "chat.jsonl")]
    hits = [text for text in texts if read_due(text, NOW, HOURS)]
    for text in hits:
        report.miss("chat moment", text)
    report.line(
        "  read in chat",
        share=len(hits) / len(texts),
        microseconds=microseconds(lambda text: read_due(text, NOW, HOURS), texts),
    )


def microseconds(work: Callable[[str], object], texts: Iterable[str]) -> int:
    """Median time of one text."""
    times = []
    for text in texts:
        start = time.perf_counter_ns()
        work(text)
        times.append((time.perf_counter_ns() - start) / 1000)
    return round(statistics.fmean(times))


def promises(text: str) -> bool:
    return read_promise(text, lambda sentence: read_due(sentence, NOW, HOURS) is not None).is_promise


def eval_promises(folder: Path, report: Report) -> None:
    data = rows(folder, "promises.jsonl")
    for corpus in ("lin_enron", "ami"):
        hit: Counter[str] = Counter()
        total: Counter[str] = Counter()
        true = said = real = 0
        for row in data:
            if row["corpus"] != corpus:
                continue
            found = promises(row["text"])
            total[str(row["kind"])] += 1
            hit[str(row["kind"])] += found
            true, said, real = true + (found and row["label"]), said + found, real + row["label"]
            if found != bool(row["label"]):
                report.miss(f"promise {corpus} {'false' if found else 'missed'}", row["kind"], row["text"])
        precision, recall = true / said, true / real
        report.line(
            f"promises {corpus}", f1=2 * precision * recall / (precision + recall), precision=precision, recall=recall
        )
        report.line("  flagged by kind", **{kind: f"{hit[kind]}/{total[kind]}" for kind in total if hit[kind]})
    texts = [row["text"] for row in rows(folder, "chat.jsonl")]
    flagged = [text for text in texts if promises(text)]
    for text in flagged:
        report.miss("promise chat", text)
    report.line("promises in chat", share=len(flagged) / len(texts), microseconds=microseconds(promises, texts))


def departments() -> tuple[DepartmentWords, ...]:
    table = tomllib.loads((HOUSE / "config" / "departments.toml").read_text(encoding="utf-8"))
    return tuple(
        DepartmentWords(key, each["name"], each["description"], tuple(each["words"])) for key, each in table.items()
    )


def eval_mentions(folder: Path, report: Report) -> None:
    teams = departments()
    scores: dict[str, list[float]] = {}
    for name in ("chat", "complaints", "banking77"):
        texts = [row["text"] for row in rows(folder, f"{name}.jsonl")]
        readings = [read(Post(text, NOW), teams) for text in texts]
        scores[name] = [reading.mention.score for reading in readings]
        for text, reading in zip(texts, readings, strict=True):
            if reading.mention.is_mention == (name == "chat"):
                report.miss(f"mention {name}", reading.mention.score, text)
        share = sum(reading.mention.is_mention for reading in readings) / len(readings)
        report.line(
            f"mentions {name}",
            share=share,
            microseconds=microseconds(lambda text: read(Post(text, NOW), teams), texts[:500]),
        )
    work = [row["text"] for row in rows(folder, "promises.jsonl") if row["corpus"] == "lin_enron"]
    flagged = [text for text in work if read(Post(text, NOW), teams).mention.is_mention]
    for text in flagged:
        report.miss("mention in work mail", text)
    report.line("mentions work mail", share=len(flagged) / len(work))
    report.line(
        "mentions chat/complaints",
        auc=auc(scores["complaints"], scores["chat"]),
        at_1_percent=recall_at(scores["complaints"], scores["chat"]),
    )
    eval_app_posts(folder, report, teams)


def eval_app_posts(folder: Path, report: Report, teams: tuple[DepartmentWords, ...]) -> None:
    texts = [row["text"] for row in rows(folder, "complaints.jsonl")]
    found = tagged = 0
    counts: Counter[int] = Counter()
    keys: Counter[str] = Counter()
    for text in texts:
        reading = read(Post(text, NOW, by_app=True, app_name="Replay"), teams)
        tags = [each for each in reading.departments if each.tagged]
        found += reading.mention.is_mention
        tagged += bool(tags) and all(each.reasons for each in tags)
        counts[len(tags)] += 1
        keys.update(each.key for each in tags)
        if not reading.mention.is_mention or not tags:
            report.miss("app complaint", text)
    report.line(
        "complaints by an app",
        mentions=found / len(texts),
        tagged=tagged / len(texts),
        tags=dict(sorted(counts.items())),
    )
    report.line("  tagged", **{key: round(count / len(texts), 2) for key, count in keys.most_common()})


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


def eval_names(folder: Path, report: Report) -> None:
    names = (folder / "company_names.txt").read_text(encoding="utf-8").splitlines()
    directory = {normalise_name(name): name for name in names}
    texts = [row["text"] for row in rows(folder, "chat.jsonl")]
    looked_up = named = 0
    for text in texts:
        post = Post(text, NOW)
        found = tuple((each, directory[each]) for each in candidate_names(post) if each in directory)
        looked_up += bool(found)
        reading = read(Post(text, NOW, names=found), ())
        if reading.mention.customer or reading.mention.evidence == "name":
            named += 1
            report.miss("name chat", found, text)
    report.line("company names in chat", looked_up=looked_up / len(texts), named=named / len(texts))


def main() -> int:
    folder = Path(os.environ.get("OURS_DATA", ""))
    if not (folder / "deadlines.jsonl").is_file():
        print("Set OURS_DATA to the folder with deadlines.jsonl and its neighbours.")
        return 2
    report = Report()
    for part in (eval_moments, eval_false_moments, eval_promises, eval_mentions, eval_names):
        part(folder, report)
    if len(sys.argv) == 3 and sys.argv[1] == "misses":
        Path(sys.argv[2]).write_text("\n".join(report.misses) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
