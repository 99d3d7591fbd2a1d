"""Promises: F1 per corpus, and what is flagged wrongly, by kind."""

from __future__ import annotations

from collections import Counter

from bench.reading.report import HOURS, NOW, Report, microseconds, rows
from bot.understanding import read_due
from bot.understanding.promises import read_promise


def promises(text: str) -> bool:
    return read_promise(text, lambda sentence: read_due(sentence, NOW, HOURS) is not None).is_promise


def measure(report: Report) -> None:
    data = rows("promises.jsonl")
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
        report.figure("promises, F1", corpus, 2 * true / (said + real))
        report.share("  precision", corpus, true, said)
        report.share("  recall", corpus, true, real)
        for kind in sorted(total):
            if hit[kind] and kind not in ("commit", "off"):
                report.share(f"  flagged {kind[:16]}", corpus, hit[kind], total[kind])
    texts = [row["text"] for row in rows("chat.jsonl")]
    flagged = [text for text in texts if promises(text)]
    for text in flagged:
        report.miss("promise chat", text)
    report.share("  flagged", "chat", len(flagged), len(texts))
    report.figure("  microseconds a text", "chat", "", microseconds(promises, texts))
