"""The settings as people read them: `.env.example`, and the table of docs/operating.md."""

from __future__ import annotations

import textwrap
from datetime import time
from pathlib import Path

from config.parsing import format_weekdays
from config.settings import Settings

REPOSITORY = Path(__file__).parent.parent
HEAD = """\
# What the bot reads from its environment. Copy this file to .env, fill in the first lines, and run
# `python -m config`: it says what is right and what to mend. Made by `python -m config --env-example`.
"""


def env_example() -> str:
    """The text of `.env.example`; a variable that has a default stands in a comment."""
    return "\n".join([HEAD, *(_example_of(name) for name in Settings.model_fields)])


def settings_table() -> str:
    """A Markdown table of every variable."""
    rows = [f"| `{name.upper()}` | {_cell(name)} | {_meaning(name)} |" for name in Settings.model_fields]
    return "\n".join(["| variable | default | meaning |", "| --- | --- | --- |", *rows]) + "\n"


def written_default(name: str) -> str:
    """The default as one would write it in the environment; empty when there is none."""
    value = Settings.model_fields[name].default
    if value is None:
        return ""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, frozenset):
        return format_weekdays(value)
    if isinstance(value, tuple):
        return ",".join(value)
    if isinstance(value, Path):
        return value.relative_to(REPOSITORY).as_posix()
    return str(value)


def _example_of(name: str) -> str:
    meaning = textwrap.fill(_meaning(name), 98, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
    mark = "" if name.startswith("slack_") and not written_default(name) else "# "
    return f"{meaning}\n{mark}{name.upper()}={written_default(name)}\n"


def _cell(name: str) -> str:
    default = written_default(name)
    return f"`{default}`" if default else "none"


def _meaning(name: str) -> str:
    return Settings.model_fields[name].description or ""
