"""Who follows what happens can always be ended."""

from __future__ import annotations

import asyncio

from playground.activity import Activity


async def test_a_follower_that_is_ended_as_news_arrives_ends() -> None:
    activity = Activity()

    async def follow() -> None:
        while True:
            await activity.changed(activity.version, 60.0)

    follower = asyncio.create_task(follow())
    await asyncio.sleep(0)
    assert activity.followers == 1
    activity.touch()
    follower.cancel()
    done, _ = await asyncio.wait({follower}, timeout=1.0)
    assert done
    assert follower.cancelled()


async def test_a_follower_returns_when_nothing_happens_for_long_enough() -> None:
    activity = Activity()
    await activity.changed(activity.version, 0.0)
    assert activity.followers == 0
