"""How an error is provoked: who calls with which arguments, and what happens before."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from playground import Playground
from playground.errors import Json
from playground.methods import METHODS
from playground.seed import DEFAULT_SCOPES
from playground.world import Channel

SUPPORT, RANDOM, DEALS, LEADS = "C0SUPPORT00", "C0RANDOM000", "C0DEALS0000", "C0LEADS0000"
GENERAL = "C0GENERAL00"
MARIA, TOM, RAVI, GUS, BOT = "U0MARIA0000", "U0TOM000000", "U0RAVI00000", "U0GUS000000", "U0OURS00000"
TEAM = "T0PLAYGRND0"
NOTHING = {"type": "nonsense"}

Step = Callable[[Playground], Any]
"""Does something to a playground, or finds something in it; it may have to be awaited."""


@dataclass(frozen=True)
class Way:
    """``args``: what a function stands for is found before the call, None leaves an argument out; ``before`` happens
    after that; ``by`` is a person's name, empty for whoever usually calls such a method."""

    args: Json = field(default_factory=dict)
    before: tuple[Step, ...] = ()
    by: str = ""

    async def call(self, slack: Playground, method: str) -> Json:
        """The answer to the call."""
        found = {name: await _done(slack, value) for name, value in self.args.items()}
        for step in self.before:
            await _done(slack, step)
        token = slack.core.user(self.by).token if self.by else usual_token(slack, method)
        args = {name: value for name, value in found.items() if value is not None}
        return (await slack.api.call(method, token, args)).body


Ways = dict[str, Way]


def ask(*before: Step, by: str = "", **args: Any) -> Way:
    return Way(args, before, by)


def ways(usual: Json, **each: Way) -> Ways:
    """Ways to errors, by their names; ``usual`` are arguments that all of them have, unless they say otherwise."""
    return on(usual, each)


def on(usual: Json, each: Ways) -> Ways:
    return {error: replace(way, args=usual | way.args) for error, way in each.items()}


async def _done(slack: Playground, value: Any) -> Any:
    found = value(slack) if callable(value) else value
    return await found if inspect.isawaitable(found) else found


def usual_token(slack: Playground, method: str) -> str:
    """A token of the first kind that may call the method: the app's own, a person's, the app-level one, or none."""
    tokens = {
        "bot": slack.settings.bot_token,
        "user": slack.core.user("@maria").token,
        "app": slack.settings.app_token,
    }
    kinds = METHODS[method].kinds
    return next((token for kind, token in tokens.items() if kind in kinds), "")


def grant_everything(slack: Playground) -> None:
    """All scopes that methods ask for; but none that opens channels which the app is not in."""
    asked = {scope for method in METHODS.values() for scope in method.scopes}
    slack.core.world.tokens[slack.settings.bot_token].scopes = asked | set(DEFAULT_SCOPES)


# what is found


def room(slack: Playground, channel: str = SUPPORT) -> Channel:
    return slack.core.world.channels[channel]


def said(text: str = "hello", user: str = "@tom", channel: str = SUPPORT) -> Step:
    """The ts of a message of a person."""
    return lambda slack: slack.engine.say(channel=channel, user=user, text=text)["ts"]


def answered(slack: Playground) -> str:
    """The ts of a reply."""
    parent = slack.engine.say(channel=SUPPORT, user="@tom", text="parent")["ts"]
    reply: str = slack.engine.say(channel=SUPPORT, user="@tom", text="reply", thread_ts=parent)["ts"]
    return reply


async def posted(slack: Playground) -> str:
    """The ts of a message of the app."""
    ts: str = (await called(slack, "chat.postMessage", channel=SUPPORT, text="mine"))["ts"]
    return ts


async def called(slack: Playground, method: str, **args: Any) -> Json:
    """The answer to a call that has to be fine."""
    body = (await slack.api.call(method, usual_token(slack, method), args)).body
    assert body["ok"], body
    return body


def direct(slack: Playground) -> str:
    """The app's direct conversation with Tom."""
    return slack.core.open_im(BOT, TOM).id


# what happens


def archived(slack: Playground) -> None:
    room(slack).is_archived = True


def with_room(channel: str = SUPPORT, **fields: Any) -> Step:
    """A channel is changed."""
    return lambda slack: vars(room(slack, channel)).update(fields)


def with_app(**fields: Any) -> Step:
    """A setting of the app is changed."""
    return lambda slack: vars(slack.settings).update(fields)


def with_user(name: str, **fields: Any) -> Step:
    return lambda slack: vars(slack.core.user(name)).update(fields)


def with_team(**fields: Any) -> Step:
    return lambda slack: vars(slack.core.world.teams[TEAM]).update(fields)


def later(seconds: float) -> Step:
    return lambda slack: slack.clock.advance(seconds)


PAGES = ways({}, invalid_cursor=ask(cursor="nonsense"), invalid_limit=ask(limit=0))
