"""*History*: the whole life of a promise, or of all those about a mention, in a view with pages."""

from __future__ import annotations

import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.database import Scope
from bot.errors import BotError, PromiseGone
from bot.handlers.desk import Click, Desk, answering, click_of, open_form, told_of_slack
from bot.ledger import histories
from bot.messages import actions as act
from bot.messages import answers, forms, history
from bot.messages.history_views import HistoryView
from bot.messages.views import Message
from bot.slack import calls


class Histories:
    """Opens the view, and turns its pages; what its reader may see is asked anew for each."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        app.action(re.compile(rf"^{act.HISTORY}(\.\d+)?$"))(answering(self._desk, self.open, replace=False))
        app.action(re.compile(rf"^{act.HISTORY_PAGE}(\.\d+)?$"))(self.turn)

    async def open(self, click: Click) -> Message | None:
        await open_form(self._desk, click, await self._page(click))
        return None

    async def turn(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        click = click_of(body)
        try:
            view = await self._page(click)
        except BotError as error:
            view = forms.told(answers.error(error.words, error.people))
        except (calls.SlackBusyError, calls.SlackUnknownError) as error:
            view = forms.done(told_of_slack(error))
        await calls.call(
            self._desk.client(click.team_id), "views.update", {"view_id": body["view"]["id"], "view": view}
        )

    async def _page(self, click: Click) -> dict[str, Any]:
        kind, subject_id, *pages = click.value.split("|")
        page = int(pages[0]) if pages else 0
        audience = await self._desk.audience(click.team_id, click.user_id)

        def find(scope: Scope) -> HistoryView:
            of = {"promise": histories.of_promise, "mention": histories.of_mention}.get(kind)
            if of is None:
                raise PromiseGone
            return of(scope, subject_id, audience)

        return history.history(await self._desk.read(click.team_id, find), f"{kind}|{subject_id}", page)
