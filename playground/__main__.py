"""``python -m playground``: a local Slack for one app."""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from playground.engine import read_moment
from playground.errors import ControlError, Json
from playground.server import Options, Playground
from playground.strict import read_json
from playground.words import words


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m playground", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8070)
    parser.add_argument(
        "--events-url", default="", help="where the app listens, e.g. http://127.0.0.1:3000/slack/events"
    )
    parser.add_argument("--interactivity-url", default="", help="commands and clicks, when not the same URL")
    parser.add_argument("--socket-mode", action="store_true", help="never deliver over HTTP")
    parser.add_argument(
        "--tight-history",
        action="store_true",
        help="read history once a minute, 15 messages a page, as outside apps do",
    )
    parser.add_argument("--signing-secret", default="")
    parser.add_argument("--bot-token", default="")
    parser.add_argument("--app-token", default="")
    parser.add_argument("--speed", type=float, default=1.0, help="how many times as fast as the machine's clock")
    parser.add_argument("--start", type=read_moment, help="the moment to start at (ISO); now by default")
    parser.add_argument("--world", type=_json_file, help="a JSON file in the shape of GET /control/state")
    parser.add_argument("--manifest", type=_json_file, help="the app's manifest, as Slack takes it, in JSON")
    return parser.parse_args()


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
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
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
    await stopping.wait()
    await playground.stop()


def main() -> None:
    asyncio.run(_run(_arguments()))


if __name__ == "__main__":
    main()
