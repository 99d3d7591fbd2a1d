"""The sender against a Slack that answers slowly, twice, never, or with no."""

from __future__ import annotations

import contextlib
import gc
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from bot.database import Scope
from bot.errors import BotError, DatabaseAway, DiskFull
from bot.ledger import nudging, promises
from bot.models import Slot, Teammate
from bot.outbox import Saying
from tests.support.waiting import until
from tests.support.world import ANN, BEN, CAT, DAN, OPEN, SECOND
from tests.wire.conftest import Hiccup, Office


async def test_retry_after_holds_the_method_in_every_channel_and_no_other_method(office: Office) -> None:
    office.slack.engine.fault(kind="ratelimit", method="chat.postMessage", seconds=40)
    first, second = office.say_welcome(), office.say_welcome(SECOND)
    offer = office.put(Saying("CDIGESTS", "share_offer", details={"channel": OPEN, "ts": "1.2", "user": ANN}))
    await office.send()
    posted = len(office.calls("chat.postMessage"))
    await office.send_after(38)
    assert len(office.calls("chat.postMessage")) == posted <= 2
    assert office.row(offer).method == "chat.postEphemeral"
    assert office.row(offer).state != "waiting"
    await office.send_after(3)
    assert (office.said(), office.said(SECOND)) == ([first], [second])


async def test_retry_after_holds_the_opening_of_direct_conversations(office: Office) -> None:
    office.slack.engine.fault(kind="ratelimit", method="conversations.open", seconds=40)
    office.nudge_due(ANN)
    await office.send()
    office.put(Saying(CAT, "share_offer", details={"channel": OPEN, "ts": "1.2", "user": CAT}))
    await office.send_after(30)
    assert len(office.calls("conversations.open")) == 1
    await office.send_after(12)
    assert len(office.dms()) == 2


async def test_a_lost_reply_is_looked_up_after_half_a_minute_and_not_sent_twice(office: Office) -> None:
    office.slack.clock.set_speed(0.01)
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    row_id, behind = office.say_welcome(), office.say_welcome()
    await office.send()
    assert office.row(row_id).state == "uncertain"
    await office.send_after(28)
    assert office.calls("conversations.history") == []
    assert office.said() == [row_id]
    await office.send_after(3)
    assert len(office.calls("conversations.history")) == 1
    assert office.row(row_id).state == "sent"
    assert office.row(row_id).ts == office.messages()[0]["ts"]
    assert office.said() == [row_id, behind]


async def test_what_slack_did_not_do_is_sent_again_once(office: Office) -> None:
    office.slack.engine.fault(kind="error", method="chat.postMessage", error="503")
    row_id = office.say_welcome()
    await office.send()
    assert office.row(row_id).state == "uncertain"
    await office.send_after(31)
    assert office.said() == [row_id]
    assert len(office.calls("chat.postMessage")) == 2


async def test_what_slack_does_late_is_not_sent_twice(office: Office) -> None:
    office.slack.engine.fault(kind="late_act", method="chat.postMessage", seconds=20)
    row_id = office.say_welcome()
    await office.send()
    office.later(21)
    await office.slack.engine.settle(quiet=0.05)
    await office.send_after(10)
    assert office.said() == [row_id]
    assert office.row(row_id).state == "sent"


async def test_a_nudge_whose_reply_was_lost_is_found_in_the_direct_conversation(office: Office) -> None:
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    office.nudge_due()
    await office.send()
    row = office.only_row("nudge")
    assert (row.state, len(office.calls("conversations.open"))) == ("uncertain", 1)
    await office.send_after(31)
    assert office.row(row.id).state == "sent"
    assert len(office.dms()) == 1
    assert [slot.state for slot in office.world.slots() if slot.which == "before"] == ["sent"]


async def test_a_worker_that_dies_in_the_middle_of_a_call_leaves_it_to_the_next(office: Office) -> None:
    """Committed as started, then nothing: both when Slack has the message and when it has not."""
    for fault, calls_made in (("drop_reply", 1), ("error", 2)):
        channel = OPEN if fault == "drop_reply" else SECOND
        office.slack.engine.fault(kind=fault, method="chat.postMessage")
        row_id = office.say_welcome(channel)
        office.start_worker_that_dies()
        assert await office.sender.do_some()
        await office.sender.crew.finish(15)
        assert office.row(row_id).state == "started"
        office.kill_worker()
        office.later(31)
        await office.send()
        assert office.said(channel) == [row_id]
        assert office.row(row_id).state == "sent"
        posted = [one for one in office.calls("chat.postMessage") if one["args"]["channel"] == channel]
        assert len(posted) == calls_made


