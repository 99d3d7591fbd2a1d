"""Learning from corrections: what an act teaches, and the rules that come of it, with somebody's yes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import cast, get_args

from slack_bolt.async_app import AsyncApp

from bot.database import Scope
from bot.handlers.desk import Act, Click, Desk, answering
from bot.ledger import corrections, offers, rules, views
from bot.ledger.visibility import Audience
from bot.messages import actions as act
from bot.messages import answers
from bot.messages import rules as words
from bot.messages.house_views import Learning, RuleView
from bot.messages.views import Message
from bot.understanding import USUAL_THRESHOLD, promise_threshold, taught


def learn_from(scope: Scope, mention_id: str, department_id: str) -> None:
    """What the correction that stands may teach, in the transaction of its act: features of the mention's words."""
    said = corrections.words_of(scope, mention_id)
    if said is not None:
        corrections.teach(scope, mention_id, department_id, taught(said.text), said.channel_id)


def mine(scope: Scope, audience: Audience) -> Message:
    """`/ours mine`; it says so when declined offers have made a person's next ones fewer."""
    is_less = promise_threshold(*offers.answered_lately(scope, str(audience.user_id))) > USUAL_THRESHOLD
    return answers.mine(replace(views.mine(scope, audience), is_offered_less=is_less))


class Rules:
    """The buttons of a proposal and of `/ours rules`; answers take the place of what was clicked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        listeners: dict[str, Act] = {
            act.RULE_YES: self._deciding(rules.accept),
            act.RULE_NO: self._deciding(rules.decline),
            act.RULE_REMOVE: self._deciding(rules.retire),
            act.LEARNING: self.choose_learning,
        }
        for action, does in listeners.items():
            app.action(re.compile(rf"^{re.escape(action)}(\.\d+)?$"))(answering(self._desk, does, replace=True))

    def _deciding(self, decide: Callable[[Scope, str, str], RuleView]) -> Act:
        """In the list, the whole list is shown anew; elsewhere, what was decided and its reverse."""

        async def act_and_show(click: Click) -> Message | None:
            view = await self._desk.run(click.team_id, lambda scope: decide(scope, click.value, click.user_id))
            if not click.is_in_list:
                return words.decided(view)
            audience = await self._desk.audience(click.team_id, click.user_id)
            return await self._desk.read(click.team_id, lambda scope: words.listing(rules.every(scope, audience)))

        return act_and_show

    async def choose_learning(self, click: Click) -> Message | None:
        chosen = cast(Learning, click.value if click.value in get_args(Learning) else "propose")
        await self._desk.run(click.team_id, lambda scope: rules.choose_learning(scope, chosen, click.user_id))
        return words.learning_chosen(chosen)
