"""The first form of `/ours setup`: this channel."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.database import Scope
from bot.errors import NotHere
from bot.handlers.overtaking import overtaken
from bot.handlers.stacks import About, Values, about_of, marks, merge
from bot.handlers.submissions import Submission
from bot.ledger import people, views
from bot.messages import actions as act
from bot.messages import setup as words
from bot.messages.house_views import SetupView

FIELDS = {
    act.INPUT_CHANNEL_MODE: "channel_mode",
    act.INPUT_CHANNEL_PROMISES: "channel_promises",
    act.INPUT_CHANNEL_REMINDERS: "channel_reminders",
    act.INPUT_CHANNEL_INTAKE: "channel_intake",
}


def values_of(view: SetupView) -> Values:
    """By input, how a channel is set up."""
    return {name: getattr(view, field) for name, field in FIELDS.items()}


def setup(scope: Scope, sent: Submission) -> str | dict[str, Any]:
    """Only what its sender changed is changed; the form comes once more where somebody else changed the same."""
    about = about_of(sent.about)
    people.lock_channel(scope, about.channel_id)
    view = views.setup(scope, sent.user_id, about.channel_id)
    if view.channel_id is None:
        raise NotHere
    now = values_of(view)
    merged = merge(about.first, now, _sent(sent))
    chosen: dict[str, Any] = {FIELDS[name]: value for name, value in merged.changed.items()}
    view = replace(view, **chosen)
    if merged.clashing:
        told = overtaken(scope, about.channel_id, (now, merged), sent.user_id)
        known = {name: now[name] for name in merged.clashing}
        fresh = About(channel_id=about.channel_id, first={**about.first, **marks(known)})
        return words.this_channel(view, fresh.text(), told)
    people.set_channel(scope, about.channel_id, _choices(view), sent.user_id)
    return "Saved. `/ours setup` changes it at any time."


def _sent(sent: Submission) -> Values:
    switches = {name: sent.is_on(name) for name in FIELDS if name in sent.values and name != act.INPUT_CHANNEL_MODE}
    return switches | {act.INPUT_CHANNEL_MODE: sent.option(act.INPUT_CHANNEL_MODE)}


def _choices(view: SetupView) -> people.ChannelChoices:
    return people.ChannelChoices(
        mode=view.channel_mode,
        promises=view.channel_promises,
        reminders=view.channel_reminders,
        intake=view.channel_intake,
    )
