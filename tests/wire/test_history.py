"""Slack's history, read on from where it was read to, within Slack's limits, whatever interrupts it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import select

from bot.inbox import InboxRow
from bot.jobs.catching_up import Historian
from bot.ledger import offers, promises, watermarks
from bot.ledger.presence import stamp
from bot.models import Promise, Sighting, Watermark
from bot.slack import history
from tests.support.world import ANN, BOT, OPEN, SECOND, TEAM
from tests.wire.conftest import Office

REVIEW = "https://www.trustpilot.com/reviews/abc “I was charged twice and nobody answers my mails, I want a refund”"


class Archive:
    """The office with somebody who reads history."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.historian = Historian(office.shop)

    def want_all(self) -> None:
        self.office.world.now = self.office.clock.now()
        self.office.world.run(watermarks.want_all, [OPEN, SECOND])

    async def read(self, minutes: int = 0) -> None:
        """Read what is due, in so many minutes of the clock."""
        for _ in range(minutes * 12 + 1):
            while await self.historian.do_some():
                await self.historian.crew.finish(15)
            self.office.later(5)

    async def read_on(self) -> None:
        """A pass, and all that comes of it."""
        self.want_all()
        await self.read(2)
        await self.office.read()

    def say(self, number: int, text: str = "", **more: str) -> str:
        self.office.later(1)
        ts: str = self.office.slack.engine.say(channel="#customers", user="@ann", text=text or f"n {number}", **more)[
            "ts"
        ]
        return ts

    def place(self, thread_ts: str = "") -> Watermark:
        found = self.office.world.run(lambda scope: scope.session.get(Watermark, (TEAM, OPEN, thread_ts)))
        assert found is not None
        return found

    def texts(self) -> list[str]:
        """What of people's words has come to the inbox and waits there, in the order of arrival."""
        rows = self.office.world.run(
            lambda scope: list(scope.session.execute(select(InboxRow).order_by(InboxRow.id)).scalars())
        )
        return [row.payload["event"].get("text", "") for row in rows if row.payload and row.kind == "message"]

    def asked(self, method: str = "conversations.history") -> int:
        calls = [one for one in self.office.calls(method) if one["args"].get("channel") == OPEN]
        return sum(bool((one["reply"] or {}).get("ok")) for one in calls)


def archive(office: Office, *, is_tight: bool = False) -> Archive:
    office.slack.settings.tight_history = is_tight
    made = Archive(office)
    made.want_all()  # from now on it listens
    return made


async def test_a_reading_that_was_interrupted_goes_on_where_it_was(office: Office) -> None:
    read = archive(office, is_tight=True)
    await read.read(2)
    said = [f"n {number}" for number in range(50)]
    for number in range(50):
        read.say(number)
    read.want_all()
    await read.read(3)
    before = read.place()
    assert before.read_until < (before.reached or ""), "not all is read: nothing may count as read"
    assert 15 <= len(read.texts()) < 50
    read.historian = Historian(office.shop)  # another process, which remembers nothing
    asked = read.asked()
    await read.read(8)
    assert sorted(read.texts(), key=lambda text: int(text[2:])) == said
    assert read.place().read_until == office.messages()[-1]["ts"]
    assert read.asked() - asked <= 3, "no page was read twice"


async def test_an_event_that_came_is_not_taken_for_all_before_it(office: Office) -> None:
    read = archive(office)
    await read.read(1)
    read.say(1, "of this no event told")
    read.say(2, "of this one did")
    await office.inbox.put(office.slack.core.deliveries[-1].body)
    await read.read_on()
    events = office.world.run(lambda scope: list(scope.session.execute(select(InboxRow.event_id)).scalars()))
    assert sum(one.startswith("history:") for one in events) == 1
    assert len(events) == 2


async def test_nothing_is_read_from_before_the_bot_listened(office: Office) -> None:
    early = Archive(office)
    early.say(1, REVIEW)
    read = archive(office)
    await read.read_on()
    assert read.texts() == []


async def test_a_look_up_goes_first_and_on_through_a_busy_channel(office: Office) -> None:
    read = archive(office, is_tight=True)
    await read.read(2)
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    row_id = office.say_welcome()
    await office.send()
    for number in range(40):
        read.say(number)
    read.want_all()
    asked = read.asked()
    for _ in range(60):
        await office.send_after(5)
        await read.read()
        if office.row(row_id).state == "sent":
            break
    assert office.row(row_id).state == "sent"
    assert office.said() == [row_id]
    assert read.asked() - asked <= 3, "page after page, and not the first one again and again"
    assert read.texts() == [], "history waited"


async def test_marks_that_came_and_went_unheard(office: Office) -> None:
    read, promise_id, said = await promised(office)

    def state() -> str:
        return str(office.world.promise(promise_id).state)

    office.slack.engine.react(channel="#customers", user="@ann", ts=said, name="white_check_mark")
    office.slack.engine.react(channel="#customers", user="@ben", ts=said, name="heavy_check_mark")
    await read.read_on()
    assert state() == "kept"
    office.world.run(promises.reopen, promise_id, ANN)
    await read.read_on()
    assert state() == "open", "whoever reopens it by hand means it, though their ✅ still stands there"
    office.slack.engine.unreact(channel="#customers", user="@ann", ts=said, name="white_check_mark")
    await read.read_on()
    office.slack.engine.react(channel="#customers", user="@ann", ts=said, name="white_check_mark")
    await read.read_on()
    assert state() == "kept"
    office.slack.engine.unreact(channel="#customers", user="@ann", ts=said, name="white_check_mark")
    await read.read_on()
    assert state() == "open"


