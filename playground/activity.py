"""Knows whether anything is happening right now; ``settle`` waits until nothing is."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Activity:
    """Counts what is under way and remembers when anything last happened (on the machine's clock)."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._busy = 0
        self._last = monotonic()
        self._waiters: dict[asyncio.Future[None], None] = {}
        self.version = 0

    def touch(self) -> None:
        """Something happened: a call, a delivery, a jump."""
        self._last = self._monotonic()
        self.version += 1
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def changed(self, after: int, wait: float) -> None:
        """Return when ``version`` is greater than ``after``, or after ``wait`` seconds (for pages that follow)."""
        if self.version > after:
            return
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters[waiter] = None
        try:
            # Not wait_for: in Python 3.11 it goes on when it is cancelled just as news arrives.
            async with asyncio.timeout(wait):
                await waiter
        except TimeoutError:
            return
        finally:
            self._waiters.pop(waiter, None)

    @property
    def followers(self) -> int:
        """How many wait for news."""
        return len(self._waiters)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Something is under way in this block."""
        self._busy += 1
        self.touch()
        try:
            yield
        finally:
            self._busy -= 1
            self.touch()

    def is_quiet(self, quiet: float) -> bool:
        return self._busy == 0 and self._monotonic() - self._last >= quiet

    async def settle(self, timeout: float = 10.0, quiet: float = 0.5) -> bool:  # noqa: ASYNC109 - the control API's word
        """Wait until nothing is under way and nothing happened for ``quiet`` seconds; False after ``timeout``."""
        end = self._monotonic() + timeout
        await asyncio.sleep(0)  # what was begun just now shows itself first, however late the loop comes to it
        while not self.is_quiet(quiet):
            left = end - self._monotonic()
            if left <= 0:
                return False
            since = self._monotonic() - self._last
            await asyncio.sleep(min(left, 0.01 if self._busy else max(0.001, quiet - since)))
        return True
