"""On somebody's Home: turning the pages of its lists. Its other buttons are those of other rooms."""

from __future__ import annotations

from slack_bolt.async_app import AsyncApp

from bot.handlers.desk import Click, Desk, answering, numbered
from bot.ledger import homes
from bot.messages import actions as act
from bot.messages.views import Message


class Homes:
    """Buttons of the Home itself; those of its rows are the same as elsewhere."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        app.action(numbered(act.HOME_PAGE))(answering(self._desk, self.turn, replace=False))

    async def turn(self, click: Click) -> Message | None:
        section, page = click.value.split("|")
        await self._desk.run(click.team_id, lambda scope: homes.turn_to(scope, click.user_id, section, int(page)))
        return None
