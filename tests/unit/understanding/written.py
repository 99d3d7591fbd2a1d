"""What the rules alone make of a sentence in writing, for tables of sentences, a group under each heading."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.clock import WorkingHours
from bot.understanding import read_due
from bot.understanding.promises import Judged, Setting, judge

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
WRITTEN = Setting(0.0, False)


def names_moment(sentence: str) -> bool:
    return read_due(sentence, NOW, WorkingHours()) is not None


def judged(text: str) -> Judged:
    return judge(text, names_moment, WRITTEN)


def lines(groups: Mapping[str, str]) -> list[str]:
    return [line for block in groups.values() for line in block.strip().splitlines()]
