"""What corrections show is proposed once to somebody who decides; it weighs only with their yes, and can be removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.database import Scope, ThreadedDatabase
from bot.errors import NotAllowed, RuleGone, RuleSettled
from bot.facts import ChannelFacts, FoundRule, RuleWords
from bot.handlers.learning import learn_from
from bot.jobs.loops import Shop
from bot.jobs.proposing import Proposing
from bot.ledger import entries, mentions, offers, people, rules
from bot.ledger.visibility import Audience
from bot.messages.house_views import RuleView
from bot.models import TagRule
from bot.models.learning import RULE_MOVES
from tests.ledger.conftest import WorldClock
from tests.support.states_page import graph, moves, table
from tests.support.world import ANN, BEN, CAT, DAN, EVA, GUEST, OPEN, PEOPLE, PRIVATE, SECOND, World

TEXTS = (
    "My loyalty stamps are gone",
    "Where do I see the loyalty stamps since Monday",
    "Your shop forgot our loyalty stamps again",
)
STAMPS = FoundRule("finance", "loyalty stamp", "loyalty stamps", True, "open", 3, 3, (OPEN,))
WEEK = timedelta(days=7)


def bring_in(world: World, mention_id: str, key: str = "finance", by: str = BEN) -> None:
    def act(scope: Scope, department_id: str) -> None:
        mentions.bring_in(scope, mention_id, department_id, by)
        learn_from(scope, mention_id, department_id)

    world.run(act, world.department(key))


def correct(world: World, *texts: str, channel: str = OPEN, key: str = "finance") -> list[str]:
    """Mentions with these words, to each of which somebody brings a department in; answers their ids."""
    found = [world.share(channel, quote=text).mention_id for text in texts]
    for mention_id in found:
        bring_in(world, mention_id, key)
    return found


def admin(world: World, *user_ids: str) -> None:
    world.run(people.remember, [replace(one, is_admin=True) for one in PEOPLE if one.id in user_ids])


@pytest.fixture
def propose(world: World, database: ThreadedDatabase) -> Callable[[], Any]:
    """A tick, as of a process that has just started."""

    def client(team_id: str) -> Any:
        raise AssertionError("proposing asks nothing of Slack")

    shop = Shop(database, WorldClock(world), world.new_id, client, "worker")
    return lambda: Proposing(shop).propose()


def proposals(world: World) -> list[tuple[str, TagRule]]:
    rows = world.rows("rule", state=None)
    return [
        (row.lane_id, world.run(lambda s, row=row: s.session.get_one(TagRule, (s.team_id, row.subject_id))))  # type: ignore[misc]
        for row in rows
    ]


def proposed(world: World, found: FoundRule = STAMPS, to: str = DAN) -> str:
    rule_id = world.run(rules.propose, found, to)
    assert rule_id is not None
    return rule_id


def heeded(world: World, channel: str = OPEN) -> list[RuleWords]:
    return world.run(rules.heeded, channel)


def listed(world: World, user_id: str) -> tuple[RuleView, ...]:
    return world.run(rules.every, Audience(user_id=user_id)).rules


async def test_three_corrections_are_put_to_the_departments_head(world: World, propose: Callable[[], Any]) -> None:
    world.join("finance", CAT)
    correct(world, *TEXTS[:2])
    await propose()
    assert proposals(world) == []
    correct(world, TEXTS[2])
    assert await propose() == world.now + WEEK
    ((asked, rule),) = proposals(world)
    assert (asked, rule.words, rule.times, rule.people, rule.state) == (CAT, "loyalty stamps", 3, 1, "proposed")
    await propose()
    assert len(proposals(world)) == 1, "once"
    assert heeded(world) == [], "nothing changes before somebody says yes"


async def test_without_a_head_an_admin_is_asked_and_without_one_nobody_yet(
    world: World, propose: Callable[[], Any]
) -> None:
    correct(world, *TEXTS)
    await propose()
    assert proposals(world) == []
    admin(world, EVA)
    await propose()
    assert [asked for asked, _ in proposals(world)] == [EVA]


async def test_nobody_is_asked_outside_their_working_hours(world: World, propose: Callable[[], Any]) -> None:
    admin(world, EVA)
    world.now = datetime(2026, 11, 27, 17, 0, tzinfo=UTC)  # a Friday, 18:00 in Berlin
    correct(world, *TEXTS)
    monday = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    assert await propose() == monday
    assert proposals(world) == []
    world.now = monday
    await propose()
    assert len(proposals(world)) == 1


async def test_one_rule_a_week_and_fewer_after_each_no(world: World, propose: Callable[[], Any]) -> None:
    admin(world, DAN)
    topics = ("loyalty stamps", "gift hampers", "paper catalogue", "window stickers")
    for topic in topics:
        correct(world, *(f"{word} {topic} {word}" for word in ("alpha", "bravo", "delta")))
    await propose()
    await propose()
    assert len(proposals(world)) == 1
    for weeks in (1, 2, 4):
        first = proposals(world)[-1][1]
        world.run(rules.decline, first.id, DAN)
        world.later(days=7 * weeks - 1)
        await propose()
        before = len(proposals(world))
        world.later(days=1, hours=1)
        await propose()
        assert len(proposals(world)) == before + 1, weeks
    assert len({rule.words for _, rule in proposals(world)}) == 4


async def test_a_yes_brings_the_pause_back_to_a_week(world: World) -> None:
    admin(world, DAN)
    for number in range(3):
        world.run(rules.decline, proposed(world, replace(STAMPS, feature=f"{number}")), DAN)
        world.later(days=60)
    world.run(rules.accept, proposed(world), DAN)
    assert world.run(rules.next_moment) == world.now + WEEK


async def test_what_most_mentions_with_these_words_lack_is_not_proposed(
    world: World, propose: Callable[[], Any]
) -> None:
    admin(world, DAN)
    for text in ("loyalty stamps one", "loyalty stamps two"):
        world.share(quote=text)
    correct(world, *TEXTS)
    await propose()
    assert proposals(world) == []


async def test_examples_of_a_private_channel_count_by_themselves_and_go_to_its_members_alone(
    world: World, propose: Callable[[], Any]
) -> None:
    admin(world, BEN, CAT)  # Ben is in the private channel, Cat is not
    world.join("finance", DAN)
    correct(world, *TEXTS[:2], channel=PRIVATE)
    correct(world, TEXTS[2])
    await propose()
    assert proposals(world) == [], "words of different audiences never add up"
    correct(world, "Loyalty stamps, please", channel=PRIVATE)
    await propose()
    ((asked, rule),) = proposals(world)
    assert (asked, rule.audience, rule.times) == (BEN, PRIVATE, 3)
    world.run(rules.accept, rule.id, BEN)
    assert [one.feature for one in heeded(world, PRIVATE)] == ["loyalty stamp"]
    assert heeded(world, OPEN) == []
    assert [one.channel_id for one in listed(world, ANN)] == [PRIVATE]
    assert listed(world, CAT) == ()
    for act in (rules.accept, rules.decline, rules.retire):
        with pytest.raises(RuleGone):
            world.run(act, rule.id, CAT)


def test_a_rule_of_a_channel_that_turned_private_is_its_members_alone(world: World) -> None:
    admin(world, BEN, CAT)
    only_here = proposed(world, replace(STAMPS, channel_ids=(SECOND,)), BEN)
    world.run(rules.accept, only_here, CAT)
    world.later(days=8)
    here_too = proposed(world, replace(STAMPS, feature="gift hamper", channel_ids=(SECOND, OPEN)), BEN)
    world.run(rules.accept, here_too, CAT)
    world.run(people.remember_channel, ChannelFacts(SECOND, "product", is_private=True, bot_is_in=True))
    world.run(people.remember_members, SECOND, [ANN, BEN])
    assert [one.feature for one in heeded(world, OPEN)] == ["gift hamper"]
    assert [one.feature for one in heeded(world, SECOND)] == ["loyalty stamp", "gift hamper"]
    assert [one.id for one in listed(world, CAT)] == [here_too]
    assert [(one.id, one.channel_id) for one in listed(world, BEN)] == [(here_too, None), (only_here, SECOND)]
    with pytest.raises(RuleGone):
        world.run(rules.retire, only_here, CAT)


def test_who_left_the_private_channel_meanwhile_is_not_asked(world: World) -> None:
    admin(world, BEN)
    correct(world, *TEXTS, channel=PRIVATE)
    proposed(world, replace(STAMPS, audience=PRIVATE, channel_ids=(PRIVATE,)), BEN)
    world.run(people.remember_members, PRIVATE, [ANN])
    assert "rule" not in [row.purpose for row, _ in world.send()]


async def test_no_private_words_are_proposed_where_no_member_decides(world: World, propose: Callable[[], Any]) -> None:
    admin(world, CAT)
    correct(world, *TEXTS, channel=PRIVATE)
    await propose()
    assert proposals(world) == []


async def test_a_workspace_that_learns_nothing_hears_of_no_rule(world: World, propose: Callable[[], Any]) -> None:
    admin(world, DAN)
    correct(world, *TEXTS)
    world.run(rules.choose_learning, "off", DAN)
    assert await propose() is None
    assert proposals(world) == []


def test_a_proposal_is_not_said_once_what_it_rests_on_was_taken_back(world: World) -> None:
    admin(world, DAN)
    found = correct(world, *TEXTS)
    rule_id = proposed(world)
    world.run(mentions.take_back, found[0], world.department("finance"), CAT)
    assert "rule" not in [row.purpose for row, _ in world.send()]
    rule = world.run(lambda s: s.session.get_one(TagRule, (s.team_id, rule_id)))
    assert (rule.state, rule.decided_by) == ("retired", entries.BOT)


def test_a_proposal_that_stands_is_said(world: World) -> None:
    admin(world, DAN)
    correct(world, *TEXTS)
    proposed(world)
    (said,) = [outgoing for row, outgoing in world.send() if row.purpose == "rule"]
    assert "Shall I tag Finance for “loyalty stamps” from now on?" in str(said.arguments)


def test_a_yes_makes_it_weigh_with_its_reason_and_remove_ends_that(world: World) -> None:
    admin(world, DAN)
    rule_id = proposed(world)
    assert world.run(rules.accept, rule_id, DAN).state == "accepted"
    why = "brought in 3 times for 'loyalty stamps' (rule accepted by Dan)"
    assert heeded(world) == [RuleWords("finance", "loyalty stamp", True, why)]
    assert [(one.state, one.decided_by, one.may_decide) for one in listed(world, ANN)] == [("accepted", DAN, False)]
    assert world.run(rules.retire, rule_id, DAN).state == "retired"
    assert heeded(world) == []
    assert listed(world, DAN) == ()
    assert world.run(rules.accept, rule_id, DAN).state == "accepted", "every act has its reverse"
    acts = [(entry.act, entry.by) for entry in world.run(entries.history, rule_id)]
    assert acts == [("propose_rule", "ours"), ("accept_rule", DAN), ("retire_rule", DAN), ("accept_rule", DAN)]


def test_a_no_is_remembered(world: World) -> None:
    admin(world, DAN)
    rule_id = proposed(world)
    world.run(rules.decline, rule_id, DAN)
    world.later(days=365)
    assert world.run(rules.propose, STAMPS, DAN) is None
    assert heeded(world) == []


def test_only_an_admin_or_the_departments_head_decides(world: World) -> None:
    admin(world, DAN)
    world.join("finance", CAT)
    world.join("product", EVA)
    rule_id = proposed(world)
    for act in (rules.accept, rules.decline, rules.retire):
        with pytest.raises(NotAllowed, match="the head of Finance"):
            world.run(act, rule_id, EVA)
        with pytest.raises(RuleGone):
            world.run(act, rule_id, GUEST)
    world.run(rules.accept, rule_id, CAT)
    assert [one.may_decide for one in listed(world, EVA)] == [False]
    assert listed(world, GUEST) == ()


def test_a_second_click_changes_nothing_and_a_late_no_is_told_so(world: World) -> None:
    admin(world, DAN, EVA)
    rule_id = proposed(world)
    world.run(rules.accept, rule_id, DAN)
    world.run(rules.accept, rule_id, EVA)
    with pytest.raises(RuleSettled, match="accepted already"):
        world.run(rules.decline, rule_id, EVA)
    assert [one.decided_by for one in listed(world, DAN)] == [DAN]
    world.run(rules.retire, rule_id, EVA)
    with pytest.raises(RuleSettled, match="removed already"):
        world.run(rules.decline, rule_id, DAN)
    with pytest.raises(RuleGone):
        world.run(rules.accept, "no such rule", DAN)


def test_two_admins_at_once_decide_once(postgresql_world: World) -> None:
    world = postgresql_world
    admin(world, DAN, EVA)
    rule_id = proposed(world)

    def decide(act: Callable[..., Any], by: str) -> str:
        try:
            return str(world.run(act, rule_id, by).state)
        except RuleSettled:
            return "told"

    done = world.at_once(lambda: decide(rules.accept, DAN), lambda: decide(rules.decline, EVA))
    # A yes after the other's no takes it back; a no after the other's yes is told so.
    assert done in (["accepted", "told"], ["accepted", "declined"])
    assert len(heeded(world)) == 1


def test_two_processes_propose_once(postgresql_world: World) -> None:
    world = postgresql_world
    admin(world, DAN)
    other = replace(STAMPS, feature="gift hamper", words="gift hampers")
    found = world.at_once(
        *[lambda rule=rule: world.run(rules.propose, rule, DAN) for rule in (STAMPS, STAMPS, other, other)]
    )
    assert sum(one is not None for one in found) == 1
    assert len(world.rows("rule")) == 1


def test_a_rule_takes_the_place_of_one_that_says_the_opposite(world: World) -> None:
    admin(world, DAN)
    world.run(rules.accept, proposed(world), DAN)
    world.later(days=30)
    against = proposed(world, replace(STAMPS, speaks_for=False))
    world.run(rules.accept, against, DAN)
    (rule,) = heeded(world)
    assert (rule.speaks_for, rule.why) == (
        False,
        "said 3 times not to be concerned by 'loyalty stamps' (rule accepted by Dan)",
    )


def test_an_open_rule_is_heeded_in_every_channel(world: World) -> None:
    admin(world, DAN)
    world.run(rules.accept, proposed(world), DAN)
    assert [len(heeded(world, where)) for where in (OPEN, SECOND, PRIVATE)] == [1, 1, 1]


def test_answered_offers_are_counted_of_late_and_of_that_person_alone(world: World) -> None:
    due = world.now + timedelta(hours=5)
    for _ in range(2):
        world.run(offers.decline, world.offered(due), ANN)
    world.run(offers.track, world.offered(due), ANN)
    world.promised(due + timedelta(days=1), by=BEN)
    world.run(offers.decline, world.offered(due, BEN), BEN)
    world.offered(due)
    assert world.run(offers.answered_lately, ANN) == (2, 1)
    assert world.run(offers.answered_lately, BEN) == (1, 1)
    assert world.run(offers.answered_lately, CAT) == (0, 0)
    world.later(days=91)
    assert world.run(offers.answered_lately, ANN) == (0, 0)


def test_the_page_and_the_code_have_the_same_rules() -> None:
    assert table("tag_rule") == graph("tag_rule") == moves(RULE_MOVES)
