"""People at their Home, and what they choose for themselves."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from bot.messages import actions as act
from playground.blocks import elements_of
from playground.errors import ControlError
from tests.sim.people import People

Json = dict[str, Any]
CLICKED = (
    *(act.DONE, act.MOVE, act.AT_RISK, act.ON_TRACK, act.WITHDRAW, act.REOPEN, act.TRACK, act.TAKE, act.LEAD),
    *(act.REQUEST_PROMISE, act.REQUEST_FINE, act.CLAIM, act.RELEASE, act.PART, act.HOME_PAGE, act.HOME_BACK),
)
"""What somebody may click there."""
CHOICES: tuple[Json, ...] = (
    {act.INPUT_RHYTHM: "daily"},
    {act.INPUT_RHYTHM: "each", act.INPUT_QUIET_FROM: "12:00", act.INPUT_QUIET_UNTIL: "13:30"},
    {act.INPUT_FROM: "10:00", act.INPUT_UNTIL: "16:00", act.INPUT_EVIDENCE: []},
    {act.INPUT_HOUSE_HOURS: ["on"], act.INPUT_NO_QUIET: ["on"]},
)
"""All within the house's hours: a nudge at another time is one too many in any case."""


async def open_home(people: People, person: str) -> None:
    """Somebody opens their Home, and does something of what they find."""
    engine, core = people.stage.slack.engine, people.stage.slack.core
    await engine.open_home(user=f"@{person}", wait=0)
    people.note("homes", person)
    chance = people.stage.chance(f"home of {person} at {people.stage.loop.time()}")
    await asyncio.sleep(chance.uniform(5, 90))
    home = core.homes.get(people.stage.town.ids[person])
    found = [] if home is None else [(block, item) for block in home.body["blocks"] for item, _ in elements_of(block)]
    wanted = [(block, item) for block, item in found if str(item.get("action_id", "")).partition(".")[0] in CLICKED]
    if home is None or not wanted:
        return
    block, item = chance.choice(wanted)
    given = {"action_id": item["action_id"], "block_id": block["block_id"], "value": item.get("value")}
    try:
        answer = await engine.click(user=f"@{person}", view_id=home.id, **given)
    except ControlError:
        return  # it has changed, or a form lies above it
    action = item["action_id"].partition(".")[0]
    people.note("clicks", person, f"home {action}", answer.get("error", "ok"))
    await people.fill_in(person, action)


async def choose(people: People, person: str) -> None:
    """Somebody chooses how they are nudged, other hours, or tomorrow off."""
    chance = people.stage.chance(f"choices of {person} at {people.stage.loop.time()}")
    await people.command(person, "#general", "settings")
    view = people.open_view(person)
    if view is None:
        return
    shown = {block.get("block_id") for block in view.body["blocks"]}
    values = {name: {name: value} for name, value in chance.choice(CHOICES).items() if name in shown}
    if chance.random() < 0.4:
        tomorrow = (people.stage.slack.clock.now() + timedelta(days=1)).date().isoformat()
        values[act.INPUT_OFF_FROM] = {act.INPUT_OFF_FROM: tomorrow}
    await people.submit(person, view, values, "settings")
