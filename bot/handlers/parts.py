"""On one's own part: its form, the offer of a lead, and what the sharer knows of how it ended."""

from __future__ import annotations

from slack_bolt.async_app import AsyncApp

from bot.database import Scope
from bot.handlers.desk import Act, Click, Desk, answering, numbered, open_form
from bot.ledger import answers as ledger_answers
from bot.ledger import leads, mentions, parts, views
from bot.messages import actions as act
from bot.messages import answers, part_forms
from bot.messages import parts as words
from bot.messages.views import AnswerView, Message, PartView
from bot.understanding import most_like


class Parts:
    """What these buttons do; their answers take the place of the message that asked, the card's own form aside."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        app.action(numbered(act.PART))(answering(self._desk, self.part, replace=False))
        app.action(numbered(act.WRITE))(answering(self._desk, self.write, replace=False))
        table: dict[str, Act] = {
            act.LEAD: self.lead,
            act.CANT_LEAD: self.cant_lead,
            act.HEARD_BACK: self.heard_back,
            act.NOT_YET: self.not_yet,
        }
        for action, does in table.items():
            app.action(numbered(action))(answering(self._desk, does, replace=True))

    async def part(self, click: Click) -> Message | None:
        def find(scope: Scope) -> PartView:
            mention, _ = parts.own(scope, click.value, click.user_id)
            return views.part(scope, mention, click.user_id)

        await open_form(self._desk, click, part_forms.part(await self._desk.run(click.team_id, find)))
        return None

    async def write(self, click: Click) -> Message | None:
        def begin(scope: Scope) -> AnswerView:
            ledger_answers.begin(scope, click.value, click.user_id)
            mention = mentions.get(scope, click.value, by=click.user_id)
            earlier = ledger_answers.lately(scope, mention.id, click.user_id)
            said = ledger_answers.first_words(scope, mention, click.user_id)
            place = most_like(said, [one.quote for one in earlier])
            return views.answer(scope, mention, click.user_id, None if place is None else earlier[place])

        await open_form(self._desk, click, part_forms.answer(await self._desk.run(click.team_id, begin)))
        return None

    async def lead(self, click: Click) -> Message | None:
        return await self._answer(click, True)

    async def cant_lead(self, click: Click) -> Message | None:
        return await self._answer(click, False)

    async def _answer(self, click: Click, accepted: bool) -> Message | None:
        def do(scope: Scope) -> Message:
            asked = leads.answer(scope, click.value, click.user_id, accepted)
            return words.lead_settled(views.lead_offer(scope, asked, click.user_id), accepted)

        return await self._desk.run(click.team_id, do)

    async def heard_back(self, click: Click) -> Message | None:
        done = await self._desk.run(click.team_id, lambda scope: mentions.heard_back(scope, click.value, click.user_id))
        return words.heard_back() if done else answers.said("It was said before, or is open again: the card shows it.")

    async def not_yet(self, click: Click) -> Message | None:
        done = await self._desk.run(
            click.team_id, lambda scope: mentions.undo_answered(scope, click.value, click.user_id)
        )
        return words.not_yet() if done else answers.said("It is open already; the card shows who is on it.")
