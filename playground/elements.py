"""The interactive elements of Block Kit, and their limits."""

from playground.entering import is_date
from playground.rules import (
    Rule,
    Shape,
    anything,
    complain,
    flag,
    listing,
    one_of,
    pattern,
    string,
    text,
    typed,
    url,
    whole,
)

PLAIN = "plain_text"
_ACTION: dict[str, Rule] = {"type": anything, "action_id": string(255)}
_FOCUS: dict[str, Rule] = {"focus_on_load": flag}
_CONFIRM = Shape(
    {
        "title": text(100, PLAIN),
        "text": text(300),
        "confirm": text(30, PLAIN),
        "deny": text(30, PLAIN),
        "style": one_of("primary", "danger"),
    },
    ("title", "text", "confirm", "deny"),
)


def _date(value: object, path: str, problems: list[str]) -> None:
    if not is_date(value):
        complain(problems, "must be a date as YYYY-MM-DD", path)


def _moment(value: object, path: str, problems: list[str]) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not 10**9 <= value < 10**10:
        complain(problems, "must be a moment of ten digits", path)


_TIME = pattern(r"([01]\d|2[0-3]):[0-5]\d", "a time as HH:mm")


def _option(kinds: tuple[str, ...], url_allowed: bool = False) -> Shape:
    fields: dict[str, Rule] = {"text": text(75, *kinds), "value": string(150), "description": text(75, *kinds)}
    if url_allowed:
        fields["url"] = url()
    return Shape(fields, ("text", "value"))


_PLAIN_OPTION = _option((PLAIN,))
_MARKED_OPTION = _option((PLAIN, "mrkdwn"))
_GROUP = Shape({"label": text(75, PLAIN), "options": listing(_PLAIN_OPTION, 100)}, ("label", "options"))
_SELECT: dict[str, Rule] = {**_ACTION, **_FOCUS, "placeholder": text(150, PLAIN), "confirm": _CONFIRM}
_FILTER = Shape({"include": anything, "exclude_external_shared_channels": flag, "exclude_bot_users": flag}, any_of=())


def _select(extra: dict[str, Rule], required: tuple[str, ...] = (), any_of: tuple[str, ...] = ()) -> Shape:
    return Shape({**_SELECT, **extra}, ("type", *required), any_of)


_STATIC: dict[str, Rule] = {"options": listing(_PLAIN_OPTION, 100), "option_groups": listing(_GROUP, 100)}
OPTIONS, GROUPS = listing(_PLAIN_OPTION, 100, 0), listing(_GROUP, 100, 0)
"""What an app answers to a block_suggestion: one or the other."""
_MANY: dict[str, Rule] = {"max_selected_items": whole}
_IDS = listing(string(255), 100)
_STYLE = one_of("primary", "danger")

_BUTTON = Shape(
    {
        **_ACTION,
        "text": text(75, PLAIN),
        "url": url(),
        "value": string(2000),
        "style": _STYLE,
        "confirm": _CONFIRM,
        "accessibility_label": string(75),
    },
    ("text",),
)
_DISPATCH = Shape({"trigger_actions_on": listing(one_of("on_enter_pressed", "on_character_entered"), 2)})


def _boxes(most: int, initial: str) -> Shape:
    rule = listing(_MARKED_OPTION, most) if initial == "initial_options" else _MARKED_OPTION
    fields: dict[str, Rule] = {
        **_ACTION,
        **_FOCUS,
        "options": listing(_MARKED_OPTION, most),
        initial: rule,
        "confirm": _CONFIRM,
    }
    return Shape(fields, ("options",))


def _picker(initial: str, rule: Rule, **extra: Rule) -> Shape:
    return Shape({**_SELECT, initial: rule, **extra})


def _input(initial: str, rule: Rule, **extra: Rule) -> Shape:
    fields: dict[str, Rule] = {
        **_ACTION,
        **_FOCUS,
        "placeholder": text(150, PLAIN),
        "dispatch_action_config": _DISPATCH,
    }
    return Shape({**fields, initial: rule, **extra})


SLACK_FILE = Shape({"id": string(255), "url": url()}, any_of=("id", "url"))
IMAGE = Shape(
    {"type": anything, "image_url": url(), "alt_text": string(2000), "slack_file": SLACK_FILE},
    ("alt_text",),
    ("image_url", "slack_file"),
)

