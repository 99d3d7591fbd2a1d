"""What is read, kept and shown, in a page: docs/privacy.md for people who read in Slack."""

from __future__ import annotations

from typing import Any

from slack_sdk.models.blocks import SectionBlock

from bot.messages.forms import shown_form
from bot.messages.layout import context, message, section
from bot.messages.views import Message

TITLE = "What I read and keep"
READ = (
    "*What I read*",
    "• Messages in channels that I was invited to, or that an admin chose, and what is written to me. Nothing else.",
    "• Rules in my own process do the reading: no text goes to any other service.",
    "• What was said before I came, or while a channel was switched off, I don't read.",
)
KEPT = (
    "*What I keep, and how long*",
    "• Customers' words that were shared, who is on it, confirmed promises: until whoever runs me deletes them.",
    "• Any other text: until it is read, mostly seconds. One that could not be read: 14 days, to try it again.",
    "• A promise that its speaker declined, or let lapse: its words are erased.",
    "• What you choose in your settings: until you change it.",
)
SHOWN = (
    "*Who sees it*",
    "• Nobody is shown more than they could open in Slack: what was said in a private channel, its members alone.",
    "• A promise that you did not confirm: you alone. Your settings and your Home: you alone.",
    "• No ranking, and no report about a person. The digest names people to thank them.",
    "• Whoever runs me can read my database: that is the one person to trust.",
)
OFF = (
    "*Less of it*",
    "• `/ours settings`: not to be read for promises, fewer nudges, quiet hours, days off.",
    "• `/ours setup` in a channel: that it is not read. `/remove @Ours` there: that I leave.",
    "• *Not a customer mention* on a card, *Mute this* on a nudge, *Not a promise* under an offer.",
)


def _sections() -> list[SectionBlock]:
    return [section(*lines) for lines in (READ, KEPT, SHOWN, OFF)]


def privacy() -> Message:
    """The answer to `/ours privacy`."""
    return message(TITLE, [*_sections(), context("Only you see this.")])


def privacy_view() -> dict[str, Any]:
    """The same, on top of one's own settings."""
    return shown_form(TITLE, _sections())
