"""Requests: what the asked colleague reads, what the asker is told, and what a click led to."""

from __future__ import annotations

from datetime import datetime

from slack_sdk.models.blocks import ActionsBlock

from bot.messages import actions as act
from bot.messages.layout import actions, button, context, message, section
from bot.messages.promises import about_line
from bot.messages.text import moment, person, quote
from bot.messages.views import Message, PromiseView


def request(view: PromiseView, lapses_at: datetime | None) -> Message:
    """By DM to the colleague who is asked."""
    asker = person(view.asked_by or "")
    lapse = f" What is not answered by {moment(lapses_at, view.zone)} lapses, and they are told." if lapses_at else ""
    return message(
        f"Can you promise this to a customer? {view.words}",
        [
            section(f"*{asker} asks: can you promise this to a customer?*", quote(view.words, 400, 4)),
            section(f"By {_when(view)}.", about_line(view)),
            answer_buttons(view.id),
            context(f"*I can't* is a fine answer: only {asker} is told.{lapse}"),
        ],
    )


def answer_buttons(promise_id: str, number: int | None = None) -> ActionsBlock:
    return actions(
        button("I promise", act.numbered(act.REQUEST_PROMISE, number), promise_id, is_primary=True),
        button("Another moment…", act.numbered(act.REQUEST_COUNTER, number), promise_id),
        button("I can't", act.numbered(act.REQUEST_CANT, number), promise_id),
    )


def answer(view: PromiseView, lapses_at: datetime | None) -> Message:
    """By DM to the asker: promised, can't, another moment, or no answer."""
    if view.state == "requested":
        return _countered(view, lapses_at)
    who, words = person(view.user_id), quote(view.words, 300, 3)
    if view.state == "declined":
        line, next_step = (
            f"{who} can't promise this.",
            "Somebody else may: *Ask for a promise…* on a card, or `/ours promise @someone`, asks them.",
        )
        return message("They can't promise it", [section(line, words, about_line(view)), context(next_step)])
    if view.state == "expired":
        line = f"No answer came from {who} in working time, so your request has lapsed. Nothing is promised."
        return message("Your request has lapsed", [section(line, words, about_line(view)), _again(view)])
    line = f":handshake: {who} promised it, due {_when(view)}. Thank you for asking."
    return message("It is promised", [section(line, words, about_line(view))])


def _countered(view: PromiseView, lapses_at: datetime | None) -> Message:
    who = person(view.user_id)
    lapse = f"Without an answer by {moment(lapses_at, view.zone)} it lapses. " if lapses_at else ""
    return message(
        f"They propose another moment: {view.words}",
        [
            section(
                f"*{who} proposes {_countered_when(view)}* (you asked for {_when(view)}).", quote(view.words, 300, 3)
            ),
            counter_buttons(view.id),
            context(f"{lapse}*Fine* makes it their promise, and they are reminded of it."),
        ],
    )


def counter_buttons(promise_id: str, number: int | None = None) -> ActionsBlock:
    return actions(
        button("Fine", act.numbered(act.REQUEST_FINE, number), promise_id, is_primary=True),
        button("Withdraw the request", act.numbered(act.REQUEST_TAKE_BACK, number), promise_id),
    )


def end(view: PromiseView, is_lapsed: bool) -> Message:
    """By DM to the asked colleague: their other moment is fine, or nothing is asked of them any more."""
    asker, words = person(view.asked_by or ""), quote(view.words, 300, 3)
    if view.state == "expired" and is_lapsed:
        line = f"No answer came from {asker} about your moment, so the request has lapsed. Nothing is promised."
        return message("Nothing is promised", [section(line, words), _after_all(view)])
    if view.state == "expired":
        line = f"{asker} took the request back. Nothing is asked of you any more."
        return message("Nothing is asked of you any more", [section(line, words)])
    line = f":handshake: {asker} says that your moment is fine: you promised this, due {_when(view)}."
    settle = context("I'll remind you once before. *Done*, *Move…* and *Withdraw* are in `/ours mine`.")
    return message("Your moment is fine: it is promised", [section(line, words), settle])


def answered(view: PromiseView) -> Message:
    """Takes the place of the question after the asked colleague's click."""
    asker, words = person(view.asked_by or ""), quote(view.words, 200, 2)
    if view.state == "open":
        line = f":bookmark: Promised, due {_when(view)}. {asker} is told."
        settle = context("I'll remind you once before. *Done*, *Move…* and *Withdraw* are in `/ours mine`.")
        return message("Promised", [section(line, words), settle])
    if view.state == "declined":
        return message("You can't promise it", [section(f"All right. {asker} is told.", words), _after_all(view)])
    return message("Can you promise it?", [section(f"By {_when(view)}?", words), answer_buttons(view.id)])


def over(view: PromiseView, may_reconsider: bool) -> Message:
    """Instead of what a stale button would do."""
    ended = "This request is over: nothing is asked of you any more."
    return message(ended, [section(ended, quote(view.words, 200, 2)), _after_all(view) if may_reconsider else None])


def decided(view: PromiseView) -> Message:
    """Takes the place of the counter-offer, or of what was asked, after the asker's click."""
    who, words = person(view.user_id), quote(view.words, 200, 2)
    if view.state == "open":
        return message("It is promised", [section(f":handshake: {who} promised it, due {_when(view)}.", words)])
    if view.state == "expired":
        return message("The request is withdrawn", [section(f"Withdrawn. {who} is told.", words), _again(view)])
    return asked(view)


def asked(view: PromiseView) -> Message:
    """What the asker reads after they asked."""
    line = f":speech_balloon: Asked {person(view.user_id)} to promise this by {_when(view)}."
    take_back = actions(button("Withdraw the request", act.REQUEST_TAKE_BACK, view.id))
    told = context("Only they see the request. You are told their answer; until then it waits in `/ours mine`.")
    return message("Asked for a promise", [section(line, quote(view.words, 300, 3)), take_back, told])


def _again(view: PromiseView) -> ActionsBlock:
    return actions(button("Ask again", act.REQUEST_AGAIN, view.id))


def _after_all(view: PromiseView) -> ActionsBlock:
    return actions(button("I can after all", act.REQUEST_RECONSIDER, view.id))


def _when(view: PromiseView) -> str:
    """As each reader's Slack shows it: two people in two zones read the same moment."""
    return f"*{moment(view.due, view.zone)}*" if view.due else "*no date yet*"


def _countered_when(view: PromiseView) -> str:
    return moment(view.counter, view.zone) if view.counter else "another moment"
