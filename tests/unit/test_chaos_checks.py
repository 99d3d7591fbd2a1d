"""Every invariant of chaos can fail: a violation is planted in a peaceful town, and is told by its invariant alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.inbox import InboxRow
from bot.models import Entry, Mention, Promise, Share, Sighting, Slot
from bot.outbox import OutboxRow
from tests.chaos import checks
from tests.chaos.evidence import Event, Evidence, Ledger, Spoken
from tests.chaos.record import Post, Promised, Record

DUE = datetime(2026, 11, 23, 12, tzinfo=UTC)
ROOT, REPLY, GONE = ("C1", "1.1"), ("C1", "1.2"), ("C2", "2.1")


def peaceful() -> Evidence:
    """One post with an open promise that was missed; one that was edited and then deleted, before it had a card."""
    acked = [("E1", "message", ROOT), ("E2", "message", REPLY), ("E3", "message", GONE)]
    edited, deleted = ("E4", "message.message_changed", GONE), ("E5", "message.message_deleted", GONE)
    ledger = Ledger(
        inbox=[InboxRow(id=f"i{event}", event_id=event, state="done") for event, _, _ in [*acked, edited, deleted]],
        outbox=[
            OutboxRow(id="r1", purpose="card", state="sent", method="chat.postMessage", ts="1.5", details={}),
            OutboxRow(id="r2", purpose="nudge", state="sent", method="chat.postMessage", ts="3.1", slot_id="s2"),
        ],
        slots=[
            Slot(id="s1", subject_id="p1", which="before", due_at=DUE, state="skipped", reason="no time", ended_at=DUE),
            Slot(id="s2", subject_id="p1", which="missed", due_at=DUE, state="sent", ended_at=DUE),
        ],
        mentions=[Mention(id="m1"), Mention(id="m2", dismissed_at=DUE)],
        sightings=[
            Sighting(mention_id="m1", channel_id="C1", ts="1.1", quote="it never came"),
            Sighting(mention_id="m2", channel_id="C2", ts="2.1", quote="edition2"),
        ],
        promises=[Promise(id="p1", state="open", channel_id="C1", ts="1.2", due_at=DUE, words="about case3")],
        entries=[Entry(subject_id="p1", act="move_promise")],
    )
    posts = [Post(1, "review", "@ada", [ROOT]), Post(2, "quoted", "@ada", [GONE], edited="edition2", deleted=True)]
    promised = Promised("@ben", "case3", REPLY, told="tracked", tried=["track", "move"], moves=1)
    return Evidence(
        record=Record(posts=posts, promises=[promised]),
        ledger=ledger,
        events=[Event(event, kind, place, None, True) for event, kind, place in [*acked, edited, deleted]],
        spoken=[Spoken("r1", "C1", "1.5"), Spoken("r2", "D1", "3.1")],
        cards=[ROOT],
        offers=["p1"],
    )


def test_a_peaceful_town_breaks_nothing() -> None:
    assert checks.broken(peaceful()) == []


def test_what_was_said_under_a_deleted_post_may_have_failed_but_not_be_said_twice() -> None:
    town = peaceful()
    channel_id, thread_ts = GONE
    row = OutboxRow(id="r9", purpose="ping", state="failed", channel_id=channel_id, thread_ts=thread_ts, details={})
    town.ledger.outbox.append(row)
    town.spoken.append(Spoken("r9", channel_id, "2.2"))
    assert checks.broken(town) == []
    town.spoken.append(Spoken("r9", channel_id, "2.3"))
    assert [words.partition(":")[0] for words in checks.broken(town)] == ["rows_are_said_once"]


def _trouble(town: Evidence) -> Evidence:
    return replace(town, trouble=["worker-1 ended by itself"])


def _lost_event(town: Evidence) -> None:
    town.ledger.inbox.pop()


def _failed_event(town: Evidence) -> None:
    town.ledger.inbox.append(InboxRow(id="i9", kind="message", event_id="E9", state="failed"))


def _lost_mention(town: Evidence) -> None:
    town.ledger.sightings[0].ts = "9.9"
    town.ledger.mentions.pop(0)


def _doubled_mention(town: Evidence) -> None:
    town.ledger.mentions.append(Mention(id="m9"))
    town.ledger.sightings.append(Sighting(mention_id="m9", channel_id="C3", ts="4.1", quote=""))
    town.record.posts[0].places.append(("C3", "4.1"))


def _mixed_mentions(town: Evidence) -> None:
    town.ledger.sightings[1].mention_id = "m1"
    town.ledger.mentions.pop()
    town.ledger.mentions[0].dismissed_at = DUE


def _unheard_mention(town: Evidence) -> None:
    town.ledger.mentions.append(Mention(id="m9"))


def _doubled_card(town: Evidence) -> None:
    town.cards.append(ROOT)


def _lost_card(town: Evidence) -> None:
    town.cards.clear()


def _lost_edit(town: Evidence) -> Evidence:
    post = town.record.posts[1]
    post.deleted, town.ledger.sightings[1].quote = False, "older words"
    town.cards.append(GONE)
    return town


def _lost_deletion(town: Evidence) -> None:
    town.ledger.mentions[1].dismissed_at = None


def _lost_promise(town: Evidence) -> None:
    town.ledger.promises.clear()


def _lost_typed_promise(town: Evidence) -> None:
    town.record.promises.append(Promised("@ada", "case4", None, told="tracked"))


def _doubled_typed_promise(town: Evidence) -> None:
    _lost_typed_promise(town)
    for number in (8, 9):
        town.ledger.promises.append(Promise(id=f"p{number}", state="kept", words="call Ada about case4 in 2 hours"))
    town.record.promises[1].told = "kept"


def _promise_never_made(town: Evidence) -> None:
    town.ledger.promises.append(Promise(id="p9", state="kept", words="call Ada about case9"))


def _promise_in_a_wrong_state(town: Evidence) -> None:
    town.ledger.promises[0].state = "kept"


def _check_that_was_lost(town: Evidence) -> None:
    town.record.promises[0].checked = True
    town.events.append(Event("E1", "reaction_added", REPLY, None, True))


def _lost_move(town: Evidence) -> None:
    town.ledger.entries.clear()


def _doubled_move(town: Evidence) -> None:
    town.ledger.entries.append(Entry(subject_id="p1", act="move_promise"))


def _miss_that_nobody_told(town: Evidence) -> None:
    town.ledger.slots[1].state, town.ledger.slots[1].reason = "skipped", "lost its way"
    town.ledger.outbox.pop()
    town.spoken.pop()


def _slot_never_planned(town: Evidence) -> None:
    town.ledger.slots.pop(0)


def _ask_that_nobody_told(town: Evidence) -> None:
    town.ledger.shares.append(Share(mention_id="m1", user_id="U1", state="asked"))


def _slot_that_waits(town: Evidence) -> None:
    town.ledger.slots.append(Slot(id="s9", subject_id="m1", which="unclaimed", due_at=DUE, state="queued"))


def _slot_without_reason(town: Evidence) -> None:
    town.ledger.slots[0].reason = None


def _slot_twice(town: Evidence) -> None:
    """By two rows: each of them was said once."""
    town.ledger.outbox.append(
        OutboxRow(id="r9", purpose="nudge", state="sent", method="chat.postMessage", ts="3.2", slot_id="s2")
    )
    town.spoken.append(Spoken("r9", "D1", "3.2"))


def _skipped_slot_that_was_said(town: Evidence) -> None:
    town.ledger.outbox.append(
        OutboxRow(id="r9", purpose="nudge", state="sent", method="chat.postMessage", ts="3.2", slot_id="s1")
    )
    town.spoken.append(Spoken("r9", "D1", "3.2"))


def _row_twice(town: Evidence) -> None:
    town.spoken.append(Spoken("r1", "C1", "1.6"))


def _row_that_was_lost(town: Evidence) -> None:
    town.spoken.pop(0)


def _row_believed_cancelled(town: Evidence) -> None:
    town.ledger.outbox[0].state = "cancelled"


def _row_remembered_elsewhere(town: Evidence) -> None:
    town.ledger.outbox[0].ts = "1.9"


def _row_of_nobody(town: Evidence) -> None:
    town.spoken.append(Spoken("r9", "C1", "1.9"))


def _row_that_waits(town: Evidence) -> None:
    town.ledger.outbox.append(OutboxRow(id="r9", purpose="card", state="uncertain", details={}))


def _row_that_failed(town: Evidence) -> None:
    town.ledger.outbox.append(OutboxRow(id="r9", purpose="card", state="failed", details={}))


def _offer_twice(town: Evidence) -> None:
    town.offers.append("p1")


@pytest.mark.parametrize(
    ("plant", "invariant"),
    [
        (_trouble, checks.nothing_went_wrong_on_the_way),
        (_lost_event, checks.acked_events_are_done),
        (_failed_event, checks.inbox_is_empty),
        (_lost_mention, checks.posts_are_one_mention_each),
        (_doubled_mention, checks.posts_are_one_mention_each),
        (_mixed_mentions, checks.posts_are_one_mention_each),
        (_unheard_mention, checks.posts_are_one_mention_each),
        (_doubled_card, checks.posts_have_one_card_each),
        (_lost_card, checks.posts_have_one_card_each),
        (_lost_edit, checks.edits_took_effect),
        (_lost_deletion, checks.deletions_took_effect),
        (_lost_promise, checks.promises_stand),
        (_lost_typed_promise, checks.promises_stand),
        (_doubled_typed_promise, checks.promises_stand),
        (_promise_never_made, checks.promises_stand),
        (_promise_in_a_wrong_state, checks.promises_stand),
        (_check_that_was_lost, checks.promises_stand),
        (_lost_move, checks.promises_stand),
        (_doubled_move, checks.promises_stand),
        (_miss_that_nobody_told, checks.open_promises_were_nudged),
        (_slot_never_planned, checks.open_promises_were_nudged),
        (_ask_that_nobody_told, checks.unclaimed_mentions_were_nudged),
        (_slot_that_waits, checks.slots_have_ended),
        (_slot_without_reason, checks.slots_have_ended),
        (_slot_twice, checks.sent_slots_are_seen_once),
        (_skipped_slot_that_was_said, checks.sent_slots_are_seen_once),
        (_row_twice, checks.rows_are_said_once),
        (_row_that_was_lost, checks.rows_are_said_once),
        (_row_believed_cancelled, checks.rows_are_said_once),
        (_row_remembered_elsewhere, checks.rows_are_said_once),
        (_row_of_nobody, checks.rows_are_said_once),
        (_row_that_waits, checks.outbox_is_settled),
        (_row_that_failed, checks.outbox_is_settled),
        (_offer_twice, checks.offers_are_made_once),
    ],
)
def test_a_planted_violation_is_told(plant: Callable[[Evidence], Evidence | None], invariant: checks.Check) -> None:
    town = peaceful()
    town = plant(town) or town
    assert {words.partition(":")[0] for words in checks.broken(town)} == {invariant.__name__}


def test_every_invariant_can_fail() -> None:
    (marks,) = [mark for mark in test_a_planted_violation_is_told.pytestmark if mark.name == "parametrize"]  # type: ignore[attr-defined]
    assert {invariant for _, invariant in marks.args[1]} == set(checks.CHECKS)


def test_what_nobody_was_told_may_have_been_done_or_not() -> None:
    untold = Promised("@ben", "case3", REPLY)
    untold.hear("This offer has lapsed; nothing is tracked.")
    assert untold.may_be(is_checked=False) == {"offered", "expired"}
    untold.tried.append("track")
    assert "open" in untold.may_be(is_checked=False)
    untold.hear("Tracked, due Friday")
    untold.tried.append("keep")
    assert untold.may_be(is_checked=False) == {"open", "kept"}
    untold.hear("Kept. Thank you.")
    assert untold.may_be(is_checked=False) == {"kept"}
