"""Leave that begins in the middle of something, or ends after others stood in for whoever stood in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.ledger import departments, firing, leads, leaves, parts, slots
from bot.ledger.departments import Arrangement
from tests.ledger.test_leaves import NEXT_WEEK, answer, asked, gone, lead, owned, status
from tests.support.world import ANN, BEN, CAT, DAN, EVA, World


def product(world: World) -> None:
    """Eva heads product, Dan and then Cat are on duty for it."""
    department_id = world.join("product", EVA)
    world.run(departments.arrange, department_id, Arrangement(EVA, (DAN, CAT), None, None), EVA)


def on_leave(world: World, user_id: str = ANN) -> None:
    status(world, user_id, world.now + NEXT_WEEK)


def back(world: World, user_id: str) -> None:
    status(world, user_id, is_away=False)
    world.later(days=1)
    world.run(lambda scope: firing.fire(scope, slots.take_due(scope.session, scope.now)))


def whom(world: World, mention_id: str) -> str | None:
    standing = asked(world, mention_id)
    return standing.to_id if standing is not None else None


@pytest.mark.parametrize("is_answered", [True, False])
def test_who_goes_on_leave_while_the_lead_is_offered_is_stood_in_for_all_the_same(
    world: World, is_answered: bool
) -> None:
    product(world)
    mention_id = owned(world, ANN, BEN)
    offer = world.run(leads.offer, mention_id, ANN, BEN)
    on_leave(world)
    assert whom(world, mention_id) == BEN
    if is_answered:
        world.run(leads.answer, offer.id, BEN, False)
    else:
        world.later(days=1)
        world.run(leads.lapse_due)
    assert whom(world, mention_id) not in {None, BEN}


def test_a_stand_in_who_steps_back_is_followed_by_another(world: World) -> None:
    product(world)
    mention_id = owned(world, ANN, BEN)
    on_leave(world)
    assert answer(world, mention_id, True) == BEN
    world.run(parts.step_back, mention_id, BEN)
    assert lead(world, mention_id) == ANN
    assert whom(world, mention_id) not in {None, BEN}


def test_a_stand_in_who_has_no_account_any_more_is_followed_by_another(world: World) -> None:
    product(world)
    mention_id = owned(world, ANN, BEN)
    on_leave(world)
    assert answer(world, mention_id, True) == BEN
    gone(world, BEN)
    assert lead(world, mention_id) == ANN
    assert whom(world, mention_id) not in {None, BEN}


def test_the_lead_goes_back_to_who_returns_also_from_whoever_stood_in_for_the_stand_in(world: World) -> None:
    product(world)
    mention_id = owned(world, ANN, BEN, CAT)
    on_leave(world)
    assert answer(world, mention_id, True) == BEN
    status(world, BEN, world.now + 2 * NEXT_WEEK)
    assert answer(world, mention_id, True) == CAT
    assert lead(world, mention_id) == CAT
    back(world, ANN)
    assert lead(world, mention_id) == ANN
    back(world, BEN)
    assert lead(world, mention_id) == ANN


def test_the_lead_goes_back_to_a_stand_in_who_returns_first(world: World) -> None:
    product(world)
    mention_id = owned(world, ANN, BEN, CAT)
    on_leave(world)
    assert answer(world, mention_id, True) == BEN
    status(world, BEN, world.now + timedelta(days=3))
    assert answer(world, mention_id, True) == CAT
    back(world, BEN)
    assert lead(world, mention_id) == BEN
    back(world, ANN)
    assert lead(world, mention_id) == ANN


def test_who_is_back_is_told_who_leads_now(world: World) -> None:
    mention_id = owned(world, ANN, BEN, CAT)
    on_leave(world)
    assert answer(world, mention_id, True) == BEN
    passed = world.run(leads.offer, mention_id, BEN, CAT)
    world.run(leads.answer, passed.id, CAT, True)
    world.send()
    back(world, ANN)
    assert lead(world, mention_id) == CAT, "passed on by hand, it stays there"
    (said,) = [outgoing for row, outgoing in world.send() if row.purpose == leaves.WELCOME_BACK]
    told = str(said.arguments)
    assert f"<@{CAT}> leads now" in told
    assert "you lead again" not in told
