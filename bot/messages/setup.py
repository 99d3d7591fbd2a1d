"""The setup: what `/ours setup` shows first, and the form of each of its sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ChannelSelectElement,
    CheckboxesElement,
    ExternalDataSelectElement,
    Option,
    PlainTextInputElement,
    RadioButtonsElement,
    StaticSelectElement,
    TimePickerElement,
    UserMultiSelectElement,
)

from bot.messages import actions as act
from bot.messages.house_views import HoursView, Learning, SetupRow, SetupView
from bot.messages.inputs import form, input_of, plain, switch
from bot.messages.layout import button, context, divider, section, section_beside
from bot.messages.text import DAYS, channel, inline, label, person, typed

MODES = (
    ("careful", "Careful", "Cards for posts and mails of customers; words alone are asked about"),
    ("eager", "Eager", "Cards for all that reads like a customer's words"),
    ("off", "Off", "I read nothing here"),
)
WAYS = (
    ("propose", "Propose rules", "A head or an admin is asked before one holds"),
    ("at_once", "Learn at once", "Rules are proposed, and corrections weigh besides"),
    ("off", "Learn nothing", "What was learnt is erased"),
)
MOST_ADMINS = 50
LONGEST_GUIDELINES = 1000
LABELS = {
    act.INPUT_CHANNEL_MODE: "How I read here",
    act.INPUT_CHANNEL_PROMISES: "Promises",
    act.INPUT_CHANNEL_REMINDERS: "Reminders",
    act.INPUT_CHANNEL_INTAKE: "From elsewhere",
    act.INPUT_ZONE: "Time zone",
    act.INPUT_START: "Work begins",
    act.INPUT_END: "Work ends",
    act.INPUT_HOUSE_DAYS: "Working days",
    act.INPUT_HOLIDAYS: "Public holidays",
    act.INPUT_DIGEST_CHANNEL: "Weekly digest in",
    act.INPUT_DIGEST_DAY: "On",
    act.INPUT_DIGEST_AT: "At",
    act.INPUT_GUIDELINES: "How we answer customers",
    act.INPUT_MENTION_EMOJI: "Emoji that share",
    act.INPUT_LEARNING: "When people correct me",
    act.INPUT_ADMINS: "Admins, beside Slack's",
    act.INPUT_GUIDES: "New teammates",
    act.INPUT_NAME: "Name",
    act.INPUT_DESCRIPTION: "Answers for",
    act.INPUT_KNOWN_BY: "Words",
    act.INPUT_PEOPLE: "People",
    act.INPUT_HEAD: "Head",
    act.INPUT_DUTY: "On duty",
    act.INPUT_CHANNEL_OF: "Channel",
    act.INPUT_GROUP: "User group",
}
"""What the inputs are called: also where somebody is told that another person changed one."""


def overview(view: SetupView, said: str = "", about: str = "") -> dict[str, Any]:
    """The sections and this channel's choices; what one may not choose is left out, and who may is named. `said` is
    what was done just now, in our words.
    """
    blocks: list[Block] = [section(f":white_check_mark: {said}")] if said else []
    blocks += [_row(number, row) for number, row in enumerate(view.rows)]
    blocks += [divider()] if view.rows else []
    blocks += _channel_choices(view)
    blocks.append(context(*_elsewhere(view)))
    if not view.channel_id:
        return form("form_shown", "Set up Ours", None, about, blocks)
    return form(act.FORM_SETUP, "Set up Ours", "Save", about, blocks)


def this_channel(view: SetupView, about: str, told: Sequence[str]) -> dict[str, Any]:
    """This channel's choices once more, for who must know something before they save them."""
    return form(act.FORM_SETUP, "Set up Ours", "Save", about, [_meanwhile(told), *_channel_choices(view)])


def _meanwhile(told: Sequence[str]) -> Block:
    return section(":warning: *Somebody was here meanwhile*", *told)


