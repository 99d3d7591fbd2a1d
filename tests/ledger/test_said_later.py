"""What waits for somebody's working hours is said then, once, and holds nothing else up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.ledger import leads, mentions, newcomers, offers, requests
from bot.ledger.promises import Spoken
from bot.models import Teammate
from tests.support.world import ANN, BEN, CAT, World

NIGHT = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
"""17:00 in New York, 23:00 in Berlin."""
DAY = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
"""11:00 in New York."""
MORNING = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


def closed_at_night(world: World) -> str:
    """Ben shared it, and sleeps; Ann ends it."""
    mention_id = world.share(by=BEN).mention_id
    world.now = NIGHT
    world.claim(mention_id, ANN)
    world.run(mentions.mark_answered, mention_id, ANN)
    return mention_id


def heard(world: World, who: str) -> list[str]:
    world.fire()
    return [row.purpose for row, _ in world.send() if row.lane_id == who]


def test_who_shared_it_hears_in_the_morning_how_it_ended(world: World) -> None:
    closed_at_night(world)
    assert heard(world, BEN) == []
    world.now = MORNING
    assert heard(world, BEN) == ["ended"]
    world.later(hours=1)
    assert heard(world, BEN) == []


def test_what_was_opened_again_over_night_is_not_told_as_ended(world: World) -> None:
    mention_id = closed_at_night(world)
    world.run(mentions.undo_answered, mention_id, ANN)
    world.now = MORNING
    assert heard(world, BEN) == []


def test_whoever_is_on_it_hears_that_the_customer_spoke_again(world: World) -> None:
    mention_id = closed_at_night(world)
    world.run(mentions.customer_spoke, mention_id)
    assert heard(world, ANN) == []
    world.now = DAY
    world.fire()
    (said,) = [outgoing for row, outgoing in world.send() if row.lane_id == ANN]
    assert "The customer spoke again" in str(said)
    assert heard(world, ANN) == []


def test_whoever_is_on_it_hears_who_opened_it_again_and_who_did_it_hears_nothing(world: World) -> None:
    mention_id = closed_at_night(world)
    world.run(mentions.undo_answered, mention_id, BEN)
    world.now = DAY
    world.fire()
    (said,) = [outgoing for row, outgoing in world.send() if row.lane_id == ANN]
    assert f"<@{BEN}> says that the customer has no answer yet" in str(said)
    world.run(mentions.mark_answered, mention_id, ANN)
    world.run(mentions.undo_answered, mention_id, ANN)
    assert heard(world, ANN) == []


def test_what_was_answered_meanwhile_is_not_told_as_open(world: World) -> None:
    mention_id = closed_at_night(world)
    world.run(mentions.customer_spoke, mention_id)
    world.run(mentions.mark_answered, mention_id, BEN)
    world.now = DAY
    assert heard(world, ANN) == []


def test_an_offer_of_the_lead_that_lapses_at_night_is_told_in_the_morning(world: World) -> None:
    mention_id = world.share().mention_id
    world.claim(mention_id, BEN)
    world.now = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    asked = world.run(leads.offer, mention_id, BEN, ANN)
    assert heard(world, ANN) == ["lead_offer"]
    world.now = asked.lapses_at + timedelta(minutes=1)
    assert world.run(leads.lapse_due) == 1
    assert heard(world, BEN) == []
    world.now = MORNING
    assert heard(world, BEN) == ["lead_answer"]


def test_a_request_that_lapsed_and_was_taken_up_again_is_told_once(world: World) -> None:
    world.now = NIGHT - timedelta(hours=3)
    promise_id = world.requested(NIGHT + timedelta(days=3), of=ANN, by=BEN)
    assert heard(world, ANN) == ["request"]
    world.now = world.promise(promise_id).expires_at or world.now
    assert world.run(offers.expire_due) == 1
    assert heard(world, BEN) == []
    world.later(hours=1)
    world.run(requests.reconsider, promise_id, ANN)
    world.run(offers.track, promise_id, ANN)
    assert heard(world, BEN) == ["request_answer"]
    world.now = MORNING + timedelta(days=1)
    assert "request_answer" not in heard(world, BEN)


def test_an_asker_hears_the_answer_though_another_asked_before(world: World) -> None:
    """Eva's answer still waits when Cat asks for the same."""
    said = world.said(by=ANN)
    wanted = requests.Asking(ANN, Spoken("call her", NIGHT + timedelta(days=2), None), said)
    promise_id = world.run(requests.ask, wanted, BEN).id
    world.run(offers.decline, promise_id, ANN)
    world.run(requests.ask, wanted, CAT)
    world.run(offers.track, promise_id, ANN)
    assert [row.lane_id for row, _ in world.send() if row.purpose == "request_answer"] == [CAT]


def test_the_guide_to_who_came_at_night_waits_for_their_morning(world: World) -> None:
    world.now = NIGHT
    world.run(lambda s: setattr(s.session.get_one(Teammate, (s.team_id, BEN)), "guided_at", None))
    assert world.run(newcomers.arrived, BEN)
    assert not world.rows("guide"), "a row that waits so long is taken for one of before the clock went back"
    assert heard(world, BEN) == []
    world.now = MORNING
    assert heard(world, BEN) == ["guide"]
    assert not world.run(newcomers.arrived, BEN)
