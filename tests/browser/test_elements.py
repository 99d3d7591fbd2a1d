"""Elements of an app's messages: each does what it says, and the app hears of it as Slack tells it."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from playground import Playground
from playground.errors import Json
from tests.browser.apps import actions, answers, clicked, heard, heard_of, open_with, post
from tests.browser.newcomer import Newcomer
from tests.browser.rooms import FORM, PICKERS, SURE, button, call, field, mrkdwn, options, plain, support
from tests.playground.conftest import Receiver, until


@pytest.fixture(name="slack")
def _slack(answered: Playground) -> Playground:
    return answered


async def test_buttons_are_asked_for_and_shown_at_work(page: Page, slack: Playground, app: Receiver) -> None:
    buttons = actions(button("Take it", value="7"), button("Drop it", style="danger", value="8", confirm=SURE))
    ts = await post(slack, "Elements", {"type": "section", "text": mrkdwn("Elements")}, buttons)
    await page.goto(support(slack))
    message = Newcomer(page).message("Elements")
    take, drop = message.get_by_role("button", name="Take it"), message.get_by_role("button", name="Drop it")
    sure = page.get_by_role("dialog", name="Sure?")
    await drop.click()
    await expect(sure).to_have_accessible_description("It is sent.")
    await sure.get_by_role("button", name="No").click()
    await expect(drop).to_be_focused()
    await drop.click()
    await page.keyboard.press("Escape")
    assert heard_of(slack, "block_actions") == []
    await drop.click()
    action = await clicked(slack, sure.get_by_role("button", name="Yes").click())
    assert {name: action[name] for name in ("action_id", "block_id", "type", "value", "style")} == {
        "action_id": "drop_it",
        "block_id": "row",
        "type": "button",
        "value": "8",
        "style": "danger",
    }
    app.pauses.append(0.3)
    payload = await heard(slack, "block_actions", take.click())
    assert payload["container"]["message_ts"] == payload["message"]["ts"] == ts
    assert (payload["user"]["username"], payload["channel"]["name"]) == ("maria", "support")


async def test_an_app_that_fails_is_told_and_can_be_asked_again(page: Page, slack: Playground, app: Receiver) -> None:
    await post(slack, "Elements", actions(button("Take it")))
    await page.goto(support(slack))
    take, toasts = page.get_by_role("button", name="Take it"), page.locator("#toasts")
    app.pauses.append(2.2)
    await take.click()
    await expect(take).to_have_attribute("aria-busy", "true")
    await expect(toasts).to_contain_text("The app did not answer within three seconds operation_timeout")
    await expect(take).not_to_have_attribute("aria-busy", "true")
    answers(app, {}, status=500)
    await take.click()
    await expect(toasts).to_contain_text("The app answered with status 500")
    channel = slack.core.channel("#support").id
    (message,) = slack.engine.state(["channels"])["channels"][1]["messages"]
    await clicked(slack, take.click())
    taken = {"type": "section", "text": mrkdwn("Taken")}
    await call(slack, "chat.update", channel=channel, ts=message["ts"], text="Taken", blocks=[taken])
    await expect(Newcomer(page).message("Taken")).to_be_visible()
    await expect(take).to_be_hidden()
    await expect(Newcomer(page).message("Taken")).to_be_focused()


async def test_shortcuts_are_found_in_menus(page: Page, slack: Playground) -> None:
    ts = slack.engine.say(channel="#support", user="@tom", text="Worth keeping")["ts"]
    await page.goto(support(slack))
    await Newcomer(page).message("Worth keeping").focus()
    await page.keyboard.press("Enter")
    kept = await heard(slack, "message_action", page.get_by_role("menuitem", name="Keep it").click())
    assert (kept["callback_id"], kept["message"]["ts"], kept["channel"]["name"]) == ("keep", ts, "support")
    await page.get_by_role("button", name="Shortcuts").click()
    await expect(page.get_by_role("menuitem", name="/ours")).to_be_visible()
    begun = await heard(slack, "shortcut", page.get_by_role("menuitem", name="Begin").click())
    assert (begun["callback_id"], begun["user"]["username"]) == ("begin", "maria")
    await open_with(slack, begun, FORM)
    await expect(page.get_by_role("dialog", name="Every input")).to_be_visible()


async def test_a_home_is_used_and_changed(page: Page, slack: Playground) -> None:
    maria, take = slack.core.user("@maria").id, actions(button("Take it"))
    story = field("Story", {"type": "plain_text_input"}, dispatch_action=True)
    view: Json = {"type": "home", "blocks": [{"type": "header", "text": plain("At home")}, story, take]}
    await call(slack, "views.publish", user_id=maria, view=view)
    await page.goto(f"{slack.url}/?as={maria}&room={slack.core.user('@ours').id}")
    box = page.get_by_label("Story")
    await box.fill("half a tale")
    home = {**view, "blocks": [{"type": "header", "text": plain("Somebody came")}, story, take]}
    await call(slack, "views.publish", user_id=maria, view=home)
    await expect(page.get_by_role("heading", name="Somebody came")).to_be_visible()
    await expect(box).to_be_focused()
    await expect(box).to_have_value("half a tale")
    assert (await clicked(slack, box.press("Enter")))["value"] == "half a tale"
    payload = await heard(slack, "block_actions", page.get_by_role("button", name="Take it").click())
    assert (payload["view"]["type"], payload["container"]["type"]) == ("home", "view")
    await page.get_by_role("button", name="Messages", exact=True).click()
    await expect(page.get_by_role("combobox", name="Message Ours")).to_be_visible()


async def test_every_picker_tells_the_app_what_was_picked(page: Page, slack: Playground) -> None:
    boxes = {"type": "checkboxes", "action_id": "kinds", "options": options("Mail", "Chat")}
    await post(slack, "Elements", actions(*PICKERS, boxes))
    await page.goto(support(slack))
    message, keys = Newcomer(page).room.get_by_role("listitem").last, page.keyboard
    colour = message.get_by_role("combobox", name="A colour")
    await colour.focus()
    for key in ("Enter", "ArrowDown"):
        await keys.press(key)
    assert (await clicked(slack, keys.press("Enter")))["selected_option"] == options("Blue")[0]
    await expect(colour).to_have_value("Blue")
    who = message.get_by_role("combobox", name="Someone")
    await who.click()
    await keys.type("yuk")
    await expect(page.get_by_role("option")).to_have_count(1)
    assert (await clicked(slack, keys.press("Enter")))["selected_user"] == slack.core.user("@yuki").id
    day = message.get_by_label("day", exact=True)
    await day.fill("2026-12-24")
    action = await clicked(slack, day.blur())
    assert (action["selected_date"], action["initial_date"]) == ("2026-12-24", "2026-11-27")
    await message.get_by_role("button", name="More actions").first.click()
    await keys.press("ArrowDown")
    await expect(page.get_by_role("menuitem", name="Leave")).to_be_focused()
    action = await clicked(slack, keys.press("Enter"))
    assert (action["type"], action["selected_option"]) == ("overflow", options("Leave")[0])
    action = await clicked(slack, message.get_by_label("Mail").check())
    assert action["selected_options"] == options("Mail")
    action = await clicked(slack, message.get_by_label("Chat").check())
    assert action["selected_options"] == options("Mail", "Chat")
    await page.reload()
    await expect(colour).to_have_value("Blue")
    await expect(message.get_by_label("Chat")).to_be_checked()
    await expect(day).to_have_value("2026-12-24")


async def test_an_external_select_asks_the_app(page: Page, slack: Playground, app: Receiver) -> None:
    asking = {"type": "external_select", "action_id": "customer", "placeholder": plain("A customer")}
    await post(slack, "Elements", actions({**asking, "min_query_length": 2}))
    await page.goto(support(slack))
    box, offered = page.get_by_role("combobox", name="A customer"), page.get_by_role("option")
    await box.click()
    await expect(page.get_by_text("Type 2 letters or more")).to_be_visible()
    answers(app, {"options": options("Acme", "Acorn")})
    asked = await heard(slack, "block_suggestion", box.press_sequentially("ac"))
    assert (asked["value"], asked["action_id"], asked["block_id"]) == ("ac", "customer", "row")
    await expect(offered).to_have_text(["Acme", "Acorn"])
    action = await clicked(slack, offered.last.click())
    assert action["selected_option"] == options("Acorn")[0]
    await expect(box).to_have_value("Acorn")
    answers(app, {}, status=500)
    await box.fill("xy")
    await expect(page.get_by_text("No matches")).to_be_visible()


async def test_what_is_chosen_quickly_and_meanwhile_stays(page: Page, slack: Playground, app: Receiver) -> None:
    boxes = {"type": "checkboxes", "action_id": "kinds", "options": options("Mail", "Chat", "Phone")}
    people = {"type": "multi_users_select", "action_id": "crew", "placeholder": plain("A crew")}
    crewed = {"type": "section", "block_id": "crew", "text": mrkdwn("Who"), "accessory": people}
    ts = await post(slack, "Elements", actions(boxes), crewed)
    await page.goto(support(slack))
    message = Newcomer(page).room.get_by_role("listitem").last
    app.pauses.extend([0.3, 0.1, 0.0])
    for label in ("Mail", "Chat", "Phone"):
        await message.get_by_label(label).click()
    await until(lambda: len(heard_of(slack, "block_actions")) == 3)
    chosen = [one["actions"][0]["selected_options"] for one in heard_of(slack, "block_actions")]
    assert max(chosen, key=len) == options("Mail", "Chat", "Phone")
    for label in ("Mail", "Chat", "Phone"):
        await expect(message.get_by_label(label)).to_be_checked()
    crew = message.get_by_role("combobox", name="A crew")
    await crew.click()
    await page.keyboard.type("to")
    await expect(page.get_by_role("option", name="Tom Becker")).to_be_visible()
    room = slack.core.channel("#support").id
    blocks = [{"type": "section", "text": mrkdwn("Meanwhile")}, actions(boxes), crewed]
    await call(slack, "chat.update", channel=room, ts=ts, text="Elements", blocks=blocks)
    await expect(message.get_by_text("Meanwhile")).to_be_visible()
    await expect(crew).to_be_focused()
    await expect(crew).to_have_value("to")
    await expect(page.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Enter")
    await page.keyboard.type("yu")
    await expect(page.get_by_role("option")).to_have_text(["Yuki Tanaka"])
    await page.keyboard.press("Enter")
    action = await clicked(slack, page.keyboard.press("Escape"))
    assert action["selected_users"] == [slack.core.user("@tom").id, slack.core.user("@yuki").id]
    await expect(message.get_by_role("button", name="Remove Yuki Tanaka")).to_be_visible()
    await page.reload()
    await expect(message.get_by_role("button", name="Remove Yuki Tanaka")).to_be_visible()
    await expect(message.get_by_label("Phone")).to_be_checked()
