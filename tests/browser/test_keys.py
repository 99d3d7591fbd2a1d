"""Without a mouse, and on a phone: everything can be reached, seen and left again."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from playground import Playground
from tests.browser.apps import actions, clicked, post
from tests.browser.newcomer import Newcomer
from tests.browser.rooms import button, mrkdwn, support

# Where one writes, the frame around the field shows it.
OUTLINED = """() => {
  const { activeElement: active } = document;
  const frame = active.closest("form.composer");
  return getComputedStyle(active).outlineStyle === "solid" || (frame && getComputedStyle(frame).boxShadow !== "none");
}"""
WHERE = """() => {
  const { activeElement: active } = document;
  if (active === document.body) return "";
  return `${active.closest("[id]")?.id} ${active.getAttribute("aria-label") ?? active.textContent}`;
}"""

PASSED_BY = """() => [...document.querySelectorAll("#main .message:not([tabindex='0']) :is(a, button)")]
  .filter((control) => control.tabIndex >= 0).map((control) => control.textContent || control.ariaLabel)"""
PHONE = ViewportSize(width=390, height=844)


@pytest.fixture(name="slack")
def _slack(answered: Playground) -> Playground:
    return answered


async def furnish(slack: Playground) -> None:
    slack.engine.say(channel="#support", user="@tom", text="A question")
    await post(slack, "Take this", {"type": "section", "text": mrkdwn("Take this")}, actions(button("Take it")))


async def test_all_is_reached_by_keys_alone(page: Page, slack: Playground) -> None:
    newcomer, keys = Newcomer(page), page.keyboard
    await furnish(slack)
    await page.goto(support(slack))
    await expect(newcomer.message("Take this")).to_be_visible()
    await keys.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the conversation")).to_be_focused()
    await keys.press("Enter")
    await until_focused(page, "[id=main], #main *")
    await keys.press("F6")
    await keys.press("Shift+F6")
    await expect(newcomer.message("Take this")).to_be_focused()
    assert await page.evaluate(OUTLINED)
    await keys.press("ArrowUp")
    question = newcomer.message("A question")
    await expect(question).to_be_focused()
    await keys.press("Enter")
    await expect(page.get_by_role("menuitem", name="Add reaction")).to_be_focused()
    await keys.press("r")
    await expect(page.get_by_role("menuitem", name="Reply in thread")).to_be_focused()
    await keys.press("Enter")
    await expect(newcomer.thread.get_by_role("combobox", name="Reply")).to_be_focused()
    await keys.type("An answer")
    await keys.press("Enter")
    await expect(newcomer.message("An answer", newcomer.thread)).to_be_visible()
    await keys.press("Escape")
    await expect(newcomer.thread).to_be_hidden()
    await expect(question).to_be_focused()
    await keys.press("End")
    take = page.get_by_role("button", name="Take it")
    for _ in range(4):
        await keys.press("Tab")
        if await take.evaluate("(node) => node === document.activeElement"):
            break
    await expect(take).to_be_focused()
    assert await page.evaluate(OUTLINED)
    assert (await clicked(slack, keys.press("Enter")))["action_id"] == "take_it"
    await keys.press("Escape")
    await expect(page.get_by_role("combobox", name="Message #support")).to_be_focused()


async def test_tab_stops_only_in_the_message_with_the_focus(page: Page, slack: Playground) -> None:
    newcomer, keys = Newcomer(page), page.keyboard
    for words in ("One", "Two", "Three"):
        await post(slack, words, {"type": "section", "text": mrkdwn(words)}, actions(button(f"Take {words}")))
    await page.goto(support(slack))
    await newcomer.message("One").hover()
    await expect(newcomer.message("One").get_by_role("button", name="More actions")).to_be_visible()
    assert await page.evaluate(PASSED_BY) == []
    await newcomer.message("Three").focus()
    await keys.press("ArrowUp")
    await keys.press("Tab")
    await expect(page.get_by_role("button", name="Take Two")).to_be_focused()
    assert await page.evaluate(PASSED_BY) == []


async def test_a_finger_opens_a_thread_to_read_it(browser: Browser, slack: Playground) -> None:
    root = slack.engine.say(channel="#support", user="@tom", text="A question")["ts"]
    slack.engine.say(channel="#support", user="@tom", text="An answer", thread_ts=root)
    async with await browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as phone:
        newcomer = Newcomer(await phone.new_page())
        await newcomer.page.goto(support(slack))
        await newcomer.open_thread("A question")
        await expect(newcomer.message("An answer", newcomer.thread)).to_be_visible()
        await expect(newcomer.thread).to_be_focused()


async def test_no_stop_holds_the_focus_or_hides_it(page: Page, slack: Playground) -> None:
    await furnish(slack)
    await page.goto(support(slack))
    await expect(Newcomer(page).message("Take this")).to_be_visible()
    await page.keyboard.press("Control+.")
    await expect(Newcomer(page).curtain).to_be_visible()
    seen: list[str] = []
    for _ in range(80):
        await page.keyboard.press("Tab")
        stop = str(await page.evaluate(WHERE))
        if not stop or (seen and stop == seen[0]):
            break
        assert await page.evaluate(OUTLINED), stop
        seen.append(stop)
    else:
        raise AssertionError(f"eighty stops, and no end: {seen}")
    for pane in ("bar", "side", "main", "curtain"):
        assert any(stop.startswith(pane) for stop in seen), (pane, seen)
    await page.keyboard.press("Control+.")
    await expect(Newcomer(page).curtain).to_be_hidden()
    await expect(page.get_by_role("button", name="Behind the curtain", exact=True)).to_be_focused()


async def test_a_phone_shows_one_pane_and_the_way_back(page: Page, slack: Playground) -> None:
    newcomer = Newcomer(page)
    await page.set_viewport_size(PHONE)
    await furnish(slack)
    await page.goto(support(slack))
    side, main = page.get_by_role("navigation", name="Conversations"), page.get_by_role("main")
    await expect(newcomer.message("Take this")).to_be_visible()
    await expect(side).to_be_hidden()
    await page.get_by_role("button", name="Back to conversations").click()
    await expect(side).to_be_visible()
    await expect(main).to_be_hidden()
    await side.get_by_role("link", name=re.compile("general")).click()
    await expect(main.get_by_role("heading", name="general").first).to_be_visible()
    await expect(side).to_be_hidden()
    await page.get_by_role("button", name="Back to conversations").click()
    await side.get_by_role("link", name=re.compile("support")).click()
    await newcomer.message("A question").focus()
    await page.keyboard.press("Enter")
    await page.get_by_role("menuitem", name="Reply in thread").click()
    await expect(newcomer.thread).to_be_visible()
    await expect(main).to_be_hidden()
    await newcomer.reply("From afar")
    await page.get_by_role("button", name="Back to the conversation", exact=True).click()
    await expect(newcomer.message("A question")).to_contain_text("1 reply")
    await page.get_by_role("button", name="Behind the curtain", exact=True).click()
    await expect(newcomer.curtain).to_be_visible()
    await expect(main).to_be_hidden()
    await page.get_by_role("button", name="Close the curtain").click()
    await expect(main).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def until_focused(page: Page, selector: str) -> None:
    await page.wait_for_function("(wanted) => document.activeElement.matches(wanted)", arg=selector)
