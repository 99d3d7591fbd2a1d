"""What the bot says once, when it comes into a channel: what it reads and keeps, and how to switch it off."""

from __future__ import annotations

from typing import Literal

from bot.messages.layout import message, section
from bot.messages.text import channel
from bot.messages.views import Message


def welcome(mode: Literal["careful", "eager", "off"] = "careful", promises_on: bool = True) -> Message:
    """The one message to a channel that the bot has joined."""
    starts = {
        "careful": "Paste a review, a post or a customer's mail here: I open a card, ask the departments concerned, "
        "and show who is on it.",
        "eager": "When a customer's words are shared here, I open a card, ask the departments concerned, "
        "and show who is on it.",
        "off": "I am switched off here until somebody turns me on in `/ours setup`.",
    }
    promises = ", and for replies that teammates promise them" if promises_on else ""
    return message(
        "Hello, I'm Ours. I help you look after your customers together.",
        [
            section(
                ":wave: *Hello, I'm Ours. I help you look after your customers together.*",
                starts[mode],
            ),
            section(
                f"*I read* messages here, for what customers say{promises}.",
                "*I keep* shared mentions and tracked promises. All other text is erased as soon as it is read.",
                "*Switch me off* with `/ours setup`, or remove me from the channel. `/ours help` shows the rest.",
            ),
        ],
    )


def welcome_elsewhere(channel_id: str, is_open: bool, promises_on: bool = True) -> Message:
    """By DM to whoever invited the bot where guests or people from outside read: it posts nothing there."""
    there = channel(channel_id)
    cards_go = (
        "What customers say there gets its card in the channel of a department it concerns; `/ours departments NAME` "
        "chooses that channel. Where none is chosen, whoever shared it is told."
        if is_open
        else "It is private, so cards of it stand nowhere: whoever shared something is told, and `/ours open` lists it "
        "to the channel's members."
    )
    promises = ", and for replies that teammates promise them: those I offer by direct message" if promises_on else ""
    return message(
        "Thank you for inviting me. Guests or people from outside read there, so I post nothing in it.",
        [
            section(
                f":wave: *Hello, I'm Ours. Thank you for inviting me to {there}.*",
                f"Guests or people from outside can read it, so I post nothing in it. {cards_go}",
            ),
            section(
                f"*I read* messages there, for what customers say{promises}.",
                "*I keep* shared mentions and tracked promises. All other text is erased as soon as it is read.",
                f"*Switch me off* with `/ours setup` in {there}, or remove me from it. `/ours help` shows the rest.",
            ),
        ],
    )
