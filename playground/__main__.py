"""``python -m playground``: a local Slack for one app."""

import argparse
import asyncio
import contextlib
import signal
import sys
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from playground.clock import FASTEST, checked_moment, checked_speed
from playground.engine import read_moment
from playground.errors import ControlError, Json
from playground.server import Options, Playground
from playground.strict import read_json
from playground.words import words

MOST_PORT = 65_535


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m playground", description="A local Slack to try your app in, with a page in the browser."
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="where to listen: 127.0.0.1, this machine only; 0.0.0.0, all who reach it"
    )
    parser.add_argument("--port", type=_port, default=8070, help="8070 by default; 0 takes any that is free")
    parser.add_argument(
        "--events-url", type=_url, default="", help="where the app listens, e.g. http://127.0.0.1:3000/slack/events"
    )
    parser.add_argument(
        "--interactivity-url", type=_url, default="", help="for commands and clicks, when not the same URL"
    )
    parser.add_argument("--socket-mode", action="store_true", help="never deliver over HTTP")
    parser.add_argument(
        "--tight-history",
        action="store_true",
        help="history can be read once a minute, 15 messages a page, as by apps from outside the Marketplace",
    )
    parser.add_argument("--signing-secret", default="", help="what requests to the app are signed with")
    parser.add_argument("--bot-token", default="", help="the app's token for the Web API, xoxb-…")
    parser.add_argument("--app-token", default="", help="the app's token for Socket Mode, xapp-…")
    parser.add_argument("--speed", type=_speed, default=1.0, help="how many times as fast as the machine's clock; 1")
    parser.add_argument("--start", type=_moment, help="the moment to start at, as 2026-11-23T09:00; now by default")
    parser.add_argument("--world", type=_json_file, help="a JSON file in the shape of GET /control/state")
    parser.add_argument("--manifest", type=_json_file, help="the app's manifest, as Slack takes it, in JSON")
    return parser


def _port(text: str) -> int:
    if not (text.isdecimal() and int(text) <= MOST_PORT):
        raise argparse.ArgumentTypeError(f"{text} is no port: give a number from 0 to {MOST_PORT}")
    return int(text)


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_whole = False
    if text and not is_whole:
        raise argparse.ArgumentTypeError(f"{text} is no URL: give one as http://127.0.0.1:3000/slack/events")
    return text


def _speed(text: str) -> float:
    try:
        return checked_speed(float(text))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text} is no speed: give a number above 0, up to {FASTEST:,.0f}; this clock never freezes"
        ) from None


def _moment(text: str) -> datetime:
    try:
        return checked_moment(read_moment(text))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text} is no moment from 2000 to 2200: write it as 2026-11-23T09:00, in UTC, or with +01:00 after it"
        ) from None


def _json_file(name: str) -> Json:
    """The object in a file. ArgumentTypeError when there is none."""
    try:
        found = read_json(Path(name).read_bytes())
    except (OSError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"{name} can't be read as JSON: {error}") from None
    if not isinstance(found, dict):
        raise argparse.ArgumentTypeError(f"{name} holds no object: write {{…}}")
    return found


async def _run(arguments: argparse.Namespace) -> None:
    given = vars(arguments)
    names = words(
        "events_url interactivity_url socket_mode signing_secret bot_token app_token start speed tight_history "
        "world manifest"
    )
    try:
        playground = Playground(Options(**{name: given[name] for name in names}))
    except ControlError as error:
        sys.exit(f"{error.error}: {error.remedy}")
    try:
        await playground.start(arguments.port, arguments.host)
    except OSError as error:
        sys.exit(f"can't listen on {arguments.host}:{arguments.port}: {error}. Another --port may be free; 0 takes any")
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has none of this: there Ctrl-C interrupts the loop.
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    _tell(playground, arguments)
    try:
        await stopping.wait()
    finally:
        await playground.stop()


def _tell(playground: Playground, arguments: argparse.Namespace) -> None:
    """Where all is, and by what the app is known."""
    app = playground.settings
    lines = {
        "Page": f"{playground.url}/",
        "Slack API": f"{playground.url}/api/",
        "Control": f"{playground.url}/control/state",
        "SLACK_BOT_TOKEN": app.bot_token,
        "SLACK_APP_TOKEN": app.app_token,
        "SLACK_SIGNING_SECRET": app.signing_secret,
        "SLACK_CLIENT_ID": app.client_id,
        "SLACK_CLIENT_SECRET": app.client_secret,
        "Events go to": arguments.events_url or "Socket Mode connections",
    }
    for name, value in lines.items():
        print(f"{name:21} {value}", flush=True)
    if playground.is_open:
        print(
            "Everybody in this machine's network can act as anybody in it. --host 127.0.0.1 keeps it here.", flush=True
        )


def main(given: list[str] | None = None) -> None:
    """``given``: the command line's arguments, if not this process's own."""
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_run(_parser().parse_args(given)))


if __name__ == "__main__":
    main()
