"""What people read when a promise is asked for, in the order in which they meet it; and of its later life."""

# ruff: noqa: E501 (texts as people read them)

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.messages import evidence, history, promises, requests
from bot.messages.history_views import HistoryLine, HistoryView, PromiseHistory
from bot.messages.nudge_views import NudgeView
from bot.messages.views import EvidenceView, Message
from tests.unit.messages.message_examples import PROMISE, THREAD, moment_of, reads
from tests.unit.messages.message_limits import shown
from tests.unit.messages.message_world import NOW

TOMORROW = datetime(2026, 3, 7, 15, tzinfo=UTC)
BY_TOMORROW = "<!date^1772895600^{date_short_pretty} at {time}|Sat 7 Mar 2026, 10:00 EST>"
REQUEST = replace(PROMISE, words="get back to her", state="requested", asked_by="U9")
DUE = moment_of(REQUEST)


def test_the_asker_hears_that_it_is_asked_and_the_asked_who_asks() -> None:
    reads(
        requests.asked(REQUEST),
        f"""
        :speech_balloon: Asked <@U1> to promise this by *{DUE}*.
        > get back to her
        [Withdraw the request]
        ~ Only they see the request. You are told their answer; until then it waits in `/ours mine`.
        """,
    )
    reads(
        requests.request(REQUEST, TOMORROW),
        f"""
        *<@U9> asks: can you promise this to a customer?*
        > get back to her
        By *{DUE}*.
        About <{THREAD}|I was charged twice>
        [I promise] [Another moment…] [I can't]
        ~ *I can't* is a fine answer: only <@U9> is told. What is not answered by {BY_TOMORROW} lapses, and they are told.
        """,
    )


def test_each_answer_reaches_the_asker() -> None:
    reads(
        requests.answer(replace(REQUEST, state="open"), None),
        f"""
        :handshake: <@U1> promised it, due *{DUE}*. Thank you for asking.
        > get back to her
        About <{THREAD}|I was charged twice>
        """,
    )
    reads(
        requests.answer(replace(REQUEST, state="declined"), None),
        f"""
        <@U1> can't promise this.
        > get back to her
        About <{THREAD}|I was charged twice>
        ~ Somebody else may: *Ask for a promise…* on a card, or `/ours promise @someone`, asks them.
        """,
    )
    reads(
        requests.answer(replace(REQUEST, state="expired"), None),
        f"""
        No answer came from <@U1> in working time, so your request has lapsed. Nothing is promised.
        > get back to her
        About <{THREAD}|I was charged twice>
        [Ask again]
        """,
    )
    reads(
        requests.answer(replace(REQUEST, counter=TOMORROW), TOMORROW),
        f"""
        *<@U1> proposes {BY_TOMORROW}* (you asked for *{DUE}*).
        > get back to her
        [Fine] [Withdraw the request]
        ~ Without an answer by {BY_TOMORROW} it lapses. *Fine* makes it their promise, and they are reminded of it.
        """,
    )


def test_the_asked_hears_how_it_ended() -> None:
    reads(
        requests.end(replace(REQUEST, state="open"), is_lapsed=False),
        f"""
        :handshake: <@U9> says that your moment is fine: you promised this, due *{DUE}*.
        > get back to her
        ~ I'll remind you once before. *Done*, *Move…* and *Withdraw* are in `/ours mine`.
        """,
    )
    reads(
        requests.end(replace(REQUEST, state="expired"), is_lapsed=False),
        """
        <@U9> took the request back. Nothing is asked of you any more.
        > get back to her
        """,
    )
    assert "[I can after all]" in shown(requests.end(replace(REQUEST, state="expired"), is_lapsed=True))
    assert "[I can after all]" in shown(requests.answered(replace(REQUEST, state="declined")))


def test_what_may_show_that_it_is_kept_is_asked() -> None:
    reads(
        evidence.question(replace(PROMISE, evidence=EvidenceView("E1", "words", THREAD))),
        f"""
        *Did you keep this promise?*
        > I'll get back to her by Friday EOD
        You wrote <{THREAD}|in the thread> that something is done.
        [Yes, kept] [Not yet]
        ~ Only you see this. *Yes, kept* counts it, and the card links to it. I ask once about each message; `/ours settings` ends it.
        """,
    )
    asking = NudgeView(replace(PROMISE, evidence=EvidenceView("E1", "customer", THREAD)), NOW, which="evidence")
    reads(
        evidence.nudge(asking),
        f"""
        :speech_balloon: The customer <{THREAD}|spoke again>. Have you got back to them? It is due *today 17:00*.
        > I'll get back to her by Friday EOD
        About <{THREAD}|I was charged twice>
        [Yes, kept] [Not yet]
        ~ You get this once for each due moment, since you promised this to the customer who spoke. *Yes, kept* settles it; *Not yet* leaves it open, and I don't ask about these words again.
        """,
    )


def test_an_edited_message_asks_to_move_or_to_withdraw() -> None:
    reads(
        promises.edited(PROMISE, PROMISE.due + timedelta(days=3) if PROMISE.due else None),
        """
        *The message was changed: move the promise to Monday 9 March, 18:00?*
        > I'll get back to her by Friday EOD
        It is due *Friday 6 March, 17:00*.
        [Move it] [Leave it]
        ~ Only you see this, once for each edit. Until you say so, the promise stays as it is; `/ours mine` has it.
        """,
    )
    assert "[Withdraw…] [Leave it]" in shown(promises.edited(PROMISE, None))


def test_a_life_is_told_line_by_line() -> None:
    assert PROMISE.due is not None
    due, at = PROMISE.due.isoformat(), "<!date^1772809200^{date_short_pretty} at {time}|Fri 6 Mar 2026, 10:00 EST>"
    lines = (
        HistoryLine(NOW, history.BOT, "offer_promise"),
        HistoryLine(NOW, "U1", "track_promise", {"due": due}),
        HistoryLine(NOW, "U1", "move_promise", {"before": due, "due": TOMORROW.isoformat(), "why": "she agreed"}),
        HistoryLine(NOW, "U1", "nudge_before"),
        HistoryLine(NOW, "U1", "keep_promise", {"late": "True"}),
    )
    kept = replace(PROMISE, state="kept", is_missed=True)
    view = history.history(HistoryView((PromiseHistory(kept, lines),), "America/New_York"), "promise|P1")
    reads(
        Message("History", tuple(view["blocks"])),
        f"""
        > I'll get back to her by Friday EOD
        <@U1> · kept late
        About <{THREAD}|I was charged twice>
        • {at} — I offered to keep it
        • {at} — <@U1> had it tracked, due {DUE}
        • {at} — <@U1> moved it from {DUE} to {BY_TOMORROW}: “she agreed”
        • {at} — I reminded you before it is due
        • {at} — <@U1> kept it late
        """,
    )
