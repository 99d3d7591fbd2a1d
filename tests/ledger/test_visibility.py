"""Nobody is shown more than they could open in Slack: words, names, counts and links of private places."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.database import Scope
from bot.facts import PersonFacts
from bot.ledger import (
    customer_views,
    customers,
    departments,
    digests,
    mention_views,
    mentions,
    offers,
    people,
    promise_views,
    promises,
    reminders,
    sightings,
    views,
    visibility,
    workspaces,
)
from bot.ledger.mention_views import Wanted
from bot.ledger.visibility import Audience
from tests.support.world import (
    ANN,
    BEN,
    CAT,
    CONNECT,
    DAN,
    DIGESTS,
    EVA,
    GONE,
    GUEST,
    GUESTS,
    MONDAY,
    OPEN,
    PRIVATE,
    SECOND,
    STRANGER,
    World,
    reading,
)

SECRET, SECRET_PROMISE = "the merger is off", "I'll refund the board"
URL = ("url:https://reviews.example/1",)
DUE = MONDAY + timedelta(hours=3)


@pytest.fixture
def secret(world: World) -> World:
    """A private channel's mention, claimed, promised, of a known customer; and an open one."""
    world.run(customers.add, "Initech", "initech", ANN)
    world.join("product", DAN, BEN)
    hidden = world.share(PRIVATE, quote=SECRET, customer="Initech").mention_id
    world.claim(hidden, BEN)
    spoken = promises.Spoken(SECRET_PROMISE, DUE, hidden)
    world.run(promises.make, ANN, spoken, world.said(PRIVATE, ANN))
    world.share(OPEN, CAT, quote="in the open", customer="Initech")
    return world


def hidden_id(world: World) -> str:
    found = world.run(mention_views.mentions, Audience(channel_id=PRIVATE), Wanted(home_channel_id=PRIVATE))
    return found[0].mention_id


def assert_silent(shown: Any) -> None:
    words = json.dumps(asdict(shown) if hasattr(shown, "__dataclass_fields__") else shown, default=str)
    for trace in (SECRET, SECRET_PROMISE, PRIVATE):
        assert trace not in words


OUTSIDERS = (CAT, DAN, EVA, GUEST, STRANGER, GONE, "UNEVERSEEN")
CHANNELS = (OPEN, SECOND, DIGESTS, CONNECT, GUESTS, "CNEVERSEEN")
READERS = [Audience(user_id=user) for user in OUTSIDERS] + [Audience(channel_id=one) for one in CHANNELS]


@pytest.mark.parametrize("reader", READERS, ids=str)
def test_lists_counts_customers_and_digests_hold_nothing_of_it(secret: World, reader: Audience) -> None:
    shown = secret.run(mention_views.mentions, reader, Wanted())
    assert_silent([asdict(line) for line in shown])
    assert len(shown) <= 1, "nor does a count"
    assert_silent([asdict(one) for one in secret.run(promise_views.listed, reader)])
    page = secret.run(customer_views.meant, "initech", "Initech", reader)
    assert_silent(page)
    assert (len(page.mentions), page.promises) in {(0, ()), (1, ())}
    week = secret.run(digests.view, reader, secret.now + timedelta(days=7))
    assert_silent(week)
    assert (week.still_open, week.missed, week.sharers in {(), (CAT,)}) == ((), (), True)


@pytest.mark.parametrize(
    "member", [Audience(user_id=ANN), Audience(user_id=BEN), Audience(channel_id=PRIVATE)], ids=str
)
def test_members_see_it(secret: World, member: Audience) -> None:
    assert {line.about for line in secret.run(mention_views.mentions, member, Wanted())} == {SECRET, "in the open"}
    assert [one.words for one in secret.run(promise_views.listed, member)] == [SECRET_PROMISE]


@pytest.mark.parametrize("reader", [Audience(user_id=ANN, hidden=frozenset({PRIVATE}))], ids=str)
def test_a_member_who_is_watched_by_others_can_hide_it(secret: World, reader: Audience) -> None:
    assert_silent([asdict(line) for line in secret.run(mention_views.mentions, reader, Wanted())])


@pytest.mark.parametrize("user", OUTSIDERS)
def test_nobody_elses_mine_or_setup_tells_of_it(secret: World, user: str) -> None:
    assert_silent(secret.run(views.mine, Audience(user_id=user)))
    assert not secret.run(lambda s: mentions.may_see(s, mentions.get(s, hidden_id(secret)), user))
    assert not secret.run(visibility.person_can_open, user, PRIVATE)


