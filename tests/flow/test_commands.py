"""`/ours` and each of its subcommands, as they are typed."""

from __future__ import annotations

from typing import Any

from bot.messages import actions as act
from bot.messages.answers import COMMANDS
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, has_button, links, only, words


async def test_help_shows_each_command_with_an_example(town: Town) -> None:
    await town.ours("@maria", "join finance")
    shown = words(await town.ours("@maria", "help"))
    for name, _, example in COMMANDS:
        assert example in shown or (name == "join" and "/ours join customer_service" in shown)
    assert words(await town.ours("@maria")) == shown


async def test_help_shows_guests_only_what_is_not_refused_them(town: Town) -> None:
    shown = words(await town.ours("@gus", "help", "#customers"))
    assert "You are a guest here" in shown
    for refused in ("join", "leave", "setup", "fixed", "rules", "customer"):
        assert f"/ours {refused}" not in shown
    for name, _, example in COMMANDS:
        if f"`{example}`" in shown:
            answer = await town.ours("@gus", example.removeprefix("/ours "), "#customers")
            assert "guest" not in words(answer) or name == "help", example


async def test_help_fits_what_somebody_is_here(town: Town) -> None:
    await town.ours("@tom", "join legal")
    head, admin = words(await town.ours("@tom", "help")), words(await town.ours("@maria", "help"))
    assert "`/ours departments legal` — your department's people" in head
    assert "`/ours leave legal`" in head
    assert "`/ours setup` — how I read in this channel" in head
    assert "`/ours setup` — this channel, and the workspace" in admin
    assert "/ours leave" not in admin
    assert "set me up" not in admin, "legal has somebody"


UNKNOWN = {
    "promse": ("promise", "/ours promise send Ada"),
    "opne": ("open", "/ours open"),
    "custmer Acme": ("customer", "/ours customer Acme"),
}
NONSENSE = ("xyz", "xyzzy", "<!channel> hello", "ä" * 500, "join xyz", "departments xyz", "setup xyz", "leave xyz")


async def test_an_unknown_word_gets_the_nearest_and_an_example(town: Town) -> None:
    for typed, (nearest, example) in UNKNOWN.items():
        shown = words(await town.ours("@maria", typed))
        assert f"Did you mean `{nearest}`" in shown
        assert example in shown


async def test_nonsense_is_not_taken_for_something_else(town: Town) -> None:
    for typed in NONSENSE:
        shown = words(await town.ours("@maria", typed))
        assert "Did you mean" not in shown, typed
        assert "lists" in shown or "shows them all" in shown, typed
        assert "<!channel>" not in shown
    assert "Did you mean Finance?" in words(await town.ours("@maria", "join finanse"))


async def test_capitals_and_spaces_do_not_matter(town: Town) -> None:
    assert "9 departments" in words(await town.ours("@maria", "  Departments  "))


async def test_open_shows_what_waits_until_it_is_answered(town: Town) -> None:
    assert "Nothing is open" in words(await town.ours("@maria", "open"))
    ts = await town.say("@yuki", REVIEW)
    shown = await town.ours("@maria", "open")
    assert "charged twice" in words(shown)
    assert "nobody yet" in words(shown)
    assert town.follow(links(shown)[0])["ts"] == town.card_of(ts)["ts"]
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    assert f"<@{town.id_of('@tom')}>" in words(await town.ours("@maria", "open"))
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    assert "Nothing is open" in words(await town.ours("@maria", "open"))