@pytest.mark.parametrize(
    "error", [DatabaseAway(), DiskFull(), OperationalError("UPDATE", {}, Exception("the connection is gone"))]
)
async def test_an_answer_that_cannot_be_written_down_leaves_it_to_the_look_up(
    office: Office, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    row_id = office.say_welcome()
    office.start_worker_that_dies(error)
    assert await office.sender.do_some()
    await office.sender.crew.finish(1)
    gc.collect()
    assert "never retrieved" not in caplog.text
    assert bool(caplog.records) == isinstance(error, OperationalError), "it still waits for the database, or gave up"
    assert office.row(row_id).state == "started"
    office.kill_worker()
    await office.send_after(31)
    assert (office.said(), office.row(row_id).state) == ([row_id], "sent")
    assert len(office.calls("chat.postMessage")) == 1


@pytest.mark.parametrize("error", [DatabaseAway, DiskFull])
async def test_who_has_a_lane_in_hand_waits_out_a_hiccup_of_the_database(
    office: Office, error: type[BotError], caplog: pytest.LogCaptureFixture
) -> None:
    """Whichever of the sender's transactions meets it: what Slack answered is known, and need not be looked up."""
    met = 0
    for number in range(1, 100):
        row_id = office.say_welcome()
        hiccup = Hiccup(office.shop.database, error(), number)
        office.start_worker(replace(office.shop, database=hiccup))
        with contextlib.suppress(error):
            await office.send()
        if not hiccup.is_dead:
            break
        await office.send()
        met += 1
        assert office.row(row_id).state == "sent"
        office.later(2)
    assert met > 2
    assert len(office.calls("chat.postMessage")) == len(office.said()) == met + 1
    assert not caplog.records


async def test_an_update_without_reply_is_simply_said_again(office: Office) -> None:
    mention_id, ts = await office.card_that_stands()
    office.slack.engine.fault(kind="drop_reply", method="chat.update")
    office.claim(mention_id, ANN)
    await office.send()
    assert len(office.calls("chat.update")) == 1
    await office.send_after(31)
    assert len(office.calls("chat.update")) == 2
    assert office.calls("conversations.replies") == []
    assert [row.state for row in office.world.rows("card", state=None)] == ["sent", "sent"]
    assert office.messages()[1]["ts"] == ts
    assert "ann" in str(office.messages()[1]["blocks"]).lower()


async def test_changes_of_a_card_are_one_waiting_row(office: Office) -> None:
    mention_id, _ = await office.card_that_stands()
    for person in (ANN, BEN, DAN):
        office.claim(mention_id, person)
    assert len(office.world.rows("card")) == 1
    await office.send()
    assert len(office.calls("chat.update")) == 1


async def test_an_ephemeral_is_sent_at_most_once(office: Office) -> None:
    office.slack.engine.fault(kind="error", method="chat.postEphemeral", error="503")
    said = office.slack.engine.say(channel="#customers", user="@ann", text="They are angry")
    details = {"channel": OPEN, "ts": said["ts"], "user": ANN}
    offer = office.put(Saying(OPEN, "share_offer", details=details))
    behind = office.say_welcome()
    await office.send()
    await office.send_after(31)
    await office.send_after(2)
    assert len(office.calls("chat.postEphemeral")) == 1
    assert office.row(offer).state == "sent"
    assert office.said() == [behind]


async def test_a_promise_kept_while_its_nudge_waits_is_not_nudged(office: Office) -> None:
    office.slack.engine.fault(kind="ratelimit", method="chat.postMessage", seconds=20)
    promise_id = office.nudge_due()
    await office.send()
    office.world.run(promises.keep, promise_id, ANN, "button")
    await office.send_after(30)
    assert office.dms() == []
    assert office.only_row("nudge").state == "cancelled"
    assert {slot.state for slot in office.world.slots(promise_id)} == {"skipped"}


async def test_a_promise_kept_while_its_nudge_is_uncertain_is_not_nudged_again(office: Office) -> None:
    office.slack.engine.fault(kind="error", method="chat.postMessage", error="503")
    promise_id = office.nudge_due()
    await office.send()
    office.world.run(promises.keep, promise_id, ANN, "button")
    await office.send_after(31)
    assert office.dms() == []
    assert office.only_row("nudge").state == "cancelled"
    assert {slot.state for slot in office.world.slots(promise_id)} == {"skipped"}


async def test_a_refused_nudge_fails_with_slacks_word_and_the_lane_goes_on(office: Office) -> None:
    office.slack.engine.fault(kind="error", method="chat.postMessage", error="restricted_action")
    promise_id = office.nudge_due()
    await office.send()
    row = office.only_row("nudge")
    assert (row.state, "restricted_action" in str(row.error)) == ("failed", True)
    ended = [(slot.state, slot.reason) for slot in office.world.slots(promise_id) if slot.which == "before"]
    assert ended == [("skipped", "Slack said restricted_action")]
    office.nudge_due()
    await office.send_after(2)
    assert len(office.dms()) == 1


async def test_a_token_that_slack_refuses_loses_no_nudge(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    office.slack.engine.fault(kind="error", method="chat.postMessage", error="invalid_auth")
    promise_id = office.nudge_due()
    await office.send()
    assert office.only_row("nudge").state == "waiting"
    assert "can't speak" in caplog.text
    assert "skipped" not in {slot.state for slot in office.world.slots(promise_id)}
    await office.send_after(61)
    assert len(office.dms()) == 1


@pytest.mark.parametrize("method", ["chat.postMessage", "conversations.open"])
async def test_a_scope_that_the_app_lacks_loses_no_nudge(
    office: Office, method: str, caplog: pytest.LogCaptureFixture
) -> None:
    office.slack.engine.fault(kind="error", method=method, error="missing_scope")
    promise_id = office.nudge_due()
    await office.send()
    assert office.only_row("nudge").state == "waiting"
    assert "scopes of manifest.json" in caplog.text
    assert "skipped" not in {slot.state for slot in office.world.slots(promise_id)}
    await office.send_after(61)
    assert len(office.dms()) == 1


async def test_a_look_up_for_which_the_app_lacks_a_scope_loses_no_nudge(office: Office) -> None:
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    office.slack.engine.fault(kind="error", method="conversations.history", error="missing_scope")
    office.nudge_due()
    await office.send()
    await office.send_after(31)
    assert office.only_row("nudge").state == "uncertain"
    await office.send_after(61)
    assert (office.only_row("nudge").state, len(office.dms())) == ("sent", 1)


async def test_someone_to_whom_nobody_can_write_costs_their_nudges_only(office: Office) -> None:
    office.slack.engine.fault(kind="error", method="conversations.open", error="user_disabled")
    office.nudge_due(ANN)
    await office.send()
    assert office.only_row("nudge").state == "failed"
    office.nudge_due(CAT)
    await office.send_after(2)
    assert len(office.dms()) == 1


async def test_a_row_that_cannot_be_rendered_steps_aside(office: Office) -> None:
    odd = office.put(Saying(OPEN, "a purpose that no version knows"))
    behind = office.say_welcome()
    for _ in range(8):
        await office.send_after(15)
    assert office.row(odd).state == "failed"
    assert "KeyError" in str(office.row(odd).error)
    assert office.said() == [behind]


async def test_words_that_slack_refuses_cost_no_other_nudge(office: Office) -> None:
    office.slack.engine.fault(kind="error", method="chat.postMessage", error="invalid_blocks")
    found = [office.world.promised(office.world.now + timedelta(hours=4), ANN) for _ in range(2)]
    office.later(2 * 3600)
    office.world.fire()
    for _ in range(4):
        await office.send_after(2)
    assert len(office.dms()) == 2
    states = {slot.state for one in found for slot in office.world.slots(one) if slot.which == "before"}
    assert states == {"sent"}


async def test_a_nudge_that_cannot_be_rendered_costs_no_other_that_was_merged_with_it(office: Office) -> None:
    odd, sound = (office.world.promised(office.world.now + timedelta(hours=4), ANN) for _ in range(2))
    office.later(2 * 3600)
    office.world.fire()
    unknown = update(Slot).where(Slot.subject_id == odd, Slot.which == "before").values(which="of a later version")
    office.world.run(lambda scope: scope.session.execute(unknown))
    for _ in range(16):
        await office.send_after(15)
    assert len(office.dms()) == 1
    assert [slot.state for slot in office.world.slots(sound) if slot.which == "before"] == ["sent"]
    assert [slot.state for slot in office.world.slots(odd) if slot.which == "of a later version"] == ["skipped"]


async def test_a_merged_nudge_that_slack_has_is_not_taken_apart(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What follows of one of its nudges can't be written down: then none of them is said again."""
    sound, odd = (office.world.promised(office.world.now + timedelta(hours=1), ANN) for _ in range(2))
    office.later(31 * 60)
    office.world.fire()
    follow = nudging.said

    def stumble(scope: Scope, slot: Slot, worded_at: datetime | None = None) -> None:
        if slot.subject_id == odd:
            raise ValueError
        follow(scope, slot, worded_at)

    monkeypatch.setattr(nudging, "said", stumble)
    for _ in range(30):
        await office.send_after(31)
    assert len(office.dms()) == 1
    assert office.only_row("nudge").state == "failed"
    assert {slot.state for slot in office.world.slots(sound) if slot.which == "before"} == {"skipped"}


async def test_a_nudge_that_cannot_be_rendered_ends_its_slot(office: Office) -> None:
    promise_id = office.nudge_due()
    nowhere = update(Teammate).where(Teammate.id == ANN).values(zone="Nowhere/At_All")
    office.world.run(lambda scope: scope.session.execute(nowhere))
    for _ in range(8):
        await office.send_after(15)
    assert office.only_row("nudge").state == "failed"
    assert [slot.state for slot in office.world.slots(promise_id) if slot.which == "before"] == ["skipped"]


async def test_a_row_that_cannot_be_looked_up_any_more_fails_and_the_lane_goes_on(office: Office) -> None:
    """The channel was left or the thread deleted: whether it was said will never be known."""
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    row_id, behind = office.say_welcome(), office.say_welcome()
    await office.send()
    office.slack.engine.fault(kind="error", method="conversations.history", error="channel_not_found")
    await office.send_after(31)
    assert (office.row(row_id).state, "channel_not_found" in str(office.row(row_id).error)) == ("failed", True)
    await office.send_after(2)
    assert office.said() == [row_id, behind]


async def test_what_fell_into_the_channel_since_its_thread_was_gone_is_found_there(office: Office) -> None:
    """The post was deleted just before its card came, and Slack's answer was lost."""
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    office.world.share()  # of a post that does not stand in Slack
    await office.send()
    await office.send_after(31)
    card = office.only_row("card")
    assert (card.state, card.error) == ("sent", None)
    assert office.said().count(card.id) == 1


async def test_a_look_up_that_gets_no_answer_comes_again(office: Office) -> None:
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    row_id = office.say_welcome()
    await office.send()
    office.slack.engine.fault(kind="error", method="conversations.history", error="503", times=2)
    for _ in range(5):
        await office.send_after(31)
    assert len(office.calls("conversations.history")) == 3
    assert office.said() == [row_id]
    assert office.row(row_id).state == "sent"


async def test_a_busy_channel_does_not_hide_a_message_from_the_look_up(office: Office) -> None:
    """A worker that comes back hours later must find what was said before thousands of others spoke."""
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    row_id = office.say_welcome()
    await office.send()
    office.later(3600)
    for number in range(2_100):
        office.slack.engine.say(channel="#customers", user="@ann", text=str(number), raw=True)
    await office.send()
    assert office.row(row_id).state == "sent"
    assert office.said() == [row_id]


async def test_a_slow_channel_delays_no_other(office: Office) -> None:
    office.slack.engine.fault(kind="delay", method="chat.postMessage", seconds=600)
    office.say_welcome()
    assert await office.sender.do_some()
    await until(lambda: len(office.calls("chat.postMessage")) == 1)
    quick = office.say_welcome(SECOND)
    assert await office.sender.do_some()
    await until(lambda: office.row(quick).state == "sent")
    assert office.said() == []
    office.later(601)
    await office.sender.crew.finish(15)
    assert len(office.said()) == 1
