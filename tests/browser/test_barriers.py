"""axe-core looks for what would keep people out of the page: in both looks, on a wide window and on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Page, ViewportSize, expect

from playground import Playground
from tests.browser.conftest import async_fixture
from tests.browser.newcomer import Newcomer
from tests.browser.rooms import FORM, field, furnish, open_form, options, support

SERIOUS = {"serious", "critical"}
TOWNS = [f"Town {number}" for number in range(1, 41)]
"""More than a list shows without scrolling."""
PHONE = ViewportSize(width=390, height=844)


@async_fixture(params=["light", "dark"])
async def looked_at(page: Page, request: pytest.FixtureRequest) -> Page:
    await page.emulate_media(color_scheme=request.param, reduced_motion="reduce")
    return page


async def check(page: Page, axe: str) -> None:
    """Nothing serious in what is shown now."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(axe)
    ran = await page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
    found: list[dict[str, Any]] = ran["violations"]
    told = [
        (one["id"], one["help"], [node["html"][:200] for node in one["nodes"]])
        for one in found
        if one["impact"] in SERIOUS
    ]
    assert told == []


async def test_a_room_a_thread_and_the_curtain_keep_nobody_out(looked_at: Page, axe: str, slack: Playground) -> None:
    newcomer, page = Newcomer(looked_at), looked_at
    await furnish(slack)
    await page.goto(support(slack))
    await expect(newcomer.message("Every block")).to_be_visible()
    await check(page, axe)
    await newcomer.open_thread("a thread begins")
    await check(page, axe)
    await page.get_by_role("button", name="Behind the curtain", exact=True).click()
    for tab in ("Events", "Calls", "Message", "Faults"):
        await newcomer.curtain.get_by_role("tab", name=tab).click()
        await check(page, axe)
    await page.get_by_role("button", name="Acting as").click()
    await check(page, axe)


async def test_a_phone_keeps_nobody_out(looked_at: Page, axe: str, slack: Playground) -> None:
    newcomer, page = Newcomer(looked_at), looked_at
    await page.set_viewport_size(PHONE)
    await furnish(slack)
    await page.goto(support(slack))
    await expect(newcomer.message("Every block")).to_be_visible()
    await check(page, axe)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.get_by_role("button", name="Back to conversations").click()
    await check(page, axe)


async def test_a_form_keeps_nobody_out(looked_at: Page, axe: str, slack: Playground) -> None:
    page = looked_at
    await page.goto(support(slack))
    dialog = page.get_by_role("dialog", name="Every input")
    town = field("Town", {"type": "static_select", "options": options(*TOWNS)}, optional=True)
    await open_form(slack, {**FORM, "blocks": [*FORM["blocks"], town]})
    await expect(dialog).to_be_visible()
    await check(page, axe)
    await dialog.get_by_role("button", name="Send", exact=True).click()
    await check(page, axe)
    await dialog.get_by_label("Town").press("ArrowDown")
    await expect(page.get_by_role("option")).to_have_count(len(TOWNS))
    await check(page, axe)
