"""PostgreSQL goes away while people work: nothing is lost, people get a kind word, and the log tells it once."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.errors import DatabaseAway, NoDatabase
from bot.messages import actions as act
from bot.slack import calls
from bot.wiring import House, Seams
from config.settings import load
from playground import Playground
from tests.flow.harness import Town, open_town
from tests.flow.seen import BUG, REVIEW, find_button, words
from tests.support import databases
from tests.support.waiting import until

pytestmark = pytest.mark.expects_errors
LOOK_AGAIN = "What you clicked or typed may not be done: look in a minute"
A_WHILE = 6.0
"""Of the machine's seconds: each loop and each tick stumbles at least once."""


@pytest.fixture(params=["http", "socket"])
async def town(request: pytest.FixtureRequest, postgresql_town_url: str) -> AsyncIterator[Town]:
    async with open_town(
        postgresql_town_url, socket_mode=request.param == "socket", ack_seconds=1.0, speed=1.0
    ) as opened:
        yield opened


@pytest.fixture
async def http_town(postgresql_town_url: str) -> AsyncIterator[Town]:
    async with open_town(postgresql_town_url, speed=1.0) as opened:
        yield opened


async def test_an_outage_is_one_line_and_loses_nothing(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    first = await town.say("@yuki", REVIEW)
    town.card_of(first)
    with databases.away(town.url):
        second = town.slack.engine.say(channel="#general", user="@yuki", text=BUG)["ts"]
        delivery = town.slack.core.deliveries[-1]
        town.slack.clock.advance(5)  # a jump wakes each tick
        await asyncio.sleep(A_WHILE)
        assert {one["status"] for one in delivery.attempts} <= {500 if town.house.port else 0, None}
        assert delivery.state == "retrying"
    town.slack.clock.advance(61)
    await until(lambda: delivery.state == "delivered")
    await town.settled()
    town.card_of(second, "#general")
    told = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert [one.startswith(DatabaseAway().words) for one in told] == [True]
    for words_of_it in ("the database is back", "listening again soon"):
        assert caplog.text.count(words_of_it) == 1
    assert _traced(caplog) == []


async def test_who_types_clicks_or_sends_a_form_meanwhile_is_asked_to_look_again(
    http_town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    town = http_town
    ts = await town.say("@yuki", REVIEW)
    card = town.card_of(ts)
    await town.ours("@maria", "setup")
    form, button = town.form_of("@maria"), find_button(card, act.CLAIM)
    with databases.away(town.url):
        typed = await town.slack.engine.command(channel="#support", user="@maria", command="/ours", text="mine")
        assert LOOK_AGAIN in words(typed["response"])
        before = len(town.ephemerals_of("@tom"))
        chosen = {"action_id": button["action_id"], "block_id": button["block_id"]}
        await town.slack.engine.click(user="@tom", channel=card["channel"], ts=card["ts"], **chosen)
        await until(lambda: len(town.ephemerals_of("@tom")) > before)
        assert LOOK_AGAIN in words(town.ephemerals_of("@tom")[-1])
        sent = await town.slack.engine.submit(user="@maria", view_id=form["id"])
        assert sent["response"]["response_action"] == "errors"
        assert LOOK_AGAIN in str(sent["response"]["errors"])
        await town.slack.engine.shortcut(user="@sam", callback_id=act.SHORTCUT_PROMISE, channel=card["channel"], ts=ts)
        await until(lambda: LOOK_AGAIN in str(town.ephemerals_of("@sam")))
    await town.settled()
    assert _traced(caplog) == []
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    assert f"<@{town.id_of('@tom')}> — lead" in words(town.card_of(ts))


async def test_a_load_balancer_hears_that_the_database_is_away(
    http_town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    async with aiohttp.ClientSession() as session:
        health = f"http://127.0.0.1:{http_town.house.port}/health"
        with databases.away(http_town.url):
            async with session.get(health) as ill:
                assert (ill.status, await ill.json()) == (503, {"ok": False})
        async with session.get(health) as well:
            assert well.status == 200
    assert _traced(caplog) == []


async def test_a_process_that_starts_meanwhile_says_so_and_ends(postgresql_town_url: str) -> None:
    """It found the database, then waited for Slack."""
    async with Playground() as slack:
        with contextlib.ExitStack() as stack:

            def open_session() -> aiohttp.ClientSession:
                stack.enter_context(databases.away(postgresql_town_url))
                return calls.new_session()

            app = slack.settings
            known = {"slack_bot_token": app.bot_token, "slack_signing_secret": app.signing_secret}
            settings = load(**known, slack_api_url=f"{slack.url}/api/", database_url=postgresql_town_url, port=0)
            house = House(settings, seams=Seams(open_session=open_session))
            with pytest.raises(NoDatabase, match="DATABASE_URL"):
                await house.start()
            await house.stop()


def _traced(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.exc_info]
