"""Customers' words from elsewhere: the form in which they are typed, their post in a channel, and that it failed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ConversationFilter,
    ConversationSelectElement,
    PlainTextInputElement,
    UrlInputElement,
)

from bot.messages import actions as act
from bot.messages.house_views import IntakeView
from bot.messages.inputs import form, input_of, moment_from
from bot.messages.layout import actions, button, context, message, section
from bot.messages.text import channel, inline, link, moment, quote, shorten, typed
from bot.messages.views import Message

LONGEST_WORDS = 3000
WHOLE = 2400


def form_words(channel_id: str | None, words: str = "") -> dict[str, Any]:
    """What a customer said (`words`, as far as that is known), who, where, and where its card shall stand."""
    said = PlainTextInputElement(
        action_id=act.INPUT_SAID,
        multiline=True,
        max_length=LONGEST_WORDS,
        initial_value=typed(words, LONGEST_WORDS) or None,
    )
    who = PlainTextInputElement(action_id=act.INPUT_WHO, max_length=200, placeholder="Acme, or Ada Lovelace of Acme")
    url = UrlInputElement(action_id=act.INPUT_LINK, placeholder="https://…")
    where = ConversationSelectElement(
        action_id=act.INPUT_WHERE,
        placeholder="Choose a channel",
        initial_conversation=channel_id,
        filter=ConversationFilter(include=["public", "private"], exclude_external_shared_channels=True),
    )
    blocks: list[Block] = [
        input_of("What did they say?", said, hint="In their words, as far as you remember them."),
        input_of("Who said it?", who, is_optional=True),
        input_of("Link", url, is_optional=True, hint="To the review, the post, the ticket."),
        input_of(
            "Where shall its card stand?",
            where,
            hint="A channel that I am in, where no guests or people from outside read.",
        ),
    ]
    return form(act.FORM_INTAKE, "What a customer said", "Share it", "", blocks)


def form_promise(zone: str, now: datetime) -> dict[str, Any]:
    """A promise of one's own, from anywhere."""
    words = PlainTextInputElement(
        action_id=act.INPUT_WORDS, multiline=True, max_length=500, placeholder="Send Ada the invoice"
    )
    blocks: list[Block] = [
        input_of("What do you promise?", words),
        moment_from("By when", None, zone, now),
        context("Only you see it. I remind you once before; `/ours mine` has what settles it."),
    ]
    return form(act.FORM_PROMISE, "Promise something", "Track it", "", blocks)


def told_here(channel_id: str, ts: str) -> Message:
    """By direct message to whoever wrote a customer's words there: nobody else reads them yet."""
    return message(
        "Shall I share these words?",
        [
            section(
                "*Did a customer say that?* Only the two of us read here. Choose a channel: I open its card there, and "
                "ask who can help."
            ),
            actions(button("Share it…", act.SHARE_WORDS, f"{channel_id}|{ts}", is_primary=True)),
            context(
                "Until you share it, I keep none of its words. Meant something else? `/ours help` lists what I know."
            ),
        ],
    )


def posted(view: IntakeView) -> Message:
    """The post that stands for what a customer said: its card comes in the thread."""
    who = inline(view.customer or view.author, 100)
    tells = "heard" if view.is_tool else "shares what"
    by = inline(view.by, 80) or "A teammate"
    said = f"*{by}* {tells} " + (f"*{who or 'a customer'}*" if view.is_tool else f"*{who or 'a customer'}* said")
    place = _place(view)
    return message(
        f"{view.by} {tells} {view.customer or view.author or 'a customer'}: {shorten(view.words, 120)}",
        [
            section(f":speech_balloon: {said}{f' · {place}' if place else ''}", quote(view.words, WHOLE, 40)),
            _author(view),
        ],
    )


def _place(view: IntakeView) -> str:
    named = inline(view.source, 60)
    shown = link(view.url, named or "open it") if view.url else named
    return " · ".join(filter(None, (shown, moment(view.at, view.zone) if view.at else "")))


def _author(view: IntakeView) -> Block | None:
    is_told = view.customer.strip() and view.author.strip() and view.author != view.customer
    return context(f"said {inline(view.author, 100)}") if is_told else None


def refused(view: IntakeView, channel_id: str, why: str) -> Message:
    """To whoever typed it: it could not be posted, and here it is."""
    return message(
        "What you shared could not be posted",
        [
            section(
                f"What you shared could not be posted in {channel(channel_id)}: {inline(why, 300)}. Here it is; the "
                "shortcut *What a customer said* shares it elsewhere.",
                quote(view.words, WHOLE, 40),
            )
        ],
    )
