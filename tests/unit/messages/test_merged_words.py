"""What people read when several things fall due for them at one time: one message, whole."""

# ruff: noqa: E501 (texts as people read them)

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.messages import merged, nudges, promises
from bot.messages.nudge_views import NudgesView, NudgeView, UnclaimedView
from tests.unit.messages.message_examples import LINE, PROMISE, THREAD, moment_of, reads
from tests.unit.messages.message_limits import check_message, shown
from tests.unit.messages.message_world import NOW

LAPSE = NOW + timedelta(hours=7)
BEFORE = NudgeView(PROMISE, NOW)
LATE = replace(PROMISE, id="P2", words="I'll send the invoice", due=NOW - timedelta(hours=22))
MISSED = NudgeView(LATE, NOW, "U5", NOW + timedelta(days=3), which="missed")
HEAD = NudgeView(replace(PROMISE, id="P3", user_id="U7"), NOW, head_of="Finance", told_at=NOW, which="head")
UNCLAIMED = UnclaimedView(LINE, "Finance", "asked", NOW)
OFFER = replace(PROMISE, id="P4", state="offered", words="I'll call him", due=None, about="", link=None)


def view(*parts: NudgeView | UnclaimedView, offers: int = 0) -> NudgesView:
    offered = tuple(replace(OFFER, id=f"O{number}") for number in range(offers))
    return NudgesView(NOW, "America/New_York", parts, offered, LAPSE)


def test_each_is_told_with_its_reason_and_its_own_buttons() -> None:
    reads(
        merged.nudge(view(MISSED, HEAD, BEFORE, UNCLAIMED, offers=1)),
        f"""
        *5 things wait for you.* They come together, so that one message is enough.
        This was due *yesterday 12:00*.
        > I'll send the invoice
        About <{THREAD}|I was charged twice>
        Unless it is settled or moved, <@U5> hears of it Monday 11:00, to help.
        [Done] [Tomorrow] [Monday] [Hand over…] [Mute this]
        *A promise to a customer may need a hand.* It was due {moment_of(PROMISE)}.
        > I'll get back to her by Friday EOD
        About <{THREAD}|I was charged twice>
        <@U7> made it and was told (<!date^1772809200^{{date_short_pretty}} at {{time}}|Fri 6 Mar 2026, 10:00 EST>) that you would hear of it. You get this as head of Finance.
        [I'll take it] [Mute this]
        :hourglass_flowing_sand: You promised this for *today 17:00*.
        > I'll get back to her by Friday EOD
        About <{THREAD}|I was charged twice>
        [Done] [Tomorrow] [Monday] [At risk…] [Hand over…] [Mute this]
        :rotating_light: *A customer is still waiting for Finance*, shared 4 hours ago.
        > I was charged twice
        <{THREAD}|Open the thread>
        You get this as the person asked for Finance, since nobody is on it yet.
        [I'm on it] [Mute this]
        *Is this a promise? Shall I keep track for you?*
        > I'll call him
        No date yet: *Track it* asks you for the day.
        [Track it] [Not a promise] [Never offer me this]
        ~ You get each of these once. *Mute this* ends reminders of that one. Offers that you don't answer by today 17:00 lapse, and nothing is tracked. Only you see this.
        """,
    )


def test_one_alone_looks_as_it_does_by_itself() -> None:
    for part in (BEFORE, MISSED, HEAD, UNCLAIMED):
        assert merged.nudge(view(part)) == nudges.nudge(part)
    alone = view(offers=2)
    assert merged.nudge(alone) == promises.offers_dm(alone.offers, alone.zone, "today 17:00")


def test_without_offers_nothing_is_said_to_lapse() -> None:
    assert "lapse" not in shown(merged.nudge(view(BEFORE, UNCLAIMED)))


def test_of_very_many_the_first_are_shown_and_the_rest_is_counted() -> None:
    message = merged.nudge(view(*[MISSED] * 20, UNCLAIMED, offers=3))
    check_message(message)
    words = shown(message)
    assert "*24 things wait for you.*" in words
    assert words.count("[Done]") == merged.MOST
    assert (
        "~ and 12 more — `/ours mine`, `/ours open`. Heads hear of what is past due there from Monday 11:00 on, to help."
        in words
    )


def test_the_rest_names_only_where_it_is() -> None:
    many = view(*[BEFORE] * merged.MOST, offers=1)
    assert "~ and 1 more — `/ours mine`.\n" in shown(merged.nudge(many))
    many = view(*[BEFORE] * merged.MOST, UNCLAIMED)
    assert "~ and 1 more — `/ours open`.\n" in shown(merged.nudge(many))