async def test_a_mark_on_a_nudge_that_nobody_told_of(office: Office) -> None:
    read = archive(office)
    promise_id = office.nudge_due(ANN)
    await office.send()
    row = office.only_row("nudge")
    assert row.channel_id is not None
    assert row.ts is not None
    office.slack.engine.react(channel=row.channel_id, user="@ann", ts=row.ts, name="white_check_mark")
    await read.read_on()
    assert office.world.run(lambda scope: scope.session.get_one(Promise, (TEAM, promise_id))).state == "kept"


async def test_posts_that_were_deleted_unheard(office: Office) -> None:
    read = archive(office)
    bare, root = read.say(1, REVIEW), read.say(2, REVIEW.replace("abc", "def").replace("twice", "thrice"))
    reply = read.say(3, "we look into it", thread_ts=root)
    await read.read_on()
    for ts in (bare, root):
        office.slack.engine.delete(channel="#customers", user="@ann", ts=ts)
    await read.read_on()
    seen = office.world.run(lambda scope: list(scope.session.execute(select(Sighting)).scalars()))
    assert {one.ts: one.deleted_at is not None for one in seen} == {bare: True, root: True}
    assert reply in [message["ts"] for message in office.messages()]
    asked = read.asked("conversations.replies")
    await read.read_on()
    assert read.asked("conversations.replies") == asked, "what is gone is not asked for again"


def meanwhile(read: Archive, monkeypatch: pytest.MonkeyPatch, act: Callable[[], None]) -> None:
    """Slack has answered what stands in a thread; before that is written down, somebody acts, and its event is read."""
    ask = history.thread
    acts = [act]

    async def slowly(client: AsyncWebClient, channel_id: str, root_ts: str, after: str) -> history.Page:
        page = await ask(client, channel_id, root_ts, after)
        while acts:
            acts.pop()()
            await read.office.inbox.put(read.office.slack.core.deliveries[-1].body)
            await read.office.read()
        return page

    monkeypatch.setattr(history, "thread", slowly)


async def test_a_promise_said_while_its_thread_is_read_is_not_taken_for_deleted(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = archive(office)
    root = read.say(1, REVIEW)
    await read.read_on()
    said: list[str] = []
    meanwhile(read, monkeypatch, lambda: said.append(read.say(2, "I'll get back to them by Friday", thread_ts=root)))
    await read.read_on()
    promise = office.world.run(promises.said_at, OPEN, said[0])
    assert promise is not None
    assert promise.state == "offered"
    office.slack.engine.delete(channel="#customers", user="@ann", ts=said[0])
    await read.read_on()
    assert office.world.promise(promise.id).state == "expired", "the next pass sees what is really gone"


async def test_a_mark_made_while_its_thread_is_read_is_not_taken_for_gone(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, promise_id, said = await promised(office)

    def mark() -> None:
        office.slack.engine.react(channel="#customers", user="@ann", ts=said, name="white_check_mark")

    meanwhile(read, monkeypatch, mark)
    await read.read_on()
    assert office.world.promise(promise_id).state == "kept"
    office.slack.engine.unreact(channel="#customers", user="@ann", ts=said, name="white_check_mark")
    await read.read_on()
    assert office.world.promise(promise_id).state == "open", "the next pass sees what is really gone"


async def test_a_mark_among_so_many_that_slack_does_not_name_all_still_stands(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, promise_id, said = await promised(office)
    office.slack.engine.react(channel="#customers", user="@ann", ts=said, name="white_check_mark")
    await read.read_on()
    ask = history.thread

    async def of_many(client: AsyncWebClient, channel_id: str, root_ts: str, after: str) -> history.Page:
        page = await ask(client, channel_id, root_ts, after)
        some = [{"name": "white_check_mark", "users": ["UCAT", "UDAN"], "count": 60}]
        return replace(page, messages=tuple(one | {"reactions": some} for one in page.messages))

    monkeypatch.setattr(history, "thread", of_many)
    await read.read_on()
    assert office.world.promise(promise_id).state == "kept"


async def promised(office: Office) -> tuple[Archive, str, str]:
    """A promise that is tracked, and the ts of its words."""
    read = archive(office)
    root = read.say(1, REVIEW)
    await read.read_on()
    said = read.say(2, "I'll get back to them by Friday", thread_ts=root)
    await read.read_on()
    promise = office.world.run(promises.said_at, OPEN, said)
    assert promise is not None
    office.world.run(offers.track, promise.id, ANN)
    return read, promise.id, said


async def test_a_channel_that_may_not_be_read_holds_up_nothing(office: Office) -> None:
    read = archive(office)
    office.slack.core.channel("#product").members.remove(BOT)
    read.say(1, REVIEW)
    await read.read_on()
    assert len(office.world.run(lambda scope: list(scope.session.execute(select(Sighting)).scalars()))) == 1


async def test_replies_in_an_old_thread_that_was_nobody_s_mention(office: Office) -> None:
    read = archive(office)
    root = read.say(1, "who has seen this?")
    await read.read_on()
    office.later(timedelta(days=3).total_seconds())
    await read.read_on()
    read.say(2, REVIEW, thread_ts=root)
    await read.read_on()
    assert len(office.world.run(lambda scope: list(scope.session.execute(select(Sighting)).scalars()))) == 1


async def test_what_is_wanted_anew_while_it_is_read_is_read_again(office: Office) -> None:
    read = archive(office)
    await read.read(1)
    place = read.place()
    read.want_all()
    assert office.world.run(watermarks.still, place) is None
    assert office.world.run(watermarks.still, read.place()) is not None


def test_moments_compare_as_slack_s_ts(office: Office) -> None:
    now = office.clock.now()
    assert stamp(now) < stamp(now + timedelta(microseconds=1)) < stamp(now + timedelta(days=900))
