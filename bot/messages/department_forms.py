"""Setting up departments: the list of them, the form of each, and departments made of Slack's user groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ButtonElement,
    ChannelSelectElement,
    CheckboxesElement,
    ConfirmObject,
    InputBlock,
    Option,
    PlainTextInputElement,
    StaticSelectElement,
    UserMultiSelectElement,
    UserSelectElement,
)

from bot.messages import actions as act
from bot.messages.house_views import DepartmentPage, DepartmentSheet, DepartmentView, GroupLine
from bot.messages.inputs import MOST_OPTIONS, form, input_of, plain
from bot.messages.layout import actions, button, context, section, section_beside
from bot.messages.setup import LABELS
from bot.messages.text import button_value, count, inline, person, typed, width

LONGEST_ROTA = 20
MOST_PEOPLE = 100  # Slack's limit for the people that an input begins with
LONGEST_WORDS = 3000
ROTA = "Asked first: a week each, in this order. Who doesn't work at that moment is stood in for by the next."
WORDS = "What customers write when it concerns them: words or short phrases, with commas between. May be left out."
NO_GROUPS = (
    "*Edit* one of these and choose its people; or they say it themselves: `/ours join NAME`. (Slack's paid plans have "
    "user groups: with them, one click brings in everybody.)"
)
GROUPS_SHOWN, GROUPS_TOGETHER = 50, 10


def listing(page: DepartmentPage, about: str, said: str = "") -> dict[str, Any]:
    """The departments of a page, or those that are archived, each with what changes it."""
    blocks: list[Block] = [section(f":white_check_mark: {said}")] if said else []
    if page.is_archive:
        blocks.append(section(f"*Archived* · {count(page.total, 'department')}", "Nobody is asked for them."))
    else:
        groups = button("From user groups", act.GROUPS_OPEN, "0", is_primary=not said) if page.has_groups else None
        blocks += [
            section(
                f"*{count(page.total, 'department')}*",
                "A department without people is asked about nothing.",
                None if page.has_groups else NO_GROUPS,
            ),
            actions(
                groups,
                button("Add one", act.DEPARTMENT_ADD, "new", is_primary=not (said or page.has_groups)),
                _turn(f"Archived ({page.archived})", 0, "archive|0") if page.archived else None,
            ),
        ]
    blocks += [_row(number, one, page.is_archive) for number, one in enumerate(page.departments)]
    blocks += _turns(page)
    return form("form_shown", "Departments", None, about, blocks)


def _row(number: int, view: DepartmentView, is_archive: bool) -> Block:
    name = f"*{inline(view.name, 75) or '…'}*"
    if is_archive:
        restore = button("Restore", act.numbered(act.DEPARTMENT_RESTORE, number), view.id)
        return section_beside(restore, name, inline(view.description, 100) or None)
    people = [f"head {person(view.head)}"] if view.head else []
    people += [count(len(view.members), "person", "people")] if view.members else []
    people += ["a user group"] if view.group_id else []
    change = button("Edit", act.numbered(act.DEPARTMENT_EDIT, number), view.id)
    return section_beside(
        change, f"{name} · {', '.join(people) or 'nobody yet'}", inline(view.description, 100) or None
    )


def _turns(page: DepartmentPage) -> list[Block]:
    here = "archive" if page.is_archive else "active"
    turns = [
        _turn("All departments", 3, "active|0") if page.is_archive else None,
        _turn("Earlier", 1, f"{here}|{page.page - 1}") if page.page else None,
        _turn("Later", 2, f"{here}|{page.page + 1}") if page.page + 1 < page.pages else None,
    ]
    if not any(turns):
        return []
    where = [context(f"Page {page.page + 1} of {page.pages}.")] if page.pages > 1 else []
    return [*where, actions(*turns)]


def _turn(words: str, number: int, value: str) -> ButtonElement:
    return button(words, act.numbered(act.DEPARTMENTS_PAGE, number), value)


def department(
    sheet: DepartmentSheet, groups: Sequence[tuple[str, str]], about: str, told: Sequence[str] = ()
) -> dict[str, Any]:
    """All of a department that its reader may change. `groups` are the workspace's user groups: id and name."""
    view = sheet.view
    blocks: list[Block] = [section(":warning: *Somebody was here meanwhile*", *told)] if told else []
    if sheet.may_edit:
        blocks += _what_it_is(view.name, view.description, sheet.words)
        blocks += _people(sheet)
    else:
        blocks.append(section(f"*{inline(view.name, 75) or 'This department'}*", inline(view.description, 300) or None))
    blocks += [*_whom_it_asks(view), *_group_choice(view, groups)]
    if sheet.may_archive:
        blocks.append(_archive(view))
    return form(act.FORM_DEPARTMENT, "Department", "Save", about, blocks)


