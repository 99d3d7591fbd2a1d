"""A laptop that is closed in the middle of a step, and opened again: nothing is said twice, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from slack_sdk.web.async_client import AsyncWebClient

from bot.database import Scope
from bot.ledger import presence
from bot.ledger.presence import Here
from tests.support.world import ANN, OPEN
from tests.wire.conftest import Office


def sleeping_before_the_call(office: Office, seconds: float) -> Callable[[str], AsyncWebClient]:
    """The shop's `client`, at whose first use the machine sleeps."""
    nights = [seconds]

    def client(team_id: str) -> AsyncWebClient:
        if nights:
            office.suspend(nights.pop())
        return office.shop.client(team_id)

    return client


async def test_a_machine_that_slept_before_the_call_leaves_it_to_the_look_up(office: Office) -> None:
    awake = office.shop
    shop = replace(awake, client=sleeping_before_the_call(office, 300))
    office.start_worker(shop)
    row_id = office.say_welcome()
    await office.send()
    for _ in range(6):
        await office.send_after(31)
    assert office.said() == [row_id]
    assert len(office.calls("chat.postMessage")) == 1


async def test_a_message_that_came_out_after_the_machine_had_slept_is_found(office: Office) -> None:
    """Suspended in the very moment of the call: it is in Slack long after it was marked as started."""
    office.slack.engine.fault(kind="late_act", method="chat.postMessage", seconds=600)
    row_id = office.say_welcome()
    await office.send()
    office.later(700)
    await office.slack.engine.settle(quiet=0.05)
    for _ in range(4):
        await office.send_after(31)
    assert (office.said(OPEN), office.row(row_id).state) == ([row_id], "sent")


def listens(office: Office) -> Here:
    return office.world.run(presence.listens, timedelta(minutes=3))


async def test_a_nudge_that_was_queued_before_an_absence_waits_until_it_is_understood(office: Office) -> None:
    office.world.promised(office.world.now + timedelta(hours=6), ANN)
    office.later(4 * 3600 + 60)
    listens(office)
    office.world.fire()
    office.suspend(1800)
    listens(office)
    await office.send()
    assert office.dms() == []
    assert [row.state for row in office.world.rows("nudge", state=None)] == ["cancelled"]

    def close(scope: Scope) -> None:
        absence = presence.open_absence(scope)
        assert absence is not None
        presence.close_absence(scope, absence)

    office.world.run(close)
    office.world.fire()
    await office.send()
    assert len(office.dms()) == 1
