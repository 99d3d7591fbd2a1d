"""Nudges: each says why it came, what one click settles it, and how to get fewer."""

from __future__ import annotations

from slack_sdk.models.blocks import ActionsBlock, ContextBlock

from bot.messages import actions as act
from bot.messages import evidence, loops, praise
from bot.messages.layout import actions, button, context, message, section
from bot.messages.nudge_views import LoopView, NudgeView, UnclaimedView
from bot.messages.promises import about_line, due_words
from bot.messages.text import ago, inline, link, moment, moment_local, person, quote
from bot.messages.views import Message, PromiseView


def nudge(view: NudgeView | UnclaimedView | LoopView) -> Message:
    """A single nudge; several at a time are in `merged`."""
    if isinstance(view, LoopView):
        return loops.nudge(view)
    if isinstance(view, UnclaimedView):
        return unclaimed(view)
    if view.which == "evidence":
        return evidence.nudge(view)
    return {"before": nudge_before, "missed": nudge_missed, "head": escalation, "risk": may_be_late}[view.which](view)


def nudge_before(view: NudgeView) -> Message:
    """Once, before a promise is due."""
    due = due_words(view.promise, view.now)
    return message(
        f"Due {due.strip('*')}: {view.promise.words}",
        [
            section(f":hourglass_flowing_sand: You promised this for {due}.", quote(view.promise.words, 400, 4)),
            _where(view),
            settle_buttons(view.promise),
            context(
                "You get this once before a promise is due. *Done* settles it; *Mute this* ends reminders of this one.",
            ),
        ],
    )


def nudge_missed(view: NudgeView) -> Message:
    """Once, when the due moment has passed."""
    due, hears = due_words(view.promise, view.now), head_hears(view)
    return message(
        f"This was due {due.strip('*')}: {view.promise.words}",
        [
            section(f"This was due {due}. It happens. What now?", quote(view.promise.words, 400, 4)),
            _where(view),
            section(f"{hears} *Done*, *Tomorrow*, *Monday* or *Hand over…* avoids that.") if hears else None,
            settle_buttons(view.promise, is_missed=True),
            context(
                "You get this once when a due moment has passed. *Done* settles it, a new day keeps it alive; "
                "*Mute this* ends reminders of this one.",
            ),
        ],
    )


def escalation(view: NudgeView) -> Message:
    """By DM to the head, who can help."""
    promise = view.promise
    other = f" `/ours departments {inline(view.head_of_key, 40)}` can name another head." if view.head_of_key else ""
    return message(
        f"A promise to a customer may need your help: {promise.words}",
        [
            section(needs_a_hand(view), quote(promise.words, 400, 4), about_line(promise)),
            section(f"{was_told(view)} {_what_helps(view)} *I'll take it* makes it yours."),
            head_buttons(promise.id),
            context(
                f"You get this {as_head(view)}, once when a due moment has passed. "
                f"*Mute this* ends it for this promise.{other}"
            ),
        ],
    )


def _what_helps(view: NudgeView) -> str:
    if view.absence:
        return "Nobody else has taken it over yet, and the customer waits for a word."
    return "Things come in between: a word with them, or a new day agreed with the customer, often helps."


def may_be_late(view: NudgeView) -> Message:
    """By DM to whoever can help: the promiser says early that it may be late."""
    promise = view.promise
    fewer = "*Mute this* ends it for this promise." if view.head_of else "*Step back* on the card passes the lead on."
    return message(
        f"A promise to a customer may be late: {promise.words}",
        [
            section(says_early(view), quote(promise.words, 400, 4), about_line(promise)),
            section(
                "A word with them, or a new day agreed with the customer, often helps. *I'll take it* makes it yours."
            ),
            risk_buttons(view),
            context(f"You get this {as_helper(view)}, once for each due moment. Nothing else is asked of you. {fewer}"),
        ],
    )


def risk_buttons(view: NudgeView, number: int | None = None) -> ActionsBlock:
    take = button("I'll take it", act.numbered(act.HEAD_TAKES, number), view.promise.id, is_primary=True)
    mute = button("Mute this", act.numbered(act.HEAD_MUTES, number), view.promise.id) if view.head_of else None
    return actions(take, mute)


def says_early(view: NudgeView) -> str:
    promise = view.promise
    by = f" by {moment(promise.due, promise.zone)}" if promise.due else ""
    why = f" They say: “{inline(promise.risk, 300)}”" if promise.risk.strip() else ""
    return (
        f"*A promise to a customer may be late.* {person(promise.user_id)} says early that it may not be kept{by}.{why}"
    )


def as_helper(view: NudgeView) -> str:
    return as_head(view) if view.head_of else "as you lead this mention"


def escalation_muted(promise: PromiseView, is_muted: bool) -> Message:
    """Takes the place of an escalation after *Mute this* and after *Unmute*."""
    words = quote(promise.words, 200, 2)
    if not is_muted:
        again = "You'll hear of this one again, should another due moment pass."
        return message(again, [section(again, words)])
    muted = "Muted: you hear of this one no more."
    undo = actions(button("Unmute", act.HEAD_UNMUTES, promise.id))
    return message(muted, [section(f"{muted} It stays with {person(promise.user_id)}.", words), undo])


