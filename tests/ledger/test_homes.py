"""Homes: what is on them, for whom, page by page, and when they follow what happens."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot import outbox
from bot.database import Scope
from bot.ledger import (
    cards,
    hand_offs,
    home_views,
    homes,
    leads,
    mentions,
    people,
    promises,
    requests,
    shares,
    speech,
)
from bot.messages import home as home_words
from bot.models import Department, DepartmentMember, Home, Workspace
from bot.outbox import OutboxRow
from tests.support.statements import statements
from tests.support.world import ANN, BEN, CAT, DAN, EVA, GONE, GUEST, MONDAY, OPEN, PRIVATE, World
from tests.unit.messages.message_limits import check_block

DUE = MONDAY + timedelta(hours=30)
Json = dict[str, Any]


def opened(world: World, user_id: str) -> Json:
    """Somebody opens their Home; what is published."""
    world.run(homes.opened, user_id)
    return published(world, user_id)


def published(world: World, user_id: str) -> Json:
    """What a Home that waits to be published shows when it is."""
    lane = homes.lane_of(user_id)
    (row,) = [row for row in world.rows(homes.HOME) if row.lane_id == lane]
    sent = world.send_row(row.id)
    assert sent is not None, "it was silent"
    assert sent[1].method == "views.publish"
    assert sent[1].arguments["user_id"] == user_id
    view = sent[1].arguments["view"]
    assert isinstance(view, dict)
    return view


def waiting(world: World) -> set[str]:
    """Whose Home is about to be published."""
    return {homes.owner_of(row.lane_id) for row in world.rows(homes.HOME)}


def shown(view: Json) -> str:
    return json.dumps(view, ensure_ascii=False)


def press(view: Json, words: str, section: str) -> int:
    """The page to which a button of a list leads."""
    elements = [element for block in view["blocks"] for element in block.get("elements", [])]
    buttons = [element for element in elements if element["type"] == "button"]
    values = [one["value"] for one in buttons if one["text"]["text"] == words]
    (page,) = [value.split("|")[1] for value in values if value.startswith(f"{section}|")]
    return int(page)


# what is on it


def test_all_that_waits_for_an_answer_is_there_and_nobody_elses(world: World) -> None:
    mention_id = world.share().mention_id
    world.claim(mention_id, BEN)
    world.run(leads.offer, mention_id, BEN, ANN)
    world.requested(DUE, of=ANN, by=EVA)
    countered = world.requested(DUE, of=CAT, by=ANN)
    world.run(requests.counter, countered, CAT, DUE + timedelta(hours=1))
    world.offered(DUE, ANN)
    world.run(hand_offs.offer, world.promised(DUE, by=DAN), DAN, ANN)
    text = shown(opened(world, ANN))
    for words in (
        "will you lead on this",
        "can you promise this",
        "proposes",
        "Shall I keep track",
        "take this promise over",
    ):
        assert words in text, words
    assert "Waiting for your answer" not in shown(opened(world, EVA))


def test_promises_stand_by_due_moment(world: World) -> None:
    for words, days in (("third", 2), ("first", 0), ("second", 1)):
        world.run(promises.make, ANN, promises.Spoken(words, DUE + timedelta(days=days), None))
    text = shown(opened(world, ANN))
    assert text.index("first") < text.index("second") < text.index("third")


def test_a_page_that_has_become_empty_gives_way_to_the_one_before_it(world: World) -> None:
    ids = [world.promised(DUE + timedelta(minutes=number)) for number in range(7)]
    assert press(opened(world, ANN), "Next", "promises") == 1
    world.run(homes.turn_to, ANN, "promises", 1)
    second = published(world, ANN)
    assert "7 to 7 of 7" in shown(second)
    assert press(second, "Previous", "promises") == 0
    world.run(promises.keep, ids[-1], ANN)
    assert "*Your promises* · 6" in shown(published(world, ANN))


def test_what_nobody_is_on_comes_first_and_every_mention_once(world: World) -> None:
    world.join("product", ANN, BEN)
    ids = []
    for _ in range(15):
        ids.append(world.share().mention_id)
        world.later(minutes=1)
    for taken in (ids[0], ids[3], ids[4]):
        world.claim(taken, BEN)
    world.claim(ids[5], ANN)
    found: list[str] = []
    world.run(homes.opened, ANN)
    for page in range(4):
        world.run(homes.turn_to, ANN, "mentions", page)
        elements = [block.get("accessory", {}) for block in published(world, ANN)["blocks"]]
        found += [one["value"] for one in elements if one.get("text", {}).get("text") == "I'm on it"]
    free = [one for one in ids if one not in {ids[0], ids[3], ids[4], ids[5]}]
    assert found[:14] == [*free, ids[0], ids[3], ids[4]]


@pytest.mark.parametrize("size", [1, 2, 5, 6, 7])
def test_pages_meet_wherever_the_free_ones_end(world: World, size: int) -> None:
    world.join("product", ANN)
    ids = [world.share().mention_id for _ in range(12)]
    for taken in ids[size:]:
        world.claim(taken, BEN)
    found: list[str] = []
    for page in range(3):
        world.run(homes.opened, ANN)
        world.run(homes.turn_to, ANN, "mentions", page)
        blocks = published(world, ANN)["blocks"]
        claims = [one.get("accessory", {}) for one in blocks]
        found += [one["value"] for one in claims if one.get("text", {}).get("text") == "I'm on it"]
    assert found[:12] == ids


# who sees what


def test_nothing_of_a_private_channel_is_shown_to_whoever_left_it(world: World) -> None:
    world.join("product", BEN, ANN)
    mention_id = world.share(PRIVATE, quote="the merger").mention_id
    world.claim(mention_id, BEN)
    assert "the merger" in shown(opened(world, ANN))
    assert "the merger" in shown(opened(world, BEN))
    world.run(people.remember_members, PRIVATE, [ANN])
    world.run(homes.publish, BEN)
    assert "the merger" not in shown(published(world, BEN))


def test_nothing_of_a_channel_whose_members_slack_did_not_tell_is_shown(world: World) -> None:
    world.join("product", ANN)
    world.share(PRIVATE, quote="the merger")
    world.run(homes.opened, ANN, [PRIVATE])
    assert "the merger" not in shown(published(world, ANN))
    assert "the merger" in shown(opened(world, ANN))


def test_the_departments_mentions_of_a_closed_channel_are_not_even_counted(world: World) -> None:
    world.join("product", CAT)
    world.share(PRIVATE, quote="the merger")
    view = opened(world, CAT)
    assert "Open in your departments" not in shown(view)


def test_a_home_of_somebody_without_an_account_is_not_published(world: World) -> None:
    world.run(homes.opened, GONE)
    (row,) = world.rows(homes.HOME)
    assert world.send_row(row.id) is None


def test_a_guest_sees_their_own_alone_and_no_way_to_join(world: World) -> None:
    world.share(OPEN, quote="the export")
    text = shown(opened(world, GUEST))
    assert "the export" not in text
    assert "/ours join" not in text


# when it follows


def test_an_act_costs_nothing_more_while_no_home_is_live(world: World) -> None:
    """The workspace's row is at hand anyhow; nothing else is asked for."""
    promise_id = world.promised(DUE)
    with statements(world.engine) as before:
        world.run(promises.mute, promise_id, ANN)
    asked = len(before)
    assert not [one for one in before if " home" in one]
    world.run(homes.opened, BEN)
    world.send()
    world.later(days=2)
    with statements(world.engine) as after:
        world.run(promises.unmute, promise_id, ANN)
    assert not [one for one in after if " home" in one]
    assert asked


