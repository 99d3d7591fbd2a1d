"""A promise's message is edited: what follows in the ledger, and what it asks."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.ledger import edits, entries, hand_offs, offers, promises
from bot.ledger.edits import EDIT, Edited
from tests.support.world import ANN, BEN, World

HOURS = timedelta(hours=1)


@pytest.fixture
def promise_id(world: World) -> str:
    return world.promised(world.now + 20 * HOURS)


def edited(world: World, hours: int | None = 30, **more: object) -> Edited:
    due = world.now + hours * HOURS if hours is not None else None
    facts = {"by": ANN, "edited_ts": "9.1", "words": "I'll call her", "due": due, "is_promise": True}
    return Edited(**(facts | more))  # type: ignore[arg-type]


def test_another_moment_is_asked_about_once_for_each_edit(world: World, promise_id: str) -> None:
    one = edited(world)
    for _ in range(3):  # Slack delivers again, and an unfurl shows the same edit
        world.run(edits.follow, promise_id, one)
    assert len(world.rows(EDIT)) == 1
    assert world.promise(promise_id).words == "I'll call her"
    world.run(edits.follow, promise_id, edited(world, 40, edited_ts="9.2"))
    assert len(world.rows(EDIT)) == 1, "the newest edit alone is asked about"
    world.run(edits.move_to_message, promise_id, ANN)
    assert world.promise(promise_id).due_at == world.now + 40 * HOURS
    assert [entry.act for entry in world.run(entries.history, promise_id)].count("edit_promise") == 2
    assert world.send() == [], "it was moved before the question was sent"


def test_an_earlier_edit_that_comes_late_changes_nothing(world: World, promise_id: str) -> None:
    world.run(edits.follow, promise_id, edited(world, edited_ts="9.2", words="newer"))
    world.run(edits.follow, promise_id, edited(world, edited_ts="9.1", words="older"))
    assert world.promise(promise_id).words == "newer"


def test_an_unfurl_is_no_edit(world: World, promise_id: str) -> None:
    world.run(edits.follow, promise_id, edited(world, edited_ts=None, is_promise=False))
    assert world.rows(EDIT) == []


@pytest.mark.parametrize("hours", [None, 20, -3])
def test_no_moment_the_same_or_a_past_one_asks_nothing(world: World, promise_id: str, hours: int | None) -> None:
    world.run(edits.follow, promise_id, edited(world, hours))
    assert world.rows(EDIT) == []


def test_what_was_tracked_by_hand_is_not_taken_away_by_an_edit(world: World) -> None:
    spoken = promises.Spoken("she hears from us", world.now + 20 * HOURS, None, is_read=False)
    promise_id = world.run(promises.make, ANN, spoken, world.said()).id
    world.run(edits.follow, promise_id, edited(world, None, is_promise=False))
    assert world.rows(EDIT) == []


def test_words_that_a_colleague_asked_for_are_not_overwritten(world: World) -> None:
    promise_id = world.requested(world.now + 20 * HOURS)
    world.run(offers.track, promise_id, ANN)
    words = world.promise(promise_id).words
    world.run(edits.follow, promise_id, edited(world))
    assert world.promise(promise_id).words == words


def test_who_took_it_over_is_asked_by_direct_message(world: World, promise_id: str) -> None:
    asked = world.run(hand_offs.offer, promise_id, ANN, BEN)
    world.run(hand_offs.answer, asked.id, BEN, True)
    world.run(edits.follow, promise_id, edited(world))
    assert [row.lane_id for row in world.rows(EDIT)] == [BEN]
