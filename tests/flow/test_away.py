"""The bot was away, or events were lost: Slack's history tells the rest, once, and nobody is nudged meanwhile."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import inbox
from bot.database import Scope
from bot.ledger import people, presence, workspaces
from bot.ledger.people import ChannelChoices
from bot.ledger.watermarks import FORWARD
from bot.messages import actions as act
from bot.models import Absence, Mention, Promise, Sighting, Slot, Watermark
from bot.models.people import ChannelMode
from tests.flow.harness import Town, open_town
from tests.flow.seen import is_card, only

DAY = timedelta(days=1)
PATIENCE = 60.0
ROOMS = ("#support", "#deals", "#engineering", "#general")
SPEAKERS = {"#support": "@maria", "#deals": "@lena", "#engineering": "@tom", "#general": "@yuki"}
CHATTER = ("lunch at noon?", "the build is green again", "who has the slides?", "thanks a lot", "good morning all")


def review(number: int) -> str:
    return f"https://www.trustpilot.com/reviews/r{number} “Order {number} came broken, I want my money back!”"


async def all_read(town: Town, since: datetime) -> None:
    """Wait until all of Slack's history has been read after that moment, and all that it told is understood."""
    async with asyncio.timeout(PATIENCE):
        while not await town.house.database.read(lambda session: _is_all_read(session, since)):  # noqa: ASYNC110 - a database tells nobody
            await asyncio.sleep(0.02)
    await town.settled()


async def an_hour_later(town: Town) -> None:
    moment = town.now() + timedelta(minutes=55)
    await town.jump(moment)
    await all_read(town, moment)


def _is_all_read(session: Session, since: datetime) -> bool:
    is_unread = (Watermark.rank <= FORWARD) | Watermark.read_at.is_(None) | (Watermark.read_at < since)
    statement = select(Watermark.channel_id).where(Watermark.wanted_at.is_not(None), is_unread)
    wanted = session.execute(statement.limit(1)).first()
    (team_id,) = workspaces.all_team_ids(session)
    scope = Scope(session, team_id, datetime.now(UTC), str)
    here = presence.find(scope)
    has_begun = here is not None and here.pass_at is not None and here.pass_at >= since
    return has_begun and wanted is None and not inbox.has_unread_history(scope) and not presence.open_absence(scope)


async def tracked(town: Town, number: int, user: str, words: str, channel: str = "#support") -> tuple[str, str]:
    """A mention whose answer somebody promised; the ts of both."""
    root = await town.say("@yuki", review(number), channel)
    said = await town.say(user, words, channel, thread_ts=root)
    await town.click(user, only(town.offers_to(user)), act.TRACK)
    return root, said


@dataclass
class Day:
    """What people did while nobody listened, and what has to come of it."""

    town: Town
    cards: list[tuple[str, str]] = field(default_factory=list)
    promises: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def say(self, channel: str, text: str, **more: str) -> str:
        ts: str = self.town.slack.engine.say(channel=channel, user=SPEAKERS[channel], text=text, **more)["ts"]
        return ts

    def live(self, messages: int) -> None:
        """A day: every eleventh message is a customer's, ten are promises; some are edited, some deleted."""
        pause = DAY / messages
        for number in range(messages):
            self.town.slack.clock.advance(pause.total_seconds())
            channel = ROOMS[number % len(ROOMS)]
            if number % 11 == 5:
                self._share(channel, number)
            elif number % 49 == 21:
                self._promise(number)
            else:
                self.say(channel, CHATTER[number % len(CHATTER)])
            self.town.slack.deliverer.forget()

    def _share(self, channel: str, number: int) -> None:
        ts = self.say(channel, review(1000 + number) if number % 22 == 5 else f"quarterly numbers {number}")
        if number % 22 != 5:
            self.town.slack.engine.edit(channel=channel, user=SPEAKERS[channel], ts=ts, text=review(1000 + number))
        if number % 132 == 5:
            self.town.slack.engine.delete(channel=channel, user=SPEAKERS[channel], ts=ts)
            self.gone.append(ts)
        else:
            self.cards.append((channel, ts))

    def _promise(self, number: int) -> None:
        channel, root = self.cards[number % len(self.cards)]
        self.promises.append(self.say(channel, "I'll get back to them by Friday", thread_ts=root))


