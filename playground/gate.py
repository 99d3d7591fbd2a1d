"""Who may ask, and whether anybody may act just now: looked at before any request is answered."""

import ipaddress
import socket
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response

from playground.core import Core
from playground.errors import ControlError

ACTING = ("/control/", "/page/")
"""Where people act."""

LOOKING = ("GET", "HEAD", "OPTIONS")


class Gate:
    """The ASGI application, behind a look at who asks.

    ``names`` are the hosts by which the playground lets itself be called, besides this machine's own; None: by any. A
    site whose name leads to this machine could act as its people otherwise, and so could any other site's page.
    """

    def __init__(self, app: Any, core: Core) -> None:
        self._app = app
        self._core = core
        self.names: set[str] | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        refused = self._refusal(scope)
        if refused is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})  # which before an accept is a 403
        else:
            await refused(scope, receive, send)

    def _refusal(self, scope: Any) -> Response | None:
        headers, is_socket = Headers(scope=scope), scope["type"] == "websocket"
        if not self._is_known(headers.get("host", "")):
            remedy = "ask for localhost; or start it with --host 0.0.0.0, for all who reach this machine"
            return _refuse(403, "this playground is not called so", remedy)
        if _is_foreign(headers) and not is_socket:  # a socket has its ticket
            return _refuse(403, "this comes from another site's page", "ask from the playground's own page")
        if self._core.closed and not is_socket and _is_act(scope):
            return _refuse(400, self._core.closed, "try again when it is over")
        return None

    def _is_known(self, host: str) -> bool:
        if self.names is None:
            return True
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self.names or name == "localhost" or is_loopback(name)


def _refuse(status: int, error: str, remedy: str) -> Response:
    return JSONResponse(ControlError(error, remedy).body(), status)


def _is_foreign(headers: Headers) -> bool:
    """Whether a browser asks for a page that is not the playground's. Servers send no Origin."""
    origin = headers.get("origin")
    return origin is not None and origin.split("://")[-1] != headers.get("host")


def _is_act(scope: Any) -> bool:
    return scope["method"] not in LOOKING and scope["path"].startswith(ACTING)


def is_loopback(address: str) -> bool:
    """Whether only this machine reaches that address."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> tuple[socket.socket, str]:
    """A socket that listens, and the URL that reaches it from this machine. OSError when there is no such address, or
    the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, port), family=family)
    # What connects to it inherits this. asyncio sets it only on sockets whose protocol is named; without it, an answer
    # in two writes waits 40 ms for the client's delayed acknowledgement.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if ipaddress.ip_address(listener.getsockname()[0]).is_unspecified:
        host = "::1" if family == socket.AF_INET6 else "127.0.0.1"
    return listener, f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"
