"""Slack's side over HTTP and WebSocket: the Web API, response URLs, uploads, private files, OAuth, Socket Mode."""

import re
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from playground import hooks
from playground.api import Answer, WebApi
from playground.consent import authorize
from playground.control import routes as control_routes
from playground.core import Core
from playground.engine import Engine
from playground.errors import SlackError
from playground.methods.files_methods import visible_file
from playground.methods.registry import Call
from playground.pages import Pages
from playground.sockets import CONNECTION_SECONDS, DEBUG_SECONDS, SocketHub
from playground.wire import basic, bearer, loose_token, read_arguments, read_multipart


class Web:
    """The ASGI application's handlers."""

    def __init__(self, core: Core, engine: Engine, hub: SocketHub, api: WebApi, pages: Pages) -> None:
        self.core = core
        self.engine = engine
        self.hub = hub
        self.api = api
        self.pages = pages

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/api/{method}", self.call, methods=["GET", "POST"]),
                Route("/actions/{key:path}", self.respond, methods=["POST"]),
                Route("/upload/v1/{file_id}", self.upload, methods=["POST", "PUT"]),
                Route("/files-pri/{path:path}", self.download, methods=["GET"]),
                Route("/oauth/v2/authorize", self.authorize, methods=["GET"]),
                WebSocketRoute("/link/", self.link),
                WebSocketRoute("/link", self.link),
                *control_routes(self.engine),
                *self.pages.routes(),
            ]
        )

    async def call(self, request: Request) -> Response:
        """One Web API call."""
        content_type = request.headers.get("content-type", "")
        try:
            args = read_arguments(request.url.query, content_type, await request.body())
        except SlackError as error:
            return await self._send(request, self.api.refuse(request.path_params["method"], error))
        authorization = request.headers.get("authorization", "")
        args |= basic(authorization)
        token = bearer(authorization) or loose_token(request.url.query, content_type, args)
        answer = await self.api.call(request.path_params["method"], token, args)
        return await self._send(request, answer)

    async def _send(self, request: Request, answer: Answer) -> Response:
        if answer.dropped:
            return Dropped()
        return JSONResponse(answer.body, answer.status, answer.headers)

    async def respond(self, request: Request) -> Response:
        """A POST to a response_url."""
        if self.core.is_down():
            return Dropped()
        content_type = request.headers.get("content-type", "")
        answer = hooks.respond(self.core, request.path_params["key"], content_type, await request.body())
        return Response(answer.text, answer.status, answer.headers)

    async def upload(self, request: Request) -> Response:
        """The bytes of a file, raw or as multipart."""
        record = self.core.world.files.get(request.path_params["file_id"])
        if self.core.is_down() and (record is None or self.core.world.users[record.user].is_bot):
            return Dropped()
        if record is None or record.complete:
            return PlainTextResponse("file_not_found", 404)
        content, content_type = await request.body(), request.headers.get("content-type", "")
        if content_type.startswith("multipart/form-data"):
            try:
                content = b"".join(p.content for p in read_multipart(content_type, content) if p.filename)
            except SlackError as error:
                return PlainTextResponse(error.code, 400)
        if len(content) != record.promised:
            return PlainTextResponse(f"{len(content)} bytes came, {record.promised} were promised", 400)
        record.content, record.uploaded = content, True
        record.info["size"] = len(content)
        return PlainTextResponse(f"OK - {len(content)}")

    async def download(self, request: Request) -> Response:
        """url_private: needs a token that may see the file; anyone else gets the sign-in page, as in Slack."""
        token = self.core.world.tokens.get(bearer(request.headers.get("authorization", "")))
        if self.core.is_down() and (token is None or token.kind != "user"):
            return Dropped()
        file_id = request.path_params["path"].split("/")[0].split("-")[-1]
        if token is None or token.dead or not token.scopes & {"files:read", "*"}:
            return HTMLResponse("<html><title>Sign in</title></html>")
        try:
            record = visible_file(Call(self.core, token, {}), file_id)
        except SlackError:
            return PlainTextResponse("not found", 404)
        kind = record.info["mimetype"]
        known = re.fullmatch(r"[\w.+-]+/[\w.+-]+", kind, re.ASCII)
        return Response(record.content, media_type=kind if known else "application/octet-stream")

    async def authorize(self, request: Request) -> Response:
        """The page where an admin installs the app."""
        return await authorize(self.core, request)

    async def link(self, socket: WebSocket) -> None:
        """One Socket Mode connection."""
        if not self.hub.admit(socket.query_params.get("ticket", "")):
            await socket.close(4000)
            return
        await socket.accept()
        short = socket.query_params.get("debug_reconnects") == "true"
        await self.hub.serve(StarletteWire(socket), DEBUG_SECONDS if short else CONNECTION_SECONDS)


class StarletteWire:
    """sockets.Wire over a Starlette WebSocket."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._closed = False

    async def send(self, text: str) -> None:
        try:
            await self._socket.send_text(text)
        except (RuntimeError, WebSocketDisconnect) as error:
            raise ConnectionError(str(error)) from error

    async def receive(self) -> str | None:
        try:
            return await self._socket.receive_text()
        except (RuntimeError, KeyError, WebSocketDisconnect):
            return None

    async def close(self) -> None:
        if not self._closed:
            self._closed = True
            try:
                await self._socket.close()
            except (RuntimeError, WebSocketDisconnect):
                return


class Dropped(Response):
    """No reply: the connection is cut. An in-memory transport offers ``playground.drop`` among its extensions."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        drop = scope.get("extensions", {}).get("playground.drop")
        if drop is not None:
            drop()
            return
        await send({"type": "playground.drop"})
