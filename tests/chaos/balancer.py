"""What stands between Slack and the web processes: it spreads the requests, and remembers what was acknowledged."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from dataclasses import dataclass, field

import aiohttp

from playground.deliver import ACK_SECONDS, Reply


@dataclass
class Balancer:
    """A playground's transport. A port that refuses is passed by; a process that dies in the middle is a 502, since a
    request that was begun is not sent twice; where nobody listens, Slack sees a failed connection.

    `acked` are the events that were answered with 200: from then on they are the bot's.
    """

    rng: random.Random
    ports: set[int] = field(default_factory=set)
    acked: set[str] = field(default_factory=set)
    answers: Counter[str] = field(default_factory=Counter)
    _session: aiohttp.ClientSession | None = None

    async def post(self, url: str, headers: dict[str, str], body: bytes) -> Reply:
        reply = await self._post(url, headers, body)
        self.answers[str(reply.status or reply.reason)] += 1
        if reply.ok and headers.get("content-type") == "application/json":
            self.acked.add(str(json.loads(body).get("event_id")))
        return reply

    async def _post(self, url: str, headers: dict[str, str], body: bytes) -> Reply:
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=200, force_close=True))
        for port in self.rng.sample(sorted(self.ports), len(self.ports)):
            try:
                async with asyncio.timeout(ACK_SECONDS):
                    return await self._send(self._session, f"http://127.0.0.1:{port}{url}", headers, body)
            except TimeoutError:
                return Reply(0, reason="http_timeout")
            except aiohttp.ClientConnectorError:
                continue
            except (aiohttp.ClientError, OSError):
                return Reply(502, reason="http_error")
        return Reply(0, reason="connection_failed")

    async def _send(self, session: aiohttp.ClientSession, url: str, headers: dict[str, str], body: bytes) -> Reply:
        async with session.post(url, headers=headers, data=body, allow_redirects=False) as response:
            text = (await response.read()).decode(errors="replace")
            found = {name.lower(): value for name, value in response.headers.items()}
        is_good = 200 <= response.status < 300
        return Reply(response.status, text, found, "" if is_good else "http_error")

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
