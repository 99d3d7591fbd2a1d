"""What people read about their promises, whole."""

# ruff: noqa: E501 (texts as people read them)

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.messages import cards, nudges, promises
from bot.messages.nudge_views import NudgeView, UnclaimedView
from bot.messages.views import HandOffView
from tests.unit.messages.message_examples import LINE, PROMISE, THREAD, moment_of, reads
from tests.unit.messages.message_limits import shown
from tests.unit.messages.message_world import NOW


def test_the_offer_of_a_promise() -> None:
    reads(
        promises.offer(PROMISE),
        """
        *Shall I keep this promise for you?*
        > I'll get back to her by Friday EOD
        Due *Friday 6 March, 17:00*.
        [Track it] [Change the date…] [Not a promise] [Never offer me this]
        ~ Only you see this. If you track it, I remind you once before. No answer now? It waits in `/ours mine`.
        """,
    )
    undated = shown(promises.offer(replace(PROMISE, due=None)))
    assert "When is it due? *Track it* asks you for the day." in undated
    assert "[Track it] [Not a promise] [Never offer me this]" in undated


def test_the_merged_offers_are_the_only_reminder() -> None:
    reads(
        promises.offers_dm(
            [PROMISE, replace(PROMISE, id="P2", words="I'll call him", due=None, about="", link=None)],
            "UTC",
            "tomorrow 17:00",
        ),
        f"""
        *Are these 2 promises? Shall I keep track for you?*
        > I'll get back to her by Friday EOD
        Due *Friday 6 March, 22:00*.
        About <{THREAD}|I was charged twice>
        [Track it] [Change the date…] [Not a promise] [Never offer me this]
        > I'll call him
        No date yet: *Track it* asks you for the day.
        [Track it] [Not a promise] [Never offer me this]
        ~ Only you see this. It is the only reminder: what you don't answer by tomorrow 17:00 lapses, and nothing is tracked.
        """,
    )


def test_every_answer_to_an_offer_says_how_to_undo_it() -> None:
    for kind in ("tracked", "changed", "not_a_promise", "never", "lapsed"):
        assert "`/ours " in shown(promises.offer_answered(kind, PROMISE))
    tracked = promises.offer_answered("tracked", PROMISE)
    assert tracked.text == "Tracked, due Friday 6 March, 17:00. “I'll get back to her by Friday EOD”"


def test_the_nudge_before() -> None:
    reads(
        nudges.nudge_before(NudgeView(PROMISE, NOW)),
        f"""
        :hourglass_flowing_sand: You promised this for *today 17:00*.
        > I'll get back to her by Friday EOD
        ~ About <{THREAD}|I was charged twice>
        [Done] [Tomorrow] [Monday] [At risk…] [Hand over…] [Mute this]
        ~ You get this once before a promise is due. *Done* settles it; *Mute this* ends reminders of this one.
        """,
    )


def test_who_can_help_hears_early_that_it_may_be_late() -> None:
    risky = replace(PROMISE, is_at_risk=True, risk="finance is out")
    reads(
        nudges.may_be_late(NudgeView(risky, NOW, head_of="Finance", head_of_key="finance", which="risk")),
        f"""
        *A promise to a customer may be late.* <@U1> says early that it may not be kept by {moment_of(PROMISE)}. They say: “finance is out”
        > I'll get back to her by Friday EOD
        About <{THREAD}|I was charged twice>
        A word with them, or a new day agreed with the customer, often helps. *I'll take it* makes it yours.
        [I'll take it] [Mute this]
        ~ You get this as head of Finance, once for each due moment. Nothing else is asked of you. *Mute this* ends it for this promise.
        """,
    )
    as_lead = shown(nudges.may_be_late(NudgeView(PROMISE, NOW, which="risk")))
    assert "as you lead this mention" in as_lead
    assert "[Mute this]" not in as_lead


