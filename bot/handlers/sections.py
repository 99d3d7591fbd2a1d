"""The sections of the setup that are one form each: what holds, its inputs, and how it is saved.

A new section is one more `Section` in `SECTIONS`. Its `values` say by input what holds now, its `inputs` show them (a
block whose block id and action id are that word, named in `messages.setup.LABELS`), and `save` gets all of them as they
shall be. Who may, what somebody else changed meanwhile, and how it is told, is seen to for all alike in `setup`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any, cast

from slack_sdk.models.blocks import Block

from bot import calendars
from bot.clock import WorkingHours, is_zone
from bot.database import Scope
from bot.handlers.stacks import Value, Values
from bot.handlers.submissions import (
    DigestOverheard,
    DigestUnheard,
    HolidaysUnknown,
    HouseDaysMissing,
    HouseHoursUnfit,
    ZoneUnknown,
)
from bot.ledger import mention_marks, people, replanning, roles, rules, visibility, workspaces
from bot.messages import actions as act
from bot.messages import setup as words
from bot.messages.house_views import HoursView, Learning
from bot.messages.settings import hours_words
from bot.messages.text import DAYS, channel, inline, listed, person

ON: tuple[str, ...] = ("on",)
"""What a switch holds that is on."""


@dataclass(frozen=True, slots=True)
class Section:
    """One row of the setup. `line` says in a line what holds; `may` who changes it."""

    key: str
    title: str
    line: Callable[[Scope], str]
    values: Callable[[Scope], Values]
    inputs: Callable[[Scope, Values], list[Block]]
    save: Callable[[Scope, Mapping[str, Any], str], None]
    may: Callable[[Scope, str], bool] = roles.is_admin


def switch(is_on: bool) -> tuple[str, ...]:
    return ON if is_on else ()


# Hours and holidays


def _hours_values(scope: Scope) -> Values:
    workspace = workspaces.get(scope)
    return {
        act.INPUT_HOUSE_DAYS: tuple(workspace.work_days),
        act.INPUT_START: f"{workspace.work_start:%H:%M}",
        act.INPUT_END: f"{workspace.work_end:%H:%M}",
        act.INPUT_ZONE: workspace.zone,
        act.INPUT_HOLIDAYS: workspace.holidays,
    }


def _hours_inputs(scope: Scope, values: Values) -> list[Block]:
    given = {name: str(value or "") for name, value in values.items()}
    days = tuple(int(day) for day in cast(tuple[str, ...], values[act.INPUT_HOUSE_DAYS]))
    calendar = given[act.INPUT_HOLIDAYS]
    times = given[act.INPUT_START], given[act.INPUT_END]
    return words.hours(HoursView(given[act.INPUT_ZONE], *times, days, calendar, calendars.name_of(calendar)))


def _hours_line(scope: Scope) -> str:
    workspace = workspaces.get(scope)
    free = (
        "" if workspace.holidays == calendars.NONE else f", holidays: {inline(calendars.name_of(workspace.holidays))}"
    )
    worked = hours_words(workspace.work_start, workspace.work_end, workspace.hours.weekdays)
    return f"{worked} · {inline(workspace.zone)}{free}"


def _save_hours(scope: Scope, chosen: Mapping[str, Any], by: str) -> None:
    zone = chosen[act.INPUT_ZONE] or "UTC"
    if not is_zone(zone):
        raise ZoneUnknown(zone=zone[:40])
    if not chosen[act.INPUT_HOUSE_DAYS]:
        raise HouseDaysMissing
    start, end = (time.fromisoformat(chosen[name] or "00:00") for name in (act.INPUT_START, act.INPUT_END))
    if end <= start:
        raise HouseHoursUnfit
    if not calendars.is_calendar(chosen[act.INPUT_HOLIDAYS] or calendars.NONE):
        raise HolidaysUnknown
    days, holidays = frozenset(map(int, chosen[act.INPUT_HOUSE_DAYS])), chosen[act.INPUT_HOLIDAYS] or calendars.NONE
    before = workspaces.get(scope).hours
    workspaces.choose_zone(scope, zone, by)
    workspaces.choose_hours(scope, WorkingHours(zone, start, end, days, holidays=holidays), by)
    if workspaces.get(scope).hours != before:
        replanning.everybody(scope)


# The digest


def _digest_values(scope: Scope) -> Values:
    workspace = workspaces.get(scope)
    return {
        act.INPUT_DIGEST_CHANNEL: workspace.digest_channel_id,
        act.INPUT_DIGEST_DAY: str(workspace.digest_day),
        act.INPUT_DIGEST_AT: f"{workspace.digest_at:%H:%M}",
    }


def _digest_inputs(scope: Scope, values: Values) -> list[Block]:
    where = values[act.INPUT_DIGEST_CHANNEL]
    day, at = values[act.INPUT_DIGEST_DAY], values[act.INPUT_DIGEST_AT]
    return words.digest(str(where) if where else None, int(str(day or 0)), str(at or "09:00"))


def _digest_line(scope: Scope) -> str:
    workspace = workspaces.get(scope)
    if workspace.digest_channel_id is None:
        return "None yet: choose its channel."
    when = f"{DAYS[workspace.digest_day]}s at {workspace.digest_at:%H:%M}"
    return f"{when} in {channel(workspace.digest_channel_id)}"


def _save_digest(scope: Scope, chosen: Mapping[str, Any], by: str) -> None:
    channel_id = chosen[act.INPUT_DIGEST_CHANNEL] or None
    if channel_id is not None and channel_id != workspaces.get(scope).digest_channel_id:
        if not people.is_in_channel(scope, channel_id):
            raise DigestUnheard
        if visibility.has_outsiders(scope, channel_id):
            raise DigestOverheard
    at = time.fromisoformat(chosen[act.INPUT_DIGEST_AT] or "09:00")
    workspaces.choose_digest_moment(scope, int(chosen[act.INPUT_DIGEST_DAY] or 0), at, by)
    workspaces.choose_digest_channel(scope, channel_id, by)


# How the house answers; words and rules; roles


def _guidelines_line(scope: Scope) -> str:
    found = workspaces.get(scope).guidelines
    return inline(found, 100) if found else "No guidelines yet: tone, what we promise, what we never say."


def _save_guidelines(scope: Scope, chosen: Mapping[str, Any], by: str) -> None:
    workspaces.choose_guidelines(scope, chosen[act.INPUT_GUIDELINES] or "", by)


def _emoji_line(scope: Scope) -> str:
    chosen = mention_marks.shown(workspaces.get(scope).mention_emoji)
    if not chosen:
        return "No reaction shares a message."
    return f"A reaction with {' or '.join(chosen.split())} shares a message."


def _save_emoji(scope: Scope, chosen: Mapping[str, Any], by: str) -> None:
    mention_marks.choose(scope, chosen[act.INPUT_MENTION_EMOJI] or "", by)


def _learning_line(scope: Scope) -> str:
    way = next((name for key, name, _ in words.WAYS if key == workspaces.get(scope).learning), "")
    return f"When people correct me: {way.casefold()}. `/ours rules` lists what holds."


def _save_learning(scope: Scope, chosen: Mapping[str, Any], by: str) -> None:
    rules.choose_learning(scope, chosen[act.INPUT_LEARNING] or "propose", by)


def _roles_values(scope: Scope) -> Values:
    guides = switch(not workspaces.get(scope).guides_off)
    return {act.INPUT_ADMINS: tuple(roles.named(scope)), act.INPUT_GUIDES: guides}


def _roles_inputs(scope: Scope, values: Values) -> list[Block]:
    named = cast(tuple[str, ...], values[act.INPUT_ADMINS])
    slacks = [person(user_id) for user_id in roles.admins(scope) if user_id not in named]
    return words.roles(named, slacks, bool(values[act.INPUT_GUIDES]))


def _roles_line(scope: Scope) -> str:
    guides = "New teammates get no guide" if workspaces.get(scope).guides_off else "New teammates get a guide"
    return f"Admins: {listed([person(user_id) for user_id in roles.admins(scope)], 3) or 'none known'} · {guides}"


def _save_roles(scope: Scope, chosen: Mapping[str, Any], by: str) -> None:
    roles.name(scope, chosen[act.INPUT_ADMINS], by)
    workspaces.choose_guides(scope, bool(chosen[act.INPUT_GUIDES]), by)


def _only(value: Callable[[Scope], Value], name: str) -> Callable[[Scope], Values]:
    return lambda scope: {name: value(scope)}


SECTIONS = (
    Section("hours", "Hours and holidays", _hours_line, _hours_values, _hours_inputs, _save_hours),
    Section("digest", "Weekly digest", _digest_line, _digest_values, _digest_inputs, _save_digest),
    Section(
        "answers",
        "How we answer",
        _guidelines_line,
        _only(lambda scope: workspaces.get(scope).guidelines, act.INPUT_GUIDELINES),
        lambda scope, values: words.guidelines(str(values[act.INPUT_GUIDELINES] or "")),
        _save_guidelines,
        roles.may_word,
    ),
    Section(
        "ways",
        "Emoji that share",
        _emoji_line,
        _only(lambda scope: mention_marks.shown(workspaces.get(scope).mention_emoji), act.INPUT_MENTION_EMOJI),
        lambda scope, values: words.mention_emoji(str(values[act.INPUT_MENTION_EMOJI] or "")),
        _save_emoji,
    ),
    Section(
        "rules",
        "Words and rules",
        _learning_line,
        _only(lambda scope: workspaces.get(scope).learning, act.INPUT_LEARNING),
        lambda scope, values: words.learning(cast(Learning, values[act.INPUT_LEARNING])),
        _save_learning,
    ),
    Section("roles", "Roles and newcomers", _roles_line, _roles_values, _roles_inputs, _save_roles),
)
