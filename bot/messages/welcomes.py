"""What the bot says once: to a channel that it comes into, to the first admin, and to a new teammate."""

from __future__ import annotations

from typing import Literal

from bot.messages import actions as act
from bot.messages.layout import actions, button, context, message, section
from bot.messages.text import channel, count, quote
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


def lead_to_setup(departments: int) -> Message:
    """To the first admin, once: what is left to do until the first customer is heard."""
    return message(
        "Ours is here. Three minutes set it up.",
        [
            section(
                ":wave: *I'm Ours. I help you look after your customers together.*",
                f"You are an admin here, so I ask you. {count(departments, 'department')} are prepared, and nobody "
                "answers for them yet. Three minutes are enough:",
            ),
            section(
                "1. *Departments*: take their people from your Slack user groups, in one click.",
                "2. *Channels*: choose where I read what customers say.",
                "3. *Hours, digest, how we answer*: what suits your house. All of it can wait.",
            ),
            actions(button("Set up Ours", act.SETUP_OPEN, "overview", is_primary=True)),
            context("I ask this once. `/ours setup` opens the same, and *Roles* there lets a colleague do it."),
        ],
    )


def guide(guidelines: str) -> Message:
    """To a new teammate, once. `guidelines` are the house's own words on how it answers."""
    house = [section("*How we answer here*", quote(guidelines, 900, 12))] if guidelines.strip() else []
    return message(
        "How we look after our customers here, in a minute",
        [
            section(
                ":wave: *Welcome. I'm Ours: here, every customer is everyone's.*",
                "When somebody shares what a customer said, I ask the departments it concerns, show who is on it, and "
                "remember what we promised.",
            ),
            section(
                "*Three things to do*",
                "• `/ours departments` shows who answers for what; `/ours join NAME` makes you one of them.",
                "• Heard something from a customer? Paste it into a channel I'm in, or take *More actions* on it.",
                "• Promised them a reply? I offer to remember it. `/ours mine` lists what you owe.",
            ),
            *house,
            section(
                "*Fewer messages?* *Never offer me this* under an offer, *Mute this* on a reminder, and "
                "`/ours settings` for your hours, days off and all else that is yours. I write in your working hours "
                "only."
            ),
            context("You get this once, since you are new here. `/ours help` shows the rest."),
        ],
    )
