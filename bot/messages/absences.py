"""Somebody is not there: who is asked to stand in and why, and what is told to whoever is back."""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages import actions as act
from bot.messages.layout import actions, button, context, fit, message, section
from bot.messages.promises import about_line
from bot.messages.text import inline, link, moment, person, quote, said
from bot.messages.views import HandOffView, LeadOfferView, MeanwhileView, Message, Outcome, StandInView

MOST = 12
FINE = "*I can't* is a fine answer: I ask somebody else, if there is anybody."


def stand_in(view: LeadOfferView, asked: StandInView) -> Message:
    """By direct message: will you lead while whoever leads is away?"""
    who = person(view.from_user)
    urgent = ", and this is urgent" if asked.why == "hours" else ""
    about = f"About {link(view.link, view.about, 120)}" if view.about.strip() else link(view.link, "Open the thread")
    note = f"They left a note: {said(asked.note, 400)}" if asked.note.strip() else None
    return message(
        f"Will you stand in on this? {view.about}",
        [
            section(f"*{who} {away(asked, view.zone)}{urgent}. Will you stand in for them?*", about, note),
            actions(
                button("I'll stand in", act.LEAD, view.id, is_primary=True),
                button("I can't", act.CANT_LEAD, view.id),
            ),
            context(
                f"You get this {as_what(asked)}. {who} keeps their part, and leads again when they are back.",
                f"It waits for your answer until {moment(view.lapses_at, view.zone)}. {FINE}",
            ),
        ],
    )


def stand_in_settled(view: LeadOfferView, accepted: bool) -> Message:
    """Takes the place of that question after its answer."""
    about = f"About {link(view.link, view.about, 120)}" if view.about.strip() else None
    if accepted:
        hint = context("*Step back* on the card gives it back. *My part…* keeps what you find for them.")
        lines = (f":handshake: You lead until {person(view.from_user)} is back. Thank you.", about)
        return message("You stand in", [section(*lines), hint])
    return message("Somebody else is asked", [section("All right. I ask somebody else, if there is anybody.", about)])


def lead_back(view: LeadOfferView) -> Message:
    """By direct message to whoever stood in."""
    about = f"About {link(view.link, view.about, 120)}" if view.about.strip() else None
    hint = "You get this once, since you stood in. Your own part stays yours; *Step back* on the card gives it back."
    lines = (f":seedling: {person(view.from_user)} is back, and leads again. Thank you for standing in.", about)
    return message("Whoever led is back", [section(*lines), context(hint)])


def promise(view: HandOffView, asked: StandInView) -> Message:
    """By direct message: will you take over what somebody promised who is not there?"""
    who, owed = person(view.from_user), view.promise
    due = f"Due {moment(owed.due, view.zone)}." if owed.due else None
    reason = f"*{who} {away(asked, view.zone)}, and promised a customer this. Will you take it over?*"
    note = f"They left a note: {said(asked.note, 400)}" if asked.note.strip() else None
    told = "" if asked.why == "gone" else f" {who} hears what happened when they are back."
    return message(
        f"Will you take this promise over? {owed.words}",
        [
            section(reason, quote(owed.words, 400, 4)),
            section(due, note, about_line(owed)) if due or note or about_line(owed) else None,
            actions(button("Take it", act.TAKE, view.id, is_primary=True), button("Can't", act.CANT, view.id)),
            context(
                f"You get this {as_what(asked)}, so that the customer has their word.{told} "
                "*Can't* is a fine answer: I ask somebody else, if there is anybody."
            ),
        ],
    )


def promise_settled(view: HandOffView, accepted: bool) -> Message:
    """Takes the place of that question after its answer."""
    words = quote(view.promise.words, 300, 3)
    if accepted:
        due = f" Due {moment(view.promise.due, view.zone)}." if view.promise.due else ""
        settle = context("*Done*, *Move…* and *Hand over…* are in `/ours mine`.")
        return message("It is yours now", [section(f":handshake: It is yours now. Thank you.{due}", words), settle])
    return message("Somebody else is asked", [section("All right. I ask somebody else, if there is anybody.", words)])


def welcome_back(found: Sequence[MeanwhileView]) -> Message:
    """By direct message, once, to whoever is at work again."""
    lines = fit(found, _line, MOST, "`/ours mine` has what is yours")
    return message(
        "Welcome back: what happened meanwhile",
        [
            section(":seedling: *Welcome back.* Meanwhile:", *lines),
            context("You get this once, since others were asked to stand in for you. `/ours mine` has what is yours."),
        ],
    )


def _line(view: MeanwhileView) -> str:
    about = link(view.link, view.about, 120) if view.about.strip() else link(view.link, "Open the thread")
    return f"• {about} — {_said(view.outcome, person(view.who))}"


def _said(outcome: Outcome, who: str) -> str:
    return {
        "leads_again": f"{who} stood in; you lead again",
        "leads_now": f"{who} leads now",
        "answered": f"{who} stood in; the customer has their answer",
        "asked": f"I asked {who} to stand in; it is with you again",
        "taken": f"{who} took this promise over",
        "kept": f"{who} took this promise over, and kept it",
        "withdrawn": f"{who} took this promise over, and withdrew it",
        "yours": f"I asked {who} to take this promise over; it is still yours",
    }[outcome]


def away(asked: StandInView, zone: str) -> str:
    """Why somebody is not there. It is read on the next day, too: what is "today" is for Slack to say."""
    until = f" until {moment(asked.back_at, zone)}" if asked.back_at else ""
    return {"gone": "has no account here any more", "leave": f"is on leave{until}"}.get(
        asked.why, f"does not work{until}"
    )


def as_what(asked: StandInView) -> str:
    name = inline(asked.department, 75) or "the department"
    return {"owner": "as you are on it, too", "duty": f"as you are on duty for {name}"}.get(
        asked.role, f"as head of {name}"
    )
