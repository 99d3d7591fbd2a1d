"""Every message and form of the setup, made of whatever words people have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.messages import channel_forms, department_forms, file_forms, privacy, setup, welcomes
from bot.messages.house_views import (
    ChannelLine,
    ChannelPage,
    DepartmentPage,
    DepartmentSheet,
    DepartmentView,
    GroupLine,
    HoursView,
    PlannedLine,
    SetupRow,
    SetupView,
)
from bot.messages.views import Message

ABOUT = '["departments","C1",0,{}]'
A_PAGE = 20


def setup_messages(words: str) -> Iterator[Message]:
    yield welcomes.lead_to_setup(9)
    yield welcomes.guide(words)
    yield welcomes.guide("", is_new=False)
    yield welcomes.first_act(words)
    yield welcomes.first_act("")
    yield privacy.privacy()


def setup_forms(words: str, view: DepartmentView, many: int) -> Iterator[dict[str, Any]]:
    """`words` and the names in `view` are anybody's, `many` says how many there are of each thing."""
    yield from _first_views(words)
    yield from _sections(words)
    yield from _departments(words, view, many)
    groups = [GroupLine(f"S{number}", words, number, view.name if number % 2 else None) for number in range(many)]
    for page in (0, 1, 19, 900):
        yield department_forms.groups(groups, page, ABOUT)
    modes = ("careful", "eager", "off")
    lines = tuple(ChannelLine(f"C{number}", modes[number % 3]) for number in range(min(many, A_PAGE)))  # type: ignore[arg-type]
    for page in (0, 1, 2):
        yield channel_forms.channels(ChannelPage(lines, page, 3, many), ABOUT, words[:50] and "#x is read.")
    yield file_forms.files(ABOUT)
    planned = [
        PlannedLine(view.name, "change", (words, "head")),
        PlannedLine(words, "create"),
        PlannedLine("x", "keep"),
    ]
    yield file_forms.planned(planned * min(many, 200), ABOUT)
    yield file_forms.planned(planned * min(many, 20), ABOUT, words)


def _first_views(words: str) -> Iterator[dict[str, Any]]:
    rows = tuple(SetupRow(f"key{number}", words, setup.overtaken("@ann", "zone", words)) for number in range(12))
    for mode in ("careful", "eager", "off"):
        yield setup.overview(SetupView("C1", words, mode, True, rows=rows), "Done.")
    yield setup.overview(SetupView(None, "", "careful", False, asks="U1"))


def _sections(words: str) -> Iterator[dict[str, Any]]:
    told = [setup.overtaken("", "guidelines", words), setup.overtaken("@ann", "work_end", "")]
    people = [f"U{number}" for number in range(setup.MOST_ADMINS)]
    yield setup.section_form(words or "x", setup.guidelines(words), ABOUT, told)
    yield setup.section_form("Hours", setup.hours(HoursView(words, "09:00", "17:00", (), words, words)), ABOUT, told)
    yield setup.section_form("Hours", setup.hours(HoursView("UTC", "00:00", "23:59", (6,), "DE-BY", "")), ABOUT)
    yield setup.section_form("Digest", setup.digest("C1", 6, "23:59"), ABOUT)
    yield setup.section_form("Digest", setup.digest(None, 0, "09:00"), ABOUT)
    yield setup.section_form("Ways", setup.mention_emoji(words), ABOUT)
    yield setup.section_form("Rules", setup.learning("off"), ABOUT)
    yield setup.section_form("Roles", setup.roles(people, [f"<@{one}>" for one in people], guides=True), ABOUT)
    yield setup.section_form("Roles", setup.roles((), (), guides=False), ABOUT)


def _departments(words: str, view: DepartmentView, many: int) -> Iterator[dict[str, Any]]:
    shown = tuple(replace(view, id=f"D{number}") for number in range(min(many, A_PAGE)))
    for page, is_archive in ((0, False), (1, False), (2, True)):
        listed = DepartmentPage(shown, page, 3, many, is_archive, archived=many)
        yield department_forms.listing(listed, ABOUT, setup.overtaken("@ann", "name", words))
    yield department_forms.listing(DepartmentPage((), 0, 1, 0), ABOUT)
    groups = [(f"S{number}", words) for number in range(many * 3)]
    some = tuple(f"U{number}" for number in range(department_forms.MOST_PEOPLE))
    for sheet in (
        DepartmentSheet(view, words, ("U1",), may_edit=True, may_archive=True),
        DepartmentSheet(replace(view, on_duty="U2", group_id=None, channel_id="C1"), None, None, may_edit=True),
        DepartmentSheet(view, words, some),
    ):
        yield department_forms.department(sheet, groups, ABOUT)
        yield department_forms.department(sheet, (), ABOUT, [setup.overtaken("", "name", words)])
    yield department_forms.new_department(ABOUT)
    for is_archived in (True, False):
        yield department_forms.archived(words, "D1", ABOUT, is_archived=is_archived)
