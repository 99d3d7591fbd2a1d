"""How events come in: over HTTP, or over Socket Mode's connections."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from starlette.routing import BaseRoute

from bot.database import Database
from bot.slack.serving import Stop, serve

if TYPE_CHECKING:
    from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

log = logging.getLogger(__name__)
UNTOLD = "Slack shows messages of which no event told"


class Ears(Protocol):
    """Slack's events come in, until they are closed. `port` is where HTTP listens.

    `on_connect` is called each time a connection was made anew, beyond the first: what Slack told in between may be
    lost. `reconnect` is for a connection over which nothing comes: it makes a new one, or says what to mend; answers
    whether that was done.
    """

    port: int | None
    on_connect: list[Callable[[], None]]

    async def is_open(self) -> bool: ...

    async def reconnect(self) -> bool: ...

    async def close(self) -> None: ...


@dataclass
class HttpEars:
    """Slack calls us: whether it can, only Slack knows."""

    port: int | None
    stop: Stop
    on_connect: list[Callable[[], None]] = field(default_factory=list)

    @classmethod
    async def open(
        cls, app: AsyncApp, database: Database, address: tuple[str, int], more: Sequence[BaseRoute] = ()
    ) -> HttpEars:
        """Raises AddressTaken."""
        return cls(*await serve(app, database, address, more))

    async def is_open(self) -> bool:
        return True

    async def reconnect(self) -> bool:
        log.warning("%s; check that Slack reaches the app's request URL (its page Event Subscriptions says so)", UNTOLD)
        return True

    async def close(self) -> None:
        await self.stop()


class SocketEars:
    """We call Slack, by Socket Mode."""

    port: int | None = None

    def __init__(self, handler: AsyncSocketModeHandler) -> None:
        self.on_connect: list[Callable[[], None]] = []
        self._handler = handler
        self._hellos = 0

    @classmethod
    async def open(cls, app: AsyncApp, token: str, client: AsyncWebClient) -> SocketEars:
        from slack_bolt.adapter.socket_mode.aiohttp import (  # noqa: PLC0415 - over HTTP nobody needs its megabytes
            AsyncSocketModeHandler,
        )

        handler = AsyncSocketModeHandler(app, token, web_client=client)
        ears = cls(handler)
        handler.client.message_listeners.append(ears._heard)
        await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt's
        return ears

    async def _heard(self, _client: Any, message: dict[str, Any], _raw: str | None) -> None:
        if message.get("type") != "hello":
            return
        self._hellos += 1
        if self._hellos > 1:
            for callback in self.on_connect:
                callback()

    async def is_open(self) -> bool:
        return bool(await self._handler.client.is_connected())

    async def reconnect(self) -> bool:
        log.warning("%s: connecting anew", UNTOLD)
        try:
            await self._handler.client.connect_to_new_endpoint(force=True)
        except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("Slack gives no new connection now (%s); it is asked again", type(error).__name__)
            return False
        return True

    async def close(self) -> None:
        await self._handler.close_async()  # type: ignore[no-untyped-call]  # Bolt's
