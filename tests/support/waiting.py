"""Waiting for what comes true soon, instead of sleeping."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


async def until(fact: Callable[[], bool], seconds: float = 15) -> None:
    """Return as soon as `fact()` is true; TimeoutError after so many of the machine's seconds."""
    async with asyncio.timeout(seconds):
        while not fact():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)
