"""Without a network: deliveries through a transport in memory, time from a machine that stands still."""

import json

from playground import Playground
from playground.deliver import Reply
from tests.playground.conftest import START


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
