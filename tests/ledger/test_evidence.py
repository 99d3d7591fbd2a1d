"""Evidence of keeping: one question at a time, seen by the promiser alone, and shown to who could open it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select

from bot.database import Scope
from bot.errors import NotYourPromise, PromiseSettled
from bot.ledger import evidence, hand_offs, promise_views, promises, views
from bot.ledger.evidence import Found
from bot.ledger.visibility import Audience
from bot.models import Evidence, Promise
from tests.support.world import ANN, BEN, CAT, OPEN, PRIVATE, World


def offer(world: World, promise_id: str, ts: str, kind: str = "words", channel: str = OPEN) -> str | None:
    def put(scope: Scope) -> str | None:
        promise = scope.session.get_one(Promise, (scope.team_id, promise_id))
        return evidence.offer(scope, promise, Found(kind, channel, ts, "1.1"))  # type: ignore[arg-type]

    return world.run(put)


def state_of(scope: Scope, evidence_id: str) -> str | None:
    return scope.session.execute(select(Evidence.state).where(Evidence.id == evidence_id)).scalar()


def test_only_the_promiser_sees_the_question_and_answers_it(world: World) -> None:
    mention_id = world.share().mention_id
    promise_id = world.promised(world.now + timedelta(hours=20), mention_id=mention_id)
    asked = str(offer(world, promise_id, "9.1"))
    (own,) = world.run(views.mine, Audience(user_id=ANN)).open
    assert own.evidence is not None
    (others,) = world.run(promise_views.listed, Audience(user_id=BEN))
    assert others.evidence is None
    (on_card,) = world.run(lambda s: views.card(s, world.mention(mention_id))).promises
    assert on_card.evidence is None
    for act in (evidence.count, evidence.refuse):
        with pytest.raises(NotYourPromise):
            world.run(act, asked, BEN)


def test_what_counted_is_linked_for_who_could_open_it(world: World) -> None:
    mention_id = world.share().mention_id
    promise_id = world.promised(world.now + timedelta(hours=20), mention_id=mention_id)
    world.run(evidence.count, str(offer(world, promise_id, "9.1", channel=PRIVATE)), ANN)
    (for_ben,) = world.run(promise_views.listed, Audience(user_id=BEN))
    (for_cat,) = world.run(promise_views.listed, Audience(user_id=CAT))
    assert for_ben.evidence is not None
    assert "GPRIVATE" in str(for_ben.evidence.link)
    assert for_cat.evidence is not None
    assert for_cat.evidence.link is None


def test_the_same_message_is_asked_about_once(world: World) -> None:
    promise_id = world.promised(world.now + timedelta(hours=20))
    world.run(evidence.refuse, str(offer(world, promise_id, "9.1")), ANN)
    assert offer(world, promise_id, "9.1") is None
    assert offer(world, promise_id, "9.2") is not None


def test_a_question_about_what_was_handed_over_is_asked_no_more(world: World) -> None:
    promise_id = world.promised(world.now + timedelta(hours=20))
    offer(world, promise_id, "9.1")
    asked = world.run(hand_offs.offer, promise_id, ANN, BEN)
    world.run(hand_offs.answer, asked.id, BEN, True)
    assert world.run(evidence.standing, promise_id) is None
    assert [row.purpose for row, _ in world.send() if row.purpose == evidence.EVIDENCE] == []


def test_the_customers_words_come_by_nudge_once_for_each_due_moment(world: World) -> None:
    world.later(hours=14)  # night in New York
    promise_id = world.promised(world.now + timedelta(hours=60))
    first = str(offer(world, promise_id, "9.1", "customer"))
    assert world.told() == []
    world.later(hours=10)
    assert world.told() == [(ANN, "evidence")]
    world.run(evidence.refuse, first, ANN)
    assert offer(world, promise_id, "9.2", "customer") is not None
    assert world.told() == []
    assert world.run(evidence.standing, promise_id) is not None, "it waits in /ours mine"


def test_two_messages_at_the_same_instant_make_one_question(postgresql_world: World) -> None:
    world = postgresql_world
    for turn in range(6):
        promise_id = world.promised(world.now + timedelta(hours=20))
        found = world.at_once(
            partial(offer, world, promise_id, f"9.{turn}1"), partial(offer, world, promise_id, f"9.{turn}2")
        )
        assert len([one for one in found if one is not None]) == 1


def test_yes_and_a_withdrawal_at_the_same_instant_end_it_once(postgresql_world: World) -> None:
    world = postgresql_world
    for turn in range(6):
        promise_id = world.promised(world.now + timedelta(hours=20))
        asked = str(offer(world, promise_id, f"9.{turn}"))

        def withdraw(one: str = promise_id) -> str:
            try:
                return world.run(promises.withdraw, one, ANN, "why").state
            except PromiseSettled:
                return "too late"

        def count(one: str = asked) -> str:
            try:
                return world.run(evidence.count, one, ANN).state
            except PromiseSettled:
                return "too late"

        assert sorted(world.at_once(withdraw, count)) in (["kept", "too late"], ["too late", "withdrawn"])
        state = world.run(state_of, asked)
        assert state == ("counted" if world.promise(promise_id).state == "kept" else "lapsed")
