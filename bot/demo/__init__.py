"""A made-up company with its bot. `python -m bot demo`: a page that stays up (`live`). `python -m bot story`: the same
two weeks told in a terminal, or real texts and where they went.

A local Slack and the bot run in this one process, on a fresh database in a temporary folder.
"""

from __future__ import annotations

import asyncio
import io
import logging
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot.clock import machine_seconds
from bot.demo import company, live, replay, results, story
from bot.demo.results import Results
from bot.demo.screen import Screen
from bot.demo.slack import open_slack
from bot.demo.stage import open_stage

WIDTH = 80
MOST_TOLD = 20


def run_demo(port: int | None = None, browser: bool = True) -> int:
    """The page, until somebody ends it; answers the exit code. BotError when the port is taken, or the story stuck."""
    _set_up_logs()
    try:
        return asyncio.run(live.run(port, browser))
    except KeyboardInterrupt:  # where a loop hears no signals, as on Windows
        return 0


def run_story(
    replay_file: str | None = None, limit: int | None = None, check: bool = False, svg: str | None = None
) -> int:
    """The story in the terminal; answers the exit code. BotError when the file is wrong or the story got stuck."""
    _set_up_logs()
    console = Console(width=None if Console().is_terminal else WIDTH, highlight=False)
    if replay_file is not None:
        return asyncio.run(_replay(console, replay.read_texts(replay_file, limit), check))
    film = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False) if svg else None
    code = asyncio.run(_story(console, film))
    if film is not None and svg is not None:
        draw(film, Path(svg))
    return code


def _set_up_logs() -> None:
    """Errors only: that the bot caught up, or that Slack was out of reach, is what somebody ordered on the page."""
    logging.basicConfig(level=logging.ERROR, format="%(levelname)s %(name)s: %(message)s")


async def _story(console: Console, film: Console | None) -> int:
    began, screen = machine_seconds(), Screen(console, film)
    async with open_slack(company.world(), story.START) as slack, open_stage(slack, company.HOME, screen) as stage:
        await story.play(stage)
        found: Results = await stage.house.database.read(results.read_results)
    screen.print()
    screen.print(results.results_table(found))
    console.print(f"Two weeks in {machine_seconds() - began:.0f} seconds. Nothing is left behind.", style="dim")
    return _tell(console, list(results.problems(found)))


async def _replay(console: Console, texts: list[str], check: bool) -> int:
    began = machine_seconds()
    outcomes = await replay.replay(texts, console)
    console.print()
    for line in replay.summary(outcomes):
        console.print(line)
    console.print(f"It took {machine_seconds() - began:.0f} seconds.", style="dim")
    if not check:
        return 0
    wrong = [f"text {number}: {outcome.problem}" for number, outcome in enumerate(outcomes, start=1) if outcome.problem]
    code = _tell(console, wrong)
    if code == 0:
        console.print("Checked: each became exactly one card, with a department and a reason.", style="green")
    return code


def _tell(console: Console, wrong: list[str]) -> int:
    """Say what was not as it should be; 1 if anything was."""
    for words in wrong[:MOST_TOLD]:
        console.print(Text(f"Not as expected: {words}", "bold red"), soft_wrap=True)
    if len(wrong) > MOST_TOLD:
        console.print(f"and {len(wrong) - MOST_TOLD} more")
    return 1 if wrong else 0


def draw(film: Console, path: Path) -> None:
    """Save the scenes as a drawing that fetches nothing (rich's asks a CDN for its font)."""
    drawing = film.export_svg(title="make story", unique_id="ours")
    path.write_text(re.sub(r"@font-face \{.*?\}\s*", "", drawing, flags=re.DOTALL), encoding="utf-8")
