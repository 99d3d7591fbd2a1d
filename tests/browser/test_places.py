"""Conversations as people find them: what is new, what is whose, how one gets in, and what was said long ago."""

from __future__ import annotations

import re

from playwright.async_api import Locator, Page, expect

from playground import Playground
from tests.browser.newcomer import Newcomer
from tests.browser.rooms import call, support
from tests.playground.conftest import START

SEEN = """(state) => {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def line(page: Page, place: str) -> Locator:
    """A conversation in the side bar."""
    return page.get_by_role("navigation", name="Conversations").get_by_role("link", name=re.compile(rf"^{place}\b"))


async def test_what_is_new_stands_out_until_it_is_read(page: Page, slack: Playground) -> None:
    newcomer, say = Newcomer(page), slack.engine.say
    await page.goto(support(slack))
    await expect(newcomer.room).to_be_attached()
    await expect(line(page, "general")).not_to_contain_text("unread")
    root = say(channel="#general", user="@maria", text="My question")["ts"]
    say(channel="#general", user="@tom", text="Old news")
    await expect(line(page, "general")).to_have_accessible_name("general , 1 unread")
    await expect(line(page, "general").locator(".badge")).to_be_hidden()
    say(channel="#general", user="@tom", text="Look @maria")
    say(channel="#general", user="@yuki", text="An answer", thread_ts=root)
    await expect(line(page, "general")).to_have_accessible_name("general , 3 unread")
    await expect(line(page, "general").locator(".badge")).to_have_text("1")
    say(channel="@maria", user="@tom", text="A word with you")
    await expect(line(page, "Tom Becker")).to_have_accessible_name("Tom Becker , 1 unread")
    await expect(page).to_have_title(re.compile(r"^\(2\) #support"))
    say(channel="#support", user="@tom", text="Here and now")
    await expect(newcomer.message("Here and now")).to_be_visible()
    await expect(line(page, "support")).not_to_contain_text("unread")
    await line(page, "general").click()
    await expect(newcomer.room.get_by_text("New", exact=True)).to_be_visible()
    await expect(line(page, "general").locator(".badge")).to_be_hidden()
    await line(page, "Tom Becker").click()
    await expect(newcomer.message("A word with you")).to_be_visible()
    await expect(page).to_have_title(re.compile(r"^Tom"))
    await newcomer.go_to("random")
    for place in ("general", "Tom Becker"):
        await expect(line(page, place)).not_to_contain_text("unread")
    say(channel="#general", user="@tom", text="And more")
    await line(page, "general").click()
    await expect(newcomer.message("And more")).to_contain_text("Tom Becker")


async def test_a_link_to_what_is_not_there_says_so(page: Page, slack: Playground) -> None:
    ts = slack.engine.say(channel="#support", user="@tom", text="Soon gone")["ts"]
    link, toasts = f"{slack.url}/archives/{slack.core.channel('#support').id}/p", page.locator("#toasts")
    await page.goto(link + ts.replace(".", ""))
    await expect(Newcomer(page).message("Soon gone")).to_be_visible()
    slack.engine.delete(channel="#support", user="@tom", ts=ts)
    await expect(toasts).to_contain_text("That message is not here")
    await page.goto(link + "1000000000000000")
    await expect(toasts).to_contain_text("That message is not here")


async def test_what_is_for_some_alone_is_not_shown_to_others(page: Page, slack: Playground) -> None:
    newcomer, maria = Newcomer(page), slack.core.user("@maria").id
    slack.engine.say(channel="#support", user="@tom", text="For all")
    slack.engine.say(channel="#deals", user="@lena", text="A secret")
    room = slack.core.channel("#support").id
    await call(slack, "chat.postEphemeral", channel=room, user=maria, text="For you alone")
    await page.goto(support(slack))
    await expect(newcomer.message("For you alone")).to_contain_text("Only visible to you")
    await expect(line(page, "deals")).to_have_accessible_name("deals , private, 1 unread")
    await newcomer.go_to("deals")
    await expect(newcomer.message("A secret")).to_be_visible()
    await newcomer.be("Tom")
    await expect(line(page, "leads")).to_be_visible()
    await expect(line(page, "deals")).to_be_hidden()
    await newcomer.go_to("support")
    await expect(newcomer.message("For all")).to_be_visible()
    await expect(page.get_by_text("For you alone")).to_be_hidden()
    await page.goto(f"{slack.url}/?as={slack.core.user('@tom').id}&room={slack.core.channel('#deals').id}")
    await expect(page.get_by_role("heading", name="You cannot see this conversation")).to_be_visible()
    await expect(page.get_by_text("A secret")).to_be_hidden()
    await newcomer.be("Gus")
    await expect(line(page, "customers")).to_be_visible()
    await expect(line(page, "general")).to_be_hidden()
    await newcomer.be("Maria")
    await newcomer.go_to("support")
    await newcomer.message("For you alone").hover()
    await page.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name="Dismiss message").click()
    await expect(page.get_by_text("For you alone")).to_be_hidden()


async def test_who_leaves_a_private_channel_is_asked_first(page: Page, slack: Playground) -> None:
    newcomer, sure = Newcomer(page), page.get_by_role("dialog", name="Leave #deals?")
    await page.goto(support(slack))
    await newcomer.go_to("deals")
    for answer in ("Cancel", "Leave"):
        await expect(line(page, "deals")).to_be_visible()
        await page.get_by_role("main").get_by_role("button", name="deals", exact=True).click()
        await page.get_by_role("menuitem", name="Leave #deals").click()
        await sure.get_by_role("button", name=answer, exact=True).click()
        await expect(sure).to_be_hidden()
    await expect(line(page, "deals")).to_be_hidden()


async def test_a_memory_of_another_world_is_no_dead_end(page: Page, slack: Playground) -> None:
    maria, bot = slack.core.user("@maria").id, slack.core.installation(slack.core.user("@maria").team)
    assert bot
    slack.engine.join(channel="#general", user=bot.user, inviter="@maria")
    await page.goto(f"{slack.url}/?as={maria}&room=C0ELSEWHERE")
    await expect(page.get_by_role("heading", name="You cannot see this conversation")).to_be_visible()
    await page.goto(f"{slack.url}/?as={maria}")
    await expect(page.get_by_role("combobox", name="Message #general")).to_be_visible()
    await expect(page).to_have_url(re.compile(rf"room={slack.core.channel('#general').id}"))


async def test_who_comes_first_lands_where_one_can_begin(page: Page) -> None:
    async with Playground(start=START, landing="#random") as slack:
        slack.engine.say(channel="#general", user="@tom", text="This is unread")
        await page.goto(slack.url)
        await expect(page.get_by_role("combobox", name="Message #random")).to_be_visible()
        await page.goto("about:blank")


async def test_a_page_that_nobody_sees_holds_no_stream(page: Page, slack: Playground) -> None:
    newcomer = Newcomer(page)
    await page.goto(support(slack))
    slack.engine.say(channel="#support", user="@tom", text="Before")
    await expect(newcomer.message("Before")).to_be_visible()
    async with page.expect_event("requestfailed", lambda request: "/page/live" in request.url):
        await page.evaluate(SEEN, "hidden")
    slack.engine.say(channel="#support", user="@tom", text="Meanwhile")
    await page.evaluate(SEEN, "visible")
    await expect(newcomer.message("Meanwhile")).to_be_visible()


async def test_one_joins_a_channel_and_writes_to_a_person(page: Page, slack: Playground) -> None:
    newcomer = Newcomer(page)
    slack.engine.say(channel="#engineering", user="@tom", text="It is built")
    await page.goto(support(slack))
    await newcomer.go_to("engineering")
    await expect(newcomer.message("It is built")).to_be_visible()
    await expect(page.get_by_role("combobox", name="Message #engineering")).to_be_hidden()
    await page.get_by_role("button", name="Join channel").click()
    await expect(page.get_by_role("combobox", name="Message #engineering")).to_be_focused()
    await newcomer.say("Thank you")
    await expect(newcomer.message("Thank you")).to_be_visible()
    assert slack.core.user("@maria").id in slack.core.channel("#engineering").members
    await page.get_by_role("button", name="New direct message").click()
    await page.get_by_role("combobox", name="Write to").fill("amara")
    await page.keyboard.press("Enter")
    await write_quickly(newcomer, slack)
    await newcomer.be("Yuki")
    await expect(line(page, "Maria Lopez")).to_be_hidden()
    await newcomer.be("Amara")
    await line(page, "Maria Lopez").click()
    await expect(newcomer.message("Hello Amara")).to_be_visible()
    await page.keyboard.press("Control+k")
    await page.get_by_role("combobox", name="Jump to").fill("cust")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("combobox", name="Message #customers")).to_be_visible()
    await page.go_back()
    await expect(newcomer.message("Hello Amara")).to_be_visible()
    await page.go_forward()
    await expect(page.get_by_role("combobox", name="Message #customers")).to_be_visible()


async def write_quickly(newcomer: Newcomer, slack: Playground) -> None:
    """The first words to Amara make the conversation, while more are typed."""
    page = newcomer.page
    field = page.get_by_role("combobox", name="Message Amara Okafor")
    await field.focus()
    for number in range(9):
        await page.keyboard.type(f"Hello Amara {number}")
        await page.keyboard.press("Enter")
    await page.keyboard.type("And one")
    await expect(newcomer.message("Hello Amara 8")).to_be_visible()
    await expect(field).to_be_focused()
    await expect(field).to_have_value("And one")
    direct = slack.core.open_im(slack.core.user("@maria").id, slack.core.user("@amara").id)
    said = [one.text for one in direct.messages.values()]
    assert said == [f"Hello Amara {number}" for number in range(9)]
    await page.keyboard.press("Enter")
    await expect(newcomer.message("And one")).to_be_visible()
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_role("combobox", name="Edit message")).to_have_value("And one")
    await page.keyboard.press("Escape")


async def test_what_was_said_long_ago_comes_when_one_scrolls_up(page: Page, slack: Playground) -> None:
    newcomer = Newcomer(page)
    first = slack.engine.say(channel="#support", user="@tom", text="Message number 0.")["ts"]
    for number in range(1, 160):
        slack.engine.say(channel="#support", user="@tom", text=f"Message number {number}.")
    await page.goto(support(slack))
    await expect(newcomer.message("number 159.")).to_be_in_viewport()
    assert await newcomer.message("number 30.").count() == 0
    await newcomer.room.hover()
    await page.mouse.wheel(0, -20_000)
    await expect(newcomer.message("number 0.")).to_be_attached()
    await expect(newcomer.message("number 60.")).to_be_in_viewport()
    slack.engine.say(channel="#support", user="@tom", text="Meanwhile")
    await page.get_by_role("button", name="New messages").click()
    await expect(newcomer.message("Meanwhile")).to_be_in_viewport()
    room = slack.core.channel("#support").id
    await page.goto(f"{slack.url}/archives/{room}/p{first.replace('.', '')}")
    await expect(newcomer.message("number 0.")).to_be_in_viewport()


async def test_a_page_that_lost_its_playground_goes_on_by_itself(
    page: Page, slack: Playground, errors: list[str]
) -> None:
    newcomer = Newcomer(page)
    await page.goto(support(slack))
    await newcomer.say("Before")
    port = int(slack.url.rpartition(":")[2])
    await slack.stop()
    await expect(page.get_by_role("status").filter(has_text="Reconnecting")).to_be_visible()
    await page.get_by_role("combobox", name="Message #support").fill("Not lost")
    await page.keyboard.press("Enter")
    await expect(page.locator("#toasts")).to_contain_text("The playground does not answer")
    await expect(page.get_by_role("combobox", name="Message #support")).to_have_value("Not lost")
    again = Playground(start=START)
    await again.start(port)
    try:
        await expect(newcomer.message("Before")).to_be_hidden()
        await expect(page.get_by_text("Reconnecting")).to_be_hidden()
        await page.keyboard.press("Enter")
        await expect(newcomer.message("Not lost")).to_be_visible()
        await page.goto("about:blank")
    finally:
        await again.stop()
    errors.clear()
