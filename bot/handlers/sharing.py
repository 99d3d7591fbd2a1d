"""A person's act makes a mention or a promise of a message: the private question, and the message shortcuts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot import inbox
from bot.database import Scope
from bot.errors import BotError, MentionGone, NotHere, NotYourWords, OwnWords, SwitchedOff
from bot.facts import Said
from bot.handlers.desk import Click, Desk, answering, open_form, told_of_slack
from bot.handlers.requests import message_asked_about
from bot.ledger import offers, people, promises, views, visibility, workspaces
from bot.messages import actions as act
from bot.messages import answers, forms
from bot.messages.views import Message, PromiseView
from bot.slack import calls, events, fetch
from bot.understanding import plain_text


@dataclass(frozen=True, slots=True)
class Wish:
    """Who wants something made of which message; `author` is None where an app wrote it."""

    user_id: str
    channel_id: str
    ts: str
    author: str | None
    bot_id: str | None = None


def wish_for(user_id: str, channel_id: str, message: dict[str, Any]) -> Wish:
    return Wish(user_id, channel_id, message["ts"], message.get("user"), message.get("bot_id"))


Say = Callable[[Scope, Wish], Message]
ELSEWHERE = (
    "Shared. Guests or people from outside read here, so I post nothing here: its card comes in a department's "
    "channel. Where none can take it, I tell you."
)


class Sharing:
    """The message is read again by the reader, told that a person wants it: one way through the house."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        app.action(act.SHARE_IT)(answering(self._desk, self.share, replace=True))
        app.action(act.NOT_NOW)(answering(self._desk, self.not_now, replace=True))
        app.action(act.NEVER_ASK)(answering(self._desk, self.never_ask, replace=True))
        app.shortcut({"type": "message_action", "callback_id": act.SHORTCUT_MENTION})(self.shortcut_mention)
        app.shortcut({"type": "message_action", "callback_id": act.SHORTCUT_PROMISE})(self.shortcut_promise)

    async def share(self, click: Click) -> Message | None:
        channel_id, ts = click.value.split("|", 1)
        message = await fetch.message(self._desk.client(click.team_id), channel_id, ts)
        if message is None:
            raise MentionGone
        wish = wish_for(click.user_id, channel_id, message)
        answer = await self._desk.read(click.team_id, lambda scope: shared(scope, wish))
        await self._put(click.team_id, channel_id, message, {events.WANTED_BY: click.user_id})
        return answer

    async def not_now(self, click: Click) -> Message | None:
        return answers.said("All right. I ask at most once a day.")

    async def never_ask(self, click: Click) -> Message | None:
        await self._desk.run(click.team_id, lambda scope: people.set_share_offers(scope, click.user_id, False))
        return answers.said(
            "I won't ask again; `/ours settings` brings the question back. "
            "The message shortcut *Customer mention* is always there."
        )

    async def shortcut_mention(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await self._shortcut(ack, body, events.WANTED_BY, shared)

    async def shortcut_promise(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """One's own message is offered; of somebody else's its writer is asked."""
        author = body["message"].get("user")
        if author is None or author == body["user"]["id"]:
            await self._shortcut(ack, body, events.PROMISE_WANTED_BY, offered)
            return
        await ack()
        await self._told_of_mistakes(body, lambda: self._ask_writer(body, author))

    async def _ask_writer(self, body: dict[str, Any], author: str) -> Message | None:
        team_id, message, channel_id = body["team"]["id"], body["message"], body["channel"]["id"]
        await self._desk.meet(team_id, [body["user"]["id"], author])
        await self._desk.meet_channel(team_id, channel_id)
        posted = events.posted(channel_id, message)

        def find(scope: Scope) -> tuple[str, PromiseView]:
            _check_reads(scope, channel_id)
            _check_may_ask(scope, author)
            assert posted is not None
            said = Said(channel_id, posted.ts, posted.thread_ts, author, posted.at)
            return message_asked_about(scope, body["user"]["id"], said, plain_text(posted.text))

        if posted is None:
            raise NotYourWords
        about, asked = await self._desk.read(team_id, find)
        click = Click(team_id, body["user"]["id"], "", str(body.get("trigger_id", "")), channel_id, None, False)
        await open_form(self._desk, click, forms.ask_promise_of(about, asked, self._desk.clock.now()))
        return None

    async def _shortcut(self, ack: AsyncAck, body: dict[str, Any], wish: str, say: Say) -> None:
        """`say` says what will come of it, or raises why nothing would."""
        await ack()
        team_id, message = body["team"]["id"], body["message"]
        wished = wish_for(body["user"]["id"], body["channel"]["id"], message)

        async def do() -> Message | None:
            await self._desk.meet(team_id, [wished.user_id])
            await self._desk.meet_channel(team_id, wished.channel_id)
            answer = await self._desk.run(team_id, lambda scope: say(scope, wished))
            await self._put(team_id, wished.channel_id, message, {wish: wished.user_id})
            return answer

        await self._told_of_mistakes(body, do)

    async def _told_of_mistakes(self, body: dict[str, Any], do: Callable[[], Awaitable[Message | None]]) -> None:
        """Whisper what came of it, or why nothing did."""
        try:
            answer = await do()
        except BotError as error:
            answer = answers.error(error.words, error.people)
        except (calls.SlackBusyError, calls.SlackUnknownError) as error:
            answer = answers.error(told_of_slack(error))
        if answer is not None:
            await self._whisper(body["response_url"], answer)

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


def shared(scope: Scope, wish: Wish) -> Message:
    """What comes of sharing a message. Raises NotHere, SwitchedOff or OwnWords when nothing would."""
    _check_reads(scope, wish.channel_id)
    workspace = workspaces.get(scope)
    if events.is_own({"user": wish.author, "bot_id": wish.bot_id}, workspace.bot_user_id, workspace.bot_id):
        raise OwnWords
    if visibility.has_outsiders(scope, wish.channel_id):
        return answers.said(ELSEWHERE)
    link = views.link_of_card_at(scope, wish.channel_id, wish.ts)
    return answers.said("Shared. Its card comes in the thread.") if link is None else answers.shared_already(link)


def offered(scope: Scope, wish: Wish) -> Message:
    """What comes of wanting a message tracked as one's promise. Raises what stands in the way."""
    _check_reads(scope, wish.channel_id)
    if wish.author != wish.user_id:
        raise NotYourWords
    known = promises.said_at(scope, wish.channel_id, wish.ts)
    if known is not None:
        offers.check_may_want(scope, known, wish.user_id)
    where = "in our direct messages" if visibility.has_outsiders(scope, wish.channel_id) else "here"
    return answers.said(f"The offer comes {where} in a moment, for you alone. *Track it* there tracks it.")


def _check_may_ask(scope: Scope, author: str) -> None:
    """Raises NotYourWords where an app wrote the message, or nobody whom one could ask."""
    person = people.find(scope, author)
    if person is None or not person.is_reachable:
        raise NotYourWords


def _check_reads(scope: Scope, channel_id: str) -> None:
    channel = people.find_channel(scope, channel_id)
    if channel is None or not channel.bot_is_in or channel.is_direct:
        raise NotHere
    if channel.mode == "off":
        raise SwitchedOff
