"""Behind the curtain: what passed between Slack and the app, what the app says of a message, faults, and the clock."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.async_api import Locator, Page, expect

from playground import Playground
from playground.errors import Json
from tests.browser.apps import answers, post
from tests.browser.conftest import async_fixture
from tests.browser.newcomer import Newcomer
from tests.browser.rooms import call, support
from tests.playground.conftest import START, Receiver, until


async def look(message: Json) -> Json:
    """What this app says of a message."""
    return {"sections": [{"title": "How it was read", "rows": [["Reader", message["user"]], ["Score", 7]]}]}


@async_fixture(name="slack")
async def _slack(app: Receiver) -> AsyncIterator[Playground]:
    async with Playground(start=START, events_url=app.url, ack_seconds=2.0, inspect=look) as opened:
        yield opened


async def draw(page: Page, slack: Playground, tab: str) -> Locator:
    """The curtain, open at this tab."""
    await page.goto(support(slack))
    await page.get_by_role("button", name="Behind the curtain", exact=True).click()
    curtain = Newcomer(page).curtain
    await curtain.get_by_role("tab", name=tab).click()
    return curtain


async def test_events_tell_each_attempt(page: Page, slack: Playground, app: Receiver) -> None:
    curtain = await draw(page, slack, "Events")
    await expect(curtain).to_contain_text("Nothing was delivered to the app yet.")
    answers(app, {}, {}, status=500)
    slack.engine.say(channel="#support", user="@tom", text="Hear me")
    entry = curtain.get_by_role("listitem").filter(has_text="Hear me").first
    await expect(entry).to_contain_text("trying again · 2 attempts")
    await entry.get_by_text("message", exact=True).click()
    await expect(entry.get_by_role("listitem")).to_have_count(2)
    slack.clock.advance(60)
    await expect(entry).to_contain_text("delivered · 3 attempts")
    attempts = entry.get_by_role("listitem")
    await expect(attempts.nth(0)).to_contain_text("First attempt")
    await expect(attempts.nth(1)).to_contain_text("500")
    await expect(attempts.nth(2)).to_contain_text("Retry 2 10:01")
    await expect(entry.get_by_label("Envelope")).to_contain_text('"text": "Hear me"')
    await curtain.get_by_role("button", name="Pause").click()
    slack.engine.say(channel="#support", user="@tom", text="And now")
    await expect(curtain.get_by_text("Paused · 1 new")).to_be_visible()
    await expect(curtain.get_by_text("And now")).to_be_hidden()
    await curtain.get_by_role("button", name="Go on showing what is new").click()
    await expect(curtain.get_by_text("And now").first).to_be_visible()
    await curtain.get_by_role("searchbox", name="Search events").fill("hear me")
    await expect(curtain.get_by_text("1 of 2")).to_be_visible()
    await expect(curtain.get_by_text("And now")).to_be_hidden()


async def test_events_say_where_who_and_what(page: Page, slack: Playground) -> None:
    curtain = await draw(page, slack, "Events")
    newest, tom = curtain.get_by_role("list").first.get_by_role("listitem").first, slack.core.user("@tom").id
    ts = slack.engine.say(channel="#support", user="@tom", text="Soon")["ts"]
    await expect(newest).to_contain_text("#support · Tom Becker · Soon")
    slack.engine.edit(channel="#support", user="@tom", ts=ts, text=f"Ask <@{tom}>")
    await expect(newest).to_contain_text("· edited")
    await expect(newest).to_contain_text("#support · Tom Becker · Ask @tom")
    slack.engine.react(channel="#support", user="@maria", ts=ts, name="tada")
    await expect(newest).to_contain_text("#support · Maria Lopez · :tada:")
    await post(slack, "Said by the app")
    await expect(newest).to_contain_text(re.compile("app.s own"))


async def test_calls_tell_what_was_asked_and_answered(page: Page, slack: Playground) -> None:
    curtain = await draw(page, slack, "Calls")
    await expect(curtain).to_contain_text("The app called nothing yet.")
    await post(slack, "Said by the app")
    entry = curtain.get_by_role("listitem").filter(has_text="Said by the app")
    await expect(entry).to_contain_text("#support")
    await entry.get_by_text("chat.postMessage").click()
    await expect(entry.get_by_label("Reply")).to_contain_text('"ok": true')
    slack.engine.fault(kind="ratelimit", method="chat.postMessage", seconds=30)
    room = slack.core.channel("#support").id
    args = {"channel": room, "text": "Said too early"}
    refused = await slack.api.call("chat.postMessage", slack.settings.bot_token, args)
    assert (refused.status, refused.headers["retry-after"]) == (429, "30")
    await expect(curtain.get_by_role("listitem").filter(has_text="early")).to_contain_text("429 · wait 30 s")
    await slack.api.call("conversations.info", slack.settings.bot_token, {"channel": "C0NOWHERE00"})
    await expect(curtain.get_by_role("listitem").filter(has_text="NOWHERE")).to_contain_text("channel_not_found")
    await expect(entry.get_by_label("Reply")).to_be_visible()


async def test_the_app_says_how_it_reads_a_message(page: Page, slack: Playground) -> None:
    newcomer = Newcomer(page)
    ts = slack.engine.say(channel="#support", user="@tom", text="Read me")["ts"]
    await page.goto(support(slack))
    await newcomer.message("Read me").hover()
    await newcomer.message("Read me").get_by_role("button", name="Look behind the curtain").click()
    await expect(newcomer.curtain.get_by_role("tab", name="Message")).to_have_attribute("aria-selected", "true")
    await expect(newcomer.curtain.get_by_role("heading", name="How it was read")).to_be_visible()
    await expect(newcomer.curtain.get_by_role("definition")).to_have_text([slack.core.user("@maria").id, "7"])
    slack.engine.edit(channel="#support", user="@tom", ts=ts, text="Read me anew")
    await expect(newcomer.curtain.get_by_text("Read me anew")).to_be_visible()
    await newcomer.be("Yuki")
    await expect(newcomer.curtain.get_by_role("definition").first).to_have_text(slack.core.user("@yuki").id)


SWITCHES: dict[str, Json] = {
    "Slack answers 429": {"kind": "ratelimit", "method": "chat.postMessage", "times": 1, "seconds": 30},
    "Lose the next reply": {"kind": "drop_reply", "method": "chat.postMessage", "times": 1},
    "Bot down for 3 hours": {"kind": "down", "seconds": 10_800},
    "Deliver twice": {"kind": "duplicate", "times": None},
}


async def test_faults_are_ordered_by_a_switch_and_ended(page: Page, slack: Playground, app: Receiver) -> None:
    curtain = await draw(page, slack, "Faults")
    await expect(curtain).to_contain_text("Nothing is ordered: all goes well.")
    for name, fault in SWITCHES.items():
        switch = curtain.get_by_role("switch", name=name)
        await switch.click()
        await expect(switch).to_be_checked()
        (ordered,) = slack.core.faults.as_json()
        assert {key: ordered[key] for key in fault} == fault
        await expect(switch).to_be_focused()
        await expect(page.get_by_role("button", name="Behind the curtain, 1 fault in force")).to_be_visible()
        if name.startswith("Lose"):
            await curtain.get_by_role("button", name=f"End {ordered['kind']}").click()
        else:
            await switch.click()
        await expect(switch).not_to_be_checked()
        assert slack.core.faults.as_json() == []
    await curtain.get_by_role("switch", name="Deliver twice").click()
    await expect(curtain.get_by_role("tab", name="Faults · 1")).to_be_visible()
    slack.engine.say(channel="#support", user="@tom", text="Hear me twice")
    slack.clock.advance(5)
    await until(lambda: len(app.events("message")) == 2)
    await curtain.get_by_role("switch", name="Bot down for 3 hours").click()
    await expect(curtain.get_by_role("tab", name="Faults · 2")).to_be_visible()
    await page.get_by_role("banner").get_by_role("button", name="+1 hour").click()
    slack.clock.advance(10_800)
    await expect(curtain.get_by_role("tab", name="Faults · 1")).to_be_visible()
    await call(slack, "auth.test")


async def test_what_slack_still_refuses_is_told(page: Page, slack: Playground) -> None:
    curtain = await draw(page, slack, "Faults")
    switch = curtain.get_by_role("switch", name="Slack answers 429")
    await switch.dblclick()
    await expect(switch).to_be_checked()
    assert len(slack.core.faults.as_json()) == 1
    args = {"channel": slack.core.channel("#support").id, "text": "Too early"}
    assert (await slack.api.call("chat.postMessage", slack.settings.bot_token, args)).status == 429
    await expect(curtain).to_contain_text("Slack refuses it until 10:00:")
    slack.clock.advance(40)
    await expect(curtain).to_contain_text("Nothing is ordered: all goes well.")
    await curtain.get_by_role("switch", name="Bot down for 3 hours").click()
    await expect(curtain).to_contain_text("3 hours, until 13:00")
    await expect(page.get_by_role("banner")).to_contain_text("cannot be reached")


async def test_clock_and_faults_wait_until_the_opening_is_played(page: Page, slack: Playground) -> None:
    curtain = await draw(page, slack, "Faults")
    hour = page.get_by_role("banner").get_by_role("button", name="+1 hour")
    switch = curtain.get_by_role("switch", name="Deliver twice")
    await expect(hour).to_be_enabled()
    slack.closed = "Two weeks are played."
    for button in (hour, switch):
        await expect(button).to_be_disabled()
        await button.click(force=True)
        await expect(page.locator("#toasts")).to_contain_text("Not yet: Two weeks are played.")
    assert slack.core.faults.as_json() == []
    assert (slack.clock.now() - START).total_seconds() < 3600
    slack.closed = ""
    await expect(hour).to_be_enabled()
    await expect(switch).to_be_enabled()


async def test_a_long_way_stops_for_what_falls_due(page: Page, slack: Playground) -> None:
    stops: list[str] = []
    slack.clock.on_jump(lambda: stops.append(f"{slack.clock.now().astimezone(ZoneInfo('America/New_York')):%a %H:%M}"))
    await page.goto(support(slack))
    await Newcomer(page).jump_to("2026-11-24", "17:30")
    assert stops == ["Mon 15:00", "Mon 18:00", "Tue 09:00", "Tue 10:00", "Tue 15:00", "Tue 17:30"]


async def test_without_its_playground_the_clock_stands_still(page: Page, slack: Playground, errors: list[str]) -> None:
    await page.clock.install()
    await page.goto(support(slack))
    clock = page.get_by_role("button", name="Move the clock. It is")
    await expect(clock).to_be_enabled()
    await slack.stop()
    notice = page.locator("#notice")
    await expect(notice).to_contain_text("Reconnecting")
    await page.clock.fast_forward(10_000)
    await expect(notice).to_contain_text("The playground does not answer.")
    await expect(notice.get_by_role("button", name="Try again")).to_be_visible()
    await expect(clock).to_be_disabled()
    await page.goto("about:blank")
    errors.clear()


async def test_the_clock_goes_by_the_acting_persons_wall(page: Page, slack: Playground) -> None:
    newcomer = Newcomer(page)

    def wall(zone: str) -> str:
        """To the minute: the playground's seconds go on."""
        return f"{slack.clock.now().astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"

    await page.goto(support(slack))
    await newcomer.jump("+1 hour")
    assert wall("America/New_York") == "2026-11-23 11:00"
    await newcomer.jump("Tomorrow 9:00")
    assert wall("America/New_York") == "2026-11-24 09:00"
    await expect(page.get_by_role("button", name="Move the clock. It is")).to_contain_text("Tue 24 Nov")
    await newcomer.be("Yuki")
    await expect(page.get_by_role("button", name="Move the clock. It is")).to_contain_text("23:00")
    await newcomer.jump("Tomorrow 9:00")
    assert wall("Asia/Tokyo") == "2026-11-25 09:00"
    await newcomer.jump("Next Monday 8:59")
    assert wall("Asia/Tokyo") == "2026-11-30 08:59"
    await newcomer.jump_to("2026-12-02", "18:30")
    assert wall("Asia/Tokyo") == "2026-12-02 18:30"
    before: datetime = slack.clock.now()
    await page.get_by_role("button", name="Move the clock. It is").click()
    form = page.get_by_role("form", name="Move the clock")
    fast = form.get_by_role("button", name=re.compile(r"^60\D$"))
    await fast.click()
    await expect(fast).to_have_attribute("aria-pressed", "true")
    await until(lambda: (slack.clock.now() - before).total_seconds() > 30)
    await form.get_by_label("Time in Tokyo").fill("00:01")
    await form.get_by_role("button", name="Go there").click()
    await expect(page.locator("#toasts")).to_contain_text("That moment has passed")
