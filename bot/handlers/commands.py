"""`/ours`: one subcommand each, answered to the asker alone."""

from __future__ import annotations

import difflib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.database import Scope
from bot.errors import BotError, ClockImpossible, WordsMissing
from bot.handlers import customers, loops
from bot.handlers.department_setup import DepartmentSetup
from bot.handlers.desk import Click, Desk, told_of_slack
from bot.handlers.learning import mine
from bot.handlers.requests import ask_by_command, asked_person, check_named
from bot.handlers.settings import open_settings
from bot.handlers.setup import Setup
from bot.ledger import (
    departments,
    people,
    promise_views,
    promises,
    replies,
    tags,
)
from bot.ledger.visibility import Audience
from bot.messages import answers
from bot.messages import promises as promise_words
from bot.messages.privacy import privacy
from bot.messages.views import Message
from bot.slack import calls
from bot.understanding import impossible_clock, plain_text, read_ask, split_due

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A command as it was typed: `rest` is what follows the subcommand."""

    team_id: str
    user_id: str
    channel_id: str
    trigger_id: str
    rest: str


_SPOKEN = {"remind": "promise"}
"""What plain words ask, as the subcommand that does it, where the two are not called alike."""
Answer = Callable[[Asked], Awaitable[Message | None]]


class Commands:
    """The subcommands of `/ours`."""

    def __init__(self, desk: Desk, setup: Setup, departments: DepartmentSetup) -> None:
        self._desk, self._setup, self._departments = desk, setup, departments
        self._table: dict[str, Answer] = {
            "help": self.help,
            "open": self.open,
            "mine": self.mine,
            "promise": self.promise,
            "customer": self.customer,
            "departments": self.departments,
            "department": self.departments,
            "duty": self.duty,
            "join": self.join,
            "leave": self.leave,
            "fixed": self.fixed,
            "rules": self.rules,
            "digest": self.digest,
            "settings": self.settings,
            "privacy": self.privacy,
            "setup": self.setup,
        }

    @property
    def words(self) -> frozenset[str]:
        """What may stand first behind the command."""
        return frozenset(self._table)

    def register(self, app: AsyncApp) -> None:
        app.command("/ours")(self.listen)

    async def listen(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        word, _, rest = str(body.get("text") or "").strip().partition(" ")
        asked = Asked(
            body["team_id"], body["user_id"], body["channel_id"], str(body.get("trigger_id", "")), rest.strip()
        )
        try:
            await self._desk.meet(asked.team_id, [asked.user_id])
            message = await self._answer(word.casefold(), asked)
        except BotError as error:
            message = answers.error(error.words, error.people)
        except (calls.SlackBusyError, calls.SlackUnknownError) as error:
            message = answers.error(told_of_slack(error))
        if message is None:
            await ack()
        else:
            await ack(text=message.text, blocks=list(message.blocks), response_type="ephemeral")

    async def _answer(self, word: str, asked: Asked) -> Message | None:
        answer = self._table.get(word or "help")
        if answer is not None:
            return await answer(asked)
        said = read_ask(f"{word} {asked.rest}")
        meant = self._table.get(_SPOKEN.get(said.kind, said.kind))
        if meant is not None:
            return await meant(replace(asked, rest=said.rest))
        near = difflib.get_close_matches(word, list(self._table), n=1)
        if not near:
            return answers.unknown(word)
        examples = {name: example for name, _, example in answers.COMMANDS}
        return answers.unknown(word, near[0], examples.get(near[0], f"/ours {near[0]}"))

    async def help(self, asked: Asked) -> Message | None:
        await self._desk.meet_channel(asked.team_id, asked.channel_id)
        audience = await self._audience(asked)
        return await self._desk.read(asked.team_id, lambda scope: replies.help_(scope, audience, asked.channel_id))

    async def open(self, asked: Asked) -> Message | None:
        audience = await self._audience(asked)
        return await self._desk.read(asked.team_id, lambda scope: replies.open_list(scope, audience))

    async def mine(self, asked: Asked) -> Message | None:
        audience = await self._audience(asked)
        return await self._desk.read(asked.team_id, lambda scope: mine(scope, audience))

    async def promise(self, asked: Asked) -> Message | None:
        """One's own; or, after a ping, a request to that teammate."""
        whom, rest = asked_person(asked.rest)
        typed = plain_text(rest)
        if whom is None:
            check_named(asked.rest)
        if clock := impossible_clock(typed):
            raise ClockImpossible(clock=clock)
        if whom is not None and whom != asked.user_id:
            await self._desk.meet(asked.team_id, [whom])
            where = asked.channel_id, rest
            return await self._desk.run(asked.team_id, lambda scope: ask_by_command(scope, asked.user_id, whom, where))

        def make(scope: Scope) -> Message:
            hours = people.hours_of(scope, asked.user_id)
            person = people.find(scope, asked.user_id)
            locale = (person.locale if person else None) or "en-US"
            words, due = split_due(typed, scope.now, hours, locale)
            if not any(character.isalnum() for character in words):
                raise WordsMissing
            channel = people.find_channel(scope, asked.channel_id)
            where = asked.channel_id if channel is not None and not channel.is_direct else None
            spoken = promises.Spoken(words.strip(), due, None, where)
            return promise_words.promise_made(promise_views.promise(scope, promises.make(scope, asked.user_id, spoken)))

        return await self._desk.run(asked.team_id, make)

    async def customer(self, asked: Asked) -> Message | None:
        name = plain_text(asked.rest).strip()[:200]
        if not name:
            return answers.said("Which customer? Say the name, like `/ours customer Acme`.")
        audience = await self._audience(asked)
        return await self._desk.read(asked.team_id, lambda scope: customers.page(scope, name, audience))

    async def departments(self, asked: Asked) -> Message | None:
        """All of them; with a name, the form of that one."""
        if asked.rest:
            return await self.department(asked)
        return await self._desk.read(asked.team_id, replies.all_departments)

    async def department(self, asked: Asked) -> Message | None:
        await self._departments.open(_click(asked), asked.rest)
        return None

    async def duty(self, asked: Asked) -> Message | None:
        return await self._desk.read(asked.team_id, replies.on_duty)

    async def join(self, asked: Asked) -> Message | None:
        if not asked.rest:
            return await self.departments(asked)

        def join(scope: Scope) -> Message:
            department = departments.named(scope, plain_text(asked.rest))
            was_in = asked.user_id in departments.members(scope, department.id)
            is_head = departments.join(scope, department.id, asked.user_id, asked.user_id)
            tags.department_changed(scope, department.id)
            return answers.joined(department.name, is_head, was_in)

        return await self._desk.run(asked.team_id, join)

    async def leave(self, asked: Asked) -> Message | None:
        """The reverse of join."""
        if not asked.rest:
            return answers.said("Which department? Say its name, like `/ours leave finance`.")

        def leave(scope: Scope) -> Message:
            department = departments.named(scope, plain_text(asked.rest))
            was_in = departments.leave(scope, department.id, asked.user_id, asked.user_id)
            tags.department_changed(scope, department.id)
            words = f"You left {department.name}." if was_in else f"You were not in {department.name}."
            return answers.said(f"{words} `/ours join {department.key}` brings you {'back' if was_in else 'in'}.")

        return await self._desk.run(asked.team_id, leave)

    async def fixed(self, asked: Asked) -> Message | None:
        """Says that what mentions wait for is fixed; without a name, what that is."""
        await self._audience(asked)  # members of private channels are read again
        typed = plain_text(asked.rest)
        return await self._desk.run(asked.team_id, lambda scope: loops.fixed_by_command(scope, asked.user_id, typed))

    async def rules(self, asked: Asked) -> Message | None:
        audience = await self._audience(asked)
        return await self._desk.read(asked.team_id, lambda scope: replies.all_rules(scope, audience))

    async def digest(self, asked: Asked) -> Message | None:
        audience = await self._audience(asked)
        return await self._desk.read(asked.team_id, lambda scope: replies.digest_preview(scope, audience))

    async def settings(self, asked: Asked) -> Message | None:
        return await open_settings(self._desk, _click(asked))

    async def privacy(self, asked: Asked) -> Message | None:
        return privacy()

    async def setup(self, asked: Asked) -> Message | None:
        """All of it; with a name, one section."""
        await self._desk.meet_channel(asked.team_id, asked.channel_id)
        await self._setup.open(_click(asked), plain_text(asked.rest))
        return None

    async def _audience(self, asked: Asked) -> Audience:
        return await self._desk.audience(asked.team_id, asked.user_id)


def _click(asked: Asked) -> Click:
    """What opens a form."""
    return Click(asked.team_id, asked.user_id, "", asked.trigger_id, asked.channel_id, None, False)
