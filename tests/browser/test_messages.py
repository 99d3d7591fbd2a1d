"""What people do with messages: react, change, delete, answer in a thread, share the link."""

from __future__ import annotations

import re

from playwright.async_api import Locator, Page, expect

from playground import Playground
from tests.browser.newcomer import Newcomer
from tests.browser.rooms import support


async def act_on(message: Locator, action: str) -> None:
    """One of the actions in a message's menu."""
    await message.hover()
    await message.get_by_role("button", name="More actions").click()
    await message.page.get_by_role("menuitem", name=action).click()


async def test_reactions_are_given_and_taken_back(page: Page, slack: Playground) -> None:
    newcomer = Newcomer(page)
    ts = slack.engine.say(channel="#support", user="@tom", text="A triumph")["ts"]
    slack.engine.react(channel="#support", user="@tom", ts=ts, name="tada")
    await page.goto(support(slack))
    message = newcomer.message("A triumph")
    tada = message.get_by_role("button", name="tada")
    await expect(tada).to_have_accessible_name("1 tada, Tom Becker reacted with :tada:")
    await tada.click()
    await expect(tada).to_have_attribute("aria-pressed", "true")
    await expect(tada).to_contain_text("2")
    await tada.click()
    await expect(tada).to_contain_text("1")
    await expect(tada).to_be_focused()
    await act_on(message, "Add reaction")
    await page.get_by_role("searchbox", name="Search emoji").fill("rocket")
    await page.keyboard.press("Enter")
    rocket = message.get_by_role("button", name="rocket")
    await expect(rocket).to_have_attribute("aria-pressed", "true")
    slack.engine.unreact(channel="#support", user="@tom", ts=ts, name="tada")
    await expect(tada).to_be_hidden()


async def test_own_messages_are_changed_and_deleted(page: Page, slack: Playground) -> None:
    newcomer = Newcomer(page)
    slack.engine.say(channel="#support", user="@tom", text="Of Tom")
    root = slack.engine.say(channel="#support", user="@maria", text="A root of mine")["ts"]
    slack.engine.say(channel="#support", user="@tom", text="And its reply", thread_ts=root)
    slack.engine.say(channel="#support", user="@maria", text="Ask @tom about <https://a.example/x> & #general")
    await page.goto(support(slack))
    await act_on(newcomer.message("Ask"), "Edit message")
    editor = page.get_by_role("combobox", name="Edit message")
    await expect(editor).to_be_focused()
    await expect(editor).to_have_value("Ask @tom about https://a.example/x & #general")
    await editor.press("End")
    await page.keyboard.type(" today")
    await page.keyboard.press("Enter")
    await expect(newcomer.message("Ask")).to_contain_text("#general today (edited)")
    assert slack.core.channel("#support").messages[max(slack.core.channel("#support").messages)].text == (
        f"Ask <@{slack.core.user('@tom').id}> about <https://a.example/x> &amp; "
        f"<#{slack.core.channel('#general').id}|general> today"
    )
    await act_on(newcomer.message("Ask"), "Delete message")
    sure = page.get_by_role("dialog", name="Delete this message?")
    await sure.get_by_role("button", name="Cancel").click()
    await act_on(newcomer.message("Ask"), "Delete message")
    await sure.get_by_role("button", name="Delete").click()
    await expect(newcomer.message("Ask")).to_be_hidden()
    await expect(newcomer.message("A root of mine")).to_be_focused()
    await act_on(newcomer.message("A root of mine"), "Delete message")
    await sure.get_by_role("button", name="Delete").click()
    await expect(newcomer.message("This message was deleted.")).to_contain_text("1 reply")
    await newcomer.open_thread("This message was deleted.")
    await expect(newcomer.message("And its reply", newcomer.thread)).to_be_visible()
    await newcomer.message("Of Tom").hover()
    await newcomer.message("Of Tom").get_by_role("button", name="More actions").click()
    await expect(page.get_by_role("menuitem", name="Delete message")).to_be_hidden()


async def test_a_reply_can_be_sent_to_the_channel_too(page: Page, slack: Playground) -> None:
    newcomer = Newcomer(page)
    slack.engine.say(channel="#support", user="@tom", text="A question")
    await page.goto(support(slack))
    await newcomer.message("A question").hover()
    await newcomer.message("A question").get_by_role("button", name="Reply in thread").click()
    await expect(newcomer.thread.get_by_role("combobox", name="Reply")).to_be_focused()
    await newcomer.reply("Between us")
    await expect(newcomer.message("A question")).to_contain_text("1 reply")
    await newcomer.thread.get_by_label("Also send to #support").check()
    await newcomer.reply("For everybody")
    await expect(newcomer.message("For everybody")).to_contain_text("replied to a thread:A question")
    await expect(newcomer.message("For everybody", newcomer.thread)).to_be_visible()
    await expect(newcomer.thread.get_by_label("Also send to #support")).not_to_be_checked()
    await expect(newcomer.message("Between us")).to_be_hidden()
    await page.keyboard.press("Escape")
    await expect(newcomer.thread).to_be_hidden()
    await expect(newcomer.room.get_by_role("listitem").filter(has_text="A question").first).to_be_focused()
    await newcomer.message("For everybody").get_by_role("button", name="A question").click()
    await expect(newcomer.message("Between us", newcomer.thread)).to_be_visible()


async def test_links_to_messages_lead_to_them(page: Page, slack: Playground) -> None:
    newcomer = Newcomer(page)
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    root = slack.engine.say(channel="#general", user="@tom", text="Far away")["ts"]
    reply = slack.engine.say(channel="#general", user="@tom", text="A far reply", thread_ts=root)["ts"]
    path = f"/archives/{slack.core.channel('#general').id}/p"
    link = f"https://playground.slack.com{path}{reply.replace('.', '')}?thread_ts={root}"
    slack.engine.say(channel="#support", user="@tom", text=f"See {link}")
    await page.goto(support(slack))
    await newcomer.message("See").get_by_role("link", name=link).click()
    await expect(newcomer.message("A far reply", newcomer.thread)).to_have_class(re.compile("marked"))
    await expect(page.get_by_role("main").get_by_role("heading", name="general").first).to_be_visible()
    await act_on(newcomer.message("Far away"), "Copy link")
    await expect(page.locator("#toasts")).to_contain_text("Link copied")
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{slack.url}{path}{root.replace('.', '')}"
    await page.goto(support(slack))
    await expect(newcomer.message("See")).to_be_visible()
    await page.goto(copied)
    await expect(newcomer.message("Far away")).to_be_in_viewport()
    await expect(page.get_by_role("button", name="Acting as Maria")).to_be_visible()
