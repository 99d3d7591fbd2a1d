"""Rate limits count on the playground's clock."""

from playground import Playground
from playground.api import Answer
from playground.seed import DEFAULT_WORLD
from tests.playground.conftest import START, Call

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


async def read(slack: Playground, method: str = "conversations.history", **args: object) -> Answer:
    return await slack.web.api.call(method, slack.settings.bot_token, {"channel": SUPPORT, **args})


async def test_history_is_read_fifty_times_a_minute_by_default(quiet: Playground) -> None:
    quiet.clock.set_speed(0.001)
    statuses = [(await read(quiet)).status for _ in range(51)]
    assert statuses == [200] * 50 + [429]


async def test_an_outside_app_reads_once_a_minute_by_method_and_fifteen_messages_at_once() -> None:
    slack = Playground(start=START, tight_history=True, monotonic=lambda: 5.0)
    slack.core.deliver = lambda delivery: None
    root = slack.engine.say(channel="#support", user="@tom", text="root")["ts"]
    for number in range(20):
        slack.engine.say(channel="#support", user="@tom", text=str(number))
        slack.engine.say(channel="#support", user="@tom", text=str(number), thread_ts=root)
    first = await read(slack, limit=200)
    assert (first.status, len(first.body["messages"]), first.body["has_more"]) == (200, 15, True)
    thread = await read(slack, "conversations.replies", ts=root)
    assert (thread.status, len(thread.body["messages"]), thread.body["has_more"]) == (200, 15, True)
    slack.clock.advance(12.5)
    refused = await read(slack, limit=1)
    assert (refused.status, refused.body["error"], refused.headers["retry-after"]) == (429, "ratelimited", "48")
    slack.clock.advance(48)
    cursor = first.body["response_metadata"]["next_cursor"]
    rest = await read(slack, cursor=cursor)
    assert (rest.status, len(rest.body["messages"]), rest.body["has_more"]) == (200, 6, False)
    await slack.stop()


async def test_the_tight_regime_is_ordered_with_the_world_and_seen_in_the_state(quiet: Playground) -> None:
    assert quiet.engine.state(["app"])["app"]["tight_history"] is False
    quiet.engine.world(**DEFAULT_WORLD, app={"tight_history": True})
    assert quiet.engine.state(["app"])["app"]["tight_history"] is True
    assert [(await read(quiet)).status for _ in range(2)] == [200, 429]
    quiet.engine.world(**DEFAULT_WORLD, app=quiet.engine.state(["app"])["app"] | {"tight_history": False})
    assert [(await read(quiet)).status for _ in range(2)] == [200, 200]


async def test_the_tight_regime_counts_each_workspace_apart(quiet: Playground) -> None:
    quiet.engine.world(
        teams=[{"name": "Us"}, {"name": "Them"}],
        users=[{"name": "ada", "team": "Us"}, {"name": "ben", "team": "Them"}],
        channels=[{"name": n, "team": t, "members": ["ours"]} for n, t in (("ours", "Us"), ("theirs", "Them"))],
        app={"tight_history": True},
    )
    installed = quiet.core.world.installations.values()
    found = [(i.token, quiet.core.channel(name).id) for i, name in zip(installed, ("#ours", "#theirs"), strict=True)]
    for status in (200, 429):
        answers = [await quiet.web.api.call("conversations.history", t, {"channel": c}) for t, c in found]
        assert [a.status for a in answers] == [status] * 2
