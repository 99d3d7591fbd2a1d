"""The first form of `/ours setup`: this channel."""

from __future__ import annotations

from bot.database import Scope
from bot.handlers.submissions import Submission
from bot.ledger import (
    people,
    views,
)
from bot.messages import actions as act


def setup(scope: Scope, sent: Submission) -> str:
    """Only inputs that the form showed are changed."""
    may_set_channel = bool(sent.about) and views.setup(scope, sent.user_id, sent.about).channel_id == sent.about
    if act.INPUT_CHANNEL_MODE in sent.values and may_set_channel:
        people.set_channel(scope, sent.about, _channel_choices(sent), sent.user_id)
    return "Saved. `/ours setup` changes it at any time."


def _channel_choices(sent: Submission) -> people.ChannelChoices:
    return people.ChannelChoices(
        mode=sent.option(act.INPUT_CHANNEL_MODE),  # type: ignore[arg-type]  # the form has no other options
        promises=sent.is_on(act.INPUT_CHANNEL_PROMISES),
        reminders=sent.is_on(act.INPUT_CHANNEL_REMINDERS),
        intake=sent.is_on(act.INPUT_CHANNEL_INTAKE),
    )
