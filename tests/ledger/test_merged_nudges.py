"""Several nudges of one person at one time are one message; each slot still ends once, for its own reason."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot import outbox
from bot.database import Scope
from bot.facts import Silence
from bot.ledger import hand_offs, mentions, nudge_speech, offers, people, promise_views, promises, slots, speech
from bot.messages import nudges
from bot.messages.nudge_views import NudgeView
from bot.models import Promise
from bot.outbox import OutboxRow
from tests.support.statements import statements
from tests.support.world import ANN, BEN, DAN, EVA, World


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """November 2026 in UTC; New York is five hours behind, Berlin one ahead."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def due_together(world: World, number: int = 2) -> list[str]:
    """Promises of Ann's whose first nudges are due on Tuesday 13:00 in New York, and which are queued."""
    found = [world.promised(at(24, 20)) for _ in range(number)]
    world.now = at(24, 18)
    world.fire()
    return found


def states(world: World, promise_id: str) -> dict[str, tuple[str, str | None]]:
    return {slot.which: (slot.state, slot.reason) for slot in world.slots(promise_id)}


def only_row(world: World) -> OutboxRow:
    (row,) = world.rows("nudge", state=None)
    return row


def change(world: World, row_id: str, state: str) -> None:
    """What the sender does with a row."""

    def do(scope: Scope) -> None:
        row = scope.session.get_one(OutboxRow, (scope.team_id, row_id))
        if state == "started":
            outgoing = speech.render(scope, row)
            assert not isinstance(outgoing, Silence)
            outbox.mark_started(scope, row, row.lane_id, outgoing)
        elif state == "waiting":
            outbox.put_back(scope, row, scope.now, "busy")
        elif state == "sent":
            outbox.mark_sent(scope, row, "1.1")
            speech.said(scope, row, row.lane_id, "1.1")
        else:
            outbox.mark_refused(scope, row, "no")
            speech.refused(scope, row, "no_such_person")

    world.run(do)


# One message


def test_what_is_due_together_is_told_in_one_message(world: World) -> None:
    first, second = due_together(world)
    ((row, outgoing),) = world.send()
    assert str(outgoing.arguments).count("You promised this for") == 2
    assert (row.lane_id, row.subject_id, row.slot_id) == (ANN, None, None)
    assert states(world, first)["before"] == states(world, second)["before"] == ("sent", None)


def test_what_falls_due_while_another_waits_joins_it(world: World) -> None:
    world.promised(at(24, 20))
    world.promised(at(24, 20, 30))
    world.now = at(24, 18)
    world.fire()
    assert only_row(world).slot_id is not None
    world.now = at(24, 18, 30)
    world.fire()
    assert len(outbox.slots_of(only_row(world))) == 2
    assert world.told() == [(ANN, "before, before")]


def test_everybody_has_a_message_of_their_own(world: World) -> None:
    for by in (ANN, DAN, ANN, DAN):
        world.promised(at(24, 20), by)
    world.now = at(24, 18)
    assert sorted(world.told()) == [(ANN, "before, before"), (DAN, "before, before")]


def test_after_two_days_away_it_is_one_message_and_of_each_promise_the_latest_step(world: World) -> None:
    world.join("product", ANN)
    late, coming = world.promised(at(24, 20)), world.promised(at(26, 20))
    world.offered(at(30, 20))
    mention_id = world.share(by=EVA).mention_id
    world.now = at(26, 18, 30)
    ((to, which),) = world.told()
    assert (to, which) == (ANN, "missed, before, unclaimed, offers")
    assert states(world, late)["before"] == ("skipped", "overtaken by its due moment")
    assert states(world, late)["missed"] == ("sent", None)
    assert states(world, coming)["before"] == states(world, mention_id)["unclaimed"] == ("sent", None)
    world.later(minutes=10)
    assert world.told() == []


def test_however_many_are_due_a_person_has_one_message(world: World) -> None:
    for _ in range(70):
        world.promised(at(24, 20))
        world.promised(at(24, 20), DAN)
    world.now = at(24, 18)
    world.fire()
    assert sorted(len(outbox.slots_of(row)) for row in world.rows("nudge")) in ([70, 70], [0, 70])
    world.fire()
    world.fire()
    assert [len(outbox.slots_of(row)) for row in world.rows("nudge")] == [70, 70]
    world.send()
    assert {slot.state for slot in world.slots() if slot.which == "before"} == {"sent"}


def test_the_two_nudges_of_one_mention_are_one(world: World) -> None:
    """Asked for one department and head of another: the later step is told."""
    product, finance = world.join("product", ANN), world.join("finance", ANN)
    mention_id = world.share(by=EVA, concerned=("product",)).mention_id
    world.run(lambda s: slots.plan_unclaimed_head(s, mentions.get(s, mention_id), ANN))
    world.later(hours=4)
    assert world.told() == [(ANN, "unclaimed_head")]
    assert states(world, mention_id)["unclaimed"] == ("skipped", "overtaken by a later step")
    assert product != finance


