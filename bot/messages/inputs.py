"""What forms are built of: the modal itself, and inputs whose block id and action id are the same word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    DateTimePickerElement,
    InputBlock,
    Option,
    OptionGroup,
    PlainTextInputElement,
    PlainTextObject,
    UserSelectElement,
)
from slack_sdk.models.blocks.block_elements import InputInteractiveElement
from slack_sdk.models.views import View

from bot.messages import actions as act
from bot.messages.house_views import DepartmentView
from bot.messages.plainly import as_dict
from bot.messages.text import label, on_wall
from bot.messages.views import PromiseView

MOST_OPTIONS = 100
MOST_OF_A_HINT = 300


def form(
    callback_id: str, title: str, submit: str | None, metadata: str, blocks: Sequence[Block | dict[str, Any]]
) -> dict[str, Any]:
    """A modal; without `submit` there is nothing to send in. `metadata` holds ids only."""
    view = View(
        type="modal",
        callback_id=callback_id,
        title=plain(title),
        submit=plain(submit) if submit else None,
        close=plain("Cancel" if submit else "Close"),
        private_metadata=metadata,
        blocks=blocks,
    )
    return as_dict(view)


def plain(words: str, most: int = 75) -> PlainTextObject:
    return PlainTextObject(text=label(words, most), emoji=True)


def input_of(
    words: str, element: InputInteractiveElement, is_optional: bool = False, hint: str | None = None
) -> InputBlock:
    return InputBlock(
        label=plain(words),
        element=element,
        block_id=element.action_id,
        optional=is_optional,
        hint=plain(hint, MOST_OF_A_HINT) if hint else None,
    )


def reason_input(words: str, is_optional: bool, hint: str) -> InputBlock:
    element = PlainTextInputElement(action_id=act.INPUT_REASON, multiline=True, max_length=1000)
    return input_of(words, element, is_optional, hint)


def person_input(words: str) -> InputBlock:
    return input_of(words, UserSelectElement(action_id=act.INPUT_PERSON, placeholder="Choose a teammate"))


def switch(action_id: str, words: str, is_on: bool) -> CheckboxesElement:
    on = Option(value="on", text=plain(words))
    return CheckboxesElement(action_id=action_id, options=[on], initial_options=[on] if is_on else None)


def moment_input(words: str, promise: PromiseView, now: datetime) -> InputBlock:
    return moment_from(words, promise.due, promise.zone, now)


def moment_from(words: str, due: datetime | None, zone: str, now: datetime) -> InputBlock:
    """Starts at the due moment; when that has passed or is unknown, at 17:00 tomorrow."""
    chosen = due
    if chosen is None or chosen <= now:
        tomorrow = on_wall(now, zone) + timedelta(days=1)
        chosen = datetime.combine(tomorrow.date(), time(17), tomorrow.tzinfo)
    element = DateTimePickerElement(action_id=act.INPUT_MOMENT, initial_date_time=_ten_digits(chosen))
    return input_of(words, element, hint="In your own time zone.")


def _ten_digits(chosen: datetime) -> int | None:
    """Slack takes moments of ten digits only: September 2001 to November 2286."""
    unix = int(chosen.timestamp())
    return unix if 10**9 <= unix < 10**10 else None


def department_options(departments: Sequence[DepartmentView]) -> dict[str, Any]:
    """Options, in groups by first letters when a select can't hold them all."""
    by_id = {each.id: each for each in departments if 0 < len(each.id) <= 150}
    options = [
        Option(value=each.id, text=plain(each.name or each.key))
        for each in sorted(by_id.values(), key=lambda each: each.name.casefold())
    ]
    if not options:
        return {}
    if len(options) <= MOST_OPTIONS:
        return {"options": options}
    chunks = [options[start : start + MOST_OPTIONS] for start in range(0, len(options), MOST_OPTIONS)][:MOST_OPTIONS]
    return {
        "option_groups": [
            OptionGroup(
                label=plain(f"{label(str(chunk[0].text), 30)} to {label(str(chunk[-1].text), 30)}"), options=chunk
            )
            for chunk in chunks
        ]
    }
