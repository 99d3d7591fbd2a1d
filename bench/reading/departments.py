"""Departments: the first guess and the first two, from descriptions alone and after corrections; tags of complaints."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from bench.reading.report import NOW, Report, departments, microseconds, rows
from bench.reading.teams import Said, Trial, trials
from bot.facts import DepartmentReading, Post
from bot.understanding import Correction, Corrections, learn, read
from bot.understanding.corrections import shift_for
from bot.understanding.departments import read_departments

FEW = 600
CORRECTIONS = (50, 100, 200)


def measure(report: Report) -> None:
    for trial in trials():
        _guesses(report, trial)
    _complaints(report)


def _guesses(report: Report, trial: Trial) -> None:
    """On both halves; corrections come from the half that may be tuned on, and are measured on the other."""
    tuned = [said for said in trial.said if not said.aside]
    aside = [said for said in trial.said if said.aside]
    for name, half in (("tuned on", tuned), ("set aside", aside)):
        if not half:
            continue
        some = _some(half)
        first, second = _score(report if name == "set aside" else None, trial, some)
        report.share(f"departments, {name}", trial.name, first, len(some))
        report.share("  within two", trial.name, second, len(some))
    for count in (count for count in CORRECTIONS if count <= len(tuned)):
        chosen = random.Random(count).sample(tuned, count)  # noqa: S311
        learned = learn(Correction(said.text, said.keys) for said in chosen)
        some = _some(aside)
        first, _ = _score(None, trial, some, learned)
        report.share(f"  after {count} corrections", trial.name, first, len(some))
    texts = [said.text for said in _some(aside)]
    times = microseconds(lambda text: read_departments(text, trial.departments, True), texts)
    report.figure("  microseconds", trial.name, "", times)


def _some(half: Sequence[Said]) -> Sequence[Said]:
    return half[:: max(1, len(half) // FEW)]


def _score(
    report: Report | None, trial: Trial, half: Sequence[Said], learned: Corrections | None = None
) -> tuple[int, int]:
    first = second = 0
    keys = [department.key for department in trial.departments]
    for said in half:
        shift = shift_for(said.text, keys, learned) if learned else None
        order = _order(read_departments(said.text, trial.departments, True, shift))
        first += order[0] in said.keys
        second += any(key in said.keys for key in order[:2])
        if report and order[0] not in said.keys:
            report.miss(f"departments, {trial.name}", "/".join(said.keys), order[0], said.text)
    return first, second


def _order(found: tuple[DepartmentReading, ...]) -> list[str]:
    return [each.key for each in sorted(found, key=lambda each: -each.score)]


def _complaints(report: Report) -> None:
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
