"""Installed, and in no channel yet: one admin is told once how to begin, and what the bot is in already is listed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.messages import actions as act
from bot.wiring import House
from config.settings import load
from playground import Playground
from tests.flow.harness import SPEED, START, Town, open_town, settings_of
from tests.flow.homes import open_home
from tests.flow.seen import REVIEW, find_button, has_button, only, words

WORLD: dict[str, Any] = {
    "users": [
        {"name": "ada", "real_name": "Ada", "tz": "Europe/London", "is_admin": True},
        {"name": "zoe", "real_name": "Zoe", "tz": "Asia/Tokyo", "is_admin": True, "is_owner": True},
        {"name": "ben", "real_name": "Ben", "tz": "Europe/London"},
    ],
    "channels": [{"name": "team", "members": ["ada", "zoe", "ben"]}],
}
BEFORE = [
    {"name": "old", "members": ["ada", "ben", "ours"]},
    {"name": "board", "members": ["ada", "ours"], "is_private": True},
]


def led(town: Town, user: str) -> list[Any]:
    return [one for one in town.welcomes_of(user) if has_button(one, act.SETUP_OPEN)]


@pytest.fixture
async def empty(town_url: str) -> AsyncIterator[Town]:
    async with open_town(town_url, world=WORLD) as opened:
        yield opened


async def test_who_owns_the_workspace_is_told_once_how_to_begin_though_it_is_night_there(empty: Town) -> None:
    told = only(led(empty, "@zoe"))
    assert "gets a card" in words(told)
    assert "*Home* tab" in words(told)
    await empty.click("@zoe", told, act.SETUP_OPEN)
    assert "Departments" in words(empty.form_of("@zoe"))
    await empty.close_form("@zoe")
    await empty.stop_bot()
    await empty.start_bot()
    await empty.join("#team", "@ours", "@ada")
    await empty.jump("2026-11-18T15:00:00+00:00")
    assert len(led(empty, "@zoe")) == 1
    assert not led(empty, "@ada")


async def test_the_home_of_a_workspace_that_nobody_set_up_leads_there(empty: Town) -> None:
    home = await open_home(empty, "@ada")
    assert "gets a card" in words(home)
    assert has_button(home, act.HOME_SETUP)
    home = await open_home(empty, "@ben")
    assert f"<@{empty.id_of('@ada')}> can, in three minutes" in words(home)
    await empty.ours("@ada", "join finance", "#team")
    assert "gets a card" not in words(await open_home(empty, "@ada"))


async def test_channels_it_was_in_before_are_listed_without_a_word_in_them(town_url: str) -> None:
    world = WORLD | {"channels": [*WORLD["channels"], *BEFORE]}
    async with open_town(town_url, world=world) as town:
        assert not town.from_bot("#old")
        await town.ours("@ada", "setup channels", "#team")
        shown = words(town.form_of("@ada"))
        assert f"<#{town.channel_id('#old')}>" in shown
        assert f"<#{town.channel_id('#board')}>" in shown
        await town.close_form("@ada")
        await town.ours("@zoe", "setup channels", "#team")
        assert f"<#{town.channel_id('#board')}>" not in words(town.form_of("@zoe")), "she is not in it"
        ts = await town.say("@ben", REVIEW, "#old")
        assert town.card_of(ts, "#old")


async def test_slack_is_busy_and_asked_again_until_it_says_who_is_an_admin(town_url: str) -> None:
    async with Playground(start=START, speed=SPEED, world=WORLD) as slack:
        for method in ("users.list", "users.conversations"):
            slack.engine.fault(kind="ratelimit", method=method, seconds=60)
        town = Town(slack, House(load(**settings_of(slack, town_url))), town_url)
        await town.start_bot()
        try:
            await town.settled()
            assert only(led(town, "@zoe"))
        finally:
            await town.house.stop()


async def test_without_user_groups_departments_are_filled_one_by_one(empty: Town) -> None:
    await empty.ours("@ada", "setup departments", "#team")
    form = empty.form_of("@ada")
    assert not has_button(form, act.GROUPS_OPEN)
    assert find_button(form, act.DEPARTMENT_ADD)["style"] == "primary"
    assert "`/ours join NAME`" in words(form)


async def test_who_opens_the_messages_tab_finds_the_guide_there_once_and_no_home_is_published(empty: Town) -> None:
    for _ in range(2):
        await empty.slack.engine.open_home(user="@ben", tab="messages")
        await empty.settled()
    assert "since you looked in" in words(only(empty.welcomes_of("@ben")))
    assert not [home for home in empty.slack.engine.state(["homes"])["homes"] if home["user"] == empty.id_of("@ben")]
    await empty.join("#team", "@ours", "@ada")
    await empty.ours("@ben", "promise send Ada the invoice by Friday", "#team")
    assert len(empty.welcomes_of("@ben")) == 1
    assert empty.dms_of("@ben") == []
