"""What the simulator swaps while a week runs: module attributes that are no seams, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from typing import Any

from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.jobs import passes, ticks
from bot.ledger import places, presence
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
        yield
