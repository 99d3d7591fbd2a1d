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


async def test_what_was_begun_just_now_is_waited_for_though_the_loop_was_late() -> None:
    moments = iter([0.0, *[5.0] * 50])
    activity = Activity(lambda: next(moments))

    async def work() -> None:
        with activity.busy():
            await asyncio.Event().wait()

    working = asyncio.create_task(work())
    assert not await activity.settle(timeout=0.0, quiet=1.0)
    working.cancel()


async def test_a_follower_returns_when_nothing_happens_for_long_enough() -> None:
    activity = Activity()
    await activity.changed(activity.version, 0.0)
    assert activity.followers == 0