async def test_mine_shows_ones_own_alone(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@maria", town.card_of(ts), act.CLAIM)
    await town.ours("@maria", "promise call Ada by Friday 3pm")
    shown = words(await town.ours("@maria", "mine"))
    assert "call Ada" in shown
    assert "Friday 20 November, 15:00" in shown
    assert "You are on it" in shown
    assert "owe nobody anything" in words(await town.ours("@tom", "mine"))


async def test_promise_reads_the_moment_in_the_speakers_zone(town: Town) -> None:
    made = words(await town.ours("@yuki", "promise send Ada the invoice by Friday 3pm"))
    assert "send Ada the invoice" in made
    assert "Friday 20 November, 15:00" in made
    await town.jump("2026-11-20T13:00:30+09:00")
    assert "You promised this" in words(only(town.dms_of("@yuki")))


async def test_a_promise_without_words_or_moment_says_how(town: Town) -> None:
    for typed in ("promise call Ada", "promise by"):
        assert "I could not read when" in words(await town.ours("@maria", typed))
    for typed in ("promise", "promise by Friday", "promise by Friday!"):
        assert "What do you promise, and by when?" in words(await town.ours("@maria", typed))
    assert "owe nobody anything" in words(await town.ours("@maria", "mine"))


async def test_a_clock_time_that_no_day_has_is_refused(town: Town) -> None:
    for typed, clock in (("on Friday at 25:00", "25:00"), ("Friday 9:75", "9:75"), ("at 13pm on Friday", "13pm")):
        assert f"{clock} is no time of the day" in words(await town.ours("@maria", f"promise call Bob {typed}"))
    assert "owe nobody anything" in words(await town.ours("@maria", "mine"))


async def test_a_promise_for_the_past_is_refused(town: Town) -> None:
    assert "has passed already" in words(await town.ours("@maria", "promise call Ada by 16 November 2026 3pm"))


async def test_customer_without_a_name_gives_an_example(town: Town) -> None:
    shown = words(await town.ours("@maria", "customer"))
    assert "Which customer? Say the name, like `/ours customer Acme`" in shown
    assert "I don't know" not in shown


async def test_departments_says_who_answers(town: Town) -> None:
    await town.ours("@tom", "join finance")
    shown = words(await town.ours("@maria", "departments"))
    assert "*Finance*" in shown
    assert f"head <@{town.id_of('@tom')}>" in shown
    assert "nobody yet: `/ours join legal`" in shown


async def test_join_takes_a_name_as_people_write_it(town: Town) -> None:
    for typed in ("customer service", "Customer_Service", "CUSTOMER-SERVICE", "customer serv"):
        assert "You answer for *Customer Service*" in words(await town.ours("@maria", f"join {typed}"))


async def test_join_with_a_wrong_name_gives_the_nearest(town: Town) -> None:
    shown = words(await town.ours("@maria", "join finanse"))
    assert "Did you mean Finance?" in shown
    assert "9 departments" in words(await town.ours("@maria", "join"))


async def test_the_first_to_join_heads_and_leaving_is_the_reverse(town: Town) -> None:
    assert "You are its head" in words(await town.ours("@maria", "join legal"))
    assert "You are its head" not in words(await town.ours("@tom", "join legal"))
    assert "Which department?" in words(await town.ours("@maria", "leave"))
    assert "You left Legal" in words(await town.ours("@maria", "leave legal"))
    assert f"head <@{town.id_of('@tom')}>" in words(await town.ours("@maria", "departments"))
    assert "You were not in Legal" in words(await town.ours("@maria", "leave legal"))


async def test_digest_previews_the_week_for_the_asker_alone(town: Town) -> None:
    assert "A quiet week" in words(await town.ours("@maria", "digest"))
    ts = await town.say("@yuki", REVIEW)
    shown = await town.ours("@maria", "digest")
    assert "*1* mention" in words(shown)
    assert "only you see this" in words(shown)
    assert {town.follow(link)["ts"] for link in links(shown)} == {town.card_of(ts)["ts"]}
    assert town.count() == 1


async def test_setup_is_saved_and_shown_again(town: Town) -> None:
    await town.ours("@maria", "setup")
    saved = await town.send_form("@maria", channel_mode="eager", channel_promises=[])
    assert "Saved" in words(saved)
    await town.close_form("@maria")
    await town.ours("@maria", "setup")
    state = town.form_of("@maria")["state"]["values"]
    assert state["channel_mode"]["channel_mode"]["selected_option"]["value"] == "eager"
    assert state["channel_promises"]["channel_promises"]["selected_options"] == []


async def test_a_mistake_in_setup_is_told_beside_its_input(town: Town) -> None:
    mistakes: tuple[tuple[str, str, Any, str], ...] = (
        ("hours", "zone", "Mars/Olympus", "no time zone that I know"),
        ("hours", "work_end", "08:00", "Work ends after it begins"),
        ("digest", "digest_channel", "#random", "not in that channel"),
        ("digest", "digest_channel", "#customers", "Guests or people from outside"),
        ("roles", "admins", ["@gus"], "An admin is a teammate"),
    )
    for section, name, value, told in mistakes:
        answer = await town.set_up("@maria", section, **{name: value})
        assert told in answer["errors"][name]
    await town.set_up("@maria", "digest", digest_channel="#general")


async def test_setup_in_a_conversation_without_the_bot_leaves_the_channel_out(town: Town) -> None:
    await town.ours("@maria", "setup", "#random")
    assert inputs_of(town.form_of("@maria")) == set()
    assert "`/ours setup` in that channel" in words(town.form_of("@maria"))


async def test_plain_words_do_after_the_command_too(town: Town) -> None:
    await town.say("@yuki", REVIEW)
    assert "1 open mention" in words(await town.ours("@maria", "what's open?"))
    assert "is tracked" in words(await town.ours("@maria", "remind me to call Ada on Friday"))
    assert "call Ada" in words(await town.ours("@maria", "what do I owe?"))
    assert "Did you mean `open`?" in words(await town.ours("@maria", "opne"))


async def test_a_section_is_found_by_a_word_of_its_name(town: Town) -> None:
    for said, title in (
        ("emoji", "Emoji that share"),
        ("holidays", "Hours and holidays"),
        ("import", "Import and export"),
    ):
        await town.ours("@maria", f"setup {said}")
        assert town.form_of("@maria")["title"]["text"] == title
    assert "Hours and holidays, Weekly digest" in words(await town.ours("@maria", "setup xyzxyz"))


async def test_what_is_ones_own_is_in_settings_alone(town: Town) -> None:
    await town.ours("@maria", "setup")
    assert not {act.INPUT_OWN_PROMISES, act.INPUT_OWN_SHARES} & inputs_of(town.form_of("@maria"))
    assert "are in `/ours settings`" in words(town.form_of("@maria"))
    await town.ours("@maria", "settings")
    await town.send_form("@maria", own_promises=[])
    assert "Reading of your promises is off" in words(await town.ours("@maria", "mine"))


async def test_who_may_not_set_up_the_workspace_is_told_who_does(town: Town) -> None:
    await town.ours("@yuki", "setup")
    assert f"set up by an admin: ask <@{town.id_of('@maria')}>" in words(town.form_of("@yuki"))


def inputs_of(form: dict[str, Any]) -> set[str]:
    return {block["block_id"] for block in form["blocks"] if block["type"] == "input"}


async def test_a_guest_may_set_up_nothing_of_the_workspace(town: Town) -> None:
    await town.ours("@gus", "setup", "#customers")
    assert inputs_of(town.form_of("@gus")) == set()
    assert not has_button(town.form_of("@gus"), act.SETUP_SECTION)
    assert "Ask a teammate to" in words(await town.ours("@gus", "setup hours", "#customers"))


async def test_commands_work_in_a_conversation_with_the_bot(town: Town) -> None:
    await town.ours("@maria", "promise call Ada by Friday 3pm")
    await town.jump("2026-11-20T13:00:30-05:00")
    room = town.dms_of("@maria")[-1]["channel"]
    assert "call Ada" in words(await town.ours("@maria", "mine", room))
    assert "send Bo" in words(await town.ours("@maria", "promise send Bo the form by Monday noon", room))


async def test_help_in_a_channel_that_it_is_in_does_not_ask_to_be_invited(town: Town) -> None:
    assert "not in this channel" not in words(await town.ours("@maria", "help", "#support"))
    assert "not in this channel" in words(await town.ours("@maria", "help", "#random"))
