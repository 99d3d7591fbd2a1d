"""A watchdog that thinks no events come wants a new connection, until there is one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import aiohttp

from bot.jobs.listening import Listening
from bot.ledger import presence
from bot.slack.ears import SocketEars
from tests.support.world import TEAM
from tests.wire.conftest import Office


class Ears:
    """Ears that are open; `outcomes` are what comes of each new connection."""

    port: int | None = None

    def __init__(self, *outcomes: bool | Exception) -> None:
        self.on_connect: list[Callable[[], None]] = []
        self.outcomes = list(outcomes)

    async def is_open(self) -> bool:
        return True

    async def reconnect(self) -> bool:
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def close(self) -> None: ...


async def alarmed(office: Office, ears: Ears) -> Listening:
    listening = Listening(office.shop, ears, lambda: [TEAM])
    await listening.say()
    office.later(60)
    office.world.run(presence.raise_alarm, office.world.now - timedelta(minutes=20))
    return listening


async def test_a_connection_that_could_not_be_made_is_tried_again(office: Office) -> None:
    ears = Ears(False, False, True)
    listening = await alarmed(office, ears)
    for _ in range(5):
        await listening.say()
    assert ears.outcomes == [], "until it was made, and then no more"


async def test_an_error_of_ours_ends_no_alarm(office: Office) -> None:
    ears = Ears(ValueError("a bug"), True)
    listening = await alarmed(office, ears)
    try:
        await listening.say()
    except ValueError:
        await listening.say()
    assert ears.outcomes == []


async def test_a_socket_that_slack_does_not_give_is_no_connection() -> None:
    async def connect(*, force: bool) -> None:
        raise aiohttp.ClientConnectionError("no socket now")

    handler: Any = SimpleNamespace(client=SimpleNamespace(connect_to_new_endpoint=connect))
    assert await SocketEars(handler).reconnect() is False
