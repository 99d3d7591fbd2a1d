"""A person's act makes a mention or a promise of a message: the private question, and the message shortcuts."""

from __future__ import annotations

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot import inbox
from bot.database import Scope
from bot.errors import BotError, MentionGone, NotHere, OwnWords, SwitchedOff
from bot.handlers.desk import Click, Desk, answering, told_of_slack
from bot.ledger import customers, people, workspaces
from bot.messages import actions as act
from bot.messages import answers
from bot.messages.views import Message
from bot.slack import calls, events, fetch
from bot.understanding import normalise_name


class Sharing:
    """The message is read again by the reader, told that a person wants it: one way through the house."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        app.action(act.SHARE_IT)(answering(self._desk, self.share, replace=True))
        app.action(act.NOT_NOW)(answering(self._desk, self.not_now, replace=True))
        app.action(act.NEVER_ASK)(answering(self._desk, self.never_ask, replace=True))
        app.action(act.ADD_CUSTOMER)(answering(self._desk, self.add_customer, replace=True))
        app.action(act.REMOVE_CUSTOMER)(answering(self._desk, self.remove_customer, replace=True))
        app.shortcut({"type": "message_action", "callback_id": act.SHORTCUT_MENTION})(self.shortcut_mention)
        app.shortcut({"type": "message_action", "callback_id": act.SHORTCUT_PROMISE})(self.shortcut_promise)

    async def share(self, click: Click) -> Message | None:
        channel_id, ts = click.value.split("|", 1)
        message = await fetch.message(self._desk.client(click.team_id), channel_id, ts)
        if message is None:
            raise MentionGone
        await self._desk.read(click.team_id, lambda scope: check_readable(scope, channel_id, message))
        await self._put(click.team_id, channel_id, message, {events.WANTED_BY: click.user_id})
        return answers.said("Shared. Its card comes in the thread.")

    async def not_now(self, click: Click) -> Message | None:
        return answers.said("All right. I ask at most once a day.")

    async def never_ask(self, click: Click) -> Message | None:
        await self._desk.run(click.team_id, lambda scope: people.set_share_offers(scope, click.user_id, False))
        return answers.said(
            "I won't ask again; `/ours setup` brings the question back. "
            "The message shortcut *Customer mention* is always there."
        )

    async def add_customer(self, click: Click) -> Message | None:
        name, norm = click.value, normalise_name(click.value)

        def add(scope: Scope) -> Message:
            is_new = customers.find(scope, norm) is None
            customer = customers.add(scope, name, norm, click.user_id)
            return answers.customer_added(customer.id, customer.name, is_new)

        return await self._desk.run(click.team_id, add)

    async def remove_customer(self, click: Click) -> Message | None:
        name = await self._desk.run(click.team_id, lambda scope: customers.remove(scope, click.value, click.user_id))
        return answers.said(f"{name} is no customer of ours any more." if name else "It was removed already.")

    async def shortcut_mention(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await self._shortcut(ack, body, {events.WANTED_BY: body["user"]["id"]}, "Shared. Its card comes in the thread.")

    async def shortcut_promise(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        wish = {events.PROMISE_WANTED_BY: body["user"]["id"]}
        await self._shortcut(ack, body, wish, "Only you see the answer: I offer it to you in the thread.")

    async def _shortcut(self, ack: AsyncAck, body: dict[str, Any], wish: dict[str, str], words: str) -> None:
        await ack()
        team_id, user_id = body["team"]["id"], body["user"]["id"]
        channel_id = body["channel"]["id"]
        try:
            await self._desk.meet(team_id, [user_id])
            await self._desk.meet_channel(team_id, channel_id)
            await self._desk.read(team_id, lambda scope: check_readable(scope, channel_id, body["message"]))
            await self._put(team_id, channel_id, body["message"], wish)
            message = answers.said(words)
        except BotError as error:
            message = answers.error(error.words)
        except (calls.SlackBusyError, calls.SlackUnknownError) as error:
            message = answers.error(told_of_slack(error))
        await self._whisper(body["response_url"], message)

    async def _whisper(self, response_url: str, message: Message) -> None:
        await AsyncWebhookClient(response_url).send(
            text=message.text, blocks=list(message.blocks), response_type="ephemeral"
        )

    async def _put(self, team_id: str, channel_id: str, message: dict[str, Any], wish: dict[str, str]) -> None:
        """Into the inbox again, as a wish: it goes the way that every message goes."""
        (kind, user_id), *_ = wish.items()
        event = {**message, "type": "message", "channel": channel_id, **wish}
        envelope = {
            "team_id": team_id,
            "event_id": f"{kind}:{user_id}:{channel_id}:{message['ts']}:{self._desk.new_id()}",
            "event": event,
        }
        found = inbox.wished(envelope)
        await self._desk.run(team_id, lambda scope: inbox.store(scope.session, [found], scope.new_id, scope.now))


def check_readable(scope: Scope, channel_id: str, message: dict[str, Any]) -> None:
    """Raises NotHere, SwitchedOff or OwnWords where the reader would do nothing with that message."""
    channel, workspace = people.find_channel(scope, channel_id), workspaces.get(scope)
    if channel is None or not channel.bot_is_in:
        raise NotHere
    if channel.mode == "off":
        raise SwitchedOff
    if events.is_own(message, workspace.bot_user_id, workspace.bot_id):
        raise OwnWords
