"""What the simulator swaps while a week runs: module attributes that are no seams, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from functools import cache
from typing import Any

from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot import lanes
from bot.jobs import loops, passes, ticks
from bot.ledger import offers, places, presence, promises, slots
from tests.sim import quick
from tests.sim.network import respond
from tests.sim.ticking import FALLBACK


@contextmanager
def swapped(owner: Any, name: str, value: Any) -> Iterator[None]:
    """Have `owner.name` be that value within the block."""
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


@cache
def _quick() -> tuple[Callable[..., Any], ...]:
    rooms = (slots, promises, offers)
    return (quick.of_lanes(lanes._next_due()), *(quick.plain(room._next_due()) for room in rooms))


@contextmanager
def standing_in() -> Iterator[None]:
    """Slack's history is read each time a process starts, which is often here. Reading all of it every hour as well
    would take ten times as long as all the rest, and show nothing new.
    """
    with ExitStack() as stack:
        stack.enter_context(swapped(AsyncWebhookClient, "_perform_http_request", respond))  # takes no session
        stack.enter_context(swapped(presence, "EVERY", timedelta(hours=54)))
        stack.enter_context(swapped(passes, "LEAST_SILENCE", timedelta(hours=12)))
        stack.enter_context(swapped(places, "AFTER_END", timedelta(hours=6)))
        stack.enter_context(swapped(ticks, "ERASE_EVERY", timedelta(days=1)))
        stack.enter_context(swapped(ticks, "ZONES_EVERY", timedelta(days=1)))
        stack.enter_context(swapped(ticks, "ASLEEP", 2 * FALLBACK))
        stack.enter_context(swapped(loops, "next_due", _quick()[0]))
        for room, ask in zip((slots, promises, offers), _quick()[1:], strict=True):
            stack.enter_context(swapped(room, "next_due", ask))
        yield
