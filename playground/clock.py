"""The playground's clock: offset times speed. It runs, never freezes, and a jump wakes every sleeper."""

import asyncio
import math
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
FASTEST = 1_000_000.0
"""Beyond these, sums of moments and seconds would leave what datetime can hold."""


class PlayClock:
    """Time as everyone in the playground sees it.

    ``monotonic`` is the machine's time source (a simulation passes its loop's). All moments are aware UTC datetimes.
    ``version`` grows with each jump and each change of speed, so that a follower in another process can notice one.
    """

    def __init__(
        self, start: datetime | None = None, speed: float = 1.0, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("start must be an aware datetime")
        self._monotonic = monotonic
        self._base = (start or datetime.now(UTC)).astimezone(UTC)
        self._base_at = monotonic()
        self._speed = checked_speed(speed)
        self._waiters: dict[asyncio.Future[None], datetime] = {}
        self._callbacks: list[Callable[[], None]] = []
        self._closed = False
        self.version = 0

    @property
    def speed(self) -> float:
        return self._speed

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return self._base + timedelta(seconds=(self._monotonic() - self._base_at) * self._speed)

    async def sleep(self, seconds: float) -> None:
        """Sleep this many of the clock's seconds; a jump past the end wakes the sleeper."""
        await self.sleep_until(self.now() + timedelta(seconds=seconds))

    async def sleep_until(self, moment: datetime) -> None:
        """Return as soon as the clock shows ``moment``, however it got there."""
        while (left := (moment - self.now()).total_seconds()) > 0:
            await self._changed_or(left / self._speed, moment)

    async def changed(self, after: int, wait: float) -> None:
        """Return when ``version`` is greater than ``after``, or after ``wait`` seconds of the machine."""
        end = self._monotonic() + wait
        while not self._closed and self.version <= after and (left := end - self._monotonic()) > 0:
            await self._changed_or(left, LATEST)

    def advance(self, seconds: float) -> None:
        """Jump by so many seconds."""
        self._move(checked_moment(self.now(), seconds), self._speed)

    def set(self, moment: datetime) -> None:
        """Jump to a moment (backwards too: then message ts stay unique, but no longer increase across the jump)."""
        if moment.tzinfo is None:
            raise ValueError("the clock takes aware datetimes only")
        self._move(checked_moment(moment), self._speed)

    def set_speed(self, speed: float) -> None:
        """Run this many times as fast as the machine; sleepers are planned anew."""
        self._move(self.now(), checked_speed(speed))

    def on_jump(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call ``callback()`` after each jump or change of speed. Returns what ends the subscription."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)

    def close(self) -> None:
        """Send followers home: the playground stops."""
        self._closed = True
        self._wake()

    def _wake(self) -> None:
        """Make every waiter look again, who waits for the earliest moment first."""
        for waiter in sorted(self._waiters, key=self._waiters.__getitem__):
            if not waiter.done():
                waiter.set_result(None)

    def _move(self, base: datetime, speed: float) -> None:
        self._base, self._base_at, self._speed = base, self._monotonic(), speed
        self.version += 1
        self._wake()
        for callback in list(self._callbacks):
            callback()

    async def _changed_or(self, machine_seconds: float, due: datetime) -> None:
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[None] = loop.create_future()
        self._waiters[waiter] = due
        timer = loop.call_later(max(machine_seconds, 0.0005), _finish, waiter)
        try:
            await waiter
        finally:
            timer.cancel()
            self._waiters.pop(waiter, None)


def machine_epoch() -> float:
    """The machine's time of day, as signatures carry it."""
    return time.time()


def _finish(waiter: "asyncio.Future[None]") -> None:
    if not waiter.done():
        waiter.set_result(None)


def checked_speed(speed: float) -> float:
    """ValueError when it would freeze the clock, or race it out of all bounds."""
    if not math.isfinite(speed) or speed > FASTEST:
        raise ValueError(f"speed must be a number up to {FASTEST:.0f}")
    if speed <= 0:
        raise ValueError("speed must be greater than 0: this clock never freezes")
    return float(speed)


def spoken(moment: datetime) -> str:
    """A moment as the playground writes it: ISO, UTC, milliseconds."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def checked_moment(moment: datetime, seconds: float = 0.0) -> datetime:
    """``moment`` and so many seconds, in UTC; ValueError outside the years 2000 to 2199."""
    try:
        found = moment.astimezone(UTC) + timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        found = LATEST
    if not EARLIEST <= found < LATEST:
        raise ValueError("the clock goes from the year 2000 to 2199")
    return found
