"""The loop that is closed: what mentions wait for, that it is fixed, and whether an answer lasted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    InputBlock,
    Option,
    PlainTextInputElement,
    RadioButtonsElement,
    SectionBlock,
)

from bot.messages import actions as act
from bot.messages.inputs import form, input_of, plain, switch
from bot.messages.layout import actions, button, context, message, section, section_beside
from bot.messages.nudge_views import LoopView
from bot.messages.text import count, inline, label, link, moment, moment_full, person, quote, typed
from bot.messages.views import CauseAsked, CauseView, CheckBackView, Message, PromiseView

LONGEST_CAUSE = 120
MOST_CAUSES = 15
DAYS = (("7", "In a week"), ("14", "In two weeks"), ("30", "In a month"))


# On the card


def cause_line(cause: CauseView, is_update: bool) -> SectionBlock:
    """What a mention waits or waited for, with what settles it."""
    name, by = cause_name(cause.words), f", says {person(cause.by)}" if cause.by and is_update else ""
    if not cause.is_fixed:
        line = f":hourglass_flowing_sand: *Waits for {name}*{by}. Until it is fixed, nobody is reminded to take it up."
        return section_beside(button("It is fixed", act.FIX, cause.id), line)
    knows = "The customer knows." if cause.is_told else "Does the customer know? *Answered* says so."
    line = f":white_check_mark: *{name} is fixed*{by}. {knows}"
    return section_beside(button("Not fixed after all", act.UNFIX, cause.id), line)


def check_back_line(asked: CheckBackView, is_update: bool) -> str:
    whom = person(asked.by) if is_update else "whoever wanted to know"
    return f":seedling: Did the answer last? I'll ask {whom}: {moment(asked.at, asked.zone)}."


def cause_name(words: str) -> str:
    """As somebody called it; an address by what stands at its end."""
    first, _, rest = words.strip().partition(" ")
    if not first.startswith(("http://", "https://")):
        return inline(words, LONGEST_CAUSE) or "…"
    end = first.rstrip("/").rpartition("/")[2] or first
    return link(first, f"{end} {rest}".strip(), LONGEST_CAUSE)


# Nudges


def nudge(view: LoopView) -> Message:
    title = f"{raw_name(view.cause)} is fixed: {view.line.about}" if view.which == "fixed" else "Did it last?"
    thread = link(view.line.link, "Open the thread") if view.line.link else None
    return message(
        title,
        [
            section(lead(view), quote(view.line.about, 300, 3), thread),
            buttons(view),
            context(f"You get this {why(view)}. {_settles(view)}"),
        ],
    )


def raw_name(words: str) -> str:
    return words.strip()[:LONGEST_CAUSE]


def lead(view: LoopView) -> str:
    customer = f"*{inline(view.customer, 100)}*" if view.customer.strip() else "the customer"
    if view.which == "fixed":
        by = f", says {person(view.by)}" if view.by else ""
        name = cause_name(view.cause)
        waits = f"{customer[0].upper()}{customer[1:]} was waiting for it: a word to them closes the loop."
        return f":white_check_mark: *{name} is fixed*{by}. {waits}"
    return f":seedling: *Did it last?* A word to {customer} now shows that we care."


def why(view: LoopView) -> str:
    if view.which == "fixed":
        return "once, since you are on it, promised something, or were asked"
    return "once, since you asked to check back" if view.is_asker else "once, since you lead this mention"


def _settles(view: LoopView) -> str:
    if view.which == "fixed":
        return "*I'll tell them* is a promise for your next working day; *They know* says that they have heard."
    return "*Not yet* opens it again with the same people; *I'll write to them* is a promise for your next working day."


def buttons(view: LoopView, number: int | None = None) -> ActionsBlock:
    def one(words: str, action: str, value: str, is_primary: bool = False) -> Any:
        return button(words, act.numbered(action, number), value, is_primary=is_primary)

    mention_id = view.line.mention_id
    if view.which == "fixed":
        return actions(
            one("I'll tell them", act.FIX_PROMISE, mention_id, True),
            one("They know", act.FIX_TOLD, mention_id),
            one("Not fixed after all", act.UNFIX, view.cause_id),
        )
    return actions(
        one("All is well", act.CHECK_WELL, mention_id, True),
        one("Not yet", act.CHECK_NOT, mention_id),
        one("I'll write to them", act.CHECK_WRITE, mention_id),
    )


def is_it_fixed(asked: CauseAsked) -> Message:
    """By direct message to who said that it waits: a post of an integration says that it is fixed."""
    name, post = cause_name(asked.words), link(asked.link, "A post") if asked.link else "A post"
    waits = count(asked.waiting, "mention waits", "mentions wait")
    return message(
        f"Is {raw_name(asked.words)} fixed?",
        [
            section(f"*Is {name} fixed?* {post} in a channel says so, and {waits} for it."),
            actions(
                button("Yes, it is fixed", act.FIX_YES, asked.id, is_primary=True),
                button("Not yet", act.FIX_NO, asked.id),
            ),
            context(
                "You get this since you said that it waits, or are on it. I believe no post by itself: with your yes, "
                "whoever owes these customers a word hears once."
            ),
        ],
    )


# Answers


def fixed(cause_id: str, words: str, number: int) -> Message:
    """After *It is fixed*, on the card, in a message or by command."""
    hears = "whoever owes the customer a word hears of it once, in working hours"
    waited = f" {count(number, 'mention')} waited for it." if number != 1 else ""
    undo = actions(button("Not fixed after all", act.UNFIX, cause_id))
    name = cause_name(words)
    return message(f"{raw_name(words)} is fixed", [section(f":tada: *{name} is fixed.*{waited} Now {hears}."), undo])


def not_fixed(words: str) -> Message:
    name = cause_name(words)
    told = "it waits again, and nobody else is told. Who told a customer already has a word to add"
    return message("Not fixed after all", [section(f"All right: *{name}* is not fixed; {told}.")])


def not_yet(words: str) -> Message:
    told = "It waits on; *It is fixed* on a card, or `/ours fixed`, says when."
    return message("It waits on", [section(f"All right, *{cause_name(words)}* is not fixed yet. {told}")])


def promised(view: PromiseView) -> Message:
    """After *I'll tell them* and *I'll write to them*."""
    due = f"due {moment_full(view.due, view.zone)}" if view.due else "without a date"
    hint = context("I remind you once before. *Move…* and *Withdraw* are in `/ours mine`.")
    return message("Your promise is tracked", [section(f":bookmark: Tracked, {due}.", quote(view.words, 300, 3)), hint])


def told(mention_id: str) -> Message:
    undo = actions(button("Not told yet", act.FIX_NOT_TOLD, mention_id))
    return message("They know", [section(":seedling: Good. The card says so, and nobody else is asked to."), undo])


def not_told() -> Message:
    return message("Not told yet", [section("All right: the card says that they don't know yet.")])


def well(mention_id: str) -> Message:
    undo = actions(button("Not after all", act.CHECK_NOT, mention_id))
    return message("All is well", [section(":seedling: Good to hear. I ask no more about this one."), undo])


def opened_again() -> Message:
    return message(
        "It is open again", [section("It is open again, with the same people on it. Thank you for looking.")]
    )


def waiting(found: Sequence[tuple[str, str, int]]) -> Message:
    """`/ours fixed` without a name: what mentions wait for that its reader may see."""
    if not found:
        nothing = "Nothing that you can see waits for a fix. *Waits for…* in a card's menu says that something does."
        return message("Nothing waits for a fix", [section(nothing)])
    blocks: list[Block] = [section("*What is waited for*")]
    for number, (cause_id, words, mentions) in enumerate(found[:MOST_CAUSES]):
        fix = button("It is fixed", act.numbered(act.FIX, number), cause_id)
        blocks.append(
            section_beside(fix, f"• *{cause_name(words)}* — {count(mentions, 'mention waits', 'mentions wait')}")
        )
    left = len(found) - MOST_CAUSES
    more = f"and {left:,} more. " if left > 0 else ""
    blocks.append(context(f"{more}`/ours fixed bug 4711` says the same of one by its name. Only you see this."))
    return message("What is waited for", blocks)


# Forms


def waits_for(mention_id: str, cause: CauseView | None) -> dict[str, Any]:
    """What a mention waits for; where it waits already, that it waits no more."""
    is_waiting = cause is not None and not cause.is_fixed
    words = PlainTextInputElement(
        action_id=act.INPUT_CAUSE,
        max_length=LONGEST_CAUSE,
        placeholder="bug 4711, OPS-12, a link",
        initial_value=(typed(cause.words, LONGEST_CAUSE) or None) if cause is not None and is_waiting else None,
    )
    hint = "Once somebody presses It is fixed, or says so with /ours fixed, all that wait for it are told together."
    blocks: list[Block] = [input_of("What it waits for", words, is_optional=is_waiting, hint=hint)]
    if is_waiting:
        blocks.append(input_of("Or", switch(act.INPUT_NO_WAIT, "It waits for nothing any more", False), True))
    blocks.append(context("While it waits, nobody is reminded to take it up. Whoever is on it hears of the fix."))
    return form(act.FORM_WAITS_FOR, "Waits for…", "Save", mention_id, blocks)


def cause_input(said: str) -> InputBlock:
    """Where a promise is bound to something that has no name, as its promiser said it: they may give it one."""
    words = PlainTextInputElement(
        action_id=act.INPUT_CAUSE, max_length=LONGEST_CAUSE, placeholder="bug 4711, OPS-12, a link"
    )
    hint = f"You wrote “{label(said, 60)}”. With a name, whoever is on it hears once somebody says that it is fixed."
    return input_of("What it waits for", words, is_optional=True, hint=hint)


def check_back(mention_id: str, asked: CheckBackView | None) -> dict[str, Any]:
    """When to be asked whether it lasted."""
    blocks: list[Block] = []
    if asked is not None:
        blocks.append(section(check_back_line(asked, is_update=True)))
    blocks.append(check_back_input(is_optional=asked is not None))
    if asked is not None:
        blocks.append(input_of("Or", switch(act.INPUT_NO_CHECK_BACK, "Don't check back", False), True))
    blocks.append(
        context(
            "I ask you once, in your working hours, whether the answer lasted, if the customer has it by then. When "
            "they speak again before, I don't ask."
        )
    )
    return form(act.FORM_CHECK_BACK, "Check back…", "Save", mention_id, blocks)


def check_back_input(is_optional: bool) -> Any:
    days = [Option(value=value, text=plain(words)) for value, words in DAYS]
    element = RadioButtonsElement(action_id=act.INPUT_CHECK_BACK, options=days)
    return input_of("When shall I ask you whether the answer lasted?", element, is_optional=is_optional)


def asked_back(at: datetime, zone: str) -> str:
    return (
        f"I ask you on {moment_full(at, zone)}, once, if it is answered by then. *Check back…* in the card's menu "
        "takes it back."
    )
