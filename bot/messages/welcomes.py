"""What the bot says once: to a channel that it comes into, to the first admin, and to a new teammate."""

from __future__ import annotations

from typing import Literal

from slack_sdk.models.blocks import Block

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


WHAT_I_DO = (
    "• *What a customer said* gets a card, in the channels I'm in: I ask the departments it concerns, and say why.",
    "• *What a teammate promised them*, I remember, and remind of it kindly before it is due.",
    "• *Each week*, one message shows how well the house shared the work.",
)
"""What Ours does, in three lines: for whoever has to set it up."""


def lead_to_setup(departments: int) -> Message:
    """To the first admin, once: what is left to do until the first customer is heard."""
    found = count(departments, "department is", "departments are")
    prepared = f"{found} prepared, and nobody answers for them yet. " if departments else ""
    return message(
        "Ours is here. Three minutes set it up.",
        [
            section(":wave: *I'm Ours. I help you look after your customers together.*", *WHAT_I_DO),
            section(
                f"{prepared}Three minutes are enough: say who answers for what, and where I read. All else can wait."
            ),
            actions(button("Set up Ours", act.SETUP_OPEN, "overview", is_primary=True)),
            context(
                "You get this once, since you are an admin here. My *Home* tab and `/ours setup` lead to the same, and "
                "*Roles* there lets a colleague do it."
            ),
        ],
    )


def guide(guidelines: str, is_new: bool = True) -> Message:
    """To a new teammate, or to one who looked in, once. `guidelines` are the house's own words on how it answers."""
    why = "you are new here" if is_new else "you looked in"
    return message(
        "How we look after our customers here, in a minute" if is_new else "Welcome: how we look after our customers",
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
            *_house(guidelines),
            section(
                "*Fewer messages?* *Never offer me this* under an offer, *Mute this* on a reminder, and "
                "`/ours settings` for your hours, days off and all else that is yours. I write in your working hours "
                "only."
            ),
            context(f"You get this once, since {why}. `/ours help` shows the rest."),
        ],
    )


def first_act(guidelines: str) -> Message:
    """To a teammate who was here before the bot, once, after the first thing that they do."""
    return message(
        "How we look after our customers here, in half a minute",
        [
            section(
                ":wave: *You look after your first customer here. Thank you.*",
                "• `/ours mine` lists what is yours, and so does my *Home* tab.",
                "• Answered them? *Answered* on the card tells everybody. Can't after all? *Step back* is fine.",
                "• Promised them something? I offer to remember it, and remind you in your working hours.",
            ),
            *_house(guidelines),
            context(
                "You get this once, with your first part or promise here. `/ours settings` says when I write to you, "
                "and how to get less; `/ours help` shows the rest."
            ),
        ],
    )


def _house(guidelines: str) -> list[Block]:
    return [section("*How we answer here*", quote(guidelines, 900, 12))] if guidelines.strip() else []
