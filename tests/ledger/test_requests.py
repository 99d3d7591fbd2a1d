"""A promise that was asked for: who may ask whom, who sees it, and two who click at once."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from bot.errors import AskedAlready, AskedUnfit, MentionGone, NotAllowed, PromiseGone
from bot.ledger import entries, histories, offers, people, promise_views, promises, requests, views
from bot.ledger.promises import Spoken
from bot.ledger.requests import Asking
from bot.ledger.visibility import Audience
from tests.support.world import ANN, BEN, CAT, DAN, EVA, GONE, OPEN, PRIVATE, World


def test_a_request_is_seen_by_the_two_of_them_alone(world: World) -> None:
    mention_id = world.share().mention_id
    asked = world.requested(world.now + timedelta(hours=20), ANN, EVA, mention_id)
    assert [one.id for one in world.run(views.mine, Audience(user_id=ANN)).requests] == [asked]
    assert [one.id for one in world.run(views.mine, Audience(user_id=EVA)).asked] == [asked]
    for somebody in (BEN, CAT, DAN):
        mine = world.run(views.mine, Audience(user_id=somebody))
        assert (mine.requests, mine.asked) == ((), ())
        assert world.run(promise_views.listed, Audience(user_id=somebody)) == []
        for act in (requests.agree, requests.take_back, requests.ask_again, requests.reconsider, offers.track):
            with pytest.raises(PromiseGone):
                world.run(act, asked, somebody)
    assert world.run(lambda s: views.card(s, world.mention(mention_id))).promises == ()


def test_what_was_asked_for_on_a_card_counts_once_it_is_promised(world: World) -> None:
    mention_id = world.share().mention_id
    asked = world.requested(world.now + timedelta(hours=20), ANN, EVA, mention_id)
    world.run(offers.track, asked, ANN)
    (shown,) = world.run(promise_views.listed, Audience(user_id=BEN))
    assert (shown.id, shown.asked_by) == (asked, EVA)
    (on_card,) = world.run(lambda s: views.card(s, world.mention(mention_id))).promises
    assert on_card.id == asked


def test_a_promise_of_a_private_channel_is_asked_of_its_members_only(world: World) -> None:
    mention_id = world.share(PRIVATE).mention_id
    due = world.now + timedelta(hours=20)
    spoken = Spoken("call her", due, mention_id, PRIVATE)
    with pytest.raises(NotAllowed, match="can't open this channel"):
        world.run(requests.ask, Asking(CAT, spoken), ANN)
    with pytest.raises((PromiseGone, MentionGone)):
        world.run(requests.ask, Asking(ANN, spoken), CAT)
    promise = world.run(requests.ask, Asking(BEN, spoken), ANN)
    world.run(offers.track, promise.id, BEN)
    assert world.run(promise_views.listed, Audience(user_id=CAT)) == []


@pytest.mark.parametrize("whom", [EVA, GONE, "UNOBODY"])
def test_nobody_asks_themselves_or_who_has_no_account(world: World, whom: str) -> None:
    with pytest.raises(AskedUnfit):
        world.run(requests.ask, Asking(whom, Spoken("call her", world.now + timedelta(hours=20), None)), EVA)


def test_the_same_is_asked_once(world: World) -> None:
    asking = Asking(ANN, Spoken("call her", world.now + timedelta(hours=20), None))
    world.run(requests.ask, asking, EVA)
    with pytest.raises(AskedAlready):
        world.run(requests.ask, asking, EVA)
    world.run(requests.ask, asking, BEN)  # another colleague may


def test_a_declined_request_is_no_declined_offer(world: World) -> None:
    promise_id = world.requested(world.now + timedelta(hours=20))
    world.run(offers.decline, promise_id, ANN)
    assert world.run(offers.answered_lately, ANN) == (0, 0)


def test_an_offer_of_what_was_asked_for_once_is_its_speakers_alone(world: World) -> None:
    said, due = world.said(by=ANN), world.now + timedelta(hours=20)
    asking = Asking(ANN, Spoken("call her", due, None), said)
    promise_id = world.run(requests.ask, asking, EVA).id
    world.run(offers.decline, promise_id, ANN)
    offered = Spoken("I'll see her on Friday", due, None, is_read=True)
    world.run(lambda s: offers.offer_again(s, promises.find(s, promise_id, ANN), offered))
    with pytest.raises(PromiseGone):
        world.run(histories.of_promise, promise_id, Audience(user_id=EVA))
    assert world.run(histories.of_promise, promise_id, Audience(user_id=ANN)).promises
    world.run(offers.track, promise_id, ANN)
    assert world.run(histories.of_promise, promise_id, Audience(user_id=EVA)).promises
    assert [row.lane_id for row, _ in world.send() if row.purpose == requests.ANSWER] == [EVA], "they were told no"


def test_what_waits_to_be_told_is_told_as_it_is_then(world: World) -> None:
    promise_id = world.requested(world.now + timedelta(hours=20))
    world.run(offers.decline, promise_id, ANN)
    world.run(requests.reconsider, promise_id, ANN)
    world.run(offers.track, promise_id, ANN)
    told = [(row.lane_id, row.purpose) for row, _ in world.send()]
    assert told == [(EVA, requests.ANSWER)], "not that they can't, nor a question that is answered"


def test_who_never_heard_of_a_request_does_not_hear_of_its_end(world: World) -> None:
    promise_id = world.requested(world.now + timedelta(hours=20))
    world.run(requests.take_back, promise_id, EVA)
    assert world.send() == []
    assert world.promise(promise_id).state == "expired"


def test_fine_and_i_promise_at_the_same_instant_make_one_promise(postgresql_world: World) -> None:
    world = postgresql_world
    mention_id = world.share().mention_id
    for turn in range(8):
        promise_id = world.requested(world.now + timedelta(hours=20), ANN, EVA, mention_id)
        world.run(requests.counter, promise_id, ANN, world.now + timedelta(hours=30 + turn))
        found = world.at_once(
            partial(world.run, requests.agree, promise_id, EVA), partial(world.run, offers.track, promise_id, ANN)
        )
        assert {one.state for one in found} == {"open"}
        acts = [entry.act for entry in world.run(entries.history, promise_id)]
        assert sum(act in {"agree_request", "accept_request"} for act in acts) == 1
        assert len([slot for slot in world.slots(promise_id) if slot.which == "missed"]) == 1


def test_a_withdrawal_and_a_promise_at_the_same_instant_are_one_or_the_other(postgresql_world: World) -> None:
    world = postgresql_world
    for _ in range(8):
        promise_id = world.requested(world.now + timedelta(hours=20))

        def try_to(act: object, by: str, one: str = promise_id) -> str:
            try:
                return str(world.run(act, one, by).state)  # type: ignore[arg-type]
            except Exception as error:  # noqa: BLE001 - which of them was too late is told by its class
                return type(error).__name__

        found = world.at_once(lambda: try_to(requests.take_back, EVA), lambda: try_to(offers.track, ANN))
        assert sorted(found) in (["PromiseSettled", "expired"], ["RequestOver", "open"])


def test_a_request_by_command_in_a_channel_keeps_to_those_two(world: World) -> None:
    spoken = Spoken("call her", world.now + timedelta(hours=20), None, OPEN)
    promise = world.run(requests.ask, Asking(ANN, spoken), EVA)
    world.run(offers.track, promise.id, ANN)
    assert world.run(promise_views.listed, Audience(user_id=BEN)) == []
    world.run(people.drop_member, OPEN, ANN)
    assert [one.id for one in world.run(views.mine, Audience(user_id=ANN)).open] == [promise.id]
