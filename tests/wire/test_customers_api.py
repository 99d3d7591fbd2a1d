"""PUT /api/customers: signed, all or nothing, the same again without a change; every refusal says what to do."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import tokens
from bot.clock import SystemClock
from bot.database import ThreadedDatabase
from bot.errors import TokenExpired, TokenMissing, TokenWrong
from bot.facts import CustomerFacts
from bot.handlers.api import PATH, Api
from bot.handlers.desk import Desk
from bot.ledger import customers, directory, entries
from bot.slack.serving import serve
from bot.tokens import Pass
from tests.ledger.test_two_workspaces import rows_of
from tests.support.world import ANN, OTHER_TEAM, TEAM, World

SECRET, OTHER_SECRET = "a secret that is long enough for it", "another secret, just as long as that"
NOW = SystemClock().machine()
CRM = tokens.make(SECRET, Pass(TEAM, "crm", NOW + timedelta(days=1)))
ACME = {
    "name": "Acme",
    "aliases": ["Akme; the other one", "ACME Labs"],
    "domains": ["acme.com"],
    "handles": "x.com/acme",
    "tier": "Gold",
    "home_department": "sales",
    "owners": ["UANN", "Ben"],
}


@dataclass
class Caller:
    """Another program."""

    session: aiohttp.ClientSession
    world: World
    address: str

    async def put(self, body: Any, token: str | None = CRM, method: str = "PUT") -> tuple[int, Any]:
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        data = BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
        async with self.session.request(method, self.address, data=data, headers=headers) as reply:
            return reply.status, await reply.json()

    async def refused(self, body: Any, token: str | None = CRM, method: str = "PUT") -> tuple[int, str, str]:
        """Status, code and words; and nothing has changed."""
        before = rows_of(self.world.engine, TEAM)
        status, reply = await self.put(body, token, method)
        assert rows_of(self.world.engine, TEAM) == before
        faults = [f"{one['customer']} {one['field']}: {one['message']}" for one in reply["error"].get("faults", [])]
        return status, reply["error"]["code"], " ".join([reply["error"]["message"], *faults])


async def calling(world: World, database: ThreadedDatabase, secret: str | None) -> AsyncIterator[Caller]:
    def client(team_id: str) -> Any:
        raise AssertionError("nothing is asked of Slack")

    desk = Desk(database, SystemClock(), world.new_id, client)
    port, stop = await serve(None, database, ("127.0.0.1", 0), Api(desk, secret, ("gold", "silver")).routes())
    async with aiohttp.ClientSession() as session:
        yield Caller(session, world, f"http://127.0.0.1:{port}{PATH}")
    await stop()


@pytest.fixture
async def caller(world: World, database: ThreadedDatabase) -> AsyncIterator[Caller]:
    async for found in calling(world, database, SECRET):
        yield found


async def test_a_customer_is_added_and_the_same_call_again_changes_nothing(caller: Caller) -> None:
    status, reply = await caller.put(ACME)
    assert (status, reply["customers"][0]["outcome"], reply["customers"][0]["name"]) == (200, "added", "Acme")
    before = rows_of(caller.world.engine, TEAM)
    assert (await caller.put(ACME))[1] == {"customers": [reply["customers"][0] | {"outcome": "unchanged"}]}
    assert rows_of(caller.world.engine, TEAM) == before
    known = reply["customers"][0]["id"]
    found = caller.world.run(customers.get, known)
    assert (found.name, found.tier) == ("Acme", "gold")
    told = caller.world.run(entries.history, known)
    assert [(one.act, one.by) for one in told] == [("add_customer", "api:crm")]
    norms = ["akme the other one", "acme labs"]
    assert set(caller.world.run(customers.look_up, norms)) == set(norms), "a name in a list may hold a semicolon"


async def test_what_is_told_adds_up_and_an_id_renames(caller: Caller) -> None:
    _, reply = await caller.put(ACME)
    known = reply["customers"][0]["id"]
    status, reply = await caller.put([{"id": known, "name": "Zenith", "tier": "silver"}, {"name": "New", "tier": None}])
    assert (status, [one["outcome"] for one in reply["customers"]]) == (200, ["changed", "added"])
    have = caller.world.run(customers.look_up, ["acme", "zenith", "new"])
    assert have == {"acme": "Zenith", "zenith": "Zenith", "new": "New"}
    assert caller.world.run(customers.look_up_addresses, ["acme.com"]) == {"acme.com": "Zenith"}


UNFIT = "customers_unfit"
BAD: dict[str, tuple[Any, int, str, str]] = {
    "no JSON": (b"{", 400, "body_unfit", "The body is no JSON. Send one customer, like"),
    "no object": (["Acme"], 400, "body_unfit", "neither a customer nor a list"),
    "nothing": ([], 400, "body_unfit", "neither a customer nor a list"),
    "too many": ([{"name": "A"}] * 101, 400, "body_unfit", "up to 100"),
    "deep": (b"[" * 100_000, 400, "body_unfit", "no JSON"),
    "unknown field": ({"domain": "a.com"}, 422, UNFIT, "0 domain: is no field that I know. Did you mean domains?"),
    "another kind": ({"name": 7}, 422, UNFIT, "0 name: must be text."),
    "a list of others": ({"name": "A", "domains": [1]}, 422, UNFIT, "must be text or a list of texts."),
    "no name": ([{"name": "A"}, {"tier": "gold"}], 422, UNFIT, "1 name: is empty. Every customer needs a name."),
    "unknown tier": ({"name": "A", "tier": "glod"}, 422, UNFIT, "Did you mean gold?"),
    "unknown owner": ({"name": "A", "owners": ["Zoe"]}, 422, UNFIT, "is nobody whom I know"),
    "half a sign": (b'{"name": "\\ud800"}', 422, UNFIT, "holds a line break, or a sign that nobody sees"),
    "nothing at all": (b'{"name": "A", "id": "\\u0000"}', 422, UNFIT, "is no id of a customer"),
    "twice": ([{"name": "A"}, {"name": "a inc"}], 409, UNFIT, "1 name: “a inc” is in customer 0 already."),
    "unknown id": ({"id": "0", "name": "A"}, 409, UNFIT, "stands for no customer"),
    "somebody else's": ({"name": "A", "domains": "taken.com"}, 409, UNFIT, "taken.com is of Taken already."),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
async def test_what_is_wrong_is_told_and_nothing_is_written(caller: Caller, kind: str) -> None:
    await caller.put({"name": "Taken", "domains": "taken.com"})
    body, status, code, told = BAD[kind]
    found = await caller.refused(body)
    assert found[:2] == (status, code)
    assert told in found[2]


async def test_a_body_of_more_than_a_megabyte_is_not_read_on(caller: Caller) -> None:
    assert (await caller.refused(b" " * 1_100_000))[:2] == (400, "body_unfit")


async def test_only_put_is_answered(caller: Caller) -> None:
    assert await caller.refused(ACME, method="POST") == (405, "method_unfit", f"Use PUT for {PATH}.")


async def test_without_a_good_token_nothing_is_read(caller: Caller) -> None:
    good = Pass(TEAM, "crm", NOW + timedelta(days=1))
    for token, code in (
        (None, "token_missing"),
        ("", "token_missing"),
        ("nonsense", "token_wrong"),
        (CRM[:-1], "token_wrong"),
        (CRM.replace("ours1.", "ours2."), "token_wrong"),
        (tokens.make(OTHER_SECRET, good), "token_wrong"),
        (tokens.make(SECRET, Pass("T9", "crm", good.until)), "token_wrong"),
        (tokens.make(SECRET, Pass(TEAM, "crm", NOW - timedelta(seconds=1))), "token_expired"),
    ):
        status, found, told = await caller.refused(ACME, token)
        assert (status, found) == (401, code), token
        assert "python -m bot token" in told


async def test_a_token_of_one_workspace_touches_no_other(caller: Caller) -> None:
    World(caller.world.engine, team_id=OTHER_TEAM).install()
    other = tokens.make(SECRET, Pass(OTHER_TEAM, "crm", NOW + timedelta(days=1)))
    before = rows_of(caller.world.engine, TEAM)
    assert (await caller.put({"name": "Acme"}, other))[0] == 200
    assert rows_of(caller.world.engine, TEAM) == before


async def test_without_a_secret_the_api_is_off(world: World, database: ThreadedDatabase) -> None:
    async for found in calling(world, database, None):
        status, code, told = await found.refused(ACME)
        assert (status, code) == (404, "api_off")
        assert "API_SECRET" in told


async def test_what_a_form_says_at_the_same_time_is_not_lost(caller: Caller) -> None:
    _, reply = await caller.put(ACME)
    known = reply["customers"][0]["id"]
    caller.world.run(directory.arrange, replaced(known), 0, ANN)
    assert (await caller.put({"name": "Acme", "tier": "silver"}))[0] == 200
    assert caller.world.run(customers.look_up_addresses, ["acme.de"]) == {"acme.de": "Acme"}


def replaced(known: str) -> Any:
    return CustomerFacts("Acme", "acme", addresses=("acme.de",), id=known)


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_token_says_what_was_put_into_it(team: str, name: str) -> None:
    until = NOW.replace(microsecond=0) + timedelta(days=1)
    token = tokens.make(SECRET, Pass(team, name, until))
    assert tokens.read(SECRET, token, NOW) == Pass(team, name, until)
    with pytest.raises(TokenExpired):
        tokens.read(SECRET, token, until)


@given(st.integers(0, 200), st.characters(), st.text(max_size=50))
def test_a_token_that_was_changed_is_none_of_ours(at: int, sign: str, other: str) -> None:
    at %= len(CRM)
    changed = CRM[:at] + sign + CRM[at + 1 :]
    for token in (changed, other, CRM + other):
        if token == CRM:
            continue
        with pytest.raises((TokenWrong, TokenMissing)):
            tokens.read(SECRET, token, NOW)
