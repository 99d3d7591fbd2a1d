"""A very large directory: a message that names nobody in it asks for the newest name, and for no others."""

from __future__ import annotations

from sqlalchemy import Engine

from bot.ledger import customers, name_bitmaps
from tests.ledger.test_name_bitmaps import FEWEST, MANY, with_many
from tests.support.statements import statements
from tests.support.world import ANN, TEAM
from tests.wire.conftest import Office
from tests.wire.test_reader import say

ANGRY = "{} says the invoice is wrong again and they want a refund"


async def read_all(office: Office) -> None:
    """As many messages before it read the names on, a part each."""
    office.world.now = office.slack.clock.now()
    scope_at = office.shop.scope_at(TEAM)
    for _ in range(MANY // name_bitmaps.STEP + 2):
        await office.shop.database.read(lambda session: name_bitmaps.current(scope_at(session), FEWEST))


def reading_engine(office: Office) -> Engine:
    engine = getattr(office.shop.database, "reading", None)
    assert isinstance(engine, Engine)
    return engine


async def asked_for_names(office: Office, words: str) -> int:
    await say(office, words)
    with statements(reading_engine(office)) as found:
        await office.read()
    assert sum("FROM alias" in one and "LIMIT 1" in one for one in found) == 1, "whether names were added meanwhile"
    return sum("alias.norm IN" in one for one in found)


async def test_only_a_message_that_may_name_a_customer_asks_the_directory(office: Office) -> None:
    with_many(office.world)
    office.later(2 * 60 * 60)
    await read_all(office)
    assert await asked_for_names(office, "Lunch at noon? The Thai place again.") == 0
    assert await asked_for_names(office, ANGRY.format("Customer 17")) == 1
    assert len(office.world.rows("share_offer")) == 1


async def test_a_customer_who_was_just_added_is_read(office: Office) -> None:
    with_many(office.world)
    office.later(2 * 60 * 60)
    await read_all(office)
    assert await asked_for_names(office, ANGRY.format("Zenith")) == 0
    assert not office.world.rows("share_offer"), "without the name that is no customer's matter"
    office.world.run(customers.add, "Zenith", "zenith", ANN)
    assert await asked_for_names(office, ANGRY.format("Zenith")) == 1
    assert len(office.world.rows("share_offer")) == 1
