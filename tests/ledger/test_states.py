"""The graphs of docs/states.md: the page and the code agree, and a machine walks them against the real ledger.

WALK_EXAMPLES and WALK_STEPS walk longer.
"""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.ledger import entries, promises
from bot.models.cause import CAUSE_MOVES
from bot.models.mention import LEAD_MOVES, SHARE_MOVES
from bot.models.praise import QUOTE_MOVES
from bot.models.promise import EVIDENCE_MOVES, HAND_OFF_MOVES, PROMISE_MOVES
from tests.ledger.walk.ledger import walk
from tests.support.states_page import graph, moves, table
from tests.support.world import ANN, World

EXAMPLES, STEPS = os.environ.get("WALK_EXAMPLES"), os.environ.get("WALK_STEPS")

NAMES = (
    "promise",
    "hand_off",
    "evidence",
    "share",
    "lead_offer",
    "cause",
    "quote",
    "tag_rule",
    "slot",
    "outbox",
    "inbox",
)


@pytest.mark.parametrize("name", NAMES)
def test_picture_and_table_agree(name: str) -> None:
    assert graph(name) == table(name)
    assert table(name)


def test_the_page_and_the_code_have_the_same_promises_and_shares() -> None:
    assert table("promise") == moves(PROMISE_MOVES)
    assert table("hand_off") == moves(HAND_OFF_MOVES)
    assert table("evidence") == moves(EVIDENCE_MOVES)
    assert table("share") == moves(SHARE_MOVES)
    assert table("lead_offer") == moves(LEAD_MOVES)
    assert table("cause") == moves(CAUSE_MOVES)
    assert table("quote") == moves(QUOTE_MOVES)


def test_the_ledger_walks_the_graphs_on_sqlite(sqlite: Engine) -> None:
    walk(sqlite, examples=int(EXAMPLES or 12), steps=int(STEPS or 25))


def test_the_ledger_walks_the_graphs_on_postgresql(postgresql: Engine) -> None:
    walk(postgresql, examples=int(EXAMPLES or 4), steps=int(STEPS or 15))


def test_every_act_of_a_promise_has_its_entry(world: World) -> None:
    promise_id = world.promised(world.now + timedelta(hours=4))
    world.run(promises.withdraw, promise_id, ANN, "why")
    world.run(promises.reopen, promise_id, ANN)
    world.run(promises.mute, promise_id, ANN)
    world.run(promises.unmute, promise_id, ANN)
    world.run(promises.unmute, promise_id, ANN)  # a second click: it is so already
    acts = [entry.act for entry in world.run(entries.history, promise_id)]
    assert acts == ["make_promise", "withdraw_promise", "reopen_promise", "mute", "unmute"]
