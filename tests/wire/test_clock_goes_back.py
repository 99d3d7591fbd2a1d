"""A clock that is put back an hour (a wrong one that was corrected): nothing waits until it has caught up."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot import unread
from bot.jobs.passes import Passes
from bot.ledger import presence, watermarks
from tests.support.world import SECOND
from tests.wire.conftest import Office, PlaygroundClock

HOUR = 3600


async def test_messages_go_on(office: Office) -> None:
    first, behind = office.say_welcome(), office.say_welcome()
    await office.send()
    office.later(-HOUR)
    new, elsewhere = office.say_welcome(), office.say_welcome(SECOND)
    for _ in range(5):
        await office.send_after(2)
    assert sorted(office.said()) == [first, behind, new]
    assert office.said(SECOND) == [elsewhere]


async def test_a_message_without_a_reply_is_looked_up_and_not_sent_twice(office: Office) -> None:
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    row_id = office.say_welcome()
    await office.send()
    office.later(-HOUR)
    for _ in range(3):
        await office.send_after(31)
    assert (office.row(row_id).state, office.said()) == ("sent", [row_id])


async def test_a_message_without_a_reply_is_still_given_half_a_minute(office: Office) -> None:
    """Slack may act on it late: looked up too soon, it would be said again."""
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    row_id = office.say_welcome()
    hours = [HOUR]

    def client(team_id: str) -> AsyncWebClient:
        office.later(-hours.pop() if hours else 0)
        return office.shop.client(team_id)

    office.start_worker(replace(office.shop, client=client))
    await office.send()
    await office.send_after(5)
    assert office.row(row_id).state == "uncertain"
    assert office.calls("conversations.history") == []
    await office.send_after(31)
    assert (office.row(row_id).state, office.said()) == ("sent", [row_id])


def go_back(office: Office) -> None:
    """All clocks of the machine go back an hour."""
    office.later(-HOUR)
    office.clock.slept -= timedelta(seconds=HOUR)


async def test_what_a_dead_worker_held_is_taken_at_once_and_still_given_half_a_minute(office: Office) -> None:
    row_id, elsewhere = office.say_welcome(), office.say_welcome(SECOND)
    office.start_worker_that_dies()
    await office.sender.do_some()
    await office.sender.crew.finish(15)
    go_back(office)
    office.start_worker()
    await office.send_after(5)
    assert (office.row(row_id).state, office.calls("conversations.history")) == ("uncertain", [])
    await office.send_after(31)
    await office.send_after(31)
    assert (office.said(), office.said(SECOND)) == ([row_id], [elsewhere])


async def test_a_call_is_given_up_when_another_worker_may_have_its_lane(office: Office) -> None:
    """One that slept on would say what was looked up meanwhile, and was not found."""
    row_id = office.say_welcome()
    turns = [go_back]

    def client(team_id: str) -> AsyncWebClient:
        if turns:
            turns.pop()(office)
        return office.shop.client(team_id)

    office.start_worker(replace(office.shop, client=client))
    await office.send()
    assert office.calls("chat.postMessage") == []
    for _ in range(3):
        await office.send_after(31)
    assert office.said() == [row_id]


async def test_a_clock_that_is_ahead_of_slacks_finds_what_was_said(office: Office) -> None:
    """Slack's own ts decide from when on it is looked for."""
    office.start_worker(replace(office.shop, clock=Ahead(office.clock.leader)))
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    row_id = office.say_welcome()
    for _ in range(15):
        await office.send_after(31)
    assert (office.row(row_id).state, office.said()) == ("sent", [row_id])


class Ahead(PlaygroundClock):
    """A machine whose clock is some minutes wrong; by more, Slack's signatures would be refused."""

    def now(self) -> datetime:
        return super().now() + timedelta(minutes=5)


async def test_a_long_patience_is_asked_about_again_and_never_in_haste(office: Office) -> None:
    office.slack.engine.fault(kind="ratelimit", method="chat.postMessage", seconds=1200)
    row_id = office.say_welcome()
    for _ in range(21):
        await office.send_after(60)
    assert office.said() == [row_id]
    assert len(office.calls("chat.postMessage")) <= 6


async def test_events_are_read_on(office: Office) -> None:
    office.slack.engine.say(channel="#customers", user="@ann", text="lunch?", raw=True)
    await office.inbox.put(office.slack.core.deliveries[-1].body)
    office.later(-HOUR)
    await office.read()
    assert office.world.run(lambda scope: unread.count_waiting(scope.session)) == 0


async def looked(office: Office) -> Passes:
    """Somebody listens, and all was looked at just now."""
    office.world.run(presence.listens, timedelta(minutes=3))
    passes = Passes(office.shop)
    await passes.look()
    return passes


async def test_a_pass_begins_at_once_and_slack_is_not_asked_again_and_again(office: Office) -> None:
    passes = await looked(office)
    made = len(office.calls("users.conversations"))
    office.later(-HOUR)
    for _ in range(3):
        await passes.look()
        office.later(10)
    assert len(office.calls("users.conversations")) == made + 1
    here = office.world.run(presence.find)
    assert here is not None
    assert here.pass_at is not None
    assert here.pass_at < office.clock.now() < here.pass_due_at


async def test_a_clock_that_lags_a_little_begins_no_pass_of_its_own(office: Office) -> None:
    """Two machines are never of one mind."""
    passes = await looked(office)
    made = len(office.calls("users.conversations"))
    office.later(-2)
    await passes.look()
    assert len(office.calls("users.conversations")) == made


@pytest.mark.parametrize("seconds", [HOUR, -HOUR])
async def test_two_workers_who_look_at_the_same_moment_begin_one_pass(
    office: Office, monkeypatch: pytest.MonkeyPatch, seconds: int
) -> None:
    passes, begun = await looked(office), []
    monkeypatch.setattr(watermarks, "want_all", lambda scope, channels: begun.append(scope.now))
    office.later(seconds)
    await asyncio.gather(passes.look(), Passes(office.shop).look())
    assert len(begun) == 1
