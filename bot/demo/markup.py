"""What Slack shows of a message, as lines for a terminal: mrkdwn and blocks → rich texts. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from rich.emoji import Emoji
from rich.text import Text

Kind = Literal["words", "quote", "small", "buttons"]
STYLES = {"*": "bold", "_": "italic", "~": "strike"}
LINK, PING, CODE = "cyan", "bold blue", "green"
LONGEST_ADDRESS = 46

_TOKEN = re.compile(r"<[^<>\n]+>|:[a-z0-9_+-]+:|`[^`\n]+`|[*_~]")


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a message is shown: `name_of(id)` gives the name of a person, a channel or a group."""

    name_of: Callable[[str], str]
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Line:
    """One line (before it is wrapped) and what it is."""

    kind: Kind
    text: Text = field(compare=False)
    plain: str = ""

    @classmethod
    def of(cls, kind: Kind, text: Text) -> Line:
        return cls(kind, text, text.plain)


def message_lines(message: dict[str, Any], reader: Reader) -> list[Line]:
    """A whole message: blocks if an app gave some, else its text; then what is attached."""
    blocks = [block for block in message.get("blocks") or [] if block.get("type") != "rich_text"]
    lines = [line for block in blocks for line in block_lines(block, reader)] if blocks else []
    if not blocks and message.get("text"):
        lines = mrkdwn_lines(message["text"], reader)
    return [*lines, *_attached(message, reader)]


def block_lines(block: dict[str, Any], reader: Reader) -> list[Line]:
    kind = block.get("type")
    if kind == "header":
        return [Line.of("words", Text(_emoji(block["text"]["text"]), style="bold"))]
    if kind == "section":
        return mrkdwn_lines(block["text"]["text"], reader)
    if kind == "context":
        return [line for part in block["elements"] for line in mrkdwn_lines(part.get("text", ""), reader, "small")]
    if kind == "actions":
        return [Line.of("buttons", _buttons(block["elements"]))]
    return []


def mrkdwn_lines(mrkdwn: str, reader: Reader, kind: Kind = "words") -> list[Line]:
    """Each line of a mrkdwn text; quoted ones lose their mark and say that they are quotes."""
    lines = []
    for raw in mrkdwn.split("\n"):
        quoted = re.match(r"(?:>|&gt;)\s?", raw)
        shown = raw[quoted.end() :] if quoted else raw
        if shown.strip():
            lines.append(Line.of("quote" if quoted else kind, mrkdwn_text(shown, reader)))
    return lines


def mrkdwn_text(mrkdwn: str, reader: Reader) -> Text:
    """One line of mrkdwn: bold, italic, strike and code, pings and dates and links as words."""
    text, on, end = Text(), dict[str, bool](), 0
    for found in _TOKEN.finditer(mrkdwn):
        text.append(html.unescape(mrkdwn[end : found.start()]), _style(on))
        end = found.end()
        token = found.group()
        if token in STYLES:
            if _toggles(mrkdwn, found.start(), on.get(token, False)):
                on[token] = not on.get(token, False)
            else:
                text.append(token, _style(on))
        else:
            text.append_text(_special(token, reader, _style(on)))
    return text.append(html.unescape(mrkdwn[end:]), _style(on))


def _style(on: dict[str, bool]) -> str:
    return " ".join(STYLES[mark] for mark, is_on in on.items() if is_on)


def _toggles(mrkdwn: str, at: int, is_on: bool) -> bool:
    """Whether a mark begins or ends a style here: at the edge of a word, and with its partner in the line."""
    before, after = mrkdwn[at - 1 : at], mrkdwn[at + 1 : at + 2]
    if is_on:
        return not after.isalnum()
    return not before.isalnum() and bool(after.strip()) and mrkdwn[at] in mrkdwn[at + 2 :]


def _special(token: str, reader: Reader, style: str) -> Text:
    if token.startswith("`"):
        return Text(html.unescape(token[1:-1]), CODE)
    if token.startswith(":"):
        return Text(_emoji(token), style)
    inner, _, label = token[1:-1].partition("|")
    if inner.startswith("!date^"):
        return Text(shown_moment(int(inner.split("^")[1]), reader.zone), style)
    if inner[0] in "@#":
        return Text(inner[0] + reader.name_of(inner[1:]), f"{style} {PING}".strip())
    if inner.startswith("!"):
        name = reader.name_of(inner.split("^")[1]) if "^" in inner else inner[1:]
        return Text(f"@{name}", f"{style} {PING}".strip())
    return Text(html.unescape(label) or short_address(html.unescape(inner)), f"{style} {LINK}".strip())


def shown_moment(epoch: int, zone: str) -> str:
    """A moment as Slack shows it to a reader in that zone."""
    local = datetime.fromtimestamp(epoch, UTC).astimezone(ZoneInfo(zone))
    return f"{local:%a} {local.day} {local:%b} at {local:%H:%M}"


def short_address(url: str) -> str:
    shown = re.sub(r"^(?:https?://(?:www\.)?|mailto:)", "", url).rstrip("/")
    return shown if len(shown) <= LONGEST_ADDRESS else shown[: LONGEST_ADDRESS - 1] + "…"


def _emoji(words: str) -> str:
    return Emoji.replace(words)


def _buttons(elements: Iterable[dict[str, Any]]) -> Text:
    text = Text()
    for element in elements:
        style = "bold green" if element.get("style") == "primary" else "default"
        text.append("  " if text else "").append(f"[{element['text']['text']}]", style)
    return text


def _attached(message: dict[str, Any], reader: Reader) -> list[Line]:
    """Unfurled posts and files: who, and the first words."""
    lines = []
    for one in message.get("attachments") or []:
        who = " · ".join(filter(None, [one.get("service_name"), one.get("author_name")]))
        lines += [Line.of("small", Text(f"{who}:"))] if who else []
        lines += mrkdwn_lines(str(one.get("text") or one.get("fallback") or ""), reader, "quote")
    for one in message.get("files") or []:
        sender = " ".join(str(each.get("original", "")) for each in one.get("from") or [])
        title = one.get("subject") or one.get("title") or ""
        lines.append(Line.of("small", Text(f"✉ {title}" + (f", from {sender}" if sender else ""))))
        words = " ".join(str(one.get("plain_text") or "").split())
        lines += [Line.of("quote", Text(words))] if words else []
    return lines
