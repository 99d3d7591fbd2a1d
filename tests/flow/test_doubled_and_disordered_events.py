"""What Slack delivers twice, late or in another order has one effect; what fails is tried again, then kept."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from bot.doctor import report, retry
from bot.inbox import MAX_TRIES, InboxRow
from bot.messages import actions as act
from bot.models import Mention, Promise
from tests.flow.harness import Town
from tests.flow.seen import BUG, REVIEW, only, words

PROMISE = "I'll get back to her by Friday EOD"


async def test_an_event_delivered_four_times_has_one_effect(town: Town) -> None:
    await town.ours("@tom", "join finance")
    for new_id in ("", "new_id", "new_id"):
        town.slack.engine.fault(kind="duplicate", method="message", error=new_id)
    ts = await town.say("@yuki", REVIEW)
    town.slack.engine.fault(kind="duplicate", method="message")
    await town.say("@maria", PROMISE, thread_ts=ts)
    assert len(town.from_bot("#support")) == 2
    assert len(town.offers_to("@maria")) == 1
    assert len(await town.ask(select(Mention))) == 1


async def test_a_duplicate_that_comes_long_after_has_no_effect(town: Town) -> None:
    town.slack.engine.fault(kind="duplicate", method="message", seconds=40, error="new_id")
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    assert f"<@{town.id_of('@tom')}>" in words(town.card_of(ts))
    assert town.count() == 1


async def test_a_ping_of_the_bot_comes_as_two_events_and_makes_one_card(town: Town) -> None:
    ts = await town.say("@yuki", f"@ours look: {REVIEW}")
    kinds = [one.event["type"] for one in town.slack.core.deliveries if one.event.get("ts") == ts]
    assert sorted(kinds) == ["app_mention", "message"]
    town.card_of(ts)
    assert len(await town.ask(select(Mention))) == 1


async def test_a_reply_before_its_root_is_offered_once(town: Town) -> None:
    town.slack.engine.fault(kind="delay", method="message", seconds=60)
    root = town.slack.engine.say(channel="#support", user="@yuki", text=REVIEW)["ts"]
    town.slack.engine.say(channel="#support", user="@maria", text=PROMISE, thread_ts=root)
    await town.settled()
    town.card_of(root)
    assert len(town.offers_to("@maria")) == 1
    assert len(town.from_bot("#support")) == 1


async def test_an_edit_before_the_original_wins(town: Town) -> None:
    town.slack.engine.fault(kind="delay", method="message", seconds=60)
    ts = town.slack.engine.say(channel="#support", user="@yuki", text=REVIEW)["ts"]
    town.slack.engine.edit(channel="#support", user="@yuki", ts=ts, text=BUG)
    await town.settled()
    assert "mobile app crashes" in words(town.card_of(ts))
    assert "charged twice" not in words(town.card_of(ts))


async def test_a_deletion_before_the_original_leaves_nothing(town: Town) -> None:
    town.slack.engine.fault(kind="delay", method="message", seconds=60)
    ts = town.slack.engine.say(channel="#support", user="@yuki", text=REVIEW)["ts"]
    town.slack.engine.delete(channel="#support", user="@yuki", ts=ts)
    await town.settled()
    assert town.from_bot("#support") == []
    assert await town.ask(select(Mention)) == []


async def test_reordered_replies_make_one_promise_each(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    town.slack.engine.fault(kind="reorder", method="message")
    for user, said in (("@maria", PROMISE), ("@tom", "I'll send the refund by Thursday 3pm")):
        town.slack.engine.say(channel="#support", user=user, text=said, thread_ts=ts)
    await town.settled()
    assert len(town.offers_to("@maria")) == len(town.offers_to("@tom")) == 1
    assert len(await town.ask(select(Promise))) == 2


@pytest.mark.expects_errors
async def test_an_event_that_fails_is_tried_again(town: Town) -> None:
    town.slack.engine.fault(kind="error", method="users.info", error="503")
    town.slack.engine.fault(kind="error", method="conversations.info", error="503")
    town.expected |= {"service_unavailable", "internal_error"}
    ts = await town.say("@yuki", REVIEW)
    town.card_of(ts)
    assert await town.ask(select(InboxRow.state).where(InboxRow.state != "done")) == []


@pytest.mark.expects_errors
async def test_an_event_that_keeps_failing_steps_aside_and_doctor_shows_it(town: Town) -> None:
    await town.say("@yuki", "good morning")
    broken = town.slack.engine.fault(kind="error", method="files.info", error="file_not_found", times=-1)["id"]
    town.expected.add("file_not_found")
    town.slack.engine.event(channel="#support", event=_unread_mail(town))
    await town.settled()
    row = only_row(await town.ask(select(InboxRow).where(InboxRow.state == "failed")))
    assert row.tries > 1
    assert "file_not_found" in (row.error or "")
    assert row.payload is not None
    after = await town.say("@yuki", REVIEW)
    town.card_of(after)
    told, is_well = report(town.url, town.now())
    assert not is_well
    assert row.id in told
    assert "file_not_found" in told
    done = _command_line(town, "doctor")
    assert done.returncode == 1
    assert row.id in done.stdout
    town.slack.engine.end_fault(broken)


@pytest.mark.expects_errors
async def test_an_event_that_fails_in_the_middle_leaves_nothing_half_done_and_can_be_tried_again(town: Town) -> None:
    await _run(town, "CREATE TRIGGER broken BEFORE INSERT ON tag BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
    ts = await town.say("@yuki", REVIEW)
    row = only_row(await town.ask(select(InboxRow).where(InboxRow.state == "failed")))
    assert 1 < row.tries <= MAX_TRIES, "a slow machine makes fewer before the minute is over"
    assert await town.ask(select(Mention)) == []
    assert town.count() == 0
    told, _ = report(town.url, town.now())
    assert "the disk is full" in told
    assert "charged twice" not in told
    await _run(town, "DROP TRIGGER broken")
    assert retry(town.url, row.id, town.now())
    await town.jump(town.now() + timedelta(minutes=1))
    town.card_of(ts)
    assert "All is well" in report(town.url, town.now())[0]


async def _run(town: Town, statement: str) -> None:
    await town.house.database.run(lambda session: session.execute(text(statement)))


def only_row(found: list[InboxRow]) -> InboxRow:
    assert len(found) == 1
    return found[0]


def _unread_mail(town: Town) -> dict[str, object]:
    """A forwarded mail whose words must be fetched."""
    ts = f"{town.now().timestamp():.6f}"
    file = {"id": "F0MAIL", "filetype": "email", "mode": "email"}
    return {
        "type": "message",
        "channel": town.channel_id("#support"),
        "subtype": "file_share",
        "user": town.id_of("@yuki"),
        "ts": ts,
        "event_ts": ts,
        "channel_type": "channel",
        "text": "",
        "files": [file],
    }


def _command_line(town: Town, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "DATABASE_URL": town.url},
    )


async def test_edits_of_a_card_follow_the_words(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    town.slack.engine.edit(channel="#support", user="@yuki", ts=ts, text=REVIEW.replace("nobody answers", "it is ugly"))
    await town.settled()
    assert "it is ugly" in words(town.card_of(ts))
    assert len(town.cards()) == 1


async def test_a_deleted_post_takes_its_words_with_it(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    town.slack.engine.delete(channel="#support", user="@yuki", ts=ts)
    await town.settled()
    assert "charged twice" not in words(only(town.from_bot("#support")))
