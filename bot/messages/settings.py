"""The form of one's own settings, what it turns into, and what is read and kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    DatePickerElement,
    InputBlock,
    Option,
    RadioButtonsElement,
    TimePickerElement,
)

from bot.messages import actions as act
from bot.messages.inputs import form, input_of, plain, switch
from bot.messages.layout import actions, button, divider, section
from bot.messages.text import DAYS, MONTHS, channel, count, inline, listed

MOST_CHANNELS = 12
RHYTHMS = (
    ("merged", "As it falls due", "What falls due together comes in one message"),
    ("each", "Each by itself", "One message for each promise or mention"),
    ("daily", "Once a day", "All as your day begins; what falls due later comes the next morning"),
)
KEPT = (
    "I keep what customers said, who is on it, and promises that you confirmed. All other text is erased as soon as it "
    "is read; a promise that you did not confirm is seen by you alone. No text leaves the house, and nobody gets a "
    "report about you."
)


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What a teammate has chosen. `start`, `end` and `days` are those that hold; `has_own_hours` says whether they are
    their own, `house` what the house's are. `off` are spans of days off, `channels` those that are read,
    and they are in.
    """

    zone: str
    start: time
    end: time
    days: frozenset[int]
    has_own_hours: bool
    house: tuple[time, time, frozenset[int]]
    quiet: tuple[time, time] | None
    off: tuple[tuple[date, date], ...]
    rhythm: str
    evidence: bool
    promises: bool
    shares: bool
    channels: tuple[str, ...]


def settings(view: SettingsView) -> dict[str, Any]:
    """The form."""
    blocks: list[Block] = [
        section("*When you work*", f"In your own time zone, {inline(view.zone, 60)}, as Slack has it."),
        *_hours(view),
        divider(),
        section("*Days off*", "Nothing nudges you meanwhile, and you are asked only if nobody else is there."),
        *_days_off(view),
        divider(),
        section("*How I nudge you*", "In your working hours only. *Mute this* on a nudge ends those of one promise."),
        *_nudges(view),
        divider(),
        section("*What I read*", _read(view), KEPT),
        actions(button("What I read and keep…", act.PRIVACY, "privacy")),
    ]
    return form(act.FORM_SETTINGS, "My settings", "Save", "", blocks)


def _hours(view: SettingsView) -> list[Block]:
    every = {str(day): Option(value=str(day), text=plain(name)) for day, name in enumerate(DAYS)}
    days = CheckboxesElement(
        action_id=act.INPUT_DAYS,
        options=list(every.values()),
        initial_options=[every[str(day)] for day in sorted(view.days)] or None,
    )
    blocks: list[Block] = [
        input_of("From", _picker(act.INPUT_FROM, view.start)),
        input_of("To", _picker(act.INPUT_UNTIL, view.end), hint="“End of day” means this moment."),
        input_of("On", days),
    ]
    if view.has_own_hours:
        words = f"Back to the house's hours: {hours_words(*view.house)}"
        blocks.append(input_of("Or", switch(act.INPUT_HOUSE_HOURS, words, False), is_optional=True))
    return blocks


def _days_off(view: SettingsView) -> list[Block]:
    blocks: list[Block] = []
    if view.off:
        kept = [Option(value=span_value(span), text=plain(span_words(span))) for span in view.off[:10]]
        element = CheckboxesElement(action_id=act.INPUT_OFF, options=kept, initial_options=kept)
        blocks.append(input_of("You are off", element, is_optional=True, hint="Take the tick away: you work then."))
    first = DatePickerElement(action_id=act.INPUT_OFF_FROM, placeholder="Choose a day")
    last = DatePickerElement(action_id=act.INPUT_OFF_UNTIL, placeholder="Choose a day")
    return [
        *blocks,
        input_of("Off from", first, is_optional=True),
        input_of("Off until, that day included", last, is_optional=True, hint="Empty: a single day."),
    ]


def _nudges(view: SettingsView) -> list[Block]:
    options = {key: Option(value=key, text=plain(name), description=plain(what)) for key, name, what in RHYTHMS}
    chosen = options.get(view.rhythm, options["merged"])
    rhythm = RadioButtonsElement(action_id=act.INPUT_RHYTHM, options=list(options.values()), initial_option=chosen)
    start, end = view.quiet or (None, None)
    quiet: list[Block] = [
        _time(act.INPUT_QUIET_FROM, "Quiet from", start),
        _time(act.INPUT_QUIET_UNTIL, "Quiet until", end, "Hours of your working day in which I write you nothing."),
    ]
    if view.quiet is not None:
        quiet.append(input_of("Or", switch(act.INPUT_NO_QUIET, "No quiet hours", False), is_optional=True))
    asks = (
        (act.INPUT_OWN_PROMISES, "Promises", "Offer to keep promises that I read in what I write", view.promises),
        (act.INPUT_EVIDENCE, "Kept?", "Ask me when a message may show that I kept one", view.evidence),
        (act.INPUT_OWN_SHARES, "Mentions", "Ask me to share what reads like a customer's words", view.shares),
    )
    switches = [input_of(name, switch(action, words, is_on), is_optional=True) for action, name, words, is_on in asks]
    return [input_of("How often", rhythm), *quiet, *switches]


def _time(action_id: str, words: str, at: time | None, hint: str | None = None) -> InputBlock:
    return input_of(words, _picker(action_id, at), is_optional=True, hint=hint)


def _picker(action_id: str, at: time | None) -> TimePickerElement:
    initial = at.strftime("%H:%M") if at is not None else None
    return TimePickerElement(action_id=action_id, initial_time=initial, placeholder="Choose a time")


def _read(view: SettingsView) -> str:
    shown = listed([channel(one) for one in view.channels], MOST_CHANNELS)
    if not shown:
        return "No channel that you are in, as far as I know; nor what people write to each other directly."
    return f"I read {shown}, since you and I are in there. `/ours setup` in a channel switches that off."


def saved(hours: str, due_while_off: int) -> str:
    """What the form turns into; `hours` are those that hold now."""
    due = count(due_while_off, "promise of yours falls due", "promises of yours fall due")
    off = f" {due} while you are off: your Home has *Move…* and *Hand over…*." if due_while_off else ""
    return f"Saved. You work {hours}.{off} `/ours settings` changes it at any time."


def hours_words(start: time, end: time, days: frozenset[int]) -> str:
    """ "Monday to Friday, 9:00 to 17:00"."""
    return f"{_days_words(sorted(days))}, {_clock(start)} to {_clock(end)}"


def _days_words(days: list[int]) -> str:
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return f"{DAYS[days[0]]} to {DAYS[days[-1]]}"
    return listed([DAYS[day] for day in days], 7)


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02d}"


def span_words(span: tuple[date, date]) -> str:
    """ "24 December to 2 January", "1 May"."""
    first, last = span
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{DAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1]}"


def span_value(span: tuple[date, date]) -> str:
    return f"{span[0].isoformat()}/{span[1].isoformat()}"
