"""What becomes of a post while somebody acts on it, or shares the same words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.errors import MentionGone
from bot.ledger import (
    sightings,
)
from tests.support.at_once import all_at_once, while_under_way
from tests.support.world import ANN, BEN, CAT, OPEN, SECOND, World, reading

DUE = datetime(2026, 11, 26, 15, tzinfo=UTC)


@pytest.fixture
def world(postgresql_world: World) -> World:
    return postgresql_world


def test_a_post_that_was_split_off_while_it_is_deleted_takes_its_own_mention_along(world: World) -> None:
    first = world.share(keys=("url:1",)).mention_id
    said = world.said(SECOND, BEN, keys=("url:1",))
    assert world.run(sightings.record, said, reading(), BEN).mention_id == first
    seen = world.run(sightings.at, said.channel_id, said.ts)
    assert seen is not None
    while_under_way(
        world, lambda s: sightings.split(s, seen.id, CAT), lambda s: sightings.deleted(s, said.channel_id, said.ts)
    )
    own = world.run(sightings.at, said.channel_id, said.ts)
    assert own is not None
    assert own.mention_id != first
    assert world.mention(own.mention_id).dismissed_at is not None
    assert world.mention(first).dismissed_at is None


def test_a_post_that_is_deleted_meanwhile_is_not_split_off(world: World) -> None:
    first = world.share(keys=("url:1",)).mention_id
    said = world.said(SECOND, BEN, keys=("url:1",))
    world.run(sightings.record, said, reading(), BEN)
    seen = world.run(sightings.at, said.channel_id, said.ts)
    assert seen is not None
    with pytest.raises(MentionGone):
        while_under_way(
            world, lambda s: sightings.deleted(s, said.channel_id, said.ts), lambda s: sightings.split(s, seen.id, CAT)
        )
    assert world.mention(first).dismissed_at is None


def test_two_who_click_not_the_same_make_one_mention(world: World) -> None:
    world.share(keys=("url:1",))
    said = world.said(SECOND, BEN, keys=("url:1",))
    world.run(sightings.record, said, reading(), BEN)
    seen = world.run(sightings.at, said.channel_id, said.ts)
    assert seen is not None
    split = [lambda s, by=by: sightings.split(s, seen.id, by) for by in (CAT, ANN)]
    assert len(set(all_at_once(world, *split))) == 1


@pytest.mark.parametrize("channels", [(OPEN, SECOND), (OPEN, OPEN), (SECOND, OPEN)])
def test_the_same_words_shared_twice_at_once_are_one_mention(world: World, channels: tuple[str, str]) -> None:
    said = [world.said(channel, by, keys=("url:1",)) for channel, by in zip(channels, (ANN, BEN), strict=True)]
    record = [lambda s, one=one: sightings.record(s, one, reading(), one.user_id or "") for one in said]
    made = all_at_once(world, *record)
    assert len({one.mention_id for one in made}) == 1
    assert sorted(one.is_new for one in made) == [False, True]
