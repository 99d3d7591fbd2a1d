"""A file that somebody gave us in a form is read whole, however it comes, or not at all."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import files

Read = Callable[[list[bytes]], Awaitable[str | None]]


@pytest.fixture
async def read() -> AsyncIterator[Read]:
    """Reads a file that Slack sends in these pieces."""
    pieces: list[bytes] = []

    async def send(request: web.Request) -> web.StreamResponse:
        reply = web.StreamResponse()
        await reply.prepare(request)
        for piece in pieces:
            await reply.write(piece)
        return reply

    app = web.Application()
    app.router.add_get("/file", send)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/file"
    async with aiohttp.ClientSession() as session:

        async def read_all(wanted: list[bytes]) -> str | None:
            pieces[:] = wanted
            return await files.read(AsyncWebClient("xoxb-1", session=session), {"url_private": address})

        yield read_all
    await runner.cleanup()


async def test_one_that_comes_in_pieces_is_read_whole(read: Read) -> None:
    pieces = [f"line {number} of a long file\n".encode() * 3_000 for number in range(9)]
    assert await read(pieces) == b"".join(pieces).decode()


async def test_one_that_is_too_large_or_no_text_is_none(read: Read) -> None:
    assert await read([b"x" * (files.LARGEST // 2)] * 3) is None
    assert await read([b"\xff\xfe", b"x"]) is None
    assert await read(["\ufeffä".encode()[:4], "ä".encode()[1:]]) == "ä"