@pytest.mark.parametrize(
    "act",
    [
        lambda world, one: world.run(promises.keep, one, ANN),
        lambda world, one: world.run(promises.move, one, ANN, DUE + timedelta(days=1)),
        lambda world, one: world.run(hand_offs.offer, one, ANN, BEN),
        lambda world, one: world.requested(DUE, of=ANN, by=BEN),
        lambda world, one: world.offered(DUE, ANN),
    ],
    ids=["keep", "move", "hand over", "ask", "offer"],
)
def test_homes_of_those_it_concerns_follow_an_act(world: World, act: Callable[[World, str], Any]) -> None:
    promise_id = world.promised(DUE)
    for user_id in (ANN, BEN, CAT):
        world.run(homes.opened, user_id)
    world.send()
    act(world, promise_id)
    assert ANN in waiting(world)
    assert CAT not in waiting(world)


def test_colleagues_homes_follow_a_mention_of_their_department(world: World) -> None:
    world.join("product", ANN, BEN)
    for user_id in (ANN, BEN, CAT):
        world.run(homes.opened, user_id)
    world.send()
    mention_id = world.share(by=DAN).mention_id
    assert waiting(world) == {ANN, BEN}
    world.send()
    world.run(lambda scope: _claim(scope, mention_id))
    assert waiting(world) == {ANN, BEN}


def _claim(scope: Scope, mention_id: str) -> None:
    mention = mentions.get(scope, mention_id)
    shares.claim(scope, mention, BEN)
    cards.changed(scope, mention)


