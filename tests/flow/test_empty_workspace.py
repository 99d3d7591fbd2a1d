"""Inviting the bot to one channel of an empty workspace is enough to start."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.messages import actions as act
from tests.flow.harness import Town, open_town
from tests.flow.seen import BUG, REVIEW, is_card, labels, only, words

WORLD = {
    "users": [
        {"name": "ada", "real_name": "Ada", "tz": "Europe/London"},
        {"name": "ben", "real_name": "Ben", "tz": "Europe/London"},
    ],
    "channels": [{"name": "team", "members": ["ada", "ben"]}],
}


@pytest.fixture
async def empty(town_url: str) -> AsyncIterator[Town]:
    async with open_town(town_url, world=WORLD) as opened:
        yield opened


async def test_an_invited_bot_says_once_what_it_reads_and_keeps(empty: Town) -> None:
    await empty.join("#team", "@ours", "@ada")
    welcome = only(empty.from_bot("#team"))
    for expected in ("I read", "I keep", "Switch me off"):
        assert expected in words(welcome)
    await empty.leave("#team", "@ours")
    await empty.join("#team", "@ours", "@ben")
    assert len(empty.from_bot("#team")) == 1


async def test_the_first_card_finds_the_first_people(empty: Town) -> None:
    await empty.join("#team", "@ours", "@ada")
    ts = await empty.say("@ada", REVIEW, "#team")
    card = empty.card_of(ts, "#team")
    assert "I'll answer for Finance" in labels(card)
    assert "I'll answer for Customer Service" in labels(card)
    assert labels(card).count("Name someone") == 2
    answer = only(await empty.click("@ada", card, act.ANSWER_FOR, "Finance"))
    assert "You are its head" in words(answer)
    card = empty.card_of(ts, "#team")
    assert f"<@{empty.id_of('@ada')}> — Finance, lead" in words(card)
    assert "I'll answer for Finance" not in labels(card)
    await empty.click("@ada", card, act.NAME_SOMEONE)
    sent = await empty.send_form("@ada", person="@ben")
    assert "Customer Service has someone now" in words(sent)
    assert f"<@{empty.id_of('@ben')}>, head of *Customer Service*" in words(empty.from_bot("#team", ts)[-1])
    assert "Name someone" not in labels(empty.card_of(ts, "#team"))


async def test_a_card_shows_who_joined_since_and_asks_them_once(empty: Town) -> None:
    await empty.join("#team", "@ours", "@ada")
    ts = await empty.say("@ada", REVIEW, "#team")
    await empty.ours("@ben", "join finance", "#team")
    assert "I'll answer for Finance" not in labels(empty.card_of(ts, "#team"))
    assert "I'll answer for Customer Service" in labels(empty.card_of(ts, "#team"))
    (ping,) = [one for one in empty.from_bot("#team", ts) if not is_card(one)]
    assert f"<@{empty.id_of('@ben')}>, head of *Finance*" in words(ping)
    await empty.ours("@ben", "leave finance", "#team")
    assert "I'll answer for Finance" in labels(empty.card_of(ts, "#team"))


async def test_the_next_mention_pings_the_head(empty: Town) -> None:
    await empty.join("#team", "@ours", "@ada")
    ts = await empty.say("@ada", BUG, "#team")
    await empty.click("@ben", empty.card_of(ts, "#team"), act.ANSWER_FOR, "Product")
    assert len(empty.from_bot("#team", ts)) == 1
    second = await empty.say("@ada", BUG.replace("bug77", "bug78").replace("settings", "photos"), "#team")
    ping = only([one for one in empty.from_bot("#team", second) if "take a look" in words(one)])
    assert f"<@{empty.id_of('@ben')}>, head of *Product*" in words(ping)


@pytest.mark.expects_errors
async def test_a_workspace_that_appears_after_the_start_is_met(empty: Town) -> None:
    empty.slack.engine.world(teams=[{"id": "TLATER"}], **WORLD)
    help_ = await empty.ours("@ada", "open", "#team")
    assert "Nothing is open" in words(help_)
    await empty.join("#team", "@ours", "@ada")
    assert "I read" in words(only(empty.from_bot("#team")))
