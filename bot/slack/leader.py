"""Following the clock of a playground: for demos and tests, never against Slack."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime
from typing import Any

import aiohttp

from bot.clock import FollowingClock

log = logging.getLogger(__name__)
WAIT = 5.0
PAUSE = 0.2


async def first_time(session: aiohttp.ClientSession, url: str) -> FollowingClock:
    """Ask the leader for its time, and begin to run with it."""
    told = await _ask(session, url, {})
    return FollowingClock(datetime.fromisoformat(told["now"]), float(told["speed"]))


async def follow(session: aiohttp.ClientSession, url: str, clock: FollowingClock) -> None:
    """Keep following: a long poll that the leader answers at once when its clock jumps."""
    version: int | None = None
    while True:
        try:
            told = await _ask(session, url, {} if version is None else {"after": str(version), "wait": str(WAIT)})
        except (aiohttp.ClientError, TimeoutError, ConnectionError):
            log.debug("the leader of the clock does not answer", exc_info=True)
            await asyncio.sleep(PAUSE)
            continue
        if told.get("version") != version or version is None:
            clock.follow(datetime.fromisoformat(told["now"]), float(told["speed"]))
        version = told.get("version")
        if version is None:
            await asyncio.sleep(PAUSE)


async def _ask(session: aiohttp.ClientSession, url: str, query: dict[str, str]) -> dict[str, Any]:
    address = url.rstrip("/")
    address = address if address.endswith("/control/time") else f"{address}/control/time"
    async with session.get(address, params=query) as response:
        answer: dict[str, Any] = await response.json()
        return answer