def test_homes_of_many_follow_together_and_ones_own_act_at_once(world: World) -> None:
    department_id = world.join("product", ANN)
    crowd = [f"UX{number}" for number in range(homes.MOST_AT_ONCE + 1)]
    world.run(lambda scope: _crowd(scope, department_id, [*crowd, ANN]))
    mention_id = world.share(by=DAN).mention_id
    later = {row.lane_id: row.not_before for row in world.rows(homes.HOME)}
    assert set(later.values()) == {world.now + homes.LATER}
    assert len(later) == len(crowd) + 1
    world.claim(mention_id, ANN)
    soon = {row.lane_id for row in world.rows(homes.HOME) if row.not_before <= world.now}
    assert soon == {homes.lane_of(ANN)}


def _crowd(scope: Scope, department_id: str, user_ids: list[str]) -> None:
    for user_id in user_ids:
        key = {"team_id": scope.team_id, "user_id": user_id}
        scope.session.add(Home(**key, opened_at=scope.now, pages={}, hidden=[]))
        scope.session.merge(DepartmentMember(**key, department_id=department_id, joined_at=scope.now))
    scope.session.get_one(Workspace, scope.team_id).homes_until = scope.now + timedelta(days=1)


def test_a_home_waits_to_be_published_once_however_much_happens(world: World) -> None:
    ids = [world.promised(DUE + timedelta(minutes=number)) for number in range(3)]
    world.run(homes.opened, ANN)
    for one in ids:
        world.run(promises.keep, one, ANN)
    assert len(world.rows(homes.HOME)) == 1


def test_a_home_follows_for_a_day_and_again_once_it_is_opened(world: World) -> None:
    promise_id = world.promised(DUE + timedelta(days=9))
    opened(world, ANN)
    world.later(hours=23)
    world.run(promises.mute, promise_id, ANN)
    assert waiting(world) == {ANN}
    world.send()
    world.later(hours=2)
    world.run(promises.unmute, promise_id, ANN)
    assert not waiting(world)
    assert "Your promises" in shown(opened(world, ANN))


def test_where_slack_shows_no_home_it_is_not_tried_again_until_it_is_opened(world: World) -> None:
    promise_id = world.promised(DUE)
    world.run(homes.opened, ANN)
    (row,) = world.rows(homes.HOME)

    def refuse(scope: Scope) -> None:
        mine = scope.session.get_one(OutboxRow, (scope.team_id, row.id))
        outbox.mark_refused(scope, mine, "not_enabled")
        speech.refused(scope, mine, "not_enabled")

    world.run(refuse)
    world.run(promises.keep, promise_id, ANN)
    assert not waiting(world)


def test_pages_last_for_an_hour(world: World) -> None:
    for number in range(7):
        world.promised(DUE + timedelta(minutes=number))
    opened(world, ANN)
    world.run(homes.turn_to, ANN, "promises", 1)
    world.send()
    assert "7 to 7 of 7" in shown(opened(world, ANN))
    world.later(hours=2)
    assert "1 to 6 of 7" in shown(opened(world, ANN))


# how much it holds


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_with_200_departments_and_1000_promises_it_stays_below_slacks_limits(world: World) -> None:
    """On the quicker database: what is counted is the page and its statements, which are the same on both."""
    world.run(_two_hundred_departments)
    spoken = [promises.Spoken(f"promise {number} " + "&" * 900, DUE, None) for number in range(1_000)]
    world.run(lambda scope: [promises.make(scope, ANN, one) for one in spoken])
    every = [f"d{number}" for number in range(200)]
    for _ in range(8):
        world.claim(world.share(concerned=every, quote="<" * 2_000).mention_id, ANN)
        world.share(concerned=every, quote="<" * 2_000)
        world.requested(DUE, of=ANN, by=EVA)
    world.run(promises.keep, world.promised(DUE), ANN)
    with statements(world.engine) as asked:
        view = opened(world, ANN)
    assert "of 1,000" in shown(view)
    assert len(view["blocks"]) < home_words.MOST_BLOCKS
    assert len(shown(view).encode()) < 250_000
    for block in view["blocks"]:
        check_block(block)
    assert len(asked) < 90, "statements follow the page, not all there is"


def _two_hundred_departments(scope: Scope) -> None:
    key = {"team_id": scope.team_id}
    for number in range(200):
        one = f"D{number:03}"
        named = {"id": one, "key": f"d{number}", "name": f"Department {number}", "description": "", "words": []}
        scope.session.add(Department(**key, **named, rota=[]))
        scope.session.add(DepartmentMember(**key, department_id=one, user_id=ANN, joined_at=scope.now))


def test_somebody_with_nothing_is_named_channels_and_departments(world: World) -> None:
    text = shown(opened(world, DAN))
    assert "Nothing waits for you" in text
    assert f"<#{OPEN}>" in text
    assert "/ours join customer_service" in text
    assert PRIVATE not in text
    assert home_views.off_until(frozenset(), MONDAY.date()) is None
