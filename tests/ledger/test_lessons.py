"""Where an admin lets corrections weigh at once, reading is taught by them: each day anew, by no others' words."""

from __future__ import annotations

from bot.jobs.lessons import Lessons
from bot.ledger import mentions, rules
from bot.understanding import Corrections
from bot.understanding.corrections import shift_for
from tests.ledger.test_rules import TEXTS, admin, correct
from tests.support.world import DAN, OPEN, PRIVATE, SECOND, World

KEYS = ("product", "finance", "sales")


def at_once(world: World) -> Lessons:
    admin(world, DAN)
    world.run(rules.choose_learning, "at_once", DAN)
    return Lessons()


def learned(world: World, lessons: Lessons, channel: str = OPEN) -> Corrections:
    found = world.run(lambda scope: lessons.of(scope, channel))
    assert found is not None
    return found


def test_corrections_weigh_only_where_an_admin_chose_so(world: World) -> None:
    correct(world, *TEXTS)
    assert world.run(lambda scope: Lessons().of(scope, OPEN)) is None
    lessons = at_once(world)
    shift = shift_for("all my loyalty stamps", KEYS, learned(world, lessons))
    assert shift["finance"] > 0 > shift["sales"]
    assert shift["product"] > shift["sales"], "it was tagged, and nobody said that this was wrong"
    world.run(rules.choose_learning, "propose", DAN)
    assert world.run(lambda scope: lessons.of(scope, OPEN)) is None


def test_what_was_learnt_is_kept_until_somebody_corrects_or_the_day_ends(world: World) -> None:
    found = correct(world, *TEXTS)
    lessons = at_once(world)
    first = learned(world, lessons)
    assert learned(world, lessons) is first
    correct(world, "More stamps")
    second = learned(world, lessons)
    assert second.examples > first.examples
    world.run(mentions.take_back, found[0], world.department("finance"), DAN)
    assert learned(world, lessons).examples < second.examples
    third = learned(world, lessons)
    world.later(days=90)
    assert abs(learned(world, lessons).examples - third.examples / 2) < 0.01, "examples fade"


def test_words_of_a_private_channel_teach_nobody_else(world: World) -> None:
    correct(world, *TEXTS, channel=PRIVATE)
    correct(world, "Another loyal customer", channel=SECOND)
    lessons = at_once(world)
    assert "loyalty stamp" in learned(world, lessons, PRIVATE).of_feature
    assert "loyalty stamp" not in learned(world, lessons, OPEN).of_feature
    assert "loyal" in learned(world, lessons, OPEN).of_feature
    assert learned(world, lessons, PRIVATE).examples == 4


def test_nothing_is_learnt_any_more_once_that_is_switched_off(world: World) -> None:
    correct(world, *TEXTS)
    lessons = at_once(world)
    assert learned(world, lessons).examples == 3
    world.run(rules.choose_learning, "off", DAN)
    world.run(rules.choose_learning, "at_once", DAN)
    assert learned(world, lessons).examples == 0
