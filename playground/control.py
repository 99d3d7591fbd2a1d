"""The control API over HTTP: JSON in, the engine's method, JSON out. Errors are 400 with a remedy."""

import inspect
import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from playground.engine import Engine
from playground.errors import ControlError, Json, SlackError
from playground.words import words

ACTS = words(
    "say edit delete react unreact unfurl user event verify join leave command click suggest submit close shortcut "
    "open_home time settle fault world"
)
"""POST /control/<act> calls the engine's method of that name with the body's fields."""


NO_NUMBERS = ControlError("after and wait are numbers", "send after=VERSION&wait=SECONDS")


def routes(engine: Engine) -> list[Route]:
    """All of ``/control``."""
    made = [Route(f"/control/{act}", _poster(engine, act), methods=["POST"]) for act in ACTS]
    made += [
        Route("/control/state", _state(engine), methods=["GET"]),
        Route("/control/time", _time(engine), methods=["GET"]),
        Route("/control/fault/{fault_id}", _end_fault(engine), methods=["DELETE"]),
    ]
    return made


Handler = Callable[[Request], Awaitable[Response]]


def _poster(engine: Engine, act: str) -> Handler:
    method = getattr(engine, act)

    async def handle(request: Request) -> Response:
        try:
            body = _object(await request.body())
            _check_fields(method, body, act)
            answer = method(**body)
            return JSONResponse(await answer if inspect.isawaitable(answer) else answer)
        except ControlError as error:
            return JSONResponse(error.body(), 400)
        except SlackError as error:
            return JSONResponse(ControlError(error.code, "as Slack refuses it").body(), 400)
        except (TypeError, ValueError, AttributeError, KeyError) as error:
            remedy = "see the shapes in playground's documentation"
            return JSONResponse(ControlError(f"a field has the wrong form: {error}", remedy).body(), 400)

    return handle


def _object(raw: bytes) -> Json:
    try:
        body = json.loads(raw) if raw.strip() else {}
    except ValueError as error:
        raise ControlError(f"the body is no JSON: {error}", "send a JSON object") from None
    if not isinstance(body, dict):
        raise ControlError("the body is no object", "send a JSON object")
    return {str(k): v for k, v in body.items() if v is not None}


def _check_fields(method: Callable[..., Any], body: Json, act: str) -> None:
    """Say which field is missing or unknown, before Python does."""
    parameters = inspect.signature(method).parameters.values()
    named = [p for p in parameters if p.kind is p.KEYWORD_ONLY]
    missing = [p.name for p in named if p.default is p.empty and p.name not in body]
    if missing:
        raise ControlError(f"{act} lacks {', '.join(missing)}", f"send {', '.join(p.name for p in named)}")
    unknown = set(body) - {p.name for p in named}
    if unknown and not any(p.kind is p.VAR_KEYWORD for p in parameters):
        raise ControlError(f"{act} knows no {', '.join(sorted(unknown))}", f"send {', '.join(p.name for p in named)}")


def _state(engine: Engine) -> Handler:
    async def handle(request: Request) -> Response:
        """With ``after`` (a version) and ``wait``: answer when something happened since; ``only`` names parts."""
        only = request.query_params.get("only")
        try:
            after, wait = request.query_params.get("after"), float(request.query_params.get("wait", 0))
            if after is not None:
                await engine.core.activity.changed(int(after), min(wait, 60.0))
        except ValueError:
            return JSONResponse(NO_NUMBERS.body(), 400)
        return JSONResponse(engine.state(only.split(",") if only else None))

    return handle


def _time(engine: Engine) -> Handler:
    async def handle(request: Request) -> Response:
        """With ``after`` (a version) and ``wait`` (machine seconds): answer when the clock was changed since."""
        try:
            after, wait = request.query_params.get("after"), float(request.query_params.get("wait", 0))
            if after is not None:
                await engine.core.clock.changed(int(after), min(wait, 60.0))
        except ValueError:
            return JSONResponse(NO_NUMBERS.body(), 400)
        return JSONResponse(engine.time())

    return handle


def _end_fault(engine: Engine) -> Handler:
    async def handle(request: Request) -> Response:
        try:
            return JSONResponse(engine.end_fault(request.path_params["fault_id"]))
        except ControlError as error:
            return JSONResponse(error.body(), 400)

    return handle
