"""All that falls due for one person at one time, in one message: each with its reason and what settles it."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, SectionBlock

from bot.messages import evidence, loops, nudges, praise
from bot.messages.layout import context, message, section
from bot.messages.nudge_views import LoopView, NudgesView, NudgeView, UnclaimedView
from bot.messages.promises import about_line, due_words, offer_buttons, offers_dm
from bot.messages.text import link, moment_local, quote
from bot.messages.views import Message, PromiseView

MOST = 12

Part = NudgeView | UnclaimedView | LoopView | PromiseView


def nudge(view: NudgesView) -> Message:
    """One nudge, or offers alone, as they look by themselves; else a list of all."""
    if not view.nudges:
        return offers_dm(view.offers, view.zone, _lapse(view))
    if len(view.nudges) == 1 and not view.offers:
        return nudges.nudge(view.nudges[0])
    parts: tuple[Part, ...] = (*view.nudges, *view.offers)
    title = f"{len(parts):,} things wait for you."
    blocks: list[Block] = [section(f"*{title}* They come together, so that one message is enough.")]
    for number, part in enumerate(parts[:MOST]):
        blocks += _part(part, number, view)
    return message(title, [*blocks, context(_more(parts[MOST:], view), _closing(view))])


def _part(part: Part, number: int, view: NudgesView) -> tuple[SectionBlock, ActionsBlock]:
    if isinstance(part, UnclaimedView):
        return _unclaimed(part), nudges.claim_buttons(part.line.mention_id, number, _claim(part))
    if isinstance(part, LoopView):
        return _loop(part), loops.buttons(part, number)
    if isinstance(part, PromiseView):
        return _offer(part, view.zone), offer_buttons(part, number)
    return _of_promise(part, number)


def _of_promise(part: NudgeView, number: int) -> tuple[SectionBlock, ActionsBlock]:
    if part.which == "head":
        return _escalation(part), nudges.head_buttons(part.promise.id, number)
    if part.which == "risk":
        return _risk(part), nudges.risk_buttons(part, number)
    if part.which == "evidence":
        words = quote(part.promise.words, 200, 2)
        return section(evidence.lead(part), words, about_line(part.promise)), evidence.answer_buttons(
            part.promise, number
        )
    return _own(part), nudges.settle_buttons(part.promise, number, is_missed=part.which == "missed")


def _claim(part: UnclaimedView) -> str:
    return praise.THANK if part.line.is_praise else "I'm on it"


def _own(part: NudgeView) -> SectionBlock:
    due = due_words(part.promise, part.now)
    is_before = part.which == "before"
    lead = f":hourglass_flowing_sand: You promised this for {due}." if is_before else f"This was due {due}."
    hears = None if is_before else nudges.head_hears(part)
    shows = evidence.is_it_kept(part.promise)
    return section(lead, quote(part.promise.words, 200, 2), about_line(part.promise), shows, hears)


def _risk(part: NudgeView) -> SectionBlock:
    why = f"You get this {nudges.as_helper(part)}."
    return section(nudges.says_early(part), quote(part.promise.words, 200, 2), about_line(part.promise), why)


def _escalation(part: NudgeView) -> SectionBlock:
    why = f"{nudges.was_told(part)} You get this {nudges.as_head(part)}."
    return section(nudges.needs_a_hand(part), quote(part.promise.words, 200, 2), about_line(part.promise), why)


def _unclaimed(part: UnclaimedView) -> SectionBlock:
    thread = link(part.line.link, "Open the thread") if part.line.link else None
    why = f"You get this {nudges.why_told(part)}."
    return section(nudges.still_waits(part), quote(part.line.about, 200, 2), thread, why)


def _loop(part: LoopView) -> SectionBlock:
    thread = link(part.line.link, "Open the thread") if part.line.link else None
    return section(loops.lead(part), quote(part.line.about, 200, 2), thread, f"You get this {loops.why(part)}.")


def _offer(promise: PromiseView, zone: str) -> SectionBlock:
    due = f"Due {due_words(promise, zone=zone)}." if promise.due else "No date yet: *Track it* asks you for the day."
    ask = "*Is this a promise? Shall I keep track for you?*"
    return section(ask, quote(promise.words, 200, 2), due, about_line(promise))


def _more(unseen: Sequence[Part], view: NudgesView) -> str | None:
    """What is not shown counts as told all the same: so it says where that is, and who hears of it else."""
    if not unseen:
        return None
    own = [part for part in unseen if isinstance(part, PromiseView) or _is_own(part)]
    places = [*(["`/ours mine`"] if own else []), *(["`/ours open`"] if len(own) < len(unseen) else [])]
    return f"and {len(unseen):,} more — {', '.join(places)}.{_heads_hear(unseen, view)}"


def _heads_hear(unseen: Sequence[Part], view: NudgesView) -> str:
    hears = [part.head_hears_at for part in unseen if isinstance(part, NudgeView) and part.head_hears_at]
    if not hears:
        return ""
    return f" Heads hear of what is past due there from {moment_local(min(hears), view.zone, view.now)} on, to help."


def _is_own(part: Part) -> bool:
    return isinstance(part, NudgeView) and part.which not in {"head", "risk"}


def _closing(view: NudgesView) -> str:
    once = "You get each of these once. *Mute this* ends reminders of that one."
    lapse = f" Offers that you don't answer by {_lapse(view)} lapse, and nothing is tracked." if view.offers else ""
    return f"{once}{lapse} Only you see this."


def _lapse(view: NudgesView) -> str:
    return moment_local(view.lapse_at, view.zone, view.now)
