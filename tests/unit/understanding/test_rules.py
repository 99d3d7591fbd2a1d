"""Rules that come of people's corrections: how much it takes, how it fades, and how an accepted one weighs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts import DepartmentReading, DepartmentWords, Example, FoundRule, Post, RuleWords, Tagged
from bot.understanding import find_rules, hear, holds, learn, lessons, promise_threshold, read, says_the_same, taught
from bot.understanding.corrections import features

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
STAMPS = (
    "My loyalty stamps are gone",
    "Where do I see the loyalty stamps since Monday",
    "Your shop forgot our loyalty stamps again",
)
TEAMS = (
    DepartmentWords("customer_service", "Customer Service", "Everything that customers ask", ("help",)),
    DepartmentWords("finance", "Finance", "Invoices and payments", ("invoice",)),
    DepartmentWords("product", "Product", "Bugs, outages and crashes of the app", ("bug", "crash", "card")),
)
RULE = RuleWords("finance", "loyalty stamp", True, "brought in 3 times for 'loyalty stamps' (rule accepted by Ada)")


def example(
    number: int, text: str, *, key: str = "finance", right: bool = True, days: float = 0, audience: str = "open"
) -> Example:
    return Example(key, right, taught(text), f"M{number}", f"U{number}", NOW - timedelta(days=days), audience, "C1")


def examples(*texts: str, **more: object) -> list[Example]:
    return [example(number, text, **more) for number, text in enumerate(texts)]  # type: ignore[arg-type]


def tagged(reading: tuple[DepartmentReading, ...]) -> set[str]:
    return {one.key for one in reading if one.tagged}


def test_three_mentions_that_share_words_make_a_rule_with_these_words() -> None:
    best = find_rules(examples(*STAMPS), NOW)[0]
    assert best == FoundRule("finance", "loyalty stamp", "loyalty stamps", True, "open", 3, 3, ("C1",))


def test_two_mentions_make_none_nor_does_one_that_is_corrected_again_and_again() -> None:
    assert find_rules(examples(*STAMPS[:2]), NOW) == []
    assert find_rules([example(7, text) for text in STAMPS], NOW) == []


def test_an_old_example_fades() -> None:
    assert find_rules(examples(*STAMPS, days=30), NOW)
    assert find_rules(examples(*STAMPS, days=90), NOW) == []


def test_what_people_say_against_it_outweighs_a_rule() -> None:
    against = [example(9, STAMPS[0], right=False), example(8, STAMPS[1], right=False)]
    assert "loyalty stamp" not in {rule.feature for rule in find_rules([*examples(*STAMPS), *against], NOW)}


def test_a_department_that_is_often_wrong_makes_a_rule_against_it() -> None:
    (best, *_) = find_rules(examples(*STAMPS, key="product", right=False), NOW)
    assert (best.key, best.words, best.speaks_for) == ("product", "loyalty stamps", False)


def test_words_of_different_audiences_never_add_up() -> None:
    mixed = [*examples(*STAMPS[:2]), example(5, STAMPS[2], audience="G1")]
    assert find_rules(mixed, NOW) == []
    private = find_rules(examples(*STAMPS, audience="G1"), NOW)
    assert {rule.audience for rule in private} == {"G1"}


def test_a_rule_does_not_hold_where_many_mentions_with_its_words_lack_the_department() -> None:
    rule = find_rules(examples(*STAMPS), NOW)[0]
    with_it = [Tagged(text, frozenset({"finance"}), frozenset()) for text in STAMPS]
    without = Tagged("Loyalty stamps, but who cares", frozenset({"sales"}), frozenset())
    assert holds(rule, hear(with_it))
    assert not holds(rule, hear([*with_it, without])), "three bear nothing that speaks against it"
    assert holds(replace(rule, times=6), hear([*with_it, *with_it, without])), "six bear one"
    assert not holds(replace(rule, times=6), hear([*with_it, *with_it, without, without]))


def test_a_rule_against_a_department_does_not_hold_where_that_department_often_acted() -> None:
    rule = find_rules(examples(*STAMPS, key="product", right=False), NOW)[0]
    acted = Tagged(STAMPS[0], frozenset({"product"}), frozenset({"product"}))
    left_out = [replace(acted, words=text, acted=frozenset()) for text in STAMPS]
    assert holds(rule, hear(left_out))
    assert not holds(rule, hear([*left_out, acted]))


def test_what_was_proposed_is_not_proposed_again_in_fewer_or_more_words() -> None:
    rule = find_rules(examples(*STAMPS), NOW)[0]
    other = FoundRule("finance", "stamp", "stamps", True, "open", 3, 3, ("C1",))
    assert says_the_same(other, [rule])
    assert says_the_same(rule, [other])
    assert not says_the_same(rule, [FoundRule("sales", "stamp", "stamps", True, "open", 3, 3, ("C1",))])
    assert not says_the_same(rule, [FoundRule("finance", "stamp", "stamps", False, "open", 3, 3, ("C1",))])


def test_all_that_was_said_of_a_mention_is_one_lesson() -> None:
    said = [example(1, STAMPS[0]), example(1, STAMPS[0], key="product", right=False, days=90), example(2, STAMPS[1])]
    first, second = lessons(said, {"M1": {"customer_service"}}, NOW)
    assert (first.departments, first.wrong, first.weight) == (("customer_service", "finance"), ("product",), 1.0)
    assert (second.departments, second.wrong) == (("finance",), ())
    assert set(first.features) == set(taught(STAMPS[0]))
    assert first.text == "", "no text is kept"


def test_corrections_that_weigh_at_once_say_how_much_and_by_which_words() -> None:
    many = [example(number, f"{STAMPS[number % 3]} {'abcdefghij'[number]}") for number in range(10)]
    others = [example(number, f"The parcel is {word}", key="product") for number, word in enumerate("klmnopqrst", 20)]
    learned = learn(lessons([*many, *others], {}, NOW))
    post = Post("“All my loyalty stamps vanished”", NOW)
    (finance,) = [one for one in read(post, TEAMS, learned).departments if one.key == "finance"]
    (why,) = [reason.words for reason in finance.reasons if reason.kind == "corrections"]
    assert why.startswith("past corrections speak")
    assert " for it: '" in why
    assert "stamps" in why
    (product,) = [one for one in read(post, TEAMS, learned).departments if one.key == "product"]
    assert any(" against it" in reason.words for reason in product.reasons)
    assert read(post, TEAMS, learn([])) == read(post, TEAMS)


def test_nothing_with_a_digit_is_kept_and_nothing_in_the_order_of_the_text() -> None:
    kept = taught("Order 4711: charged 99 dollars, call +49 151 2345 or Ada at 3pm")
    assert not any(character.isdigit() for words in kept.items() for word in words for character in word)
    assert list(kept) == sorted(kept)


@given(st.text(max_size=300))
def test_whatever_is_kept_is_found_again_in_the_same_text(text: str) -> None:
    assert set(taught(text)) <= set(features(text))
    for feature, words in taught(text).items():
        assert len(feature.split(" ")) == len(words.split(" "))


def test_of_a_long_text_the_beginning_is_kept_in_whole_words() -> None:
    long = " ".join(f"word{'abcdefghij'[number % 10]}{'klmnopqrst'[number // 10 % 10]}" for number in range(2_000))
    assert set(taught(long)) <= set(features(long))
    assert len(str(taught(long))) < 20_000


@given(st.permutations(range(6)))
def test_the_order_of_the_examples_does_not_matter(order: list[int]) -> None:
    found = examples(*STAMPS, *STAMPS)
    assert find_rules([found[n] for n in order], NOW)[0].feature == find_rules(found, NOW)[0].feature


def test_an_accepted_rule_tags_and_says_why() -> None:
    post = Post("“I can't see my loyalty stamps in my book”", NOW)
    assert "finance" not in tagged(read(post, TEAMS).departments)
    reading = read(post, TEAMS, rules=[RULE]).departments
    assert "finance" in tagged(reading)
    (finance,) = [one for one in reading if one.key == "finance"]
    assert [reason.words for reason in finance.reasons] == [RULE.why]


def test_a_rule_says_nothing_of_other_words() -> None:
    post = Post("“Stamps do not buy my loyalty”", NOW)
    assert read(post, TEAMS, rules=[RULE]) == read(post, TEAMS)


def test_a_rule_against_a_department_yields_to_what_clearly_speaks_for_it() -> None:
    against = RuleWords("product", "card", False, "said 3 times not to be concerned by 'card' (rule accepted by Ada)")
    weak = Post("“There is a bug about my card”", NOW)
    strong = Post("“My card shows a bug, the app has a crash: outage and crashes, it is a bug”", NOW)
    assert "product" in tagged(read(weak, TEAMS).departments)
    assert "product" not in tagged(read(weak, TEAMS, rules=[against]).departments)
    assert "product" in tagged(read(strong, TEAMS, rules=[against]).departments)


def test_declined_offers_raise_the_threshold_and_confirmed_ones_lower_it() -> None:
    assert [promise_threshold(declined, 0) for declined in (0, 1, 2, 4, 7, 90)] == [0.59, 0.59, 0.642, 0.745, 0.9, 0.9]
    assert promise_threshold(4, 2) == promise_threshold(2, 0)
    assert promise_threshold(3, 50) == 0.59


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_threshold_is_bounded_and_no_confirmed_offer_raises_it(declined: int, confirmed: int) -> None:
    threshold = promise_threshold(declined, confirmed)
    assert 0.59 <= threshold <= 0.9
    assert promise_threshold(declined, confirmed + 1) <= threshold <= promise_threshold(declined + 1, confirmed)


@pytest.mark.parametrize("text", ["I'll get back to her by Friday.", "on it"])
def test_who_declined_offers_is_offered_only_what_is_clearer(text: str) -> None:
    score = read(Post(text, NOW), TEAMS).promise.score
    assert score > 0.5
    above = read(Post(text, NOW, promise_threshold=score + 0.001), TEAMS).promise
    assert (above.is_promise, above.words, above.score) == (False, "", score)
    assert read(Post(text, NOW, promise_threshold=score), TEAMS).promise.is_promise
