"""The local Slack of the demo: its world, and our app as its manifest declares it."""

from __future__ import annotations

import errno
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from bot.errors import BotError
from config.settings import PACKAGED_MANIFEST
from playground import Playground

SPEED = 60.0  # what takes Slack's second between two messages takes a sixtieth of it here
PORT = 8070


class PortTaken(BotError):
    """Port {port} is taken. Choose another, python -m bot demo --port 8071, or none: then a free one is found."""


@asynccontextmanager
async def open_slack(
    world: dict[str, Any], start: datetime, ports: tuple[int, ...] = (0,), **given: Any
) -> AsyncIterator[Playground]:
    """Start it, on the first of these ports that is free (0 is any), and stop it."""
    manifest = json.loads(PACKAGED_MANIFEST.read_text(encoding="utf-8"))
    slack = Playground(start=start, speed=SPEED, world=world, manifest=manifest, **given)
    try:
        await _start(slack, ports)
        yield slack
    finally:
        await slack.stop()


async def _start(slack: Playground, ports: tuple[int, ...]) -> None:
    for port in ports:
        try:
            return await slack.start(port)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES) or port == 0:
                raise
    raise PortTaken(port=ports[-1])
