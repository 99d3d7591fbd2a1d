"""Pictures of the playground's page, of one message or one form at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.async_api import Error, Locator, Page, async_playwright, expect

from tests.book.readable import Json
from tests.browser.conftest import chromium

PATIENCE = 15_000  # milliseconds
WIDE = "#thread { width: 620px !important; } li.message { border-radius: 0 !important; max-width: 720px; }"
"""Threads and conversations about as wide as people have them."""
ALONE = f"{WIDE} dialog {{ display: none !important; }}"
"""No form lies over them."""


@dataclass
class Camera:
    page: Page
    address: str
    folder: Path

    async def take_message(self, user_id: str, message: Json, name: str) -> None:
        place = {"as": user_id, "room": message["channel"], "tab": "messages"}
        thread = message.get("thread_ts", "")
        if thread and thread != message["ts"]:
            place["thread"] = thread
        await self._look(place, ALONE)
        pane = "#thread" if "thread" in place else "#main"
        shown = self.page.locator(f'{pane} li.message[data-ts="{message["ts"]}"]')
        await expect(shown).to_be_visible(timeout=PATIENCE)
        for more in await shown.locator(".b-more:visible").all():
            await more.dispatch_event("click")
        await self._take(shown, name)

    async def take_home(self, user_id: str, bot_id: str, name: str) -> None:
        await self._look({"as": user_id, "room": bot_id, "tab": "home"}, ALONE)
        await self._take(self.page.locator(".home-inner"), name)

    async def take_form(self, user_id: str, name: str) -> None:
        await self._look({"as": user_id}, WIDE)
        await self._take(self.page.locator("dialog.v-modal"), name)

    async def _look(self, place: dict[str, str], style: str) -> None:
        await self.page.goto(f"{self.address}/?{urlencode(place)}")
        await self.page.add_style_tag(content=style)

    async def _take(self, shown: Locator, name: str) -> None:
        await expect(shown).to_be_visible(timeout=PATIENCE)
        await self.page.mouse.move(2, 2)
        for tries_left in (2, 1, 0):
            try:
                await shown.screenshot(path=self.folder / name, animations="disabled")
            except Error:  # what is seen was drawn anew in that moment
                if not tries_left:
                    raise
            else:
                return


@asynccontextmanager
async def open_camera(address: str, folder: Path) -> AsyncIterator[Camera]:
    """Looks at the playground at that address, in the light look."""
    async with async_playwright() as playwright:
        # Chromium refuses its sandbox to root, which is who tests in a container.
        browser = await playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1400, "height": 1400}, color_scheme="light", bypass_csp=True)
        yield Camera(page, address, folder)
        await browser.close()
