"""What of Slack's history is read first, what is not, and that nothing waits behind it for ever."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine

from bot import doctor
from bot.database import Scope
from bot.jobs import recovering
from bot.jobs.passes import Passes
from bot.ledger import people, presence, promises, watermarks
from bot.models import Watermark
from bot.models.people import ChannelMode
from bot.outbox import OutboxRow
from bot.slack import fetch, history
from bot.slack.calls import SlackUnknownError
from tests.support.world import ANN, OPEN, SECOND, TEAM
from tests.wire.conftest import Office
from tests.wire.test_history import REVIEW, Archive, archive

MANY = 60
"""More than Slack answers between two passes, where it allows one request a minute."""


def nudged(office: Office) -> None:
    """Many promises are open, each of which was nudged about once."""
    due = office.world.now + timedelta(days=1)
    found = [office.world.promised(due + timedelta(minutes=number), ANN) for number in range(MANY)]

    def said(scope: Scope) -> None:
        for number, promise_id in enumerate(found):
            row = OutboxRow(team_id=TEAM, id=scope.new_id(), lane_id=ANN, purpose="nudge", subject_id=promise_id)
            row.state, row.channel_id, row.ts = "sent", "DANN", f"{1_700_000_000 + number}.000100"
            row.created_at = row.not_before = row.ended_at = scope.now
            scope.session.add(row)

    office.world.run(said)


async def read_for(read: Archive, minutes: int) -> None:
    for _ in range(minutes):
        while await read.historian.do_some():
            await read.historian.crew.finish(15)
        read.office.later(60)


async def test_many_nudges_do_not_keep_a_channel_from_being_read(office: Office) -> None:
    read = archive(office, is_tight=True)
    await read.read(2)
    nudged(office)
    read.say(1, "hello")
    read.want_all()
    await read_for(read, 5)
    assert read.texts() == ["hello"]


async def test_an_absence_is_over_however_many_nudges_there_are(office: Office) -> None:
    read = archive(office, is_tight=True)
    await read.read(2)
    nudged(office)
    read.say(1, "hello")
    office.world.run(presence.begin_absence, office.world.now - timedelta(hours=1), presence.NOBODY_LISTENED)
    read.want_all()
    await read_for(read, 50)
    read.want_all()
    await read_for(read, 20)
    assert read.texts() == ["hello"]
    assert not office.world.run(watermarks.is_behind)


async def test_what_slack_never_shows_holds_up_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    async def silent(client: AsyncWebClient, channel_id: str, ts: str) -> history.Page:
        raise SlackUnknownError("no answer")

    read = archive(office)
    office.nudge_due(ANN)
    await office.send()
    await read.read(2)
    monkeypatch.setattr(history, "message", silent)
    office.world.run(presence.begin_absence, office.world.now - timedelta(hours=1), presence.NOBODY_LISTENED)
    read.say(1, "hello")
    read.want_all()
    await read.read(2)
    assert read.texts() == ["hello"]


async def test_what_is_said_while_a_channel_is_read_is_read_before_an_absence_is_over(office: Office) -> None:
    read = archive(office, is_tight=True)
    await read.read(2)
    said = [read.say(number) for number in range(50)]
    read.want_all()
    await read.read(2)
    assert read.place().top == said[-1]
    read.say(50)
    read.want_all()  # a connection was made anew: what was said before that may be lost
    while office.world.run(watermarks.is_behind):
        await read.read(1)
    assert len(read.texts()) == 51


def switch(office: Office, mode: ChannelMode) -> None:
    office.world.run(people.set_channel, OPEN, people.ChannelChoices(mode), ANN)


async def test_a_reply_that_was_edited_while_its_channel_was_not_read_is_not_read_later(office: Office) -> None:
    read = archive(office)
    root = read.say(1, REVIEW)
    await read.read_on()
    switch(office, "off")
    said = read.say(2, "I'll get back to them", thread_ts=root)
    read.office.later(1)
    office.slack.engine.edit(channel="#customers", user="@ann", ts=said, text="I'll get back to them by Friday")
    await read.read_on()
    switch(office, "careful")
    await read.read_on()
    assert office.world.run(promises.said_at, OPEN, said) is None
    read.office.later(1)
    office.slack.engine.edit(channel="#customers", user="@ann", ts=said, text="I'll get back to them by Monday")
    await read.read_on()
    assert office.world.run(promises.said_at, OPEN, said) is not None, "this edit was made while it is read"


async def test_a_look_up_that_is_never_answered_does_not_stop_history_for_ever(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def silent(*_: object) -> str | None:
        raise SlackUnknownError("no answer")

    read = archive(office)
    await read.read(2)
    monkeypatch.setattr(fetch, "look_up", silent)
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    row_id = office.say_welcome()
    await office.send()
    read.say(1, "hello")
    read.want_all()
    for _ in range(12):
        await office.send_after(5)
        await read.read(1)
    assert (office.row(row_id).state, read.texts()) == ("uncertain", ["hello"])


def stumbling(monkeypatch: pytest.MonkeyPatch, channel_id: str) -> None:
    """From now on an error of ours meets every page of that channel."""
    keep = recovering.keep

    def kept(scope: Scope, place: watermarks.Place, page: history.Page) -> None:
        if place.channel_id == channel_id:
            raise ValueError("a bug")
        keep(scope, place, page)

    monkeypatch.setattr(recovering, "keep", kept)


async def test_a_page_over_which_we_stumble_holds_up_no_other_place(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = archive(office)
    await read.read(2)
    with monkeypatch.context() as patch:
        stumbling(patch, OPEN)
        read.say(1, "hello")
        read.want_all()
        await read.read(5)
        assert read.place().wanted_at is not None
        assert office.world.run(lambda scope: scope.session.get_one(Watermark, (TEAM, SECOND, ""))).wanted_at is None
        assert read.asked() <= 7, "each minute, when nothing else is to be read"
    await read.read(2)
    assert read.texts() == ["hello"], "it was mended, and read again by itself"


async def test_an_absence_is_over_after_two_hours_though_slack_never_shows_a_channel(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    channel = history.channel

    async def silent(client: AsyncWebClient, channel_id: str, oldest: str, latest: str) -> history.Page:
        if channel_id == OPEN:
            raise SlackUnknownError("no answer")
        return await channel(client, channel_id, oldest, latest)

    monkeypatch.setattr(history, "channel", silent)
    read, passes = archive(office), Passes(office.shop)
    office.world.run(presence.listens, timedelta(minutes=3))
    office.world.run(presence.begin_absence, office.world.now - timedelta(hours=1), presence.NOBODY_LISTENED)
    for _ in range(11):
        await passes.look()
        await read_for(read, 10)
    assert office.world.run(presence.open_absence) is not None
    for _ in range(2):
        await read_for(read, 10)
        await passes.look()
    assert office.world.run(presence.open_absence) is None
    assert "nothing was missed, as far as could be read so far" in caplog.text


def alarm(office: Office) -> datetime | None:
    here = office.world.run(presence.find)
    assert here is not None
    return here.alarm_at


async def test_what_an_absence_left_unread_is_no_reason_for_an_alarm_later_and_what_came_since_is(
    office: Office,
) -> None:
    read = archive(office)
    await read.read(2)
    read.say(1, "said while nobody listened")
    office.world.now = office.clock.now()
    office.world.run(presence.listens, timedelta(minutes=3))
    office.world.run(presence.begin_absence, office.world.now - timedelta(hours=1), presence.NOBODY_LISTENED)
    office.world.run(lambda scope: presence.close_absence(scope, presence.latest(scope.session, scope.now)[0]))
    office.later(11 * 60)
    await read.read_on()
    assert alarm(office) is None
    read.say(2, "of this no event told")
    office.later(11 * 60)
    await read.read_on()
    assert alarm(office) is not None


async def test_doctor_tells_of_what_could_not_be_read(
    office: Office, sqlite: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> str:
        words, is_well = doctor.report(sqlite.url.render_as_string(hide_password=False), office.clock.now())
        assert is_well, "it is tried again by itself"
        return words

    monkeypatch.setattr(doctor, "check_schema", lambda session: None)
    read = archive(office)
    await read.read(2)
    assert "history" not in told()
    with monkeypatch.context() as patch:
        stumbling(patch, OPEN)
        read.want_all()
        await read.read(5)
        assert f"history of 1 place could not be read ({OPEN} for 5 min" in told()
    await read.read(2)
    assert "history" not in told()
