"""Forms of an app as people fill them in: what is told, what arrives, what stays while the app changes them."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from playground import Playground
from playground.errors import Json
from tests.browser.apps import actions, answers, heard, heard_of, open_with, post
from tests.browser.newcomer import Newcomer
from tests.browser.rooms import FORM, button, call, field, mrkdwn, options, plain, support
from tests.playground.conftest import Receiver

SMALL: Json = {"type": "modal", "callback_id": "small", "title": plain("Small"), "notify_on_close": True, "blocks": []}


@pytest.fixture(name="slack")
def _slack(answered: Playground) -> Playground:
    return answered


async def open_by_click(page: Page, slack: Playground, view: Json) -> tuple[Locator, str]:
    """Maria clicks a button of the app; the dialog, and the view's id."""
    await post(slack, "A form", actions(button("Open")))
    await page.goto(support(slack))
    newcomer = Newcomer(page)
    payload = await heard(slack, "block_actions", newcomer.press("Open", newcomer.message("Open")))
    view_id = await open_with(slack, payload, view)
    dialog = page.get_by_role("dialog", name=view["title"]["text"])
    await expect(dialog).to_be_visible()
    return dialog, view_id


async def choose(box: Locator, words: str) -> None:
    """What a select offers first for these words."""
    await box.fill(words)
    await expect(box.page.get_by_role("option").first).to_contain_text(words)
    await box.press("Enter")


async def test_what_is_wrong_stands_under_its_input(page: Page, slack: Playground, app: Receiver) -> None:
    dialog, _ = await open_by_click(page, slack, FORM)
    name, send = dialog.get_by_label("Name"), dialog.get_by_role("button", name="Send")
    await expect(name).to_be_focused()
    await send.click()
    await expect(name).to_have_accessible_description("As you sign Please complete this required field.")
    await expect(dialog.get_by_label("Colour")).to_have_attribute("aria-invalid", "true")
    await name.fill("A name that is far too long")
    await dialog.get_by_label("Amount").fill("0")
    await send.click()
    await expect(name).to_have_accessible_description("As you sign At most 20 characters, please: these are 27.")
    await expect(dialog.get_by_label("Amount")).to_have_accessible_description("At least 1, please.")
    assert heard_of(slack, "view_submission") == []
    await name.fill("Ada")
    await dialog.get_by_label("Amount").fill("")
    await choose(dialog.get_by_label("Colour"), "Blue")
    answers(app, {"response_action": "errors", "errors": {"name": "Ada is taken."}})
    await send.click()
    await expect(name).to_have_accessible_description("As you sign Ada is taken.")
    await expect(name).to_be_focused()
    await page.keyboard.type("!")
    await expect(name).to_have_accessible_description("As you sign")
    await page.keyboard.press("Enter")
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_role("button", name="Open")).to_be_focused()
    state = heard_of(slack, "view_submission")[-1]["view"]["state"]["values"]
    assert state["name"]["value"] == {"type": "plain_text_input", "value": "Ada!"}


EVERY: Json = {
    **FORM,
    "blocks": [
        field("Line", {"type": "plain_text_input"}),
        field("Story", {"type": "plain_text_input", "multiline": True}),
        field("Rich", {"type": "rich_text_input"}),
        field("Mail", {"type": "email_text_input"}),
        field("Web", {"type": "url_text_input"}),
        field("Amount", {"type": "number_input", "is_decimal_allowed": True}),
        field("Colour", {"type": "static_select", "options": options("Red", "Blue")}),
        field("Colours", {"type": "multi_static_select", "options": options("Red", "Blue", "Green")}),
        field("Friend", {"type": "users_select"}),
        field("Friends", {"type": "multi_users_select"}),
        field("Place", {"type": "conversations_select"}),
        field("Places", {"type": "multi_channels_select"}),
        field("Day", {"type": "datepicker"}),
        field("Hour", {"type": "timepicker"}),
        field("Moment", {"type": "datetimepicker"}),
        field("Kinds", {"type": "checkboxes", "options": options("Letter", "Chat", "Phone")}),
        field("Pace", {"type": "radio_buttons", "options": options("Slow", "Quick")}),
        field("Paper", {"type": "file_input"}),
        field("Customer", {"type": "external_select", "min_query_length": 1}),
        field("Untouched", {"type": "static_select", "options": options("Red")}, optional=True),
    ],
}


