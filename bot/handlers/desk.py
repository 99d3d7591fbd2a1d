"""What every handler needs: who acted, a transaction in their workspace, and a kind answer when it can't be done."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from slack_bolt.async_app import AsyncAck, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import Clock
from bot.database import Database, Scope
from bot.errors import BotError, LeadSettled, NotAllowed, RequestOver, SlackRefused
from bot.ledger import homes, people
from bot.ledger.visibility import Audience
from bot.messages import answers, forms
from bot.messages.views import Message
from bot.slack import calls, fetch

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desk:
    """Passed in by wiring. `client(team_id)` gives the workspace's client."""

    database: Database
    clock: Clock
    new_id: Callable[[], str]
    client: Callable[[str], AsyncWebClient]

    async def run(self, team_id: str, fn: Callable[[Scope], T]) -> T:
        """One writing transaction in a workspace."""
        return await self.database.run(lambda session: fn(Scope(session, team_id, self.clock.now(), self.new_id)))

    async def read(self, team_id: str, fn: Callable[[Scope], T]) -> T:
        return await self.database.read(lambda session: fn(Scope(session, team_id, self.clock.now(), self.new_id)))

    async def meet(self, team_id: str, user_ids: list[str]) -> None:
        """Have Slack tell us of people whom we don't know yet: their zone is needed, and whether they are guests."""
        unknown = await self.read(team_id, lambda scope: people.unknown_people(scope, user_ids))
        if unknown:
            found = await fetch.people(self.client(team_id), unknown)
            await self.run(team_id, lambda scope: people.remember(scope, found))

    async def meet_channel(self, team_id: str, channel_id: str) -> None:
        """Have Slack tell us of a channel that we are not known to be in: who can read there decides what we say."""
        if await self.read(team_id, lambda scope: people.is_in_channel(scope, channel_id)):
            return
        client = self.client(team_id)
        try:
            channel = await fetch.channel(client, channel_id)
            members = await fetch.members(client, channel_id) if channel.bot_is_in else []
        except SlackRefused:
            return  # Slack doesn't show it to us, so we are not in it
        await self.meet(team_id, members)

        def remember(scope: Scope) -> None:
            people.remember_channel(scope, channel)
            people.remember_members(scope, channel_id, members)

        if channel.bot_is_in:
            await self.run(team_id, remember)

    async def audience(self, team_id: str, user_id: str) -> Audience:
        """One person who asks. Members of their private channels that matter are read again first; where that fails, or
        takes longer than an ack may, nothing of the channel is shown.
        """
        found = await self.read(team_id, lambda scope: people.closed_channels_with_mentions(scope, user_id))
        stale = [channel_id for channel_id, is_fresh in found if not is_fresh]
        if not stale:
            return Audience(user_id=user_id)
        told = await fetch.members_in_time(self.client(team_id), stale)

        def remember(scope: Scope) -> None:
            for channel_id, members in told.items():
                people.remember_members(scope, channel_id, members)

        await self.run(team_id, remember)
        return Audience(user_id=user_id, hidden=frozenset(stale) - told.keys())


@dataclass(frozen=True, slots=True)
class Click:
    """A button that someone clicked. `number` is set in lists, where action ids are numbered.

    `channel_id` and `thread_ts` say where the message with the button stands; `is_home`: it stands on their Home, which
    shows by itself what came of the click.
    """

    team_id: str
    user_id: str
    value: str
    trigger_id: str
    channel_id: str
    message: dict[str, Any] | None
    is_in_list: bool
    is_home: bool = False


def told_of_slack(error: calls.SlackBusyError | calls.SlackUnknownError) -> str:
    """What to say to a person whose act Slack did not let us finish."""
    log.warning("Slack did not answer while somebody's act was worked on", exc_info=error)
    if isinstance(error, calls.SlackShutError):
        return error.refusal.words
    return "Slack is slow just now. Please try once more in a moment."


Act = Callable[[Click], Awaitable[Message | None]]


def click_of(body: dict[str, Any]) -> Click:
    """The facts of a block_actions payload. Raises NotAllowed for people of other workspaces (Slack Connect)."""
    user, action = body["user"], body["actions"][0]
    team_id = body["team"]["id"]
    if user.get("team_id", team_id) != team_id:
        raise NotAllowed(why="only people of the workspace that installed me can click here")
    return Click(
        team_id=team_id,
        user_id=user["id"],
        value=str(action.get("value") or (action.get("selected_option") or {}).get("value") or ""),
        trigger_id=str(body.get("trigger_id", "")),
        channel_id=str((body.get("channel") or body.get("container") or {}).get("id") or ""),
        message=body.get("message"),
        is_in_list="." in action["action_id"],
        is_home=is_on_home(body),
    )


def answering(desk: Desk, act: Act, replace: bool | Callable[[Click], bool]) -> Callable[..., Awaitable[None]]:
    """A Bolt listener: does the act, then answers the clicker alone, in place of the message or beside it; on a Home,
    the Home is the answer.
    """

    async def listener(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        try:
            click = click_of(body)
            await desk.meet(click.team_id, [click.user_id])
            message, in_place = await act(click), replace if isinstance(replace, bool) else replace(click)
        except BotError as error:
            message, in_place = answers.error(error.words, error.people), replace is True and _is_over(error, body)
            await _tell_on_home(desk, body, message)
        except (calls.SlackBusyError, calls.SlackUnknownError) as error:
            message, in_place = answers.error(told_of_slack(error)), False
            await _tell_on_home(desk, body, message)
        if message is not None and is_on_home(body):
            user_id = body["user"]["id"]
            await desk.run(body["team"]["id"], lambda scope: homes.publish(scope, user_id))
        elif message is not None:
            await respond(
                text=message.text,
                blocks=list(message.blocks),
                replace_original=in_place,
                response_type=None if in_place else "ephemeral",
            )

    return listener


def _is_over(error: BotError, body: dict[str, Any]) -> bool:
    """Whether a question stands alone and can't be answered any more: then its buttons go, and why takes its place."""
    is_alone = "." not in body["actions"][0]["action_id"]
    return is_alone and isinstance(error, (LeadSettled, RequestOver))


def numbered(action: str) -> re.Pattern[str]:
    """Matches an action id with or without its number."""
    return re.compile(rf"^{re.escape(action)}(\.\d+)?$")


def is_on_home(body: dict[str, Any]) -> bool:
    """Whether what was clicked stands on a Home: there nothing can be answered, only shown."""
    return bool((body.get("view") or {}).get("type") == "home")


async def _tell_on_home(desk: Desk, body: dict[str, Any], message: Message) -> None:
    """What went wrong is said in a view of its own, as long as Slack lets us open one."""
    if not is_on_home(body):
        return
    view = {"trigger_id": str(body.get("trigger_id", "")), "view": forms.told(message)}
    try:
        await calls.call(desk.client(body["team"]["id"]), "views.open", view)
    except (SlackRefused, calls.SlackBusyError, calls.SlackUnknownError):
        log.warning("what went wrong with a click on a Home could not be told")


async def open_form(desk: Desk, click: Click, view: dict[str, Any]) -> None:
    """Open a form; the trigger lives three seconds. Raises NotAllowed when it came too late."""
    try:
        await calls.call(desk.client(click.team_id), "views.open", {"trigger_id": click.trigger_id, "view": view})
    except SlackRefused as error:
        if "trigger" in str(error.fields["error"]):
            raise NotAllowed(why="Slack closed the moment for opening a form; click once more") from error
        raise