def _elsewhere(view: SetupView) -> list[str]:
    """What is chosen in another place, or by somebody else."""
    told = ["*You*: your hours, your days off, and how I nudge you are in `/ours settings`."]
    if view.asks:
        told.insert(0, f"Departments, hours, the digest and the rest are set up by an admin: ask {person(view.asks)}.")
    if not view.channel_id:
        told.insert(0, "A teammate in a channel that I read chooses how I read there: `/ours setup` in that channel.")
    return told


def _row(number: int, row: SetupRow) -> Block:
    change = button("Change", act.numbered(act.SETUP_SECTION, number), row.key)
    return section_beside(change, f"*{inline(row.title, 75)}*", row.line)


def _channel_choices(view: SetupView) -> list[Block]:
    if not view.channel_id:
        return []
    promises = switch(act.INPUT_CHANNEL_PROMISES, "Read promises here", view.channel_promises)
    reminders = switch(act.INPUT_CHANNEL_REMINDERS, "Say once a working day what is open here", view.channel_reminders)
    tools = "Let listening tools post customers' words here"
    intake = switch(act.INPUT_CHANNEL_INTAKE, tools, view.channel_intake)
    return [
        section(f"*This channel* · {channel(view.channel_id)}"),
        _input(choices(act.INPUT_CHANNEL_MODE, MODES, view.channel_mode)),
        _switch(promises),
        _switch(reminders, "One message, edited in place; none when nothing is."),
        _switch(intake, "By a signed webhook, where one is set up."),
    ]


def choices(action_id: str, offered: Sequence[tuple[str, str, str]], chosen: str) -> RadioButtonsElement:
    """One of a few ways: value, name, and what it means."""
    options = {key: Option(value=key, text=plain(name), description=plain(what)) for key, name, what in offered}
    first = options.get(chosen, next(iter(options.values())))
    return RadioButtonsElement(action_id=action_id, options=list(options.values()), initial_option=first)


def section_form(title: str, blocks: Sequence[Block], about: str, told: Sequence[str] = ()) -> dict[str, Any]:
    """The form of a section. `told` is what its reader must know before they save it once more, in our words."""
    return form(act.FORM_SECTION, label(title, 24), "Save", about, [*([_meanwhile(told)] if told else []), *blocks])


def hours(view: HoursView) -> list[Block]:
    """When people work who set no hours of their own."""
    zone = PlainTextInputElement(action_id=act.INPUT_ZONE, initial_value=label(view.zone, 60, "UTC"), max_length=64)
    days = [Option(value=str(number), text=plain(day)) for number, day in enumerate(DAYS)]
    on = [day for day in days if int(str(day.value)) in view.days]
    name = view.holidays_name or view.holidays or "none"
    holidays = ExternalDataSelectElement(
        action_id=act.INPUT_HOLIDAYS,
        placeholder="Type a country",
        initial_option=Option(value=label(view.holidays, 75, "none"), text=plain(name)),
        min_query_length=0,
    )
    return [
        context("For everybody who set no hours of their own. Nudges, reminders and the digest keep to them."),
        _input(CheckboxesElement(action_id=act.INPUT_HOUSE_DAYS, options=days, initial_options=on or None)),
        _input(TimePickerElement(action_id=act.INPUT_START, initial_time=view.start)),
        _input(TimePickerElement(action_id=act.INPUT_END, initial_time=view.end)),
        _input(zone, "Such as Europe/Berlin or America/New_York. Slack tells me each person's own."),
        _input(holidays, "Nobody is nudged on them."),
    ]


def digest(channel_id: str | None, day: int, at: str) -> list[Block]:
    """Where the weekly digest comes, and when."""
    days = [Option(value=str(number), text=plain(name)) for number, name in enumerate(DAYS)]
    where = ChannelSelectElement(
        action_id=act.INPUT_DIGEST_CHANNEL, placeholder="Choose a channel", initial_channel=channel_id
    )
    which = StaticSelectElement(action_id=act.INPUT_DIGEST_DAY, options=days, initial_option=days[day % 7])
    return [
        input_of(LABELS[act.INPUT_DIGEST_CHANNEL], where, is_optional=True, hint="Empty: no digest."),
        _input(which),
        _input(TimePickerElement(action_id=act.INPUT_DIGEST_AT, initial_time=at), "In the workspace's time zone."),
        context("`/ours digest` shows a preview to you alone."),
    ]