def test_no_row_for_other_channels_or_people_tells_of_it(secret: World) -> None:
    """Everything that is ever said, for two weeks: nudges, escalations, reminders, a digest, cards, pings."""
    secret.run(lambda s: workspaces.choose_digest_channel(s, DIGESTS, ANN))
    allowed = {PRIVATE, ANN, BEN}
    said: set[str] = set()
    for _ in range(14 * 4):
        secret.later(hours=6)
        secret.run(promises.note_misses)
        secret.remind()
        secret.run(digests.put_due)
        secret.fire()
        for row, outgoing in secret.send():
            said.add(row.purpose)
            if row.lane_id not in allowed:
                assert_silent(outgoing.arguments)
    assert said >= {"card", "reminder", "digest", "nudge"}


def test_a_reminder_tells_each_channel_of_its_own_only(secret: World) -> None:
    secret.remind()
    day = secret.run(reminders.due_day)
    assert day is not None
    assert_silent(secret.run(reminders.view, OPEN, day))
    assert_silent(secret.run(reminders.view, SECOND, day))
    assert [line.about for line in secret.run(reminders.view, PRIVATE, day).owned] == [SECRET]


def card_of(world: World, mention_id: str) -> Any:
    return world.run(lambda s: views.card(s, mentions.get(s, mention_id)))


def test_a_card_in_the_open_never_shows_the_private_place_it_was_posted_in_too(world: World) -> None:
    mention_id = world.share(OPEN, keys=URL).mention_id
    world.share(PRIVATE, BEN, quote=SECRET, keys=URL)
    assert_silent(card_of(world, mention_id))
    for reader in READERS:
        assert_silent([asdict(line) for line in world.run(mention_views.mentions, reader, Wanted())])


def test_a_promise_made_in_the_private_thread_of_an_open_mention_stays_there(world: World) -> None:
    mention_id = world.share(OPEN, keys=URL).mention_id
    world.share(PRIVATE, BEN, quote=SECRET, keys=URL)
    world.run(promises.make, BEN, promises.Spoken(SECRET_PROMISE, DUE, mention_id), world.said(PRIVATE, BEN))
    assert card_of(world, mention_id).promises == ()
    assert_silent(card_of(world, mention_id))
    page = world.run(promise_views.listed, Audience(channel_id=OPEN))
    assert page == []


def test_when_the_open_post_is_deleted_the_private_one_is_not_shown_instead(world: World) -> None:
    said = world.said(keys=URL)
    mention_id = world.run(sightings.record, said, _reading(), ANN).mention_id
    world.share(PRIVATE, BEN, quote=SECRET, keys=URL)
    world.run(sightings.deleted, OPEN, said.ts)
    assert_silent(card_of(world, mention_id))
    assert world.run(mention_views.mentions, Audience(user_id=CAT), Wanted()) == []


def _reading() -> Any:
    return reading("in the open")


def test_edited_words_of_the_private_place_do_not_change_the_card(world: World) -> None:
    mention_id = world.share(OPEN, keys=URL).mention_id
    said = world.said(PRIVATE, BEN, keys=URL)
    world.run(sightings.record, said, _reading(), BEN)
    later = world.said(PRIVATE, BEN, ts=said.ts, edited_ts="9.9", keys=URL)
    world.run(sightings.record, later, reading(SECRET, ("finance",)), BEN)
    assert_silent(card_of(world, mention_id))
    assert [tag.name for tag in card_of(world, mention_id).tags] == ["Product"]


def test_where_outsiders_or_guests_read_nothing_is_posted(world: World) -> None:
    world.join("product", CAT)
    for channel in (CONNECT, GUESTS):
        mention_id = world.share(channel).mention_id
        assert world.mention(mention_id).card_channel_id is None
    world.remind()
    assert {row.lane_id for row in world.rows()} & {CONNECT, GUESTS} == set()


def test_its_card_goes_to_the_channel_of_the_department(world: World) -> None:
    world.join("product", CAT)
    product = world.department("product")
    world.run(lambda s: setattr(departments.get(s, product), "channel_id", SECOND))
    mention_id = world.share(CONNECT).mention_id
    assert world.mention(mention_id).card_channel_id == SECOND
    assert {row.lane_id for row in world.rows()} == {SECOND}


def test_what_a_private_channel_with_guests_says_goes_nowhere(world: World) -> None:
    world.run(people.add_member, PRIVATE, GUEST)
    product = world.department("product")
    world.run(lambda s: setattr(departments.get(s, product), "channel_id", SECOND))
    assert world.mention(world.share(PRIVATE).mention_id).card_channel_id is None


