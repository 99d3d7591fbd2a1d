"""A public channel turns private: that is noticed before it is read, and within the hour where nobody writes."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update

from bot.database import Scope
from bot.jobs.passes import Passes
from bot.ledger import people, presence, visibility
from bot.ledger.presence import EVERY
from bot.ledger.visibility import Audience
from bot.models import Channel
from tests.support.world import CAT, CONNECT, EVA, OPEN, SECOND
from tests.wire.conftest import Office

REVIEW = "https://www.trustpilot.com/reviews/abc “I was charged twice and nobody answers my mails, I want a refund”"


def turn_private(office: Office) -> None:
    """Somebody does it in Slack, and takes two people out; the bot hears of none of it."""
    room = office.slack.core.channel("#customers")
    room.is_private = True
    for user_id in (CAT, EVA):
        room.members.remove(user_id)


async def say(office: Office, text: str) -> None:
    office.slack.engine.say(channel="#customers", user="@ann", text=text, raw=True)
    await office.inbox.put(office.slack.core.deliveries[-1].body)
    await office.read()


def channel(office: Office, channel_id: str = OPEN) -> Channel:
    found = office.world.run(people.find_channel, channel_id)
    assert found is not None
    return found


def may_open(office: Office, user_id: str) -> bool:
    return office.world.run(visibility.can_open, Audience(user_id=user_id), OPEN)


async def test_a_message_tells_it_and_is_read_as_private(office: Office) -> None:
    await say(office, "lunch?")
    assert office.calls("conversations.info") == []
    turn_private(office)
    await say(office, REVIEW)
    assert channel(office).is_private
    assert (may_open(office, "UANN"), may_open(office, EVA)) == (True, False)
    await say(office, "lunch, again?")
    assert (len(office.calls("conversations.info")), len(office.calls("conversations.members"))) == (1, 1)


def listen(office: Office) -> Passes:
    """Somebody listens, and all was looked at just now."""

    def write(scope: Scope) -> None:
        here = presence.listens(scope, timedelta(minutes=3))
        here.pass_at, here.pass_due_at = scope.now, scope.now + EVERY

    office.world.run(write)
    return Passes(office.shop)


async def test_the_hourly_look_notices_it_where_nobody_writes(office: Office) -> None:
    passes = listen(office)
    due = await passes.look()
    assert due is not None
    assert timedelta(0) < due - office.clock.now() <= EVERY
    assert office.calls("users.conversations") == []
    turn_private(office)
    office.later(3601)
    await passes.look()
    assert (channel(office).is_private, channel(office, SECOND).is_private) == (True, False)
    await office.read()
    assert (may_open(office, "UANN"), may_open(office, EVA)) == (True, False)
    assert not channel(office, CONNECT).bot_is_in, "Slack does not list it: the bot was taken out meanwhile"
    office.later(60)
    await passes.look()
    assert len(office.calls("users.conversations")) == 1


async def test_a_look_that_slack_does_not_answer_comes_again_after_a_while(office: Office) -> None:
    passes = listen(office)
    office.later(3601)
    for fault, seconds in ({"kind": "ratelimit", "seconds": 90}, 90), ({"kind": "error", "error": "503"}, 60):
        office.slack.engine.fault(method="users.conversations", **fault)
        made = len(office.calls("users.conversations"))
        due = await passes.look()
        assert due is not None
        assert abs((due - office.clock.now()).total_seconds() - seconds) < 5
        await passes.look()
        assert len(office.calls("users.conversations")) == made + 1
        office.later(seconds + 1)
    await passes.look()
    assert channel(office).fetched_at > office.clock.now() - timedelta(minutes=1)


async def test_a_channel_joined_while_slack_was_asked_is_not_taken_for_left(office: Office) -> None:
    passes = listen(office)
    office.later(3601)
    just_now = update(Channel).where(Channel.id == CONNECT).values(fetched_at=office.clock.now() + timedelta(seconds=9))
    office.world.run(lambda scope: scope.session.execute(just_now))
    await passes.look()
    assert channel(office, CONNECT).bot_is_in


async def test_a_look_after_the_clock_went_back_notices_it_all_the_same(office: Office) -> None:
    """What was learned of channels before the jump bears a later time than the look."""
    passes = listen(office)
    turn_private(office)
    office.later(-3600)
    await passes.look()
    assert channel(office).is_private
