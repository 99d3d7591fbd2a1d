"""What an app does in the page's tests: it hears what people do, and acts with what that gave it."""

from __future__ import annotations

import json
from collections.abc import Awaitable
from typing import Any

from playground import Playground
from playground.errors import Json
from tests.browser.rooms import call
from tests.playground.conftest import Receiver, until


def heard_of(slack: Playground, kind: str) -> list[Json]:
    """The payloads of that kind which the app was sent and has answered."""
    payloads = [one["payload"] for one in slack.core.interactions]
    return [payload for payload in payloads if payload.get("type") == kind]


async def heard(slack: Playground, kind: str, doing: Awaitable[Any]) -> Json:
    """The payload that the app gets of what somebody does."""
    before = len(heard_of(slack, kind))
    await doing
    await until(lambda: len(heard_of(slack, kind)) > before)
    return heard_of(slack, kind)[before]


async def clicked(slack: Playground, doing: Awaitable[Any]) -> Json:
    """The one action of a click."""
    (action,) = (await heard(slack, "block_actions", doing))["actions"]
    assert isinstance(action, dict)
    return action


async def open_with(slack: Playground, payload: Json, view: Json, method: str = "views.open") -> str:
    """Open or push a modal with the trigger of what somebody did; its id."""
    answer = await call(slack, method, trigger_id=payload["trigger_id"], view=view)
    return str(answer["view"]["id"])


def answers(app: Receiver, *bodies: Json, status: int = 200) -> None:
    """What the app says to what comes next, in this order; {} is nothing."""
    app.answers.extend((status, {}, json.dumps(body) if body else "") for body in bodies)


async def post(slack: Playground, text: str, *blocks: Json, room: str = "#support") -> str:
    """A message of the app; its ts."""
    channel = slack.core.channel(room).id
    return str((await call(slack, "chat.postMessage", channel=channel, text=text, blocks=list(blocks)))["ts"])


def actions(*elements: Json) -> Json:
    return {"type": "actions", "block_id": "row", "elements": list(elements)}
