"""On praise: whose it is, and whether the customer may be quoted."""

from __future__ import annotations

import re
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.database import Scope
from bot.errors import NobodyChosen
from bot.handlers.desk import Act, Click, Desk, answering, open_form
from bot.handlers.loops import takes_place
from bot.handlers.submissions import Submission
from bot.ledger import mentions, people
from bot.ledger import praise as ledger_praise
from bot.messages import actions as act
from bot.messages import answers
from bot.messages import praise as words
from bot.messages.views import Message


class Praise:
    """What these buttons do: those of the card answer beside it, those of a message in its place."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        app.action(act.CREDIT)(answering(self._desk, self.credit, replace=False))
        table: dict[str, Act] = {
            act.QUOTE: self.ask_to_quote,
            act.QUOTE_YES: self.allowed,
            act.QUOTE_NO: self.refused,
            act.QUOTE_TAKE_BACK: self.take_back,
        }
        for action, does in table.items():
            app.action(re.compile(rf"^{re.escape(action)}$"))(answering(self._desk, does, replace=takes_place))

    async def credit(self, click: Click) -> Message | None:
        def find(scope: Scope) -> dict[str, Any]:
            mention = mentions.get(scope, click.value, by=click.user_id)
            known = people.by_ids(scope, ledger_praise.credited(scope, mention))
            return words.credit(mention.id, [(one.id, one.name) for one in known])

        await open_form(self._desk, click, await self._desk.run(click.team_id, find))
        return None

    async def ask_to_quote(self, click: Click) -> Message | None:
        def do(scope: Scope) -> str:
            return ledger_praise.ask_to_quote(scope, click.value, click.user_id)

        return words.quote_asked(await self._desk.run(click.team_id, do), click.user_id)

    async def allowed(self, click: Click) -> Message | None:
        return await self._answer(click, True)

    async def refused(self, click: Click) -> Message | None:
        return await self._answer(click, False)

    async def _answer(self, click: Click, is_allowed: bool) -> Message | None:
        await self._desk.run(
            click.team_id, lambda scope: ledger_praise.answer_quote(scope, click.value, click.user_id, is_allowed)
        )
        return words.quote_said(click.value, is_allowed)

    async def take_back(self, click: Click) -> Message | None:
        done = await self._desk.run(
            click.team_id, lambda scope: ledger_praise.take_quote_back(scope, click.value, click.user_id)
        )
        return words.quote_taken_back() if done else answers.said("It was answered already; the card shows how.")


def credit(scope: Scope, sent: Submission) -> str:
    """The form *This is theirs*."""
    wanted, unwanted = sent.person(act.INPUT_PERSON), sent.option(act.INPUT_TAKE_BACK)
    if not wanted and not unwanted:
        raise NobodyChosen
    said = []
    if unwanted:
        ledger_praise.take_credit_back(scope, sent.about, sent.user_id, unwanted)
        said.append("Taken back.")
    if wanted:
        new = ledger_praise.credit(scope, sent.about, sent.user_id, wanted)
        said.append("They read that it is theirs. Thank you for passing it on." if new else "It is theirs already.")
    return " ".join(said)