def unclaimed(view: UnclaimedView) -> Message:
    """By DM to the person who was asked, later to the head: nobody has said *I'm on it*."""
    line = view.line
    if line.is_praise:
        return _unthanked(view)
    return message(
        f"A customer is still waiting for {view.department}: {line.about}",
        [
            section(still_waits(view), quote(line.about, 300, 3)),
            section(link(line.link, "Open the thread")) if line.link else None,
            claim_buttons(line.mention_id),
            context(
                f"You get this {why_told(view)}. *I'm on it* settles it; in the thread you can bring "
                "in somebody else. *Mute this* ends reminders of this one.",
            ),
        ],
    )


def _unthanked(view: UnclaimedView) -> Message:
    """The one gentle word about praise."""
    line = view.line
    return message(
        f"A kind word that nobody has answered yet: {line.about}",
        [
            section(still_waits(view), quote(line.about, 300, 3)),
            section(link(line.link, "Open the thread")) if line.link else None,
            claim_buttons(line.mention_id, label=praise.THANK),
            context("You get this once, and nobody else does. It is fine to leave it."),
        ],
    )


def unclaimed_muted(mention_id: str, is_muted: bool) -> Message:
    """The answer to *Mute this* on a mention, and to *Unmute*."""
    if not is_muted:
        return message("Unmuted", [section("You'll be reminded of this one again, if nobody takes it up.")])
    words = "Muted: no more nudges about this one. *I'm on it* on its card takes it up again."
    return message("Muted", [section(words), actions(button("Unmute", act.UNMUTE_MENTION, mention_id))])


def settle_buttons(promise: PromiseView, number: int | None = None, is_missed: bool = False) -> ActionsBlock:
    """What is missed is not at risk any more."""

    def named(action: str) -> str:
        return act.numbered(action, number)

    promise_id, shown = promise.id, promise.evidence
    done = button("Done", named(act.DONE), promise_id, is_primary=True)
    if shown is not None:
        done = button("Yes, kept", named(act.EVIDENCE_YES), shown.id, is_primary=True)
    risk = button("At risk…", named(act.AT_RISK), promise_id) if not (is_missed or promise.is_at_risk) else None
    return actions(
        done,
        button("Tomorrow", named(act.TOMORROW), promise_id),
        button("Monday", named(act.MONDAY), promise_id),
        risk,
        button("Hand over…", named(act.HAND_OVER), promise_id),
        button("Mute this", named(act.MUTE), promise_id),
    )


def head_buttons(promise_id: str, number: int | None = None) -> ActionsBlock:
    return actions(
        button("I'll take it", act.numbered(act.HEAD_TAKES, number), promise_id, is_primary=True),
        button("Mute this", act.numbered(act.HEAD_MUTES, number), promise_id),
    )


def claim_buttons(mention_id: str, number: int | None = None, label: str = "I'm on it") -> ActionsBlock:
    return actions(
        button(label, act.numbered(act.CLAIM, number), mention_id, is_primary=True),
        button("Mute this", act.numbered(act.MUTE_MENTION, number), mention_id),
    )


def _where(view: NudgeView) -> ContextBlock | None:
    line, shows = about_line(view.promise), evidence.is_it_kept(view.promise)
    return context(line, shows) if line or shows else None


def head_hears(view: NudgeView) -> str | None:
    """When whom else hears of it, if anybody does."""
    if view.head is None or view.head_hears_at is None:
        return None
    when = moment_local(view.head_hears_at, view.promise.zone, view.now)
    return f"Unless it is settled or moved, {person(view.head)} hears of it {when}, to help."


def needs_a_hand(view: NudgeView) -> str:
    promise = view.promise
    due = f" It was due {moment(promise.due, promise.zone)}." if promise.due else ""
    return f"*A promise to a customer may need a hand.*{due}"


def was_told(view: NudgeView) -> str:
    """That the promiser knows that the head hears, or why they don't."""
    if view.absence == "gone":
        return f"{person(view.promise.user_id)} made it, and has no account here any more."
    if view.absence == "leave":
        return f"{person(view.promise.user_id)} made it, and is on leave."
    told = f" ({moment(view.told_at, view.promise.zone)})" if view.told_at else ""
    hears = "it would be passed on" if view.instead_of else "you would hear of it"
    return f"{person(view.promise.user_id)} made it and was told{told} that {hears}."


def as_head(view: NudgeView) -> str:
    if view.instead_of:
        return in_place(view.instead_of, view.head_of)
    return f"as head of {inline(view.head_of, 75)}" if view.head_of else "as head of the department"


def in_place(head: str, department: str) -> str:
    """Why somebody hears what a head would."""
    return f"in place of {person(head)}, the head{_of(department)}, who is on leave"


def _of(department: str) -> str:
    return f" of {inline(department, 75)}" if department.strip() else ""


def still_waits(view: UnclaimedView) -> str:
    if view.line.is_praise:
        kind = f":sunflower: *A customer said something kind about {_department(view)}*"
        return f"{kind}, shared {ago(view.line.at, view.now)}. A word of thanks is all it takes."
    urgent = ":rotating_light: " if view.line.is_urgent else ""
    return f"{urgent}*A customer is still waiting for {_department(view)}*, shared {ago(view.line.at, view.now)}."


def why_told(view: UnclaimedView) -> str:
    name = _department(view)
    if view.instead_of:
        return f"{in_place(view.instead_of, view.department)}, since nobody is on it yet"
    return {
        "asked": f"as the person asked for {name}, since nobody is on it yet",
        "sharer": f"since you shared it and answer for {name}, and nobody is on it yet",
        "head": f"as head of {name}, since nobody is on it yet",
    }[view.role]


def _department(view: UnclaimedView) -> str:
    return inline(view.department, 75) or "your department"
