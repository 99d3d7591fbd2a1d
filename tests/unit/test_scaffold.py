"""The files around the code: what Slack, make, pip and an operator read agrees with what the code does."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[2]

# An event reaches the bot only when one of these scopes was granted.
SCOPES_OF_EVENT = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "channel_archive": {"channels:read"},
    "channel_left": {"channels:read"},
    "channel_rename": {"channels:read"},
    "channel_unarchive": {"channels:read"},
    "group_archive": {"groups:read"},
    "group_left": {"groups:read"},
    "group_rename": {"groups:read"},
    "group_unarchive": {"groups:read"},
    "member_joined_channel": {"channels:read", "groups:read"},
    "member_left_channel": {"channels:read", "groups:read"},
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "message.im": {"im:history"},
    "reaction_added": {"reactions:read"},
    "reaction_removed": {"reactions:read"},
    "subteam_members_changed": {"usergroups:read"},
    "subteam_updated": {"usergroups:read"},
    "team_join": {"users:read"},
    "user_change": {"users:read"},
}


@pytest.fixture
def manifest() -> dict[str, Any]:
    found = json.loads((REPOSITORY / "manifest.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def read(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    lines = [line for line in read(name).splitlines() if line and not line.startswith(("#", "-r"))]
    found = {}
    for line in lines:
        requirement, _, _marker = line.partition(";")
        package, _, version = requirement.strip().partition("==")
        assert version, f"{name}: {line} is not pinned"
        found[package.lower().replace("_", "-")] = version
    return found


def test_the_demo_carries_the_same_manifest() -> None:
    """The file in the root is for people; what is installed brings its own."""
    assert read("config/manifest.json") == read("manifest.json")


def test_the_manifest_keeps_slacks_limits(manifest: dict[str, Any]) -> None:
    shown = manifest["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4000
    assert re.fullmatch("#[0-9a-f]{6}", shown["background_color"])
    assert len(manifest["features"]["bot_user"]["display_name"]) <= 80
    for command in manifest["features"]["slash_commands"]:
        assert command["command"].startswith("/")
        assert len(command["command"]) <= 32
        assert len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000
    for shortcut in manifest["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
        assert len(shortcut["callback_id"]) <= 255


def test_every_event_has_its_scope_and_nothing_is_there_twice(manifest: dict[str, Any]) -> None:
    scopes = manifest["oauth_config"]["scopes"]["bot"]
    events = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert len(set(scopes)) == len(scopes)
    assert len(set(events)) == len(events)
    for event in events:
        assert SCOPES_OF_EVENT[event] <= set(scopes), event


def test_the_app_needs_no_address_until_socket_mode_is_switched_off(manifest: dict[str, Any]) -> None:
    settings = manifest["settings"]
    assert settings["socket_mode_enabled"]
    assert settings["interactivity"]["is_enabled"]
    addresses = re.findall(r"https?://[^\"]+", read("manifest.json"))
    assert set(addresses) == {"https://example.com/slack/events"}


def test_the_manifest_names_what_the_bot_answers(manifest: dict[str, Any]) -> None:
    features = manifest["features"]
    assert [command["command"] for command in features["slash_commands"]] == ["/ours"]
    assert features["slash_commands"][0]["should_escape"]
    assert {shortcut["callback_id"] for shortcut in features["shortcuts"]} == {
        "customer_mention",
        "track_promise",
        "share_words",
        "promise_something",
    }
    for word in ["help", "open", "mine", "promise", "customer", "departments", "join", "digest", "settings", "setup"]:
        assert word in features["slash_commands"][0]["usage_hint"]
        assert f"/ours {word}" in read("README.md")


def test_everything_that_is_installed_is_pinned() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    runs, develops = pins("requirements.txt"), pins("requirements-dev.txt")
    assert not runs.keys() & develops.keys()
    for wanted, pinned in ((project["dependencies"], runs), (project["optional-dependencies"]["dev"], develops)):
        for requirement in wanted:
            package = re.split(r"[\[<>=;\s]", requirement)[0]
            assert package.lower() in pinned, f"{package} is not pinned"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "pyproject.toml", "Makefile", ".ci/run"])
def test_no_file_of_the_set_up_names_a_registry(name: str) -> None:
    assert not re.search(r"https?://|--(extra-)?index|--find-links|^-e ", read(name), re.MULTILINE)


def test_make_alone_prints_its_help() -> None:
    done = subprocess.run(["make", "--no-print-directory"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert {"demo", "test", "fmt", "run", "clean", "complaints", "venv"} <= targets
    for target in targets:
        assert f"make {target}" in done.stdout


def test_complaints_without_a_folder_says_what_is_missing() -> None:
    command = ["make", "--no-print-directory", "--old-file", ".venv/.runs", "complaints", "OURS_DATA="]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "OURS_DATA=folder" in done.stdout


def test_the_check_of_a_change_is_make_test() -> None:
    script = REPOSITORY / ".ci/run"
    assert script.stat().st_mode & 0o111
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
    assert "make test" in script.read_text(encoding="utf-8")


def test_the_procfile_starts_what_the_command_line_has() -> None:
    processes = dict(line.split(": ", 1) for line in read("Procfile").splitlines())
    assert {name: line.split()[-1] for name, line in processes.items()} == {
        "release": "migrate", "web": "web", "worker": "worker",
    }  # fmt: skip


LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)[^)]*\)")


@pytest.mark.parametrize(
    "page", sorted(REPOSITORY.glob("*.md")) + sorted(REPOSITORY.glob("docs/**/*.md")), ids=lambda page: page.name
)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_decision_has_its_three_parts() -> None:
    pages = sorted((REPOSITORY / "docs/decisions").glob("0*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for part in ("## Context", "## Choice", "## Consequence"):
            assert part in text, page.name
