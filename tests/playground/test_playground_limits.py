"""Rate limits count on the playground's clock."""

from playground import Playground
from tests.playground.conftest import Call

SUPPORT = "C0SUPPORT00"


async def post(slack: Playground, channel: str = SUPPORT) -> tuple[int, str]:
    token = slack.settings.bot_token
    answer = await slack.web.api.call("chat.postMessage", token, {"channel": channel, "text": "x"})
    return answer.status, answer.headers.get("retry-after", "")


async def test_a_channel_takes_one_message_a_second_after_a_small_burst(quiet: Playground) -> None:
    quiet.clock.set_speed(0.001)
    assert [await post(quiet) for _ in range(6)] == [(200, "")] * 5 + [(429, "1")]
    assert await post(quiet, "C0DEALS0000") == (200, "")
    quiet.clock.advance(1.1)
    assert await post(quiet) == (200, "")
    assert await post(quiet) == (429, "1")


async def test_a_tier_two_method_refuses_the_twenty_first_call_of_a_minute(quiet: Playground, call: Call) -> None:
    quiet.clock.set_speed(0.001)
    answers = [await call("usergroups.list") for _ in range(21)]
    assert [a["ok"] for a in answers] == [True] * 20 + [False]
    assert answers[-1]["error"] == "ratelimited"
    assert (await call("users.info", user="U0TOM000000"))["ok"]
    quiet.clock.advance(60)
    assert (await call("usergroups.list"))["ok"]


async def test_a_ratelimit_fault_blocks_that_method_for_its_seconds(quiet: Playground) -> None:
    quiet.engine.fault(kind="ratelimit", method="chat.postMessage", seconds=20)
    assert await post(quiet) == (429, "20")
    quiet.clock.advance(10)
    assert (await post(quiet))[0] == 429
    quiet.clock.advance(10.1)
    assert await post(quiet) == (200, "")