ELEMENTS: dict[str, Shape] = {
    "button": _BUTTON,
    "static_select": _select({**_STATIC, "initial_option": _PLAIN_OPTION}, (), ("options", "option_groups")),
    "external_select": _select({"initial_option": _PLAIN_OPTION, "min_query_length": whole}),
    "users_select": _select({"initial_user": string(255)}),
    "conversations_select": _select(
        {
            "initial_conversation": string(255),
            "default_to_current_conversation": flag,
            "response_url_enabled": flag,
            "filter": _FILTER,
        }
    ),
    "channels_select": _select({"initial_channel": string(255), "response_url_enabled": flag}),
    "multi_static_select": _select(
        {**_STATIC, **_MANY, "initial_options": listing(_PLAIN_OPTION, 100)}, (), ("options", "option_groups")
    ),
    "multi_external_select": _select(
        {**_MANY, "initial_options": listing(_PLAIN_OPTION, 100), "min_query_length": whole}
    ),
    "multi_users_select": _select({**_MANY, "initial_users": _IDS}),
    "multi_conversations_select": _select(
        {**_MANY, "initial_conversations": _IDS, "default_to_current_conversation": flag, "filter": _FILTER}
    ),
    "multi_channels_select": _select({**_MANY, "initial_channels": _IDS}),
    "overflow": Shape(
        {**_ACTION, "options": listing(_option((PLAIN,), url_allowed=True), 5), "confirm": _CONFIRM}, ("options",)
    ),
    "radio_buttons": _boxes(10, "initial_option"),
    "checkboxes": _boxes(10, "initial_options"),
    "datepicker": _picker("initial_date", _date),
    "timepicker": _picker("initial_time", _TIME, timezone=string(255)),
    "datetimepicker": Shape({**_ACTION, **_FOCUS, "initial_date_time": _moment, "confirm": _CONFIRM}),
    "plain_text_input": _input("initial_value", string(3000, 0), multiline=flag, min_length=whole, max_length=whole),
    "email_text_input": _input("initial_value", string(3000, 0)),
    "url_text_input": _input("initial_value", string(3000, 0)),
    "number_input": Shape(
        {
            **_ACTION,
            **_FOCUS,
            "is_decimal_allowed": flag,
            "initial_value": string(255),
            "min_value": string(255),
            "max_value": string(255),
            "placeholder": text(150, PLAIN),
            "dispatch_action_config": _DISPATCH,
        },
        ("is_decimal_allowed",),
    ),
    "rich_text_input": _input("initial_value", anything),
    "file_input": Shape({**_ACTION, "filetypes": anything, "max_files": whole}),
    "workflow_button": Shape(
        {**_ACTION, "text": text(75, PLAIN), "workflow": anything, "style": _STYLE, "accessibility_label": string(75)},
        ("text", "workflow"),
    ),
    "feedback_buttons": Shape(
        {**_ACTION, "positive_button": anything, "negative_button": anything}, ("positive_button", "negative_button")
    ),
    "icon_button": Shape(
        {
            **_ACTION,
            "icon": string(255),
            "text": text(75, PLAIN),
            "value": string(2000),
            "confirm": _CONFIRM,
            "accessibility_label": string(75),
            "visible_to_user_ids": _IDS,
        },
        ("icon", "text"),
    ),
    "image": IMAGE,
}

_SELECTS = tuple(k for k in ELEMENTS if k.endswith("_select"))
_PICKERS = ("datepicker", "timepicker", "datetimepicker")
_PLAIN_SELECTS = tuple(k for k in _SELECTS if not k.startswith("multi_"))
IN_SECTION = ("image", "button", "workflow_button", "overflow", "radio_buttons", "checkboxes", *_PICKERS[:2], *_SELECTS)
IN_ACTIONS = (
    "button",
    "workflow_button",
    "overflow",
    "radio_buttons",
    "checkboxes",
    "rich_text_input",
    *_PICKERS,
    *_PLAIN_SELECTS,
)
IN_INPUT = (
    "plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input", "file_input",
    "radio_buttons", "checkboxes", *_PICKERS, *_SELECTS,
)  # fmt: skip
IN_MESSAGE_ONLY = ("feedback_buttons", "icon_button")


def element(*allowed: str) -> Rule:
    return typed(ELEMENTS, allowed)
