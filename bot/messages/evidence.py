"""Evidence of keeping, as a promiser is asked about it, and as it stands with a kept promise."""

from __future__ import annotations

from slack_sdk.models.blocks import ActionsBlock

from bot.messages import actions as act
from bot.messages.layout import actions, button, context, message, section
from bot.messages.nudge_views import NudgeView
from bot.messages.promises import about_line, due_words
from bot.messages.text import link, quote
from bot.messages.views import EvidenceView, Message, PromiseView

KINDS = {"link": "the reply", "words": "what was said", "mail": "the mail", "customer": "the customer's words"}


def question(view: PromiseView) -> Message:
    """To the promiser alone, right after they wrote what may show it."""
    once = "I ask once about each message; `/ours settings` ends it."
    return message(
        f"Did you keep this promise? {view.words}",
        [
            section("*Did you keep this promise?*", quote(view.words, 300, 3), reason(view)),
            answer_buttons(view),
            context(f"Only you see this. *Yes, kept* counts it, and the card links to it. {once}"),
        ],
    )


def nudge(view: NudgeView) -> Message:
    """By DM to the promiser: the customer spoke again."""
    promise = view.promise
    return message(
        f"The customer spoke again: {promise.words}",
        [
            section(lead(view), quote(promise.words, 400, 4), about_line(promise)),
            answer_buttons(promise),
            context(
                "You get this once for each due moment, since you promised this to the customer who spoke. "
                "*Yes, kept* settles it; *Not yet* leaves it open, and I don't ask about these words again."
            ),
        ],
    )


def lead(view: NudgeView) -> str:
    due = f" It is due {due_words(view.promise, view.now)}." if view.promise.due else ""
    return f":speech_balloon: {reason(view.promise)} Have you got back to them?{due}"


def reason(view: PromiseView) -> str:
    """What may show it, and the way there."""
    shown = view.evidence
    if shown is None:
        return "Something in the thread may show it."
    return {
        "link": f"You posted {link(shown.link, 'a link to where people speak in public')}.",
        "words": f"You wrote {link(shown.link, 'in the thread')} that something is done.",
        "mail": f"You forwarded {link(shown.link, 'a mail')}.",
        "customer": f"The customer {link(shown.link, 'spoke again')}.",
    }[shown.kind]


def is_it_kept(view: PromiseView) -> str | None:
    """A line of an open promise about which a question waits."""
    return f"{reason(view)} Is it kept?" if view.evidence is not None and view.state == "open" else None


def answer_buttons(view: PromiseView, number: int | None = None) -> ActionsBlock:
    about = view.evidence.id if view.evidence else view.id
    return actions(
        button("Yes, kept", act.numbered(act.EVIDENCE_YES, number), about, is_primary=True),
        button("Not yet", act.numbered(act.EVIDENCE_NO, number), about),
    )


def not_yet(view: PromiseView, evidence_id: str) -> Message:
    """Takes the place of the question after *Not yet*."""
    due = f", due {due_words(view)}" if view.due else ""
    words = f"All right: it stays open{due}."
    after_all = actions(button("Kept after all", act.EVIDENCE_YES, evidence_id))
    return message("It stays open", [section(words, quote(view.words, 200, 2)), after_all])


def stands(shown: EvidenceView | None) -> str:
    """On the line of a kept promise: what shows it."""
    return f" · {link(shown.link, KINDS[shown.kind])}" if shown is not None and shown.link else ""
