"""The page in the browser: its files, its stream, and the few things that only it asks for."""

import asyncio
import contextlib
import mimetypes
import re
from collections.abc import AsyncGenerator, Awaitable, Callable
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from playground import shown
from playground.control import Handler, read_object, safely
from playground.core import Core
from playground.errors import ControlError, Json, SlackError, as_control
from playground.live import Live, Look
from playground.making import check_known
from playground.methods.files_methods import file_seen_by
from playground.methods.registry import is_ts
from playground.unread import last_seen_by, read_up_to
from playground.words import words
from playground.world import Channel, Message, User

FOLDER = Path(__file__).parent / "page"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
}

KINDS = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json"}
"""The machine's own table may say otherwise, and browsers run no script of another kind."""

_NAMES = re.compile(r"(?=.{1,200}\Z)\w[\w-]*(\.[\w-]+)*(/\w[\w-]*(\.[\w-]+)*)*", re.ASCII)
"""Paths of the page's own files: no dots side by side, nothing that a file system could stumble over."""

STREAM = "text/event-stream"

PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
"""Kinds of files that a browser may show in place; all others are only kept."""

Inspector = Callable[[Json], Awaitable[Json]]


class Pages:
    """The page's routes. ``inspect`` answers what the app says of a message; None when it says nothing."""

    def __init__(self, core: Core, connection: Callable[[], str], inspect: Inspector | None = None) -> None:
        self.core = core
        self.live = Live(core, connection)
        self.inspect = inspect

    def routes(self) -> list[Route]:
        return [
            Route("/", self.shell, methods=["GET"]),
            Route("/archives/{channel}", self.shell, methods=["GET"]),
            Route("/archives/{channel}/{message}", self.shell, methods=["GET"]),
            Route("/page/live", self.follow, methods=["GET"]),
            Route("/page/read", _guarded(self.read), methods=["POST"]),
            Route("/page/inspect", _guarded(self.look_into), methods=["GET"]),
            Route("/page/file/{file_id}", _guarded(self.file), methods=["GET"]),
            Route("/page/{path:path}", self.static, methods=["GET"]),
        ]

    async def shell(self, request: Request) -> Response:
        return _file_of(FOLDER / "index.html")

    async def static(self, request: Request) -> Response:
        """One of the page's own files; nothing outside its folder."""
        path = request.path_params["path"]
        wanted = (FOLDER / path).resolve() if _NAMES.fullmatch(path) else FOLDER
        if not wanted.is_relative_to(FOLDER.resolve()) or not wanted.is_file():
            return Response("not found", 404, HEADERS, "text/plain")
        return _file_of(wanted)

    async def follow(self, request: Request) -> Response:
        query = request.query_params
        before = query.get("before", "")
        if request.method == "HEAD":
            return Response(None, headers=HEADERS, media_type=STREAM)
        return Stream(
            self.live.follow(
                Look(
                    query.get("user", ""),
                    query.get("room", ""),
                    query.get("thread", ""),
                    int(before) if before.isdecimal() and len(before) < 9 else 0,
                    query.get("curtain", "") not in ("", "0"),
                )
            )
        )

    async def read(self, request: Request) -> Response:
        """The person has read a conversation up to a message, which may be gone by now; without ``ts`` all of it."""
        body = read_object(await request.body())
        check_known("read", body, words("user channel ts"))
        person, room = self._seen(body)
        newest = last_seen_by(room, person) or ""
        ts = str(body.get("ts") or newest)
        if ts and not is_ts(ts):
            raise ControlError(f"ts is {ts!r}", "send the ts of a message on the page")
        read_up_to(room, person, min(ts, newest))
        self.core.activity.touch()
        return JSONResponse({"ok": True}, headers=HEADERS)

    async def look_into(self, request: Request) -> Response:
        """What the app says of a message that the person can see."""
        person, room = self._seen(request.query_params)
        message = self._message(person, room, request.query_params.get("ts", ""))
        if self.inspect is None:
            error = ControlError("the app says nothing of its messages", "start it with Playground(inspect=…)")
            return JSONResponse(error.body(), 404, HEADERS)
        if self.core.is_down():
            raise ControlError("the app is down", "end the fault, or wait until it ends")
        asked = {"team": room.team, "channel": room.id, "ts": message.ts, "user": person.id}
        return JSONResponse(await self.inspect(asked), headers=HEADERS)

    def _seen(self, given: Any) -> tuple[User, Channel]:
        """The person and the conversation that a request names; ControlError when the person can't see it."""
        person = self.core.user(given.get("user") or "")
        room = shown.find_room(self.core, person, str(given.get("channel") or ""))
        if room is None:
            raise ControlError(f"{person.name} sees no such conversation", 'send "channel" as one of the page\'s rooms')
        return person, room

    def _message(self, person: User, room: Channel, ts: str) -> Message:
        message = room.messages.get(ts)
        if message is None or message.visible_to not in (None, person.id):
            raise ControlError(f"{person.name} sees no message {ts!r} there", "send the ts of a message on the page")
        return message

    async def file(self, request: Request) -> Response:
        """A file's bytes, for a person who may see it. Only pictures may show in place."""
        person = self.core.user(request.query_params.get("user") or "")
        try:
            record = file_seen_by(self.core, person.id, request.path_params["file_id"])
        except SlackError as error:
            raise as_control(error) from None
        kind = str(record.info["mimetype"])
        headers = {**HEADERS, "content-security-policy": "default-src 'none'; sandbox"}
        if kind in PICTURES:
            return Response(record.content, headers=headers, media_type=kind)
        headers["content-disposition"] = "attachment"
        return Response(record.content, headers=headers, media_type="application/octet-stream")


def _guarded(handle: Handler) -> Handler:
    """Errors as the control API tells them, with the page's headers."""
    safe = safely(handle)

    async def guarded(request: Request) -> Response:
        answer = await safe(request)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        return answer

    return guarded


def _file_of(path: Path) -> Response:
    kind = KINDS.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Response(path.read_bytes(), headers=HEADERS, media_type=kind)


class Stream(Response):
    """Server-sent events: ends with what it sends, or when the browser has gone."""

    def __init__(self, lines: AsyncGenerator[str, None]) -> None:
        super().__init__(None, headers={**HEADERS, "cache-control": "no-store"}, media_type=STREAM)
        del self.headers["content-length"]
        self._lines = lines

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        tasks = [asyncio.ensure_future(self._pump(send)), asyncio.ensure_future(_gone(receive))]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _pump(self, send: Any) -> None:
        await send({"type": "http.response.body", "body": b"retry: 1000\n\n", "more_body": True})
        async with contextlib.aclosing(self._lines) as lines:
            async for line in lines:
                await send({"type": "http.response.body", "body": line.encode(), "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _gone(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
