"""The rows of a Home's lists: promises, questions that wait for an answer, parts, and mentions that need somebody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from slack_sdk.models.blocks import Block

from bot.messages import actions as act
from bot.messages import evidence
from bot.messages.absences import away
from bot.messages.cards import STANCES
from bot.messages.home import Row
from bot.messages.layout import actions, button, section, section_beside
from bot.messages.mine import promise_buttons
from bot.messages.promises import about_line, due_words, offer_buttons
from bot.messages.requests import answer_buttons, counter_buttons
from bot.messages.text import inline, link, listed, moment, person, quote, said
from bot.messages.views import HandOffView, LeadOfferView, MentionLine, PromiseView

Found = PromiseView | HandOffView | LeadOfferView


def promise(view: PromiseView, zone: str) -> Row:
    """An open promise of theirs, with all that settles it."""
    return partial(_promise, view, zone)


def _promise(view: PromiseView, zone: str, number: int) -> Sequence[Block]:
    parts = [f"Due {due_words(view, zone=zone)}" if view.due else "No date yet"]
    parts += ["past due"] if view.is_missed else []
    parts += [":warning: may be late"] if view.is_at_risk else []
    parts += ["muted"] if view.is_muted else []
    about = about_line(view, "about")
    lines = (quote(view.words, 200, 2), " · ".join([*parts, *([about] if about else [])]), evidence.is_it_kept(view))
    history = button("History", act.numbered(act.HISTORY, number), f"promise|{view.id}")
    return section_beside(history, *lines), promise_buttons(view, number)


def settled(view: PromiseView) -> Row:
    """A promise that was kept or withdrawn lately, and its reverse."""
    return partial(_settled, view)


def _settled(view: PromiseView, number: int) -> Sequence[Block]:
    how = "withdrawn" if view.state == "withdrawn" else "kept late" if view.is_missed else "kept"
    reopen = button("Reopen", act.numbered(act.REOPEN, number), view.id)
    return [section_beside(reopen, f"{how.capitalize()}: {said(view.words, 200)}")]


def question(view: Found, zone: str) -> Row:
    """What somebody asks of them, or the bot does: it waits for their answer."""
    if isinstance(view, HandOffView):
        return partial(_hand_off, view, zone)
    if isinstance(view, LeadOfferView):
        return partial(_lead, view, zone)
    if view.state == "offered":
        return partial(_offer, view, zone)
    return partial(_counter if view.counter is not None else _request, view, zone)


def _hand_off(view: HandOffView, zone: str, number: int) -> Sequence[Block]:
    note = f" · {said(view.note, 150)}" if view.note.strip() else ""
    due = f" · due {due_words(view.promise, zone=zone)}" if view.promise.due else ""
    why = f"{person(view.from_user)} asks:"
    if view.stand_in is not None:
        why = f"{person(view.from_user)} {away(view.stand_in, zone)}:"
    lead = f"{why} will you take this promise over?"
    take = button("Take it", act.numbered(act.TAKE, number), view.id, is_primary=True)
    cant = button("Can't", act.numbered(act.CANT, number), view.id)
    return section(lead, quote(view.promise.words, 200, 2), f"{_about(view.promise)}{due}{note}".strip(" ·")), actions(
        take, cant
    )


def _lead(view: LeadOfferView, zone: str, number: int) -> Sequence[Block]:
    note = said(view.note, 200) if view.note.strip() else None
    lead, label = f"{person(view.from_user)} asks: will you lead on this?", "I'll lead"
    if view.stand_in is not None:
        reason = away(view.stand_in, zone)
        lead, label = f"{person(view.from_user)} {reason}: will you stand in for them?", "I'll stand in"
    lead = f"{lead} Until {moment(view.lapses_at, zone)}"
    take = button(label, act.numbered(act.LEAD, number), view.id, is_primary=True)
    cant = button("I can't", act.numbered(act.CANT_LEAD, number), view.id)
    return section(lead, f"> {link(view.link, view.about, 160)}", note), actions(take, cant)


def _offer(view: PromiseView, zone: str, number: int) -> Sequence[Block]:
    due = f"Due {due_words(view, zone=zone)}" if view.due else "No date yet"
    lead = "You wrote this. Shall I keep track of it for you? Only you see it."
    return section(lead, quote(view.words, 200, 2), _joined(due, _about(view))), offer_buttons(view, number)


def _request(view: PromiseView, zone: str, number: int) -> Sequence[Block]:
    lead = f"{person(view.asked_by or '')} asks: can you promise this by {due_words(view, zone=zone)}?"
    return section(lead, quote(view.words, 200, 2), _about(view) or None), answer_buttons(view.id, number)


def _counter(view: PromiseView, zone: str, number: int) -> Sequence[Block]:
    proposed = moment(view.counter, zone) if view.counter else "another moment"
    lead = f"{person(view.user_id)} proposes {proposed} (you asked for {due_words(view, zone=zone)})"
    return section(lead, quote(view.words, 200, 2), _about(view) or None), counter_buttons(view.id, number)


def _about(view: PromiseView) -> str:
    return about_line(view, "about") or ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def part(line: MentionLine, reader: str, zone: str) -> Row:
    """A mention that they are on."""
    return partial(_part, line, reader, zone)


def _part(line: MentionLine, reader: str, zone: str, number: int) -> Sequence[Block]:
    others = listed([person(who) for who in line.owners if who != reader], 3)
    known = _joined(*_facts(line, zone), f"with {others}" if others else "")
    return section(_words(line), known), actions(
        button("My part…", act.numbered(act.PART, number), line.mention_id),
        button("Write the answer…", act.numbered(act.WRITE, number), line.mention_id),
        button("Answered", act.numbered(act.ANSWERED, number), line.mention_id),
        button("Step back", act.numbered(act.RELEASE, number), line.mention_id),
    )


def mention(line: MentionLine, zone: str) -> Row:
    """An open mention of one of their departments."""
    return partial(_mention, line, zone)


def _mention(line: MentionLine, zone: str, number: int) -> Sequence[Block]:
    owners = listed([person(who) for who in line.owners], 3)
    known = _joined(*_facts(line, zone), f"{owners} {'is' if len(line.owners) == 1 else 'are'} on it" if owners else "")
    claim = button("I'm on it", act.numbered(act.CLAIM, number), line.mention_id)
    return [section_beside(claim, _words(line), known)]


def _words(line: MentionLine) -> str:
    urgent = ":rotating_light: " if line.is_urgent else ""
    return f"{urgent}*{link(line.link, line.about, 150)}*"


def _facts(line: MentionLine, zone: str) -> list[str]:
    concerned = listed([inline(name, 40) or "…" for name in line.departments], 3)
    return [moment(line.at, zone), STANCES[line.stance] or "", concerned]
