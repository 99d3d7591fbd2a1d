"""The demo as people run it: the page, the two weeks told once, and a replay of a few texts. It meets no setting of the
operator's.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest

from bot.__main__ import main
from bot.demo import company, story
from bot.demo.live import has_desktop, hint, open_page, play_history, run
from bot.demo.stage import Spot, Stage, StoryStuck
from playground import Playground


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An operator's folder and environment, and a temporary folder of our own to look into."""
    folder, temporary = tmp_path / "operator", tmp_path / "temporary"
    folder.mkdir()
    temporary.mkdir()
    (folder / ".env").write_text("SLACK_BOT_TOKEN=wrong\nDATABASE_URL=sqlite:///precious.db\n")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///precious.db")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "the operator's")
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    return tmp_path


def test_two_weeks_end_with_all_that_was_played(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawing = elsewhere / "demo.svg"
    code = main(["story", "--svg", str(drawing)])
    shown = capsys.readouterr().out
    assert code == 0, shown[-3000:]
    assert shown.count("Your week with your customers") == 2
    for line in (
        "Monday 1 June",
        "⏳ You promised this for today 17:00.",
        "@Maria hears of it tomorrow 15:00",
        "🤝 @Jonas has taken this over.",
        " · only @maria sees this",
    ):
        assert line in shown
    # Its clock runs a minute in each second, so how late it is depends on the machine.
    assert re.search(r"▸ Tom \(16:0\d Berlin\) clicks I'm on it on the card", shown)
    table = shown[shown.index("What the ledger holds") :]
    for line in (
        "10: 5 closed, 3 answered, 1 dismissed, 1 owned; 1 seen twice",
        "7: 5 kept on time, 1 kept late, 1 offer lapsed",
        "1 door opened",
        "11 sent, ",
    ):
        assert line in table
    assert table.split("Failed")[1].split()[0] == "0"
    assert "#)" not in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "charged&#160;twice" in drawing.read_text(encoding="utf-8")
    assert "@font-face" not in drawing.read_text(encoding="utf-8")
    left_behind(elsewhere)


def test_a_replay_tells_where_each_text_went(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [
        "I was charged twice for one order and want a refund, or I call my lawyer!",
        "The app crashes whenever I open it since the update. " * 200,
        "I was charged twice for one order and want a refund, or I call my lawyer!",
    ]
    path = elsewhere / "texts.jsonl"
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8")
    code = main(["story", "--replay", str(path), "--check"])
    shown = capsys.readouterr().out
    assert code == 0, shown
    assert "3 texts became 2 mentions, each with its card" in shown
    assert "1 of the texts had been posted before" in " ".join(shown.split())
    assert "Finance ('charged twice')" in shown
    assert "Checked: each became exactly one card" in shown
    left_behind(elsewhere)


def test_a_wrong_file_is_told_in_words(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["story", "--replay", str(elsewhere / "nowhere.jsonl")]) == 1
    assert "Say where it is: make story REPLAY=" in capsys.readouterr().err


def left_behind(elsewhere: Path) -> None:
    assert list((elsewhere / "temporary").iterdir()) == []
    assert [path.name for path in (elsewhere / "operator").iterdir()] == [".env"]


async def test_the_page_stays_and_says_what_the_bot_reads_and_remembers(elsewhere: Path) -> None:
    reviews: list[Spot] = []

    async def monday_morning(stage: Stage) -> None:
        await story.first_morning(stage)
        reviews.append(await story.charged_twice(stage))

    async with open_page(0) as stage, aiohttp.ClientSession() as browser:
        assert "two weeks" in stage.slack.closed
        assert await control(browser, stage, "time", advance=3600) == 400
        await play_history(stage, monday_morning)
        assert (stage.slack.closed, stage.slack.clock.speed) == ("", 1.0)
        async with browser.get(stage.slack.url) as answer:
            assert answer.status == 200
        (app,) = [one for one in stage.slack.core.app.hints if one["command"] == "/ours"]
        assert "promise" in app["usage_hint"]
        said = await look(browser, stage, "maria", "customers", "Friday EOD")
        assert said["How Ours reads it"]["A promise?"].startswith("yes")
        assert "Maria, open, due Fri 5 Jun 17:00" in said["In the ledger"]["Promise"]
        assert "Maria took a part for Customer Service" in str(said["Entries"])
        assert said["Nudges"]["before it is due"] == "waiting, Fri 5 Jun 15:00"
        assert said["Outbox"]["offer"].startswith("sent")
        seen_by_tom = await look(browser, stage, "tom", "customers", "Friday EOD")
        assert "due Fri 5 Jun 23:00" in seen_by_tom["In the ledger"]["Promise"]
        assert "offer" not in seen_by_tom["Outbox"]
        assert "before it is due" not in seen_by_tom.get("Nudges", {})
        await stage.say("yuki", "product", "I'll send you the numbers on Wednesday, Kenji.")
        among_us = await look(browser, stage, "kenji", "product", "the numbers")
        assert among_us["How Ours reads it"]["To a customer?"].startswith("no: ")
        assert list(among_us["In the ledger"]) == ["Nothing"]
        # A promise that nobody confirmed is its speaker's alone.
        await stage.say("tom", "customers", "I'll send her the receipt on Tuesday.", reviews[0])
        mine = await look(browser, stage, "tom", "customers", "the receipt")
        assert "Tom, offered, due Tue 2 Jun 17:00" in mine["In the ledger"]["Promise"]
        others = await look(browser, stage, "jonas", "customers", "the receipt")
        assert "offered" not in str(others)
        assert "Tom, " not in str(others)
    left_behind(elsewhere)


async def control(browser: aiohttp.ClientSession, stage: Stage, act: str, **body: object) -> int:
    """What a visitor does on the page; answers the status."""
    async with browser.post(f"{stage.slack.url}/control/{act}", json=body) as answer:
        return answer.status


async def test_a_story_that_gets_stuck_leaves_the_page_to_everybody(elsewhere: Path) -> None:
    async def stuck(stage: Stage) -> None:
        raise StoryStuck(problem="tom sees no button")

    async with open_page(0) as stage, aiohttp.ClientSession() as browser:
        with pytest.raises(StoryStuck):
            await play_history(stage, stuck)
        assert (stage.slack.closed, stage.slack.clock.speed) == ("", 1.0)
        assert await control(browser, stage, "time", advance=60) == 200
    left_behind(elsewhere)


async def test_the_demo_stays_when_its_story_gets_stuck(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async def stuck(stage: Stage) -> None:
        raise StoryStuck(problem="tom sees no button")

    demo = asyncio.create_task(run(0, browser=False, play=stuck))
    shown = ""
    async with asyncio.timeout(30):
        while "The page stays" not in shown:
            await asyncio.sleep(0.01)
            assert not demo.done()
            shown += capsys.readouterr().out
        url = re.findall(r"Open (\S+)", shown)[0]
        async with aiohttp.ClientSession() as browser, browser.get(url) as answer:
            assert answer.status == 200
    assert "tom sees no button" in shown
    demo.cancel()
    await asyncio.gather(demo, return_exceptions=True)
    left_behind(elsewhere)


async def test_the_review_that_the_readme_suggests_gets_a_card_for_three_departments(elsewhere: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (review,) = re.findall(r"paste a review in #customers, for example:\n\n```\n(.*)\n```", readme)

    async def monday_morning(stage: Stage) -> None:
        await story.first_morning(stage)
        await story.charged_twice(stage)

    async with open_page(0) as stage:
        await play_history(stage, monday_morning)
        spot = await stage.say("maria", "customers", review)
        card, *_ = stage.slack.core.channel("#customers").replies(spot.ts)
        for department in ("Product", "Customer Service", "Finance"):
            assert f"*{department}* — " in str(card.blocks)


async def test_a_newcomer_is_told_whose_turn_it_is_until_somebody_says_something() -> None:
    slack = Playground(world=company.world())
    slack.core.deliver = lambda delivery: None
    told = asyncio.create_task(hint(slack))
    await asyncio.sleep(0)
    assert slack.notice.startswith("Your turn: paste a review in #customers, such as “")
    slack.clock.advance(60)
    await asyncio.sleep(0)
    assert not told.done()
    slack.engine.say(channel="#random", user="@tom", text="Tea?")
    await _until(slack, lambda: "the card has the buttons" in slack.notice)
    slack.core.interactions.append({})
    slack.core.activity.touch()
    await _until(slack, lambda: "/ours help" in slack.notice)
    slack.engine.say(channel="#random", user="@tom", text="I'll get back to her by Friday EOD")
    await asyncio.wait_for(told, 5)
    assert slack.notice == ""
    await hint(slack, 0.01)
    assert slack.notice == ""
    await slack.stop()


async def _until(slack: Playground, holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not holds():
            await slack.core.activity.changed(slack.core.activity.version, 0.05)


async def look(
    browser: aiohttp.ClientSession, stage: Stage, who: str, where: str, words: str
) -> dict[str, dict[str, str]]:
    """What the page shows behind the curtain, to that person, of the message with these words."""
    room = stage.slack.core.channel(f"#{where}")
    (ts,) = [one.ts for one in room.messages.values() if words in one.text and one.visible_to is None]
    asked = {"user": stage.slack.core.user(who).id, "channel": room.id, "ts": ts}
    async with browser.get(f"{stage.slack.url}/page/inspect", params=asked) as answer:
        sections = (await answer.json())["sections"]
    found: dict[str, dict[str, str]] = {one["title"]: {} for one in sections}
    for one in sections:
        for label, value in one["rows"]:  # several may have one label
            found[one["title"]][label] = "; ".join(filter(None, [found[one["title"]].get(label), value]))
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_ctrl_c_ends_it_at_any_time_and_leaves_nothing_behind(elsewhere: Path) -> None:
    command = [sys.executable, "-m", "bot", "demo", "--port", "0", "--no-browser"]
    environment = os.environ | {"TMPDIR": str(elsewhere / "temporary"), "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as demo:
        assert demo.stdout is not None
        first = demo.stdout.readline()
        demo.send_signal(signal.SIGINT)
        rest, errors = demo.communicate(timeout=30)
    assert first.startswith("Open http://127.0.0.1:")
    assert (demo.returncode, errors) == (0, "")
    assert "http" not in rest
    left_behind(elsewhere)


def test_a_taken_port_is_told_in_words(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["demo", "--port", str(port), "--no-browser"]) == 1
    assert f"Port {port} is taken" in capsys.readouterr().err
    left_behind(elsewhere)


@pytest.mark.parametrize(
    ("platform", "environment", "has"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
        ("darwin", {"CI": "true"}, False),
    ],
)
def test_a_browser_opens_only_where_there_is_a_desktop(platform: str, environment: dict[str, str], has: bool) -> None:
    assert has_desktop(platform, environment) is has
