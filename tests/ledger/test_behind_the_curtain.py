"""What the demo's page tells a person of the ledger: of others' acts only what the product would tell them as well."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.database import Scope
from bot.demo.ledger_rows import ledger_sections
from bot.ledger import hand_offs, mentions, promises, shares
from tests.support.world import ANN, BEN, CAT, DAN, World

DUE = datetime(2026, 11, 26, 15, tzinfo=UTC)


def entries_seen(world: World, person: str, mention_id: str) -> str:
    """What is told of the mention's history to that person, who looks at what the customer said."""
    mention = world.mention(mention_id)

    def look(scope: Scope) -> str:
        asked = {"user": person, "channel": mention.home_channel_id}
        found = {one["title"]: one["rows"] for one in ledger_sections(scope, asked, {"ts": mention.home_ts})}
        return " | ".join(words for _, words in found["Entries"])

    return world.run(look)


def test_who_muted_a_mention_is_told_to_them_alone(world: World) -> None:
    mention_id = world.share().mention_id
    world.run(lambda scope: shares.mute(scope, mentions.get(scope, mention_id, by=BEN), BEN))
    assert "muted" in entries_seen(world, BEN, mention_id)
    assert "muted" not in entries_seen(world, ANN, mention_id)


def test_who_takes_a_promise_over_hears_nothing_of_what_went_on_in_private_before(world: World) -> None:
    mention_id = world.share().mention_id
    promise_id = world.run(promises.make, ANN, promises.Spoken("I'll call", DUE, mention_id), world.said(by=ANN)).id
    world.run(promises.mute, promise_id, ANN)
    asked = world.run(hand_offs.offer, promise_id, ANN, DAN)
    world.run(hand_offs.answer, asked.id, DAN, False)
    asked = world.run(hand_offs.offer, promise_id, ANN, CAT)
    world.run(hand_offs.answer, asked.id, CAT, True)
    told = entries_seen(world, CAT, mention_id)
    assert "offered to hand it over to Cat" in told
    assert "took the promise over" in told
    assert "muted" not in told
    assert "Dan" not in told
    assert "Dan declined" in entries_seen(world, ANN, mention_id), "she had asked him"
    assert "Dan declined" in entries_seen(world, DAN, mention_id)