def new_department(about: str) -> dict[str, Any]:
    """A department that is not there yet. What its description leaves out, its name says."""
    people = UserMultiSelectElement(
        action_id=act.INPUT_PEOPLE, placeholder="Choose teammates", max_selected_items=MOST_PEOPLE
    )
    first = "The first one heads it; you can change that."
    blocks = [
        *_what_it_is("", "", ""),
        input_of(LABELS[act.INPUT_PEOPLE], people, is_optional=True, hint=first),
        context("Without a description, I derive one from the name where I know it."),
    ]
    return form(act.FORM_NEW_DEPARTMENT, "Add a department", "Add it", about, blocks)


def _what_it_is(name: str, description: str, words: str | None) -> list[Block]:
    called = PlainTextInputElement(
        action_id=act.INPUT_NAME, initial_value=button_value(name, 75) or None, max_length=75
    )
    told = PlainTextInputElement(
        action_id=act.INPUT_DESCRIPTION,
        multiline=True,
        initial_value=typed(description, 500) or None,
        max_length=500,
    )
    hint = "In a sentence or two: by it I know what concerns them."
    return [
        input_of(LABELS[act.INPUT_NAME], called),
        input_of(LABELS[act.INPUT_DESCRIPTION], told, is_optional=not name, hint=hint),
        *_words(words),
    ]


def _words(words: str | None) -> list[Block]:
    """More than an input holds can't be edited here: half of it would be taken for all."""
    if words is None or width(words) > LONGEST_WORDS:
        return [section("*Words* · too many to edit here: *Import and export* in `/ours setup` changes them.")]
    element = PlainTextInputElement(
        action_id=act.INPUT_KNOWN_BY,
        multiline=True,
        initial_value=typed(words, LONGEST_WORDS) or None,
        max_length=LONGEST_WORDS,
    )
    return [input_of(LABELS[act.INPUT_KNOWN_BY], element, is_optional=True, hint=WORDS)]


def _people(sheet: DepartmentSheet) -> list[Block]:
    if sheet.people is None:
        many = count(len(sheet.view.members), "person", "people")
        return [section(f"*People* · {many}, too many to edit here: its user group brings them in and out.")]
    element = UserMultiSelectElement(
        action_id=act.INPUT_PEOPLE,
        placeholder="Choose teammates",
        initial_users=list(sheet.people) or None,
        max_selected_items=MOST_PEOPLE,
    )
    hint = "Who answers for it. They can come and go themselves: /ours join, /ours leave."
    return [input_of(LABELS[act.INPUT_PEOPLE], element, is_optional=True, hint=hint)]


def _whom_it_asks(view: DepartmentView) -> list[Block]:
    head = UserSelectElement(action_id=act.INPUT_HEAD, placeholder="Choose a teammate", initial_user=view.head)
    duty = UserMultiSelectElement(
        action_id=act.INPUT_DUTY,
        placeholder="Choose teammates",
        initial_users=list(view.rota) or None,
        max_selected_items=LONGEST_ROTA,
    )
    where = ChannelSelectElement(
        action_id=act.INPUT_CHANNEL_OF, placeholder="Choose a channel", initial_channel=view.channel_id
    )
    hint = "For cards that can't stand where they were shared, since guests or people from outside read there."
    heads = "Asked when nobody is on duty; hears when nobody acted."
    return [
        input_of(LABELS[act.INPUT_HEAD], head, is_optional=True, hint=heads),
        input_of(LABELS[act.INPUT_DUTY], duty, is_optional=True, hint=ROTA),
        input_of(LABELS[act.INPUT_CHANNEL_OF], where, is_optional=True, hint=hint),
    ]


