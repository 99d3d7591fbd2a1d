"""Each kind of block and element that Ours uses, as its own messages and forms have it, is one that the page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

import pytest
from playwright.async_api import Page, expect

from playground import Playground
from playground.errors import Json
from tests.browser.apps import actions, heard, open_with, post
from tests.browser.rooms import button, call, plain, support
from tests.unit.messages.message_world import World, all_forms, all_homes, all_messages


@pytest.fixture(name="slack")
def _slack(answered: Playground) -> Playground:
    return answered


def kind(block: Json) -> tuple[str, ...]:
    """Of the block, and of what one can use in it."""
    used = [block.get("element"), block.get("accessory"), *block.get("elements", ())]
    return (block["type"], *sorted({one["type"] for one in used if isinstance(one, dict)}))


def one_of_each(blocks: Iterable[Json]) -> list[Json]:
    """The first of each kind, with ids that differ."""
    found: dict[tuple[str, ...], Json] = {}
    for block in blocks:
        found.setdefault(kind(block), deepcopy(block))
    for number, block in enumerate(found.values()):
        block["block_id"] = f"block{number}"
        for place, one in enumerate((block.get("element"), block.get("accessory"), *block.get("elements", ()))):
            if isinstance(one, dict) and "action_id" in one:
                one["action_id"] = f"{one['action_id']}.{number}.{place}"
                one.pop("focus_on_load", None)
            if isinstance(one, dict):
                for named in [name for name in one if name.startswith("initial_") and name.endswith(LEADS_NOWHERE)]:
                    del one[named]
    return list(found.values())


LEADS_NOWHERE = ("user", "users", "channel", "channels", "conversation", "conversations")
"""Their ids are those of another workspace."""


OURS = '.b-block[data-block^="block"]'


def in_messages() -> Iterator[Json]:
    for message in all_messages(World()):
        yield from message.blocks


def in_forms() -> Iterator[Json]:
    for view in all_forms(World()):
        yield from view["blocks"]


def on_homes() -> Iterator[Json]:
    for view in all_homes(World()):
        yield from view["blocks"]


async def test_in_a_message_in_a_form_and_on_a_home(page: Page, slack: Playground) -> None:
    said, asked, home = one_of_each(in_messages()), one_of_each(in_forms()), one_of_each(on_homes())
    kinds = {one for block in (*said, *asked, *home) for one in kind(block)}
    assert {"overflow", "static_select", "file_input", "external_select", "datetimepicker", "radio_buttons"} <= kinds
    await post(slack, "What Ours says", *said)
    await post(slack, "Open a form", actions(button("Open it")))
    await page.goto(support(slack))
    main = page.get_by_role("main")
    await expect(main.locator(OURS)).to_have_count(len(said))
    payload = await heard(slack, "block_actions", page.get_by_role("button", name="Open it").click())
    await open_with(slack, payload, {"type": "modal", "title": plain("All"), "submit": plain("Send"), "blocks": asked})
    form = page.get_by_role("dialog", name="All")
    await expect(form.locator(OURS)).to_have_count(len(asked))
    await expect(page.locator(".b-unknown")).to_have_count(0)
    await page.keyboard.press("Escape")
    maria = slack.core.user("@maria").id
    await call(slack, "views.publish", user_id=maria, view={"type": "home", "blocks": home})
    await page.get_by_role("navigation", name="Conversations").get_by_role("link", name="Ours").click()
    await expect(main.locator(OURS)).to_have_count(len(home))
    await expect(page.locator(".b-unknown")).to_have_count(0)


async def test_what_one_can_press_is_never_folded_away(page: Page, slack: Playground) -> None:
    lines = [{"type": "section", "text": {"type": "mrkdwn", "text": f"Line {number}"}} for number in range(45)]
    await post(slack, "Words alone", *lines)
    await post(slack, "Words to act on", *lines, actions(button("Take it")))
    await page.goto(support(slack))
    await expect(page.get_by_role("button", name="Show more")).to_have_count(1)
    await expect(page.get_by_role("button", name="Take it")).to_be_in_viewport()
