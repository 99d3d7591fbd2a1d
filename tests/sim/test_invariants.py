"""Each invariant can fail: a world in which it is broken is blamed."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any

from tests.sim.ending import check
from tests.sim.faults import REQUIRED, never_struck
from tests.sim.graphs import THINGS, allows, edges
from tests.sim.loop import VirtualLoop
from tests.sim.people import People
from tests.sim.safety import Safety
from tests.sim.stage import Stage, build, stream, tear_down
from tests.sim.truth import Post, Truth

Break = Callable[[Stage, Safety, Truth], None]
WORDS = {"text": "mqz0001", "blocks": []}


def blamed(break_it: Break) -> list[str]:
    """What is blamed on a world that is broken like this."""

    async def play(loop: VirtualLoop) -> list[str]:
        stage, truth = build(3, loop), Truth()
        safety = Safety(stage, truth, People(stage, truth))
        break_it(stage, safety, truth)
        found = stage.violations[:]
        await tear_down(stage)
        return found

    return _run(play)


def _run(play: Callable[[VirtualLoop], Coroutine[Any, Any, list[str]]]) -> list[str]:
    loop = VirtualLoop(stream(3, "loop"))
    asyncio.set_event_loop(loop)
    try:
        return loop.run_until_complete(play(loop))
    finally:
        asyncio.set_event_loop(None)
        loop.close()


def said(stage: Stage, channel: str, truth: Truth, room: str = "deals") -> None:
    """A private room's words are posted by the bot in that channel."""
    truth.add(Post("mention", stage.town.rooms[room].members[0], room, "1.000000", "mqz0001"))
    where = stage.slack.core.channel(channel)
    metadata = {"event_payload": {"row": "r1"}}
    args = {"channel": where.id, "metadata": metadata, **WORDS}
    for callback in stage.api.on_act:
        callback("chat.postMessage", args, {"channel": where.id, "ts": _posted(stage, where.id)})


def _posted(stage: Stage, channel_id: str) -> str:
    name = stage.slack.core.world.channels[channel_id].name
    ts: str = stage.slack.engine.say(channel=channel_id, user=f"@{stage.town.rooms[name].members[0]}", text="x")["ts"]
    return ts


def test_a_move_that_no_graph_has() -> None:
    found = blamed(lambda stage, safety, truth: safety.committed([("promise", "p1", "kept", "offered")]))
    assert "the graph forbids" in found[0]
    assert all(edges(thing) for thing in THINGS)
    assert allows("promise", "open", "kept")


def test_a_slot_that_is_sent_in_the_ledger_only() -> None:
    found = blamed(lambda stage, safety, truth: safety.committed([("slot", "s1", "queued", "sent")]))
    assert "Slack has nothing of it" in found[0]


def test_private_words_in_an_open_room() -> None:
    found = blamed(lambda stage, safety, truth: said(stage, "#general", truth))
    assert any("words of #deals" in one for one in found)


def test_a_row_that_is_said_twice() -> None:
    def twice(stage: Stage, safety: Safety, truth: Truth) -> None:
        said(stage, "#deals", truth)
        said(stage, "#deals", truth)

    assert any("stands in Slack 2 times" in one for one in blamed(twice))


def test_words_where_guests_read() -> None:
    found = blamed(lambda stage, safety, truth: said(stage, "#partners", truth, "partners"))
    assert any("where guests read" in one for one in found)


def test_a_mention_that_was_lost_and_a_digest_that_never_came() -> None:
    def lose(stage: Stage, safety: Safety, truth: Truth) -> None:
        truth.add(Post("mention", stage.town.rooms["support"].members[0], "support", "1.000000", "mqz0001"))
        check(stage, truth, has_digest=True)

    found = blamed(lose)
    assert any("mqz0001 in #support at 1.000000 was lost" in one for one in found)
    assert any("digest came 0 times" in one for one in found)


def test_what_came_another_way_and_was_lost() -> None:
    def lose(stage: Stage, safety: Safety, truth: Truth) -> None:
        truth.add(Post("told", "nobody", "support", "heard", "mqz0001", is_certain=True))
        truth.add(
            Post("reminder", stage.town.rooms["support"].members[0], "support", "typed", "pqz0002", is_certain=True)
        )
        truth.add(Post("told", "nobody", "support", "perhaps", "mqz0003"))
        check(stage, truth, has_digest=False)

    found = blamed(lose)
    assert any("told of mqz0001 in #support is 0 mentions" in one for one in found)
    assert any("(pqz0002) is 0 promises" in one for one in found)
    assert not any("mqz0003" in one for one in found)


def test_a_kind_of_fault_that_never_struck_is_named() -> None:
    assert set(never_struck(Counter())) == REQUIRED
