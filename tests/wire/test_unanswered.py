"""What Slack never answers holds no lane for ever, and an operator's retry says nothing twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import outbox, pace, unsaid
from bot.database import Scope
from bot.outbox import Saying
from tests.support.world import ANN, OPEN, SECOND
from tests.wire.conftest import Office

HALF_AN_HOUR = 30 * 60


async def send_for(office: Office, seconds: float, answered: str = "") -> None:
    """`answered` is a method of which Slack answers others meanwhile."""
    for _ in range(int(seconds / 31)):
        if answered:
            office.world.run(pace.note_answer, answered)
        await office.send_after(31)


@pytest.mark.parametrize("error", ["503", "internal_error"])
async def test_an_outage_of_half_an_hour_loses_nothing(office: Office, error: str) -> None:
    fault = office.slack.engine.fault(kind="error", method="chat.postMessage", error=error, times=None)
    first, second = office.say_welcome(), office.say_welcome()
    await send_for(office, HALF_AN_HOUR)
    office.slack.engine.end_fault(fault["id"])
    await send_for(office, 300)
    assert office.said() == [first, second]


HOURS = 6 * 3600


@pytest.mark.parametrize("method", ["chat.postMessage", "conversations.history", "conversations.open"])
async def test_an_outage_of_hours_loses_nothing_and_asks_only_now_and_then(office: Office, method: str) -> None:
    if method == "conversations.history":
        office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    fault = office.slack.engine.fault(kind="error", method=method, error="503", times=None)
    row_id = office.put(Saying(ANN, "share_offer", details={"channel": OPEN, "ts": "1.2", "user": ANN}))
    await send_for(office, HOURS)
    assert office.row(row_id).state in {"waiting", "uncertain"}
    assert HOURS / 400 <= len(office.calls(method)) <= HOURS / 240 + 8
    office.slack.engine.end_fault(fault["id"])
    await send_for(office, 300)
    assert (office.row(row_id).state, len(office.dms())) == ("sent", 1)


async def test_what_slack_answered_before_the_outage_is_no_evidence(office: Office) -> None:
    first = office.say_welcome(SECOND)
    await office.send()
    fault = office.slack.engine.fault(kind="error", method=None, error="503", times=None)
    rows = [office.say_welcome(), office.say_welcome(SECOND)]
    await send_for(office, HOURS)
    office.slack.engine.end_fault(fault["id"])
    await send_for(office, 600)
    assert (office.said(), office.said(SECOND)) == (rows[:1], [first, *rows[1:]])


async def test_what_slack_stumbles_over_steps_aside_within_the_hour_once_others_go_through(office: Office) -> None:
    fault = office.slack.engine.fault(kind="error", method="chat.postMessage", error="503", times=None)
    bad = office.say_welcome()
    await send_for(office, HOURS)
    office.world.run(pace.note_answer, "chat.postMessage")
    await send_for(office, HALF_AN_HOUR)
    assert office.row(bad).state != "failed", "one answer may be luck: it is tried as often as any"
    await send_for(office, HALF_AN_HOUR + 300)
    assert office.row(bad).state == "failed"
    office.slack.engine.end_fault(fault["id"])


async def test_a_message_that_was_sent_shows_that_slack_is_not_away(office: Office) -> None:
    office.world.run(pace.note_silence, "chat.postMessage")
    office.say_welcome()
    await office.send()
    office.later(60)
    assert not office.world.run(pace.is_away, "chat.postMessage", office.world.now - timedelta(seconds=30))


async def test_a_message_that_slack_never_answers_steps_aside_within_the_hour(office: Office) -> None:
    fault = office.slack.engine.fault(kind="error", method="chat.postMessage", error="internal_error", times=None)
    bad, behind = office.say_welcome(), office.say_welcome()
    await send_for(office, HALF_AN_HOUR * 2, answered="chat.postMessage")
    assert office.row(bad).state == "failed"
    assert "internal_error" in str(office.row(bad).error)
    office.slack.engine.end_fault(fault["id"])
    await send_for(office, 300)
    assert office.said() == [behind]


def was_tried(office: Office, row_id: str, **facts: str) -> None:
    """The row was sent so often, without an answer, while others were answered, that one time more is the last."""

    def note(scope: Scope) -> None:
        row = scope.session.get_one(outbox.OutboxRow, (scope.team_id, row_id))
        row.tries, row.failing_since = outbox.MAX_SILENCES - 1, scope.now - timedelta(hours=1)
        for name, value in facts.items():
            setattr(row, name, value)

    office.world.run(note)


async def test_a_nudge_that_slack_never_answers_ends_its_slot(office: Office) -> None:
    office.slack.engine.fault(kind="error", method="chat.postMessage", error="503", times=None)
    promise_id = office.nudge_due()
    row_id = office.only_row("nudge").id
    await office.send()
    was_tried(office, row_id)
    await office.send_after(31)
    assert office.row(row_id).state == "failed"
    assert [slot.state for slot in office.world.slots(promise_id) if slot.which == "before"] == ["skipped"]


async def test_an_update_that_slack_never_answers_steps_aside_too(office: Office) -> None:
    row_id, behind = office.say_welcome(), office.say_welcome()
    was_tried(office, row_id, state="uncertain", method="chat.update")
    await send_for(office, 62)
    assert office.row(row_id).state == "failed"
    assert office.said() == [behind]


def retry(office: Office, row_id: str) -> None:
    assert office.world.run(lambda scope: unsaid.retry(scope.session, row_id, scope.now))


async def test_a_retry_by_hand_looks_for_what_slack_may_have(office: Office) -> None:
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    row_id = office.say_welcome()
    await office.send()
    office.slack.engine.fault(kind="error", method="conversations.history", error="channel_not_found")
    await office.send_after(31)
    assert office.row(row_id).state == "failed"
    retry(office, row_id)
    await office.send_after(31)
    assert (office.row(row_id).state, office.said()) == ("sent", [row_id])


async def test_a_retry_by_hand_sends_what_slack_had_refused(office: Office) -> None:
    office.slack.engine.fault(kind="error", method="chat.postMessage", error="restricted_action")
    row_id = office.say_welcome()
    await office.send()
    assert office.row(row_id).state == "failed"
    retry(office, row_id)
    await office.send_after(2)
    assert (office.calls("conversations.history"), office.said(OPEN)) == ([], [row_id])


async def test_a_retry_by_hand_says_nothing_for_a_slot_that_has_ended(office: Office) -> None:
    office.slack.engine.fault(kind="error", method="chat.postMessage", error="restricted_action")
    office.nudge_due()
    await office.send()
    row_id = office.only_row("nudge").id
    retry(office, row_id)
    await office.send_after(2)
    assert (office.row(row_id).state, office.dms()) == ("cancelled", [])
    assert "has ended" in str(office.row(row_id).error)


async def test_a_look_up_that_slack_never_answers_steps_aside_within_the_hour(office: Office) -> None:
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    fault = office.slack.engine.fault(kind="error", method="conversations.history", error="internal_error", times=None)
    row_id, behind = office.say_welcome(), office.say_welcome()
    await send_for(office, HALF_AN_HOUR * 2, answered="conversations.history")
    assert (office.row(row_id).state, office.row(behind).state) == ("failed", "sent")
    assert "internal_error" in str(office.row(row_id).error)
    assert len(office.calls("conversations.history")) == outbox.MAX_SILENCES
    office.slack.engine.end_fault(fault["id"])
    retry(office, row_id)
    await office.send_after(31)
    assert office.row(row_id).state == "sent", "it was looked up before anything was said again"
    assert office.said() == [row_id, behind]


async def test_a_conversation_that_slack_never_opens_steps_aside_within_the_hour(office: Office) -> None:
    fault = office.slack.engine.fault(kind="error", method="conversations.open", error="internal_error", times=None)
    promise_id = office.nudge_due()
    await send_for(office, HALF_AN_HOUR * 2, answered="conversations.open")
    assert office.only_row("nudge").state == "failed"
    assert [slot.state for slot in office.world.slots(promise_id) if slot.which == "before"] == ["skipped"]
    assert len(office.calls("conversations.open")) == outbox.MAX_SILENCES
    office.slack.engine.end_fault(fault["id"])
    later = office.nudge_due()
    await office.send()
    assert [slot.state for slot in office.world.slots(later) if slot.which == "before"] == ["sent"]


@pytest.mark.parametrize("method", ["conversations.history", "conversations.open"])
async def test_slacks_patience_is_no_try(office: Office, method: str) -> None:
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    fault = office.slack.engine.fault(kind="ratelimit", method=method, seconds=10, times=None)
    office.nudge_due()
    row_id = office.only_row("nudge").id
    await send_for(office, outbox.MAX_SILENCES * 31 + 60)
    assert (office.row(row_id).tries, office.row(row_id).state != "sent") == (0, True)
    office.slack.engine.end_fault(fault["id"])
    await send_for(office, 180)
    assert office.row(row_id).state == "sent"
