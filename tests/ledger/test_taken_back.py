"""What people take back is taken back everywhere, and a week that was told is not told again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.database import Scope
from bot.errors import NotAllowed
from bot.facts import MentionReading
from bot.ledger import departments, digests, mentions, sightings, views, workspaces
from bot.ledger.views import Wanted
from bot.ledger.visibility import Audience, person_can_open
from bot.models.mention import state_of
from tests.support.world import ANN, BEN, DIGESTS, GUEST, OPEN, PRIVATE, World, reading

KEYS = ("url:https://example.com/r/1",)


def state(world: World, mention_id: str) -> str:
    return state_of(world.mention(mention_id), [])


def test_words_that_an_edit_takes_away_are_gone_from_the_card_and_the_database(world: World) -> None:
    said = world.said(OPEN, ANN, keys=KEYS)
    mention_id = world.run(sightings.record, said, reading("the awful OLDWORDS invoice"), ANN).mention_id
    nothing = replace(reading(""), mention=MentionReading(False, 0.0, None))
    world.run(sightings.record, replace(said, edited_ts="9.9"), nothing, ANN)
    assert state(world, mention_id) == "dismissed"
    seen = world.run(sightings.at, OPEN, said.ts)
    assert seen is not None
    assert seen.quote == ""
    world.run(mentions.undo_dismiss, mention_id, ANN)
    assert "OLDWORDS" not in world.run(lambda scope: views.card(scope, mentions.get(scope, mention_id))).quote


def test_a_shorter_quote_after_an_edit_is_the_quote(world: World) -> None:
    said = world.said(OPEN, ANN, keys=KEYS)
    mention_id = world.run(sightings.record, said, reading("one and two"), ANN).mention_id
    world.run(sightings.record, replace(said, edited_ts="9.9"), reading("one"), ANN)
    assert world.run(lambda scope: views.card(scope, mentions.get(scope, mention_id))).quote == "one"


def test_a_deleted_open_post_leaves_no_open_card_and_the_private_one_goes_on_by_itself(world: World) -> None:
    first = world.said(OPEN, ANN, keys=KEYS)
    mention_id = world.run(sightings.record, first, reading(), ANN).mention_id
    assert world.share(PRIVATE, keys=KEYS).mention_id == mention_id
    world.run(sightings.deleted, OPEN, first.ts)
    assert state(world, mention_id) == "dismissed"
    readers = world.run(lambda scope: views.mentions(scope, Audience(channel_id=PRIVATE), Wanted(is_open=True)))
    (line,) = readers
    assert line.mention_id != mention_id
    assert line.channel_id == PRIVATE
    assert world.run(lambda scope: views.mentions(scope, Audience(channel_id=OPEN), Wanted())) == []


def test_guests_answer_for_no_department_and_are_not_named_for_one(world: World) -> None:
    mention_id = world.share(OPEN).mention_id
    department_id = world.department("product")
    with pytest.raises(NotAllowed):
        world.run(departments.join, department_id, GUEST, GUEST)
    with pytest.raises(NotAllowed):
        world.run(mentions.answer_for, mention_id, department_id, GUEST, ANN)
    assert world.run(departments.members, department_id) == []


def test_who_cannot_open_the_channel_is_not_named_for_its_mention(world: World) -> None:
    mention_id = world.share(PRIVATE).mention_id
    department_id = world.department("product")
    outside = next(one for one in (BEN, "UCAT", "UDAN", "UEVA") if not world.run(_can_open, one))
    with pytest.raises(NotAllowed):
        world.run(mentions.answer_for, mention_id, department_id, outside, ANN)


def _can_open(scope: Scope, user_id: str) -> bool:
    return person_can_open(scope, user_id, PRIVATE)


def test_a_workspace_that_changes_its_zone_is_not_told_the_same_week_again(world: World) -> None:
    world.run(workspaces.choose_zone, "UTC", ANN)
    world.run(workspaces.choose_digest_channel, DIGESTS, ANN)
    world.later(days=7)
    assert world.run(digests.put_due)
    world.run(workspaces.choose_zone, "America/New_York", ANN)
    assert not world.run(digests.put_due)
    world.later(days=7)
    assert world.run(digests.put_due), "the next week is told"
    assert not world.run(digests.put_due)


def test_no_digest_tells_of_a_week_before_the_bot_was_there(world: World) -> None:
    world.run(lambda scope: setattr(workspaces.get(scope), "created_at", scope.now + timedelta(days=6, hours=17)))
    world.run(workspaces.choose_digest_channel, DIGESTS, ANN)
    world.later(days=7)
    assert not world.run(digests.put_due)
