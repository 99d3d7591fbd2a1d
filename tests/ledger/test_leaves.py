"""Somebody is not there: who stands in, that nothing is taken from them, and that they are told once what happened."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine

from bot.facts import PersonFacts
from bot.ledger import (
    departments,
    entries,
    firing,
    hand_offs,
    leads,
    leaves,
    mentions,
    orphans,
    people,
    shares,
    slots,
    tags,
)
from bot.ledger.departments import Arrangement
from bot.models import HandOff, LeadOffer, Promise
from tests.support.world import ANN, BEN, CAT, DAN, EVA, OPEN, World

NEXT_WEEK = timedelta(days=9)


def status(world: World, user_id: str = ANN, until: datetime | None = None, *, is_away: bool = True) -> None:
    """Slack tells of a changed status, as the event is applied."""
    zone = world.run(people.hours_of, user_id).zone
    facts = [PersonFacts(user_id, user_id, zone=zone, is_away=is_away, away_until=until)]

    def apply(scope: object) -> None:
        changed = leaves.changed(scope, facts)  # type: ignore[arg-type]
        people.remember(scope, facts)  # type: ignore[arg-type]
        for one in changed:
            leaves.follow(scope, one)  # type: ignore[arg-type]

    world.run(apply)


def gone(world: World, user_id: str) -> None:
    facts = [PersonFacts(user_id, user_id, is_deleted=True)]

    def apply(scope: object) -> None:
        people.remember(scope, facts)  # type: ignore[arg-type]
        orphans.leave(scope, user_id)  # type: ignore[arg-type]

    world.run(apply)


def owned(world: World, *user_ids: str, urgent: bool = False) -> str:
    """A mention of product's; these people are on it, the first leads."""
    mention_id = world.share(urgent=urgent).mention_id
    for user_id in user_ids:
        world.claim(mention_id, user_id)
        world.later(seconds=1)
    return mention_id


def lead(world: World, mention_id: str) -> str | None:
    return next((one.user_id for one in world.run(shares.of_mention, mention_id) if one.is_lead), None)


def asked(world: World, mention_id: str) -> LeadOffer | None:
    return world.run(leads.waiting, mention_id)


def handed(world: World, promise_id: str) -> list[tuple[str, str]]:
    rows = world.run(lambda s: s.session.query(HandOff).order_by(HandOff.id).all())
    return [(one.to_id, one.state) for one in rows if one.promise_id == promise_id]


def answer(world: World, mention_id: str, accepted: bool) -> str:
    standing = asked(world, mention_id)
    assert standing is not None
    world.run(leads.answer, standing.id, standing.to_id, accepted)
    return standing.to_id


def purposes(world: World, to: str) -> list[str]:
    return [row.purpose for row in world.rows() if row.lane_id == to]


