"""Blocks and views are held to Slack's limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.blocks import blocks_rule, check_blocks
from playground.errors import Json, SlackError
from playground.viewrules import check_view, problems_of


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str, **more: object) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str = "go", **more: object) -> Json:
    return {"type": "button", "text": plain("Go"), "action_id": action_id, **more}


def option(value: str) -> Json:
    return {"text": plain(value), "value": value}


def select(**more: object) -> Json:
    return {"type": "static_select", "action_id": "s", "options": [option("a")], **more}


KEYS = ["type", "text", "elements", "element", "accessory", "options", "option_groups", "initial_option", "action_id"]

INPUT: Json = {"type": "input", "label": plain("Who"), "element": {"type": "users_select", "action_id": "u"}}

GOOD: list[Json] = [
    section("hi", accessory=button()),
    {"type": "section", "fields": [plain("a"), plain("b")]},
    {"type": "divider"},
    {"type": "header", "text": plain("Title")},
    {"type": "image", "image_url": "https://a.example/x.png", "alt_text": "x"},
    {"type": "context", "elements": [plain("a"), {"type": "image", "image_url": "https://a.example", "alt_text": "b"}]},
    {"type": "actions", "elements": [button(style="primary", value="1"), select()]},
    {"type": "actions", "elements": [{"type": "overflow", "action_id": "o", "options": [option("a")]}]},
    {"type": "actions", "elements": [{"type": "datepicker", "action_id": "d", "initial_date": "2026-11-23"}]},
    {"type": "actions", "elements": [{"type": "timepicker", "action_id": "t", "initial_time": "09:30"}]},
    {"type": "actions", "elements": [{"type": "checkboxes", "action_id": "c", "options": [option("a")]}]},
    {"type": "input", "label": plain("Name"), "element": {"type": "plain_text_input", "action_id": "n"}},
    INPUT,
    {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]},
    {"type": "markdown", "text": "**bold**"},
    {"type": "alert", "text": plain("Careful"), "level": "warning"},
    {"type": "card", "title": {"type": "mrkdwn", "text": "*Acme*"}, "actions": [button()]},
    {"type": "carousel", "elements": [{"type": "card", "body": {"type": "mrkdwn", "text": "Acme"}}]},
    {"type": "task_card", "task_id": "1", "title": "Look", "status": "complete"},
    {
        "type": "plan",
        "title": "Plan",
        "tasks": [{"type": "task_card", "task_id": "1", "title": "x", "status": "error"}],
    },
]

BAD: list[tuple[Json, str]] = [
    (section("x" * 3001), "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
    (section(""), "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    ({"type": "section"}, "must define either `text` or `fields` [json-pointer:/blocks/0]"),
    ({"type": "banner"}, "unsupported type: banner [json-pointer:/blocks/0/type]"),
    ({}, "missing required field: type [json-pointer:/blocks/0]"),
    (section("x", colour="red"), "invalid additional property: colour [json-pointer:/blocks/0]"),
    (section("x", block_id="b" * 256), "must be less than 256 characters [json-pointer:/blocks/0/block_id]"),
    (
        {"type": "header", "text": plain("x" * 151)},
        "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ),
    (
        {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
        "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
    ),
    (
        {"type": "context", "elements": [plain("x")] * 11},
        "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
    ),
    (
        {"type": "actions", "elements": [button(f"a{n}") for n in range(26)]},
        "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
    ),
    (
        {"type": "actions", "elements": [button("a"), button("a")]},
        "`action_id` already exists: a [json-pointer:/blocks/0/elements/1/action_id]",
    ),
    (
        {"type": "actions", "elements": [button(value="v" * 2001)]},
        "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
    ),
    (
        {"type": "actions", "elements": [button(text=plain("x" * 76))]},
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ),
    (
        {"type": "actions", "elements": [button(url="not a link")]},
        "must be a valid url [json-pointer:/blocks/0/elements/0/url]",
    ),
    (
        {"type": "actions", "elements": [button(style="loud")]},
        "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]",
    ),
    (
        {"type": "actions", "elements": [select(options=[option("x" * 76)])]},
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]",
    ),
    (
        {"type": "actions", "elements": [select(options=[option(str(n)) for n in range(101)])]},
        "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ),
    (
        {"type": "actions", "elements": [select(options=[])]},
        "must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]",
    ),
    (
        {"type": "actions", "elements": [select(initial_option=option("b"))]},
        "initial option must be one of the options [json-pointer:/blocks/0/elements/0]",
    ),
    (
        {"type": "actions", "elements": [{"type": "plain_text_input", "action_id": "x"}]},
        "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
    ),
    (
        {"type": "actions", "elements": [{"type": "overflow", "options": [option(str(n)) for n in range(6)]}]},
        "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ),
    (
        {"type": "actions", "elements": [{"type": "datepicker", "initial_date": "23.11.2026"}]},
        "must be a date as YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]",
    ),
    (
        {"type": "image", "image_url": "https://a.example/x.png"},
        "missing required field: alt_text [json-pointer:/blocks/0]",
    ),
    ({"type": "input", "label": plain("x")}, "missing required field: element [json-pointer:/blocks/0]"),
    ({"type": "markdown", "text": "x" * 12_001}, "must be less than 12001 characters [json-pointer:/blocks/0/text]"),
    (
        {"type": "alert", "text": plain("x"), "level": "loud"},
        "must be one of: default, info, warning, error, success [json-pointer:/blocks/0/level]",
    ),
    (
        {"type": "card", "subtitle": plain("x")},
        "must define either `hero_image` or `title` or `actions` or `body` [json-pointer:/blocks/0]",
    ),
    (
        {"type": "carousel", "elements": [section("x")]},
        "unsupported type: section [json-pointer:/blocks/0/elements/0/type]",
    ),
    (
        {"type": "task_card", "task_id": "1", "title": "x" * 257, "status": "complete"},
        "must be less than 257 characters [json-pointer:/blocks/0/title]",
    ),
]


@pytest.mark.parametrize("block", GOOD, ids=lambda b: str(b["type"]))
def test_a_good_block_passes(block: Json) -> None:
    assert check_blocks([block]) == [block]


@pytest.mark.parametrize(("block", "complaint"), BAD, ids=lambda v: v[:50] if isinstance(v, str) else None)
def test_a_bad_block_is_told_what_and_where(block: Json, complaint: str) -> None:
    with pytest.raises(SlackError) as caught:
        check_blocks([block])
    assert caught.value.code == "invalid_blocks"
    assert f"[ERROR] {complaint}" in caught.value.more["response_metadata"]["messages"]


def test_a_message_has_at_most_fifty_blocks_with_different_ids() -> None:
    assert len(check_blocks([{"type": "divider"}] * 50)) == 50
    with pytest.raises(SlackError) as many:
        check_blocks([{"type": "divider"}] * 51)
    assert many.value.more["response_metadata"]["messages"] == [
        "[ERROR] no more than 50 items allowed [json-pointer:/blocks]"
    ]
    with pytest.raises(SlackError) as twice:
        check_blocks([{"type": "divider", "block_id": "b"}] * 2)
    assert "already exists: b" in twice.value.more["response_metadata"]["messages"][0]


def modal(**more: object) -> Json:
    return {"type": "modal", "title": plain("Form"), "submit": plain("Save"), "blocks": [INPUT], **more}


def test_a_good_modal_and_a_good_home_pass() -> None:
    assert check_view(modal(), "modal")["type"] == "modal"
    assert check_view({"type": "home", "blocks": [{"type": "divider"}] * 100}, "home")["type"] == "home"


@pytest.mark.parametrize(
    ("view", "complaint"),
    [
        (modal(title=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/title/text]"),
        (modal(submit=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/submit/text]"),
        (modal(submit=None), "missing required field: submit [json-pointer:/view]"),
        (modal(title=None), "missing required field: title [json-pointer:/view]"),
        (modal(private_metadata="x" * 3001), "must be less than 3001 characters [json-pointer:/view/private_metadata]"),
        (modal(callback_id="x" * 256), "must be less than 256 characters [json-pointer:/view/callback_id]"),
        (modal(blocks=[{"type": "divider"}] * 101), "no more than 100 items allowed [json-pointer:/view/blocks]"),
        ({"type": "home", "blocks": []}, "unsupported type: home [json-pointer:/view/type]"),
        (modal(theme="dark"), "invalid additional property: theme [json-pointer:/view]"),
    ],
)
def test_a_bad_modal_is_told_what_and_where(view: Json, complaint: str) -> None:
    assert f"[ERROR] {complaint}" in problems_of(view, "modal")


def test_a_view_above_250_kilobytes_is_too_large() -> None:
    view = {"type": "home", "blocks": [section("x" * 2900) for _ in range(90)]}
    with pytest.raises(SlackError, match="view_too_large"):
        check_view(view, "home")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), json_values, max_size=5), max_size=3))
def test_anything_at_all_is_either_accepted_or_explained(blocks: list[Json]) -> None:
    for block in blocks:
        block.setdefault("type", "actions")
    problems: list[str] = []
    blocks_rule(50)(blocks, "/blocks", problems)
    assert all(p.startswith("[ERROR] ") and p.endswith("]") for p in problems)
    if problems:
        with pytest.raises(SlackError, match="invalid_blocks"):
            check_blocks(blocks)
    else:
        assert check_blocks(blocks) == blocks


def pick(kind: str, **more: object) -> Json:
    element = {"type": kind, "action_id": "a", **more}
    if kind in ("plain_text_input", "number_input"):
        return {"type": "input", "label": plain("x"), "element": element}
    if kind.startswith("multi_"):
        return section("x", accessory=element)
    return {"type": "actions", "elements": [element]}


GROUP = {"label": plain("l"), "options": [option("b")]}


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ({"type": "header", "text": {**plain("x"), "emoji": "yes"}}, "must be a boolean"),
        (pick("datepicker", initial_date="2026-13-45"), "must be a date as YYYY-MM-DD"),
        (pick("datetimepicker", initial_date_time=5), "must be a moment of ten digits"),
        (pick("static_select", options=[option("a"), option("a")]), "option values must be unique"),
        (pick("static_select", options=[option("a")], option_groups=[GROUP]), "must define only one of"),
        (pick("multi_static_select", options=[option("a")], max_selected_items=0), "must be greater than 0"),
        (pick("plain_text_input", min_length=-5), "must be between 0 and 3000"),
        (pick("plain_text_input", max_length=99999), "must be between 1 and 3000"),
        (pick("plain_text_input", min_length=50, max_length=5), "min_length must not be greater than max_length"),
        (pick("number_input", is_decimal_allowed=False, initial_value="abc"), "must be a number"),
        (pick("number_input", is_decimal_allowed=False, min_value="5", max_value="3"), "must be in order"),
        (pick("number_input", is_decimal_allowed=False, min_value="1.5"), "must be an integer"),
        ({"type": "rich_text", "elements": [{"type": "bogus"}]}, "unsupported type: bogus"),
        ({"type": "rich_text", "elements": [5]}, "must provide an object"),
        ({"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [5]}]}, "must provide an object"),
        ({"type": "rich_text", "elements": [{"type": "rich_text_list", "elements": []}]}, "missing required field: st"),
        ({"type": "table", "rows": [[5]]}, "must provide an object"),
        ({"type": "table", "rows": [[{"type": "raw_text"}]]}, "missing required field: text"),
        ({"type": "image", "alt_text": "a", "slack_file": 5}, "must provide an object"),
        ({"type": "image", "alt_text": "a", "slack_file": {}}, "must define either `id` or `url`"),
    ],
    ids=lambda v: v[:40] if isinstance(v, str) else None,
)
def test_what_an_element_holds_must_fit_together(block: Json, complaint: str) -> None:
    with pytest.raises(SlackError) as caught:
        check_blocks([block])
    assert complaint in " ".join(caught.value.more["response_metadata"]["messages"])


def test_rich_text_and_tables_as_slack_documents_them_pass() -> None:
    inline = [{"type": "text", "text": "a", "style": {"bold": True}}, {"type": "user", "user_id": "U1"}]
    part = {"type": "rich_text_section", "elements": inline}
    listed = {"type": "rich_text_list", "style": "bullet", "indent": 0, "elements": [part]}
    rich = {"type": "rich_text", "elements": [part, listed, {"type": "rich_text_quote", "elements": inline}]}
    table = {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}, rich]]}
    image = {"type": "image", "alt_text": "a", "slack_file": {"id": "F1"}}
    number = pick("number_input", is_decimal_allowed=True, min_value="1.5", initial_value="2", max_value="3")
    assert len(check_blocks([rich, table, image, number])) == 4


def test_blocks_with_too_many_characters_together_are_too_long() -> None:
    assert len(check_blocks([section("x" * 2_000)] * 20)) == 20
    with pytest.raises(SlackError, match="msg_blocks_too_long"):
        check_blocks([section("x" * 2_000)] * 20 + [section("x")])
