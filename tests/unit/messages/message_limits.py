"""Slack's limits on payloads, written from its documents and not from slack_sdk: a second opinion."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bot.messages.views import Message

PEOPLE = frozenset(f"U{number}" for number in range(100))
GROUPS = frozenset({"S1", "S2"})
CHANNELS = frozenset(f"C{number}" for number in range(20))
BLOCKS = {"header", "section", "context", "actions", "divider", "input"}
NEVER_SENT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066\u2067\ud800-\udfff]")
SEQUENCE = re.compile(r"<([^<>]*)>")
ENTITY = re.compile(r"&(?!(?:amp|lt|gt);)")
BROADCAST = re.compile(r"@(?:channel|here|everyone|group)\b", re.IGNORECASE)


def length(text: str) -> int:
    """UTF-16 units: the longest of the lengths that Slack may mean."""
    return len(text.encode("utf-16-le")) // 2


def check_message(message: Message, *, people: frozenset[str] = PEOPLE, may_ping_groups: bool = False) -> None:
    """Raises AssertionError when Slack would refuse the message, or it would ping or link what it should not."""
    assert 0 < length(message.text) < 300
    assert "<" not in message.text
    assert ">" not in message.text
    check_words(message.text)
    assert 0 < len(message.blocks) <= 50
    json.dumps(message.blocks, ensure_ascii=False).encode()
    total = 0
    for block in message.blocks:
        check_block(block)
        for text in mrkdwn_in(block):
            total += length(text)
            check_mrkdwn(text, people, GROUPS if may_ping_groups else frozenset())
    assert total <= 12_000
    ids = [element["action_id"] for element in buttons(message)]
    assert len(ids) == len(set(ids)), "an action id twice in one message"


def check_view(view: dict[str, Any]) -> None:
    """The same for a form."""
    assert view["type"] == "modal"
    assert 0 < length(view["title"]["text"]) <= 24
    for key in ("submit", "close"):
        assert key not in view or 0 < length(view[key]["text"]) <= 24
    inputs = [block for block in view["blocks"] if block["type"] == "input"]
    assert bool(inputs) == ("submit" in view), "inputs need a submit, and nothing else does"
    assert length(view.get("private_metadata", "")) <= 3000
    assert length(view["callback_id"]) <= 255
    assert 0 < len(view["blocks"]) <= 100
    assert len(json.dumps(view, ensure_ascii=False).encode()) <= 250_000
    ids = [block["block_id"] for block in inputs]
    assert len(ids) == len(set(ids))
    for block in view["blocks"]:
        check_block(block)
        for text in mrkdwn_in(block):
            check_mrkdwn(text, PEOPLE, frozenset())


def check_home(view: dict[str, Any]) -> None:
    """The same for a Home."""
    assert view["type"] == "home"
    assert 0 < len(view["blocks"]) <= 100
    assert len(json.dumps(view, ensure_ascii=False).encode()) <= 250_000
    for block in view["blocks"]:
        check_block(block)
        for text in mrkdwn_in(block):
            check_mrkdwn(text, PEOPLE, frozenset())
    ids = [element["action_id"] for element in buttons(Message("", tuple(view["blocks"])))]
    assert len(ids) == len(set(ids)), "an action id twice on one Home"


def check_block(block: dict[str, Any]) -> None:
    kind = block["type"]
    assert kind in BLOCKS
    if kind == "header":
        check_plain(block["text"], 150)
    elif kind == "section":
        check_text(block["text"], 3000)
        assert "fields" not in block
        if block.get("accessory", {}).get("type") == "static_select":
            check_options(block["accessory"])
        elif "accessory" in block:
            check_button(block["accessory"])
    elif kind == "context":
        assert 1 <= len(block["elements"]) <= 10
        for element in block["elements"]:
            check_text(element, 2000)
    elif kind == "actions":
        assert 1 <= len(block["elements"]) <= 25
        for element in block["elements"]:
            check_button(element)
    elif kind == "input":
        check_input(block)


def check_button(element: dict[str, Any]) -> None:
    if element["type"] == "overflow":
        check_menu(element)
        return
    assert element["type"] == "button"
    check_plain(element["text"], 75)
    assert 0 < length(element["action_id"]) <= 255
    assert 0 < length(element["value"]) <= 2000
    assert element.get("style") in {None, "primary", "danger"}


def check_menu(element: dict[str, Any]) -> None:
    assert 1 <= len(element["options"]) <= 5
    for option in element["options"]:
        check_plain(option["text"], 75)
        assert 0 < length(option["value"]) <= 150


def check_input(block: dict[str, Any]) -> None:
    element = block["element"]
    assert block["block_id"] == element["action_id"]
    check_plain(block["label"], 2000)
    if "hint" in block:
        check_plain(block["hint"], 2000)
    if "placeholder" in element:
        check_plain(element["placeholder"], 150)
    if element["type"] == "datetimepicker" and "initial_date_time" in element:
        assert len(str(element["initial_date_time"])) == 10
    if element["type"] == "plain_text_input":
        assert length(element.get("initial_value", "")) <= element["max_length"] <= 3000
    if element["type"] in {"static_select", "radio_buttons", "checkboxes"}:
        check_options(element)
    if element["type"] == "external_select":
        check_options({**element, "options": [element["initial_option"]]})
    if element["type"].startswith("multi_"):
        assert len(element.get("initial_users", [])) <= element["max_selected_items"] <= 100


def check_options(element: dict[str, Any]) -> None:
    most = 100 if element["type"].endswith("_select") else 10
    groups = element.get("option_groups", [])
    assert bool(groups) != bool(element.get("options"))
    assert len(groups) <= 100
    for group in groups:
        check_plain(group["label"], 75)
    for options in [element.get("options", []), *(group["options"] for group in groups)]:
        assert len(options) <= most
        for option in options:
            check_plain(option["text"], 75)
            assert 0 < length(option["value"]) <= 150
            if "description" in option:
                check_plain(option["description"], 75)
    chosen = [element["initial_option"]] if "initial_option" in element else element.get("initial_options", [])
    offered = [*element.get("options", []), *(option for group in groups for option in group["options"])]
    assert all(each in offered for each in chosen)
    assert chosen or "initial_options" not in element


def check_plain(text: dict[str, Any], limit: int) -> None:
    assert text["type"] == "plain_text"
    assert not re.search("<[@#!]", text["text"])
    check_text(text, limit)


def check_text(text: dict[str, Any], limit: int) -> None:
    assert text["type"] in {"plain_text", "mrkdwn"}
    assert 0 < length(text["text"]) <= limit
    assert text["text"].strip()
    check_words(text["text"])
    assert text["type"] == "plain_text" or text["verbatim"] is True


def check_words(text: str) -> None:
    """What no text of ours may hold, markup or not."""
    assert not NEVER_SENT.search(text)
    assert not BROADCAST.search(text)
    for line in text.split("\n"):
        assert line.count("\u2068") == line.count("\u2069")


def check_mrkdwn(text: str, people: frozenset[str], groups: frozenset[str]) -> None:
    """Every control sequence is one of ours, all other markup is escaped, and marks come in pairs on each line."""
    for found in SEQUENCE.finditer(text):
        check_sequence(found[1], people, groups)
    rest = SEQUENCE.sub("", text)
    assert not ENTITY.search(rest)
    assert "<" not in rest
    for line in rest.split("\n"):
        assert ">" not in line.removeprefix("> ")
    for line in text.split("\n"):
        bare = SEQUENCE.sub("", line)
        assert bare.count("`") % 2 == 0
        assert bare.count("*") % 2 == 0


def check_sequence(inside: str, people: frozenset[str], groups: frozenset[str]) -> None:
    if inside.startswith("@"):
        assert inside[1:] in people
    elif inside.startswith("#"):
        assert inside[1:] in CHANNELS
    elif inside.startswith("!subteam^"):
        assert inside.removeprefix("!subteam^") in groups
    elif inside.startswith("!"):
        assert re.fullmatch(r"!date\^-?\d+\^\{date_short_pretty\} at \{time\}\|[^|]+", inside)
    else:
        assert re.fullmatch(r"https?://[^\s|]+\|(?s:.+)", inside)
        assert not ENTITY.search(inside)
        assert "\n" not in inside


def mrkdwn_in(block: dict[str, Any]) -> Iterator[str]:
    texts = [block.get("text", {}), *block.get("elements", [])]
    return (text["text"] for text in texts if text.get("type") == "mrkdwn")


def buttons(message: Message) -> list[dict[str, Any]]:
    rows = [block["elements"] for block in message.blocks if block["type"] == "actions"]
    beside = [block["accessory"] for block in message.blocks if _has_button_beside(block)]
    return [element for row in rows for element in row] + beside


def shown(message: Message) -> str:
    """A message as a reader meets it: a line for each line, buttons in brackets."""
    lines = []
    for block in message.blocks:
        if block["type"] == "actions":
            lines.append(" ".join(f"[{element['text']['text']}]" for element in block["elements"]))
        elif block["type"] == "context":
            lines += [f"~ {line}" for element in block["elements"] for line in element["text"].split("\n")]
        else:
            lines += block["text"]["text"].split("\n")
            lines += [f"[{block['accessory']['text']['text']}]"] if _has_button_beside(block) else []
    return "\n".join(lines)


def _has_button_beside(block: dict[str, Any]) -> bool:
    """Not a menu, of which nothing is read but three dots."""
    return bool("accessory" in block and block["accessory"]["type"] == "button")
