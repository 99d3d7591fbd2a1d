"""Stance and urgency, each with its reasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts import Attachment
from bot.understanding.stance import read_stance, read_urgency

STANCES = [
    ("adversary", "This is the worst company I ever dealt with, shame on you!"),
    ("adversary", "I'm still waiting for my refund, nobody answers. So disappointed."),
    ("adversary", "The app crashes all the time, useless"),
    ("adversary", "You lost my luggage and refuse to pay"),
    ("adversary", "Thanks for nothing, my order never arrived"),
    ("adversary", "Why does the export fail again??"),
    ("advocate", "I love the new version, amazing work!"),
    ("advocate", "Great service, the driver was so friendly. Thank you!"),
    ("advocate", "Best tool I've used in years, highly recommend"),
    ("advocate", "Kudos to your support team, quick response as always"),
    ("prospect", "How much is the enterprise plan for 200 users?"),
    ("prospect", "We are interested in buying 40 licences, can you send us a quote?"),
    ("prospect", "We'd like to book a demo before the trial"),
    ("prospect", "Do you have a plan for schools? We are comparing vendors"),
    ("influencer", "I'm a journalist at the Daily Post and write about your recall"),
    ("influencer", "I told my 250k followers to stay away from you"),
    ("influencer", "I write for a local newspaper and your recall is my story"),
    ("adversary", "My newspaper was not delivered again and nobody cares"),
    ("adversary", "Your reporter was so rude to my neighbour"),
    ("unknown", "I had to go to another shop"),
    ("unknown", "The best before date is in June"),
    ("advocate", "This is my go to shop"),
    ("unknown", "The parcel is blue"),
    ("unknown", "Where do I find the address form?"),
]


@pytest.mark.parametrize(("label", "text"), STANCES)
def test_stance(label: str, text: str) -> None:
    stance = read_stance(text)
    assert stance.label == label
    assert bool(stance.reasons) == (label != "unknown")
    assert 0 <= stance.negative <= 1
    assert 0 <= stance.prospect <= 1


def test_unhappy_scores_above_happy() -> None:
    unhappy = [read_stance(text).negative for label, text in STANCES if label == "adversary"]
    happy = [read_stance(text).negative for label, text in STANCES if label == "advocate"]
    assert min(unhappy) > max(happy)


def test_reach_is_told_by_the_source_and_never_guessed() -> None:
    known = Attachment(author="Jane (1.2M followers)", service="x")
    assert read_stance("It broke", (known,)).label == "influencer"
    assert read_stance("It broke", (Attachment(author="Jane"),)).label != "influencer"
    assert read_stance("I told my 12 followers").label != "influencer"


URGENT = [
    ("hurt", "The kettle caught fire and burned my hand"),
    ("hurt", "My son had an allergic reaction, the label was wrong"),
    ("hurt", "The ladder collapsed and my husband broke his leg"),
    ("hurt", "There is smoke coming out of the charger"),
    ("data", "There was a data breach at your company"),
    ("press", "He threatens to go to the press"),
    ("legal", "I will sue you"),
    ("legal", "You will hear from my lawyer"),
    ("legal", "I am taking you to court"),
    ("outage", "The whole system is down, nobody can log in"),
    ("outage", "We can't process any orders since noon"),
    ("leave", "If this isn't fixed we will cancel our contract"),
    ("leave", "We are moving to a competitor"),
    ("leave", "They are threatening to leave"),
    ("leave", "If the export is not fixed by Friday we cancel"),
    ("leave", "Fix it or I will leave."),
    ("press", "I'm a reporter, my deadline is 5pm, do you have a comment?"),
    ("urgent", "This is urgent, please call me"),
]


@pytest.mark.parametrize(("why", "text"), URGENT)
def test_urgent(why: str, text: str) -> None:
    urgency = read_urgency(text)
    assert urgency.is_urgent
    assert any(why in reason.words for reason in urgency.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "I'd like a refund for the blue one",
        "Not urgent, but the logo is blurry",
        "Please write the address down",
        "I cut the price down to ten",
        "The contract looks fine",
        "Can I leave the parcel at the desk?",
        "The new fire pit is lovely",
        "It would be great to have a dark mode",
        "I renewed yesterday",
        "The emergency exit is around the corner",
    ],
)
def test_not_urgent(text: str) -> None:
    assert not read_urgency(text).is_urgent


FROM_CALM_TO_ANGRY = [
    "Love it, best service ever, thank you so much!",
    "How do I move photos to the new one?",
    "The parcel came a little late this time",
    "Still waiting for my parcel, nobody answers, this is ridiculous",
]


def test_praise_questions_mild_annoyance_and_anger_rank_in_this_order() -> None:
    scores = [read_stance(text).negative for text in FROM_CALM_TO_ANGRY]
    assert scores == sorted(scores)
    assert len(set(scores)) == len(scores)


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("thanks for nothing", "thanks for everything"),
        ("not helpful", "so helpful"),
        ("your app #fail", "your app"),
        ("your app 😡", "your app 😍"),
        ("that was sooooo baaad", "that was sooooo good"),
        ("I love how you lost my bag", "I love my bag"),
        ("WHY is it broken", "is it the new one"),
        ("#WorstAirlineEver", "#BestAirlineEver"),
        ("this isnt good", "this is good"),
        ("waited 3 hours at the gate", "waited at the gate"),
    ],
)
def test_the_language_of_short_posts(worse: str, better: str) -> None:
    assert read_stance(worse).negative > read_stance(better).negative


@pytest.mark.parametrize(("label", "text"), [row for row in STANCES if row[0] in ("adversary", "advocate")])
def test_the_reasons_quote_the_words(label: str, text: str) -> None:
    plain = text.casefold().replace("'", "")
    for reason in read_stance(text).reasons:
        quoted = [words.strip("' ") for words in reason.words.partition(": ")[2].split(", ")]
        assert all(words in plain for words in quoted)


@pytest.mark.parametrize(
    "text",
    [
        "can't recommend @harbourbooks enough, they find everything",
        "We couldn't have recommended them more.",
        "I cannot thank your night porter enough",
        "Honestly can't fault it",
        "Eight years and nothing bad to say",
        "Never had a problem with these guys",
        "The peaches from @fieldbox are unreal 🍑",
        "10/10, would send my sister there again",
        "huge thanks to Tomas at the desk",
        "you rescued our anniversary evening, rescued our evening!",
        "moved in without a single hitch",
        "couldn't have been more helpful",
        "wish I'd switched to @harbourbank years ago",
        "the fitter came within the hour",
        "never slept so well",
        "Not a fan of banks, usually, but @harbourbank paid out in two days, no questions asked",
        "love how @harbourbooks remembers what my mother reads",
    ],
)
def test_praise_in_the_words_of_a_complaint_is_praise(text: str) -> None:
    assert read_stance(text).label == "advocate"


@pytest.mark.parametrize(
    "text",
    [
        "the dirtiest station on the line",
        "@harbourbank your tellers are the rudest lot I know",
        "ghosted by @harbourbooks for two weeks",
        "There is fraud on my account and you shrug",
        "@notely wiped my lecture notes",
        "my daughter got ill after eating your salad",
        "putting up the prices AGAIN @harbourgas",
        "No human to speak to at @harbourgas",
        "4 emails, zero answers",
        "Do not fly with @harbourair if time matters to you",
        "stay away from @harbourair",
        "@notely 'coming soon' since last winter",
        "still waiting, @harbourair",
        "you want us to come back next month? unbelievable.",
        "love how @notely deleted the one feature I use",
        "thank you @harbourair for losing the pram",
        "So their idea of punctual is noon",
        "never had a reply from @harbourgas",
        "been chasing my deposit since May",
        "where is my suitcase @harbourair",
        "Booked a balcony @harbourinn, got a cellar",
        "the handle came off on day one",
        "your courier threw it over the fence",
        "if you like waiting you'll love @harbourgas",
    ],
)
def test_a_complaint_without_an_angry_word_is_one(text: str) -> None:
    stance = read_stance(text)
    assert stance.label == "adversary"
    assert stance.reasons


def test_names_with_an_at_sign_are_no_words_of_feeling() -> None:
    assert read_stance("@freshlove @awfulbooks @bestbox") == read_stance("@a @b @c")
    assert read_stance("what @freshcrate calls fresh").reasons == read_stance("what @crate calls fresh").reasons


@pytest.mark.parametrize(
    "text",
    [
        "What's the latest version?",
        "No reply needed, thanks",
        "Where do I find the nearest shop?",
        "We don't use SSO yet",
        "Happy customer since 2019",
        "Haven't had a problem in the past",
        "My top-up is still pending",
    ],
)
def test_what_only_looks_like_a_complaint_is_none(text: str) -> None:
    assert read_stance(text).label != "adversary"


def test_small_words_are_no_reason_beside_others() -> None:
    reasons = read_stance("The app crashes since the update, and I still wait for my refund.").reasons
    assert [one.words for one in reasons] == ["something failed: 'crashes'", "displeasure: 'still', 'refund'"]


@given(st.text(max_size=300))
def test_stance_never_raises_and_is_the_same_every_time(text: str) -> None:
    stance = read_stance(text)
    assert 0 <= stance.negative <= 1
    assert stance == read_stance(text)
    assert bool(stance.reasons) == (stance.label != "unknown")
