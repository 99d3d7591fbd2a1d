"""The bot's clock in a simulation: the playground's, with what this machine's shows too much."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from playground import PlayClock


class SimClock:
    """Both faces run with virtual time; `skew` is by how much this machine is wrong."""

    def __init__(self, leader: PlayClock) -> None:
        self._leader = leader
        self.skew = timedelta(0)

    def now(self) -> datetime:
        return self._leader.now() + self.skew

    def machine(self) -> datetime:
        return self._leader.now() + self.skew

    def machine_seconds_until(self, moment: datetime) -> float:
        return (moment - self.now()).total_seconds()

    def on_jump(self, callback: Callable[[], None]) -> None:
        """As with the machine's own clock, nobody is told."""
