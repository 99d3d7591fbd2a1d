"""Who comes later, or has left: guests in a channel with a card, ex-members of a private one."""

from __future__ import annotations

import pytest

from bot.errors import NotAllowed
from bot.facts import ChannelFacts
from bot.ledger import hand_offs, mentions, people, sightings, views
from bot.models import Department
from tests.support.world import ANN, BEN, CAT, EVA, GUEST, OPEN, PRIVATE, SECOND, World, reading

URL = ("url:https://reviews.example/1",)
SECRET = "the SECRET contract"


def lanes_of(world: World, purpose: str) -> list[str]:
    """Where messages of that purpose were said."""
    return [row.lane_id for row, _ in world.send() if row.purpose == purpose]


def give_channel(world: World, key: str, channel: str) -> None:
    department_id = world.department(key)
    world.run(lambda scope: setattr(scope.session.get_one(Department, ("T1", department_id)), "channel_id", channel))


def guests_arrive(world: World, channel: str = OPEN) -> None:
    world.run(people.add_member, channel, GUEST)


def test_guests_who_came_before_the_card_see_none(world: World) -> None:
    world.join("product", BEN)
    world.share(OPEN)
    guests_arrive(world)
    assert [row.lane_id for row, _ in world.send()] == []


def test_a_card_that_waits_goes_where_no_guest_reads(world: World) -> None:
    give_channel(world, "product", SECOND)
    world.join("product", BEN)
    world.share(OPEN)
    guests_arrive(world)
    said = [(row.lane_id, row.purpose) for row, _ in [*world.send(), *world.send()]]
    assert said == [(SECOND, "card"), (SECOND, "ping")]


def test_a_card_moves_with_the_next_act_once_guests_read_its_channel(world: World) -> None:
    give_channel(world, "product", SECOND)
    world.join("product", BEN)
    world.join("finance", CAT)
    mention_id = world.share(OPEN).mention_id
    world.send()
    guests_arrive(world)
    world.run(mentions.bring_in, mention_id, world.department("finance"), BEN)
    said = [(row.lane_id, row.purpose, outgoing.method) for row, outgoing in [*world.send(), *world.send()]]
    assert said == [(SECOND, "card", "chat.postMessage"), (SECOND, "ping", "chat.postMessage")]
    assert (world.mention(mention_id).card_channel_id, world.mention(mention_id).card_ts is None) == (SECOND, False)


def test_a_channel_shared_outside_meanwhile_gets_nothing(world: World) -> None:
    world.join("product", BEN)
    world.share(OPEN)
    world.run(people.remember_channel, ChannelFacts(OPEN, "customers", bot_is_in=True, is_shared_outside=True))
    assert world.send() == []


def test_an_offer_is_not_whispered_where_guests_read(world: World) -> None:
    mention_id = world.share(OPEN).mention_id
    world.offered(world.now.replace(hour=20), mention_id=mention_id)
    guests_arrive(world)
    assert lanes_of(world, "offer") == []


def test_once_the_bot_has_left_a_private_channel_nobody_is_nudged_about_it(world: World) -> None:
    world.join("product", BEN)
    world.share(PRIVATE, quote=SECRET)
    world.send()
    world.run(people.left_channel, PRIVATE)
    world.later(days=1)
    assert world.told() == []


def test_who_left_the_channel_takes_no_promise_over(world: World) -> None:
    mention_id = world.share(PRIVATE, quote=SECRET).mention_id
    promise_id = world.promised(world.now.replace(hour=20), by=ANN, channel=PRIVATE, mention_id=mention_id)
    hand_off = world.run(hand_offs.offer, promise_id, ANN, BEN, "NOTE")
    world.run(people.drop_member, PRIVATE, BEN)
    assert "hand_off" not in [row.purpose for row, _ in world.send()]
    with pytest.raises(NotAllowed, match="invitation"):
        world.run(hand_offs.answer, hand_off.id, BEN, True)
    assert world.promise(promise_id).user_id == ANN
    world.run(hand_offs.answer, hand_off.id, BEN, False)


def test_a_promise_in_a_private_place_makes_no_owner_on_an_open_card(world: World) -> None:
    mention_id = world.share(OPEN, by=CAT, keys=URL).mention_id
    world.run(sightings.record, world.said(PRIVATE, BEN, keys=URL), reading(), BEN)
    world.promised(world.now.replace(hour=20), by=BEN, channel=PRIVATE, mention_id=mention_id)
    card = world.run(lambda scope: views.card(scope, mentions.get(scope, mention_id)))
    assert (card.owners, card.promises) == ((), ())
    world.promised(world.now.replace(hour=20), by=CAT, channel=OPEN, mention_id=mention_id)
    card = world.run(lambda scope: views.card(scope, mentions.get(scope, mention_id)))
    assert [owner.user_id for owner in card.owners] == [CAT]


def test_what_asks_people_leads_to_the_card_wherever_it_stands(world: World) -> None:
    give_channel(world, "product", SECOND)
    guests_arrive(world)
    world.join("product", BEN)
    mention_id = world.share(OPEN, by=EVA).mention_id
    said = {row.purpose: str(outgoing.arguments) for row, outgoing in world.send()}
    card = f"/archives/{SECOND}/p{str(world.mention(mention_id).card_ts).replace('.', '')}"
    assert card in said["ping"]
    world.later(days=1)
    world.fire()
    (nudge,) = [str(outgoing.arguments) for row, outgoing in world.send() if row.purpose == "nudge"]
    assert card in nudge
    assert f"/archives/{OPEN}/" not in nudge
