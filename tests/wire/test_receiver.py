"""The receiver: what is stored before it is answered, what passes on, what is dropped.

A whole house that only receives, over HTTP and over Socket Mode; its database fails in truth (the table is away).
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine, select, text

from bot import migrations
from bot.database import make_engine, transact
from bot.inbox import InboxRow
from bot.slack.receive import is_echo
from bot.wiring import House
from config.settings import load
from playground import Playground
from playground.core import Delivery
from playground.deliver import sign
from tests.support.waiting import until

OWN_USER, OWN_BOT = "U0OURS00000", "B0OURS00000"


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "ours.db"
    migrations.upgrade(f"sqlite:///{path}")
    return path


@dataclass
class Door:
    """A receiving house, and the Slack that delivers to it."""

    slack: Playground
    house: House
    engine: Engine

    def say(self, words: str) -> Delivery:
        self.slack.engine.say(channel="#support", user="@maria", text=words)
        return self.slack.core.deliveries[-1]

    def stored(self) -> list[dict[str, Any]]:
        rows = transact(self.engine, lambda s: s.execute(select(InboxRow).order_by(InboxRow.id)).scalars().all())
        return [(row.payload or {})["event"] for row in rows]

    def break_database(self) -> None:
        transact(self.engine, lambda s: s.execute(text("ALTER TABLE inbox RENAME TO away")))

    def mend_database(self) -> None:
        transact(self.engine, lambda s: s.execute(text("ALTER TABLE away RENAME TO inbox")))

    async def limit_pages(self, most: int) -> int:
        """How large the file may grow; answers how large it might before."""
        pragma = "PRAGMA max_page_count"
        before: int = await self.house.database.run(lambda s: s.execute(text(pragma)).scalar_one())
        await self.house.database.run(lambda s: s.execute(text(f"{pragma} = {most}")))
        return before

    async def post(self, body: str, *, secret: str = "", kind: str = "application/json") -> tuple[int, str]:
        """One request, signed as Slack does (or with another secret)."""
        stamp = str(int(time.time()))
        signed = sign(secret or self.slack.settings.signing_secret, stamp, body.encode())
        headers = {"content-type": kind, "x-slack-request-timestamp": stamp, "x-slack-signature": signed}
        url = f"http://127.0.0.1:{self.house.port}/slack/events"
        async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as response:
            return response.status, await response.text()


@pytest.fixture(params=["http", "socket"])
async def door(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> AsyncIterator[Door]:
    """Over both transports."""
    async for opened in _open(str(request.param), migrated, tmp_path):
        yield opened


@pytest.fixture
async def http_door(migrated: Path, tmp_path: Path) -> AsyncIterator[Door]:
    async for opened in _open("http", migrated, tmp_path):
        yield opened


async def _open(transport: str, migrated: Path, folder: Path) -> AsyncIterator[Door]:
    url = f"sqlite:///{shutil.copy(migrated, folder / 'ours.db')}"
    async with Playground(ack_seconds=1.0) as slack:
        known: dict[str, Any] = {"slack_bot_token": slack.settings.bot_token, "slack_api_url": f"{slack.url}/api/"}
        known |= {"database_url": url, "port": 0, "clock_url": slack.url}
        if transport == "socket":
            known["slack_app_token"] = slack.settings.app_token
        else:
            known["slack_signing_secret"] = slack.settings.signing_secret
        house = House(load(**known), ("receive",))
        await house.start()
        if transport == "http":
            slack.deliverer.events_url = f"http://127.0.0.1:{house.port}/slack/events"
        engine = make_engine(url)
        yield Door(slack, house, engine)
        engine.dispose()
        await house.stop()


async def test_an_event_is_stored_and_then_answered(door: Door) -> None:
    delivery = door.say("Acme wrote to us")
    await until(lambda: delivery.state == "delivered")
    assert [event["text"] for event in door.stored()] == ["Acme wrote to us"]
    assert len(delivery.attempts) == 1


async def test_what_could_not_be_stored_is_not_acknowledged_and_comes_again(door: Door) -> None:
    door.break_database()
    delivery = door.say("Acme wrote to us")
    # Slack tries again at once, then a minute later.
    await until(lambda: len(delivery.attempts) == 2 and delivery.attempts[1]["status"] is not None)
    over_http = delivery.attempts[0]["transport"] == "http"
    answers = [(500, "http_error")] * 2 if over_http else [(0, "http_timeout")] * 2
    assert [(one["status"], one["reason"]) for one in delivery.attempts] == answers
    door.mend_database()
    assert door.stored() == []
    door.slack.clock.advance(61)
    await until(lambda: delivery.state == "delivered")
    assert [event["text"] for event in door.stored()] == ["Acme wrote to us"]


async def test_a_full_disk_is_told_in_a_line_and_the_events_come_again(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    room = await door.limit_pages(1)  # to as many as there are
    many = [door.say("x" * 2000) for _ in range(40)]

    def answered_twice(one: Delivery) -> bool:
        return one.state == "delivered" or (len(one.attempts) == 2 and one.attempts[1]["status"] is not None)

    await until(lambda: all(answered_twice(one) for one in many))
    assert any(one.state == "retrying" for one in many)
    assert {one.attempts[0]["status"] for one in many} <= {200, 500 if door.house.port else 0}
    told = [record for record in caplog.records if "could not be stored" in record.message]
    assert "The database's disk is full: free some space." in told[0].message
    assert not any(record.exc_info for record in caplog.records)
    await door.limit_pages(room)
    door.slack.clock.advance(61)
    await until(lambda: all(one.state == "delivered" for one in many))
    assert len(door.stored()) == len(many)


async def test_the_same_event_four_times_is_one_row(door: Door) -> None:
    for _ in range(3):
        door.slack.engine.fault(kind="duplicate", method="message")
    delivery = door.say("Acme wrote to us")
    door.slack.deliverer.start(delivery)
    door.slack.deliverer.start(delivery)
    await door.slack.engine.settle(quiet=0.1)
    assert sum(len(one.attempts) for one in door.slack.core.deliveries if one.id == delivery.id) >= 4
    assert len(door.stored()) == 1


async def test_own_words_and_edits_are_dropped_and_what_people_do_stays(door: Door) -> None:
    client = AsyncWebClient(door.slack.settings.bot_token, base_url=f"{door.slack.url}/api/")
    channel = door.slack.core.channel("#support").id
    said = await client.chat_postMessage(channel=channel, text="a card")
    await client.chat_update(channel=channel, ts=str(said["ts"]), text="a newer card")
    await client.reactions_add(channel=channel, timestamp=str(said["ts"]), name="eyes")
    await client.chat_delete(channel=channel, ts=str(said["ts"]))
    assert len(door.slack.core.deliveries) >= 4
    delivery = door.say("thanks!")
    await until(lambda: all(one.state == "delivered" for one in door.slack.core.deliveries))
    assert [event.get("text") for event in door.stored()] == ["thanks!"]
    assert delivery.state == "delivered"


async def test_the_bots_own_arrival_in_a_channel_is_kept(door: Door) -> None:
    door.slack.engine.join(channel="#random", user="@ours", inviter="@maria")
    await until(lambda: all(one.state == "delivered" for one in door.slack.core.deliveries))
    found = [event for event in door.stored() if event["type"] == "member_joined_channel"]
    assert [(event["user"], event["inviter"]) for event in found] == [(OWN_USER, door.slack.core.user("@maria").id)]


async def test_commands_pass_on_and_get_their_answer(door: Door) -> None:
    answer = await door.slack.engine.command(channel="#support", user="@maria", command="/ours", text="help")
    assert answer["status"] == 200
    assert answer["response"]["response_type"] == "ephemeral"
    assert door.stored() == []


@pytest.mark.parametrize(
    ("event", "dropped"),
    [
        ({"type": "message", "user": OWN_USER}, True),
        ({"type": "message", "subtype": "bot_message", "bot_id": OWN_BOT}, True),
        ({"type": "message", "subtype": "bot_message", "bot_id": "B0OTHER"}, False),
        ({"type": "message", "subtype": "message_changed", "message": {"user": OWN_USER}}, True),
        ({"type": "message", "subtype": "message_changed", "message": {"bot_id": OWN_BOT}}, True),
        ({"type": "message", "subtype": "message_deleted", "previous_message": {"bot_id": OWN_BOT}}, True),
        ({"type": "message", "subtype": "message_changed", "message": {"user": "U1"}}, False),
        # A person's post with a user token, through this app.
        ({"type": "message", "user": "U1", "bot_id": OWN_BOT}, False),
        ({"type": "message", "subtype": "message_changed", "message": {"user": "U1", "bot_id": OWN_BOT}}, False),
        ({"type": "reaction_added", "user": "U1", "item_user": OWN_USER}, False),
        ({"type": "reaction_added", "user": OWN_USER}, True),
        ({"type": "member_joined_channel", "user": OWN_USER}, False),
        ({"type": "channel_left", "channel": "C1"}, False),
        ({"type": "user_change", "user": {"id": OWN_USER}}, False),
    ],
)
def test_an_echo_is_what_the_bot_caused_itself(event: dict[str, Any], dropped: bool) -> None:
    assert is_echo(event, OWN_USER, OWN_BOT) is dropped


async def test_slacks_two_checks_of_the_address_pass_on(http_door: Door) -> None:
    assert (await http_door.slack.engine.verify())["ok"]
    status, _ = await http_door.post("ssl_check=1&token=x", kind="application/x-www-form-urlencoded")
    assert status == 200
    assert http_door.stored() == []


async def test_a_wrong_signature_is_refused_and_nothing_stored(http_door: Door) -> None:
    body = json.dumps({"type": "event_callback", "team_id": "T0PLAYGRND0", "event_id": "Ev1", "event": {}})
    status, _ = await http_door.post(body, secret="not the secret")
    assert status == 401
    assert http_door.stored() == []
    status, _ = await http_door.post(body)
    assert status == 200
    assert len(http_door.stored()) == 1


async def test_an_envelope_without_anything_in_it_is_kept_for_the_reader(http_door: Door) -> None:
    status, _ = await http_door.post('{"type": "event_callback"}')
    assert status == 200


async def test_slacks_word_that_it_holds_events_back_is_acknowledged(http_door: Door) -> None:
    body = json.dumps({"type": "app_rate_limited", "team_id": "T0PLAYGRND0", "minute_rate_limited": 1})
    assert (await http_door.post(body))[0] == 200
    assert http_door.stored() == []


async def test_a_load_balancer_hears_of_health(http_door: Door) -> None:
    url = f"http://127.0.0.1:{http_door.house.port}"
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{url}/health") as healthy:
            assert (healthy.status, await healthy.json()) == (200, {"ok": True})
        async with session.get(url) as hello:
            assert "/slack/events" in await hello.text()
