"""What people read of rules that came of their corrections, whole."""

# ruff: noqa: E501 (texts as people read them)

from __future__ import annotations

from dataclasses import replace

from bot.messages import actions, answers, cards, promises, rules
from bot.messages.house_views import RulesView, RuleView
from bot.messages.views import MineView
from tests.unit.messages.message_examples import CARD, PROMISE, reads
from tests.unit.messages.message_limits import buttons, check_message, shown

STAMPS = RuleView("R1", "Finance", "loyalty stamps", True, 3, 2, "proposed", may_decide=True, is_head=True)
HOW = (
    "~ When people bring a department in three times for the same words, or say three times that it is not concerned, "
    "I ask its head or an admin whether that shall be a rule. By itself, nothing changes. Only you see this."
)


def test_a_proposal_says_what_it_rests_on_what_a_yes_does_and_how_to_get_fewer() -> None:
    reads(
        rules.proposal(STAMPS),
        """
        *Shall I tag Finance for “loyalty stamps” from now on?*
        3 times, 2 people brought Finance in when a customer's words had “loyalty stamps”.
        If so, I tag it whenever a customer's words have that, and say why on the card.
        [Yes, tag Finance] [No]
        ~ You get this as head of Finance, once for each rule and at most once a week; each *No* makes me wait longer. `/ours rules` lists all rules, removes them, and lets an admin switch this off.
        """,
    )


def test_a_proposal_against_a_department_in_a_private_channel() -> None:
    view = replace(STAMPS, speaks_for=False, people=1, is_head=False, channel_id="C1")
    reads(
        rules.proposal(view),
        """
        *Shall “loyalty stamps” speak against Finance from now on?*
        3 times, one person said that Finance is not concerned when a customer's words had “loyalty stamps”.
        If so, I tag it only where something else speaks clearly for Finance.
        [Yes, against Finance] [No]
        ~ It holds in <#C1> alone, and only its members see it.
        ~ You get this as an admin, once for each rule and at most once a week; each *No* makes me wait longer. `/ours rules` lists all rules, removes them, and lets an admin switch this off.
        """,
    )


def test_what_was_decided_has_its_reverse() -> None:
    reads(
        rules.decided(replace(STAMPS, state="accepted")),
        """
        :white_check_mark: A rule from now on: “loyalty stamps” tags *Finance*.
        [Remove]
        ~ `/ours rules` lists all rules. Only you see this.
        """,
    )
    declined, retired = (rules.decided(replace(STAMPS, state=state)) for state in ("declined", "retired"))
    assert "nothing changes, and I won't ask about “loyalty stamps” again.\n[Make it a rule after all]" in shown(
        declined
    )
    assert "weighs no more. What was tagged stays so.\n[Make it a rule after all]" in shown(retired)


def test_the_list_shows_what_waits_first_and_buttons_to_who_decides() -> None:
    held = replace(STAMPS, id="R2", words="gift hampers", state="accepted", decided_by="U3", may_decide=False)
    reads(
        rules.listing(
            RulesView((held, replace(held, id="R3", may_decide=True, speaks_for=False), STAMPS), "propose", True)
        ),
        f"""
        *3 rules*
        • “loyalty stamps” tags *Finance* · brought in 3 times · waits for an answer
        [Yes, tag Finance] [No]
        • “gift hampers” tags *Finance* · brought in 3 times · accepted by <@U3>
        • “gift hampers” speaks against *Finance* · said not to be concerned 3 times · accepted by <@U3>
        [Remove]
        [Let corrections weigh at once] [Learn nothing]
        {HOW}
        """,
    )


def test_a_long_list_is_cut_and_says_so() -> None:
    many = tuple(replace(STAMPS, id=f"R{number}") for number in range(40))
    message = rules.listing(RulesView(many, "propose"))
    check_message(message)
    assert "and 28 more. Remove some" in shown(message)
    ids = [each["action_id"] for each in buttons(message)]
    assert ids[:2] == [actions.numbered(actions.RULE_YES, 0), actions.numbered(actions.RULE_NO, 0)]


def test_without_rules_the_list_says_how_they_come_about() -> None:
    assert shown(rules.listing(RulesView((), "propose"))).startswith("*No rules yet*\nWhen people bring a department")
    off = shown(rules.listing(RulesView((), "off", is_admin=True)))
    assert "I don't learn from corrections here" in off
    assert "[Learn from corrections] [Let corrections weigh at once]" in off
    at_once = shown(rules.listing(RulesView((), "at_once", is_admin=True)))
    assert "Corrections weigh at once, too." in at_once
    assert "[Ask first] [Learn nothing]" in at_once


def test_the_reason_of_a_rule_names_how_often_which_words_and_who_said_yes() -> None:
    assert rules.reason("double charge", True, 3, "Ada") == (
        "brought in 3 times for 'double charge' (rule accepted by Ada)"
    )
    assert rules.reason("refund", False, 4, "Ada") == (
        "said 4 times not to be concerned by 'refund' (rule accepted by Ada)"
    )


def test_the_longest_reason_is_shown_whole() -> None:
    why = rules.reason("w" * 60, False, 500, "n" * 300)
    assert len(why) <= cards.LONGEST_REASON
    view = replace(CARD, tags=(replace(CARD.tags[0], reasons=(why,)),))
    assert why in shown(cards.card(view))


def test_declined_offers_make_the_next_ones_fewer_and_mine_says_so_kindly() -> None:
    answered = shown(promises.offer_answered("not_a_promise", PROMISE))
    assert "The more you decline, the surer I am before I offer you one." in answered
    view = MineView((), (), (), (), True, "UTC", is_offered_less=True)
    assert "You declined some of late, so I offer only what is clearer." in shown(answers.mine(view))
    assert "declined some" not in shown(answers.mine(replace(view, is_offered_less=False)))
