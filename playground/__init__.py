"""A local Slack: engine, shells, faults, time. It knows nothing of any bot.

In a process of its own: ``python -m playground --port 8070 --events-url http://127.0.0.1:3000/slack/events``.

In the same process (tests, demos)::

    from playground import Playground

    async with Playground(events_url="http://127.0.0.1:3000/slack/events") as slack:
        client = AsyncWebClient(token=slack.settings.bot_token, base_url=f"{slack.url}/api/")
        slack.engine.say(channel="#support", user="@maria", text="Acme wrote to us")
        await slack.engine.settle(quiet=0.05)
        slack.clock.advance(3600)
        answer = await slack.engine.command(channel="#support", user="@maria", command="/ours", text="mine")
        state = slack.engine.state(["channels"])

Without a network, in the running loop's time (simulations; more in ``Playground``)::

    loop = asyncio.get_running_loop()
    slack = Playground(start=MONDAY, seed=7, monotonic=loop.time, epoch=lambda: 1_795_000_000.0 + loop.time())
    answer = await slack.api.call("apps.connections.open", slack.settings.app_token, {})
    socket = slack.connect(answer.body["url"])
    hello, envelope = await socket.receive_json(), await socket.receive_json()
    await socket.ack(envelope)

``slack.engine`` has one method per control call, with the call's fields as keyword arguments and the call's answer as
result: say, edit, delete, react, unreact, unfurl, join, leave, time, fault, end_fault, restore, world, state (plain
functions); command, click, suggest, submit, close, shortcut, open_home, settle (coroutines). Wrong requests raise
``playground.errors.ControlError`` (error and remedy). ``slack.clock`` is the PlayClock that everything runs on.
"""

from playground.clock import PlayClock
from playground.server import Options, Playground

__all__ = ["Options", "PlayClock", "Playground"]