async def test_what_is_entered_arrives_as_slack_sends_it(page: Page, slack: Playground, app: Receiver) -> None:
    dialog, _ = await open_by_click(page, slack, EVERY)
    typed = {"Line": "one", "Story": "two\nlines", "Rich": "rich", "Mail": "ada@example.com"}
    typed |= {"Web": "https://a.example/x", "Amount": "2.5", "Day": "2026-12-24", "Hour": "17:30"}
    for label, text in {**typed, "Moment": "2026-12-24T17:30"}.items():
        await dialog.get_by_label(label, exact=True).fill(text)
    chosen = [("Colour", "Blue"), ("Colours", "Red"), ("Colours", "Green"), ("Friend", "Tom Becker")]
    chosen += [("Friends", "Tom Becker"), ("Friends", "Yuki Tanaka"), ("Place", "deals"), ("Places", "general")]
    for label, words in chosen:
        await choose(dialog.get_by_role("combobox", name=label, exact=True), words)
    answers(app, {"options": options("Acme")})
    await choose(dialog.get_by_role("combobox", name="Customer"), "Acme")
    for label in ("Chat", "Phone"):
        await dialog.get_by_role("group", name="Kinds").get_by_label(label).check()
    await dialog.get_by_role("radiogroup", name="Pace").get_by_label("Quick").check()
    await dialog.get_by_label("Paper").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": b"words of a file"}
    )
    await expect(dialog.get_by_role("listitem").filter(has_text="a.txt")).to_be_visible()
    sent = await heard(slack, "view_submission", dialog.get_by_role("button", name="Send").click())
    values = {name: held["value"] for name, held in sent["view"]["state"]["values"].items()}
    check_values(slack, values)
    await expect(dialog).to_be_hidden()


def check_values(slack: Playground, values: Json) -> None:
    """What Slack would send of these inputs."""
    maria, tom, yuki = (slack.core.user(name).id for name in ("@maria", "@tom", "@yuki"))
    red, blue = options("Red", "Blue")
    ((paper,), held) = (values["paper"]["files"], values["rich"]["rich_text_value"]["elements"])
    assert (paper["name"], paper["user"]) == ("a.txt", maria)
    assert held == [{"type": "rich_text_section", "elements": [{"type": "text", "text": "rich"}]}]
    assert {name: held for name, held in values.items() if name not in ("paper", "rich")} == {
        "line": {"type": "plain_text_input", "value": "one"},
        "story": {"type": "plain_text_input", "value": "two\nlines"},
        "mail": {"type": "email_text_input", "value": "ada@example.com"},
        "web": {"type": "url_text_input", "value": "https://a.example/x"},
        "amount": {"type": "number_input", "value": "2.5"},
        "colour": {"type": "static_select", "selected_option": blue},
        "colours": {"type": "multi_static_select", "selected_options": [red, *options("Green")]},
        "friend": {"type": "users_select", "selected_user": tom},
        "friends": {"type": "multi_users_select", "selected_users": [tom, yuki]},
        "place": {"type": "conversations_select", "selected_conversation": slack.core.channel("#deals").id},
        "places": {"type": "multi_channels_select", "selected_channels": [slack.core.channel("#general").id]},
        "day": {"type": "datepicker", "selected_date": "2026-12-24"},
        "hour": {"type": "timepicker", "selected_time": "17:30"},
        "moment": {"type": "datetimepicker", "selected_date_time": 1798151400},
        "kinds": {"type": "checkboxes", "selected_options": options("Chat", "Phone")},
        "pace": {"type": "radio_buttons", "selected_option": options("Quick")[0]},
        "customer": {"type": "external_select", "selected_option": options("Acme")[0]},
        "untouched": {"type": "static_select", "selected_option": None},
    }


