"""Reads a stream of the page as a browser does."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from playground import Playground
from playground.errors import Json
from playground.live import Look


class Reader:
    """``parts`` are the newest value of each part, ``lines`` every line that came."""

    def __init__(self, content: aiohttp.StreamReader) -> None:
        self._content = content
        self.parts: dict[str, Any] = {}
        self.lines: list[str] = []

    async def line(self) -> str:
        """The next line; empty at the end of the stream."""
        raw = await self._content.readline()
        text = raw.decode()
        self.lines.append(text)
        self.parts |= parts_of(text)
        return text

    async def until(self, fact: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
        """Read on until the parts are so."""
        async with asyncio.timeout(5):
            while not fact(self.parts):
                assert await self.line(), "the stream has ended"
        return self.parts


@asynccontextmanager
async def reading(slack: Playground, **query: str) -> AsyncIterator[Reader]:
    """A page that is open, with all its parts."""
    timeout = aiohttp.ClientTimeout(total=20)
    async with (
        aiohttp.ClientSession(timeout=timeout, read_bufsize=2**24) as session,
        session.get(f"{slack.url}/page/live", params=query) as answer,
    ):
        assert answer.status == 200
        assert answer.content_type == "text/event-stream"
        reader = Reader(answer.content)
        await reader.until(lambda parts: "time" in parts)
        yield reader


async def glimpse(slack: Playground, look: Look) -> dict[str, Any]:
    """What a page that opens now is sent first; no network is needed."""
    stream = slack.pages.live.follow(look)
    text = await anext(stream)
    await stream.aclose()
    return parts_of(text)


def parts_of(text: str) -> Json:
    """The parts that some lines carry."""
    carried = [json.loads(line.removeprefix("data: ")) for line in text.split("\n") if line.startswith("data: ")]
    return {one["part"]: one["value"] for one in carried}
