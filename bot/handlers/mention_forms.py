"""Forms about a mention, its departments and parts: each function does what its form asks, and says what was done."""

from __future__ import annotations

from typing import Any

from bot.database import Scope
from bot.handlers.learning import learn_from
from bot.handlers.submissions import NothingChosen, Submission
from bot.ledger import (
    answers,
    check_backs,
    departments,
    leads,
    mentions,
    parts,
    posting,
    tags,
)
from bot.messages import actions as act
from bot.messages import part_forms
from bot.messages.text import inline


def bring_in(scope: Scope, sent: Submission) -> str:
    """Brings one in, takes one back, or both."""
    wanted, unwanted = sent.option(act.INPUT_DEPARTMENT), sent.option(act.INPUT_TAKE_BACK)
    if not wanted and not unwanted:
        raise NothingChosen
    said = []
    if unwanted:
        gone = mentions.take_back(scope, sent.about, unwanted, sent.user_id)
        name = inline(departments.get(scope, unwanted).name)
        said.append(f"{name} is out again; nobody there is asked any more." if gone else f"{name} was out already.")
    if wanted:
        said.append(_bring_in(scope, sent, wanted))
    return " ".join(said)


def _bring_in(scope: Scope, sent: Submission, wanted: str) -> str:
    new = mentions.bring_in(scope, sent.about, wanted, sent.user_id, sent.text(act.INPUT_REASON))
    name = inline(departments.get(scope, wanted).name)
    if not new:
        return f"{name} was in already."
    learn_from(scope, sent.about, wanted)
    return f"{name} is in. Thank you for opening the door. *Bring in…* takes it back while nobody there has acted."


def wrong_department(scope: Scope, sent: Submission) -> str:
    """Leaves one out, and brings in another instead if one was chosen."""
    unwanted, wanted = sent.option(act.INPUT_WRONG), sent.option(act.INPUT_DEPARTMENT)
    if not unwanted:
        raise NothingChosen
    gone = mentions.leave_out(scope, sent.about, unwanted, sent.user_id)
    name = inline(departments.get(scope, unwanted).name)
    if gone:
        learn_from(scope, sent.about, unwanted)
    said = [
        f"{name} is out; nobody there is asked any more. *Undo* stands on the card."
        if gone
        else f"{name} was out already."
    ]
    if wanted:
        said.append(_bring_in(scope, sent, wanted))
    return " ".join(said)


def part(scope: Scope, sent: Submission) -> str:
    """A note, whether one's part is done, and what becomes of the lead."""
    note, is_done = sent.text(act.INPUT_NOTE), sent.option(act.INPUT_DONE) == "done"
    parts.change(scope, sent.about, sent.user_id, note, is_done)
    said = ["Saved. Your part is done; thank you." if is_done else "Saved."]
    if sent.is_on(act.INPUT_NO_LEAD) and leads.take_back(scope, sent.about, sent.user_id):
        said.append("You go on leading.")
    if wanted := sent.person(act.INPUT_LEAD):
        leads.offer(scope, sent.about, sent.user_id, wanted)
        said.append("I asked them to lead; you are told what they say.")
    return " ".join(said)


def answer(scope: Scope, sent: Submission) -> dict[str, Any]:
    """Keeps it, and marks the mention as answered where the customer has it; who comes second hears who was first."""
    words = sent.text(act.INPUT_ANSWER)
    days = sent.option(act.INPUT_CHECK_BACK)
    if days:
        check_backs.ask(scope, sent.about, sent.user_id, int(days))
    is_posted = sent.is_on(act.INPUT_POST)
    is_answered = answers.write(scope, sent.about, sent.user_id, words, sent.is_on(act.INPUT_SENT) and not is_posted)
    if is_posted:
        posting.ask(scope, sent.about, sent.user_id)
        return part_forms.answer_posted(words)
    by = mentions.get(scope, sent.about, by=sent.user_id).answered_by
    return part_forms.answer_saved(words, is_answered, by if by != sent.user_id else None)


def name_someone(scope: Scope, sent: Submission) -> str:
    mention_id, department_id = sent.about_both()
    person = sent.person(act.INPUT_PERSON)
    name = inline(mentions.answer_for(scope, mention_id, department_id, person, sent.user_id).name)
    tags.department_changed(scope, department_id)
    return f"{name} has someone now. They were asked in the thread."
