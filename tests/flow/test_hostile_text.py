"""Whatever people write, Slack takes what the bot makes of it, and it pings nobody: `Town.check` sees each call."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Promise
from tests.flow.harness import Town
from tests.flow.seen import labels, only, words

HOSTILE = {
    "pings": "<!channel> <!here> <!everyone> <@U0TOM000000> <!subteam^S0SUPPORTTE> <#C0DEALS0000|deals> @channel",
    "pings as typed": "@channel @here @everyone @tom @support-team &lt;!channel&gt; &amp;lt;!here&amp;gt;",
    "long": "why " * 1000,
    "one long word": "w" * 4000,
    "right to left": "لماذا تم خصم المبلغ مرتين؟ \u202e\u2066 שלום \u200f",
    "emoji": "😡👩‍👩‍👧‍👦🏳️‍🌈" * 200,
    "markup": "*bold* _it_ ~no~ `code` ```block``` > quote | <http://evil.example|bank> \\ \" ' & < > {} %s \x07",
    "many lines": "line\n" * 150,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_hostile_words_go_all_the_way(town: Town, text: str) -> None:
    await town.ours("@tom", "join finance")
    review = f"https://www.trustpilot.com/reviews/abc123 “I was charged twice, refund me! {text}”"
    ts = await town.say("@yuki", review, raw=True)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.say("@maria", f"{text[:3000]}\nI'll get back to her by Friday EOD", thread_ts=ts, raw=True)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    await town.ours("@maria", f"promise {text} by Friday 3pm")
    for command in ("open", "mine", "digest", f"customer {text}", f"join {text}", text):
        assert "<!channel>" not in words(await town.ours("@maria", command))
    await town.jump("2026-11-20T15:30:00-05:00")
    assert town.dms_of("@maria")
    await town.jump("2026-11-23T09:05:00-05:00")


async def test_hostile_reasons_and_notes_in_forms(town: Town) -> None:
    await town.ours("@maria", "promise call Ada by Friday 3pm")
    await town.ours("@maria", "mine")
    await town.click("@maria", town.ephemerals_of("@maria")[-1], act.HAND_OVER)
    await town.send_form("@maria", person="@tom", reason=HOSTILE["pings"] + HOSTILE["emoji"][:300])
    question = only(town.dms_of("@tom"))
    assert "<!channel>" not in words(question)
    assert "Take it" in labels(question)
    (promise,) = await town.ask(select(Promise))
    assert promise.user_id == town.id_of("@maria")


async def test_a_name_that_looks_like_a_ping_stays_a_name(town: Town) -> None:
    town.slack.engine.user(user="tom", real_name="<!channel> Tom", display_name="<!here> & *Tom*")
    await town.ours("@tom", "join finance")
    ts = await town.say("@yuki", "https://www.trustpilot.com/reviews/abc123 “I was charged twice, refund me!”")
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    assert "<!" not in words(town.card_of(ts))
