"""App Home: opening it, acting there and seeing it change, its pages, and what nobody may see."""

from __future__ import annotations

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.homes import click_home, home_of, open_home
from tests.flow.seen import REVIEW, has_button, labels, words

WORDS = "I'll get back to her by Friday EOD"


async def test_somebody_with_nothing_is_told_what_to_do_first(town: Town) -> None:
    home = await open_home(town, "@yuki")
    assert "Nothing waits for you" in words(home)
    assert "/ours promise" in words(home)
    assert "/ours join" in words(home)
    assert labels(home) == ["What a customer said…", "Promise something…", "My settings…"]
    assert "Set up Ours…" in labels(await open_home(town, "@maria")), "an admin sees the way to set-up"


async def test_a_promise_is_offered_tracked_and_kept_there_and_the_home_follows(town: Town) -> None:
    await open_home(town, "@maria")
    ts = await town.say("@yuki", REVIEW)
    await town.say("@maria", WORDS, thread_ts=ts)
    assert "Shall I keep track of it for you?" in words(home_of(town, "@maria")), "live, without being opened again"
    home = await click_home(town, "@maria", act.TRACK)
    assert "Your promises" in words(home)
    assert "Friday 20 November, 17:00" in words(home)
    home = await click_home(town, "@maria", act.DONE)
    assert "Kept: “I'll get back to her by Friday EOD”" in words(home)
    assert not has_button(home, act.DONE)
    home = await click_home(town, "@maria", act.REOPEN)
    assert has_button(home, act.DONE)


async def test_a_part_is_claimed_and_given_back_there(town: Town) -> None:
    await town.ours("@yuki", "join finance")
    await town.ours("@tom", "join finance")
    await town.say("@maria", REVIEW)
    await open_home(town, "@tom")
    home = await open_home(town, "@yuki")
    assert "Open in your departments" in words(home)
    home = await click_home(town, "@yuki", act.CLAIM)
    assert "You are on it" in words(home)
    assert "Open in your departments" not in words(home)
    assert "@yuki is on it" in _named(town, words(home_of(town, "@tom"))), "a colleague's Home follows"
    home = await click_home(town, "@yuki", act.RELEASE)
    assert "You are on it" not in words(home)
    assert has_button(home, act.CLAIM)


async def test_what_is_over_is_told_in_a_view_of_its_own(town: Town) -> None:
    await town.ours("@maria", "promise send Ada the invoice by Friday")
    await open_home(town, "@maria")
    home = home_of(town, "@maria")
    await click_home(town, "@maria", act.DONE)
    town.slack.core.homes[town.id_of("@maria")].body["blocks"] = home["blocks"]  # a Home that did not follow
    await click_home(town, "@maria", act.AT_RISK)
    assert "Move" not in words(town.form_of("@maria"))


def _named(town: Town, shown: str) -> str:
    return shown.replace(f"<@{town.id_of('@yuki')}>", "@yuki")