def card_counts(town: Town) -> Counter[str]:
    """How many cards stand under each message, wherever."""
    return Counter(str(one.get("thread_ts")) for room in town.channels() for one in room["messages"] if is_card(one))


@pytest.mark.parametrize(
    ("is_tight", "messages", "promised"),
    [(False, 500, 10), (True, 200, 4)],
    ids=["usual limits", "one request a minute"],
)
async def test_a_day_of_hundreds_of_messages_is_understood_once(
    town_url: str, is_tight: bool, messages: int, promised: int
) -> None:
    async with open_town(town_url, tight_history=is_tight) as town:
        old, old_words = await tracked(town, 1, "@maria", "I'll get back to her by tomorrow noon")
        _, kept_words = await tracked(town, 2, "@tom", "I'll reply to them tomorrow by 11:00", "#engineering")
        erased = await town.say("@maria", review(3))
        await town.stop_bot()
        town.expected.add("ratelimited")

        engine, day = town.slack.engine, Day(town)
        engine.react(channel="#engineering", user="@tom", ts=kept_words, name="white_check_mark")
        engine.delete(channel="#support", user="@maria", ts=erased)
        engine.edit(channel="#support", user="@yuki", ts=old, text=review(1).replace("broken", "late and broken"))
        late = day.say("#support", "I'll also call her on Thursday", thread_ts=old)
        day.live(messages)
        town.slack.clock.set_speed(600 if is_tight else 120)
        back = town.now()
        await town.start_bot()
        await all_read(town, back)

        counts = card_counts(town)
        assert {root: counts[root] for _, root in day.cards} == {root: 1 for _, root in day.cards}
        assert len(day.cards) >= messages * 0.08
        assert sum(counts.values()) == len(day.cards) + 2, "those of before less the erased one, and none twice"
        offered = await town.ask(select(Promise.ts).where(Promise.state == "offered"))
        assert sorted(offered) == sorted([*day.promises, late])
        assert len(day.promises) == promised
        assert await town.ask(select(Promise.state).where(Promise.ts == kept_words)) == ["kept"]
        assert await town.ask(select(Promise.state).where(Promise.ts == old_words)) == ["open"]
        seen = await town.ask(select(Sighting).where(Sighting.ts.in_([old, erased])).order_by(Sighting.ts))
        assert ("late and broken" in seen[0].quote, seen[1].deleted_at is not None) == (True, True)
        assert not await town.ask(select(Sighting.id).where(Sighting.ts.in_(day.gone)))


