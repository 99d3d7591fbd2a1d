"""Who may ask, and whether anybody may act just now: looked at before any request is answered."""

import ipaddress
import socket
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse

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
        headers = Headers(scope=scope) if scope["type"] in ("http", "websocket") else Headers()
        if not self._is_known(headers.get("host", "")):
            remedy = "ask for localhost; or start it with --host 0.0.0.0, for all who reach this machine"
            refused = JSONResponse(ControlError("this playground is not called so", remedy).body(), 403)
        elif scope["type"] == "http" and _is_foreign(headers):
            error = ControlError("this comes from another site's page", "ask from the playground's own page")
            refused = JSONResponse(error.body(), 403)
        elif scope["type"] == "http" and self._core.closed and _is_act(scope):
            refused = JSONResponse(ControlError(self._core.closed, "try again when it is over").body(), 400)
        else:
            return await self._app(scope, receive, send)
        if scope["type"] == "websocket":
            return await send({"type": "websocket.close", "code": 1008})  # which before an accept is a 403
        await refused(scope, receive, send)

    def _is_known(self, host: str) -> bool:
        if self.names is None:
            return True
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self.names or name == "localhost" or is_loopback(name)


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
    if ipaddress.ip_address(listener.getsockname()[0]).is_unspecified:
        host = "::1" if family == socket.AF_INET6 else "127.0.0.1"
    return listener, f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"