def test_a_co_owner_is_asked_to_stand_in_and_nothing_is_taken(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = owned(world, ANN, BEN)
    status(world, until=world.now + NEXT_WEEK)
    standing = asked(world, mention_id)
    assert standing is not None
    assert (standing.from_id, standing.to_id, standing.why) == (ANN, BEN, "leave")
    assert lead(world, mention_id) == ANN
    assert {one.user_id: one.state for one in world.run(shares.of_mention, mention_id)}[ANN] == "claimed"


def test_after_co_owners_the_duty_is_asked_then_the_head_and_each_once(engine: Engine) -> None:
    world = World(engine).install()
    product = world.join("product", DAN, CAT)
    world.run(departments.arrange, product, Arrangement(DAN, (CAT,), None, None), DAN)
    mention_id = owned(world, ANN, BEN)
    status(world, until=world.now + NEXT_WEEK)
    assert [answer(world, mention_id, False) for _ in range(3)] == [BEN, CAT, DAN]
    assert asked(world, mention_id) is None
    acts = [(one.act, one.details.get("to")) for one in world.run(entries.history, mention_id)]
    assert [to for act, to in acts if act == "ask_stand_in"] == [BEN, CAT, DAN]


def test_who_does_not_answer_is_passed_over(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN)
    mention_id = owned(world, ANN, BEN)
    status(world, until=world.now + NEXT_WEEK)
    world.later(hours=20)
    world.run(leads.lapse_due)
    standing = asked(world, mention_id)
    assert standing is not None
    assert standing.to_id == DAN
    assert "lead_answer" not in purposes(world, ANN)


def test_the_lead_goes_back_to_who_returns_and_both_are_told_once(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = owned(world, ANN, BEN)
    status(world, until=world.now + NEXT_WEEK)
    answer(world, mention_id, True)
    assert lead(world, mention_id) == BEN
    world.send()
    assert not purposes(world, ANN)
    world.later(days=10)
    world.fire()
    assert lead(world, mention_id) == ANN
    states = {one.user_id: one.state for one in world.run(shares.of_mention, mention_id)}
    assert (states[ANN], states[BEN]) == ("claimed", "claimed")
    said = {row.purpose: (row.lane_id, outgoing) for row, outgoing in world.send()}
    assert (said["lead_back"][0], said["welcome_back"][0]) == (BEN, ANN)
    assert "you lead again" in str(said["welcome_back"][1])
    status(world, is_away=False)
    world.later(days=1)
    world.fire()
    assert "welcome_back" not in purposes(world, ANN)


def test_whose_status_ends_early_is_back_at_their_next_working_moment(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = owned(world, ANN, BEN)
    status(world)
    world.later(hours=1)
    status(world, is_away=False)
    world.fire()
    assert asked(world, mention_id) is None
    (row,) = world.rows("welcome_back")
    assert row.lane_id == ANN
    assert not world.rows(leads.OFFER)
    world.send()


def test_a_leave_of_two_hours_asks_nobody(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = owned(world, ANN, BEN)
    status(world, until=world.now + timedelta(hours=2))
    assert asked(world, mention_id) is None


def test_where_somebody_on_leave_was_asked_another_is_asked_as_well(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN, CAT)
    mention_id = world.share(by=BEN).mention_id
    world.send()
    status(world, DAN, world.now + NEXT_WEEK)
    assert [tag.asked_id for tag in world.run(tags.of_mention, mention_id)] == [CAT]
    states = {one.user_id: one.state for one in world.run(shares.of_mention, mention_id)}
    assert states == {DAN: "asked", CAT: "asked"}
    assert [row.purpose for row in world.rows() if row.lane_id == OPEN] == ["card", "ping"]
    world.later(hours=20)
    assert world.told() == [(CAT, "unclaimed")]


def test_a_new_mention_asks_who_is_there(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN, CAT)
    status(world, DAN, world.now + NEXT_WEEK)
    mention_id = world.share(by=BEN).mention_id
    assert [tag.asked_id for tag in world.run(tags.of_mention, mention_id)] == [CAT]


def test_an_urgent_mention_is_passed_on_for_the_night_and_back_in_the_morning(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN)
    mention_id = owned(world, BEN, urgent=True)
    world.now = world.now.replace(hour=17)  # 18:00 in Berlin, noon in New York
    world.fire()
    standing = asked(world, mention_id)
    assert standing is not None
    assert (standing.to_id, standing.why) == (DAN, "hours")
    answer(world, mention_id, True)
    assert lead(world, mention_id) == DAN
    world.later(hours=16)
    world.fire()
    assert lead(world, mention_id) == BEN


def test_what_is_not_urgent_stays_for_the_night(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN)
    mention_id = owned(world, BEN)
    world.later(hours=3)
    world.fire()
    assert asked(world, mention_id) is None


def test_a_promise_that_falls_due_in_a_leave_is_offered_and_nobody_is_nagged(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN)
    mention_id = owned(world, BEN)
    promise_id = world.promised(world.now + timedelta(days=2), ANN, mention_id=mention_id)
    status(world, until=world.now + NEXT_WEEK)
    world.send()
    for _ in range(60):
        world.later(hours=1)
        world.run(firing.note_misses)
        world.fire()
        assert not [row for row, _ in world.send() if row.lane_id == ANN]
    assert handed(world, promise_id) == [(BEN, "offered")]
    (row,) = [row for row in world.rows("hand_off", state="sent") if row.lane_id == BEN]
    world.run(hand_offs.answer, str(row.subject_id), BEN, False)
    assert handed(world, promise_id)[1] == (DAN, "offered")
    latest = world.run(hand_offs.waiting_for, DAN)[0]
    world.run(hand_offs.answer, latest.id, DAN, True)
    assert world.promise(promise_id).user_id == DAN
    world.later(days=9)
    world.fire()
    told = [str(outgoing) for row, outgoing in world.send() if row.purpose == "welcome_back"]
    assert len(told) == 1
    assert "took this promise over" in told[0]


def test_nobody_who_is_asked_can_and_the_head_hears_with_the_reason(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN, ANN)
    mention_id = owned(world, BEN)
    promise_id = world.promised(world.now + timedelta(hours=26), ANN, mention_id=mention_id)
    status(world, until=world.now + NEXT_WEEK)
    said = []
    for _ in range(80):
        world.later(hours=1)
        world.run(firing.note_misses)
        world.fire()
        said += [(row.lane_id, str(outgoing)) for row, outgoing in world.send() if row.purpose == "nudge"]
    assert handed(world, promise_id) == [(BEN, "offered")]
    assert [(to, "is on leave" in words) for to, words in said] == [(DAN, True)]


def test_what_somebody_promised_who_is_gone_is_asked_of_others_at_once(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN)
    mention_id = owned(world, ANN, BEN)
    promise_id = world.promised(world.now + timedelta(days=3), ANN, mention_id=mention_id)
    gone(world, ANN)
    assert handed(world, promise_id) == [(BEN, "offered")]
    words = [str(outgoing) for row, outgoing in world.send() if row.purpose == "hand_off"]
    assert "has no account here any more" in words[0]
    world.run(hand_offs.answer, world.run(hand_offs.waiting_for, BEN)[0].id, BEN, True)
    assert world.promise(promise_id).user_id == BEN
    assert {slot.person_id for slot in world.slots(promise_id, "waiting")} == {BEN}


def test_a_promise_due_when_its_owner_sleeps_is_offered_to_who_works(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN)
    mention_id = owned(world, DAN)
    due = world.now.replace(hour=20)  # 21:00 in Berlin, 15:00 in New York
    promise_id = world.promised(due, EVA, mention_id=mention_id)
    world.now = due
    world.run(firing.note_misses)
    assert handed(world, promise_id) == [(DAN, "offered")]
    assert world.promise(promise_id).user_id == EVA
    world.now = due + timedelta(hours=14)
    world.fire()
    assert handed(world, promise_id) == [(DAN, "lapsed")]
    told = [str(outgoing) for row, outgoing in world.send() if row.purpose == "welcome_back"]
    assert "it is still yours" in told[0]


def test_a_promise_of_no_mention_stays_its_makers(engine: Engine) -> None:
    world = World(engine).install()
    promise_id = world.promised(world.now + timedelta(days=1), ANN)
    gone(world, ANN)
    assert handed(world, promise_id) == []
    assert world.run(lambda s: s.session.get_one(Promise, (s.team_id, promise_id))).state == "open"


def test_who_was_asked_and_goes_is_replaced(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN)
    mention_id = owned(world, ANN, BEN)
    promise_id = world.promised(world.now + timedelta(days=3), ANN, mention_id=mention_id)
    gone(world, ANN)
    gone(world, BEN)
    assert handed(world, promise_id) == [(BEN, "declined"), (DAN, "offered")]


def test_slots_at_which_something_is_done_end_and_are_not_said(engine: Engine) -> None:
    world = World(engine).install()
    owned(world, BEN, urgent=True)
    world.now = world.now.replace(hour=17)
    world.fire()
    (watch,) = [slot for slot in world.slots() if slot.which == "watch"]
    assert (watch.state, watch.reason) == ("skipped", firing.DONE)
    assert not world.rows(slots.NUDGE)


def test_a_department_that_is_not_concerned_asks_nobody_any_more_not_even_who_is_on_leave(engine: Engine) -> None:
    world = World(engine).install()
    product = world.join("product", DAN, EVA)
    mention_id = world.share().mention_id
    status(world, DAN, world.now + NEXT_WEEK)
    assert {one.user_id for one in world.run(shares.of_mention, mention_id)} == {DAN, EVA}
    world.run(mentions.leave_out, mention_id, product, BEN)
    assert world.run(shares.of_mention, mention_id) == []
    assert [slot.which for slot in world.slots(mention_id, "waiting")] == []
