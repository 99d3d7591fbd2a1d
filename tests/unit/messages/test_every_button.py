"""What people can press is heard, and what is heard can be pressed: buttons, menus, forms, shortcuts, commands."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

from bot.handlers.commands import Commands
from bot.handlers.desk import Desk
from bot.messages import actions as act
from bot.messages import answers
from bot.wiring import rooms
from tests.unit.messages.message_world import World, all_forms, all_homes, all_messages

REPOSITORY = Path(__file__).parents[3]
HOW_MANY = (0, 1, 3, 150)
"""Nothing, one, some, and more than a page: each shows buttons that the others don't."""


@dataclass
class Switchboard:
    """Stands in for Bolt's app, and notes what listens to what."""

    heard: dict[str, list[str | re.Pattern[str]]] = field(default_factory=lambda: defaultdict(list))

    def __getattr__(self, kind: str) -> Callable[[Any], Callable[[Any], Any]]:
        def listen(name: Any) -> Callable[[Any], Any]:
            self.heard[kind].append(name["callback_id"] if isinstance(name, dict) else name)
            return lambda does: does

        return listen


@dataclass
class Shown:
    """What people can press or fill in."""

    actions: dict[str, str] = field(default_factory=dict)
    inputs: set[str] = field(default_factory=set)
    asking: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)


@cache
def switchboard() -> Switchboard:
    board = Switchboard()
    for room in rooms(cast(Desk, None), ()):
        room.register(cast(Any, board))
    return board


@cache
def shown() -> Shown:
    found = Shown()
    for many in HOW_MANY:
        world = World(many=many)
        for message in all_messages(world):
            _note(found, list(message.blocks))
        for view in (*all_forms(world), *all_homes(world)):
            _note(found, view["blocks"])
            if view["type"] == "modal" and "submit" in view:
                found.forms.add(view["callback_id"])
    return found


def _note(found: Shown, blocks: Any) -> None:
    for block in blocks:
        is_input = block["type"] == "input" and not block.get("dispatch_action")
        for element in _elements(block):
            name = element["action_id"]
            if element["type"] == "external_select":
                found.asking.add(name)
            if is_input:
                found.inputs.add(re.sub(r"\.\d+$", "", name))
            else:
                found.actions[name] = element["type"]


def _elements(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for element in (block.get("element"), block.get("accessory"), *block.get("elements", ())):
        if isinstance(element, dict) and "action_id" in element:
            yield element


def _hears(name: str | re.Pattern[str], action: str) -> bool:
    return name == action if isinstance(name, str) else name.search(action) is not None


def test_every_button_and_menu_is_heard_by_exactly_one_listener() -> None:
    board = switchboard()
    wrong = {
        action: [str(name) for name in board.heard["action"] if _hears(name, action)] for action in shown().actions
    }
    assert {action: names for action, names in wrong.items() if len(names) != 1} == {}


def test_every_listener_has_a_button_or_a_menu_that_people_are_shown() -> None:
    names = switchboard().heard["action"]
    assert len(names) > 80
    assert [name for name in names if not any(_hears(name, action) for action in shown().actions)] == []


def test_every_form_has_a_listener_and_every_listener_a_form() -> None:
    assert sorted(map(str, switchboard().heard["view"])) == sorted(shown().forms)


def test_every_menu_that_asks_for_its_choices_is_answered() -> None:
    assert set(switchboard().heard["options"]) == shown().asking


def test_every_name_of_a_button_a_form_or_an_input_is_used() -> None:
    """A name that nothing shows would be a way that nobody can go."""
    names = {name: value for name, value in vars(act).items() if name.isupper() and isinstance(value, str)}
    buttons = {re.sub(r"\.\d+$", "", action) for action in shown().actions}
    for name, value in names.items():
        if name.startswith("INPUT_"):
            assert value in shown().inputs, name
        elif name.startswith("FORM_"):
            assert value in shown().forms, name
        elif not name.startswith(("SHORTCUT_", "MORE_")):
            assert value in buttons, name


def test_each_choice_of_a_menu_on_the_card_is_one_that_its_listener_knows() -> None:
    chosen = {
        option["value"].partition("|")[0]
        for message in all_messages(World())
        for block in message.blocks
        for element in _elements(block)
        if element["type"] == "overflow"
        for option in element["options"]
    }
    assert chosen == {act.MORE_WAITS, act.MORE_CHECK}


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("message", {act.SHORTCUT_MENTION, act.SHORTCUT_PROMISE}),
        ("global", {act.SHORTCUT_SHARE, act.SHORTCUT_PROMISE_NEW}),
    ],
)
def test_shortcuts_are_those_of_the_manifest(kind: str, names: set[str]) -> None:
    assert {one["callback_id"] for one in features()["shortcuts"] if one["type"] == kind} == names
    assert names <= set(map(str, switchboard().heard["shortcut"]))


def test_every_word_of_the_command_is_in_its_help_and_in_the_hint_while_one_types() -> None:
    (command,) = features()["slash_commands"]
    assert switchboard().heard["command"] == [command["command"]]
    examples = {example.split()[1] for _, _, example in answers.COMMANDS}
    hinted = {part.split()[0] for part in command["usage_hint"].split(" | ")}
    assert hinted == examples
    understood = Commands(cast(Desk, None), cast(Any, None), cast(Any, None)).words
    assert examples <= understood
    assert understood - examples == {"department"}, "a slip of the tongue that is understood, too"


def features() -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((REPOSITORY / "manifest.json").read_text(encoding="utf-8"))
    return cast(dict[str, Any], manifest["features"])
