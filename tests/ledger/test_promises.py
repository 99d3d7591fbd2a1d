"""Promises: offered to their speaker alone, opened, moved, kept, withdrawn; never nudged after they ended."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.errors import MomentPassed, MomentUnclear, NotAllowed, NotYourPromise, PromiseGone, PromiseSettled
from bot.facts import PersonFacts
from bot.ledger import entries, hand_offs, mentions, nudging, offers, people, promise_views, promises, views
from bot.models import Promise
from bot.models.promise import PROMISE_MOVES
from tests.support.world import ANN, BEN, CAT, CONNECT, DAN, EVA, GONE, MONDAY, OPEN, PRIVATE, World

FRIDAY_EOD = datetime(2026, 11, 27, 22, 0, tzinfo=UTC)  # 17:00 in New York
HOUR = timedelta(hours=1)


def acts(world: World, subject_id: str) -> list[str]:
    return [entry.act for entry in world.run(entries.history, subject_id)]


def waiting(world: World, promise_id: str) -> list[tuple[str, str, datetime]]:
    return [(slot.which, slot.person_id, slot.fire_at) for slot in world.slots(promise_id, "waiting")]


BEFORE = ("before", ANN, FRIDAY_EOD - 2 * HOUR)
MISSED = ("missed", ANN, datetime(2026, 11, 30, 14, 0, tzinfo=UTC))


def test_an_offer_is_private_and_planned_for_the_next_working_morning(world: World) -> None:
    promise_id = world.offered(FRIDAY_EOD)
    (row,) = world.rows("offer")
    assert row.lane_id == OPEN
    ((_, outgoing),) = world.send()
    assert (outgoing.method, outgoing.arguments["user"]) == ("chat.postEphemeral", ANN)
    assert waiting(world, promise_id) == [("offers", ANN, datetime(2026, 11, 24, 14, 0, tzinfo=UTC))]


def test_where_outsiders_read_the_offer_goes_to_a_dm(world: World) -> None:
    promise_id = world.offered(FRIDAY_EOD, channel=CONNECT)
    assert [row.lane_id for row in world.rows("offer")] == [ANN]
    world.run(offers.decline, promise_id, ANN)
    spoken = promises.Spoken("again", FRIDAY_EOD, None)
    world.run(lambda s: offers.offer_again(s, s.session.get_one(Promise, ("T1", promise_id)), spoken))
    assert [row.lane_id for row in world.rows("offer")] == [ANN]


def test_one_message_is_offered_once(world: World) -> None:
    said, spoken = world.said(), promises.Spoken("I'll call", FRIDAY_EOD, None)
    assert world.run(offers.offer, said, spoken) is not None
    assert world.run(offers.offer, said, spoken) is None
    assert len(world.rows("offer")) == 1


def test_tracking_opens_it_and_plans_two_nudges(world: World) -> None:
    promise_id = world.offered(FRIDAY_EOD)
    world.run(offers.track, promise_id, ANN)
    world.run(offers.track, promise_id, ANN)
    assert world.promise(promise_id).state == "open"
    assert waiting(world, promise_id) == [BEFORE, MISSED]
    assert world.rows("offer") == []
    assert acts(world, promise_id) == ["offer_promise", "track_promise"]


def test_tracking_needs_a_moment_that_is_still_to_come(world: World) -> None:
    promise_id = world.offered(None)
    with pytest.raises(MomentUnclear):
        world.run(offers.track, promise_id, ANN)
    with pytest.raises(MomentPassed):
        world.run(offers.track, promise_id, ANN, MONDAY)
    assert world.run(offers.track, promise_id, ANN, FRIDAY_EOD).due_at == FRIDAY_EOD


def test_no_promise_keeps_no_words(world: World) -> None:
    promise_id = world.offered(FRIDAY_EOD)
    for _ in range(2):
        world.run(offers.decline, promise_id, ANN)
    found = world.promise(promise_id)
    assert (found.state, found.words) == ("declined", "")
    assert waiting(world, promise_id) == []
    assert acts(world, promise_id) == ["offer_promise", "decline_promise"]


def test_an_unanswered_offer_is_reminded_once_and_lapses_that_evening(world: World) -> None:
    first, second = world.offered(FRIDAY_EOD), world.offered(None)
    world.now = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    assert world.told() == [(ANN, "offers, offers")], "both in one message"
    world.now = datetime(2026, 11, 24, 21, 59, tzinfo=UTC)
    assert world.run(offers.expire_due) == 0
    world.later(minutes=1)
    assert world.run(offers.expire_due) == 2
    assert [(world.promise(one).state, world.promise(one).words) for one in (first, second)] == [("expired", "")] * 2
    world.later(days=1)
    assert world.told() == []


def test_an_offer_whose_speaker_has_left_lapses_instead_of_waiting_for_ever(world: World) -> None:
    promise_id = world.offered(FRIDAY_EOD)
    world.run(lambda scope: people.remember(scope, [PersonFacts(ANN, "ann", is_deleted=True)]))
    world.now = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    assert world.told() == []
    assert world.run(offers.expire_due) == 1
    assert world.promise(promise_id).state == "expired"


def test_an_offer_tracked_while_its_reminder_is_under_way_ends_its_slot_once(world: World) -> None:
    promise_id = world.offered(FRIDAY_EOD)
    world.now = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    world.fire()
    world.run(offers.track, promise_id, ANN)
    (reminder,) = [slot for slot in world.slots(promise_id) if slot.which == "offers"]
    assert reminder.state == "skipped"
    world.run(lambda s: nudging.said(s, s.session.get_one(type(reminder), ("T1", reminder.id))))
    assert [slot.state for slot in world.slots(promise_id) if slot.which == "offers"] == ["skipped"]
    assert world.promise(promise_id).expires_at is None


def test_an_offer_whose_message_changed_follows_it(world: World) -> None:
    promise_id = world.offered(FRIDAY_EOD)

    def change(spoken: promises.Spoken | None) -> None:
        world.run(lambda s: offers.edited(s, s.session.get_one(Promise, ("T1", promise_id)), spoken))

    change(promises.Spoken("I'll call her", FRIDAY_EOD + HOUR, None))
    assert (world.promise(promise_id).words, world.promise(promise_id).due_at) == ("I'll call her", FRIDAY_EOD + HOUR)
    change(None)
    assert (world.promise(promise_id).state, world.promise(promise_id).words) == ("expired", "")
    assert waiting(world, promise_id) == []


def test_kept(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    for _ in range(2):
        world.run(promises.keep, promise_id, ANN)
    found = world.promise(promise_id)
    assert (found.state, found.was_late) == ("kept", False)
    assert waiting(world, promise_id) == []
    assert acts(world, promise_id) == ["make_promise", "keep_promise"]


def test_kept_after_it_was_missed_is_kept_late(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    world.now = FRIDAY_EOD + HOUR
    assert world.run(promises.note_misses) == 1
    assert world.run(promises.note_misses) == 0
    world.run(promises.keep, promise_id, ANN)
    assert world.promise(promise_id).was_late
    assert acts(world, promise_id) == ["make_promise", "miss_promise", "keep_promise"]


def test_kept_late_is_late_even_if_no_tick_saw_it(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    world.now = FRIDAY_EOD + HOUR
    world.run(promises.keep, promise_id, ANN)
    assert world.promise(promise_id).was_late


def test_moved_cancels_the_old_nudges_and_plans_new_ones(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    world.now = FRIDAY_EOD - 2 * HOUR
    world.fire()
    assert len(world.rows("nudge")) == 1
    later = FRIDAY_EOD + timedelta(days=3)
    world.run(promises.move, promise_id, ANN, later, "she is away")
    assert world.rows("nudge") == []
    assert [which for which, _, _ in waiting(world, promise_id)] == ["before", "missed"]
    entry = world.run(entries.history, promise_id)[-1]
    assert entry.details == {"before": FRIDAY_EOD.isoformat(), "due": later.isoformat(), "why": "she is away"}


def test_moved_and_moved_back_is_still_nudged(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    world.run(promises.move, promise_id, ANN, FRIDAY_EOD + HOUR)
    world.run(promises.move, promise_id, ANN, FRIDAY_EOD)
    assert waiting(world, promise_id) == [BEFORE, MISSED]


def test_a_moment_missed_before_it_was_moved_stays_a_fact(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    world.now = FRIDAY_EOD + HOUR
    world.run(promises.note_misses)
    world.run(promises.move, promise_id, ANN, FRIDAY_EOD + timedelta(days=4))
    assert world.promise(promise_id).missed_at == FRIDAY_EOD
    assert not world.run(lambda s: promise_views.promise(s, s.session.get_one(Promise, ("T1", promise_id)))).is_missed


def test_withdrawn_with_a_reason_and_reopened(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    world.run(promises.withdraw, promise_id, ANN, "not ours to give")
    assert (world.promise(promise_id).state, world.promise(promise_id).reason) == ("withdrawn", "not ours to give")
    assert waiting(world, promise_id) == []
    world.run(promises.reopen, promise_id, ANN)
    assert (world.promise(promise_id).state, world.promise(promise_id).reason) == ("open", None)
    assert waiting(world, promise_id) == [BEFORE, MISSED]


def test_what_was_said_is_not_said_again_after_reopening(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    world.now = FRIDAY_EOD - 2 * HOUR
    assert world.told() == [(ANN, "before")]
    world.run(promises.keep, promise_id, ANN)
    world.run(promises.reopen, promise_id, ANN)
    assert waiting(world, promise_id) == [MISSED]


def test_kept_by_mistake_and_reopened_after_its_moment_is_nudged(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    world.run(promises.keep, promise_id, ANN)
    world.now = datetime(2026, 11, 30, 15, 0, tzinfo=UTC)
    world.run(promises.reopen, promise_id, ANN)
    assert waiting(world, promise_id) == [("missed", ANN, world.now + HOUR)]


def test_muted_until_moved(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    world.run(promises.mute, promise_id, ANN)
    world.now = FRIDAY_EOD - 2 * HOUR
    assert world.told() == []
    world.run(promises.move, promise_id, ANN, FRIDAY_EOD + HOUR)
    assert len(waiting(world, promise_id)) == 2


SETTLING: list[tuple[Any, tuple[Any, ...]]] = [
    (promises.keep, ()),
    (promises.withdraw, ("why",)),
    (promises.move, (FRIDAY_EOD,)),
    (promises.reopen, ()),
    (promises.mute, ()),
    (promises.unmute, ()),
]


@pytest.mark.parametrize(("act", "rest"), SETTLING)
def test_only_the_promiser_acts_and_others_learn_no_more_than_slack_shows(
    world: World, act: Any, rest: tuple[Any, ...]
) -> None:
    open_one, private = world.promised(FRIDAY_EOD), world.promised(FRIDAY_EOD, channel=PRIVATE)
    with pytest.raises(NotYourPromise, match=ANN):
        world.run(act, open_one, CAT, *rest)
    with pytest.raises(PromiseGone):
        world.run(act, private, CAT, *rest)
    with pytest.raises(PromiseGone):
        world.run(act, "no such promise", CAT, *rest)


def test_what_the_graph_has_no_edge_for_says_what_it_is(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    world.run(promises.keep, promise_id, ANN)
    for act, rest in ((promises.withdraw, ("why",)), (promises.move, (FRIDAY_EOD,)), (promises.mute, ())):
        with pytest.raises(PromiseSettled, match="already kept"):
            world.run(act, promise_id, ANN, *rest)
    with pytest.raises(PromiseSettled):
        world.run(offers.decline, promise_id, ANN)
    assert ("kept", "open") in PROMISE_MOVES["reopen"]


def test_reading_can_be_switched_off_per_person_and_channel(world: World) -> None:
    assert world.run(offers.may_read, ANN, OPEN)
    world.run(people.set_promise_reading, ANN, False)
    assert not world.run(offers.may_read, ANN, OPEN)
    world.run(people.set_promise_reading, ANN, True)
    world.run(people.set_channel, OPEN, people.ChannelChoices("careful", promises=False), ANN)
    assert not world.run(offers.may_read, ANN, OPEN)
    world.run(people.set_channel, OPEN, people.ChannelChoices("off"), ANN)
    assert not world.run(offers.may_read, ANN, OPEN)
    assert not world.run(offers.may_read, None, OPEN)


# Hand-offs


def test_a_hand_off_that_is_accepted_moves_the_promise_and_its_nudges(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    offered = world.run(hand_offs.offer, promise_id, ANN, BEN, "please")
    assert world.promise(promise_id).user_id == ANN, "until then it stays where it is"
    world.run(hand_offs.answer, offered.id, BEN, True)
    assert world.promise(promise_id).user_id == BEN
    assert {person for _, person, _ in waiting(world, promise_id)} == {BEN}
    assert [row.lane_id for row in world.rows("hand_off_answer")] == [ANN]
    with pytest.raises(PromiseSettled):
        world.run(hand_offs.answer, offered.id, BEN, False)


def test_handed_over_and_back_the_first_one_is_nudged_again(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    for giver, taker in ((ANN, BEN), (BEN, ANN)):
        offered = world.run(hand_offs.offer, promise_id, giver, taker)
        world.run(hand_offs.answer, offered.id, taker, True)
    assert waiting(world, promise_id) == [BEFORE, MISSED]


def test_who_takes_over_a_missed_promise_is_nudged_too(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    world.now = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)
    assert world.told() == [(ANN, "missed")]
    offered = world.run(hand_offs.offer, promise_id, ANN, DAN)
    world.run(hand_offs.answer, offered.id, DAN, True)
    assert waiting(world, promise_id) == [("missed", DAN, world.now + HOUR)]


def test_a_hand_off_that_is_declined_changes_nothing(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    offered = world.run(hand_offs.offer, promise_id, ANN, BEN)
    world.run(hand_offs.answer, offered.id, BEN, False)
    assert world.promise(promise_id).user_id == ANN
    assert waiting(world, promise_id) == [BEFORE, MISSED]


def test_a_promise_that_ends_lapses_its_hand_off(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    offered = world.run(hand_offs.offer, promise_id, ANN, BEN)
    world.run(promises.keep, promise_id, ANN)
    assert world.run(hand_offs.waiting_for, BEN) == []
    assert "hand_off" not in {row.purpose for row, _ in world.send()}
    with pytest.raises(PromiseSettled):
        world.run(hand_offs.answer, offered.id, BEN, True)


def test_nobody_is_handed_what_they_could_not_see(world: World) -> None:
    private = world.promised(FRIDAY_EOD, channel=PRIVATE)
    for nobody in (ANN, CAT, GONE, "UNEVERSEEN"):
        with pytest.raises(NotAllowed):
            world.run(hand_offs.offer, private, ANN, nobody)
    offered = world.run(hand_offs.offer, private, ANN, BEN)
    with pytest.raises(PromiseGone):
        world.run(hand_offs.answer, offered.id, CAT, True)


def test_two_who_take_over_at_once_are_one(world: World) -> None:
    promise_id = world.promised(FRIDAY_EOD)
    offered = world.run(hand_offs.offer, promise_id, ANN, BEN)
    refused: list[Exception] = []

    def accept() -> None:
        try:
            world.run(hand_offs.answer, offered.id, BEN, True)
        except PromiseSettled as error:
            refused.append(error)

    world.at_once(accept, accept, accept)
    assert len(refused) == 2


def test_a_promise_on_a_mention_shows_on_its_card(world: World) -> None:
    mention_id = world.share().mention_id
    promise_id = world.promised(FRIDAY_EOD, mention_id=mention_id)
    shown = world.run(lambda s: views.card(s, mentions.get(s, mention_id))).promises
    assert [one.id for one in shown] == [promise_id]
    assert world.run(promises.has_open, mention_id, ANN)
    assert not world.run(promises.has_open, mention_id, EVA)
