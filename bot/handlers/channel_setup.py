"""Channels in the setup: in which of them the bot reads, and how."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.database import Scope
from bot.errors import ChannelShut, ChannelsMissing, NotAllowed, SlackRefused
from bot.handlers.desk import Desk
from bot.handlers.setup import Page, Setup
from bot.handlers.stacks import About, Turn, about_of, show, turning
from bot.handlers.submissions import Submission, answering_mistakes, meet_named, submission_of
from bot.ledger import roles, visibility, watching
from bot.ledger.visibility import Audience
from bot.messages import actions as act
from bot.messages import channel_forms as words
from bot.messages.house_views import ChannelMode
from bot.messages.setup import MODES
from bot.messages.text import channel, listed
from bot.slack import fetch

KEY = "channels"


class ChannelSetup:
    """The list of channels that the bot reads, and more of them to choose."""

    def __init__(self, desk: Desk, setup: Setup) -> None:
        self._desk, self._setup = desk, setup
        setup.add(Page(KEY, "Channels", watching.line, self._first))

    def register(self, app: AsyncApp) -> None:
        for action, does in ((act.CHANNEL_READING, self.choose), (act.CHANNELS_PAGE, self.turn)):
            app.action(re.compile(rf"^{re.escape(action)}\.\d+$"))(turning(self._desk, does))
        app.view(act.FORM_CHANNELS)(self.watch)

    async def _first(self, turn: Turn, about: About) -> dict[str, Any]:
        return await self._listing(turn.team_id, turn.user_id, about)

    async def _listing(self, team_id: str, user_id: str, about: About, said: str = "") -> dict[str, Any]:
        audience = await self._desk.audience(team_id, user_id)

        def find(scope: Scope) -> dict[str, Any]:
            page = watching.page(scope, audience, about.page)
            return words.channels(page, replace(about, page=page.page).text(), said)

        return await self._desk.read(team_id, find)

    async def turn(self, turn: Turn) -> None:
        about = replace(turn.about, page=int(turn.value or 0))
        view = await self._listing(turn.team_id, turn.user_id, about)
        await show(self._desk, turn.team_id, {turn.view_id: view})

    async def choose(self, turn: Turn) -> None:
        """How one of them is read, from its select."""
        channel_id, _, mode = turn.value.partition("|")
        audience = await self._desk.audience(turn.team_id, turn.user_id)
        await self._desk.run(turn.team_id, lambda scope: _choose(scope, audience, channel_id, mode))
        said = f"{channel(channel_id)}: {_name(mode)}."
        view = await self._listing(turn.team_id, turn.user_id, turn.about, said)
        await show(self._desk, turn.team_id, {turn.view_id: view})
        if turn.previous_id:
            await self._setup.show_overview(turn, turn.about, said)

    async def watch(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Come into channels, and read them so."""
        sent = submission_of(body)

        async def act_and_answer() -> None:
            about = about_of(sent.about)
            await meet_named(self._desk, sent)
            chosen = cast(tuple[str, ...], sent.value(act.INPUT_WATCH) or ())
            if not chosen:
                raise ChannelsMissing
            await self._desk.read(sent.team_id, lambda scope: roles.check_admin(scope, sent.user_id))
            await self._come_into(sent, chosen)
            names = listed([channel(one) for one in chosen], words.MOST_AT_ONCE)
            said = f"I read {names} from now on: {_name(sent.option(act.INPUT_WATCH_MODE))}."
            again = await self._listing(sent.team_id, sent.user_id, replace(about, page=0), said)
            if sent.previous_id:
                await self._setup.show_overview(sent, about, said)
            await ack(response_action="update", view=again)

        await answering_mistakes(self._desk, ack, sent, (act_and_answer, act.INPUT_WATCH))

    async def _come_into(self, sent: Submission, channel_ids: Sequence[str]) -> None:
        mode = sent.option(act.INPUT_WATCH_MODE) or "careful"
        await asyncio.gather(*(self._come(sent, channel_id, mode) for channel_id in channel_ids))

    async def _come(self, sent: Submission, channel_id: str, mode: str) -> None:
        client = self._desk.client(sent.team_id)
        try:
            facts = await fetch.join(client, channel_id)
            members = await fetch.members(client, channel_id)
        except SlackRefused as error:
            raise ChannelShut(channel=channel_id, error=error.fields["error"]) from error
        await self._desk.meet(sent.team_id, members)
        await self._desk.run(
            sent.team_id, lambda scope: watching.watch(scope, (facts, members), cast(ChannelMode, mode), sent.user_id)
        )


def _choose(scope: Scope, audience: Audience, channel_id: str, mode: str) -> None:
    by = str(audience.user_id)
    roles.check_admin(scope, by)
    if not visibility.can_open(scope, audience, channel_id):
        raise NotAllowed(why="you could not open that channel yourself; ask one of its members")
    watching.choose_mode(scope, channel_id, cast(ChannelMode, mode if mode in _MODES else "careful"), by)


_MODES = {key: name for key, name, _ in MODES}


def _name(mode: str) -> str:
    return _MODES.get(mode, _MODES["careful"]).casefold()
