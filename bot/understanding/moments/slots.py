"""What a run of time words says, before it is resolved against a clock: some slots filled, most empty."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime


@dataclass(slots=True)
class Clock:
    """A clock time; `half` is "am", "pm", "24" (said in full) or "" (to be guessed from working hours)."""

    hour: int
    minute: int = 0
    second: int = 0
    half: str = ""


@dataclass(slots=True)
class Slots:
    """The parts of one moment.

    `ranged` says that a second end was read. `number` is a bare number that a range may turn into a day or an
    hour. `period` with `shift` is a week, month, quarter, year or weekend counted from now; `edge` its start,
    middle, end, "early" or "late". `offset` counts units from now or, with `anchored`, from the day that the
    other slots say. `weak` counts words that are often no time.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: str | None = None
    relative: int | None = None
    nth: int | None = None
    period: str | None = None
    shift: int | None = None
    edge: str | None = None
    clock: Clock | None = None
    part: str | None = None
    modifier: str | None = None
    zone: str | None = None
    instant: datetime | None = None
    offset: dict[str, float] | None = None
    anchored: int = 0
    number: int | None = None
    ranged: bool = False
    weak: bool = False
    solid: bool = field(default=False)

    def fits(self, other: Slots) -> bool:
        """Whether the other can be said of the same moment: no slot filled twice, no two ways of naming a day."""
        for name in _EXCLUSIVE:
            if getattr(self, name) is not None and getattr(other, name) is not None:
                return False
        if self.number is not None or other.number is not None:
            return False
        if self.relative is not None and (other.month is not None or other.weekday is not None):
            return True
        return not (self.instant or other.instant)

    def add(self, other: Slots) -> None:
        """Take over what the other says."""
        for name in _NAMES:
            value = getattr(other, name)
            if value is not None:
                setattr(self, name, value)
        self.anchored = self.anchored or other.anchored
        self.weak = False
        self.solid = self.solid or other.solid

    @property
    def has_day(self) -> bool:
        return (
            self.day is not None
            or self.month is not None
            or self.weekday is not None
            or self.relative is not None
            or self.period is not None
            or self.instant is not None
            or self.offset is not None
            or self.year is not None
        )

    @property
    def counts_clock(self) -> bool:
        """Whether it is a distance in hours or minutes from a clock time ("an hour before noon")."""
        return bool(self.anchored) and self.offset is not None and not self.offset.keys().isdisjoint(_CLOCK_UNITS)

    @property
    def has_time(self) -> bool:
        return self.clock is not None or self.part is not None


_CLOCK_UNITS = frozenset({"hour", "minute", "second"})
_EXCLUSIVE = ("year", "month", "day", "weekday", "relative", "period", "clock", "zone", "offset", "instant")
_NAMES = tuple(each.name for each in fields(Slots) if each.name not in ("weak", "solid", "anchored", "ranged"))


@dataclass(slots=True)
class Group:
    """One moment in the text: what it says, how ("by", "before", "after", "at" or ""), and its tokens."""

    slots: Slots
    how: str
    first: int
    after: int
    negated: bool = False
