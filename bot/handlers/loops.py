"""On causes and check-backs: the card's menu, what is fixed, what a customer was told, and whether it lasted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.database import Scope
from bot.errors import CauseMissing, CheckBackMissing
from bot.handlers.desk import Act, Click, Desk, answering, open_form
from bot.handlers.submissions import Submission
from bot.ledger import causes, check_backs, customers, loop_speech, mentions, nudge_speech, people, promise_views
from bot.messages import actions as act
from bot.messages import answers
from bot.messages import loops as words
from bot.messages.views import Message
from bot.understanding import cause_key

Do = Callable[[Scope, Click], Message]


class Loops:
    """Buttons of the card answer beside it; those of a message take its place, and show what else it asks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        app.action(act.MORE)(answering(self._desk, self.more, replace=False))
        table: dict[str, Do] = {
            act.FIX: fix,
            act.UNFIX: unfix,
            act.FIX_YES: fix,
            act.FIX_NO: refuse,
            act.FIX_PROMISE: promise_to_tell,
            act.FIX_TOLD: told,
            act.FIX_NOT_TOLD: not_told,
            act.CHECK_WELL: well,
            act.CHECK_NOT: not_yet,
            act.CHECK_WRITE: promise_to_write,
        }
        for action, does in table.items():
            pattern = re.compile(rf"^{re.escape(action)}(\.\d+)?$")
            app.action(pattern)(answering(self._desk, self._doing(does), replace=takes_place))

    def _doing(self, does: Do) -> Act:
        async def act_and_show(click: Click) -> Message | None:
            def do(scope: Scope) -> Message:
                message = does(scope, click)
                scope.session.flush()
                at = str((click.message or {}).get("ts"))
                left = nudge_speech.left(scope, click.user_id, click.channel_id, at) if click.message else None
                return message if left is None else Message(message.text, message.blocks + left.blocks)

            return await self._desk.run(click.team_id, do)

        return act_and_show

    async def more(self, click: Click) -> Message | None:
        """The card's menu: each of its options opens a form."""
        which, _, mention_id = click.value.partition("|")

        def find(scope: Scope) -> dict[str, Any]:
            mention = mentions.get(scope, mention_id, by=click.user_id)
            if which == act.MORE_WAITS:
                return words.waits_for(mention.id, loop_speech.cause_view(scope, mention))
            return words.check_back(mention.id, loop_speech.check_back_view(scope, mention))

        await open_form(self._desk, click, await self._desk.run(click.team_id, find))
        return None


def takes_place(click: Click) -> bool:
    """A card stays where it is, and shows by itself what was done; an answer or a direct message is replaced."""
    return click.message is None or click.channel_id.startswith("D")


def fix(scope: Scope, click: Click) -> Message:
    name = loop_speech.words_of(scope, click.value, click.user_id)
    number = causes.fix(scope, click.value, click.user_id)
    if number is None:
        return answers.said("Somebody said so before; whoever owes the customers a word hears of it.")
    return words.fixed(click.value, name, number)


def unfix(scope: Scope, click: Click) -> Message:
    name = loop_speech.words_of(scope, click.value, click.user_id)
    done = causes.unfix(scope, click.value, click.user_id)
    return words.not_fixed(name) if done else answers.said("It waits already; nobody said that it is fixed.")


def refuse(scope: Scope, click: Click) -> Message:
    name = loop_speech.words_of(scope, click.value, click.user_id)
    done = causes.refuse(scope, click.value, click.user_id)
    return words.not_yet(name) if done else answers.said("It was answered before. The card shows how it stands.")


def promise_to_tell(scope: Scope, click: Click) -> Message:
    mention = mentions.get(scope, click.value, by=click.user_id)
    customer = customers.name_of(scope, mention.customer_id) or "the customer"
    return _promised(scope, click, f"Tell {customer} that {mention.waits_for or 'it'} is fixed")


def promise_to_write(scope: Scope, click: Click) -> Message:
    mention = mentions.get(scope, click.value, by=click.user_id)
    customer = customers.name_of(scope, mention.customer_id) or "the customer"
    return _promised(scope, click, f"Write to {customer}: did it last?")


def _promised(scope: Scope, click: Click, what: str) -> Message:
    promise = check_backs.promise_a_word(scope, click.value, click.user_id, what)
    return words.promised(promise_views.promise(scope, promise))


def told(scope: Scope, click: Click) -> Message:
    if causes.tell(scope, click.value, click.user_id):
        return words.told(click.value)
    return answers.said("Somebody said so before, or it waits again. The card shows how it stands.")


def not_told(scope: Scope, click: Click) -> Message:
    causes.tell_not(scope, click.value, click.user_id)
    return words.not_told()


def well(scope: Scope, click: Click) -> Message:
    check_backs.all_is_well(scope, click.value, click.user_id)
    return words.well(click.value)


def not_yet(scope: Scope, click: Click) -> Message:
    done = mentions.undo_answered(scope, click.value, click.user_id)
    return words.opened_again() if done else answers.said("It is open already; the card shows who is on it.")


def fixed_by_command(scope: Scope, user_id: str, typed: str) -> Message:
    """`/ours fixed bug 4711`; without a name, the list of what is waited for."""
    if not typed.strip():
        return words.waiting(causes.waited_for(scope, user_id))
    cause_id = causes.named(scope, cause_key(typed), user_id, typed)
    name = loop_speech.words_of(scope, cause_id, user_id)
    return words.fixed(cause_id, name, causes.fix(scope, cause_id, user_id) or 0)


def waits_for(scope: Scope, sent: Submission) -> str:
    """The form *Waits for…*."""
    name = " ".join(sent.text(act.INPUT_CAUSE).split())
    if sent.is_on(act.INPUT_NO_WAIT):
        done = causes.wait_no_more(scope, sent.about, sent.user_id)
        return "It waits for nothing any more." if done else "It waited for nothing already."
    if not any(letter.isalnum() for letter in name):
        raise CauseMissing
    new = causes.wait(scope, sent.about, sent.user_id, (cause_key(name), name))
    told = "Until somebody says that it is fixed, nobody is reminded to take it up. Then whoever is on it hears, once."
    return told if new else "It waits for that already."


def check_back(scope: Scope, sent: Submission) -> str:
    """The form *Check back…*."""
    if sent.is_on(act.INPUT_NO_CHECK_BACK):
        done = check_backs.take_back(scope, sent.about, sent.user_id)
        return "All right, I don't ask." if done else "Nobody wanted to be asked any more."
    days = sent.option(act.INPUT_CHECK_BACK)
    if not days:
        raise CheckBackMissing
    at = check_backs.ask(scope, sent.about, sent.user_id, int(days))
    return words.asked_back(at, people.hours_of(scope, sent.user_id).zone)
