"""Tables of moments: how they are written in the tests, and how a moment is shown to compare it with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.clock import WorkingHours
from bot.understanding import read_due

NONE = "none"


@dataclass(frozen=True, slots=True)
class Case:
    """A text, and the moment that it names when it is written; `expected` without a clock time takes any."""

    text: str
    expected: str
    at: datetime
    hours: WorkingHours
    locale: str = "en-US"

    def found(self) -> str:
        """What is read, cut to what is expected."""
        moment = read_due(self.text, self.at, self.hours, self.locale)
        shown = show(moment, self.at) if moment else NONE
        return shown if ":" in self.expected or shown == NONE else shown[:-6]


def show(moment: datetime, at: datetime) -> str:
    """A moment as the tables have it: "Fri 20 Nov 17:00", with the year when it is another than the reference's."""
    year = f" {moment.year}" if moment.year != at.year else ""
    return f"{moment:%a} {moment.day} {moment:%b}{year} {moment:%H:%M}"


def cases(table: str, at: str, zone: str, locale: str = "en-US", hours: WorkingHours | None = None) -> list[Case]:
    """The rows of a table, "text | expected" on each line, all written at the same wall time of one zone."""
    hours = hours or WorkingHours(zone)
    written = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(hours.zone))
    rows = [line.split(" | ") for line in table.strip("\n").splitlines() if line and not line.startswith("#")]
    return [Case(text, expected.strip(), written, hours, locale) for text, expected in rows]


def wrong(rows: list[Case]) -> list[str]:
    """The rows that are read otherwise than they say. A table is one test: thousands of tests cost minutes."""
    assert rows, "a table without rows shows nothing"
    read = [(row, row.found()) for row in rows]
    return [
        f"{row.text} @ {row.at:%a %d %b %H:%M} {row.hours.zone} | {row.expected}, but read as {found}"
        for row, found in read
        if found != row.expected
    ]