def test_what_all_nudges_of_a_message_need_is_read_together(world: World) -> None:
    """Acks wait for whoever writes: each nudge more costs what it decides and writes, and no looking up of people."""
    world.join("product", DAN)
    counts = []
    for number, day in ((2, 24), (12, 25)):
        for _ in range(number):
            world.promised(at(day, 20), mention_id=world.share().mention_id)
        world.now = at(day, 21)
        world.fire()
        (row,) = [one for one in world.rows("nudge") if one.lane_id == ANN]
        with statements(world.engine) as asked:
            world.send_row(row.id)
        counts.append(len(asked))
    assert counts[1] - counts[0] <= 10 * 10, counts


# Settled meanwhile


def test_what_was_settled_before_is_left_out_and_one_alone_looks_like_itself(world: World) -> None:
    kept, owed = due_together(world)
    world.run(promises.keep, kept, ANN)
    assert states(world, kept)["before"] == ("skipped", "kept")
    ((row, outgoing),) = [one for one in world.send() if one[0].purpose == "nudge"]
    shown = world.run(lambda s: promise_views.promise(s, s.session.get_one(Promise, ("T1", owed))))
    assert outgoing.arguments["text"] == nudges.nudge_before(NudgeView(shown, world.now)).text
    assert "Done" in str(outgoing.arguments)
    assert "wait for you" not in str(outgoing.arguments)
    assert (row.subject_id, states(world, owed)["before"]) == (owed, ("sent", None))


def test_when_all_is_settled_nothing_waits(world: World) -> None:
    for promise_id in due_together(world, 3):
        world.run(promises.keep, promise_id, ANN)
    assert only_row(world).state == "cancelled"


@pytest.mark.parametrize("act", ["move", "mute", "withdraw", "hand over"])
def test_whatever_settles_one_leaves_the_other(world: World, act: str) -> None:
    one, other = due_together(world)
    match act:
        case "move":
            world.run(promises.move, one, ANN, at(27, 20))
        case "mute":
            world.run(promises.mute, one, ANN)
        case "withdraw":
            world.run(promises.withdraw, one, ANN, "why")
        case _:
            world.run(hand_offs.answer, world.run(hand_offs.offer, one, ANN, DAN).id, DAN, True)
    assert (ANN, "before") in world.told()
    assert states(world, other)["before"] == ("sent", None)


def test_a_message_under_way_says_all_its_slots_whatever_is_settled_then(world: World) -> None:
    kept, owed = due_together(world)
    row = only_row(world)
    change(world, row.id, "started")
    world.run(promises.keep, kept, ANN)
    assert states(world, kept) == {"before": ("queued", None), "missed": ("skipped", "kept")}
    change(world, row.id, "sent")
    assert states(world, kept)["before"] == states(world, owed)["before"] == ("sent", None)


def test_a_message_that_slack_refused_ends_all_its_slots(world: World) -> None:
    found = due_together(world)
    change(world, only_row(world).id, "started")
    change(world, only_row(world).id, "failed")
    for promise_id in found:
        assert states(world, promise_id)["before"] == ("skipped", "Slack said no_such_person")


def test_a_message_put_back_is_said_together_with_what_came_meanwhile(world: World) -> None:
    first, second = due_together(world)
    going = only_row(world).id
    change(world, going, "started")
    third = world.promised(at(24, 20, 10))
    world.now = at(24, 18, 10)
    world.fire()
    change(world, going, "waiting")
    assert world.told() == [(ANN, "before, before, before")]
    for promise_id in (first, second, third):
        assert states(world, promise_id)["before"] == ("sent", None)


def test_the_sender_and_a_keeper_meet(postgresql_world: World) -> None:
    """The message is being started and not yet committed: the keeper waits, and finds that it was said."""
    world = postgresql_world
    kept, owed = due_together(world)
    row_id = only_row(world).id
    with Session(world.engine) as sending, sending.begin():
        scope = Scope(sending, world.team_id, world.now, world.new_id)
        row = sending.get_one(OutboxRow, ("T1", row_id), with_for_update=True)
        outgoing = speech.render(scope, row)
        assert not isinstance(outgoing, Silence)
        outbox.mark_started(scope, row, ANN, outgoing)
        sending.flush()
        keeping = threading.Thread(target=lambda: world.run(promises.keep, kept, ANN))
        keeping.start()
        keeping.join(0.2)
        assert keeping.is_alive()
    keeping.join(10)
    assert states(world, kept)["before"] == ("queued", None)
    change(world, row_id, "sent")
    assert states(world, owed)["before"] == states(world, kept)["before"] == ("sent", None)


# Moments