def test_a_guest_who_joins_silences_reminder_and_digest(world: World) -> None:
    world.share(OPEN)
    world.remind()
    world.run(people.add_member, OPEN, GUEST)
    assert "reminder" not in {row.purpose for row, _ in world.send()}


def test_a_guest_sees_only_the_channels_they_are_in(world: World) -> None:
    opened = [channel for channel in (*CHANNELS, PRIVATE) if world.run(visibility.person_can_open, GUEST, channel)]
    assert opened == [GUESTS]
    opened = [channel for channel in (*CHANNELS, PRIVATE) if world.run(visibility.person_can_open, STRANGER, channel)]
    assert opened == [CONNECT]


def test_who_left_a_private_channel_sees_it_no_more(secret: World) -> None:
    mention_id = hidden_id(secret)
    secret.run(people.drop_member, PRIVATE, BEN)
    assert not secret.run(lambda s: mentions.may_see(s, mentions.get(s, mention_id), BEN))
    assert_silent([asdict(line) for line in secret.run(mention_views.mentions, Audience(user_id=BEN), Wanted())])
    assert_silent([asdict(line) for line in secret.run(views.mine, Audience(user_id=BEN)).shares])


def test_every_private_place_with_words_is_read_again_before_it_is_shown(world: World) -> None:
    world.share(OPEN, keys=URL)
    assert world.run(people.closed_channels_with_mentions, ANN) == []
    world.share(PRIVATE, keys=URL)
    assert world.run(people.closed_channels_with_mentions, ANN) == [(PRIVATE, True)]
    world.later(minutes=2)
    assert world.run(people.closed_channels_with_mentions, ANN) == [(PRIVATE, False)]


def test_who_is_written_to_before_slack_was_asked_about_them_is_asked_about_still(world: World) -> None:
    world.run(people.remember_dm, "UNEW", "D1")
    assert not world.run(people.is_fresh, "UNEW")
    assert world.run(people.unknown_people, [ANN, "UNEW"]) == ["UNEW"]
    world.run(people.remember_dm, ANN, "D2")
    assert world.run(people.is_fresh, ANN)
    world.run(people.remember, [PersonFacts("UNEW", "Neo", is_guest=True)])
    assert world.run(people.unknown_people, ["UNEW"]) == []
    assert world.run(lambda s: people.find(s, "UNEW").dm_channel_id) == "D1"  # type: ignore[union-attr]


# Two workspaces with the same ids


def twins(world: World) -> tuple[World, World]:
    return world, World(world.engine, team_id="T2").install()


def everything(world: World) -> list[Any]:
    now: datetime = world.now

    def look(scope: Scope) -> list[Any]:
        reader = Audience(user_id=ANN)
        return [
            mention_views.mentions(scope, reader, Wanted()),
            promise_views.listed(scope, reader),
            views.mine(scope, reader),
            customer_views.meant(scope, "initech", "Initech", reader),
            digests.view(scope, Audience(channel_id=OPEN), now + timedelta(days=7)),
            people.closed_channels_with_mentions(scope, ANN),
            people.unknown_people(scope, [ANN, "UNEW"]),
            departments.of_person(scope, ANN),
            promises.note_misses(scope),
            offers.expire_due(scope),
            [reminders.decide(scope, one) for one in reminders.decide_idle(scope)],
            digests.put_due(scope),
        ]

    return world.run(look)


ACTS: list[Callable[[World], Any]] = [
    lambda world: world.share(OPEN, keys=URL, customer="Initech"),
    lambda world: world.share(PRIVATE, keys=URL),
    lambda world: world.promised(DUE),
    lambda world: world.offered(DUE),
    lambda world: world.join("product", ANN),
    lambda world: world.run(customers.add, "Initech", "initech", ANN),
    lambda world: world.run(people.drop_member, PRIVATE, ANN),
    lambda world: world.run(people.set_channel, OPEN, people.ChannelChoices("off", promises=False), ANN),
]


def test_two_workspaces_with_the_same_ids_never_see_each_other(world: World) -> None:
    one, other = twins(world)
    empty = everything(other)
    for act in ACTS:
        act(one)
    one.fire()
    assert everything(other) == empty
    assert (other.rows(), other.slots()) == ([], [])


def test_the_same_post_in_two_workspaces_is_a_mention_in_each(world: World) -> None:
    one, other = twins(world)
    for act in ACTS[:5]:
        act(one)
    first = other.share(OPEN, keys=URL)
    assert first.is_new
    assert world.run(mention_views.mentions, Audience(user_id=ANN), Wanted())
    assert [line.mention_id for line in other.run(mention_views.mentions, Audience(user_id=ANN), Wanted())] == [
        first.mention_id
    ]
