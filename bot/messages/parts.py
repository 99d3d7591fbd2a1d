"""A teammate's own part: the offer of a lead, its answer, and how it ended for whoever shared the mention."""

from __future__ import annotations

from bot.messages import absences
from bot.messages import actions as act
from bot.messages.layout import actions, button, context, message, section
from bot.messages.text import inline, link, moment, person, said, unformatted
from bot.messages.views import EndedView, LeadOfferView, Message, OwnerView

MOST_OWNERS = 8


def lead_offer(view: LeadOfferView) -> Message:
    """By direct message to the teammate who is asked to lead."""
    if view.stand_in is not None:
        return absences.stand_in(view, view.stand_in)
    giver = person(view.from_user)
    note = f"{giver} says: {said(view.note, 400)}" if view.note.strip() else None
    until = moment(view.lapses_at, view.zone)
    return message(
        f"Will you lead on this? {view.about}",
        [
            section(f"*{giver} asks: will you lead on this?*", _about(view.about, view.link), note),
            actions(button("I'll lead", act.LEAD, view.id, is_primary=True), button("I can't", act.CANT_LEAD, view.id)),
            context(
                "Who leads sees to it that the customer gets one answer.",
                f"Until you say yes, {giver} leads. No answer by {until}? It stays so. *I can't* is fine, too.",
            ),
        ],
    )


def lead_answered(view: LeadOfferView) -> Message:
    """By direct message to whoever offered the lead: what became of it."""
    who, about = person(view.to_user), _about(view.about, view.link)
    if view.state == "accepted":
        said = section(f":handshake: {who} leads now. Your own part stays yours.", about)
        return message("Somebody else leads now", [said])
    why = "can't lead" if view.state == "declined" else "did not answer in time"
    next_step = "You still lead. *My part…* on the card asks somebody else."
    return message("You still lead", [section(f"{who} {why}.", about), context(next_step)])


def lead_settled(view: LeadOfferView, accepted: bool) -> Message:
    """Takes the place of the question after its answer."""
    if view.stand_in is not None:
        return absences.stand_in_settled(view, accepted)
    about = _about(view.about, view.link)
    if accepted:
        hint = context("*My part…* on the card keeps your note, and passes the lead on.")
        return message("You lead", [section(":handshake: You lead. Thank you.", about), hint])
    if not view.is_led:
        told = f"All right. {person(view.from_user)} has stepped back meanwhile: *I'm on it* on its card takes it up."
        return message("Nobody leads it yet", [section(told, about)])
    return message("It stays with its lead", [section(f"All right. {person(view.from_user)} goes on leading.", about)])


def writing_too(other: str, about: str, url: str | None, *, is_elsewhere: bool = False) -> Message:
    """By direct message to somebody who is writing an answer, when another begins; `is_elsewhere`: about something else
    that the same customer said.
    """
    if is_elsewhere:
        hint = context("You get this since *Write the answer…* is open with you both, for the same customer.")
        told = f":pencil2: {person(other)} has begun to write to the same customer. Agree on what they hear first."
        return message("Somebody else is writing to the same customer", [section(told, _about(about, url)), hint])
    hint = context("You get this since *Write the answer…* is open with you both. Your draft stays yours.")
    told = f":pencil2: {person(other)} has begun to write an answer, too. Agree on who sends it."
    return message("Somebody else is writing an answer, too", [section(told, _about(about, url)), hint])


def inherits(led: str, about: str, url: str | None, note: str, *, is_here: bool = False) -> Message:
    """By direct message to a co-owner who leads now, since whoever led has no account any more, or (`is_here`) has
    stepped back.
    """
    left = f"They left a note: {said(note, 400)}" if note.strip() else None
    why = "has stepped back" if is_here else "is not here any more"
    lines = (f":seedling: {person(led)} {why}, so you lead on this now.", _about(about, url), left)
    hint = context("You get this once, since you were on it next. *My part…* on the card asks somebody else to lead.")
    return message("You lead on a mention now", [section(*lines), hint])


def ended(view: EndedView) -> Message:
    """One private line to whoever shared it: who did what, and thanks."""
    lines = [_did(owner) for owner in view.owners[:MOST_OWNERS]]
    return message(
        "What you shared is settled",
        [
            section(
                ":seedling: *What you shared is settled.* Thank you for opening the door.",
                _about(view.about, view.link),
                *lines,
            ),
            actions(
                button("They heard back", act.HEARD_BACK, view.mention_id, is_primary=True),
                button("Not yet", act.NOT_YET, view.mention_id),
            ),
            context("You get this once, since you shared it. *Not yet* opens it again for those who were on it."),
        ],
    )


def reopened(about: str, url: str | None, by: str | None, *, is_lead: bool) -> Message:
    """By direct message to whoever is on it. `by` said that it is not settled; else the customer spoke again."""
    told = f"{person(by)} says that the customer has no answer yet" if by else "The customer spoke again"
    part = "lead, as before" if is_lead else "are on it, as before"
    hint = "*Answered* on the card closes it again; *Step back* there leaves it to the others. You get this once."
    lines = (f":speech_balloon: *{told}.* It is open again, and you {part}.", _about(about, url))
    return message(
        f"It is open again: {about}" if about.strip() else "It is open again", [section(*lines), context(hint)]
    )


def heard_back() -> Message:
    """Takes the place of the line above."""
    return message("They heard back", [section(":seedling: Good to know. The card says so, too. Thank you.")])


def not_yet() -> Message:
    return message(
        "It is open again",
        [section("It is open again, with the same people on it. Thank you for looking.")],
    )


def _did(owner: OwnerView) -> str:
    where = f" ({inline(owner.department, 60)})" if owner.department else ""
    note = f": {said(owner.note)}" if owner.note.strip() else ""
    return f"• {person(owner.user_id)}{where}{note}"


def _about(about: str, url: str | None) -> str | None:
    if not about.strip():
        return link(url, "Open the thread") if url else None
    return f"About {link(url, about, 120)}" if url else f"About {said(about)}"


def in_their_name(name: str, company: str, words: str) -> str:
    """The lead's words for people outside: exactly these, behind their name; nothing in them pings or formats."""
    return f"{unformatted(name)} ({unformatted(company)}): {unformatted(words)}"


def unposted(about: str, link_to: str | None, why: str) -> Message:
    """To the lead: their answer could not be posted where the customer reads."""
    return message(
        "Your answer could not be posted",
        [
            section(f"Your answer could not be posted: {inline(why, 300)}.", f"About {link(link_to, about or 'it')}"),
            context("It is saved: *Write the answer…* on the card has it, to be copied or posted again."),
        ],
    )
