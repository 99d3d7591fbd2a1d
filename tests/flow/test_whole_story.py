"""The main job from end to end, over each of Slack's two transports."""

from __future__ import annotations

from collections import Counter
from datetime import time

import pytest

from bot.messages import actions as act
from tests.flow.harness import Town, open_town
from tests.flow.seen import REVIEW, links, local, only, words

NEW_YORK = "America/New_York"


async def _prepare(town: Town) -> None:
    """Two departments have people, and the digest has a channel. The office is in Los Angeles, maria in New York."""
    await town.ours("@tom", "join finance")
    await town.ours("@amara", "join customer service")
    await town.set_up("@maria", "hours", zone="America/Los_Angeles")
    await town.set_up("@maria", "digest", digest_channel="#general")


async def _share_and_claim(town: Town) -> str:
    ts = await town.say("@yuki", REVIEW)
    shown = words(town.card_of(ts))
    assert "*Finance* — 'charged twice', 'refund'" in shown
    assert "*Customer Service* — 'nobody answers'" in shown
    ping = only([one for one in town.from_bot("#support", ts) if "take a look" in words(one)])
    assert f"<@{town.id_of('@tom')}>" in words(ping)
    assert f"<@{town.id_of('@amara')}>" in words(ping)
    await town.click("@amara", town.card_of(ts), act.CLAIM)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    owned = words(town.card_of(ts))
    assert f"<@{town.id_of('@amara')}> — Customer Service, lead" in owned
    assert f"<@{town.id_of('@tom')}> — Finance" in owned
    assert owned.count("lead") == 1
    return ts


async def _promise_and_track(town: Town, ts: str) -> None:
    await town.say("@maria", "I'll get back to her by Friday EOD", thread_ts=ts)
    offer = only(town.offers_to("@maria"))
    assert "Due *Friday 20 November, 17:00*" in words(offer)
    everybody = [one for room in town.channels() for one in room["messages"]]
    hers = [one for one in everybody if one.get("visible_to") == town.id_of("@maria")]
    assert [one for one in everybody if town.is_from_bot(one) and "get back to her" in words(one)] == [offer]
    assert hers == [offer]
    assert "get back to her" not in words(town.card_of(ts))
    assert "get back to her" not in words(await town.ours("@tom", "mine"))
    tracked = only(await town.click("@maria", offer, act.TRACK))
    assert "Tracked, due *Friday 20 November, 17:00*" in words(tracked)
    assert "get back to her by Friday EOD" in words(town.card_of(ts))


async def _be_nudged_twice(town: Town) -> None:
    await town.jump("2026-11-20T14:45:00-05:00")
    assert town.dms_of("@maria") == []
    await town.jump("2026-11-20T15:00:00-05:00")
    before = only(town.dms_of("@maria"))
    assert "You promised this for *Friday 17:00*" in words(before) or "*today 17:00*" in words(before)
    for moment in ("2026-11-20T16:30:00-05:00", "2026-11-20T19:00:00-05:00", "2026-11-23T08:40:00-05:00"):
        await town.jump(moment)
        assert only(town.dms_of("@maria")) == before
    await town.jump("2026-11-23T09:00:00-05:00")
    assert len(town.dms_of("@maria")) == 2
    for nudge in town.dms_of("@maria"):
        at = local(nudge["ts"], NEW_YORK)
        assert at.weekday() < 5
        assert time(9) <= at.time() < time(17)


@pytest.mark.parametrize("socket_mode", [False, True], ids=["HTTP", "Socket Mode"])
async def test_the_customer_gets_an_answer_and_the_company_sees_it(town_url: str, socket_mode: bool) -> None:
    async with open_town(town_url, socket_mode=socket_mode) as town:
        await _prepare(town)
        ts = await _share_and_claim(town)
        await _promise_and_track(town, ts)
        await _be_nudged_twice(town)
        after = town.dms_of("@maria")[-1]
        thanks = only(await town.click("@maria", after, act.DONE))
        assert "Thank you for coming back to it" in words(thanks)
        assert "kept" in words(town.card_of(ts))
        assert town.from_bot("#general") == []
        await town.jump("2026-11-23T09:00:00-08:00")
        digest = only(town.from_bot("#general"))
        assert "*1* mention" in words(digest)
        assert "*1* kept late" in words(digest)
        assert "past due" not in words(digest)
        assert {town.follow(link)["ts"] for link in links(digest)} >= {town.card_of(ts)["ts"]}
        await _nothing_comes_twice(town)


async def _nothing_comes_twice(town: Town) -> None:
    for moment in ("2026-11-23T12:00:00-08:00", "2026-11-24T12:00:00-08:00"):
        await town.jump(moment)
    expected = {"card": 1, "ping": 1, "offer": 1, "nudge": 2, "digest": 1, "reminder": 3}
    assert Counter(await town.purposes()) == expected | {"setup": 1, "first_guide": 3}
    assert town.count() == sum(expected.values())
    said = [one["ts"] for room in town.channels() for one in room["messages"] if town.is_from_bot(one)]
    assert len(said) == len(set(said))
