"""`POST /hooks/mentions`: a listening tool tells what a customer said. Signed, kept before it is answered, posted once.

The same key again answers the same. What is wrong comes back in words that say what to do. See docs/webhooks.md.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import tokens
from bot.database import Scope
from bot.errors import (
    ApiOff,
    BotError,
    DatabaseAway,
    DiskFull,
    HookKeyMissing,
    HookStale,
    HookUnsigned,
    HookWrong,
    IdempotencyMissing,
    IntakeClosed,
    IntakeOff,
    IntakeOverheard,
    IntakeUnknown,
    KeyTaken,
    Replayed,
    TokenExpired,
    TooMuchWaits,
)
from bot.facts import Fault
from bot.handlers.api import METHODS, MOST_FAULTS, raw_body, refusal
from bot.handlers.desk import Desk
from bot.ledger import intakes, people, workspaces
from bot.ledger.intakes import Heard, Sent
from bot.tokens import Pass

PATH = "/hooks/mentions"
LONGEST_BODY = 64_000
LONGEST_KEY = 200
LONGEST = {"text": 3_000, "author": 200, "url": 2_000, "source": 80, "posted_at": 40, "customer": 200, "channel": 100}
NEEDED = ("text", "channel")
EXAMPLE = '{"text": "Your app lost my order", "author": "@jane", "source": "Mastodon", "channel": "#voices"}'
AHEAD = timedelta(days=1)
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


class MentionUnfit(BotError):
    """{problem} Send one mention, like {example}."""


class MentionFaulty(BotError):
    """Nothing was posted: mend what `faults` lists, and send it again."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__()
        self.faults = faults


STATUS: dict[type[BotError], tuple[int, str]] = {
    ApiOff: (404, "api_off"),
    HookKeyMissing: (401, "key_missing"),
    HookUnsigned: (401, "signature_missing"),
    HookStale: (401, "timestamp_stale"),
    HookWrong: (401, "signature_wrong"),
    TokenExpired: (401, "key_expired"),
    MentionUnfit: (400, "body_unfit"),
    IdempotencyMissing: (400, "idempotency_key_missing"),
    IntakeUnknown: (422, "channel_unheard"),
    IntakeOff: (422, "channel_off"),
    IntakeOverheard: (403, "channel_overheard"),
    IntakeClosed: (403, "channel_closed"),
    KeyTaken: (409, "idempotency_key_taken"),
    Replayed: (409, "replayed"),
    TooMuchWaits: (429, "too_much_waits"),
    DatabaseAway: (503, "database_away"),
    DiskFull: (503, "disk_full"),
}


class Hooks:
    """What listening tools may call. Without a secret it is off."""

    def __init__(self, desk: Desk, secret: str | None) -> None:
        self._desk, self._secret = desk, secret

    def routes(self) -> list[Route]:
        return [Route(PATH, self.mentions, methods=METHODS)]

    async def mentions(self, request: Request) -> Response:
        try:
            if self._secret is None:
                raise ApiOff
            if request.method != "POST":
                return refusal(405, "method_unfit", f"Use POST for {PATH}.", {"Allow": "POST"})
            answer = await self._take(request, self._secret)
        except MentionFaulty as error:
            faults = [{"field": one.field, "message": one.words} for one in error.faults]
            return refusal(422, "mention_unfit", error.words, faults=faults)
        except tuple(STATUS) as error:
            status, code = STATUS[type(error)]
            later = {429: {"Retry-After": "60"}, 503: {"Retry-After": "30"}}.get(status)
            return refusal(status, code, str(error), later)
        return JSONResponse(answer, 202)

    async def _take(self, request: Request, secret: str) -> dict[str, str]:
        body = await raw_body(request, LONGEST_BODY)
        if body is None:
            raise MentionUnfit(problem="That is more than 64 kilobytes.", example=EXAMPLE)
        given, signature = tokens.check_hook(secret, request.headers, body, self._desk.clock.machine())
        key = request.headers.get("idempotency-key", "").strip()
        if not 0 < len(key) <= LONGEST_KEY:
            raise IdempotencyMissing
        fields = _fields(body)
        faults = list(islice(_faults(fields, self._desk.clock.now()), MOST_FAULTS))
        if faults:
            raise MentionFaulty(faults)
        digest = hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
        sent = Sent(f"{intakes.HOOK}{given.name}", f"{given.name}:{_plain(key)}", digest, signature)
        return await self._desk.run(given.team_id, lambda scope: _take(scope, given, fields, sent))


def _take(scope: Scope, given: Pass, fields: dict[str, Any], sent: Sent) -> dict[str, str]:
    if scope.team_id not in workspaces.all_team_ids(scope.session):
        raise HookWrong
    text = {name: _plain(str(value)).strip() for name, value in fields.items() if value is not None}
    said_at = text.pop("posted_at", "")
    channel_id = people.channel_named(scope, text.pop("channel"))
    heard = Heard(words=text.pop("text"), at=_moment(said_at) if said_at else None, **text)
    intake = intakes.take(scope, channel_id, heard, sent)
    return {"id": intake.id, "status": "accepted", "channel": intake.channel_id}


def _fields(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise MentionUnfit(problem="The body is no JSON.", example=EXAMPLE) from error
    if not isinstance(found, dict):
        raise MentionUnfit(problem="The body is no JSON object.", example=EXAMPLE)
    return found


def _faults(fields: dict[str, Any], now: datetime) -> Iterator[Fault]:
    """What is wrong in a mention, field by field, and how to mend it."""
    for name, value in fields.items():
        if name not in LONGEST:
            near = difflib.get_close_matches(name, LONGEST, n=1)
            meant = f"Did you mean {near[0]}? " if near else ""
            yield Fault(ascii(name[:60])[1:-1], f"is no field that I know. {meant}The fields are {', '.join(LONGEST)}.")
        elif value is not None and not isinstance(value, str):
            yield Fault(name, "must be text.")
        elif value is not None and len(value) > LONGEST[name]:
            yield Fault(name, f"is too long: at most {LONGEST[name]:,} characters. Shorten it: a url leads on.")
    for name in NEEDED:
        value = fields.get(name)
        if value is None or (isinstance(value, str) and not any(sign.isalnum() for sign in value)):
            yield Fault(name, "is missing." if value is None else "holds no word.")
    yield from _faults_of_form(fields, now)


def _faults_of_form(fields: dict[str, Any], now: datetime) -> Iterator[Fault]:
    url, posted_at = fields.get("url"), fields.get("posted_at")
    if isinstance(url, str) and url and not url.startswith(("https://", "http://")):
        yield Fault("url", "must begin with https:// or http://.")
    if isinstance(url, str) and any(sign.isspace() or sign in "<>|" for sign in url):
        yield Fault("url", "holds a space or one of < > |. Percent-encode them.")
    if isinstance(posted_at, str) and posted_at:
        moment = _moment(posted_at)
        if moment is None:
            yield Fault("posted_at", "must be a moment with its zone, like 2026-11-24T09:30:00Z.")
        elif moment < EARLIEST:
            yield Fault("posted_at", "is before 1970. Send when the customer said it, or leave it out.")
        elif moment > now + AHEAD:
            yield Fault("posted_at", "is still to come. Send when the customer said it.")


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _plain(text: str) -> str:
    """Without what no database takes: NUL, and half a surrogate pair."""
    return text.replace("\x00", "").encode(errors="replace").decode()
