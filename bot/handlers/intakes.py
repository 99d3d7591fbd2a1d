"""From anywhere in Slack, and from one's Home: *What a customer said*, and *Promise something*."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.database import Scope
from bot.errors import BotError, MentionGone, NotAllowed, WordsMissing
from bot.handlers.desk import Act, Click, Desk, answering, open_form
from bot.handlers.submissions import SaidNothing, Submission, listening
from bot.ledger import intakes, people, promise_views, promises
from bot.ledger.intakes import Heard, Sent
from bot.messages import actions as act
from bot.messages import forms
from bot.messages import intakes as words
from bot.messages.layout import section
from bot.messages.text import channel, harmless, moment_full
from bot.messages.views import Message
from bot.slack import calls, fetch
from bot.understanding import plain_text

log = logging.getLogger(__name__)


class Intakes:
    """Global shortcuts and their forms."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        app.shortcut({"type": "shortcut", "callback_id": act.SHORTCUT_SHARE})(self._by_shortcut(self.open_share))
        app.shortcut({"type": "shortcut", "callback_id": act.SHORTCUT_PROMISE_NEW})(
            self._by_shortcut(self.open_promise)
        )
        app.action(act.HOME_SHARE)(answering(self._desk, self.open_share, replace=False))
        app.action(act.HOME_PROMISE)(answering(self._desk, self.open_promise, replace=False))
        app.action(act.SHARE_WORDS)(answering(self._desk, self.share_words, replace=False))
        app.view(act.FORM_INTAKE)(listening(self._desk, share, act.INPUT_SAID))
        app.view(act.FORM_PROMISE)(listening(self._desk, promise, act.INPUT_WORDS))

    def _by_shortcut(self, opens: Act) -> Callable[[AsyncAck, dict[str, Any]], Awaitable[None]]:
        """The menu of shortcuts opens what a button opens."""

        async def open_it(ack: AsyncAck, body: dict[str, Any]) -> None:
            await ack()
            team_id, user_id = body["team"]["id"], body["user"]["id"]
            await self._desk.meet(team_id, [user_id])
            try:
                await opens(Click(team_id, user_id, "", str(body.get("trigger_id", "")), "", None, False))
            except (BotError, calls.SlackBusyError, calls.SlackUnknownError) as error:
                # Slack gives no place to answer in; whoever sees nothing open takes the shortcut once more.
                log.warning("a form could not be opened from the menu of shortcuts: %s", error)

        return open_it

    async def open_share(self, click: Click) -> Message | None:
        return await self._open_share(click, "")

    async def share_words(self, click: Click) -> Message | None:
        """Somebody told the bot directly what a customer said: the form, with their words in it."""
        channel_id, ts = click.value.split("|", 1)
        found = await fetch.message(self._desk.client(click.team_id), channel_id, ts)
        if found is None:
            raise MentionGone
        return await self._open_share(click, plain_text(str(found.get("text") or "")))

    async def _open_share(self, click: Click, said: str) -> Message | None:
        def find(scope: Scope) -> dict[str, Any]:
            if not people.is_colleague(scope, click.user_id):
                error = NotAllowed(why="guests and people from outside share nothing from here")
                return forms.shown_form("What a customer said", [section(harmless(error.words))])
            return words.form_words(intakes.usual_channel(scope, click.user_id), said)

        await open_form(self._desk, click, await self._desk.read(click.team_id, find))
        return None

    async def open_promise(self, click: Click) -> Message | None:
        def find(scope: Scope) -> dict[str, Any]:
            return words.form_promise(people.hours_of(scope, click.user_id).zone, scope.now)

        await open_form(self._desk, click, await self._desk.read(click.team_id, find))
        return None


def share(scope: Scope, sent: Submission) -> str:
    """Kept, and on its way into the channel; there it is read like every message."""
    said = sent.text(act.INPUT_SAID)
    if not any(character.isalnum() for character in said):
        raise SaidNothing
    where = sent.channel(act.INPUT_WHERE) or ""
    who = sent.text(act.INPUT_WHO)
    heard = Heard(said, author=who, customer=who, url=sent.text(act.INPUT_LINK))
    intakes.take(scope, where, heard, Sent(sent.user_id, f"form:{sent.view_id}"))
    return f"Shared. It comes in {channel(where)} in a moment, and its card in the thread."


def promise(scope: Scope, sent: Submission) -> str:
    """As `/ours promise`."""
    said = sent.text(act.INPUT_WORDS)
    if not any(character.isalnum() for character in said):
        raise WordsMissing
    spoken = promises.Spoken(said, sent.moment(act.INPUT_MOMENT), None)
    made = promise_views.promise(scope, promises.make(scope, sent.user_id, spoken))
    due = f" It is due {moment_full(made.due, made.zone)}, and I remind you once before." if made.due else ""
    return f"Your promise is tracked.{due} `/ours mine` has what settles it."