async def test_an_update_leaves_alone_what_somebody_types(page: Page, slack: Playground) -> None:
    story = field("Story", {"type": "plain_text_input", "multiline": True})
    first = {"type": "section", "text": mrkdwn("Nobody else is here.")}
    dialog, view_id = await open_by_click(page, slack, {**FORM, "blocks": [first, story]})
    box = dialog.get_by_label("Story")
    await box.fill("half a tale")
    for _ in "tale":
        await box.press("ArrowLeft")
    second = {"type": "section", "text": mrkdwn("Tom is here as well.")}
    more = field("More", {"type": "plain_text_input"}, optional=True)
    await call(slack, "views.update", view_id=view_id, view={**FORM, "blocks": [second, story, more]})
    await expect(dialog.get_by_text("Tom is here as well.")).to_be_visible()
    await expect(dialog.get_by_label("More")).to_be_visible()
    await expect(box).to_be_focused()
    await page.keyboard.type("good ")
    await expect(box).to_have_value("half a good tale")
    renamed = {**story, "label": plain("Long story")}
    colour = field("Colour", {"type": "static_select", "options": options("Red", "Blue")})
    await call(slack, "views.update", view_id=view_id, view={**FORM, "blocks": [renamed, colour, second]})
    box = dialog.get_by_label("Long story")
    await expect(box).to_be_focused()
    await page.keyboard.type("and ")
    await expect(box).to_have_value("half a good and tale")
    select = dialog.get_by_role("combobox", name="Colour")
    await select.click()
    await page.keyboard.type("bl")
    await expect(page.get_by_role("option")).to_have_text(["Blue"])
    await call(slack, "views.update", view_id=view_id, view={**FORM, "blocks": [first, renamed, colour]})
    await expect(dialog.get_by_text("Nobody else is here.")).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(select).to_have_value("Blue")
    sent = await heard(slack, "view_submission", dialog.get_by_role("button", name="Send").click())
    values = sent["view"]["state"]["values"]
    assert values["story"]["value"]["value"] == "half a good and tale"
    assert values["colour"]["value"]["selected_option"]["value"] == "blue"


async def test_a_form_over_a_form_and_how_they_close(page: Page, slack: Playground, app: Receiver) -> None:
    blocks = [field("Story", {"type": "plain_text_input"}, optional=True), actions(button("Deeper"))]
    dialog, _ = await open_by_click(page, slack, {**FORM, "notify_on_close": True, "blocks": blocks})
    small, deeper = page.get_by_role("dialog", name="Small"), dialog.get_by_role("button", name="Deeper")
    await dialog.get_by_label("Story").fill("kept")
    payload = await heard(slack, "block_actions", deeper.click())
    assert payload["view"]["state"]["values"]["story"]["value"]["value"] == "kept"
    view = {**SMALL, "blocks": [{"type": "section", "text": mrkdwn("Deep down")}]}
    await open_with(slack, payload, view, "views.push")
    closed = await heard(slack, "view_closed", small.get_by_role("button", name="Back").click())
    assert (closed["view"]["callback_id"], closed["is_cleared"]) == ("small", False)
    await expect(dialog.get_by_label("Story")).to_have_value("kept")
    answers(app, {"response_action": "push", "view": view})
    app.pauses.append(0.3)
    send = dialog.get_by_role("button", name="Send")
    await send.click()
    await expect(send).to_have_attribute("aria-busy", "true")
    await expect(small).to_be_visible()
    closed = await heard(slack, "view_closed", small.get_by_role("button", name="Close", exact=True).last.click())
    assert closed["is_cleared"] is False
    await expect(dialog).to_be_visible()
    closed = await heard(slack, "view_closed", dialog.get_by_role("button", name="Close", exact=True).click())
    assert (closed["view"]["callback_id"], closed["is_cleared"]) == ("form", True)
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_role("button", name="Open")).to_be_focused()


async def test_a_form_that_the_app_does_not_take_stays(page: Page, slack: Playground, app: Receiver) -> None:
    link = {"type": "section", "text": mrkdwn("<https://a.example|Our rules>")}
    blocks = [link, field("Story", {"type": "plain_text_input"})]
    dialog, _ = await open_by_click(page, slack, {**FORM, "blocks": blocks})
    send, alert = dialog.get_by_role("button", name="Send"), dialog.get_by_role("alert")
    await expect(dialog.get_by_label("Story")).to_be_focused()
    await dialog.get_by_label("Story").fill("a tale")
    app.pauses.append(2.2)
    await send.click()
    await expect(alert).to_have_text("The app didn't respond in time.")
    answers(app, {"response_action": "dance"})
    await send.click()
    await expect(alert).to_contain_text("invalid_response_action")
    await expect(page.locator("#toasts")).to_be_empty()
    await expect(dialog.get_by_label("Story")).to_have_value("a tale")
    answers(app, {"response_action": "update", "view": SMALL | {"blocks": [{"type": "divider"}]}})
    await send.click()
    small = page.get_by_role("dialog", name="Small")
    await expect(small.get_by_role("button", name="Send")).to_be_hidden()
    await page.keyboard.press("Escape")
    await expect(small).to_be_hidden()
