"""Good news: praise that is told to whoever earned it, thanked for, and quoted where the customer allows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slack_sdk.models.blocks import Block, Option, SectionBlock, StaticSelectElement

from bot.messages import actions as act
from bot.messages.inputs import form, input_of, person_input, plain
from bot.messages.layout import actions, button, context, message, section, section_beside
from bot.messages.text import link, listed, person, quote
from bot.messages.views import MentionLine, Message, QuoteView

MOST_CREDITED = 8
THANK = "I'll thank them"


# On the card


def credit_line(credited: Sequence[str], is_update: bool) -> str | None:
    if not credited or not is_update:
        return None
    return f":sunflower: This praise is {listed([person(who) for who in credited], MOST_CREDITED)}'s."


def quote_line(asked: QuoteView, mention_id: str, is_update: bool) -> SectionBlock:
    """Whether it may be quoted, and the reverse of what was said last."""
    if asked.state == "asked":
        by, to = (person(asked.by), person(asked.to)) if is_update else ("Somebody", "a teammate")
        asks = "and asks the customer" if asked.by == asked.to else f"and {to} asks the customer"
        back = button("Ask no more", act.QUOTE_TAKE_BACK, mention_id)
        return section_beside(back, f":speech_balloon: {by} would like to quote this, {asks}.")
    if asked.state == "allowed":
        return section_beside(
            button("Not any more", act.QUOTE_NO, mention_id),
            ":speech_balloon: *May be quoted*: the customer allows it.",
        )
    return section_beside(
        button("They allow it after all", act.QUOTE_YES, mention_id),
        ":speech_balloon: *Not to be quoted*: the customer would rather not.",
    )


# By direct message


def yours(line: MentionLine, by: str) -> Message:
    """To whoever earned it: it asks nothing."""
    return message(
        f"A customer praises what you did: {line.about}",
        [
            section(f":sunflower: *This is yours*, says {person(by)}.", quote(line.about, 500, 5), _thread(line)),
            context("You get this once. Nothing is asked of you; enjoy it."),
        ],
    )


def may_we_quote(line: MentionLine, by: str, to: str) -> Message:
    """To whoever leads, or shared it; they may be the one who would like to."""
    asked = f"*{person(by)} would like to quote this.* Would you ask the customer?"
    if by == to:
        asked = "*You would like to quote this.* Ask the customer, and tell me here what they say."
    return message(
        "May we quote this customer?",
        [
            section(
                f":speech_balloon: {asked}",
                quote(line.about, 400, 4),
                _thread(line),
            ),
            actions(
                button("They allow it", act.QUOTE_YES, line.mention_id, is_primary=True),
                button("They'd rather not", act.QUOTE_NO, line.mention_id),
            ),
            context("You get this once, since you lead this or shared it. I write to no customer; you do."),
        ],
    )


def quote_answered(line: MentionLine, by: str, is_allowed: bool) -> Message:
    """To whoever asked."""
    told = "*You may quote this*: the customer allows it" if is_allowed else "The customer would rather not be quoted"
    return message(
        "You may quote a customer" if is_allowed else "A customer would rather not be quoted",
        [section(f":speech_balloon: {told}, says {person(by)}.", quote(line.about, 400, 4), _thread(line))],
    )


def _thread(line: MentionLine) -> str | None:
    return link(line.link, "Open the thread") if line.link else None


# Answers


def quote_asked(to: str, by: str) -> Message:
    said = f"I ask {person(to)} to ask the customer; you are told what they say."
    if to == by:
        said = "You lead this or shared it, so you ask the customer: a direct message of mine takes what they say."
    return message("Asked", [section(f"{said} *Ask no more* on the card takes it back.")])


def quote_said(mention_id: str, is_allowed: bool) -> Message:
    """After *They allow it* and *They'd rather not*: each is the other's reverse."""
    words = "Noted: it may be quoted. Thank you for asking." if is_allowed else "Noted: it is not quoted."
    undo = button("Not any more", act.QUOTE_NO, mention_id) if is_allowed else None
    undo = undo or button("They allow it after all", act.QUOTE_YES, mention_id)
    return message(words, [section(words), actions(undo)])


def quote_taken_back() -> Message:
    return message("Asked no more", [section("All right: nobody asks the customer.")])


# Form


def credit(mention_id: str, credited: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Whose it is; `credited` are ids and names of those who can be taken off again."""
    who = person_input("Who earned it?")
    who.optional = bool(credited)
    blocks: list[Block] = [who]
    if credited:
        options = [Option(value=user_id, text=plain(name)) for user_id, name in credited[:100]]
        element = StaticSelectElement(action_id=act.INPUT_TAKE_BACK, options=options, placeholder="Choose a teammate")
        blocks.append(input_of("Or: it is not theirs", element, is_optional=True))
    blocks.append(
        context("They read it once, by direct message; nothing is asked of them. *Bring in…* tells a department.")
    )
    return form(act.FORM_CREDIT, "This is theirs", "Save", mention_id, blocks)
