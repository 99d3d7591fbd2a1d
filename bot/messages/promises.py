"""Promises as their makers meet them: the private offer, what a click led to, and hand-offs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from slack_sdk.models.blocks import ActionsBlock, Block

from bot.messages import actions as act
from bot.messages.layout import actions, button, context, message, section
from bot.messages.text import inline, link, moment, moment_full, moment_local, person, quote, shorten, unmarked
from bot.messages.views import HandOffView, Message, PromiseView

OfferAnswer = Literal["tracked", "changed", "not_a_promise", "never", "lapsed"]
Settlement = Literal[
    "kept",
    "kept_late",
    "moved",
    "withdrawn",
    "handed_over",
    "kept_myself",
    "muted",
    "unmuted",
    "reopened",
    "on_track",
    "left",
]
MOST_OFFERS = 15


def offer(view: PromiseView) -> Message:
    """Shown to the speaker alone, right after the words were written."""
    ask = "When is it due? *Track it* asks you for the day." if view.due is None else f"Due {due_words(view)}."
    return message(
        f"Shall I keep this promise for you? {view.words}",
        [
            section("*Shall I keep this promise for you?*", quote(view.words, 400, 4), ask),
            offer_buttons(view),
            context(
                "Only you see this. If you track it, I remind you once before. No answer now? It waits in `/ours mine`."
            ),
        ],
    )


def offers_dm(offers: Sequence[PromiseView], zone: str, lapse: str) -> Message:
    """The one reminder of offers that were not answered, next working morning; they lapse at `lapse`: "today 17:00"."""
    shown = offers[:MOST_OFFERS]
    title = "Is this a promise?" if len(offers) == 1 else f"Are these {len(offers):,} promises?"
    blocks: list[Block | None] = [section(f"*{title} Shall I keep track for you?*")]
    for number, each in enumerate(shown):
        due = f"Due {due_words(each, zone=zone)}." if each.due else "No date yet: *Track it* asks you for the day."
        blocks += [section(quote(each.words, 300, 3), due, about_line(each)), offer_buttons(each, number)]
    left = len(offers) - len(shown)
    blocks.append(
        context(
            f"and {left:,} more — `/ours mine`" if left else None,
            f"Only you see this. It is the only reminder: what you don't answer by {lapse} lapses, "
            "and nothing is tracked.",
        )
    )
    return message(f"{title} Shall I keep track for you?", blocks)


def offer_answered(kind: OfferAnswer, view: PromiseView) -> Message:
    """Takes the place of the offer after a click."""
    words = f"“{inline(shorten(view.words, 160), 200) or '…'}”"
    due = f", due {due_words(view)}" if view.due else ""
    said = {
        "tracked": (
            f":bookmark: Tracked{due}.\n{words}",
            "I'll remind you once before. Not a promise after all? *Withdraw* in `/ours mine`.",
        ),
        "changed": (
            f":bookmark: Tracked{due}.\n{words}",
            "I'll remind you once before. Another date: *Move…* in `/ours mine`.",
        ),
        "not_a_promise": (
            "Thanks, I won't track it. The more you decline, the surer I am before I offer you one.",
            "Changed your mind? `/ours promise` makes one in your words.",
        ),
        "never": (
            "I won't offer you promises any more.",
            "`/ours promise` still makes one. `/ours settings` brings the offers back, too.",
        ),
        "lapsed": ("This offer has lapsed; nothing is tracked.", "`/ours promise` makes one in your words."),
    }[kind]
    undo = actions(button("Offer me promises again", act.OFFERS_ON, view.id)) if kind == "never" else None
    return message(unmarked(said[0]), [section(said[0]), undo, context(f"{said[1]} Only you see this.")])


def edited(view: PromiseView, due: datetime | None, *, is_gone: bool = False) -> Message:
    """To the promiser alone, after an edit: another moment (`due`), or no promise is left; `is_gone`: nor a message."""
    now = f"It is due {due_words(view)}." if view.due else "It has no date yet."
    leave = button("Leave it", act.EDIT_LEAVE, view.id)
    if due is not None:
        ask = f"*The message was changed: move the promise to {moment_full(due, view.zone)}?*"
        settle = actions(button("Move it", act.EDIT_MOVE, view.id, is_primary=True), leave)
    else:
        changed = "deleted" if is_gone else "changed, and promises nothing any more"
        ask = f"*The message was {changed}. Withdraw the promise?*"
        settle = actions(button("Withdraw…", act.WITHDRAW, view.id), leave)
    once = "Only you see this, once for each edit. Until you say so, the promise stays as it is; `/ours mine` has it."
    words = section(ask, about_line(view) if is_gone else quote(view.words, 300, 3), now)
    return message(
        f"A message that promises something was {'deleted' if is_gone else 'changed'}", [words, settle, context(once)]
    )


def promise_made(view: PromiseView) -> Message:
    """The answer to `/ours promise`."""
    due = f"Due {due_words(view)}." if view.due else "No date yet: choose one in `/ours mine`."
    return message(
        f"Your promise is tracked: {view.words}",
        [
            section(":bookmark: *Your promise is tracked.*", quote(view.words, 400, 4), due),
            context("Only you see this. I'll remind you once before. Done, move or withdraw: `/ours mine`."),
        ],
    )


def hand_off(view: HandOffView) -> Message:
    """By DM to the person who is asked to take a promise over."""
    giver = person(view.from_user)
    note = f"{giver} says: “{inline(view.note, 400)}”" if view.note.strip() else None
    due = f"Due {moment(view.promise.due, view.promise.zone)}." if view.promise.due else None
    return message(
        f"Will you take this promise over? {view.promise.words}",
        [
            section(f"*{giver} asks: will you take this promise over?*", quote(view.promise.words, 400, 4)),
            section(due, note, about_line(view.promise)) if due or note or about_line(view.promise) else None,
            actions(
                button("Take it", act.TAKE, view.id, is_primary=True),
                button("Can't", act.CANT, view.id),
            ),
            context(f"Until you take it, it stays with {giver}. *Can't* is a fine answer: only {giver} is told."),
        ],
    )


def hand_off_answer(view: HandOffView, accepted: bool, by: str) -> Message:
    """By DM to the giver."""
    who, words = person(by), quote(view.promise.words, 300, 3)
    if accepted:
        return message("Your promise was taken over", [section(f":handshake: {who} has taken this over.", words)])
    next_step = "It stays with you. Move it, or ask somebody else, in `/ours mine`."
    return message("Your promise stays with you", [section(f"{who} can't take this over.", words), context(next_step)])


def hand_off_settled(view: HandOffView, accepted: bool) -> Message:
    """Takes the place of the question after its answer."""
    words = quote(view.promise.words, 300, 3)
    due = f" Due {moment(view.promise.due, view.promise.zone)}." if view.promise.due else ""
    if accepted:
        settle = context("*Done*, *Move…* and *Hand over…* are in `/ours mine`.")
        return message("It is yours now", [section(f":handshake: It is yours now. Thank you.{due}", words), settle])
    return message("It stays with its giver", [section(f"All right. It stays with {person(view.from_user)}.", words)])


def settled(view: PromiseView, what: Settlement, to: str | None = None) -> Message:
    """Takes the place of a nudge after its click; `to` is who was asked to take it over."""
    due = f"{', due' if what == 'reopened' else ' to'} {due_words(view)}" if view.due else ""
    asked = person(to) if to else "your colleague"
    said = {
        "kept": ":white_check_mark: Kept. Thank you.",
        "kept_late": ":white_check_mark: Done. Thank you for coming back to it.",
        "moved": f":calendar: Moved{due}. I'll remind you once before.",
        "withdrawn": "Withdrawn. The reason is kept with it.",
        "handed_over": f"I've asked {asked}. It stays yours until they take it.",
        "muted": "Muted: no more reminders of this one. It stays open in `/ours mine`.",
        "unmuted": "You'll be reminded of this one again. Till then, `/ours mine` settles or moves it.",
        "left": f"It stays as it is{', due ' + due_words(view) if view.due else ''}.",
        "kept_myself": "It stays yours; your colleague is not asked any more.",
        "on_track": "On track again. Good to hear.",
        "reopened": f"Open again{due}. Reminders that did not come yet still do; `/ours mine` settles or moves it.",
    }[what]
    plain_words = said if to is None else "I've asked your colleague."
    return message(unmarked(plain_words), [section(said, quote(view.words, 200, 2)), _reverse(view, what)])


def _reverse(view: PromiseView, what: Settlement) -> ActionsBlock | None:
    """Every act has its reverse; that of a move is another one, in `/ours mine`."""
    if what in {"kept", "kept_late", "withdrawn"}:
        return actions(button("Reopen", act.REOPEN, view.id))
    return actions(button("Unmute", act.UNMUTE, view.id)) if what == "muted" else None


def due_words(promise: PromiseView, now: datetime | None = None, zone: str | None = None) -> str:
    """When it is due, bold, in its maker's zone: "today 17:00" when `now` is known."""
    if promise.due is None:
        return "*no date yet*"
    where = zone or promise.zone
    return f"*{moment_local(promise.due, where, now) if now else moment_full(promise.due, where)}*"


def about_line(promise: PromiseView, about: str = "About") -> str | None:
    """Which mention it belongs to, and the way there."""
    if promise.about.strip():
        return f"{about} {link(promise.link, promise.about, 120)}"
    return link(promise.link, "Open the thread") if promise.link else None


def offer_buttons(view: PromiseView, number: int | None = None) -> ActionsBlock:
    def named(action: str) -> str:
        return act.numbered(action, number)

    return actions(
        button("Track it", named(act.TRACK), view.id, is_primary=True),
        button("Change the date…", named(act.CHANGE_DATE), view.id) if view.due else None,
        button("Not a promise", named(act.NOT_A_PROMISE), view.id),
        button("Never offer me this", named(act.NEVER_OFFER), view.id),
    )
