"""The answer to `/ours mine`: all that one person owes or was offered, with what settles it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot.messages import actions as act
from bot.messages import evidence
from bot.messages.digest import mention_line
from bot.messages.layout import actions, button, context, fit, message, section, section_beside
from bot.messages.promises import about_line, due_words, offer_buttons
from bot.messages.requests import answer_buttons, counter_buttons
from bot.messages.text import count, inline, moment, person, quote
from bot.messages.views import HandOffView, Message, MineView, PromiseView

MOST_PROMISES = 5
MOST_HAND_OFFS = 3
MOST_REQUESTS = 3
MOST_ASKED = 2
MOST_SHARES = 8
MOST_SETTLED = 3


def mine(view: MineView) -> Message:
    """Promises with buttons, offers, hand-offs and shares; as many as 50 blocks hold."""
    if not (view.offers or view.open or view.shares or view.hand_offs or view.requests or view.asked):
        nothing = section(":white_check_mark: You owe nobody anything.", "`/ours promise` makes a promise.")
        return message("You owe nobody anything", [nothing, *_settled(view.settled), *_reading(view)])
    promises, offers = count(len(view.open), "open promise"), count(len(view.offers), "offer")
    return message(
        f"You have {promises}, {offers} and {count(len(view.shares), 'mention')} on you",
        [
            *_promises("You promised", view.open, promise_buttons, view.zone),
            *_requests(view.requests, view.zone),
            *_promises("Shall I keep these for you?", view.offers, offer_buttons, view.zone),
            *_hand_offs(view.hand_offs, view.zone),
            *_asked(view.asked, view.zone),
            _shares(view),
            *_settled(view.settled),
            *_reading(view),
        ],
    )


def _promises(
    title: str, found: Sequence[PromiseView], buttons: Callable[[PromiseView, int], ActionsBlock], zone: str
) -> list[Block]:
    if not found:
        return []
    blocks: list[Block] = []
    for number, each in enumerate(found[:MOST_PROMISES]):
        parts = [f"Due {due_words(each, zone=zone)}" if each.due else "No date yet"]
        parts += ["past due"] if each.is_missed else []
        parts += [":warning: may be late"] if each.is_at_risk else []
        parts += ["muted"] if each.is_muted else []
        parts += [f"you asked {person(each.to_take)} to take it over"] if each.to_take else []
        about = about_line(each, "about")
        parts += [about] if about else []
        shows = evidence.is_it_kept(each)
        heading = f"*{title}*" if number == 0 else None
        lines = (heading, quote(each.words, 200, 2), " · ".join(parts), shows)
        # What is only offered has no history yet.
        is_promise = buttons is promise_buttons
        blocks.append(section_beside(_history(each, number), *lines) if is_promise else section(*lines))
        blocks.append(buttons(each, number))
    left = len(found) - MOST_PROMISES
    if left > 0:
        blocks.append(context(f"and {left:,} more. Settle some of these, and `/ours mine` shows the next."))
    return blocks


def _history(promise: PromiseView, number: int) -> ButtonElement:
    return button("History", act.numbered(act.HISTORY, number), f"promise|{promise.id}")


def _requests(found: Sequence[PromiseView], zone: str) -> list[Block]:
    """What others ask of one."""
    blocks: list[Block] = []
    for number, each in enumerate(found[:MOST_REQUESTS]):
        parts = [f"{person(each.asked_by or '')} asks, by {due_words(each, zone=zone)}"]
        parts += [f"you proposed {moment(each.counter, zone)}"] if each.counter else []
        title = "*Can you promise these?*" if number == 0 else None
        blocks.append(
            section(title, quote(each.words, 200, 2), " · ".join([*parts, about_line(each, "about") or ""]).strip(" ·"))
        )
        blocks.append(answer_buttons(each.id, number))
    left = len(found) - MOST_REQUESTS
    if left > 0:
        blocks.append(context(f"and {left:,} more. Answer some of these, and `/ours mine` shows the next."))
    return blocks


def _asked(found: Sequence[PromiseView], zone: str) -> list[Block]:
    """What one asked of others: those first of whom another moment was proposed."""
    if not found:
        return []
    shown = sorted(found, key=lambda each: each.counter is None)
    title = f"*You asked for {count(len(found), 'promise')}*"
    blocks: list[Block] = []
    for number, each in enumerate(shown[:MOST_ASKED]):
        proposed = f" · proposes {moment(each.counter, zone)}" if each.counter else " · no answer yet"
        line = f"{person(each.user_id)}, by {due_words(each, zone=zone)}{proposed}"
        take_back = button("Withdraw the request", act.numbered(act.REQUEST_TAKE_BACK, number), each.id)
        blocks.append(section(title if number == 0 else None, quote(each.words, 200, 1), line))
        blocks.append(counter_buttons(each.id, number) if each.counter else actions(take_back))
    return blocks


def promise_buttons(promise: PromiseView, number: int) -> ActionsBlock:
    asked = promise.evidence
    done = button("Done", act.numbered(act.DONE, number), promise.id)
    return actions(
        button("Yes, kept", act.numbered(act.EVIDENCE_YES, number), asked.id) if asked else done,
        button("Not yet", act.numbered(act.EVIDENCE_NO, number), asked.id) if asked else None,
        button("Move…", act.numbered(act.MOVE, number), promise.id),
        _risk_button(promise, number),
        _hand_over_button(promise, number),
        button("Withdraw", act.numbered(act.WITHDRAW, number), promise.id),
        button("Unmute", act.numbered(act.UNMUTE, number), promise.id) if promise.is_muted else None,
    )


def _risk_button(promise: PromiseView, number: int) -> ButtonElement | None:
    if promise.is_at_risk:
        return button("On track again", act.numbered(act.ON_TRACK, number), promise.id)
    return None if promise.is_missed else button("At risk…", act.numbered(act.AT_RISK, number), promise.id)


def _hand_over_button(promise: PromiseView, number: int) -> ButtonElement:
    if promise.to_take:
        return button("Keep it myself", act.numbered(act.KEEP_MYSELF, number), promise.id)
    return button("Hand over…", act.numbered(act.HAND_OVER, number), promise.id)


def _hand_offs(found: Sequence[HandOffView], zone: str) -> list[Block]:
    if not found:
        return []
    blocks: list[Block] = []
    for number, each in enumerate(found[:MOST_HAND_OFFS]):
        note = f" · “{inline(each.note, 150)}”" if each.note.strip() else ""
        due = f" · due {due_words(each.promise, zone=zone)}" if each.promise.due else ""
        take = button("Take it", act.numbered(act.TAKE, number), each.id)
        cant = button("Can't", act.numbered(act.CANT, number), each.id)
        title = "*Will you take these over?*" if number == 0 else None
        blocks.append(section(title, quote(each.promise.words, 200, 2), f"from {person(each.from_user)}{due}{note}"))
        blocks.append(actions(take, cant))
    left = len(found) - MOST_HAND_OFFS
    if left > 0:
        blocks.append(context(f"and {left:,} more. Answer some of these, and `/ours mine` shows the next."))
    return blocks


def _shares(view: MineView) -> Block | None:
    if not view.shares:
        return None
    return section("*You are on it*", *fit(view.shares, mention_line, MOST_SHARES))


def _settled(found: Sequence[PromiseView]) -> list[Block]:
    """What was settled lately can be opened again; numbered apart from what is open."""
    if not found:
        return []
    blocks: list[Block] = []
    for number, each in enumerate(found[:MOST_SETTLED]):
        how = "withdrawn" if each.state == "withdrawn" else "kept late" if each.is_missed else "kept"
        reopen = button("Reopen", act.numbered(act.REOPEN, number), each.id)
        title = "*Settled lately*" if number == 0 else None
        lines = (title, quote(each.words, 200, 1), how)
        blocks += [section_beside(_history(each, MOST_PROMISES + number), *lines), actions(reopen)]
    return blocks


def _reading(view: MineView) -> list[Block]:
    if view.reading_is_on:
        less = " You declined some of late, so I offer only what is clearer." if view.is_offered_less else ""
        off = "`/ours settings` switches that off."
        return [context(f"Only you see this. I offer to keep promises that I read; {off}{less}")]
    return [
        context("Only you see this. Reading of your promises is off: I offer you none."),
        actions(button("Offer me promises", act.OFFERS_ON, "on")),
    ]
