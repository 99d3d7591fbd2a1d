"""Somebody who tries Ours in the playground's page: clicks, types, looks. Things are found by what they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from playwright.async_api import Locator, Page, expect

CARD = "Why these departments"


@dataclass
class Newcomer:
    page: Page

    # where

    @property
    def room(self) -> Locator:
        """The messages of the conversation."""
        return self.page.get_by_role("main").get_by_role("list", name=re.compile("^Messages in "))

    @property
    def thread(self) -> Locator:
        return self.page.get_by_role("complementary", name="Thread")

    @property
    def curtain(self) -> Locator:
        return self.page.get_by_role("complementary", name="Behind the curtain")

    async def be(self, name: str) -> None:
        """Act as that person."""
        await self.page.get_by_role("button", name="Acting as").click()
        await self.page.get_by_role("combobox", name="Act as …").fill(name)
        await self.page.keyboard.press("Enter")
        await expect(self.page.get_by_role("button", name=f"Acting as {name}")).to_be_visible()

    async def go_to(self, place: str) -> None:
        """A conversation of the side bar."""
        side = self.page.get_by_role("navigation", name="Conversations")
        await side.get_by_role("link", name=re.compile(rf"\b{place}\b")).first.click()
        await expect(self.page.get_by_role("main").get_by_role("heading", name=place).first).to_be_visible()

    async def open_thread(self, words: str) -> None:
        """The thread below the newest message with these words."""
        await self.message(words).get_by_role("button", name=re.compile(r"repl(y|ies)")).click()
        await expect(self.thread.get_by_role("heading", name="Thread")).to_be_visible()

    def message(self, words: str, where: Locator | None = None) -> Locator:
        """The newest message that shows these words."""
        return (where or self.room).get_by_role("listitem").filter(has_text=words).last

    # acting

    async def say(self, text: str) -> None:
        await self._type(self.page.get_by_role("main").get_by_role("combobox", name=re.compile("^Message ")), text)

    async def reply(self, text: str) -> None:
        await self._type(self.thread.get_by_role("combobox", name="Reply"), text)

    async def _type(self, field: Locator, text: str) -> None:
        await field.click()
        for number, line in enumerate(text.split("\n")):
            if number:
                await self.page.keyboard.press("Shift+Enter")
            await self.page.keyboard.insert_text(line)
        await self.page.keyboard.press("Enter")
        await expect(field).to_have_value("")

    async def press(self, label: str, message: Locator) -> None:
        """A button of the app, in that message."""
        await message.get_by_role("button", name=label).first.click()

    async def look_behind_the_curtain(self, message: Locator) -> None:
        """What the app reads in that message, and why."""
        await message.hover()
        await message.get_by_role("button", name="Look behind the curtain").click()
        await expect(self.curtain.get_by_role("heading", name="How Ours reads it")).to_be_visible()

    async def dismiss(self, words: str) -> None:
        """A note over the page."""
        note = self.page.get_by_role("status").locator(".toast").filter(has_text=words)
        await note.get_by_role("button", name="Dismiss").click()

    # time

    async def jump(self, label: str) -> None:
        """One of the buttons beside the clock; returns when what fell due is done."""
        await self.page.get_by_role("banner").get_by_role("button", name=label, exact=True).click()
        await self._caught_up()

    async def wait_a_minute(self) -> None:
        """Until what was under way is done; what no button does, through the control API."""
        for call, body in (("time", {"advance": 55}), ("settle", {"quiet": 0.1}), ("time", {"advance": 5})):
            await self.page.request.post(urljoin(self.page.url, f"/control/{call}"), data=body)

    async def jump_to(self, day: str, time: str) -> None:
        """A day (2026-06-19) and a time (15:00) where the acting person lives."""
        await self.page.get_by_role("button", name="Move the clock. It is").click()
        form = self.page.get_by_role("form", name="Move the clock")
        days = form.get_by_label("Day")
        if await days.locator(f'option[value="{day}"]').count():
            await days.select_option(day)
        else:
            await days.select_option(label="Later …")
            await form.get_by_label("Date").fill(day)
        await form.get_by_label(re.compile("^Time in ")).fill(time)
        await form.get_by_role("button", name="Go there").click()
        await self._caught_up()

    async def _caught_up(self) -> None:
        box = self.page.locator(".clock-box")
        await expect(box).to_have_attribute("aria-busy", "true")
        await expect(box).to_have_attribute("aria-busy", "false", timeout=40_000)
