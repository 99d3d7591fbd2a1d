"""The small company of the tests stands on both databases."""

from bot.ledger import shares
from tests.support.world import ANN, World


def test_a_shared_mention_asks_the_head_of_its_department(world: World) -> None:
    world.join("product", ANN)
    recorded = world.share(by=ANN)
    found = world.run(shares.of_mention, recorded.mention_id)
    assert [(share.user_id, share.state) for share in found] == [(ANN, "asked")]
    assert sorted(row.purpose for row in world.rows()) == ["card", "ping"]
