"""Where people write: what is completed, what is kept, what the keys do, what a command that fails says."""

from __future__ import annotations

import asyncio
import re

import pytest
from playwright.async_api import Locator, Page, Route, expect

from playground import Playground
from tests.browser.apps import answers
from tests.browser.newcomer import Newcomer
from tests.browser.rooms import support
from tests.playground.conftest import Receiver, until

PASTE = """(field) => {
  const data = new DataTransfer();
  data.items.add(new File([Uint8Array.of(0x66, 0xfc, 0x72, 0x0d, 0x0a)], "pasted.txt", { type: "text/plain" }));
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(name="slack")
def _slack(answered: Playground) -> Playground:
    return answered


def field(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("combobox", name=re.compile("^Message "))


def commands(slack: Playground) -> list[tuple[str, str]]:
    """What the app heard."""
    payloads = [one["payload"] for one in slack.core.interactions if one["kind"] == "slash_commands"]
    return [(one["command"], one["text"]) for one in payloads]


async def test_what_is_typed_is_completed(page: Page, slack: Playground, app: Receiver) -> None:
    await page.goto(support(slack))
    box, keys = field(page), page.keyboard
    offered = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    await box.press_sequentially("/o")
    await expect(offered).to_have_text(["/ours mine | allWhat we own"])
    await keys.press("Enter")
    await expect(box).to_have_value("/ours ")
    answers(app, {"response_type": "ephemeral", "text": "Nothing is yours."})
    await keys.type("mine @to")
    await expect(offered.first).to_contain_text("Tom Becker")
    await keys.press("Tab")
    await expect(box).to_have_value("/ours mine @tom ")
    await keys.press("Enter")
    await expect(Newcomer(page).message("Nothing is yours.")).to_contain_text("Only visible to you")
    assert commands(slack) == [("/ours", f"mine <@{slack.core.user('@tom').id}|tom>")]
    for typed, words in (("#cust", "#customers "), (":rocke", ":rocket: "), ("@supp", "@support-team ")):
        await keys.type(f"{typed}")
        await expect(offered.first).to_be_visible()
        await keys.press("Enter")
        await expect(box).to_have_value(re.compile(f"{words}$"))
    await keys.type("@yu")
    await keys.press("Escape")
    await expect(offered).to_have_count(0)
    await keys.press("Enter")
    await expect(box).to_have_value("")
    await expect(Newcomer(page).message("#customers")).to_contain_text("@yu")
    customers, group = slack.core.channel("#customers"), next(iter(slack.core.world.usergroups))
    newest = slack.core.channel("#support").messages[slack.core.channel("#support").order[-1]]
    assert newest.text == f"<#{customers.id}|customers> :rocket: <!subteam^{group}> @yu"


async def test_drafts_stay_where_they_were_written(page: Page, slack: Playground) -> None:
    newcomer = Newcomer(page)
    await page.goto(support(slack))
    await field(page).fill("Half a thought\nabout support")
    await newcomer.go_to("general")
    await expect(field(page)).to_be_focused()
    await expect(field(page)).to_have_value("")
    await field(page).fill("Another one")
    await newcomer.be("Tom")
    await expect(field(page)).to_have_value("")
    await newcomer.be("Maria")
    await expect(field(page)).to_have_value("Another one")
    await newcomer.go_to("support")
    await expect(field(page)).to_have_value("Half a thought\nabout support")
    await page.reload()
    await expect(field(page)).to_have_value("Half a thought\nabout support")
    await field(page).press("Enter")
    await expect(newcomer.message("Half a thought")).to_contain_text("about support")
    await page.reload()
    await expect(newcomer.message("Half a thought")).to_be_visible()
    await expect(field(page)).to_have_value("")


async def test_keys_edit_the_last_message_and_leave_it(page: Page, slack: Playground) -> None:
    newcomer, keys = Newcomer(page), page.keyboard
    root = slack.engine.say(channel="#support", user="@maria", text="First of mine")["ts"]
    slack.engine.say(channel="#support", user="@maria", text="A reply of mine", thread_ts=root)
    slack.engine.say(channel="#support", user="@tom", text="Of Tom")
    await page.goto(support(slack))
    await expect(newcomer.message("Of Tom")).to_be_visible()
    editor = page.get_by_role("combobox", name="Edit message")
    await field(page).press("ArrowUp")
    await expect(editor).to_be_focused()
    await expect(editor).to_have_value("First of mine")
    await editor.fill("Never mind")
    slack.engine.react(channel="#support", user="@tom", ts=root, name="eyes")
    await expect(newcomer.room.get_by_role("button", name="eyes")).to_be_visible()
    await expect(editor).to_be_focused()
    await expect(editor).to_have_value("Never mind")
    await newcomer.be("Tom")
    await expect(newcomer.message("First of mine")).to_be_visible()
    await expect(editor).to_be_hidden()
    await newcomer.be("Maria")
    await expect(editor).to_have_value("Never mind")
    await editor.focus()
    await keys.press("Escape")
    await expect(editor).to_be_hidden()
    await expect(field(page)).to_be_focused()
    await keys.press("ArrowUp")
    await editor.fill("First, and better")
    await keys.press("Enter")
    await expect(newcomer.message("First, and better")).to_contain_text("(edited)")
    await expect(field(page)).to_be_focused()


async def test_what_could_not_be_sent_stands_above_what_was_typed_meanwhile(
    page: Page, slack: Playground, errors: list[str]
) -> None:
    typed = asyncio.Event()

    async def fail(route: Route) -> None:
        await typed.wait()
        await route.abort()

    await page.route("**/control/say", fail)
    await page.goto(support(slack))
    for text in ("First", "Second"):
        await field(page).fill(text)
        await field(page).press("Enter")
        await expect(field(page)).to_have_value("")
    await field(page).fill("Third")
    typed.set()
    await expect(field(page)).to_have_value("First\nSecond\nThird")
    await page.keyboard.type(" and last")
    await expect(field(page)).to_have_value("First\nSecond\nThird and last")
    errors.clear()


async def test_a_file_is_pasted_and_sent(page: Page, slack: Playground) -> None:
    newcomer = Newcomer(page)
    await page.goto(support(slack))
    files = page.get_by_role("list", name="Files to send")
    for _ in range(2):
        await field(page).evaluate(PASTE)
    await expect(files.get_by_role("listitem")).to_have_count(2)
    await files.get_by_role("button", name="Remove pasted.txt").first.click()
    await newcomer.go_to("general")
    await expect(files).to_be_hidden()
    await newcomer.go_to("support")
    await field(page).fill("Look at this")
    await field(page).press("Enter")
    message = newcomer.message("Look at this")
    await expect(message).to_contain_text("pasted.txt")
    await expect(files).to_be_hidden()
    async with page.expect_download() as downloading:
        await message.get_by_role("link", name="pasted.txt").click()
    assert (await (await downloading.value).path()).read_bytes() == b"f\xfcr\r\n"


async def test_a_command_that_fails_says_so_where_it_was_typed(
    page: Page, slack: Playground, app: Receiver, errors: list[str]
) -> None:
    newcomer = Newcomer(page)
    await page.goto(support(slack))
    app.pauses.append(2.2)
    await newcomer.say("/ours mine")
    await expect(newcomer.message("waiting for Ours")).to_be_visible()
    note = newcomer.message("/ours failed with the error “operation_timeout”.")
    await expect(note).to_contain_text("Only visible to you")
    await note.get_by_role("button", name="Dismiss").click()
    await expect(note).to_be_hidden()
    answers(app, {}, status=500)
    await newcomer.say("/ours all")
    await expect(newcomer.message("/ours failed with the error “http_500”.")).to_be_visible()
    await field(page).fill("/unknown thing")
    await field(page).press("Enter")
    await expect(page.locator("#toasts")).to_contain_text("/unknown")
    await until(lambda: len(commands(slack)) == 2)
    await expect(field(page)).to_have_value("/unknown thing")
    assert len(errors) == 1, "the playground answers 400"
    errors.clear()
