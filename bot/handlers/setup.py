"""`/ours setup`: what holds in the workspace, section by section, and the form of each.

Two who change the same at once lose nothing: what one left alone stays as the other has it, and where both changed one
thing, the second sees both before theirs holds.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot import calendars
from bot.database import Scope
from bot.errors import AdminsOnly, SectionUnknown, ViewOutdated
from bot.handlers import house_forms
from bot.handlers.desk import Click, Desk, answering
from bot.handlers.overtaking import overtaken
from bot.handlers.sections import SECTIONS, Section
from bot.handlers.stacks import About, Turn, about_of, again, marks, merge, push, show, turning
from bot.handlers.submissions import Submission, answering_mistakes, done_with, submission_of
from bot.ledger import roles, views, workspaces
from bot.messages import actions as act
from bot.messages import forms
from bot.messages import setup as words
from bot.messages.house_views import SetupRow
from bot.messages.inputs import MOST_OPTIONS
from bot.messages.text import label
from bot.messages.views import Message

Show = Callable[[Turn, About], Awaitable[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Page:
    """A section that is more than one form: `show` makes its first view. `is_last`: it comes after all others."""

    key: str
    title: str
    line: Callable[[Scope], str]
    show: Show
    may: Callable[[Scope, str], bool] = roles.is_admin
    is_last: bool = False


class Setup:
    """The first view, and the sections that are one form each. Pages come first, added by whoever shows them."""

    def __init__(self, desk: Desk, sections: Sequence[Section] = SECTIONS) -> None:
        self._desk = desk
        self._pages: dict[str, Page] = {}
        self._sections = {one.key: one for one in sections}

    def add(self, page: Page) -> None:
        self._pages[page.key] = page

    def register(self, app: AsyncApp) -> None:
        for action in (act.SETUP_OPEN, act.HOME_SETUP):
            app.action(action)(answering(self._desk, self.begin, replace=False))
        app.action(re.compile(rf"^{act.SETUP_SECTION}\.\d+$"))(turning(self._desk, self.open_section))
        app.view(act.FORM_SECTION)(self.save)
        app.options(act.INPUT_HOLIDAYS)(suggest_holidays)

    async def begin(self, click: Click) -> Message | None:
        """From a button in a message, or on somebody's Home."""
        await self.open(click, "")
        return None

    async def open(self, click: Click, name: str) -> None:
        """The first view; with a name, that section alone. Raises SectionUnknown, or names who may open it."""
        turn = Turn(click, "", "", About(channel_id=click.channel_id))
        if name:
            await self._show_section(turn, await self._desk.read(click.team_id, lambda scope: self._named(scope, name)))
            return
        view = await self._desk.read(click.team_id, lambda scope: self.overview(scope, click.user_id, turn.about))
        await push(self._desk, turn, view)

    async def open_section(self, turn: Turn) -> None:
        await self._show_section(turn, turn.value)

    async def _show_section(self, turn: Turn, key: str) -> None:
        about = replace(turn.about, subject=key, page=0)
        if key in self._pages:
            await self._desk.read(turn.team_id, lambda scope: check(scope, self._pages[key], turn.user_id))
            await push(self._desk, turn, await self._pages[key].show(turn, about))
        else:
            view = await self._desk.read(turn.team_id, lambda scope: self._form(scope, about, turn.user_id))
            await push(self._desk, turn, view)

    def overview(self, scope: Scope, user_id: str, about: About, said: str = "") -> dict[str, Any]:
        """The first view, for whoever opened it."""
        view = views.setup(scope, user_id, about.channel_id)
        about = About(channel_id=about.channel_id, first=about.first or marks(house_forms.values_of(view)))
        rows = tuple(SetupRow(one.key, one.title, one.line(scope)) for one in self._every() if one.may(scope, user_id))
        return words.overview(replace(view, rows=rows), said, about.text())

    def _every(self) -> Iterator[Page | Section]:
        yield from (page for page in self._pages.values() if not page.is_last)
        yield from self._sections.values()
        yield from (page for page in self._pages.values() if page.is_last)

    def _named(self, scope: Scope, name: str) -> str:
        """The key of the section that somebody means."""
        every = list(self._every())
        spelt = {word: one.key for one in reversed(every) for word in one.title.casefold().split() if len(word) > 3}
        spelt |= {one.title.casefold(): one.key for one in every} | {one.key: one.key for one in every}
        near = difflib.get_close_matches(name.casefold(), list(spelt), n=1)
        if not near:
            raise SectionUnknown(name=name[:40], known=", ".join(one.title for one in every))
        return spelt[near[0]]

    def _form(self, scope: Scope, about: About, user_id: str) -> dict[str, Any]:
        section = self._sections[about.subject]
        check(scope, section, user_id)
        values = section.values(scope)
        about = replace(about, was=marks(values))
        return words.section_form(section.title, section.inputs(scope, values), about.text())

    async def save(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = submission_of(body)

        async def act_and_answer() -> None:
            about = about_of(sent.about)
            section = self._sections.get(about.subject)
            if section is None:
                raise ViewOutdated
            again = await done_with(self._desk, sent, lambda scope, sent: save_section(scope, section, about, sent))
            if again is not None:
                await ack(response_action="update", view=again)
            else:
                await self.saved(ack, sent, about, f"*{section.title}* is saved.")

        await answering_mistakes(self._desk, ack, sent, (act_and_answer, next(iter(sent.values), "")))

    async def saved(self, ack: AsyncAck, sent: Submission, about: About, said: str) -> None:
        """Back to the first view, which says what was done; a form that was opened alone says it itself."""
        if not sent.previous_id:
            view = forms.done(f"{said} `/ours setup` changes it at any time.")
            await ack(response_action="update", view=view)
            return
        await self.show_overview(sent, about, said)
        await ack()

    async def show_overview(self, sent: Submission | Turn, about: About, said: str) -> None:
        """Have the view at the bottom show what holds now, if it is the setup's."""
        view = await self._desk.read(sent.team_id, lambda scope: self.overview(scope, sent.user_id, about, said))
        await show(self._desk, sent.team_id, {sent.root_id: view})


def check(scope: Scope, section: Page | Section, user_id: str) -> None:
    """Raises AdminsOnly, or what else names who may."""
    if section.may(scope, user_id):
        return
    roles.check_teammate(scope, user_id)
    roles.check_admin(scope, user_id)
    raise AdminsOnly(who=roles.admins(scope)[0])


def save_section(scope: Scope, section: Section, about: About, sent: Submission) -> dict[str, Any] | None:
    """Answers the form once more, where somebody changed the same thing meanwhile."""
    workspaces.lock(scope)
    check(scope, section, sent.user_id)
    now = section.values(scope)
    merged = merge(about.was, now, {name: sent.value(name) for name in now if name in sent.values})
    shall_be = {**now, **merged.changed}
    if merged.clashing:
        fresh = again(about, now, merged)
        told = overtaken(scope, scope.team_id, (now, merged), sent.user_id)
        return words.section_form(section.title, section.inputs(scope, shall_be), fresh.text(), told)
    section.save(scope, shall_be, sent.user_id)
    return None


async def suggest_holidays(ack: AsyncAck, body: dict[str, Any]) -> None:
    """What somebody types into *Public holidays* is looked for among countries and their parts."""
    found = calendars.find_calendars(str(body.get("value") or ""), MOST_OPTIONS)
    options = [{"text": {"type": "plain_text", "text": label(name)}, "value": key} for key, name in found]
    await ack(options=options)
