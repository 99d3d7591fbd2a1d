"""`python -m playground`: what is wrong on the command line is told in words, and what it prints can be used."""

import asyncio
import re
import socket
import sys
from pathlib import Path

import aiohttp
import pytest

from playground.__main__ import main


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--port", "99999", "99999 is no port: give a number from 0 to 65535"),
        ("--port", "-1", "-1 is no port"),
        ("--port", "web", "web is no port"),
        ("--speed", "-1", "-1 is no speed: give a number above 0, up to 1,000,000"),
        ("--speed", "0", "0 is no speed"),
        ("--speed", "nan", "nan is no speed"),
        ("--speed", "fast", "fast is no speed"),
        ("--start", "nope", "nope is no moment from 2000 to 2200: write it as 2026-11-23T09:00"),
        ("--start", "0001-01-01", "0001-01-01 is no moment"),
        ("--events-url", "foo", "foo is no URL: give one as http://127.0.0.1:3000/slack/events"),
        ("--events-url", "http://", "http:// is no URL"),
        ("--interactivity-url", "127.0.0.1:3000", "127.0.0.1:3000 is no URL"),
        ("--interactivity-url", "http://127.0.0.1:x/", "http://127.0.0.1:x/ is no URL"),
    ],
)
def test_a_wrong_option_is_told_with_what_to_give(
    capsys: pytest.CaptureFixture[str], option: str, value: str, words: str
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([f"{option}={value}"])
    assert f"argument {option}: {words}" in capsys.readouterr().err


def test_a_host_or_port_that_is_not_to_be_had_is_told_in_words() -> None:
    with pytest.raises(SystemExit, match=r"can't listen on 192\.0\.2\.1:0: "):
        main(["--host", "192.0.2.1", "--port", "0"])
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(SystemExit, match="Another --port may be free"):
        main(["--port", str(taken.getsockname()[1])])


def test_each_option_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    told = capsys.readouterr().out
    assert "`" not in told
    told_of = re.findall(r"^  --([a-z-]+)(?: [A-Z_]+)?\s+(\S+)", told, re.MULTILINE)
    assert len(told_of) == 13
    assert [option for option, word in told_of if word.startswith("-")] == []


@pytest.mark.parametrize(("host", "is_open"), [("0.0.0.0", True), ("127.0.0.1", False)])
async def test_it_warns_when_others_can_act_and_tells_an_address_that_opens(host: str, is_open: bool) -> None:
    pipe, folder = asyncio.subprocess.PIPE, Path(__file__).parents[2]
    command = (sys.executable, "-m", "playground", "--host", host, "--port", "0")
    process = await asyncio.create_subprocess_exec(*command, stdout=pipe, cwd=folder)
    assert process.stdout is not None
    async with asyncio.timeout(20):
        page = (await process.stdout.readline()).decode().split()[-1]
        async with aiohttp.ClientSession() as session, session.get(page) as answer:
            assert answer.status == 200
        process.terminate()
        rest, _ = await process.communicate()
    assert page.startswith("http://127.0.0.1:")
    assert ("can act as anybody" in rest.decode()) is is_open