def guidelines(words: str) -> list[Block]:
    """How the house answers customers, in its own words."""
    element = PlainTextInputElement(
        action_id=act.INPUT_GUIDELINES,
        multiline=True,
        max_length=LONGEST_GUIDELINES,
        initial_value=typed(words, LONGEST_GUIDELINES) or None,
    )
    hint = "Tone, what we promise, what we never say. Shown to whoever writes an answer, and to new teammates."
    return [input_of(LABELS[act.INPUT_GUIDELINES], element, is_optional=True, hint=hint)]


def mention_emoji(emoji: str) -> list[Block]:
    """With which reactions teammates share a message."""
    element = PlainTextInputElement(
        action_id=act.INPUT_MENTION_EMOJI, max_length=200, initial_value=typed(emoji, 200) or None
    )
    hint = "A reaction with one of these shares any message as a customer mention. Empty: no reaction does."
    return [input_of(LABELS[act.INPUT_MENTION_EMOJI], element, is_optional=True, hint=hint)]


def learning(way: Learning) -> list[Block]:
    """What the workspace makes of corrections."""
    return [
        _input(choices(act.INPUT_LEARNING, WAYS, way)),
        context(
            "What customers write about a department stands in its own form: *Departments*, then *Edit*. "
            "`/ours rules` lists the rules that corrections made, and removes them."
        ),
    ]


def roles(admins: Sequence[str], slacks: Sequence[str], guides: bool) -> list[Block]:
    """Who sets up, beside those who are admins in Slack (`slacks`, as they are shown); and what newcomers get."""
    named = UserMultiSelectElement(
        action_id=act.INPUT_ADMINS,
        placeholder="Choose teammates",
        initial_users=list(admins) or None,
        max_selected_items=MOST_ADMINS,
    )
    known = f"Admins in Slack: {', '.join(slacks[:10])}." if slacks else "I know no admin in Slack yet."
    return [
        section("*Who may do what*", ROLES),
        input_of(LABELS[act.INPUT_ADMINS], named, is_optional=True, hint="They may do all that stands in this setup."),
        context(known),
        input_of(
            LABELS[act.INPUT_GUIDES],
            switch(act.INPUT_GUIDES, "Send them a short guide, once", guides),
            is_optional=True,
            hint="In their working hours. Who was here before me gets a shorter one with their first part or promise.",
        ),
    ]


ROLES = (
    "• An *admin* sets up the workspace, and makes, edits and archives departments.\n"
    "• A *head* edits their own department: its words, people, duty and channel.\n"
    "• A *teammate* joins departments, and sets up the channels they are in.\n"
    "• A *guest* sees what they could open, chooses for themselves, and heads nothing."
)


def _input(element: Any, hint: str | None = None) -> Block:
    return input_of(LABELS[element.action_id], element, hint=hint)


def _switch(element: Any, hint: str | None = None) -> Block:
    return input_of(LABELS[element.action_id], element, is_optional=True, hint=hint)


def overtaken(by: str, name: str, now: str) -> str:
    """That somebody changed what one is about to change; `by` as people are shown, `now` what they chose."""
    chosen = f" to “{inline(now, 120)}”" if now.strip() else " (it is empty now)"
    return (
        f"{by or 'Somebody'} changed *{LABELS.get(name, name)}*{chosen}. "
        "Yours stands below: *Save* makes it hold, *Cancel* keeps theirs."
    )


def shown_value(value: object, options: Mapping[str, str] | None = None) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, tuple):
        return ", ".join(shown_value(one, options) for one in value)
    return (options or {}).get(str(value), str(value or ""))
