"""Plain words to the bot: what they ask for, and what comes near when nobody knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import Ask, read_ask, spoken_to

ASKED = {
    "what's open?": ("open", ""),
    "What\u2019s still waiting": ("open", ""),
    "is anything unclaimed": ("open", ""),
    "anything that needs somebody?": ("open", ""),
    "open": ("open", ""),
    "show me open mentions": ("open", ""),
    "what did I promise?": ("mine", ""),
    "what do I have to do": ("mine", ""),
    "my promises": ("mine", ""),
    "mine": ("mine", ""),
    "what's on my plate today?": ("mine", ""),
    "who owns Acme?": ("customer", "Acme"),
    "Who knows the customer Acme Corp.?": ("customer", "Acme Corp"),
    "what did Acme say": ("customer", "Acme"),
    "what did we promise to Acme?": ("customer", "Acme"),
    "what do we know about Acme": ("customer", "Acme"),
    "customer Acme": ("customer", "Acme"),
    "tell me about Acme": ("customer", "Acme"),
    "who is on duty?": ("duty", ""),
    "who's on call right now": ("duty", ""),
    "who does what": ("departments", ""),
    "departments": ("departments", ""),
    "how was the week?": ("digest", ""),
    "digest": ("digest", ""),
    "what have you learned": ("rules", ""),
    "remind me to call Acme on Monday": ("remind", "call Acme on Monday"),
    "please remind me on Monday to call Acme": ("remind", "call Acme on Monday"),
    "remind me about the invoice tomorrow": ("remind", "the invoice tomorrow"),
    "I'll get back to Ada by Friday": ("promise", "I'll get back to Ada by Friday"),
    "I will call her tomorrow": ("promise", "I will call her tomorrow"),
    "promise send Ada the invoice by Friday": ("promise", "send Ada the invoice by Friday"),
    "help": ("help", ""),
    "": ("help", ""),
    "hi!": ("help", ""),
    "what can you do?": ("help", ""),
    "thanks a lot": ("thanks", ""),
}


@pytest.mark.parametrize("said", ASKED)
def test_what_is_asked(said: str) -> None:
    assert (read_ask(said).kind, read_ask(said).rest) == ASKED[said]


def test_ones_own_choices_are_in_settings_and_the_workspaces_in_setup() -> None:
    for said in ("settings", "stop nudging me", "I am off tomorrow", "vacation"):
        assert read_ask(said) == Ask("unknown", nearest="settings")
    assert read_ask("how do I set you up?") == Ask("unknown", nearest="setup")


def test_unknown_words_come_with_the_nearest_thing() -> None:
    for said, nearest in (
        ("please configure yourself", "setup"),
        ("depatments??", "departments"),
        ("customer", "customer"),
        ("ask Maria to call Ada", "promise @someone"),
        ("xyzzy plugh", ""),
    ):
        assert read_ask(said) == Ask("unknown", nearest=nearest)


def test_it_is_spoken_to_where_its_ping_begins_or_ends_a_message() -> None:
    for text, words in (
        ("<@UBOT> what's open?", "what's open?"),
        ("hey <@UBOT|ours>, what's open?", "hey  , what's open?"),
        ("what's open <@UBOT>?", "what's open  ?"),
        ("I asked <@UBOT> about it", None),
        ("what's open?", None),
        ("<@UTOM> what's open?", None),
        ("<@UBOT>", ""),
    ):
        assert spoken_to(text, "UBOT", is_direct=False) == words
    assert spoken_to("what's open?", "UBOT", is_direct=True) == "what's open?"


@given(st.text(max_size=300))
def test_any_words_are_understood_somehow(said: str) -> None:
    assert read_ask(said).kind
    assert len(read_ask(said).rest) <= len(said) + 1
    spoken_to(said, "UBOT", is_direct=True)