async def test_what_was_settled_meanwhile_is_not_nudged_and_the_rest_is(
    town_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_town(town_url) as town:
        _, kept = await tracked(town, 1, "@maria", "I'll get back to her by tomorrow noon")
        await tracked(town, 2, "@tom", "I'll reply to them by tomorrow 11:00", "#engineering")
        await town.stop_bot()
        town.slack.engine.react(channel="#support", user="@maria", ts=kept, name="white_check_mark")
        town.slack.engine.say(channel="#support", user="@yuki", text=review(3))
        town.slack.clock.set(back := town.now() + DAY + timedelta(minutes=30))
        town.slack.deliverer.forget()
        with caplog.at_level(logging.WARNING, "bot.jobs.passes"):
            await town.start_bot()
            await all_read(town, back)
        assert town.dms_of("@maria") == []
        assert len(town.dms_of("@tom")) == 1
        told = [one.getMessage() for one in caplog.records if "away" in one.getMessage()]
        assert len(told) == 1, told
        assert "1 mention recovered" in told[0]
        (absence,) = await town.ask(select(Absence))
        assert timedelta(hours=24) < absence.ended_at - absence.began_at < timedelta(hours=25)
        slots = await town.ask(select(Slot.state).where(Slot.which.in_(("before", "missed"))))
        assert "waiting" not in slots


async def test_of_a_hundred_events_one_is_lost_for_ever_and_nothing_is_missing_an_hour_later(town: Town) -> None:
    engine, day = town.slack.engine, Day(town)
    for number in range(300):
        if number % 100 == 17 or number in (34, 101):
            engine.fault(kind="drop_event", method="message")
        if number % 17 == 0:
            day.cards.append((channel := ROOMS[number % 4], day.say(channel, review(number))))
        elif number % 20 == 1:
            day._promise(number)
        else:
            day.say(ROOMS[number % 4], CHATTER[number % len(CHATTER)])
        if number % 25 == 0:
            await town.settled()
    dropped = [one for one in town.slack.core.deliveries if one.state == "dropped"]
    assert len(dropped) == 5
    await town.settled()
    await an_hour_later(town)
    counts = card_counts(town)
    assert counts == Counter({root: 1 for _, root in day.cards})
    assert sorted(await town.ask(select(Promise.ts))) == sorted(day.promises)


async def test_silence_while_slack_shows_messages_is_noticed_and_the_socket_is_opened_anew(
    town_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_town(town_url, socket_mode=True) as town:
        for number in range(6):
            await town.say("@maria", CHATTER[number % 5])
        opened = _asked(town, "apps.connections.open")
        town.slack.engine.fault(kind="drop_event", method="message", times=-1)
        root = town.slack.engine.say(channel="#support", user="@maria", text=review(1))["ts"]
        town.slack.clock.advance(20 * 60)
        noticed = town.now()
        with caplog.at_level(logging.WARNING):
            async with asyncio.timeout(PATIENCE):
                while _asked(town, "apps.connections.open") == opened:  # noqa: ASYNC110 - another program
                    await asyncio.sleep(0.02)
            await all_read(town, noticed)
        assert card_counts(town)[root] == 1
        assert await town.ask(select(Absence.reason)) == [presence.NO_EVENT_CAME]


def _asked(town: Town, method: str) -> int:
    return sum(call["method"] == method for call in town.slack.core.calls)


async def test_a_quiet_night_alarms_nobody(town: Town) -> None:
    for number in range(6):
        await town.say("@maria", CHATTER[number % 5])
    for _ in range(14):
        await town.jump(town.now() + timedelta(hours=1))
    await an_hour_later(town)
    assert await town.ask(select(Absence)) == []


async def test_a_channel_of_whose_joining_no_event_told_is_found(town: Town) -> None:
    await all_read(town, town.now() - timedelta(minutes=5))
    town.slack.engine.fault(kind="drop_event", method="member_joined_channel")
    town.slack.engine.fault(kind="drop_event", method="message", times=2)
    town.slack.engine.say(channel="#random", user="@maria", text=review(1))
    town.slack.engine.join(channel="#random", user="@ours", inviter="@maria")
    root = town.slack.engine.say(channel="#random", user="@maria", text=review(2))["ts"]
    await an_hour_later(town)
    assert card_counts(town) == Counter({root: 1})
    assert len(await town.ask(select(Mention.id))) == 1


async def test_what_is_said_in_a_channel_that_is_not_read_is_not_read_later(town: Town) -> None:
    await town.say("@maria", "hello")
    await town.house.database.run(lambda session: _switch(session, town, "off"))
    town.slack.engine.fault(kind="drop_event", method="message")
    town.slack.engine.say(channel="#support", user="@maria", text=review(1))
    await an_hour_later(town)
    await town.house.database.run(lambda session: _switch(session, town, "careful"))
    await an_hour_later(town)
    assert await town.ask(select(Mention.id)) == []


def _switch(session: Session, town: Town, mode: ChannelMode) -> None:
    (team_id,) = workspaces.all_team_ids(session)
    scope = Scope(session, team_id, town.now(), town.house.new_id)
    people.set_channel(scope, town.channel_id("#support"), ChannelChoices(mode), town.id_of("@maria"))
