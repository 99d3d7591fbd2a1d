"""Everything that is read in one post, put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.facts import (
    DepartmentWords,
    MentionReading,
    Post,
    PromiseReading,
    Reading,
    RuleWords,
    UrgencyReading,
)
from bot.understanding.agreed import read_agreed
from bot.understanding.corrections import Corrections, shift_for
from bot.understanding.departments import read_departments
from bot.understanding.due_clauses import corrected_afresh, wordings
from bot.understanding.leans import leans_of
from bot.understanding.mentions import read_mention
from bot.understanding.moments import read_due
from bot.understanding.parts import Parts, separate, without_relayed
from bot.understanding.patterns import regex
from bot.understanding.promises import read_promise
from bot.understanding.rules import leans_of_corrections, leans_of_rules
from bot.understanding.stance import read_stance, read_urgency

_ADDRESS = regex(r"(?:https?://|\bwww\.)\S+")


def read(
    post: Post,
    departments: Sequence[DepartmentWords],
    corrections: Corrections | None = None,
    rules: Sequence[RuleWords] = (),
) -> Reading:
    """Read a post: pure, and the same answer for the same post every time.

    `rules` are those that people accepted; `corrections` weigh by themselves, as they were learnt.
    """
    parts = separate(post)
    mention = read_mention(post, parts)
    promise = _promise(post, parts)
    said = _customer_words(post, parts, mention)
    shift = shift_for(said, [department.key for department in departments], corrections) if corrections else {}
    told = leans_of_corrections(said, shift, corrections)
    untold = {key: weight for key, weight in shift.items() if key not in {lean.key for lean in told}}
    stance = read_stance(said, post.attachments)
    home = next(((name, key) for name, key in post.homes if name == mention.customer), None)
    leans = (*leans_of(departments, stance, mention.source, home), *leans_of_rules(said, rules), *told)
    return Reading(
        mention=mention,
        promise=promise,
        due=_due(post, parts, promise),
        departments=read_departments(said, departments, mention.is_mention, untold, leans),
        stance=stance,
        urgency=read_urgency(said) if said else UrgencyReading(False),
    )


def _promise(post: Post, parts: Parts) -> PromiseReading:
    if post.by_app:
        return PromiseReading(False, 0.0)
    own = without_relayed(parts.own)

    def names_moment(sentence: str) -> bool:
        return _moment(sentence, post) is not None

    if post.asked and (agreed := read_agreed(post, own, names_moment)).is_promise:
        return agreed
    return read_promise(own, names_moment, post.promise_threshold)


def _moment(text: str, post: Post) -> datetime | None:
    return read_due(text, post.at, post.hours, post.locale)


def _due(post: Post, parts: Parts, promise: PromiseReading) -> datetime | None:
    """The promise's own clause goes first, its sentence, then the writer's words; quoted moments are the customer's.
    Whoever agrees may name another moment than they were asked for.
    """

    def names_moment(words: str) -> bool:
        return _moment(words, post) is not None

    afresh = corrected_afresh(promise.words, parts.own, names_moment)
    places = (parts.own, promise.words) if post.asked else (afresh, promise.words, parts.own)

    passed: datetime | None = None
    for wording in (wording for text in places if text for wording in wordings(text, names_moment)):
        moment = _moment(wording, post)
        if moment and moment >= post.at:
            return moment
        passed = passed or moment
    return passed


def _customer_words(post: Post, parts: Parts, mention: MentionReading) -> str:
    """What departments and stance are read from: the quote (else all that is quoted), and what the writer adds."""
    own = _ADDRESS.sub(" ", parts.own).strip()
    quotes = [mention.quote] if mention.quote else [*parts.quotes, *parts.said]
    pieces = [*quotes, own if own not in mention.quote else ""]
    pieces += [f"{mail.subject}" for mail in post.mails]
    return "\n".join(piece for piece in pieces if piece).strip()
