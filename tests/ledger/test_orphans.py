"""Whose account is gone: co-owners first, then duty and head; nothing that they were on is left to nobody."""

from __future__ import annotations

from sqlalchemy import Engine

from bot.facts import PersonFacts
from bot.ledger import entries, leads, orphans, parts, people, shares, tags
from tests.support.world import ANN, BEN, CAT, DAN, World

GONE = PersonFacts(ANN, "Ann", is_deleted=True)


def leave(world: World) -> None:
    def act(scope: object) -> None:
        for user_id in orphans.gone(scope, [GONE]):  # type: ignore[arg-type]
            people.remember(scope, [GONE])  # type: ignore[arg-type]
            orphans.leave(scope, user_id)  # type: ignore[arg-type]

    world.run(act)


def owners(world: World, mention_id: str) -> dict[str, bool]:
    found = world.run(shares.of_mention, mention_id)
    return {share.user_id: share.is_lead for share in found if share.state == "claimed"}


def test_a_co_owner_leads_and_hears_so_with_the_note_that_was_left(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    world.claim(mention_id, BEN)
    world.run(parts.change, mention_id, ANN, "refund is booked", False)
    leave(world)
    assert owners(world, mention_id) == {BEN: True}
    (row,) = world.rows(leads.INHERITS)
    assert (row.lane_id, row.details) == (BEN, {"user": ANN})
    assert [(one.act, one.by) for one in world.run(entries.history, mention_id)][-1] == ("release", entries.BOT)


def test_where_nobody_is_left_the_department_asks_another(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", ANN, DAN)
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    world.send()
    leave(world)
    assert owners(world, mention_id) == {}
    (tag,) = [one for one in world.run(tags.of_mention, mention_id) if one.asked_id]
    assert tag.asked_id == DAN
    assert [row.purpose for row in world.rows("ping")] == ["ping"]


def test_who_was_asked_and_has_gone_is_replaced(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", ANN, DAN)
    mention_id = world.share().mention_id
    leave(world)
    found = {share.user_id: share.state for share in world.run(shares.of_mention, mention_id)}
    assert found == {ANN: "declined", DAN: "asked"}


def test_the_lead_offered_to_somebody_who_has_gone_returns(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = world.share().mention_id
    world.claim(mention_id, BEN)
    world.claim(mention_id, ANN)
    world.run(leads.offer, mention_id, BEN, ANN)
    leave(world)
    assert world.run(leads.waiting, mention_id) is None
    assert [row.lane_id for row in world.rows(leads.ANSWER)] == [BEN]


def test_what_was_done_stays_in_the_history_and_who_was_gone_is_gone_once(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    world.claim(mention_id, CAT)
    world.run(parts.change, mention_id, ANN, "done", True)
    leave(world)
    found = {share.user_id: share.state for share in world.run(shares.of_mention, mention_id)}
    assert (found[ANN], found[CAT]) == ("done", "claimed")
    assert owners(world, mention_id) == {CAT: True}
    assert world.run(orphans.gone, [GONE]) == []
