"""What one person is shown of their own work, and what a guest is shown of others': only what they could open."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.ledger import departments, digests, hand_offs, mention_views, mentions, people, promises, views
from bot.ledger.mention_views import Wanted
from bot.ledger.visibility import Audience
from tests.support.world import ANN, BEN, CAT, DAN, GUEST, GUESTS, PRIVATE, SECOND, World

WEEK_END = datetime(2026, 11, 30, 9, tzinfo=UTC)
DUE = datetime(2026, 11, 26, 15, tzinfo=UTC)
SECRET, OWN_WORDS = "the merger is off", "I'll refund the board"
HIDDEN = Audience(user_id=BEN, hidden=frozenset({PRIVATE}))
LEFT = Audience(user_id=BEN)


def secret_work(world: World) -> str:
    """Ben has a part in a private mention, a promise of his own in its thread, and an offer to take over Ann's."""
    mention_id = world.share(PRIVATE, quote=SECRET).mention_id
    world.claim(mention_id, BEN)
    world.run(promises.make, BEN, promises.Spoken(OWN_WORDS, DUE, mention_id), world.said(PRIVATE, BEN))
    theirs = promises.Spoken(f"Ann says {SECRET}", DUE, mention_id)
    promise_id = world.run(promises.make, ANN, theirs, world.said(PRIVATE, ANN)).id
    world.run(hand_offs.offer, promise_id, ANN, BEN)
    return mention_id


def test_a_member_sees_all_of_their_own_work(world: World) -> None:
    secret_work(world)
    mine = world.run(views.mine, LEFT)
    assert [line.about for line in mine.shares] == [SECRET]
    assert [(one.about, bool(one.link)) for one in mine.open] == [(SECRET, True)]
    assert [one.promise.words for one in mine.hand_offs] == [f"Ann says {SECRET}"]


@pytest.mark.parametrize("audience", [HIDDEN, LEFT], ids=["members unread", "left"])
def test_who_cannot_open_the_channel_keeps_their_own_words_alone(world: World, audience: Audience) -> None:
    secret_work(world)
    if audience is LEFT:
        world.run(people.drop_member, PRIVATE, BEN)
    mine = world.run(views.mine, audience)
    assert (mine.shares, mine.hand_offs) == ((), ())
    assert [(one.words, one.about, one.link) for one in mine.open] == [(OWN_WORDS, "", None)]
    words = json.dumps(asdict(mine), default=str)
    assert SECRET not in words
    assert PRIVATE not in words


def guest_reads(world: World) -> str:
    """A mention where guests read; its card stands in product's channel, and there people are on it."""
    world.join("product", CAT)
    product = world.department("product")
    world.run(lambda s: setattr(departments.get(s, product), "channel_id", SECOND))
    mention_id = world.share(GUESTS, quote="the customer's words").mention_id
    for user in (CAT, DAN):
        world.claim(mention_id, user)
    return mention_id


def numbers(world: World, audience: Audience) -> dict[str, Any]:
    week = world.run(digests.view, audience, WEEK_END)
    return {name: len(found) for name, found in (week.groups or {}).items()}


@pytest.mark.parametrize("reader", [Audience(user_id=GUEST), Audience(channel_id=GUESTS)], ids=["guest", "channel"])
def test_who_cannot_open_the_cards_channel_reads_the_customers_words_only(world: World, reader: Audience) -> None:
    guest_reads(world)
    (line,) = world.run(mention_views.mentions, reader, Wanted(is_open=True))
    assert (line.about, line.state, line.owners, line.departments) == ("the customer's words", "new", (), ())
    assert numbers(world, reader) == {"adversary": 1}


def test_that_it_was_answered_is_counted_for_those_who_can_open_the_card(world: World) -> None:
    world.run(mentions.mark_answered, guest_reads(world), CAT)
    assert numbers(world, Audience(user_id=GUEST)) == {"adversary": 1}
    assert numbers(world, Audience(user_id=DAN)) == {"adversary": 1, "answered": 1, "together": 1}
    (line,) = world.run(mention_views.mentions, Audience(user_id=GUEST), Wanted())
    assert (line.state, line.owners) == ("new", ())


def test_a_teammate_reads_who_is_on_it(world: World) -> None:
    guest_reads(world)
    (line,) = world.run(mention_views.mentions, Audience(user_id=DAN), Wanted(is_open=True))
    assert (line.state, line.owners, line.departments) == ("owned", (CAT, DAN), ("Product",))


def test_a_guest_is_told_of_no_door_that_was_opened_elsewhere(world: World) -> None:
    world.join("sales", DAN)
    mention_id = guest_reads(world)
    world.run(mentions.bring_in, mention_id, world.department("sales"), CAT)
    world.release(mention_id, DAN)
    world.claim(mention_id, DAN)
    assert len(world.run(digests.view, Audience(user_id=DAN), WEEK_END).doors) == 1
    assert world.run(digests.view, Audience(user_id=GUEST), WEEK_END).doors == ()
