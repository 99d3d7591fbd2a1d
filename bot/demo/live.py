"""The demo as a page: Bluebird's last two weeks are played, then time runs as it does, until somebody ends it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
import webbrowser
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.clock import machine_seconds
from bot.demo import company, results, story
from bot.demo.chatter import Chatter, read_chatter
from bot.demo.inspect import Inspector
from bot.demo.screen import Dark
from bot.demo.slack import PORT, open_slack
from bot.demo.stage import Stage, StoryStuck, open_stage
from playground import Playground
from playground.errors import ControlError
from playground.unread import read_up_to

log = logging.getLogger(__name__)
Play = Callable[[Stage], Awaitable[None]]
THIS_MORNING = timedelta(minutes=20)
LANDING = f"#{company.CUSTOMERS}"
PLAYING = "Playing Bluebird's last two weeks: watch, or wait a few seconds."
YOUR_TURN = f"Your turn: paste a review in {LANDING}, such as “The app crashes, and I still wait for my refund.”"
OPEN_IT = (
    "Open the replies below it: the card has the buttons. At the top you become somebody else, and move the clock; the "
    "eye on a message shows why it was read so."
)
PROMISE_IT = (
    "Promise something in the thread, such as “I'll get back to her by Friday EOD”, track it, and move the clock to "
    "Friday. Everything else: /ours help, and Ours under Apps."
)
HINT_SECONDS = 900.0


async def run(port: int | None = None, browser: bool = True, play: Play = story.play) -> int:
    """Print the address, play the two weeks, and stay until Ctrl-C or SIGTERM. PortTaken."""
    ended = asyncio.Event()
    _end_on_signals(ended.set)
    living, ending = asyncio.create_task(_live(port, browser, play)), asyncio.create_task(ended.wait())
    try:
        await asyncio.wait({living, ending}, return_when=asyncio.FIRST_COMPLETED)
        if living.done():
            await living
    finally:
        living.cancel()
        ending.cancel()
        await asyncio.gather(living, ending, return_exceptions=True)
    print()
    return 0


async def _live(port: int | None, browser: bool, play: Play) -> None:
    def tell(url: str) -> None:
        print(f"Open {url}/  (Ctrl-C ends it)", flush=True)
        if browser and has_desktop(sys.platform, os.environ):
            asyncio.get_running_loop().run_in_executor(None, webbrowser.open, f"{url}/")

    async with open_page(port, tell) as stage:
        print("Playing Bluebird's last two weeks … ", end="", flush=True)
        try:
            await play_history(stage, play)
            print("ready.", flush=True)
        except StoryStuck as stuck:
            print(f"not to the end. {stuck} The page stays, with what there is.", flush=True)
        else:
            for words in results.problems(await stage.house.database.read(results.read_results)):
                log.warning("not as expected: %s", words)
        await hint(stage.slack)
        await asyncio.Event().wait()


@asynccontextmanager
async def open_page(port: int | None = None, tell: Callable[[str], None] = lambda url: None) -> AsyncIterator[Stage]:
    """The page, and the bot behind it, on the first day. Port None: 8070 if it is free, else any.

    `tell` hears the address as soon as the page is there.
    """
    inspector = Inspector()
    ports = (PORT, 0) if port is None else (port,)
    async with open_slack(company.world(), story.START, ports, inspect=inspector.look_into, landing=LANDING) as slack:
        slack.closed = PLAYING
        tell(slack.url)
        async with open_stage(slack, company.HOME, Dark()) as stage:
            inspector.stage = stage
            yield stage


async def play_history(stage: Stage, play: Play = story.play) -> None:
    """Play it as fast as it goes, while nobody else acts; then let time run as it does everywhere. StoryStuck when it
    ends too soon: what there is can be used all the same.
    """
    slack, stage.chatter = stage.slack, Chatter(deque(read_chatter()))
    try:
        await play(stage)
        slack.clock.set_speed(1.0)
        await stage.work()
    except ControlError as error:
        raise StoryStuck(problem=str(error)) from error
    finally:
        slack.clock.set_speed(1.0)
        read_until(slack, stage.now - THIS_MORNING)
        slack.closed = ""


async def hint(slack: Playground, seconds: float = HINT_SECONDS) -> None:
    """Tell a newcomer what to do: each until it is done, or so many of the machine's seconds have passed."""
    steps = ((YOUR_TURN, _said_by_people), (OPEN_IT, _clicked), (PROMISE_IT, _said_by_people))
    for words, done in steps:
        end, before = machine_seconds() + seconds, done(slack)
        slack.notice = words
        while done(slack) == before:
            if (left := end - machine_seconds()) <= 0:
                slack.notice = ""
                return
            await slack.core.activity.changed(slack.core.activity.version, left)
    slack.notice = ""


def _clicked(slack: Playground) -> int:
    return len(slack.core.interactions)


def _said_by_people(slack: Playground) -> int:
    people = {user.id for user in slack.core.world.users.values() if not user.is_bot}
    return sum(room.messages[ts].user in people for room in slack.core.world.channels.values() for ts in room.order)


def read_until(slack: Playground, moment: datetime) -> None:
    """Everybody has read what was said before that moment: a newcomer is not met by two weeks of news."""
    stamp, people = f"{moment.timestamp():.6f}", slack.core.world.users
    for room in slack.core.world.channels.values():
        before = [ts for ts in room.order if ts < stamp]
        for member in room.members if before else []:
            read_up_to(room, people[member], before[-1])
    slack.core.activity.touch()


def has_desktop(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a browser can open where somebody sees it."""
    if environment.get("CI"):
        return False
    return platform in ("darwin", "win32") or any(environment.get(one) for one in ("DISPLAY", "WAYLAND_DISPLAY"))


def _end_on_signals(end: Callable[[], None]) -> None:
    for name in (signal.SIGINT, signal.SIGTERM):
        # Windows has none of this: there Ctrl-C interrupts the loop.
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(name, end)
