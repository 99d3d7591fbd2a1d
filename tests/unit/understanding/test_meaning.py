"""Where texts point: what is added is what the table says, and like things lie near each other."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.facts import DepartmentWords
from bot.understanding.claims import stems_of
from bot.understanding.departments import read_departments
from bot.understanding.meaning import MOST_STEMS, SIZE, Meanings, shipped
from bot.understanding.packing import NEUTRAL

STEMS = ("bandage", "dressing", "parking", "lot")
tables = st.binary(min_size=SIZE * len(STEMS), max_size=SIZE * len(STEMS)).map(
    lambda table: Meanings(table, {stem: place for place, stem in enumerate(STEMS)})
)
texts = st.lists(st.sampled_from([*STEMS, "never seen", ""]), max_size=2 * MOST_STEMS)


@given(tables, texts)
def test_a_text_points_where_its_known_stems_do_together(known: Meanings, text: list[str]) -> None:
    there = [stem for stem in text if stem in known.places][:MOST_STEMS]
    plain = [
        sum(known.table[known.places[stem] * SIZE + at] - NEUTRAL for stem in there) for at in range(SIZE)
    ]  # one by one, and not side by side
    assert list(known.of(text).direction) == plain
    assert known.of(text).square == sum(each * each for each in plain)


@given(tables, texts, texts)
def test_nearness_is_the_same_from_either_side_and_never_beyond_one(
    known: Meanings, text: list[str], other: list[str]
) -> None:
    one, two = known.of(text), known.of(other)
    assert one.near(two) == two.near(one)
    assert abs(one.near(two)) <= 1 + 1e-9
    assume(one.square)
    assert one.near(one) == pytest.approx(1)


@given(tables)
def test_nothing_is_near_to_what_has_no_known_word(known: Meanings) -> None:
    assert known.of(["never seen"]).near(known.of(STEMS)) == 0
    assert known.telling(["never seen"], known.of(STEMS)) is None


@given(tables, texts, st.randoms())
def test_the_order_of_words_does_not_count(known: Meanings, text: list[str], drawn: object) -> None:
    text = text[:MOST_STEMS]
    assert known.of(text) == known.of(sorted(text)) == known.of(list(reversed(text)))


@pytest.mark.parametrize(
    ("one", "like", "unlike"),
    [
        ("bandage", "dressings on a wound", "a place to park"),
        ("the waiter was rude", "how the staff treat guests", "prices and invoices"),
        ("screen stays black", "displays and monitors", "deliveries and couriers"),
        ("my child was bullied", "safety of pupils", "meals in the canteen"),
    ],
)
def test_like_things_are_nearer_than_unlike_ones(one: str, like: str, unlike: str) -> None:
    here, there, elsewhere = (shipped().of(stems_of(text, MOST_STEMS)) for text in (one, like, unlike))
    assert here.near(there) > max(0.1, here.near(elsewhere))


def test_each_shipped_stem_has_its_place() -> None:
    known = shipped()
    assert len(known.table) == SIZE * len(known.places)
    assert sorted(known.places.values()) == list(range(len(known.places)))


def test_what_tells_a_meaning_is_the_word_that_points_there_most() -> None:
    known = shipped()
    stems = list(stems_of("when can she change my bandage again", MOST_STEMS))
    assert known.telling(stems, known.of(stems_of("wounds and dressings"))) == stems_of("bandage")[0]


GARDEN = (
    DepartmentWords("plants", "Plant care", "Trees, flowers and lawns, and what eats or ails them."),
    DepartmentWords("tools", "Tools", "Mowers, saws and whatever has an engine."),
    DepartmentWords("visits", "Visits", "When our gardeners come, and how they behave at the house."),
    DepartmentWords("office", "Office", "Quotes, contracts and payment."),
)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("plants", "The roses have black spots"),
        ("plants", "Aphids all over the hedge"),
        ("plants", "Worms in the apples"),
        ("tools", "The motor is dead"),
        ("office", "How much would a weekly cut cost?"),
    ],
)
def test_departments_of_a_trade_that_nobody_wrote_down_are_told_by_meaning(key: str, text: str) -> None:
    found = max(read_departments(text, GARDEN, is_mention=True), key=lambda each: each.score)
    assert found.key == key


def test_the_word_that_points_to_a_department_is_named() -> None:
    found = max(read_departments("The roses have black spots", GARDEN, is_mention=True), key=lambda each: each.score)
    assert [reason.words for reason in found.reasons] == ["'roses'"]
    assert found.tagged


def test_what_says_nothing_is_near_to_nobody() -> None:
    found = read_departments("It happened again", GARDEN, is_mention=True)
    assert [each.reasons[0].kind for each in found if each.tagged] == ["fallback"]
