"""Messages and forms as plain words, the way a person reads them: what docs/messages.md keeps of each."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Json = dict[str, Any]
Names = Mapping[str, str]
"""By id: people with their @, channels with their #, user groups with their @."""

_REFERENCE = re.compile(r"<([@#!]?)([^>|]+)(?:\|([^>]*))?>")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)\b")


def readable(shown: Json, names: Names) -> str:
    """A message, or a view with its mistakes: a line for each block, buttons in brackets. Passing times are masked."""
    blocks, wrong = shown.get("blocks") or [], shown.get("errors") or {}
    lines = [line for block in blocks for line in (*_block(block, names), *_mistake(wrong.get(block.get("block_id"))))]
    lines = lines or [plain(str(shown.get("text", "")), names)]
    lines += [f"[{file['name']}]" for file in shown.get("files") or []]
    return _CLOCK.sub(_masked, "\n".join(line.rstrip() for line in lines))


def plain(mrkdwn: str, names: Names) -> str:
    """Slack's markup as people see it; emphasis stays as it is typed."""
    return html.unescape(_REFERENCE.sub(lambda found: _named(found, names), mrkdwn))


def _masked(found: re.Match[str]) -> str:
    return found[0] if found[2] == "00" else "HH:MM"


def _named(found: re.Match[str], names: Names) -> str:
    kind, target, label = found.groups()
    if kind == "!" and target.startswith("date^"):
        return str(label)
    if kind == "!":
        return names.get(target.partition("^")[2], f"@{target}")
    if kind:
        return names.get(target, label or target)
    return label or target


def _mistake(told: str | None) -> tuple[str, ...]:
    return (f"    (!) {told}",) if told else ()


def _block(block: Json, names: Names) -> Iterator[str]:
    make = _BLOCKS.get(block["type"])
    if make is None:
        raise AssertionError(f"tell how a block of type {block['type']} is read")
    yield from make(block, names)


def _section(block: Json, names: Names) -> Iterator[str]:
    texts = [block["text"]] if block.get("text") else []
    for text in [*texts, *block.get("fields", [])]:
        yield from _text(text, names).splitlines()
    if accessory := block.get("accessory"):
        yield _element(accessory, names)


def _input(block: Json, names: Names) -> Iterator[str]:
    optional = " (may stay empty)" if block.get("optional") else ""
    yield f"{_text(block['label'], names)}{optional}: {_element(block['element'], names)}"
    if hint := block.get("hint"):
        yield f"    {_text(hint, names)}"


def _row(block: Json, names: Names) -> Iterator[str]:
    yield " ".join(_element(element, names) for element in block["elements"])


def _context(block: Json, names: Names) -> Iterator[str]:
    for element in block["elements"]:
        for line in _text(element, names).splitlines():
            yield f"  {line}"


_BLOCKS: dict[str, Callable[[Json, Names], Iterator[str]]] = {
    "header": lambda block, names: iter([f"## {_text(block['text'], names)}"]),
    "section": _section,
    "context": _context,
    "actions": _row,
    "input": _input,
    "divider": lambda block, names: iter(["———"]),
}


def _text(text: Json, names: Names) -> str:
    return str(text["text"]) if text["type"] == "plain_text" else plain(str(text["text"]), names)


def _element(element: Json, names: Names) -> str:
    kind = element["type"]
    if kind == "button":
        return f"[{element['text']['text']}]"
    if kind in {"checkboxes", "radio_buttons"}:
        return _choices(element, names)
    if kind == "overflow":
        return f"[⋯ {' | '.join(_text(option['text'], names) for option in element['options'])}]"
    return f"[{_content(element, names)}]"


def _choices(element: Json, names: Names) -> str:
    chosen = [*(element.get("initial_options") or []), *filter(None, [element.get("initial_option")])]
    values = {option["value"] for option in chosen}
    marks = {True: "(x)", False: "( )"}
    return "".join(
        f"\n    {marks[option['value'] in values]} {_text(option['text'], names)}{_described(option, names)}"
        for option in element["options"]
    )


def _described(option: Json, names: Names) -> str:
    told = option.get("description")
    return f" ({_text(told, names)})" if told else ""


def _content(element: Json, names: Names) -> str:
    """What an input holds, else what it asks for."""
    for key in ("initial_user", "initial_channel", "initial_conversation"):
        if found := element.get(key):
            return names.get(found, found)
    if people := element.get("initial_users"):
        return ", ".join(names.get(one, one) for one in people)
    if option := element.get("initial_option"):
        return f"{_text(option['text'], names)} ▾"
    if "initial_date_time" in element:
        return "a day and a time, filled in"
    held = element.get("initial_value") or element.get("initial_date") or element.get("initial_time")
    return str(held or (element.get("placeholder") or {}).get("text") or _KINDS.get(element["type"], "…"))


_KINDS = {"datetimepicker": "a day and a time", "datepicker": "a day", "timepicker": "a time"}
