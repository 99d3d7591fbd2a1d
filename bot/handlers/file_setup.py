"""Import and export in the setup: departments as a file; what it would change is shown before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.database import Scope
from bot.errors import FileMissing, FileUnreadable
from bot.facts import DepartmentFacts
from bot.handlers.desk import Desk
from bot.handlers.setup import Page, Setup
from bot.handlers.stacks import About, Turn, about_of, marks, show, turning
from bot.handlers.submissions import Submission, answering_mistakes, submission_of
from bot.ledger import department_files, departments, roles
from bot.messages import actions as act
from bot.messages import file_forms as words
from bot.messages import forms
from bot.messages.house_views import PlannedLine
from bot.messages.text import count
from bot.slack import files

KEY = "files"
PLAN = "plan"


@dataclass(frozen=True, slots=True)
class DepartmentsFile:
    """The form of `departments.toml`, passed in by wiring: a text as departments, which raises FileWrong with what is
    wrong in it, and the reverse.
    """

    read: Callable[[str], tuple[DepartmentFacts, ...]]
    write: Callable[[Sequence[DepartmentFacts]], str]


class FileSetup:
    """The view that gives the file and takes one, and the one that shows what it would change."""

    def __init__(self, desk: Desk, setup: Setup, form: DepartmentsFile) -> None:
        self._desk, self._setup, self._form = desk, setup, form
        line = f"All departments as a file, `{words.NAME}`, out and in."
        setup.add(Page(KEY, "Import and export", lambda scope: line, _first, is_last=True))

    def register(self, app: AsyncApp) -> None:
        app.action(act.EXPORT)(turning(self._desk, self.export))
        app.view(act.FORM_IMPORT)(self.look)
        app.view(act.FORM_IMPORT_SURE)(self.make)

    async def export(self, turn: Turn) -> None:
        await self._desk.read(turn.team_id, lambda scope: roles.check_admin(scope, turn.user_id))
        await self._send(turn.team_id, turn.user_id)
        said = f"I sent you `{words.NAME}` by direct message."
        await show(self._desk, turn.team_id, {turn.view_id: words.files(turn.about.text(), said)})

    async def _send(self, team_id: str, user_id: str) -> None:
        found = await self._desk.read(team_id, department_files.export)
        await files.send(self._desk.client(team_id), user_id, words.NAME, self._form.write(found))

    async def look(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """What a file would change; nothing is done yet."""
        sent = submission_of(body)

        async def act_and_answer() -> None:
            await self._desk.read(sent.team_id, lambda scope: roles.check_admin(scope, sent.user_id))
            given = next(iter(sent.input(act.INPUT_FILE).get("files") or ()), None)
            text = sent.text(act.INPUT_TOML)
            if given is None and not text:
                raise FileMissing
            file_id = str(given["id"]) if given is not None else ""
            await ack(response_action="update", view=await self._planned(sent, file_id, "" if file_id else text))

        blamed = act.INPUT_FILE if sent.input(act.INPUT_FILE).get("files") else act.INPUT_TOML
        await answering_mistakes(self._desk, ack, sent, (act_and_answer, blamed))

    async def _planned(self, sent: Submission, file_id: str, text: str) -> dict[str, Any]:
        wanted = await self._read(sent, file_id, text)
        lines, was = await self._desk.read(
            sent.team_id, lambda scope: (department_files.plan(scope, wanted), mark(scope, wanted))
        )
        about = replace(about_of(sent.about), subject=file_id, was=was)
        return words.planned(lines, about.text(), text)

    async def _read(self, sent: Submission, file_id: str, text: str) -> tuple[DepartmentFacts, ...]:
        client = self._desk.client(sent.team_id)
        found = await files.read(client, await files.info(client, file_id)) if file_id else text
        if found is None:
            raise FileUnreadable
        wanted = self._form.read(found)
        await self._desk.meet(sent.team_id, department_files.people_in(wanted))
        for channel_id in {one.channel for one in wanted if one.channel}:
            await self._desk.meet_channel(sent.team_id, channel_id)
        return wanted

    async def make(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Do it; where somebody changed something since it was shown, it is shown anew."""
        sent = submission_of(body)

        async def act_and_answer() -> None:
            about = about_of(sent.about)
            text = sent.text(act.INPUT_TOML)
            wanted = await self._read(sent, about.subject, text)
            if sent.is_on(act.INPUT_KEEP):
                await self._send(sent.team_id, sent.user_id)
            lines = await self._desk.run(sent.team_id, lambda scope: make_as_shown(scope, wanted, about, sent.user_id))
            if lines is None:
                await ack(response_action="update", view=await self._planned(sent, about.subject, text))
                return
            said = f"Imported: {count(sum(line.act != 'keep' for line in lines), 'department')} made or changed."
            if sent.previous_id:
                await self._setup.show_overview(sent, about, said)
            await ack(response_action="update", view=forms.done(f"{said} `/ours departments` shows them."))

        await answering_mistakes(self._desk, ack, sent, (act_and_answer, act.INPUT_KEEP))


async def _first(turn: Turn, about: About) -> dict[str, Any]:
    return words.files(about.text())


def make_as_shown(
    scope: Scope, wanted: Sequence[DepartmentFacts], about: About, by: str
) -> Sequence[PlannedLine] | None:
    """Import; answers what was done, or None where somebody changed something since it was shown: nothing is done."""
    departments.lock_all(scope)
    if mark(scope, wanted) != about.was:
        return None
    return department_files.apply(scope, wanted, by)


def mark(scope: Scope, wanted: Sequence[DepartmentFacts]) -> dict[str, str]:
    """By which one sees whether the same file would change the same departments."""
    return marks({PLAN: repr((department_files.standing(scope, wanted), tuple(wanted)))})
