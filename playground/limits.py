"""Slack's rate limits: a bucket per method, workspace and app, on the playground's clock."""

import math
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Rate:
    """``per_minute`` calls a minute, with at most ``burst`` of them at once."""

    per_minute: float
    burst: int


TIERS = {
    "t1": Rate(1, 10),
    "t2": Rate(20, 20),
    "t3": Rate(50, 50),
    "t4": Rate(100, 100),
    "history": Rate(50, 50),
    "tight_history": Rate(1, 1),
    "post": Rate(300, 100),
    "special": Rate(600, 200),
    "channel": Rate(60, 5),
    "hook": Rate(60, 5),
}
"""``history``: reading messages, ``tight_history`` the same for commercially distributed apps outside the Marketplace;
``channel``: chat.postMessage's one message a second in each channel; ``hook``: response URLs."""


@dataclass
class _Bucket:
    level: float
    at: datetime


class Limits:
    """Says whether a call may happen now. Time comes in as an argument."""

    def __init__(self) -> None:
        self._buckets: dict[tuple[str, ...], _Bucket] = {}
        self._blocked: dict[tuple[str, str], datetime] = {}
        self.enabled = True

    def clear(self) -> None:
        """Full buckets, no blocks."""
        self._buckets.clear()
        self._blocked.clear()

    def take(self, tier: str, key: tuple[str, ...], now: datetime) -> int:
        """0 when the call may happen (and counts), else the seconds to wait."""
        if not self.enabled:
            return 0
        rate = TIERS[tier]
        bucket = self._buckets.setdefault(key, _Bucket(rate.burst, now))
        passed = max(0.0, (now - bucket.at).total_seconds())
        bucket.level = min(rate.burst, bucket.level + passed * rate.per_minute / 60)
        bucket.at = now
        if bucket.level >= 1:
            bucket.level -= 1
            return 0
        return max(1, math.ceil((1 - bucket.level) * 60 / rate.per_minute))

    def block(self, team: str, method: str, until: datetime) -> None:
        """Refuse this method for this workspace until then (a fault)."""
        self._blocked[team, method] = until

    def blocked(self, team: str, method: str, now: datetime) -> int:
        """The seconds that a block still lasts, 0 without one."""
        until = self._blocked.get((team, method))
        if until is None or until <= now:
            return 0
        return max(1, math.ceil((until - now).total_seconds()))
