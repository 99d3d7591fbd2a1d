"""Import and export: departments as a file, `departments.toml`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slack_sdk.models.blocks import Block, PlainTextInputElement
from slack_sdk.models.blocks.block_elements import FileInputElement

from bot.messages import actions as act
from bot.messages.house_views import PlannedLine
from bot.messages.inputs import form, input_of, switch
from bot.messages.layout import actions, button, context, section, sections
from bot.messages.text import count, inline, typed

NAME = "departments.toml"
LONGEST_TEXT = 3000
MOST_LINES = 60
EXAMPLE = '[returns]\nname = "Returns"\ndescription = "Handles what comes back."\nwords = ["send back", "exchange"]'


def files(about: str, said: str = "") -> dict[str, Any]:
    """Where a file is asked for or given."""
    chosen = FileInputElement(action_id=act.INPUT_FILE, max_files=1)
    written = PlainTextInputElement(
        action_id=act.INPUT_TOML, multiline=True, max_length=LONGEST_TEXT, placeholder=EXAMPLE
    )
    blocks: list[Block] = [section(f":white_check_mark: {said}")] if said else []
    blocks += [
        section(f"*Export* · I send you `{NAME}`: all departments, with their words and people."),
        actions(button("Send me the file", act.EXPORT, "departments")),
        section("*Import* · You see first what it would change."),
        input_of("A file", chosen, is_optional=True, hint="Like the one of an export. A field left out stays."),
        input_of("Or its text", written, is_optional=True, hint="A department or a few, as they stand in the file."),
        context(
            "What the file does not name stays as it is. Whoever runs me can do both, too: `python -m bot departments`."
        ),
    ]
    return form(act.FORM_IMPORT, "Import and export", "Show what changes", about, blocks)


def planned(lines: Sequence[PlannedLine], about: str, text: str = "") -> dict[str, Any]:
    """What an import would do; nothing is done yet. A `text` that was typed stands in it, so that it is sent again."""
    doing = [line for line in lines if line.act != "keep"]
    kept = len(lines) - len(doing)
    if not doing:
        words = "*Nothing would change.* All that it says is so already."
        return form("form_shown", "Import", None, about, [section(words)])
    new = sum(line.act == "create" for line in doing)
    parts = [count(new, "new department")] if new else []
    parts += [f"{len(doing) - new:,} changed"] if len(doing) > new else []
    parts += [f"{kept:,} as they are"] if kept else []
    told = f"{', '.join(parts)}."
    shown = [*sections(doing[:MOST_LINES], _line)]
    more = [context(f"and {len(doing) - MOST_LINES:,} more.")] if len(doing) > MOST_LINES else []
    blocks: list[Block] = [section(f"*This would change · {told}*"), *shown, *more, context("Nothing is done yet.")]
    keeping = switch(act.INPUT_KEEP, "Send me the departments as they are now, to go back", is_on=True)
    blocks.append(input_of("Before that", keeping, is_optional=True))
    if text:
        element = PlainTextInputElement(
            action_id=act.INPUT_TOML, multiline=True, max_length=LONGEST_TEXT, initial_value=typed(text, LONGEST_TEXT)
        )
        blocks.append(input_of("Its text", element))
    return form(act.FORM_IMPORT_SURE, "Import", "Import it", about, blocks)


def _line(line: PlannedLine) -> str:
    what = "new" if line.act == "create" else ", ".join(inline(one, 60) for one in line.what)
    return f"• *{inline(line.name, 75) or '…'}* · {what}"