def _group_choice(view: DepartmentView, groups: Sequence[tuple[str, str]]) -> list[InputBlock]:
    """The chosen group is an option even if Slack lists it no more."""
    names = {view.group_id: view.group_id, **dict(groups)} if view.group_id else dict(groups)
    options = {key: Option(value=key, text=plain(name or key)) for key, name in list(names.items())[:MOST_OPTIONS]}
    if not options:
        return []
    element = StaticSelectElement(
        action_id=act.INPUT_GROUP,
        placeholder="Choose a group",
        options=list(options.values()),
        initial_option=options.get(view.group_id or ""),
    )
    hint = "Who joins it in Slack is in, who leaves it is out. All of it is notified only when it is urgent."
    return [input_of(LABELS[act.INPUT_GROUP], element, is_optional=True, hint=hint)]


def archived(name: str, department_id: str, about: str, *, is_archived: bool) -> dict[str, Any]:
    """What the form of a department turns into once it was archived, or restored."""
    shown = inline(name, 75) or "The department"
    if not is_archived:
        words = section(f"*{shown}* is restored, with its people and words.")
        return form("form_shown", "Department", None, about, [words])
    restore = button("Restore", act.numbered(act.DEPARTMENT_RESTORE, 0), department_id)
    words = section_beside(restore, f"*{shown}* is archived. Its people and words are kept.")
    return form("form_shown", "Department", None, about, [words])


def _archive(view: DepartmentView) -> Block:
    sure = ConfirmObject(
        title="Archive it?",
        text="Nobody is asked for it any more, and no mention is tagged with it. Cards that have it keep it. "
        "*Archived* restores it.",
        confirm="Archive it",
        deny="Keep it",
        style="danger",
    )
    away = ButtonElement(text=plain("Archive"), action_id=act.DEPARTMENT_ARCHIVE, value=view.id, confirm=sure)
    return section_beside(away, "*No longer needed?* Archive it; its people and words are kept.")


def groups(found: Sequence[GroupLine], page: int, about: str) -> dict[str, Any]:
    """The workspace's user groups that are no department yet, to be chosen."""
    start = page * GROUPS_SHOWN
    here = list(found[start : start + GROUPS_SHOWN])
    if not here:
        words = "Slack knows no user group that is not a department here already."
        hint = "User groups are made in Slack under *People*, on its paid plans. *Add one* needs none."
        return form("form_shown", "From user groups", None, about, [section(words, hint)])
    blocks: list[Block] = [section("*Which of them answer for customers?*", "I take their people along.")]
    for number, begin in enumerate(range(0, len(here), GROUPS_TOGETHER)):
        options = [_group_option(one) for one in here[begin : begin + GROUPS_TOGETHER]]
        boxes = CheckboxesElement(action_id=act.numbered(act.INPUT_GROUPS, number), options=options)
        blocks.append(input_of("User groups" if not number else "More of them", boxes, is_optional=True))
    blocks += _group_turns(len(found), page)
    return form(act.FORM_GROUPS, "From user groups", "Make them", about, blocks)


def _group_option(one: GroupLine) -> Option:
    brings = f"their people join {inline(one.becomes, 40)}" if one.becomes else "a new department"
    told = f"{count(one.people, 'person', 'people')} · {brings}"
    return Option(value=one.id, text=plain(one.name or one.id), description=plain(told))


def _group_turns(total: int, page: int) -> list[Block]:
    turns = [
        button("Earlier", act.numbered(act.GROUPS_PAGE, 0), str(page - 1)) if page else None,
        button("Later", act.numbered(act.GROUPS_PAGE, 1), str(page + 1)) if (page + 1) * GROUPS_SHOWN < total else None,
    ]
    return [actions(*turns)] if any(turns) else []
