"""What the history of a promise shows: see `views` for what holds of all views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.messages.views import PromiseView


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry of a promise's life: `details` are ids, ISO moments and reasons that people gave."""

    at: datetime
    by: str
    act: str
    details: Mapping[str, str] = field(default_factory=dict)

    def moment(self, name: str) -> datetime | None:
        return datetime.fromisoformat(self.details[name]) if name in self.details else None


@dataclass(frozen=True, slots=True)
class PromiseHistory:
    promise: PromiseView
    lines: tuple[HistoryLine, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The lives of promises as one person may read them, the oldest first; `zone` is the reader's."""

    promises: tuple[PromiseHistory, ...]
    zone: str
