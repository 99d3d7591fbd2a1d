"""What Slack's client makes of what a person typed: pings, links and escapes in text, and its rich_text block."""

import re

from playground.core import Core
from playground.errors import Json

_ENTITY = re.compile(r"<(?:@[UWB][A-Z0-9]+|#[CGD][A-Z0-9]+|![a-z]+|[a-z][a-z0-9+.-]*:)[^<>]*>")
_URL = re.compile(r"https?://[^\s<>|]+")
_MAIL = re.compile(r"(?<![\w/])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PING = re.compile(r"(?<![\w<@.])@([a-zA-Z0-9][\w.-]*)")
_TOKEN = re.compile("|".join(f"(?:{p.pattern})" for p in (_ENTITY, _URL, _MAIL, _PING)))
_ESCAPED = re.compile(r"&(?!amp;|lt;|gt;)")


def as_typed(core: Core, text: str, team: str) -> str:
    """Text as Slack stores it: ``@maria`` of a known name becomes ``<@U…>``, links and addresses get their brackets,
    other ``&``, ``<`` and ``>`` are escaped. What is in Slack's form already stays."""
    parts, end = [], 0
    for found in _TOKEN.finditer(text):
        parts += [_escape(text[end : found.start()]), _entity(core, found.group(), team)]
        end = found.end()
    return "".join([*parts, _escape(text[end:])])


def _escape(text: str) -> str:
    return _ESCAPED.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def _entity(core: Core, token: str, team: str) -> str:
    if token.startswith("<"):
        return token
    if token.startswith("@"):
        return _ping(core, token, team)
    if "://" in token:
        link = token.rstrip(".,;:!?)'\"")
        return f"<{_escape(link)}>{_escape(token[len(link) :])}"
    return f"<mailto:{token}|{token}>"


def _ping(core: Core, token: str, team: str) -> str:
    typed = token[1:].rstrip(".-")
    name, rest = typed.lower(), token[1 + len(typed) :]
    if name in ("here", "channel", "everyone"):
        return f"<!{name}>{rest}"
    for user in core.world.users.values():
        if user.name == name and user.team == team:
            return f"<@{user.id}>{rest}"
    for group in core.world.usergroups.values():
        if group.handle == name and group.team == team and not group.date_delete:
            return f"<!subteam^{group.id}>{rest}"
    return token


def rich_text(core: Core, text: str) -> list[Json]:
    """The rich_text block that comes with a person's message."""
    elements, end = [], 0
    for found in _ENTITY.finditer(text):
        if found.start() > end:
            elements.append({"type": "text", "text": _plain(text[end : found.start()])})
        elements.append(_element(found.group()[1:-1]))
        end = found.end()
    if end < len(text):
        elements.append({"type": "text", "text": _plain(text[end:])})
    section = {"type": "rich_text_section", "elements": elements}
    return [{"type": "rich_text", "block_id": core.ids.block_id(), "elements": [section]}] if elements else []


def _plain(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _element(inner: str) -> Json:
    target, _, label = inner.partition("|")
    if target.startswith("@"):
        return {"type": "user", "user_id": target[1:]}
    if target.startswith("#"):
        return {"type": "channel", "channel_id": target[1:]}
    if target.startswith("!subteam^"):
        return {"type": "usergroup", "usergroup_id": target[9:]}
    if target.startswith("!"):
        return {"type": "broadcast", "range": target[1:]}
    return {"type": "link", "url": _plain(target), **({"text": _plain(label)} if label else {})}
