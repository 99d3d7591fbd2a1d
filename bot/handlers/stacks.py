"""Views upon views: what a click in one of them opens on top, and what lies below it is shown anew."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from slack_bolt.async_app import AsyncAck

from bot.errors import BotError, SlackRefused, ViewOutdated
from bot.handlers.desk import Click, Desk, click_of, open_form, told_of_slack
from bot.messages import forms
from bot.messages.layout import section
from bot.messages.text import harmless
from bot.slack import calls

log = logging.getLogger(__name__)
Value = str | bool | int | tuple[str, ...] | None
Values = Mapping[str, Value]
"""By input, what it holds."""


@dataclass(frozen=True, slots=True)
class About:
    """The private metadata of a view of the setup: ids only. `channel_id` is where `/ours setup` was typed, `was` are
    marks of the values that a form began with: by them we see what somebody else changed meanwhile. `first` are those
    of the first view's own inputs, which lie below all others: Slack keeps what stands there when it is shown anew.
    """

    subject: str = ""
    channel_id: str = ""
    page: int = 0
    was: Mapping[str, str] = field(default_factory=dict)
    first: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        told = [self.subject, self.channel_id, self.page, dict(self.was), dict(self.first)]
        return json.dumps(told, separators=(",", ":"))


def about_of(metadata: str) -> About:
    """The reverse of `About.text`. Raises ViewOutdated for what another version of ours wrote."""
    try:
        subject, channel_id, page, was, first = json.loads(metadata) if metadata else ("", "", 0, {}, {})
        return About(str(subject), str(channel_id), int(page), dict(was), dict(first))
    except (ValueError, TypeError) as error:
        raise ViewOutdated from error


def marks(values: Values) -> dict[str, str]:
    """Whether a value is still the same can be told by its mark, and nothing else."""
    return {name: hashlib.sha256(repr(value).encode()).hexdigest()[:10] for name, value in values.items()}


@dataclass(frozen=True, slots=True)
class Merged:
    """What a form changes, and which of that somebody else changed meanwhile to something else."""

    changed: dict[str, Value]
    clashing: tuple[str, ...]


def merge(was: Mapping[str, str], now: Values, sent: Values) -> Merged:
    """`was` are the marks of what the form began with, `now` is what holds, `sent` what was sent in. What its sender
    left alone stays as it is now.
    """
    begun, wanted = marks(now), marks(sent)
    changed = {name: value for name, value in sent.items() if wanted[name] != was.get(name) and value != now.get(name)}
    clashing = tuple(name for name in changed if name in now and begun[name] != was.get(name))
    return Merged(changed, clashing)


def again(about: About, now: Values, merged: Merged) -> About:
    """For the same form once more, when its sender has been told what clashes. Slack keeps what stands in its inputs:
    what they left alone still stands there as the form began.
    """
    return replace(about, was={**about.was, **marks({name: now[name] for name in merged.clashing})})


@dataclass(frozen=True, slots=True)
class Turn:
    """A click in a view: `about` is that view's, `previous_id` the one below it, `root_id` the view at the bottom."""

    click: Click
    view_id: str
    root_id: str
    about: About
    previous_id: str = ""

    @property
    def team_id(self) -> str:
        return self.click.team_id

    @property
    def user_id(self) -> str:
        return self.click.user_id

    @property
    def value(self) -> str:
        return self.click.value


Do = Callable[[Turn], Awaitable[None]]


def turning(desk: Desk, do: Do) -> Callable[..., Awaitable[None]]:
    """A Bolt listener for clicks in views; what can't be done is said in a view on top."""

    async def listener(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        view = body.get("view") or {}
        try:
            click = click_of(body)
            about = about_of(str(view.get("private_metadata", "")))
            await desk.meet(click.team_id, [click.user_id])
            below = str(view.get("previous_view_id") or "")
            await do(Turn(click, str(view.get("id", "")), str(view.get("root_view_id") or ""), about, below))
        except BotError as error:
            await _say(desk, body, harmless(error.words, error.people))
        except (calls.SlackBusyError, calls.SlackUnknownError) as error:
            await _say(desk, body, told_of_slack(error))

    return listener


async def _say(desk: Desk, body: dict[str, Any], words: str) -> None:
    """On top of the view; where no more fit, or its moment is over, in its place."""
    client, view = desk.client(body["team"]["id"]), forms.shown_form("Ours", [section(words)])
    try:
        await calls.call(client, "views.push", {"trigger_id": body["trigger_id"], "view": view})
    except SlackRefused:
        await calls.call(client, "views.update", {"view_id": body["view"]["id"], "view": view})


async def push(desk: Desk, turn: Turn, view: dict[str, Any]) -> None:
    """One more view on top; the first one where the click was in a message."""
    if not turn.view_id:
        await open_form(desk, turn.click, view)
        return
    client = desk.client(turn.team_id)
    await calls.call(client, "views.push", {"trigger_id": turn.click.trigger_id, "view": view})


async def show(desk: Desk, team_id: str, views: Mapping[str, dict[str, Any]]) -> None:
    """Have views that lie open show something else, by id. One that was closed meanwhile has nothing to show."""
    client = desk.client(team_id)
    shown = [calls.call(client, "views.update", {"view_id": view_id, "view": view}) for view_id, view in views.items()]
    for failed in await asyncio.gather(*shown, return_exceptions=True):
        if isinstance(failed, SlackRefused | calls.SlackBusyError | calls.SlackUnknownError):
            log.info("a view could not be shown anew: %s", failed)
        elif isinstance(failed, BaseException):
            raise failed
