"""Files: one that was given to us in a form is read, and one of ours is sent to a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import fetch
from bot.slack.calls import SlackUnknownError, call

LARGEST = 1_000_000  # bytes: hundreds of departments take less


async def send(client: AsyncWebClient, user_id: str, name: str, text: str) -> None:
    """Send a text as a file to somebody's conversation with us. Errors are those of `calls.call`."""
    content = text.encode()
    where = await fetch.open_dm(client, user_id)
    told = await call(client, "files.getUploadURLExternal", {"filename": name, "length": len(content)})
    await _put(client, str(told["upload_url"]), content)
    done = {"files": [{"id": told["file_id"], "title": name}], "channel_id": where}
    await call(client, "files.completeUploadExternal", done)


async def _put(client: AsyncWebClient, url: str, content: bytes) -> None:
    assert client.session is not None
    try:
        async with client.session.post(url, data=content) as reply:
            if reply.status != 200:
                raise SlackUnknownError(f"an upload: HTTP {reply.status}")
    except (aiohttp.ClientError, TimeoutError) as error:
        raise SlackUnknownError(f"an upload: {type(error).__name__}") from error


async def info(client: AsyncWebClient, file_id: str) -> Mapping[str, Any]:
    """What Slack says of a file."""
    return dict((await call(client, "files.info", {"file": file_id}))["file"])


async def read(client: AsyncWebClient, told: Mapping[str, Any]) -> str | None:
    """The text of a file, of which Slack told; None when it is none in UTF-8, or too large."""
    if int(told.get("size") or 0) > LARGEST:
        return None
    assert client.session is not None
    url = str(told.get("url_private_download") or told.get("url_private"))
    try:
        async with client.session.get(url, headers={"Authorization": f"Bearer {client.token}"}) as reply:
            if reply.status != 200:
                raise SlackUnknownError(f"a file: HTTP {reply.status}")
            content = await _all_of(reply.content)
    except (aiohttp.ClientError, TimeoutError) as error:
        raise SlackUnknownError(f"a file: {type(error).__name__}") from error
    try:
        return content.decode("utf-8-sig") if content is not None else None
    except UnicodeDecodeError:
        return None


async def _all_of(stream: aiohttp.StreamReader) -> bytes | None:
    """What comes, in however many pieces (`read` answers with the first that is there); None when it is too large."""
    content = bytearray()
    async for piece in stream.iter_any():
        content += piece
        if len(content) > LARGEST:
            return None
    return bytes(content)
