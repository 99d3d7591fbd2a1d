"""The examples of the playground's README, run as they stand there."""

import asyncio
import re
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from playground import Playground
from tests.node.apps import HERE, NODE, PATIENCE
from tests.playground.conftest import until

README = (Path(__file__).parents[2] / "playground" / "README.md").read_text(encoding="utf-8")


def example(language: str, url: str) -> bytes:
    """The only example in that language, sent to where the playground listens."""
    (code,) = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert "http://127.0.0.1:8070" in code
    return str(code).replace("http://127.0.0.1:8070", url).encode()


@pytest.fixture
async def slack() -> AsyncIterator[Playground]:
    """One as `python -m playground` starts it."""
    async with Playground() as made:
        yield made


@asynccontextmanager
async def running(code: bytes, *command: str) -> AsyncIterator[None]:
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, cwd=HERE)
    assert process.stdin
    process.stdin.write(code)
    process.stdin.close()
    try:
        yield
    finally:
        process.kill()
        await process.wait()


async def greeting(slack: Playground) -> str:
    """What is answered to tom's hello, as soon as somebody listens."""
    async with asyncio.timeout(PATIENCE):
        while not slack.hub.connected:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)
    slack.engine.say(channel="#support", user="@tom", text="hello")
    room = slack.core.channel("#support")
    await until(lambda: len(room.messages) == 2)
    return room.messages[room.order[-1]].text


async def test_the_example_in_python_greets(slack: Playground) -> None:
    async with running(example("python", slack.url), sys.executable, "-W", "ignore", "-"):
        assert await greeting(slack) == f"Hello <@{slack.core.user('@tom').id}>!"


@pytest.mark.node
async def test_the_example_in_javascript_greets(slack: Playground) -> None:
    async with running(example("js", slack.url), str(NODE), "--input-type=module"):
        assert await greeting(slack) == f"Hello <@{slack.core.user('@tom').id}>!"


def test_options_of_the_readme_are_those_of_the_command_line() -> None:
    code = (Path(__file__).parents[2] / "playground" / "__main__.py").read_text(encoding="utf-8")
    named = set(re.findall(r"--[a-z][a-z-]+", re.findall(r"## Options\n(.*?)\n## ", README, re.DOTALL)[0]))
    assert named == set(re.findall(r'add_argument\(\s*"(--[a-z-]+)"', code))
