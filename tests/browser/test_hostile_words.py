"""Whatever people type and apps send becomes text: nothing of it is run, or linked to what would run."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from playground import Playground
from tests.browser.newcomer import Newcomer
from tests.browser.rooms import call, mrkdwn, plain, support

SCRIPT = "<script>window.wasRun = 1</script><img src=x onerror='window.wasRun = 2'>"
HOSTILE = {
    "a script": SCRIPT,
    "a link to code": "<javascript:window.wasRun=3|click me> [me too](javascript:window.wasRun=4)",
    "a link to data": "<data:text/html,<script>window.wasRun=5</script>|look>",
    "markup of Slack that never ends": "<" * 400 + "*_~`" * 400,
    "control characters": "before\x00\x01\x1b[31m\x7f\u0085 after",
    "words that turn around": "\u202eright to left \u2066and back",
    "forty thousand characters": "long " * 8_000,
}
SAFE = """() => {
  const links = [...document.querySelectorAll("a[href], area[href]")].map((one) => one.getAttribute("href"));
  const code = links.filter((one) => /^\\s*(javascript|data|vbscript):/i.test(one));
  const made = document.querySelectorAll("main script, main img[onerror], main iframe, main object").length;
  return [window.wasRun ?? 0, code, made];
}"""


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_people_write_is_shown_as_text(page: Page, slack: Playground, name: str) -> None:
    words = HOSTILE[name]
    slack.engine.say(channel="#support", user="@tom", text=f"begin {words}", raw=True)
    slack.engine.say(channel="#support", user="@yuki", text="a neighbour")
    await page.goto(support(slack))
    newcomer = Newcomer(page)
    await expect(newcomer.message("begin")).to_be_visible()
    await expect(newcomer.message("a neighbour")).to_be_visible()
    assert await page.evaluate(SAFE) == [0, [], 0]


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_an_app_sends_is_shown_as_text(page: Page, slack: Playground, name: str) -> None:
    words = HOSTILE[name][:2_900]
    room = slack.core.channel("#support").id
    blocks = [
        {"type": "section", "text": mrkdwn(f"begin {words}")},
        {"type": "section", "text": plain(words), "fields": [mrkdwn(words[:1_900])]},
        {"type": "context", "elements": [plain(words[:1_900])]},
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}],
        },
    ]
    await call(slack, "chat.postMessage", channel=room, text=words, blocks=blocks)
    await page.goto(support(slack))
    await expect(Newcomer(page).message("begin")).to_be_visible()
    assert await page.evaluate(SAFE) == [0, [], 0]


async def test_a_script_that_is_typed_is_read_as_it_was_typed(page: Page, slack: Playground) -> None:
    await page.goto(support(slack))
    newcomer = Newcomer(page)
    await newcomer.say(SCRIPT)
    await expect(newcomer.message(SCRIPT)).to_be_visible()
    assert await page.evaluate(SAFE) == [0, [], 0]
