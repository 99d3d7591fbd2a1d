"""Blocks become dictionaries as slack_sdk makes them, with its checks."""

from __future__ import annotations

import pytest
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import (
    Block,
    ButtonElement,
    ConfirmObject,
    Option,
    OverflowMenuElement,
    PlainTextObject,
    RichTextBlock,
    RichTextSectionElement,
    SectionBlock,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from bot.messages.plainly import as_dict
from tests.unit.messages.message_world import World, all_forms, all_homes, all_messages

WORLDS = (World(many=0), World(many=2), World(many=7, state="owned"))
ODD = (
    RichTextBlock(elements=[RichTextSectionElement(elements=[])]),
    SectionBlock(text="*a*", fields=["one", "two"]),
    ButtonElement(text="Go", action_id="go", confirm=ConfirmObject(title="Sure?", text="Really?")),
    StaticSelectElement(action_id="one", options=[Option(value="1", text="One", description="the first")]),
)


@pytest.mark.parametrize("world", WORLDS)
def test_every_message_and_form_is_as_slack_sdk_has_it(world: World) -> None:
    for message in all_messages(world):
        for block in Block.parse_all(list(message.blocks)):
            assert as_dict(block) == block.to_dict()
    for body in [*all_forms(world), *all_homes(world)]:
        view = View(**body)
        assert as_dict(view) == view.to_dict()


@pytest.mark.parametrize("made", ODD, ids=lambda made: type(made).__name__)
def test_so_is_what_is_empty_and_what_writes_itself_down(made: Block) -> None:
    assert as_dict(made) == made.to_dict()


def test_what_slack_would_refuse_is_refused_at_any_depth() -> None:
    long = PlainTextObject(text="x" * 80)
    button = ButtonElement(text=long, action_id="go", value="1")
    with pytest.raises(SlackObjectFormationError):
        as_dict(SectionBlock(text="a", accessory=button))
    with pytest.raises(SlackObjectFormationError):
        as_dict(OverflowMenuElement(action_id="menu", options=[Option(value="x" * 151, text="x")]))
