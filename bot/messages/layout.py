"""Blocks, built with slack_sdk's models, never longer than Slack takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ContextBlock,
    DividerBlock,
    HeaderBlock,
    MarkdownTextObject,
    Option,
    OverflowMenuElement,
    PlainTextObject,
    SectionBlock,
)

from bot.messages.plainly import as_dict
from bot.messages.text import button_value, inline, label, link, width
from bot.messages.views import Message, total

T = TypeVar("T")
SECTION = 2900
CONTEXT = 1900
MOST_BLOCKS = 50
MOST_TEXT = 11_000
"""Of one message, all blocks together: Slack refuses more (msg_blocks_too_long) at a length it doesn't tell."""


def message(fallback: str, blocks: Iterable[Block | None]) -> Message:
    """`fallback` is raw words for the notification: it is escaped and shortened here, so it can't ping."""
    return Message(text=inline(fallback, 280) or "Ours", blocks=tuple(_as_many_as_fit(blocks)))


def mrkdwn(text: str) -> MarkdownTextObject:
    """Verbatim: Slack links nothing by itself, only what is linked here."""
    return MarkdownTextObject(text=text, verbatim=True)


def section(*lines: str | None) -> SectionBlock:
    return SectionBlock(text=mrkdwn(_whole_lines(lines, SECTION)))


def section_beside(element: ButtonElement | OverflowMenuElement, *lines: str | None) -> SectionBlock:
    """A section with a button at its side: for what is rarer than the row of buttons below."""
    return SectionBlock(text=mrkdwn(_whole_lines(lines, SECTION)), accessory=element)


def context(*lines: str | None) -> ContextBlock:
    return ContextBlock(elements=[mrkdwn(_whole_lines(lines, CONTEXT))])


def header(text: str) -> HeaderBlock:
    return HeaderBlock(text=PlainTextObject(text=label(text, 150), emoji=True))


def divider() -> DividerBlock:
    return DividerBlock()


def actions(*buttons: ButtonElement | None) -> ActionsBlock:
    return ActionsBlock(elements=[button for button in buttons if button])


def button(words: str, action: str, value: str, is_primary: bool = False) -> ButtonElement:
    return ButtonElement(
        text=PlainTextObject(text=label(words, 75), emoji=True),
        action_id=action,
        value=button_value(value),
        style="primary" if is_primary else None,
    )


def menu(action: str, *options: tuple[str, str]) -> OverflowMenuElement:
    """The menu behind three dots: words and value of each of its options."""
    shown = [Option(value=value, text=PlainTextObject(text=label(words, 75), emoji=True)) for words, value in options]
    return OverflowMenuElement(action_id=action, options=shown)


def sections(found: Sequence[T], show: Callable[[T], str], most_text: int = 9_000) -> list[SectionBlock]:
    """A line for each, in as few sections as hold them."""
    chunks: list[list[str]] = [[]]
    for line in fit(found, show, len(found), "", most_text):
        if sum(width(each) + 1 for each in chunks[-1]) + width(line) > SECTION:
            chunks.append([])
        chunks[-1].append(line)
    return [section(*chunk) for chunk in chunks if chunk]


def fit(
    found: Sequence[T], show: Callable[[T], str], most: int, more: str = "`/ours open`", room: int = SECTION - 100
) -> list[str]:
    """A line for each, at most `most` and `room` characters; the last says how many more there are, and where."""
    shown: list[str] = []
    for each in found[:most]:
        line = show(each)
        room -= width(line) + 1
        if room < 0:
            break
        shown.append(line)
    left = total(found) - len(shown)
    where = f" — {more}" if more else ""
    return [*shown, f"and {left:,} more{where}"] if left else shown


def numbered_links(urls: Iterable[str | None], most: int = 8, room: int = 800, unseen: int = 0) -> str:
    """Numbers in small angle quotes, each opening what was counted, then "+4"; nothing when nothing can be opened.

    `unseen` were counted too, and their links not loaded.
    """
    addresses = [url for url in urls if url]
    shown: list[str] = []
    for number, url in enumerate(addresses[:most], start=1):
        one = link(url, f"\u2039{number}\u203a")
        room -= width(one) + 1
        if room < 0:
            break
        shown.append(one)
    left = len(addresses) - len(shown) + unseen
    return " ".join([*shown, f"+{left:,}"] if left and shown else shown)


def _as_many_as_fit(blocks: Iterable[Block | None]) -> Iterator[dict[str, Any]]:
    """A net under the builders' own limits: what Slack would refuse is cut, and the cut is said."""
    built = [as_dict(block) for block in blocks if block]
    room = MOST_TEXT
    for number, block in enumerate(built, start=1):
        texts = [block.get("text", {}), *block.get("elements", [])]
        room -= sum(width(text["text"]) for text in texts if isinstance(text.get("text"), str))
        if room < 0 or (number == MOST_BLOCKS and len(built) > MOST_BLOCKS):
            yield context("… and more than one message holds.").to_dict()
            return
        yield block


def _whole_lines(lines: Sequence[str | None], limit: int) -> str:
    """Cut between lines only: half a ping or link would show its markup."""
    shown: list[str] = []
    for line in "\n".join(line for line in lines if line).split("\n"):
        limit -= width(line) + 1
        if limit < 1:
            shown.append("…")
            break
        shown.append(line)
    return "\n".join(shown).strip() or "…"
