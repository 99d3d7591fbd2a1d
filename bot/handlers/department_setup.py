"""Departments in the setup: made, edited, archived and restored, and brought in from Slack's user groups."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.database import Scope
from bot.errors import NothingToMake
from bot.facts import GroupFacts
from bot.handlers import department_sheets as sheets
from bot.handlers.desk import Click, Desk
from bot.handlers.setup import Page, Setup
from bot.handlers.stacks import About, Turn, about_of, marks, push, show, turning
from bot.handlers.submissions import Submission, answering_mistakes, done_with, submission_of
from bot.ledger import department_edits, department_views, departments, roles
from bot.ledger.department_edits import FromGroup
from bot.messages import actions as act
from bot.messages import department_forms as words
from bot.messages import forms
from bot.messages.house_views import GroupLine
from bot.messages.text import count
from bot.slack import fetch
from bot.understanding import describe_department, meant_department, plain_text

KEY = "departments"


class DepartmentSetup:
    """The list of departments, and what opens on top of it."""

    def __init__(self, desk: Desk, setup: Setup) -> None:
        self._desk, self._setup = desk, setup
        setup.add(Page(KEY, "Departments", department_views.line, self._first))

    def register(self, app: AsyncApp) -> None:
        turns = {
            act.DEPARTMENTS_PAGE: self.turn,
            act.DEPARTMENT_ADD: self.add,
            act.DEPARTMENT_EDIT: self.edit,
            act.DEPARTMENT_ARCHIVE: self.archive,
            act.DEPARTMENT_RESTORE: self.restore,
            act.GROUPS_OPEN: self.open_groups,
            act.GROUPS_PAGE: self.turn_groups,
        }
        for action, does in turns.items():
            app.action(re.compile(rf"^{re.escape(action)}(\.\d+)?$"))(turning(self._desk, does))
        app.view(act.FORM_DEPARTMENT)(self.save)
        app.view(act.FORM_NEW_DEPARTMENT)(self.create)
        app.view(act.FORM_GROUPS)(self.make)

    # the list

    async def _first(self, turn: Turn, about: About) -> dict[str, Any]:
        return await self._listing(turn.team_id, about)

    async def _listing(self, team_id: str, about: About, said: str = "", *, is_archive: bool = False) -> dict[str, Any]:
        has_groups = is_archive or await fetch.has_groups(self._desk.client(team_id))

        def find(scope: Scope) -> dict[str, Any]:
            page = department_views.page(scope, about.page, is_archive=is_archive)
            page = replace(page, has_groups=has_groups)
            return words.listing(page, replace(about, subject=KEY, page=page.page, was={}).text(), said)

        return await self._desk.read(team_id, find)

    async def turn(self, turn: Turn) -> None:
        which, _, number = turn.value.partition("|")
        about = replace(turn.about, page=int(number or 0))
        view = await self._listing(turn.team_id, about, is_archive=which == "archive")
        await show(self._desk, turn.team_id, {turn.view_id: view})

    async def _shown_below(self, sent: Submission | Turn, about: About, said: str) -> None:
        """The list below, and the first view, if there are any, say what was done."""
        if sent.previous_id:
            await show(self._desk, sent.team_id, {sent.previous_id: await self._listing(sent.team_id, about, said)})
        if sent.previous_id != sent.root_id:
            await self._first_below(sent, about, said)

    async def _first_below(self, sent: Submission | Turn, about: About, said: str) -> None:
        if sent.previous_id:
            await self._setup.show_overview(sent, about, said)

    # one of them

    async def open(self, click: Click, name: str) -> None:
        """`/ours departments NAME`: that one's form alone."""
        department_id = await self._desk.read(
            click.team_id, lambda scope: departments.named(scope, plain_text(name)).id
        )
        await self._open(Turn(click, "", "", About(department_id, click.channel_id)))

    async def edit(self, turn: Turn) -> None:
        await self._open(replace(turn, about=replace(turn.about, subject=turn.value)))

    async def _open(self, turn: Turn) -> None:
        def look(scope: Scope) -> None:
            department = departments.get(scope, turn.about.subject)
            roles.check_may_arrange(scope, department, turn.user_id)

        await self._desk.read(turn.team_id, look)
        groups = await fetch.groups(self._desk.client(turn.team_id))

        def build(scope: Scope) -> dict[str, Any]:
            sheet = sheets.sheet_of(scope, turn.about.subject, turn.user_id)
            about = replace(turn.about, was=marks(sheets.values_of(sheet)))
            return words.department(sheet, groups, about.text())

        await push(self._desk, turn, await self._desk.read(turn.team_id, build))

    async def add(self, turn: Turn) -> None:
        await self._desk.read(turn.team_id, lambda scope: roles.check_admin(scope, turn.user_id))
        await push(self._desk, turn, words.new_department(turn.about.text()))

    async def archive(self, turn: Turn) -> None:
        await self._set_archived(turn, is_archived=True)

    async def restore(self, turn: Turn) -> None:
        await self._set_archived(turn, is_archived=False)

    async def _set_archived(self, turn: Turn, *, is_archived: bool) -> None:
        change = department_edits.archive if is_archived else department_edits.restore
        name = await self._desk.run(turn.team_id, lambda scope: change(scope, turn.value, turn.user_id).name)
        said = f"*{name}* is {'archived' if is_archived else 'restored'}."
        if turn.about.subject == KEY:  # in the list of the archived
            await show(self._desk, turn.team_id, {turn.view_id: await self._listing(turn.team_id, turn.about, said)})
            await self._first_below(turn, turn.about, said)
            return
        view = words.archived(name, turn.value, turn.about.text(), is_archived=is_archived)
        await show(self._desk, turn.team_id, {turn.view_id: view})
        await self._shown_below(turn, turn.about, said)

    async def save(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = submission_of(body)

        async def act_and_answer() -> None:
            about = about_of(sent.about)
            groups = await fetch.groups(self._desk.client(sent.team_id)) if act.INPUT_GROUP in sent.values else []
            told = await done_with(self._desk, sent, lambda scope, sent: sheets.save(scope, about, sent, groups))
            if isinstance(told, dict):
                await ack(response_action="update", view=told)
                return
            await self._shown_below(sent, about, f"*{told[0]}* is saved.")
            done = forms.done(f"Saved. `/ours departments {told[1]}` changes it at any time.")
            await (ack() if sent.previous_id else ack(response_action="update", view=done))

        await answering_mistakes(self._desk, ack, sent, (act_and_answer, act.INPUT_HEAD))

    async def create(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = submission_of(body)

        async def act_and_answer() -> None:
            about = about_of(sent.about)
            name = await done_with(self._desk, sent, sheets.create)
            await self._shown_below(sent, about, f"*{name}* is added.")
            await ack()

        await answering_mistakes(self._desk, ack, sent, (act_and_answer, act.INPUT_NAME))

    # user groups

    async def open_groups(self, turn: Turn) -> None:
        await self._desk.read(turn.team_id, lambda scope: roles.check_admin(scope, turn.user_id))
        await push(self._desk, turn, await self._groups(turn, replace(turn.about, page=0)))

    async def turn_groups(self, turn: Turn) -> None:
        about = replace(turn.about, page=int(turn.value or 0))
        await show(self._desk, turn.team_id, {turn.view_id: await self._groups(turn, about)})

    async def _groups(self, turn: Turn, about: About) -> dict[str, Any]:
        found = await fetch.user_groups(self._desk.client(turn.team_id))
        lines = await self._desk.read(turn.team_id, lambda scope: _lines(scope, found))
        return words.groups(lines, about.page, about.text())

    async def make(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = submission_of(body)
        inputs = [name for name in sent.values if name.startswith(act.INPUT_GROUPS)]

        async def act_and_answer() -> None:
            about = about_of(sent.about)
            chosen = {group_id for name in inputs for group_id in sent.options(name)}
            if not chosen:
                raise NothingToMake
            found = [one for one in await fetch.user_groups(self._desk.client(sent.team_id)) if one.id in chosen]
            await self._desk.meet(sent.team_id, [user_id for one in found for user_id in one.people])
            made = await done_with(self._desk, sent, lambda scope, sent: _make(scope, found, sent.user_id))
            said = f"{count(made, 'department')} {'has' if made == 1 else 'have'} their people now."
            await self._shown_below(sent, replace(about, page=0), said)
            await ack()

        await answering_mistakes(self._desk, ack, sent, (act_and_answer, next(iter(inputs), "")))


def _lines(scope: Scope, found: list[GroupFacts]) -> list[GroupLine]:
    """The groups that are no department yet."""
    taken = {one.group_id for one in departments.active(scope)}
    names = {one.id: one.name for one in departments.active(scope)}
    becomes = _becomes(scope, found)
    return [
        GroupLine(one.id, one.name, len(one.people), names.get(becomes.get(one.id, "")))
        for one in found
        if one.id not in taken
    ]


def _becomes(scope: Scope, found: list[GroupFacts]) -> dict[str, str]:
    """By group, the department that it is, where there is one without a group."""
    active = departments.active(scope)
    free = {one.key: one.id for one in active if one.group_id is None}
    every = [one.reading for one in active]
    keys = {one.id: meant_department(one.name, every) or meant_department(one.handle, every) for one in found}
    return {group_id: free[key] for group_id, key in keys.items() if key in free}


def _make(scope: Scope, found: list[GroupFacts], by: str) -> int:
    becomes, taken = _becomes(scope, found), set[str]()
    wanted = []
    for one in found:
        department_id = becomes.get(one.id)
        department_id = None if department_id in taken else department_id
        taken |= {department_id} if department_id else set()
        described = one.description or describe_department(one.name) or f"Answers for what concerns {one.name}."
        wanted.append(FromGroup(one.id, one.name[:75], described[:500], one.people, department_id))
    return len(department_edits.from_groups(scope, wanted, by))
