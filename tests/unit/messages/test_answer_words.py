"""What people read in answers to `/ours`, and what forms start with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.messages import actions, answers, forms, layout, setup
from bot.messages.house_views import DepartmentView, SetupRow, SetupView
from bot.messages.views import HandOffView, MineView
from tests.unit.messages.message_examples import LINE, PROMISE, THREAD, reads
from tests.unit.messages.message_limits import check_message, shown
from tests.unit.messages.message_world import NOW, World


def test_mine_lists_what_one_owes_with_what_settles_it() -> None:
    hand_off = HandOffView("H1", PROMISE, "U7")
    view = MineView((replace(PROMISE, id="P2"),), (PROMISE,), (LINE,), (hand_off,), True, "UTC")
    reads(
        answers.mine(view),
        f"""
        *You promised*
        > I'll get back to her by Friday EOD
        Due *Friday 6 March, 22:00* · about <{THREAD}|I was charged twice>
        [History]
        [Done] [Move…] [At risk…] [Hand over…] [Withdraw]
        *Shall I keep these for you?*
        > I'll get back to her by Friday EOD
        Due *Friday 6 March, 22:00* · about <{THREAD}|I was charged twice>
        [Track it] [Change the date…] [Not a promise] [Never offer me this]
        *Will you take these over?*
        > I'll get back to her by Friday EOD
        from <@U7> · due *Friday 6 March, 22:00*
        [Take it] [Can't]
        *You are on it*
        • :rotating_light: <{THREAD}|I was charged twice> · unhappy · Finance and Legal
        ~ Only you see this. I offer to keep promises that I read; `/ours settings` switches that off.
        """,
    )


def test_mine_with_more_than_a_message_holds() -> None:
    words = shown(answers.mine(MineView((), (PROMISE,) * 1000, (), (), True, "UTC")))
    assert "and 995 more. Settle some of these" in words


def test_mine_opens_again_what_was_settled_lately() -> None:
    kept, late = replace(PROMISE, state="kept"), replace(PROMISE, state="kept", is_missed=True)
    withdrawn = replace(PROMISE, state="withdrawn", is_missed=True)
    reads(
        answers.mine(MineView((), (), (), (), True, "UTC", settled=(kept, late, withdrawn))),
        """
        :white_check_mark: You owe nobody anything.
        `/ours promise` makes a promise.
        *Settled lately*
        > I'll get back to her by Friday EOD
        kept
        [History]
        [Reopen]
        > I'll get back to her by Friday EOD
        kept late
        [History]
        [Reopen]
        > I'll get back to her by Friday EOD
        withdrawn
        [History]
        [Reopen]
        ~ Only you see this. I offer to keep promises that I read; `/ours settings` switches that off.
        """,
    )


def test_mine_offers_to_unmute_what_is_muted() -> None:
    words = shown(answers.mine(MineView((), (PROMISE, replace(PROMISE, id="P2", is_muted=True)), (), (), True, "UTC")))
    assert words.count("[Unmute]") == 1


def test_the_fullest_list_still_says_whether_promises_are_read() -> None:
    world = World(many=60)
    hand_offs = (world.hand_off,) * 60
    asked = tuple(replace(one, asked_by="U9") for one in world.promises)
    view = MineView(world.promises, world.promises, world.lines, hand_offs, False, "UTC", settled=world.promises)
    view = replace(view, requests=asked, asked=asked)
    assert "[Offer me promises]" in shown(answers.mine(view))


def test_mine_when_nothing_is_owed_and_reading_is_off() -> None:
    reads(
        answers.mine(MineView((), (), (), (), False, "UTC")),
        """
        :white_check_mark: You owe nobody anything.
        `/ours promise` makes a promise.
        ~ Only you see this. Reading of your promises is off: I offer you none.
        [Offer me promises]
        """,
    )


def test_answers_to_commands() -> None:
    help_words = shown(answers.help_())
    for word in "help open mine promise customer departments join digest setup".split():  # noqa: SIM905
        assert f"`/ours {word}" in help_words
    reads(
        answers.unknown("opne", "open", "/ours open"),
        "I don't know “opne”. Did you mean `open`?\nFor example: `/ours open`\n~ Only you see this.",
    )
    assert "and 12 more" in shown(answers.open_list([LINE], more=12))
    assert "Nothing is open" in shown(answers.open_list([]))
    legal = DepartmentView("D2", "legal", "Legal", "Contracts", None, None, ())
    finance = DepartmentView("D1", "finance", "Finance", "Money", "U1", "U2", ("U1", "U2"), "S1")
    listed = shown(answers.departments([finance, legal]))
    assert "• *Finance* — Money · on duty now <@U2>, head <@U1>, <!subteam^S1>, 2 people" in listed
    assert "• *Legal* — Contracts · nobody yet: `/ours join legal`" in listed


@pytest.mark.parametrize("build", [answers.help_, lambda: answers.said("Done."), lambda: answers.error("No.")])
def test_short_answers_are_valid(build: Any) -> None:
    check_message(build())


def test_forms_know_where_they_start() -> None:
    form = forms.change_date(PROMISE, NOW)
    assert (form["callback_id"], form["private_metadata"]) == (actions.FORM_CHANGE_DATE, "P1")
    assert _input(form, actions.INPUT_MOMENT)["initial_date_time"] == int((NOW + timedelta(hours=7)).timestamp())
    later = forms.move(PROMISE, NOW + timedelta(days=2))
    assert _input(later, actions.INPUT_MOMENT)["initial_date_time"] == int(
        datetime(2026, 3, 9, 21, tzinfo=UTC).timestamp()
    )
    assert forms.name_someone("M1", World().department)["private_metadata"] == "M1|D1"


def test_many_departments_are_grouped_and_none_leaves_nothing_to_submit() -> None:
    select = _input(forms.bring_in("M1", World(many=250).departments), actions.INPUT_DEPARTMENT)
    assert [len(group["options"]) for group in select["option_groups"]] == [100, 100, 50]
    assert "submit" not in forms.bring_in("M1", [])


def test_setup_shows_only_what_one_may_set() -> None:
    rows = (SetupRow("hours", "Hours", "Mon to Fri"), SetupRow("digest", "Digest", "none"))
    view = SetupView("C1", "support", "eager", True, rows=rows)
    shown = setup.overview(view)["blocks"]
    assert [block["accessory"]["value"] for block in shown if "accessory" in block] == ["hours", "digest"]
    everything = {block.get("block_id") for block in shown if block["type"] == "input"}
    assert everything == {
        actions.INPUT_CHANNEL_MODE,
        actions.INPUT_CHANNEL_PROMISES,
        actions.INPUT_CHANNEL_REMINDERS,
        actions.INPUT_CHANNEL_INTAKE,
    }
    nothing = setup.overview(replace(view, channel_id=None, rows=(), asks="U1"))
    assert "submit" not in nothing
    assert not [block for block in nothing["blocks"] if block["type"] == "input"]


def test_what_no_message_holds_is_cut_and_the_cut_is_said() -> None:
    many = layout.message("Too many", [layout.section("short")] * 60)
    long = layout.message("Too long", [layout.section("x" * 2800)] * 10)
    for message in (many, long):
        check_message(message)
        assert shown(message).endswith("~ … and more than one message holds.")


def _input(form: dict[str, Any], block_id: str) -> dict[str, Any]:
    found = [block["element"] for block in form["blocks"] if block.get("block_id") == block_id]
    assert len(found) == 1
    element: dict[str, Any] = found[0]
    return element