def test_in_quiet_hours_all_of_it_waits(world: World) -> None:
    for _ in range(2):
        world.promised(at(24, 20))
    world.now = at(24, 21)
    world.fire()
    world.now = at(24, 22, 30)  # half past five in New York
    assert world.send() == []
    waiting = [(slot.state, slot.fire_at) for slot in world.slots() if slot.which == "missed"]
    assert waiting == [("waiting", at(25, 14))] * 2
    world.now = at(25, 14)
    assert world.told() == [(ANN, "missed, missed")]


def test_a_head_who_waits_for_a_colleague_hears_the_rest_now(world: World) -> None:
    world.join("product", DAN)
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    promise_id = world.promised(at(24, 20), mention_id=mention_id)
    world.now = at(24, 21)
    assert world.told() == [(ANN, "missed")]
    own = world.promised(at(25, 22, 59), DAN)
    world.now = at(25, 21)
    world.fire()
    assert len(outbox.slots_of(world.rows("nudge")[0])) == 2
    world.run(hand_offs.offer, promise_id, ANN, BEN)
    assert ("nudge", own) in [(row.purpose, row.subject_id) for row, _ in world.send()]
    (head,) = [slot for slot in world.slots(promise_id) if slot.which == "head"]
    assert (head.state, head.fire_at > world.now) == ("waiting", True)


def test_of_each_miss_the_head_hears_as_it_was_told(world: World) -> None:
    world.join("product", DAN)
    mention_id = world.share().mention_id
    found = [world.promised(at(24, 20), mention_id=mention_id) for _ in range(14)]
    world.now = at(24, 21)
    world.fire()
    ((_, outgoing),) = [one for one in world.send() if one[0].purpose == "nudge"]
    assert str(outgoing.arguments).count(f"<@{DAN}> hears of it tomorrow 16:00") == 12
    assert "Heads hear of what is past due there from tomorrow 16:00 on" in str(outgoing.arguments)
    for promise_id in found:
        (head,) = [slot for slot in world.slots(promise_id) if slot.which == "head"]
        assert (head.person_id, head.fire_at) == (DAN, at(25, 21))
    world.now = at(25, 21)
    assert world.told() == [(DAN, ", ".join(["head"] * 14))]


def test_offers_lapse_when_the_message_said(world: World) -> None:
    """Worded before noon and found in Slack after it: what people read counts."""
    first, second = world.offered(at(30, 20)), world.offered(None)
    world.now = at(24, 17, 59)  # 12:59 in New York: half of the day is left
    world.fire()
    row = only_row(world)
    change(world, row.id, "started")
    world.later(hours=1)
    change(world, row.id, "sent")
    assert {world.promise(one).expires_at for one in (first, second)} == {at(24, 22)}
    world.now = at(24, 22)
    assert world.run(offers.expire_due) == 2


def test_late_in_the_day_the_message_says_tomorrow(world: World) -> None:
    world.offered(at(30, 20))
    world.now = at(24, 21)
    world.fire()
    ((_, outgoing),) = [one for one in world.send() if one[0].purpose == "nudge"]
    assert "what you don't answer by tomorrow 17:00 lapses" in str(outgoing.arguments)


# What a message was about


def reacted_to(world: World) -> str | None:
    world.run(people.remember_dm, ANN, ANN)
    found = world.run(nudge_speech.promise_at, ANN, ANN, str(only_row(world).ts))
    return found.id if found else None


def test_a_reaction_means_no_promise_of_several(world: World) -> None:
    due_together(world)
    world.send()
    assert reacted_to(world) is None


def test_a_reaction_means_the_only_promise_that_was_told(world: World) -> None:
    kept, owed = due_together(world)
    world.run(promises.keep, kept, ANN)
    world.send()
    assert reacted_to(world) == owed


def test_a_reaction_means_the_only_promise_beside_a_mention(world: World) -> None:
    world.join("product", ANN)
    world.share(by=EVA)
    promise_id = world.promised(at(23, 21))
    world.later(hours=4)
    assert world.told() == [(ANN, "before, unclaimed")]
    assert reacted_to(world) == promise_id


def test_a_reaction_to_an_offer_keeps_nothing(world: World) -> None:
    promise_id = world.offered(at(30, 20))
    world.now = at(24, 14)
    world.told()
    world.run(offers.track, promise_id, ANN)
    assert reacted_to(world) is None


def test_what_is_left_of_it_is_what_was_not_settled(world: World) -> None:
    first, second, third = due_together(world, 3)
    world.send()
    ts = str(only_row(world).ts)

    def left(user: str = ANN) -> str:
        return str(world.run(nudge_speech.left, user, ANN, ts))

    world.run(promises.keep, first, ANN)
    assert "2 things wait for you" in left()
    world.run(promises.mute, second, ANN)
    world.now = at(24, 21)  # past the moment it is still to be settled
    assert third in left()
    assert not {first, second} & set(left().split("'"))
    assert left(BEN) == "None"
    world.run(promises.move, third, ANN, world.now + timedelta(days=1))
    assert left() == "None"
