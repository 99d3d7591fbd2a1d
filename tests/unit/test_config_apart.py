"""A process that runs has its settings without what read them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from config.settings import load

REPOSITORY = Path(__file__).parents[2]
SECRET = "0123456789abcdef0123456789abcdef"
CHOSEN = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_SIGNING_SECRET": SECRET,
    "WORK_START": "08:30",
    "WORK_DAYS": "mon,wed",
    "CUSTOMER_TIERS": "gold,silver",
    "PORT": "0",
}
SHOW = """
import sys
from config.apart import load_apart
given = load_apart()
assert not any(name.startswith("pydantic") for name in sys.modules)
hidden = {name for name, value in vars(given).items() if hasattr(value, "get_secret_value")}
told = {name: value.get_secret_value() if name in hidden else value for name, value in vars(given).items()}
print(sorted((name, str(value)) for name, value in told.items()))
print(given, given.slack_bot_token, given.uses_socket_mode)
"""


def show(folder: Path, **chosen: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), "PYTHONHASHSEED": "0", **chosen}
    command = [sys.executable, "-c", SHOW]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_they_are_the_same_without_pydantic_and_show_no_secret(tmp_path: Path) -> None:
    shown, words = show(tmp_path, **CHOSEN).stdout.splitlines()
    settings = load(**{name.lower(): value for name, value in CHOSEN.items()})
    expected = {
        name: value.get_secret_value() if hasattr(value, "get_secret_value") else value for name, value in settings
    } | {"uses_socket_mode": False}
    assert dict(eval(shown)) == {name: str(value) for name, value in expected.items()}
    assert "xoxb-1" not in words
    assert words.endswith(" False")


def test_what_is_wrong_with_them_is_told_all_the_same(tmp_path: Path) -> None:
    told = show(tmp_path, SLACK_BOT_TOKEN="xoxb-1", SLACK_SIGNING_SECRET=SECRET, PORT="many")
    assert told.returncode == 1
    assert "PORT" in told.stderr