def test_the_nudge_after_says_when_the_head_hears() -> None:
    now = datetime(2026, 3, 9, 14, tzinfo=UTC)
    reads(
        nudges.nudge_missed(NudgeView(PROMISE, now, "U5", datetime(2026, 3, 10, 14, tzinfo=UTC))),
        f"""
        This was due *Fri 6 March, 17:00*. It happens. What now?
        > I'll get back to her by Friday EOD
        ~ About <{THREAD}|I was charged twice>
        Unless it is settled or moved, <@U5> hears of it tomorrow 10:00, to help. *Done*, *Tomorrow*, *Monday* or *Hand over…* avoids that.
        [Done] [Tomorrow] [Monday] [Hand over…] [Mute this]
        ~ You get this once when a due moment has passed. *Done* settles it, a new day keeps it alive; *Mute this* ends reminders of this one.
        """,
    )


def test_the_head_is_told_kindly() -> None:
    told = datetime(2026, 3, 9, 14, tzinfo=UTC)
    view = NudgeView(PROMISE, NOW, head_of="Human Resources", head_of_key="human_resources", told_at=told)
    message = nudges.escalation(view)
    reads(
        message,
        f"""
        *A promise to a customer may need a hand.* It was due {moment_of(PROMISE)}.
        > I'll get back to her by Friday EOD
        About <{THREAD}|I was charged twice>
        <@U1> made it and was told (<!date^1773064800^{{date_short_pretty}} at {{time}}|Mon 9 Mar 2026, 10:00 EDT>) that you would hear of it. Things come in between: a word with them, or a new day agreed with the customer, often helps. *I'll take it* makes it yours.
        [I'll take it] [Mute this]
        ~ You get this as head of Human Resources, once when a due moment has passed. *Mute this* ends it for this promise. `/ours departments human_resources` can name another head.
        """,
    )
    words = shown(message)
    assert not {"late", "fail", "forgot", "overdue", "blame"} & set(words.lower().replace(".", " ").split())


def test_the_unclaimed_nudge_for_the_person_and_for_the_head() -> None:
    reads(
        nudges.unclaimed(UnclaimedView(LINE, "Finance", "asked", NOW)),
        f"""
        :rotating_light: *A customer is still waiting for Finance*, shared 4 hours ago.
        > I was charged twice
        <{THREAD}|Open the thread>
        [I'm on it] [Mute this]
        ~ You get this as the person asked for Finance, since nobody is on it yet. *I'm on it* settles it; in the thread you can bring in somebody else. *Mute this* ends reminders of this one.
        """,
    )
    assert "as head of Finance" in shown(nudges.unclaimed(UnclaimedView(LINE, "Finance", "head", NOW)))
    own = shown(nudges.unclaimed(UnclaimedView(LINE, "Finance", "sharer", NOW)))
    assert "~ You get this since you shared it and answer for Finance, and nobody is on it yet." in own


def test_a_hand_off_may_be_declined_without_a_reason() -> None:
    reads(
        promises.hand_off(HandOffView("H1", PROMISE, "U1", "I'm away on Friday")),
        f"""
        *<@U1> asks: will you take this promise over?*
        > I'll get back to her by Friday EOD
        Due {moment_of(PROMISE)}.
        <@U1> says: “I'm away on Friday”
        About <{THREAD}|I was charged twice>
        [Take it] [Can't]
        ~ Until you take it, it stays with <@U1>. *Can't* is a fine answer: only <@U1> is told.
        """,
    )


def test_every_private_offer_says_that_it_is_private() -> None:
    for message in (
        promises.offer(PROMISE),
        promises.offers_dm([PROMISE], "UTC", "today 17:00"),
        cards.share_offer("C1", "1.2"),
    ):
        assert "Only you see this" in shown(message)


def test_every_nudge_says_why_it_came_and_how_to_get_fewer() -> None:
    view = NudgeView(PROMISE, NOW, "U5", NOW)
    unclaimed = nudges.unclaimed(UnclaimedView(LINE, "Finance", "head", NOW))
    for message in (nudges.nudge_before(view), nudges.nudge_missed(view), nudges.escalation(view), unclaimed):
        assert "~ You get this" in shown(message)
        assert "*Mute this*" in shown(message)
