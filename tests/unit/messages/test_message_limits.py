"""Whatever people write: Slack takes every payload, and nobody is pinged whom the view didn't name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages import answers, cards, digest
from bot.messages.nudge_views import ReminderView
from tests.unit.messages.message_limits import PEOPLE, check_home, check_message, check_view
from tests.unit.messages.message_world import NOW, World, all_forms, all_homes, all_messages

HOSTILE = (
    "",
    " \n\t ",
    "<!channel> <!here> <!everyone> @channel @HERE @everyone",
    "<@U777|boss> <!subteam^S777|@all> <#C777|secret> <!date^1^{date}|now>",
    "<<!here>!channel> <!<@U777>|x> <@U777",
    "&<>&amp;&lt;!channel&gt;",
    "*bold _it ~no `code ```block > quoted",
    "\u202eevil\u2066\u2068 \u200f שלום עולם and مرحبا بالعالم\u202c",
    "👩‍👩‍👧‍👦🇺🇦💥" * 700,
    "x" * 4200,
    "&" * 4200,
    "word " * 900,
    "line\r\n\n" * 400,
    "\x00\x07\x1b[31m\x7f\x85\u2028end\ud800",
    "<https://evil.example|your bank> https://evil.example javascript:alert(1)",
    "مرحبا\n" * 500,
)
URLS = (None, "", "javascript:alert(1)", "https://a.example/<!channel>|x> y&z", "https://a.example/" + "ü" * 4000)
WORDS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(alphabet=st.sampled_from("ab <>@!#|&^*_~`\n:\u2068\u202eש👩UC7/\\"), max_size=60),
    st.text(max_size=40),
)
DUE = st.none() | st.integers(0, 10**10).map(lambda unix: datetime.fromtimestamp(unix, UTC))
WORLDS = st.builds(
    World,
    words=WORDS,
    name=WORDS,
    url=st.sampled_from(URLS),
    zone=st.sampled_from(("UTC", "Asia/Kathmandu", "America/New_York", "", "../etc", "Nowhere", "America")),
    due=DUE,
    many=st.sampled_from((0, 1, 2, 7, 60)),
    stance=st.sampled_from(("prospect", "advocate", "adversary", "influencer", "unknown")),
    state=st.sampled_from(("new", "owned", "answered", "closed", "dismissed")),
)


@pytest.mark.parametrize("many", [0, 1, 2, 7])
@settings(max_examples=20, deadline=None)
@given(chosen=WORLDS)
def test_every_message_and_form_is_valid(chosen: World, many: int) -> None:
    """Apart by how many there are: one test of them all is the longest of the suite, and waited for at its end."""
    check_all(replace(chosen, many=many))


@settings(max_examples=8, deadline=None)
@given(WORLDS)
def test_every_message_and_form_is_valid_where_there_is_much(world: World) -> None:
    check_all(replace(world, many=60))


def check_all(world: World) -> None:
    for message in all_messages(world):
        check_message(message, may_ping_groups=True)
    for view in all_forms(world):
        check_view(view)


@pytest.mark.parametrize("words", HOSTILE)
def test_each_known_trick(words: str) -> None:
    check_all(World(words=words, name=words))


@settings(max_examples=40, deadline=None)
@given(WORLDS)
def test_every_home_is_valid(world: World) -> None:
    for view in all_homes(world):
        check_home(view)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_home_withstands_each_known_trick(words: str) -> None:
    for view in all_homes(World(words=words, name=words)):
        check_home(view)


def test_a_thousand_of_everything() -> None:
    world = World(many=1000, words=HOSTILE[8])
    for view in all_homes(world):
        check_home(view)
    check_all(world)


@given(WORLDS)
@settings(max_examples=40, deadline=None)
def test_a_first_card_and_a_reminder_ping_nobody(world: World) -> None:
    for state in ("new", "owned", "answered", "closed", "dismissed"):
        check_message(cards.card(replace(world.card, state=state), is_update=False), people=frozenset())
    reminder = ReminderView(NOW, world.lines, world.lines, world.promises)
    check_message(digest.reminder(reminder), people=frozenset())


@given(WORLDS)
@settings(max_examples=40, deadline=None)
def test_a_ping_reaches_everybody_who_is_asked_and_nobody_else(world: World) -> None:
    message = cards.ping(world.asked, world.url, is_urgent=True)
    check_message(message, may_ping_groups=True)
    everything = str(message.blocks)
    for asked in world.asked:
        assert f"<@{asked.user_id}>" in everything or f"<!subteam^{asked.group_id}>" in everything
    assert {f"U{n}" for n in range(100) if f"<@U{n}>" in everything} == {each.user_id for each in world.asked} - {None}


@given(WORDS, WORDS)
@settings(max_examples=60, deadline=None)
def test_words_filled_into_our_own_ping_only_those_we_name(words: str, other: str) -> None:
    filled = f"Only <@U1> can do this, not <@U2>: {words}".replace("*", "").replace("`", "")
    for message in (answers.error(filled, ["U1"]), answers.said(filled, ["U1"])):
        check_message(message, people=frozenset({"U1"}))
    check_message(answers.joined(other, is_head=False), people=frozenset())


def test_sixty_departments_tagged_and_nobody_in_them() -> None:
    world = World(many=60)
    view = replace(world.card, tags=tuple(replace(tag, has_people=False) for tag in world.tags))
    message = cards.card(view)
    check_message(message, people=PEOPLE)
    assert len(message.blocks) < 20, "a card stays readable"
    assert "and 52 more" in str(message.blocks)


def test_dates_at_the_edges_of_time() -> None:
    for due in (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC), NOW - timedelta(days=4000)):
        check_all(World(due=due))
