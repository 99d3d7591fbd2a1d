"""A newcomer tries Ours in `make demo`, from the first review to Monday's digest, by clicking and typing alone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, picture
from tests.browser.measuring import shown_after, told
from tests.browser.newcomer import CARD, Newcomer

REVIEW = (
    "This came in on Trustpilot: https://www.trustpilot.com/reviews/77ab2c91d0\n"
    "> I sent the kettle back and was charged twice for the new one, and nobody answers my mails. (Rosa)"
)
WORDS = "charged twice for the new one"
SPAN = 20
PROMISE = "Thanks Tom! I'll get back to her by Friday EOD."


Tell = Callable[[str, object], None]


async def test_from_a_review_to_mondays_digest(demo: Demo, page: Page, record_property: Tell) -> None:
    newcomer = Newcomer(page)
    await page.goto(demo.address)
    await newcomer.be("Maria")
    await newcomer.go_to("customers")
    await newcomer.say(REVIEW)
    await newcomer.open_thread(WORDS)
    card = newcomer.message(CARD, newcomer.thread)
    await expect(card).to_contain_text("Finance")
    await expect(card).to_contain_text("Customer Service")
    await share_the_work(newcomer)
    await promise(newcomer)
    await keep_it_on_friday(newcomer)
    await read_the_digest(newcomer)
    record_property("measured", told("share → card", await share_often(newcomer)))
    record_property("measured", told("click → change", await click_often(newcomer)))


async def share_the_work(newcomer: Newcomer) -> None:
    """Two people of two departments are on it."""
    card = newcomer.message(CARD, newcomer.thread)
    await newcomer.press("I'm on it", card)
    await expect(card).to_contain_text("@Maria — Customer Service, lead")
    await newcomer.be("Tom")
    await newcomer.press("I'm on it", card)
    await expect(card).to_contain_text("@Tom — Finance")
    await picture(newcomer.page, "card")
    await look_behind_the_curtain(newcomer)


async def look_behind_the_curtain(newcomer: Newcomer) -> None:
    """How the review was read, and what the ledger keeps of it."""
    page, curtain = newcomer.page, newcomer.curtain
    await newcomer.thread.get_by_role("button", name="Close thread").click()
    await newcomer.look_behind_the_curtain(newcomer.message(WORDS))
    await expect(curtain).to_contain_text("charged twice")
    await expect(curtain.get_by_role("heading", name="In the ledger")).to_be_visible()
    await picture(page, "curtain")
    await curtain.get_by_role("tab", name="Calls").click()
    await expect(curtain).to_contain_text("chat.postMessage")
    await curtain.get_by_role("button", name="Close the curtain").click()
    await newcomer.open_thread(WORDS)


async def promise(newcomer: Newcomer) -> None:
    await newcomer.be("Maria")
    await newcomer.reply(PROMISE)
    offer = newcomer.message("Shall I keep this promise for you?", newcomer.thread)
    await expect(offer).to_contain_text("Only visible to you")
    await expect(offer).to_contain_text("Due Friday 19 June, 17:00.")
    await picture(newcomer.page, "promise")
    await newcomer.press("Track it", offer)
    await expect(newcomer.thread).to_contain_text("Tracked")


async def keep_it_on_friday(newcomer: Newcomer) -> None:
    await newcomer.jump_to("2026-06-19", "15:01")
    await newcomer.go_to("Ours")
    nudge = newcomer.message("You promised this for today 17:00")
    await expect(nudge).to_contain_text("I'll get back to her by Friday EOD.")
    await newcomer.dismiss("It is Fri 19 Jun")
    await picture(newcomer.page, "nudge")
    await newcomer.press("Done", nudge)
    await expect(newcomer.message("Kept. Thank you.")).to_contain_text("I'll get back to her by Friday EOD.")


async def read_the_digest(newcomer: Newcomer) -> None:
    await newcomer.jump("Next Monday 8:59")
    await newcomer.jump("+1 hour")
    await newcomer.go_to("company")
    digest = newcomer.message("Your week with your customers")
    for words in ("15 to 22 June", "1 mention", "1 owned together", "1 kept on time", "Thank you for sharing"):
        await expect(digest).to_contain_text(words)
    await picture(newcomer.page, "digest")


async def share_often(newcomer: Newcomer) -> list[float]:
    """Twenty reviews, each a minute after the one before."""
    await newcomer.go_to("customers")
    times = []
    for number in range(SPAN):
        await newcomer.wait_a_minute()
        words = f"https://www.trustpilot.com/reviews/{number:010} Parcel {number} never came and I want a refund!"
        shown = f"""[...document.querySelectorAll("main li")].some((one) =>
            one.textContent.includes("Parcel {number} never") && one.textContent.includes("1 reply"))"""
        times.append(await shown_after(newcomer.page, "keydown", shown, lambda: newcomer.say(words)))  # noqa: B023
    return times


async def click_often(newcomer: Newcomer) -> list[float]:
    """Take part in one of them, step back, and again."""
    await newcomer.open_thread("Parcel 0 never")
    card = newcomer.message(CARD, newcomer.thread)
    times = []
    for number in range(SPAN):
        label, there = ("Step back", "") if number % 2 else ("I'm on it", "!")
        shown = f"""!{there}[...document.querySelectorAll("aside li")].some((one) =>
            one.textContent.includes("{CARD}") && one.textContent.includes("@Maria —"))"""
        times.append(await shown_after(newcomer.page, "click", shown, lambda: newcomer.press(label, card)))  # noqa: B023
    return times
