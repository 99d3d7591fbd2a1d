"""How quick the bot is in the demo, at the speed of time: share → card, and click → the card changed.

    python -m bench.quickness

Maria shares a review, and Tom clicks as soon as the card is there. Prints the median and the slowest of twenty, in
milliseconds. Cards that come within a second of each other wait, as Slack wants it.
"""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Callable
from typing import Any

from bot.clock import machine_seconds
from bot.demo import story
from bot.demo.company import CUSTOMERS
from bot.demo.live import open_page
from bot.demo.stage import Spot, Stage

TIMES = 20
PAUSE = 1.2


async def seen(stage: Stage, find: Callable[[], Any]) -> Any:
    """What `find` finds, as soon as the page could show it."""
    activity = stage.slack.core.activity
    while not (found := find()):
        await activity.changed(activity.version, 1.0)
    return found


async def measure(stage: Stage, number: int) -> tuple[float, float]:
    """Milliseconds of a share, and of a click."""
    engine, room = stage.slack.engine, stage.slack.core.channel(f"#{CUSTOMERS}")
    ours, began = stage.slack.core.user("ours").id, machine_seconds()
    words = f"> I was charged twice for order {number} and want my money back! (Ada)"
    ts = engine.say(channel=f"#{CUSTOMERS}", user="@maria", text=words)["ts"]
    replies = room.messages.values
    card = await seen(stage, lambda: next((one for one in replies() if one.thread_ts == ts and one.user == ours), None))
    shared, before = machine_seconds() - began, str(card.blocks)
    began = machine_seconds()
    _, _, block, button = stage.button("tom", "I'm on it", Spot(CUSTOMERS, ts))
    chosen = {"action_id": button["action_id"], "block_id": block["block_id"], "value": button.get("value")}
    click = asyncio.create_task(engine.click(user="@tom", channel=room.id, ts=card.ts, **chosen))
    await seen(stage, lambda: str(room.messages[card.ts].blocks) != before)
    clicked = machine_seconds() - began
    await click
    return shared * 1000, clicked * 1000


async def main() -> None:
    async with open_page(0) as stage:
        await story.first_morning(stage)
        stage.slack.clock.set_speed(1.0)
        times = []
        for number in range(TIMES):
            await asyncio.sleep(PAUSE)
            times.append(await measure(stage, number))
    for name, values in zip(("share → card", "click → card changed"), zip(*times, strict=True), strict=True):
        print(f"{name:22} median {statistics.median(values):5.0f} ms, slowest {max(values):5.0f} ms")


if __name__ == "__main__":
    asyncio.run(main())
