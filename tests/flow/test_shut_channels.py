"""A channel is archived for a while: what becomes of its mentions meanwhile stands on their cards afterwards."""

from __future__ import annotations

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.seen import has_button, only, words
from tests.flow.test_away import tracked


async def call(town: Town, method: str) -> None:
    """Maria does it in Slack."""
    async with aiohttp.ClientSession() as session:
        own = AsyncWebClient(f"xoxp-{town.id_of('@maria')}", town.house.settings.slack_api_url, session=session)
        await own.api_call(method, params={"channel": town.channel_id("#support")})
    await town.settled()


async def test_once_a_channel_is_unarchived_its_cards_show_what_was_done_meanwhile(town: Town) -> None:
    town.expected |= {"is_inactive", "is_archived"}
    root, _ = await tracked(town, 1, "@maria", "I'll get back to her by today 17:00")
    await call(town, "conversations.archive")
    await town.jump("2026-11-17T20:30:00+00:00")
    nudge = only([one for one in town.dms_of("@maria") if has_button(one, act.DONE)])
    await town.click("@maria", nudge, act.DONE)
    assert ":white_check_mark:" not in words(town.card_of(root))
    await call(town, "conversations.unarchive")
    shown = words(town.card_of(root))
    assert ":white_check_mark:" in shown, shown
