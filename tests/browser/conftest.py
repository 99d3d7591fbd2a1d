"""A headless Chromium (the system's own), and the demo in a process of its own, as somebody who tries Ours meets it."""

from __future__ import annotations

import asyncio
import functools
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from playground import Playground
from playground.errors import Json
from playground.seed import default_world
from tests.playground.conftest import START, Receiver, receiving
from tests.support import missing

REPOSITORY = Path(__file__).parents[2]
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = REPOSITORY / "build" / "browser"
expect.set_options(timeout=15_000)  # milliseconds: a busy machine takes its time
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Debian's, without a window's trappings first: it takes two thirds of the time."""
READY = 90.0
"""The machine's seconds in which the demo's two weeks are surely played, also beside other tests."""
HINTS = [{"command": "/ours", "usage_hint": "mine | all", "description": "What we own"}]
SHORTCUTS = [
    {"name": "Keep it", "callback_id": "keep", "type": "message", "description": "Remember this"},
    {"name": "Begin", "callback_id": "begin", "type": "global", "description": "Something new"},
]


def chromium() -> str:
    """Where the system's Chromium is; skips the test where there is none."""
    found = [place for name in CHROMIUMS if (place := shutil.which(name))]
    return found[0] if found else missing.skip("There is no Chromium here: apt install chromium")


@pytest.fixture
def axe() -> str:
    """axe-core's source."""
    if not AXE.exists():
        missing.skip("axe-core is not installed: npm ci --prefix tests/browser")
    return AXE.read_text(encoding="utf-8")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All these tests share one loop, and with it one browser: to start one takes longer than most tests."""
    folder = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(folder) and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


async_fixture = functools.partial(pytest_asyncio.fixture, loop_scope="session")
"""A fixture that runs in the loop of these tests."""


@async_fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    executable = chromium()
    async with async_playwright() as playwright:
        # Chromium refuses its sandbox to root, which is who tests in a container.
        opened = await playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield opened
        await opened.close()


@pytest.fixture
def errors() -> list[str]:
    """What the browser complained of. It fails the test, unless that provoked it and takes it away."""
    return []


@pytest.fixture
def served(request: pytest.FixtureRequest) -> None:
    """What serves the page outlives it: a page whose playground is gone complains."""
    for name in {"slack", "demo"}.intersection(request.fixturenames):
        request.getfixturevalue(name)


@async_fixture()
async def page(browser: Browser, served: None, errors: list[str]) -> AsyncIterator[Page]:
    """A window in the light look. What the page's own code gets wrong fails the test."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    opened = await context.new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda said: errors.append(said.text) if said.type in ("error", "warning") else None)
    yield opened
    await context.close()
    assert errors == []


@async_fixture()
async def slack() -> AsyncIterator[Playground]:
    """A playground without an app that answers. A Monday, 10:00 in New York."""
    async with Playground(start=START) as opened:
        yield opened


@async_fixture()
async def app() -> AsyncIterator[Receiver]:
    """A tiny app: it keeps what comes, and answers what it is told."""
    async with receiving() as opened:
        yield opened


@async_fixture()
async def answered(app: Receiver) -> AsyncIterator[Playground]:
    """A playground with that app: it hears of pins alone, so that what it answers goes to what people do with it."""
    made: Json = {"hints": HINTS, "shortcuts": SHORTCUTS, "subscriptions": ["pin_added"]}
    world = {**default_world("ours"), "app": made}
    async with Playground(start=START, events_url=app.url, ack_seconds=2.0, world=world) as opened:
        yield opened


@dataclass
class Demo:
    """`make demo`, running."""

    address: str
    process: asyncio.subprocess.Process


@async_fixture()
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    """When its two weeks have been played."""
    async with running_demo(tmp_path) as running:
        yield running


@asynccontextmanager
async def running_demo(folder: Path) -> AsyncIterator[Demo]:
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    with (folder / "stderr").open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "0"),
            cwd=REPOSITORY,
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
        )
    try:
        yield Demo(await _address(process), process)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
    assert (folder / "stderr").read_text(encoding="utf-8") == ""


async def _address(process: asyncio.subprocess.Process) -> str:
    """What it printed first, once it has printed that all is ready."""
    assert process.stdout is not None
    said = ""
    async with asyncio.timeout(READY):
        while "ready." not in said:
            more = await process.stdout.read(1000)
            assert more, f"the demo ended; it said {said!r}"
            said += more.decode()
    (address,) = re.findall(r"http://\S+", said)
    return str(address)


async def picture(page: Page, name: str) -> None:
    """Keep what is seen now, with the pointer out of the way."""
    await page.mouse.move(300, 24)
    PICTURES.mkdir(parents=True, exist_ok=True)
    await page.screenshot(path=PICTURES / f"{name}.png")
