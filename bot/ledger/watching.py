"""Which channels the bot reads, and how eagerly: as an admin chooses in the setup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.database import Scope
from bot.facts import ChannelFacts
from bot.ledger import people, reminders, visibility
from bot.ledger.people import ChannelChoices
from bot.ledger.visibility import Audience
from bot.messages.house_views import ChannelLine, ChannelPage
from bot.messages.text import count
from bot.models.people import ChannelMode

A_PAGE = 20


def page(scope: Scope, audience: Audience, number: int) -> ChannelPage:
    """A page of the channels that the bot is in, as far as that person could open them; by name."""
    own = people.own_channels(scope)
    opened = visibility.opened(scope, audience, [one.id for one in own])
    found = sorted((one for one in own if one.id in opened and not one.is_archived), key=lambda one: (one.name, one.id))
    pages = max(1, -(-len(found) // A_PAGE))
    here = min(max(0, number), pages - 1)
    shown = found[here * A_PAGE : (here + 1) * A_PAGE]
    return ChannelPage(tuple(ChannelLine(one.id, one.mode) for one in shown), here, pages, len(found))


def line(scope: Scope) -> str:
    """In a line: how many open channels are read. Of private ones nobody is told who is not in them."""
    read = [one for one in people.own_channels(scope) if one.is_open and one.mode != "off"]
    if not read:
        return "None yet: choose where I read what customers say."
    eager = sum(one.mode == "eager" for one in read)
    return f"I read {count(len(read), 'public channel')}" + (
        f", {eager:,} of them eagerly." if eager else ", carefully."
    )


def watch(scope: Scope, told: tuple[ChannelFacts, Sequence[str]], mode: ChannelMode, by: str) -> None:
    """The bot came into a channel, of which Slack told with its members: it is read so from now on."""
    facts, members = told
    if people.find_channel(scope, facts.id) is None:
        reminders.begin_tomorrow(scope, facts.id)
    people.remember_channel(scope, replace(facts, bot_is_in=True))
    people.remember_members(scope, facts.id, members)
    choose_mode(scope, facts.id, mode, by)


def choose_mode(scope: Scope, channel_id: str, mode: ChannelMode, by: str) -> None:
    """How a channel is read; what else was chosen for it stays."""
    channel = people.lock_channel(scope, channel_id)
    if channel is not None:
        chosen = ChannelChoices(mode, not channel.promises_off, not channel.reminders_off, channel.takes_intake)
        people.set_channel(scope, channel_id, chosen, by)
