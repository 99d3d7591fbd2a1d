"""Departments, stance and urgency of complaints that an app posted."""

from __future__ import annotations

from collections import Counter

from bench.reading.report import NOW, Report, departments, rows
from bot.facts import Post
from bot.understanding import read


def measure(report: Report) -> None:
    teams = departments()
    texts = [row["text"] for row in rows("complaints.jsonl")]
    tagged = 0
    counts: Counter[int] = Counter()
    keys: Counter[str] = Counter()
    for text in texts:
        reading = read(Post(text, NOW, by_app=True, app_name="Replay"), teams)
        tags = [each for each in reading.departments if each.tagged]
        tagged += bool(tags) and all(each.reasons for each in tags)
        counts[len(tags)] += 1
        keys.update(each.key for each in tags)
        if not reading.mention.is_mention or not tags:
            report.miss("app complaint", text)
    report.share("departments, tagged", "complaints", tagged, len(texts))
    report.figure("  tags a mention", "complaints", "", str(dict(sorted(counts.items()))))
    for key, count in keys.most_common():
        report.share(f"  {key}", "complaints", count, len(texts))
