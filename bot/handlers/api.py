"""`PUT /api/customers`: another program says what is known of customers. Doing it again changes nothing.

All of a call is written, or nothing. What is wrong comes back in words that say what to do.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import tokens
from bot.database import Scope
from bot.errors import ApiOff, BotError, DatabaseAway, DiskFull, NameTaken, TokenExpired, TokenMissing, TokenWrong
from bot.facts import CustomerFacts, Fault
from bot.handlers.desk import Desk
from bot.ledger import directory, workspaces
from bot.ledger.claims import Claims
from bot.ledger.directory import Change
from bot.tokens import Pass
from bot.understanding import CUSTOMER_FIELDS, CustomerReader

PATH = "/api/customers"
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]
MOST = 100
LONGEST_BODY = 1_000_000
MOST_FAULTS = 50
"""So many are told at once: who sends thousands of wrong fields has one mistake to mend."""
LISTS = frozenset({"aliases", "domains", "handles", "owners"})
EXAMPLE = '{"name": "Acme", "domains": ["acme.com"], "tier": "gold"}'


class BodyUnfit(BotError):
    """{problem} Send one customer, like {example}, or up to 100 of them in a list."""


class CustomersUnfit(BotError):
    """Nothing was written: mend what `faults` lists, and send it again."""

    def __init__(self, faults: Sequence[tuple[int, Fault]], status: int) -> None:
        super().__init__()
        self.faults, self.status = faults, status


STATUS: dict[type[BotError], tuple[int, str]] = {
    ApiOff: (404, "api_off"),
    TokenMissing: (401, "token_missing"),
    TokenWrong: (401, "token_wrong"),
    TokenExpired: (401, "token_expired"),
    BodyUnfit: (400, "body_unfit"),
    NameTaken: (409, "name_taken"),
    DatabaseAway: (503, "database_away"),
    DiskFull: (503, "disk_full"),
}


class Api:
    """What programs may call. Without a secret it is off."""

    def __init__(self, desk: Desk, secret: str | None, tiers: Sequence[str]) -> None:
        self._desk, self._secret, self._tiers = desk, secret, tiers

    def routes(self) -> list[Route]:
        return [Route(PATH, self.customers, methods=METHODS)]

    async def customers(self, request: Request) -> Response:
        try:
            given = self._admit(request)
            if request.method != "PUT":
                return refusal(405, "method_unfit", f"Use PUT for {PATH}.", {"Allow": "PUT"})
            answer = await self._put(given, await _body(request))
        except CustomersUnfit as error:
            told = error.faults[:MOST_FAULTS]
            faults = [{"customer": at, "field": one.field, "message": one.words} for at, one in told]
            return refusal(error.status, "customers_unfit", error.words, faults=faults)
        except tuple(STATUS) as error:
            status, code = STATUS[type(error)]
            headers = {401: {"WWW-Authenticate": "Bearer"}, 503: {"Retry-After": "30"}}.get(status)
            return refusal(status, code, str(error), headers)
        return JSONResponse({"customers": answer})

    def _admit(self, request: Request) -> Pass:
        if self._secret is None:
            raise ApiOff
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        return tokens.read(
            self._secret, token.strip() if kind.casefold() == "bearer" else "", self._desk.clock.machine()
        )

    async def _put(self, given: Pass, rows: list[dict[str, Any]]) -> list[dict[str, str]]:
        wanted = await self._desk.read(given.team_id, lambda scope: self._read(scope, rows))
        return await self._desk.run(given.team_id, lambda scope: _write(scope, wanted, f"api:{given.name}"))

    def _read(self, scope: Scope, rows: list[dict[str, Any]]) -> list[CustomerFacts]:
        """Before the writing transaction, which acks may wait for. Raises CustomersUnfit."""
        if scope.team_id not in workspaces.all_team_ids(scope.session):
            raise TokenWrong
        reader = CustomerReader(directory.company(scope, self._tiers))
        wanted, faults = [], list[tuple[int, Fault]]()
        for number, row in enumerate(rows):
            wrong = list(islice(_shape_faults(row), MOST_FAULTS))
            facts, more = reader.read(
                {} if wrong else {name: value for name, value in row.items() if value is not None}
            )
            faults += [(number, fault) for fault in wrong or more]
            wanted.append(facts)
        if faults:
            raise CustomersUnfit(faults, 422)
        return wanted


def _write(scope: Scope, wanted: list[CustomerFacts], by: str) -> list[dict[str, str]]:
    have = directory.known(scope, wanted, for_update=True)
    claims, changes, faults = Claims("customer"), list[Change](), list[tuple[int, Fault]]()
    for number, facts in enumerate(wanted):
        found = directory.compare(have, facts)
        wrong = [*claims.check(number, facts, have), *(found if isinstance(found, list) else [])]
        faults += [(number, fault) for fault in wrong]
        changes += [found] if isinstance(found, Change) else []
    if faults:
        raise CustomersUnfit(faults, 409)
    directory.write(scope, changes, by)
    after = directory.known(scope, wanted)
    named = [after.named(facts) for facts in wanted]
    return [
        {"id": customer.id if customer else "", "name": change.facts.name, "outcome": change.outcome}
        for customer, change in zip(named, changes, strict=True)
    ]


def _shape_faults(row: dict[str, Any]) -> Iterator[Fault]:
    """Fields that are none of ours, and values of another kind."""
    for name, value in row.items():
        if name not in CUSTOMER_FIELDS:
            near = difflib.get_close_matches(name, CUSTOMER_FIELDS, n=1)
            meant = f"Did you mean {near[0]}? " if near else ""
            words = f"is no field that I know. {meant}The fields are {', '.join(CUSTOMER_FIELDS)}."
            yield Fault(ascii(name[:60])[1:-1], words)
        elif name in LISTS and isinstance(value, list) and all(isinstance(one, str) for one in value):
            continue
        elif value is not None and not isinstance(value, str):
            yield Fault(name, f"must be text{' or a list of texts' if name in LISTS else ''}.")


async def _body(request: Request) -> list[dict[str, Any]]:
    """The customers of a call. Raises BodyUnfit."""
    raw = await raw_body(request, LONGEST_BODY)
    if raw is None:
        raise BodyUnfit(problem="That is more than a megabyte.", example=EXAMPLE)
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BodyUnfit(problem="The body is no JSON.", example=EXAMPLE) from error
    rows = found if isinstance(found, list) else [found]
    if not rows or len(rows) > MOST or not all(isinstance(row, dict) for row in rows):
        raise BodyUnfit(problem="The body is neither a customer nor a list of them.", example=EXAMPLE)
    return rows


async def raw_body(request: Request, most: int) -> bytes | None:
    """What was sent: None when it is more than `most`, nothing when its sender hung up half-way."""
    raw = b""
    try:
        async for part in request.stream():
            raw += part
            if len(raw) > most:
                return None
    except ClientDisconnect:
        return b""
    return raw


def refusal(status: int, code: str, words: str, headers: dict[str, str] | None = None, **more: Any) -> JSONResponse:
    """An error as every program gets it: a code, and words that say what to do."""
    return JSONResponse({"error": {"code": code, "message": words, **more}}, status, headers)
