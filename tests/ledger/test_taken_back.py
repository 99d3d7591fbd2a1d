"""What people take back is taken back everywhere, and a week that was told is not told again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.database import Scope
from bot.errors import MentionGone, NotAllowed
from bot.facts import MentionReading
from bot.ledger import (
    departments,
    digests,
    mention_views,
    mentions,
    offers,
    promises,
    shares,
    sightings,
    views,
    workspaces,
)
from bot.ledger.mention_views import Wanted
from bot.ledger.visibility import Audience, person_can_open
from bot.models.mention import state_of
from tests.support.world import ANN, BEN, CAT, DIGESTS, GUEST, OPEN, PRIVATE, SECOND, World, reading

KEYS = ("url:https://example.com/r/1",)


def state(world: World, mention_id: str) -> str:
    return state_of(world.mention(mention_id), [])


def test_words_that_an_edit_takes_away_are_gone_from_the_card_and_the_database(world: World) -> None:
    said = world.said(OPEN, ANN, keys=KEYS)
    mention_id = world.run(sightings.record, said, reading("the awful OLDWORDS invoice"), ANN).mention_id
    world.run(sightings.record, replace(said, edited_ts="9.9"), NOTHING, ANN)
    assert state(world, mention_id) == "dismissed"
    seen = world.run(sightings.at, OPEN, said.ts)
    assert seen is not None
    assert seen.quote == ""
    card = world.run(lambda scope: views.card(scope, mentions.get(scope, mention_id)))
    assert (card.quote, card.is_gone) == ("", True)
    with pytest.raises(NotAllowed, match="deleted or changed"):
        world.run(mentions.undo_dismiss, mention_id, ANN)


NOTHING = replace(reading(""), mention=MentionReading(False, 0.0, None))


def test_words_that_an_edit_brings_back_are_a_mention_again(world: World) -> None:
    said = world.said(OPEN, ANN, keys=KEYS)
    mention_id = world.run(sightings.record, said, reading("words"), ANN).mention_id
    world.run(sightings.record, replace(said, edited_ts="9.1"), NOTHING, ANN)
    world.run(sightings.record, replace(said, edited_ts="9.2"), reading("words again"), ANN)
    (line,) = world.run(lambda scope: mention_views.mentions(scope, Audience(channel_id=OPEN), Wanted(is_open=True)))
    assert (line.mention_id, line.about, line.state) == (mention_id, "words again", "new")
    assert world.share(OPEN, keys=KEYS).mention_id == mention_id, "its identity is back too"


def test_what_a_person_dismissed_stays_so_whatever_is_edited(world: World) -> None:
    said = world.said(OPEN, ANN, keys=KEYS)
    mention_id = world.run(sightings.record, said, reading("words"), ANN).mention_id
    world.run(mentions.dismiss, mention_id, BEN)
    world.later(minutes=1)
    world.run(sightings.record, replace(said, edited_ts="9.1"), NOTHING, ANN)
    world.run(sightings.record, replace(said, edited_ts="9.2"), reading("words again"), ANN)
    assert state(world, mention_id) == "dismissed"
    assert world.run(mentions.undo_dismiss, mention_id, BEN)


def test_a_deleted_post_is_not_split_off(world: World) -> None:
    world.share(OPEN, keys=KEYS)
    said = world.said(SECOND, BEN, keys=KEYS)
    world.run(sightings.record, said, reading(), BEN)
    seen = world.run(sightings.at, SECOND, said.ts)
    assert seen is not None
    world.run(sightings.deleted, SECOND, said.ts)
    with pytest.raises(MentionGone):
        world.run(sightings.split, seen.id, BEN)


def owners(world: World, mention_id: str) -> list[str]:
    found = world.run(shares.of_mention, mention_id)
    return [share.user_id for share in found if share.state == "claimed"]


def test_not_the_same_takes_the_threads_promise_and_its_owner_along(world: World) -> None:
    world.join("product", CAT)
    first = world.share(OPEN, keys=KEYS).mention_id
    there = world.said(SECOND, BEN, keys=KEYS)
    world.run(sightings.record, there, reading(), BEN)
    spoken = promises.Spoken("I'll call her", world.now + timedelta(hours=5), first)
    reply = world.said(SECOND, ANN, thread=there.ts)
    promise_id = world.run(promises.make, ANN, spoken, reply).id
    world.claim(first, BEN)
    seen = world.run(sightings.at, SECOND, there.ts)
    assert seen is not None
    world.later(minutes=5)
    second = world.run(sightings.split, seen.id, BEN)
    assert world.promise(promise_id).mention_id == second
    assert (owners(world, second), owners(world, first)) == ([ANN], [BEN])
    world.later(hours=4, minutes=30)
    assert (CAT, "unclaimed") not in world.told(), "somebody is on it"


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
    readers = world.run(lambda scope: mention_views.mentions(scope, Audience(channel_id=PRIVATE), Wanted(is_open=True)))
    (line,) = readers
    assert line.mention_id != mention_id
    assert line.channel_id == PRIVATE
    assert world.run(lambda scope: mention_views.mentions(scope, Audience(channel_id=OPEN), Wanted())) == []


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


def test_a_deleted_promise_is_still_owed_but_its_words_are_nowhere(world: World) -> None:
    mention_id = world.share(OPEN).mention_id
    spoken = promises.Spoken("I'll send the SECRET by five", world.now + timedelta(hours=6), mention_id)
    said = world.said(OPEN, ANN)
    promise_id = world.run(promises.make, ANN, spoken, said).id
    found = world.run(promises.said_at, OPEN, said.ts)
    assert found is not None
    world.run(lambda scope: offers.deleted(scope, promises.find(scope, found.id, ANN)))
    assert (world.promise(promise_id).state, world.promise(promise_id).words) == ("open", "")
    (asked,) = [str(outgoing.arguments) for row, outgoing in world.send() if row.lane_id == ANN]
    assert "The message was deleted. Withdraw the promise?" in asked
    world.later(hours=4)
    world.fire()
    texts = [str(outgoing.arguments) for _, outgoing in world.send()]
    assert any("a reply (its message was deleted)" in text for text in texts)
    assert not any("SECRET" in text for text in texts)
