"""Promises: F1 per corpus, what is flagged wrongly, by kind, and how long reading takes."""

from __future__ import annotations

from collections import Counter
from typing import Any

from bench.reading.report import HOURS, HOUSE, NOW, Report, microseconds, rows
from bot.facts import Post
from bot.understanding import agrees, read, read_due
from bot.understanding.promises import read_promise

UNSEEN = HOUSE / "tests" / "unit" / "understanding" / "data"
LONG = 4000


def promises(text: str) -> bool:
    return read_promise(text, lambda sentence: read_due(sentence, NOW, HOURS) is not None).is_promise


def measure(report: Report) -> None:
    data = rows("promises.jsonl")
    for corpus in ("lin_enron", "ami"):
        _corpus(report, f"{corpus}, trained on", [row for row in data if row["corpus"] == corpus])
    answered = [row for row in data if row["corpus"] == "ami" and row.get("prev") and agrees(_post(row))]
    said = sum(read(_post(row), ()).promise.is_promise for row in answered if row["label"])
    report.share("  agreement, found", "ami, after what was asked", said, sum(bool(row["label"]) for row in answered))
    for corpus, real, others in (
        ("our threads, unseen", "promises", "look_alikes"),
        ("our calls, unseen", "calls_promises", "calls_others"),
    ):
        _corpus(report, corpus, [*_ours(real, 1), *_ours(others, 0)])
    texts = [row["text"] for row in rows("chat.jsonl")]
    flagged = [text for text in texts if promises(text)]
    for text in flagged:
        report.miss("promise chat", text)
    report.share("  flagged", "chat, trained on", len(flagged), len(texts))
    report.figure("  microseconds a text", "chat", "", microseconds(promises, texts))
    report.figure("  microseconds a text", "mail", "", microseconds(promises, (row["text"] for row in data[:2566])))
    long = [("\n".join(texts[start : start + 200]))[:LONG] for start in range(0, 1800, 200)]
    report.figure(f"  microseconds, {LONG:,} ch.", "chat", "", microseconds(promises, long))


def _post(row: dict[str, Any]) -> Post:
    """As a reply in a thread of a mention is read: with what was said right before it."""
    return Post(row["text"], NOW, asked=row["prev"])


def _corpus(report: Report, corpus: str, data: list[dict[str, object]]) -> None:
    hit: Counter[str] = Counter()
    total: Counter[str] = Counter()
    true = said = real = 0
    for row in data:
        found = promises(str(row["text"]))
        total[str(row["kind"])] += 1
        hit[str(row["kind"])] += found
        true, said, real = true + (found and bool(row["label"])), said + found, real + bool(row["label"])
        if found != bool(row["label"]):
            report.miss(f"promise {corpus} {'false' if found else 'missed'}", row["kind"], row["text"])
    report.f1(corpus, real, said, true)
    for kind in sorted(total):
        if kind not in ("commit", "off", "promises", "calls_promises"):
            report.share(f"  flagged {kind[:16]}", corpus, hit[kind], total[kind])


def _ours(name: str, label: int) -> list[dict[str, object]]:
    lines = (UNSEEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [{"text": line, "label": label, "kind": name} for line in lines if line and not line.startswith("# ")]
