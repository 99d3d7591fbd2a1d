"""On the card: I'm on it, step back, bring in, wrong department, answered, not a customer mention, answer for one."""

from __future__ import annotations

from slack_bolt.async_app import AsyncApp

from bot.database import Scope
from bot.handlers.desk import Click, Desk, answering, numbered, open_form
from bot.ledger import cards as ledger_cards
from bot.ledger import departments, mentions, parts, promises, shares, sightings, tags
from bot.messages import actions as act
from bot.messages import answers, forms, nudges
from bot.messages.house_views import DepartmentView
from bot.messages.views import Message


class Cards:
    """What the buttons of a card do. Answers are seen by the clicker alone; the card itself is updated."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        listeners = {
            act.CLAIM: self.claim,
            act.RELEASE: self.release,
            act.ANSWERED: self.answered,
            act.UNDO_ANSWERED: self.undo_answered,
            act.DISMISS: self.dismiss,
            act.UNDO_DISMISS: self.undo_dismiss,
            act.BRING_IN: self.bring_in,
            act.WRONG_DEPARTMENT: self.wrong_department,
            act.CONCERNED: self.concerned,
            act.NOT_THE_SAME: self.not_the_same,
            act.MUTE_MENTION: self.mute,
        }
        for action, does in listeners.items():
            app.action(numbered(action))(answering(self._desk, does, replace=False))
        app.action(act.UNMUTE_MENTION)(answering(self._desk, self.unmute, replace=True))
        app.action(numbered(act.ANSWER_FOR))(answering(self._desk, self.answer_for, replace=False))
        app.action(numbered(act.NAME_SOMEONE))(answering(self._desk, self.name_someone, replace=False))

    async def claim(self, click: Click) -> Message | None:
        def do(scope: Scope) -> bool:
            mention = mentions.get(scope, click.value, by=click.user_id)
            if mention.dismissed_at is not None:
                mentions.undo_dismiss(scope, mention.id, click.user_id)
            new = shares.claim(scope, mention, click.user_id)
            if new:
                ledger_cards.changed(scope, mention)
            return new

        if await self._desk.run(click.team_id, do):
            return None if click.message and _is_card(click) else answers.said("You're on it. Thank you.")
        return answers.said("You are on it already. *Step back* on the card releases your part.")

    async def release(self, click: Click) -> Message | None:
        if await self._desk.run(click.team_id, lambda scope: parts.step_back(scope, click.value, click.user_id)):
            return answers.said("You stepped back. *I'm on it* takes your part up again.")
        return answers.said("You have no part in this that you could give back.")

    async def answered(self, click: Click) -> Message | None:
        def do(scope: Scope) -> tuple[bool, bool]:
            done = mentions.mark_answered(scope, click.value, click.user_id)
            return done, promises.has_open(scope, click.value, click.user_id)

        done, owes = await self._desk.run(click.team_id, do)
        if done and owes:
            return answers.said("Answered, thank you. You still have an open promise here: `/ours mine` settles it.")
        return None if done else answers.said("It was answered already, or is no customer mention.")

    async def undo_answered(self, click: Click) -> Message | None:
        done = await self._desk.run(
            click.team_id, lambda scope: mentions.undo_answered(scope, click.value, click.user_id)
        )
        return None if done else answers.said("It is open already.")

    async def dismiss(self, click: Click) -> Message | None:
        await self._desk.run(click.team_id, lambda scope: mentions.dismiss(scope, click.value, click.user_id))
        return None

    async def undo_dismiss(self, click: Click) -> Message | None:
        await self._desk.run(click.team_id, lambda scope: mentions.undo_dismiss(scope, click.value, click.user_id))
        return None

    async def bring_in(self, click: Click) -> Message | None:
        def find(scope: Scope) -> tuple[list[DepartmentView], list[DepartmentView]]:
            mention = mentions.seen(scope, click.value, click.user_id)
            tagged = {tag.department_id: tag for tag in tags.of_mention(scope, mention.id)}
            every = departments.views(scope)
            brought_in = [view for view in every if view.id in tagged and tags.may_take_back(tagged[view.id])]
            return [view for view in every if view.id not in tagged], brought_in

        left, brought_in = await self._desk.read(click.team_id, find)
        await open_form(self._desk, click, forms.bring_in(click.value, left, brought_in))
        return None

    async def wrong_department(self, click: Click) -> Message | None:
        def find(scope: Scope) -> tuple[list[DepartmentView], list[DepartmentView]]:
            mention = mentions.seen(scope, click.value, click.user_id)
            tagged = {tag.department_id: tag for tag in tags.of_mention(scope, mention.id)}
            every = departments.views(scope)
            left = [view for view in every if view.id in tagged and tags.may_be_wrong(tagged[view.id])]
            return left, [view for view in every if view.id not in tagged]

        tagged, others = await self._desk.read(click.team_id, find)
        await open_form(self._desk, click, forms.wrong_department(click.value, tagged, others))
        return None

    async def concerned(self, click: Click) -> Message | None:
        """*Undo* of *Wrong department*."""
        mention_id, department_id = click.value.split("|", 1)
        done = await self._desk.run(
            click.team_id, lambda scope: mentions.undo_leave_out(scope, mention_id, department_id, click.user_id)
        )
        return None if done else answers.said("It is asked again already.")

    async def not_the_same(self, click: Click) -> Message | None:
        await self._desk.run(click.team_id, lambda scope: sightings.split(scope, click.value, click.user_id))
        return answers.said("Thank you. It is a mention of its own now, with its own card.")

    async def mute(self, click: Click) -> Message | None:
        def do(scope: Scope) -> None:
            shares.mute(scope, mentions.get(scope, click.value, by=click.user_id), click.user_id)

        await self._desk.run(click.team_id, do)
        return nudges.unclaimed_muted(click.value, is_muted=True)

    async def unmute(self, click: Click) -> Message | None:
        def do(scope: Scope) -> None:
            shares.unmute(scope, mentions.get(scope, click.value, by=click.user_id), click.user_id)

        await self._desk.run(click.team_id, do)
        return nudges.unclaimed_muted(click.value, is_muted=False)

    async def answer_for(self, click: Click) -> Message | None:
        mention_id, department_id = click.value.split("|", 1)

        def do(scope: Scope) -> tuple[str, bool]:
            department = mentions.answer_for(scope, mention_id, department_id, click.user_id, click.user_id)
            tags.department_changed(scope, department.id)
            return department.name, department.head_id == click.user_id

        name, is_head = await self._desk.run(click.team_id, do)
        return answers.joined(name, is_head)

    async def name_someone(self, click: Click) -> Message | None:
        mention_id, department_id = click.value.split("|", 1)

        def find(scope: Scope) -> DepartmentView | None:
            mentions.seen(scope, mention_id, click.user_id)
            return next((view for view in departments.views(scope) if view.id == department_id), None)

        view = await self._desk.read(click.team_id, find)
        if view is not None:
            await open_form(self._desk, click, forms.name_someone(mention_id, view))
        return None


def _is_card(click: Click) -> bool:
    """Cards are updated and say it themselves; a nudge in a DM is not, so the clicker is told."""
    return not click.channel_id.startswith("D")
