"""Which of a lane's messages goes first, and when: new ones keep Slack's pace, what is there changes at once."""

from __future__ import annotations

from tests.support.world import ANN, BEN, SECOND
from tests.wire.conftest import Office


async def test_one_message_a_second_and_channel_and_in_order(office: Office) -> None:
    office.slack.clock.set_speed(0.01)  # else a slow machine takes that second by itself
    first, second, third = (office.say_welcome() for _ in range(3))
    other = office.say_welcome(SECOND)
    await office.send()
    assert office.said() == [first]
    assert office.said(SECOND) == [other]
    await office.send_after(0.9)
    assert office.said() == [first]
    await office.send_after(0.2)
    assert office.said() == [first, second]
    await office.send_after(1.1)
    assert office.said() == [first, second, third]


async def test_what_is_there_changes_at_once_and_the_next_new_message_waits_its_second(office: Office) -> None:
    mention_id, _ = await office.card_that_stands()
    office.slack.clock.set_speed(0.01)
    shown = len(office.said())
    office.say_welcome()
    await office.send()
    office.claim(mention_id, ANN)
    await office.send()
    assert len(office.calls("chat.update")) == 1
    office.say_welcome()
    await office.send()
    office.claim(mention_id, BEN)
    await office.send()
    assert len(office.calls("chat.update")) == 2, "it goes before what waits"
    assert len(office.said()) == shown + 1
    await office.send_after(1.1)
    assert len(office.said()) == shown + 2


async def test_a_new_card_comes_before_the_pings_of_the_last_one(office: Office) -> None:
    office.world.join("product", BEN)
    office.slack.clock.set_speed(0.01)
    for words in ("They are angry", "They are furious"):
        office.share(words)
        await office.send()
    for _ in range(4):
        await office.send_after(1.1)
    purposes = [office.row(row_id).purpose for row_id in office.said()]
    assert purposes == ["card", "card", "ping", "ping"]


async def test_a_card_in_flight_is_not_posted_a_second_time_ahead_of_pings(office: Office) -> None:
    """Nobody knows yet whether Slack has it: what changes of it meanwhile waits, and so do its own pings."""
    office.world.join("product", BEN)
    office.slack.clock.set_speed(0.01)
    first, second = [office.share(words) for words in ("They are angry", "They are furious")]
    await office.send()  # the first card
    assert (office.world.mention(first).card_ts is None, office.world.mention(second).card_ts) == (False, None)
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    await office.send_after(1.1)  # the second card
    office.claim(second, ANN)
    for _ in range(4):
        await office.send_after(1.1)
    await office.send_after(31)
    for _ in range(4):
        await office.send_after(1.1)
    purposes = [office.row(row_id).purpose for row_id in office.said()]
    assert purposes == ["card", "card", "ping", "ping"]


async def test_a_ping_waits_for_its_card_even_when_that_waits_for_slack(office: Office) -> None:
    """A change takes the place of the first row, behind the ping; and then Slack stumbles over it, too."""
    office.world.join("product", BEN)
    office.slack.engine.fault(kind="error", method="chat.postMessage", error="503", times=3)
    mention_id = office.share("They are angry")
    await office.send()
    office.claim(mention_id, ANN)
    for _ in range(4):
        await office.send_after(31)
    assert office.said() == []
    for _ in range(3):
        await office.send_after(61)
    assert [office.row(row_id).purpose for row_id in office.said()] == ["card", "ping"]
