"""Rules that came of people's corrections: the question whether one shall hold, what a click led to, and the list."""

from __future__ import annotations

from slack_sdk.models.blocks import ActionsBlock, Block

from bot.messages import actions as act
from bot.messages.house_views import Learning, RulesView, RuleView
from bot.messages.layout import actions, button, context, message, section
from bot.messages.text import channel, count, inline, label, person, shorten, unmarked
from bot.messages.views import Message

MOST_RULES = 12
ONLY_YOU = "Only you see this."


def reason(words: str, speaks_for: bool, times: int, accepted_by: str) -> str:
    """Why a rule weighed, raw, as a card says it: short enough to be shown whole."""
    how_often = count(times, "time")
    what = f"brought in {how_often} for" if speaks_for else f"said {how_often} not to be concerned by"
    return f"{what} '{shorten(words, 32)}' (rule accepted by {shorten(accepted_by, 24)})"


def proposal(view: RuleView) -> Message:
    """By DM to the head of the department, else to an admin: once for each rule."""
    whom = f"head of {_name(view)}" if view.is_head else "an admin"
    fewer = (
        f"You get this as {whom}, once for each rule and at most once a week; each *No* makes me wait longer. "
        "`/ours rules` lists all rules, removes them, and lets an admin switch this off."
    )
    return message(
        f"Shall this be a rule? {unmarked(_question(view))}",
        [
            section(f"*{_question(view)}*", _evidence(view), _effect(view)),
            _choice(view),
            context(_whose(view), fewer),
        ],
    )


def decided(view: RuleView) -> Message:
    """Takes the place of the question, or of what was decided before: with its reverse."""
    said = {
        "accepted": f":white_check_mark: A rule from now on: {_says(view)}.",
        "declined": f"All right, nothing changes, and I won't ask about {_quoted(view)} again.",
        "retired": f"Removed: {_quoted(view)} weighs no more. What was tagged stays so.",
        "proposed": f"This waits for an answer: {_says(view)}.",
    }[view.state]
    if view.state == "accepted":
        reverse = actions(button("Remove", act.RULE_REMOVE, view.id))
    elif view.state == "proposed":
        reverse = _choice(view)
    else:
        reverse = actions(button("Make it a rule after all", act.RULE_YES, view.id))
    return message(unmarked(said), [section(said), reverse, context(f"`/ours rules` lists all rules. {ONLY_YOU}")])


def listing(view: RulesView) -> Message:
    """The answer to `/ours rules`, seen by the asker alone; buttons for who decides."""
    title = count(len(view.rules), "rule") if view.rules else "No rules yet"
    blocks: list[Block | None] = [section(f"*{title}*", None if view.rules else _how(view))]
    in_order = sorted(view.rules, key=lambda rule: rule.state != "proposed")
    for number, rule in enumerate(in_order[:MOST_RULES]):
        blocks += [section(_line(rule)), _buttons(rule, number) if rule.may_decide else None]
    left = len(view.rules) - MOST_RULES
    blocks.append(context(f"and {left:,} more. Remove some, and `/ours rules` shows the next.") if left > 0 else None)
    blocks.append(_ways(view.learning) if view.is_admin else None)
    blocks.append(context(f"{_how(view)} {ONLY_YOU}" if view.rules else ONLY_YOU))
    return message(title, blocks)


def learning_chosen(learning: Learning) -> Message:
    """The answer to a choice in that list, with the others."""
    said = {
        "propose": "I learn from corrections, and ask before a rule comes of them.",
        "at_once": "Corrections weigh at once from now on, and the card says where. I propose rules all the same.",
        "off": "I learn nothing any more, and what I had learnt is gone. Rules that were accepted still hold.",
    }[learning]
    return message(said, [section(said), _ways(learning), context(ONLY_YOU)])


def _ways(learning: Learning) -> ActionsBlock:
    """How an admin may have it otherwise."""
    ways: dict[Learning, str] = {
        "propose": "Learn from corrections" if learning == "off" else "Ask first",
        "at_once": "Let corrections weigh at once",
        "off": "Learn nothing",
    }
    others = [(way, words) for way, words in ways.items() if way != learning]
    return actions(*(button(words, act.numbered(act.LEARNING, n), way) for n, (way, words) in enumerate(others)))


def _how(view: RulesView) -> str:
    if view.learning == "off":
        return "I don't learn from corrections here, and propose no rules."
    alone = "Corrections weigh at once, too." if view.learning == "at_once" else "By itself, nothing changes."
    return (
        "When people bring a department in three times for the same words, or say three times that it is not "
        f"concerned, I ask its head or an admin whether that shall be a rule. {alone}"
    )


def _question(view: RuleView) -> str:
    if view.speaks_for:
        return f"Shall I tag {_name(view)} for {_quoted(view)} from now on?"
    return f"Shall {_quoted(view)} speak against {_name(view)} from now on?"


def _evidence(view: RuleView) -> str:
    how = f"brought {_name(view)} in" if view.speaks_for else f"said that {_name(view)} is not concerned"
    who = "one person" if view.people == 1 else f"{view.people:,} people"
    return f"{count(view.times, 'time')}, {who} {how} when a customer's words had {_quoted(view)}."


def _effect(view: RuleView) -> str:
    if view.speaks_for:
        return "If so, I tag it whenever a customer's words have that, and say why on the card."
    return f"If so, I tag it only where something else speaks clearly for {_name(view)}."


def _says(view: RuleView) -> str:
    if view.speaks_for:
        return f"{_quoted(view)} tags *{_name(view)}*"
    return f"{_quoted(view)} speaks against *{_name(view)}*"


def _line(view: RuleView) -> str:
    verb = "brought in" if view.speaks_for else "said not to be concerned"
    parts = [f"• {_says(view)}", f"{verb} {count(view.times, 'time')}"]
    if view.state == "proposed":
        parts.append("waits for an answer")
    elif view.decided_by:
        parts.append(f"accepted by {person(view.decided_by)}")
    return " · ".join([*parts, *filter(None, [_whose(view)])])


def _whose(view: RuleView) -> str | None:
    """Said of words that not everybody may read."""
    return f"It holds in {channel(view.channel_id)} alone, and only its members see it." if view.channel_id else None


def _choice(view: RuleView, number: int | None = None) -> ActionsBlock:
    yes = f"Yes, tag {view.department}" if view.speaks_for else f"Yes, against {view.department}"
    return actions(
        button(label(yes, 75), act.numbered(act.RULE_YES, number), view.id, is_primary=True),
        button("No", act.numbered(act.RULE_NO, number), view.id),
    )


def _buttons(view: RuleView, number: int) -> ActionsBlock:
    if view.state == "proposed":
        return _choice(view, number)
    return actions(button("Remove", act.numbered(act.RULE_REMOVE, number), view.id))


def _name(view: RuleView) -> str:
    return inline(view.department, 75) or "the department"


def _quoted(view: RuleView) -> str:
    return f"“{inline(view.words, 60) or '…'}”"
