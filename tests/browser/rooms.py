"""What an app may show: every block and every input once, said in #support and in a form of Maria's."""

from __future__ import annotations

from typing import Any

from playground import Playground
from playground.errors import Json


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": True}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def options(*names: str) -> list[Json]:
    return [{"text": plain(name), "value": name.lower()} for name in names]


def button(text: str, **more: Any) -> Json:
    return {"type": "button", "text": plain(text), "action_id": text.lower().replace(" ", "_"), **more}


SURE: Json = {"title": plain("Sure?"), "text": plain("It is sent."), "confirm": plain("Yes"), "deny": plain("No")}
PICKERS: list[Json] = [
    {
        "type": "static_select",
        "action_id": "colour",
        "placeholder": plain("A colour"),
        "options": options("Red", "Blue"),
    },
    {"type": "users_select", "action_id": "who", "placeholder": plain("Someone")},
    {"type": "conversations_select", "action_id": "where", "placeholder": plain("A conversation")},
    {"type": "datepicker", "action_id": "day", "initial_date": "2026-11-27"},
    {"type": "timepicker", "action_id": "hour", "initial_time": "17:00"},
    {"type": "overflow", "action_id": "more", "options": options("Mute", "Leave")},
]
TABLE: Json = {
    "type": "table",
    "rows": [[{"type": "raw_text", "text": text} for text in row] for row in (("Week", "Kept"), ("47", "9"))],
}
RICH: Json = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_list",
            "style": "bullet",
            "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "rich", "style": {"bold": True}}]},
                {
                    "type": "rich_text_section",
                    "elements": [{"type": "link", "url": "https://a.example/", "text": "a link"}],
                },
            ],
        },
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "as she said"}]},
    ],
}
BLOCKS: list[Json] = [
    {"type": "header", "text": plain("Every block")},
    {"type": "section", "text": mrkdwn("*bold* _italic_ `code` :tada: <https://a.example|a link> <!here>")},
    {"type": "section", "fields": [mrkdwn("*Due*\nFriday"), mrkdwn("*Who*\nTom")], "accessory": button("Look")},
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn("small words")]},
    {
        "type": "actions",
        "elements": [button("Take it", style="primary"), button("Drop it", style="danger", confirm=SURE)],
    },
    {"type": "actions", "elements": PICKERS},
    {"type": "image", "image_url": "https://a.example/kettle.png", "alt_text": "a kettle", "title": plain("Kettle")},
    TABLE,
    RICH,
]


def field(label: str, element: Json, **more: Any) -> Json:
    return {
        "type": "input",
        "block_id": label.lower(),
        "label": plain(label),
        "element": {**element, "action_id": "value"},
        **more,
    }


FORM: Json = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("Every input"),
    "submit": plain("Send"),
    "close": plain("Cancel"),
    "blocks": [
        field("Name", {"type": "plain_text_input", "max_length": 20}, hint=plain("As you sign")),
        field("Story", {"type": "plain_text_input", "multiline": True}, optional=True),
        field("Amount", {"type": "number_input", "is_decimal_allowed": False, "min_value": "1"}, optional=True),
        field("Colour", {"type": "static_select", "options": options("Red", "Blue")}),
        field("Friends", {"type": "multi_users_select"}, optional=True),
        field("Day", {"type": "datepicker"}, optional=True),
        field("Kinds", {"type": "checkboxes", "options": options("Mail", "Chat")}, optional=True),
        field("Pace", {"type": "radio_buttons", "options": options("Slow", "Quick")}, optional=True),
    ],
}


def support(slack: Playground) -> str:
    """The address at which Maria sees #support."""
    return f"{slack.url}/?as={slack.core.user('@maria').id}&room={slack.core.channel('#support').id}"


async def call(slack: Playground, method: str, **args: Any) -> Json:
    """As the app; what it was answered."""
    answer = await slack.api.call(method, slack.settings.bot_token, args)
    assert answer.body["ok"], answer.body
    return answer.body


async def furnish(slack: Playground) -> None:
    """Words of people and of the app, a thread, reactions, a note for Maria alone."""
    room = slack.core.channel("#support").id
    root = slack.engine.say(channel="#support", user="@tom", text="Here a thread begins")["ts"]
    slack.engine.say(channel="#support", user="@maria", text="with a reply", thread_ts=root)
    slack.engine.react(channel="#support", user="@yuki", ts=root, name="tada")
    await call(slack, "chat.postMessage", channel=room, text="Every block", blocks=BLOCKS)
    await call(slack, "chat.postEphemeral", channel=room, user=slack.core.user("@maria").id, text="For you alone")


async def open_form(slack: Playground, view: Json = FORM) -> str:
    """Before Maria; the view's id."""
    trigger = slack.core.new_trigger(slack.core.user("@maria"))
    return str((await call(slack, "views.open", trigger_id=trigger, view=view))["view"]["id"])
