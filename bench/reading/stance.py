"""Stance: whether the unhappy score above the others, on tweets to brands that were written for this."""

from __future__ import annotations

from pathlib import Path

from bench.reading.report import Report, microseconds, rows
from bench.reading.teams import is_aside
from bot.understanding.stance import read_stance

TWEETS = Path(__file__).resolve().parent / "tweets"


def measure(report: Report) -> None:
    """Files named `later…` were written after the last tuning; of the others, half is set aside."""
    for path in sorted(TWEETS.glob("*.txt")):
        tweets = [tuple(line.split(": ", 1)) for line in path.read_text(encoding="utf-8").strip().splitlines()]
        tuned = [(kind, text) for kind, text in tweets if not is_aside(text) and not path.stem.startswith("later")]
        aside = [(kind, text) for kind, text in tweets if (kind, text) not in tuned]
        for name, half in (("tuned on", tuned), ("set aside", aside)):
            if half:
                _rank(report, f"stance, {name}", path.stem, half)
    texts = [row["text"] for row in rows("complaints.jsonl")][:500]
    unhappy = sum(read_stance(text).negative >= 0.5 for text in texts)
    report.share("stance, unhappy", "complaints", unhappy, len(texts))
    report.figure("  microseconds", "complaints", "", microseconds(read_stance, texts))


def _rank(report: Report, part: str, corpus: str, half: list[tuple[str, str]]) -> None:
    scored = [(kind, read_stance(text).negative, text) for kind, text in half]
    unhappy = [score for kind, score, _ in scored if kind == "neg"]
    others = [score for kind, score, _ in scored if kind != "neg"]
    report.area(part, corpus, unhappy, others)
    for kind, score, text in scored:
        if (kind == "neg") != (score >= 0.5):
            report.miss(part, kind, f"{score:.2f}", text)
