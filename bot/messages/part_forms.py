"""Forms of one's own part in a mention: its note and lead, and the one answer of all who are on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    RadioButtonsElement,
    SectionBlock,
    UserSelectElement,
)

from bot.messages import actions as act
from bot.messages.inputs import form, input_of, plain, switch
from bot.messages.layout import context, divider, fit, section
from bot.messages.loops import check_back_input
from bot.messages.text import ago, copied, inline, label, link, listed, person, quote, said, typed
from bot.messages.views import AnswerView, EarlierView, OwnerView, PartView

LONGEST_ANSWER = 2000


def part(view: PartView) -> dict[str, Any]:
    """One's own part: a note, whether it is done, and, for whoever leads, passing the lead on."""
    note = PlainTextInputElement(
        action_id=act.INPUT_NOTE, multiline=True, max_length=1000, initial_value=typed(view.owner.note, 1000) or None
    )
    states = [Option(value="on_it", text=plain("I'm still on it")), Option(value="done", text=plain("It is done"))]
    chosen = states[1 if view.owner.is_done else 0]
    state = RadioButtonsElement(action_id=act.INPUT_DONE, options=states, initial_option=chosen)
    about = section(f"About {said(view.about)}") if view.about.strip() else None
    blocks: list[Block | None] = [
        about,
        input_of("What you found or did", note, is_optional=True, hint="Stands on the card, for all who are on it."),
        input_of("Your part", state),
    ]
    if view.owner.asked_to_lead:
        other = person(view.owner.asked_to_lead)
        asked = f"I asked {other} to stand in for you" if view.owner.is_stood_in else f"You asked {other} to lead"
        blocks.append(section(f"{asked}; there is no answer yet."))
        no_lead = switch(act.INPUT_NO_LEAD, "Take that back: I go on leading", False)
        blocks.append(input_of("The lead", no_lead, is_optional=True))
    elif view.owner.is_lead:
        who = UserSelectElement(action_id=act.INPUT_LEAD, placeholder="Choose a teammate")
        hint = "They are asked, and lead once they say yes. Your own part stays yours."
        blocks.append(input_of("Ask somebody else to lead", who, is_optional=True, hint=hint))
    return form(act.FORM_PART, "My part", "Save", view.mention_id, [block for block in blocks if block])


def answer(view: AnswerView) -> dict[str, Any]:
    """One answer of all who are on it: what they found, what was answered before, how we write, and who writes, too."""
    words = PlainTextInputElement(
        action_id=act.INPUT_ANSWER,
        multiline=True,
        max_length=LONGEST_ANSWER,
        initial_value=typed(view.draft, LONGEST_ANSWER) or None,
    )
    sent = switch(act.INPUT_SENT, "The customer has it: mark as answered", False)
    alone = "I send nothing to customers by myself: after Save you copy it from here"
    hint = f"{alone}, or have me post it." if view.post_in else f"{alone}."
    blocks: list[Block | None] = [
        _writing(view),
        _elsewhere(view),
        section(quote(view.quote, 500, 5)) if view.quote.strip() else None,
        section("*What we found*", *_found(view.owners)),
        _earlier(view.earlier) if view.earlier else None,
        context(f"*How we answer:* {inline(view.guidelines, 1000)}") if view.guidelines.strip() else None,
        input_of("The answer", words, hint=hint),
        _post_it(view) if view.post_in else None,
        input_of("Sent", sent, is_optional=True),
        check_back_input(is_optional=True),
    ]
    return form(act.FORM_ANSWER, "Write the answer", "Save", view.mention_id, [each for each in blocks if each])


def _post_it(view: AnswerView) -> Block:
    """Where people from outside read, the bot says nothing but this, once, when its lead ticks it."""
    there = switch(act.INPUT_POST, "Post it there, in the thread of what they said", False)
    hint = f"Exactly these words, as “{label(view.post_as, 80)}: …”. It counts as their answer."
    return input_of("In the channel shared with the customer", there, is_optional=True, hint=hint)


def _writing(view: AnswerView) -> Block | None:
    if not view.writing:
        return None
    who = listed([f"{person(user_id)} ({ago(at, view.now)})" for user_id, at in view.writing], 3)
    return section(f":pencil2: {who} began to write one, too. Agree on who sends it: the customer hears one voice.")


def _elsewhere(view: AnswerView) -> Block | None:
    if not view.elsewhere:
        return None
    who = listed([f"{person(user_id)} ({link(at, 'here')})" for user_id, at in view.elsewhere], 3)
    return section(f":pencil2: Just now also writing to the same customer: {who}. Agree on what they hear first.")


def _found(owners: Sequence[OwnerView]) -> list[str]:
    lines = [
        f"• {person(owner.user_id)}{', lead' if owner.is_lead else ''}: {said(owner.note, 400)}"
        for owner in owners
        if owner.note.strip()
    ]
    return fit(lines, str, 10, "") or ["Nobody has left a note yet; *My part…* on the card takes one."]


def _earlier(earlier: EarlierView) -> Block:
    at = link(earlier.link, "something like it") if earlier.link else "something like it"
    asked = quote(earlier.quote, 200, 2)
    return section(f"*How {at} was answered*, by {person(earlier.by)}", asked, f"→ {said(earlier.words, 600)}")


def answer_saved(words: str, is_answered: bool, answered_by: str | None = None) -> dict[str, Any]:
    """What the form turns into: the answer to be copied, as it was typed. `answered_by`: a colleague who was first."""
    told = "Saved. Copy it from here. Once the customer has it, *Answered* on the card says so."
    if answered_by is not None:
        first = f"{person(answered_by)} said already that the customer has an answer"
        told = f"Saved. {first}: talk before you send another."
    elif is_answered:
        told = "Saved, and marked as answered. Thank you."
    return _told(told, words)


def answer_posted(words: str) -> dict[str, Any]:
    """What the form turns into where the bot posts the answer."""
    there = "I post exactly this in their thread. Once it is there, the card says *answered*."
    return _told(f"Saved, and on its way: {there}", words)


def _told(told: str, words: str) -> dict[str, Any]:
    plain = SectionBlock(text=PlainTextObject(text=copied(words, LONGEST_ANSWER), emoji=False))
    return form("form_done", "Ours", None, "", [section(told), divider(), plain])
