"""Nudges: each says why it came, what one click settles it, and how to get fewer."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from slack_sdk.models.blocks import ActionsBlock, ContextBlock

from bot.messages import actions as act
from bot.messages.layout import actions, button, context, message, section
from bot.messages.promises import about_line, due_words
from bot.messages.text import ago, inline, link, moment, moment_local, person, quote
from bot.messages.views import MentionLine, Message, NudgeView, PromiseView

NudgedAs = Literal["asked", "sharer", "head"]


def nudge_before(view: NudgeView) -> Message:
    """Once, before a promise is due."""
    due = due_words(view.promise, view.now)
    return message(
        f"Due {due.strip('*')}: {view.promise.words}",
        [
            section(f":hourglass_flowing_sand: You promised this for {due}.", quote(view.promise.words, 400, 4)),
            _where(view),
            _settle_buttons(view.promise.id),
            context(
                "You get this once before a promise is due. *Done* settles it; *Mute this* ends reminders of this one.",
            ),
        ],
    )


def nudge_missed(view: NudgeView) -> Message:
    """Once, when the due moment has passed."""
    due = due_words(view.promise, view.now)
    return message(
        f"This was due {due.strip('*')}: {view.promise.words}",
        [
            section(f"This was due {due}. It happens. What now?", quote(view.promise.words, 400, 4)),
            _where(view),
            section(_head_hears(view)) if view.head and view.head_hears_at else None,
            _settle_buttons(view.promise.id),
            context(
                "You get this once when a due moment has passed. *Done* settles it, a new day keeps it alive; "
                "*Mute this* ends reminders of this one.",
            ),
        ],
    )


def escalation(view: NudgeView, told_at: datetime | None = None) -> Message:
    """By DM to the head, who can help; `told_at` is when the promiser heard that this would come."""
    promise, who = view.promise, person(view.promise.user_id)
    told = f" ({moment(told_at, promise.zone)})" if told_at else ""
    due = f" It was due {moment(promise.due, promise.zone)}." if promise.due else ""
    role = f"as head of {inline(view.head_of, 75)}" if view.head_of else "as head of the department"
    other = f" `/ours departments {inline(view.head_of_key, 40)}` can name another head." if view.head_of_key else ""
    return message(
        f"A promise to a customer may need your help: {promise.words}",
        [
            section(
                f"*A promise to a customer may need a hand.*{due}", quote(promise.words, 400, 4), about_line(promise)
            ),
            section(
                f"{who} made it and was told{told} that you would hear of it. Things come in between: "
                f"a word with them, or a new day agreed with the customer, often helps. *I'll take it* makes it yours."
            ),
            actions(
                button("I'll take it", act.HEAD_TAKES, promise.id, is_primary=True),
                button("Mute this", act.HEAD_MUTES, promise.id),
            ),
            context(
                f"You get this {role}, once when a due moment has passed. *Mute this* ends it for this promise.{other}"
            ),
        ],
    )


def escalation_muted(promise: PromiseView, is_muted: bool) -> Message:
    """Takes the place of an escalation after *Mute this* and after *Unmute*."""
    words = quote(promise.words, 200, 2)
    if not is_muted:
        again = "You'll hear of this one again, should another due moment pass."
        return message(again, [section(again, words)])
    muted = "Muted: you hear of this one no more."
    undo = actions(button("Unmute", act.HEAD_UNMUTES, promise.id))
    return message(muted, [section(f"{muted} It stays with {person(promise.user_id)}.", words), undo])


def unclaimed(line: MentionLine, department: str, role: NudgedAs, now: datetime) -> Message:
    """By DM to the person who was asked, later to the head: nobody has said *I'm on it*."""
    name = inline(department, 75) or "your department"
    why = {
        "asked": f"as the person asked for {name}, since nobody is on it yet",
        "sharer": f"since you shared it and answer for {name}, and nobody is on it yet",
        "head": f"as head of {name}, since nobody is on it yet",
    }[role]
    urgent = ":rotating_light: " if line.is_urgent else ""
    return message(
        f"A customer is still waiting for {department}: {line.about}",
        [
            section(
                f"{urgent}*A customer is still waiting for {name}*, shared {ago(line.at, now)}.",
                quote(line.about, 300, 3),
            ),
            section(link(line.link, "Open the thread")) if line.link else None,
            actions(
                button("I'm on it", act.CLAIM, line.mention_id, is_primary=True),
                button("Mute this", act.MUTE_MENTION, line.mention_id),
            ),
            context(
                f"You get this {why}. *I'm on it* settles it; in the thread you can bring "
                "in somebody else. *Mute this* ends reminders of this one.",
            ),
        ],
    )


def unclaimed_muted(mention_id: str, is_muted: bool) -> Message:
    """The answer to *Mute this* on a mention, and to *Unmute*."""
    if not is_muted:
        return message("Unmuted", [section("You'll be reminded of this one again, if nobody takes it up.")])
    words = "Muted: no more nudges about this one. *I'm on it* on its card takes it up again."
    return message("Muted", [section(words), actions(button("Unmute", act.UNMUTE_MENTION, mention_id))])


def _settle_buttons(promise_id: str) -> ActionsBlock:
    return actions(
        button("Done", act.DONE, promise_id, is_primary=True),
        button("Tomorrow", act.TOMORROW, promise_id),
        button("Monday", act.MONDAY, promise_id),
        button("Hand over", act.HAND_OVER, promise_id),
        button("Mute this", act.MUTE, promise_id),
    )


def _where(view: NudgeView) -> ContextBlock | None:
    line = about_line(view.promise)
    return context(line) if line else None


def _head_hears(view: NudgeView) -> str:
    assert view.head is not None
    assert view.head_hears_at is not None
    when = moment_local(view.head_hears_at, view.promise.zone, view.now)
    return (
        f"Unless it is settled or moved, {person(view.head)} hears of it {when}, to help. "
        "*Done*, *Tomorrow*, *Monday* or *Hand over* avoids that."
    )
