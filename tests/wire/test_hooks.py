"""POST /hooks/mentions: signed, kept before it is answered, posted once; every refusal says what to do."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from bot import tokens
from bot.clock import SystemClock
from bot.database import ThreadedDatabase
from bot.handlers.api import MOST_FAULTS
from bot.handlers.desk import Desk
from bot.handlers.hooks import PATH, Hooks
from bot.ledger import intakes, people
from bot.ledger.intakes import Heard, Sent
from bot.models import Intake
from bot.slack.serving import serve
from bot.tokens import Pass
from tests.ledger.test_two_workspaces import rows_of
from tests.support.world import ANN, CONNECT, GUEST, OPEN, PRIVATE, SECOND, TEAM, World

SECRET = "a secret that is long enough for it"
NOW = SystemClock().machine()
KEY, SIGNING = tokens.make_hook(SECRET, Pass(TEAM, "voices", NOW + timedelta(days=1)))
SAID = {
    "text": "Your app lost my order <again> & again",
    "author": "@jane",
    "url": "https://mastodon.example/@jane/1",
    "source": "Mastodon",
    "posted_at": "2026-11-22T09:30:00Z",
    "channel": OPEN,
}


@dataclass
class Tool:
    """A listening tool."""

    session: aiohttp.ClientSession
    world: World
    address: str

    async def post(self, body: Any, key: str | None = "one", **changes: str) -> tuple[int, Any]:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        stamp = changes.pop("stamp", str(int(SystemClock().machine().timestamp())))
        headers = {
            "X-Ours-Key": changes.pop("hook", KEY),
            "X-Ours-Timestamp": stamp,
            "X-Ours-Signature": changes.pop("signature", tokens.sign_call(SIGNING, stamp, raw)),
            **({"Idempotency-Key": key} if key is not None else {}),
        }
        method = changes.pop("method", "POST")
        async with self.session.request(method, self.address, data=BytesIO(raw), headers=headers) as reply:
            return reply.status, await reply.json()

    async def refused(self, body: Any, key: str | None = "one", **changes: str) -> tuple[int, str, str]:
        """Status, code and words; and nothing has changed."""
        before = rows_of(self.world.engine, TEAM)
        status, reply = await self.post(body, key, **changes)
        assert rows_of(self.world.engine, TEAM) == before
        faults = [f"{one['field']}: {one['message']}" for one in reply["error"].get("faults", [])]
        return status, reply["error"]["code"], " ".join([reply["error"]["message"], *faults])


async def calling(world: World, database: ThreadedDatabase, secret: str | None) -> AsyncIterator[Tool]:
    def client(team_id: str) -> Any:
        raise AssertionError("nothing is asked of Slack")

    desk = Desk(database, SystemClock(), world.new_id, client)
    port, stop = await serve(None, database, ("127.0.0.1", 0), Hooks(desk, secret).routes())
    async with aiohttp.ClientSession() as session:
        yield Tool(session, world, f"http://127.0.0.1:{port}{PATH}")
    await stop()


@pytest.fixture
async def tool(world: World, database: ThreadedDatabase) -> AsyncIterator[Tool]:
    for channel in (OPEN, CONNECT):
        world.run(people.set_channel, channel, people.ChannelChoices("careful", intake=True), ANN)
    async for found in calling(world, database, SECRET):
        yield found


def kept(world: World) -> list[Intake]:
    return world.run(lambda scope: list(scope.session.execute(select(Intake)).scalars()))


async def test_a_mention_is_kept_before_it_is_answered_and_posted_once(tool: Tool) -> None:
    status, reply = await tool.post(SAID)
    assert (status, reply["status"], reply["channel"]) == (202, "accepted", OPEN)
    (intake,) = kept(tool.world)
    assert (intake.id, intake.by, intake.words) == (reply["id"], "hook:voices", SAID["text"])
    again = await tool.post(SAID)
    assert again == (202, reply)
    assert await tool.post(dict(reversed(SAID.items()))) == (202, reply), "the order of fields says nothing"
    said = [outgoing.arguments for row, outgoing in tool.world.send() if row.purpose == intakes.POST]
    assert len(said) == 1
    shown = json.dumps(said[0], ensure_ascii=False)
    assert "lost my order &lt;again&gt; &amp; again" in shown
    assert "voices" in shown
    assert "Mastodon" in shown
    assert await tool.post(SAID) == (202, reply)
    assert tool.world.send() == []


async def test_a_channel_is_named_as_people_do(tool: Tool) -> None:
    status, reply = await tool.post(SAID | {"channel": "#customers"})
    assert (status, reply["channel"]) == (202, OPEN)


UNFIT = "mention_unfit"
BAD: dict[str, tuple[Any, int, str, str]] = {
    "no JSON": (b"{", 400, "body_unfit", "The body is no JSON. Send one mention, like"),
    "a list": ([SAID], 400, "body_unfit", "no JSON object"),
    "deep": (b"[" * 60_000, 400, "body_unfit", "no JSON"),
    "too long": (b" " * 70_000, 400, "body_unfit", "more than 64 kilobytes"),
    "no text": ({"channel": OPEN}, 422, UNFIT, "text: is missing."),
    "no word": (SAID | {"text": " … "}, 422, UNFIT, "text: holds no word."),
    "unknown field": (SAID | {"autor": "x"}, 422, UNFIT, "autor: is no field that I know. Did you mean author?"),
    "another kind": (SAID | {"author": 7}, 422, UNFIT, "author: must be text."),
    "a long text": (SAID | {"text": "a " * 2_000}, 422, UNFIT, "text: is too long: at most 3,000 characters."),
    "no url": (SAID | {"url": "javascript:x"}, 422, UNFIT, "url: must begin with https://"),
    "a url with a pipe": (SAID | {"url": "https://a.b/|x"}, 422, UNFIT, "url: holds a space or one of"),
    "no zone": (SAID | {"posted_at": "2026-11-22T09:30:00"}, 422, UNFIT, "posted_at: must be a moment with its zone"),
    "the future": (SAID | {"posted_at": "2999-11-22T09:30:00Z"}, 422, UNFIT, "posted_at: is still to come."),
    "before all time": (SAID | {"posted_at": "0001-01-01T00:00:00+14:00"}, 422, UNFIT, "posted_at: is before 1970."),
    "many fields": ({f"text{number}": 1 for number in range(4_000)}, 422, UNFIT, "text0: is no field that I know."),
    "unknown channel": (SAID | {"channel": "#nowhere"}, 422, "channel_unheard", "/invite @ours"),
    "a private channel": (SAID | {"channel": PRIVATE}, 422, "channel_unheard", "/invite @ours"),
    "its name": (SAID | {"channel": "board"}, 422, "channel_unheard", "*From elsewhere*"),
    "not allowed": (SAID | {"channel": SECOND}, 403, "channel_closed", "#product does not take words"),
    "outsiders": (SAID | {"channel": CONNECT}, 403, "channel_overheard", "people from outside"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
async def test_what_is_wrong_is_told_and_nothing_is_kept(tool: Tool, kind: str) -> None:
    body, status, code, told = BAD[kind]
    found = await tool.refused(body)
    assert found[:2] == (status, code)
    assert told in found[2]


async def test_of_very_many_faults_the_first_are_told(tool: Tool) -> None:
    _, reply = await tool.post({f"text{number}": 1 for number in range(4_000)})
    assert len(reply["error"]["faults"]) == MOST_FAULTS


async def test_who_hangs_up_half_way_leaves_nothing_behind(tool: Tool, caplog: pytest.LogCaptureFixture) -> None:
    host, port = tool.address.split("/")[2].split(":")
    _, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"POST {PATH} HTTP/1.1\r\nHost: ours\r\nContent-Length: 500\r\n\r\n{{".encode())
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    assert (await tool.post(SAID))[0] == 202, "others are answered"
    assert "Traceback" not in caplog.text


async def test_without_a_good_signature_nothing_is_read(tool: Tool) -> None:
    old = str(int(SystemClock().machine().timestamp()) - 400)
    ended, ended_secret = tokens.make_hook(SECRET, Pass(TEAM, "voices", NOW - timedelta(seconds=1)))
    token = tokens.make(SECRET, Pass(TEAM, "crm", NOW + timedelta(days=1)))
    api_key, _, api_secret = token.rpartition(".")
    elsewhere, elsewhere_secret = tokens.make_hook(SECRET, Pass("T9", "voices", NOW + timedelta(days=1)))
    raw, stamp = json.dumps(SAID).encode(), str(int(SystemClock().machine().timestamp()))

    def signed(secret: str) -> str:
        return tokens.sign_call(secret, stamp, raw)

    for changes, code in (
        ({"hook": ""}, "key_missing"),
        ({"signature": ""}, "signature_missing"),
        ({"stamp": "soon"}, "signature_missing"),
        ({"stamp": old}, "timestamp_stale"),
        ({"signature": "v0=" + "0" * 64}, "signature_wrong"),
        ({"signature": "ä"}, "signature_wrong"),
        ({"hook": KEY + "x"}, "signature_wrong"),
        ({"hook": api_key, "stamp": stamp, "signature": signed(api_secret)}, "signature_wrong"),
        ({"hook": ended, "stamp": stamp, "signature": signed(ended_secret)}, "key_expired"),
        ({"hook": elsewhere, "stamp": stamp, "signature": signed(elsewhere_secret)}, "signature_wrong"),
    ):
        status, found, told = await tool.refused(SAID, **changes)
        assert (status, found) == (401, code), changes
        assert told


async def test_a_changed_body_does_not_fit_its_signature(tool: Tool) -> None:
    stamp = str(int(SystemClock().machine().timestamp()))
    signature = tokens.sign_call(SIGNING, stamp, json.dumps(SAID).encode())
    found = await tool.refused(SAID | {"text": "changed"}, stamp=stamp, signature=signature)
    assert found[:2] == (401, "signature_wrong")


async def test_a_call_that_was_overheard_posts_nothing_more(tool: Tool) -> None:
    stamp = str(int(SystemClock().machine().timestamp()))
    signature = tokens.sign_call(SIGNING, stamp, json.dumps(SAID).encode())
    assert (await tool.post(SAID, "one", stamp=stamp, signature=signature))[0] == 202
    assert (await tool.refused(SAID, "two", stamp=stamp, signature=signature))[:2] == (409, "replayed")
    assert (await tool.refused(SAID | {"text": "Something else"}, "one"))[:2] == (409, "idempotency_key_taken")


async def test_each_mention_wants_a_key_and_only_post_is_answered(tool: Tool) -> None:
    assert (await tool.refused(SAID, None))[:2] == (400, "idempotency_key_missing")
    assert (await tool.refused(SAID, "k" * 201))[:2] == (400, "idempotency_key_missing")
    assert await tool.refused(SAID, method="PUT") == (405, "method_unfit", f"Use POST for {PATH}.")


async def test_without_a_secret_it_is_off(world: World, database: ThreadedDatabase) -> None:
    async for found in calling(world, database, None):
        assert (await found.refused(SAID))[:2] == (404, "api_off")


async def test_a_flood_is_held_back(tool: Tool) -> None:
    def fill(scope: Any) -> None:
        for number in range(intakes.MOST_WAITING):
            intakes.take(scope, OPEN, Heard("Help"), Sent("hook:voices", f"voices:{number}"))

    tool.world.run(fill)
    assert (await tool.refused(SAID))[:2] == (429, "too_much_waits")


async def test_once_guests_have_come_nothing_is_posted_and_the_operator_hears(tool: Tool) -> None:
    await tool.post(SAID)
    tool.world.run(people.add_member, OPEN, GUEST)
    assert tool.world.send() == []
    (intake,) = kept(tool.world)
    assert intake.refused
    before = tool.world.now - timedelta(days=1)
    told = tool.world.run(lambda scope: intakes.refused_lately(scope.session, before))
    assert told == [("hook:voices", OPEN, intake.refused)]
