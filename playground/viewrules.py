"""Views: what Slack accepts as a modal or a home."""

import json

from playground.blocks import VIEW_BLOCKS, blocks_rule
from playground.elements import PLAIN
from playground.errors import Json, SlackError
from playground.rules import Shape, anything, as_metadata, complain, flag, string, text

_COMMON = {
    "type": anything,
    "blocks": blocks_rule(VIEW_BLOCKS),
    "private_metadata": string(3000, 0),
    "callback_id": string(255, 0),
    "external_id": string(255, 0),
}
_MODAL = Shape(
    {
        **_COMMON,
        "title": text(24, PLAIN),
        "submit": text(24, PLAIN),
        "close": text(24, PLAIN),
        "clear_on_close": flag,
        "notify_on_close": flag,
        "submit_disabled": flag,
    },
    ("title", "blocks"),
)
_HOME = Shape(
    {
        **_COMMON,
        "title": anything,
        "submit": anything,
        "close": anything,
        "clear_on_close": flag,
        "notify_on_close": flag,
    },
    ("blocks",),
)
MAX_BYTES = 250_000


def problems_of(view: object, kind: str) -> list[str]:
    """What is wrong with a view as a ``kind`` (modal or home); empty when nothing is."""
    problems: list[str] = []
    if not isinstance(view, dict):
        return ["[ERROR] must provide an object [json-pointer:/view]"]
    if view.get("type") != kind:
        complain(
            problems,
            f"unsupported type: {view.get('type')}" if view.get("type") else "missing required field: type",
            "/view/type",
        )
        return problems
    (_MODAL if kind == "modal" else _HOME)(view, "/view", problems)
    blocks = view.get("blocks")
    inputs = [
        b for b in (blocks if isinstance(blocks, list) else []) if isinstance(b, dict) and b.get("type") == "input"
    ]
    if kind == "modal" and inputs and not view.get("submit"):
        complain(problems, "missing required field: submit", "/view")
    return problems


def check_view(view: object, kind: str) -> Json:
    """The view, or SlackError as views.* answer it."""
    problems = problems_of(view, kind)
    if problems:
        raise SlackError("invalid_arguments", **as_metadata(problems))
    assert isinstance(view, dict)
    if len(json.dumps(view).encode()) > MAX_BYTES:
        raise SlackError("view_too_large")
    return view
