"""Without a network: deliveries through a transport in memory, time from a machine that stands still."""

import json

import pytest

from playground import Playground
from playground.deliver import Reply
from tests.playground.conftest import START, Call


class Memory:
    """A transport that hands requests to the test."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    async def post(self, url: str, headers: dict[str, str], body: bytes) -> Reply:
        self.bodies.append(body)
        return Reply(200 if len(self.bodies) > 1 else 503)


async def test_the_engine_works_with_every_seam_passed_in() -> None:
    memory = Memory()
    slack = Playground(
        start=START, events_url="memory", transport=memory, monotonic=lambda: 5.0, epoch=lambda: 1_795_000_000.0
    )
    said = slack.engine.say(channel="#support", user="@maria", text="hello")
    for task in list(slack.deliverer.tasks):
        await task
    first, second = (json.loads(body) for body in memory.bodies)
    assert first["event_id"] == second["event_id"]
    assert said["ts"] == "1795446000.000000"
    answer = await slack.web.api.call("conversations.history", slack.settings.bot_token, {"channel": "C0SUPPORT00"})
    assert [m["text"] for m in answer.body["messages"]] == ["hello"]
    await slack.stop()


async def test_the_same_calls_give_the_same_ids() -> None:
    def run() -> list[str]:
        slack = Playground(start=START, monotonic=lambda: 5.0)
        slack.core.deliver = lambda delivery: None
        slack.engine.say(channel="#support", user="@maria", text="@ours hi")
        return [json.dumps(d.body) for d in slack.core.deliveries]

    assert run() == run()


async def test_what_was_answered_and_sent_does_not_change_later(quiet: Playground, call: Call) -> None:
    blocks = [{"type": "section", "text": {"type": "plain_text", "text": "one"}}]
    posted = await call("chat.postMessage", channel="C0SUPPORT00", text="x", blocks=blocks)
    event = json.dumps(quiet.core.deliveries[0].body)
    before = quiet.engine.state()
    told = json.dumps(before)
    blocks[0]["text"] = posted["message"]["blocks"][0]["text"] = {"type": "plain_text", "text": "two"}
    posted["message"]["text"] = "y"
    quiet.engine.react(channel="#support", user="@tom", ts=posted["ts"], name="eyes")
    quiet.engine.join(channel="#support", user="@ravi")
    assert (json.dumps(before), json.dumps(quiet.core.deliveries[0].body)) == (told, event)
    after = quiet.engine.state()
    assert (after["calls"], after["deliveries"][0]) == (before["calls"], before["deliveries"][0])
    stored = quiet.core.channel("#support").messages[posted["ts"]]
    assert (stored.text, stored.blocks[0]["text"]["text"]) == ("x", "one")


async def test_a_call_in_this_process_takes_what_json_can_carry(quiet: Playground) -> None:
    with pytest.raises(TypeError):
        await quiet.api.call("api.test", quiet.settings.bot_token, {"x": {1, 2}})
