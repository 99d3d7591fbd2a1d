"""The control API over HTTP: JSON in, the engine's method, JSON out. Errors are 400 with a remedy."""

import inspect
import logging
from collections.abc import Awaitable, Callable
from typing import Any, get_type_hints

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from playground.engine import Engine
from playground.errors import ControlError, Json, SlackError, as_control
from playground.making import check_types
from playground.strict import read_json, seconds
from playground.words import words

log = logging.getLogger(__name__)

ACTS = words(
    "say edit delete react unreact unfurl user event verify join leave command click suggest submit close shortcut "
    "open_home time settle fault restore world"
)
"""POST /control/<act> calls the engine's method of that name with the body's fields."""


FORMS = "see the shapes in playground's documentation"
VERBS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def routes(engine: Engine) -> list[Route]:
    """All of ``/control``."""
    table = [(f"/control/{act}", "POST", _poster(engine, act)) for act in ACTS]
    table += [
        ("/control/state", "GET", _state(engine)),
        ("/control/time", "GET", _time(engine)),
        ("/control/fault/{fault_id}", "DELETE", _end_fault(engine)),
    ]
    made = [Route(path, safely(handle), methods=[verb]) for path, verb, handle in table]
    verbs: dict[str, list[str]] = {}
    for path, verb, _ in table:
        verbs.setdefault(path, []).append(verb)
    made += [Route(path, _wrong_verb(allowed), methods=VERBS) for path, allowed in verbs.items()]
    return [*made, Route("/control/{act:path}", _unknown, methods=VERBS)]


Handler = Callable[[Request], Awaitable[Response]]


def _wrong_verb(allowed: list[str]) -> Handler:
    async def handle(request: Request) -> Response:
        error = ControlError(f"{request.url.path} takes no {request.method}", f"send {' or '.join(allowed)}")
        return JSONResponse(error.body(), 405, {"allow": ", ".join(allowed)})

    return handle


async def _unknown(request: Request) -> Response:
    known = ", ".join(dict.fromkeys([*ACTS, "state", "time", "fault/ID"]))
    return JSONResponse(ControlError(f"no call {request.url.path}", f"use one of: {known}").body(), 404)


def safely(handle: Handler) -> Handler:
    """What a caller did wrong is a 400 with a remedy; what nobody foresaw a 500, and the playground goes on."""

    async def guarded(request: Request) -> Response:
        try:
            return await handle(request)
        except ControlError as error:
            return JSONResponse(error.body(), 400)
        except SlackError as error:
            return JSONResponse(as_control(error).body(), 400)
        except (TypeError, ValueError, OverflowError, AttributeError, KeyError) as error:
            return JSONResponse(ControlError(f"a field has the wrong form: {error}", FORMS).body(), 400)
        except Exception as error:
            log.exception("%s could not be answered", request.url.path)
            broken = ControlError(f"internal_error: {error}", "a fault of the playground: its log has the traceback")
            return JSONResponse(broken.body(), 500)

    return guarded


def _poster(engine: Engine, act: str) -> Handler:
    method = getattr(engine, act)

    async def handle(request: Request) -> Response:
        body = read_object(await request.body())
        _check_fields(method, body, act)
        answer = method(**body)
        return JSONResponse(await answer if inspect.isawaitable(answer) else answer)

    return handle


def read_object(raw: bytes) -> Json:
    """A request's body: an object of JSON, without what is null. ControlError when it is none."""
    try:
        body = read_json(raw) if raw.strip() else {}
    except ValueError as error:
        raise ControlError(f"the body is no JSON: {error}", "send a JSON object") from None
    if not isinstance(body, dict):
        raise ControlError("the body is no object", "send a JSON object")
    return {str(k): v for k, v in body.items() if v is not None}


def _check_fields(method: Callable[..., Any], body: Json, act: str) -> None:
    """Say which field is missing, unknown or of a wrong type, before Python does."""
    parameters = inspect.signature(method).parameters.values()
    named = [p for p in parameters if p.kind is p.KEYWORD_ONLY]
    missing = [p.name for p in named if p.default is p.empty and p.name not in body]
    if missing:
        raise ControlError(f"{act} lacks {', '.join(missing)}", f"send {', '.join(p.name for p in named)}")
    unknown = set(body) - {p.name for p in named}
    if unknown and not any(p.kind is p.VAR_KEYWORD for p in parameters):
        raise ControlError(f"{act} knows no {', '.join(sorted(unknown))}", f"send {', '.join(p.name for p in named)}")
    hints = get_type_hints(method)
    check_types(act, {k: v for k, v in body.items() if k not in unknown}, hints)


def _state(engine: Engine) -> Handler:
    async def handle(request: Request) -> Response:
        """With ``after`` (a version) and ``wait``: answer when something happened since; ``only`` names parts."""
        after, wait = _since(request)
        if after is not None:
            await engine.core.activity.changed(after, wait)
        only = request.query_params.get("only")
        return JSONResponse(engine.state(only.split(",") if only else None))

    return handle


def _time(engine: Engine) -> Handler:
    async def handle(request: Request) -> Response:
        """With ``after`` (a version) and ``wait`` (machine seconds): answer when the clock was changed since."""
        after, wait = _since(request)
        if after is not None:
            await engine.core.clock.changed(after, wait)
        return JSONResponse(engine.time())

    return handle


def _since(request: Request) -> tuple[int | None, float]:
    """``after`` and ``wait`` of a request that follows; at most a minute."""
    after, wait = request.query_params.get("after"), request.query_params.get("wait", "0")
    try:
        return None if after is None else int(after), min(seconds(float(wait), "wait"), 60.0)
    except ValueError:
        raise ControlError("after and wait are numbers", "send after=VERSION&wait=SECONDS") from None


def _end_fault(engine: Engine) -> Handler:
    async def handle(request: Request) -> Response:
        return JSONResponse(engine.end_fault(request.path_params["fault_id"]))

    return handle
