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

``slack.engine`` has one method per control call, with the call's fields as keyword arguments and the call's answer as
result: say, edit, delete, react, unreact, unfurl, join, leave, time, fault, end_fault, restore, world, state (plain
functions); command, click, suggest, submit, close, shortcut, open_home, settle (coroutines). Wrong requests raise
``playground.errors.ControlError`` (error and remedy). ``slack.clock`` is the PlayClock that everything runs on.
"""

from playground.clock import PlayClock
from playground.server import Options, Playground

__all__ = ["Options", "PlayClock", "Playground"]
