"""Departments: from descriptions and words alone, several at once, each with reasons."""

from __future__ import annotations

import time
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import config
from bot.facts import DepartmentReading, DepartmentWords, Post, StanceReading
from bot.understanding import Correction, learn, read
from bot.understanding.departments import read_departments
from bot.understanding.leans import leans_of

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
_TABLE = tomllib.loads((Path(config.__file__).parent / "departments.toml").read_text(encoding="utf-8"))
DEPARTMENTS = tuple(
    DepartmentWords(key, row["name"], row["description"], tuple(row["words"])) for key, row in _TABLE.items()
)
DESCRIBED = tuple(replace(department, words=()) for department in DEPARTMENTS)

SAID = [
    ("finance", "I was charged twice for my subscription this month, please refund me"),
    ("finance", "There is a 30 dollar fee on my statement that nobody can explain"),
    ("finance", "Your invoice shows the wrong VAT number"),
    ("finance", "When do I get my money back for the returned shoes?"),
    ("finance", "The bank raised my interest rate without telling me"),
    ("finance", "My direct debit was taken a week early and caused an overdraft"),
    ("finance", "The mortgage servicer lost my escrow payment"),
    ("finance", "Why was I billed after I cancelled?"),
    ("product", "The app crashes every time I open the camera"),
    ("product", "Since the last update the export button does nothing"),
    ("product", "It would be great if you added a dark mode"),
    ("product", "The search is so slow that we stopped using it"),
    ("product", "Please add an integration with our calendar"),
    ("product", "The battery of the speaker dies after an hour"),
    ("product", "Sync between my phone and my laptop is broken again"),
    ("product", "The new menu is confusing, I can't find the settings"),
    ("sales", "How much is the enterprise plan for 200 users?"),
    ("sales", "We would like a demo before we decide"),
    ("sales", "Do you offer a volume discount for schools?"),
    ("sales", "We are comparing you with two other vendors, can you send a quote?"),
    ("sales", "I want to upgrade from the free trial to the team plan"),
    ("sales", "Is there a reseller in Portugal we could order from?"),
    ("legal", "My lawyer will contact you about the breach of contract"),
    ("legal", "Under GDPR I ask you to delete all data you hold about me"),
    ("legal", "You are using my photo without a licence, this is copyright infringement"),
    ("legal", "I will take you to small claims court"),
    ("legal", "Which law applies to your terms and conditions?"),
    ("legal", "We need the data processing agreement signed by your counsel"),
    ("security", "Someone logged into my account from another country"),
    ("security", "I got a phishing email that pretends to come from you"),
    ("security", "My card was stolen and used for payments I did not authorize"),
    ("security", "I found a vulnerability in your login form"),
    ("security", "Please reset my password, I think I was hacked"),
    ("security", "There was a leak and my personal information is on the internet"),
    ("human_resources", "I applied for the warehouse job three weeks ago and heard nothing"),
    ("human_resources", "Your driver insulted my daughter, this employee should be fired"),
    ("human_resources", "Do you have internships for students?"),
    ("human_resources", "The woman at the desk in Leeds was wonderful, she deserves a raise"),
    ("human_resources", "Your store manager harassed my sister, who works for you"),
    ("public_relations", "I am a reporter at the Daily Post and would like a comment by six"),
    ("public_relations", "This story is going viral on TikTok and it makes you look terrible"),
    ("public_relations", "Boycott them! Everybody should know how unethical this company is"),
    ("public_relations", "Would your CEO join our podcast for an interview?"),
    ("marketing", "Please unsubscribe me from your newsletter"),
    ("marketing", "Your advert promises free delivery, but the promo code does not work"),
    ("marketing", "Would you sponsor our conference in May?"),
    ("marketing", "The new commercial is hilarious, great campaign"),
    ("marketing", "We'd gladly be a case study for your website"),
    ("customer_service", "Nobody answers the phone, I have been on hold for an hour"),
    ("customer_service", "My parcel never arrived and the chat agent was rude"),
    ("customer_service", "I opened a support ticket ten days ago and got no reply"),
    ("customer_service", "How do I change the address of my order?"),
    ("customer_service", "The representative transferred me five times and then hung up"),
    ("customer_service", "You sent the wrong item, how can I return it?"),
]


def order(text: str, departments: tuple[DepartmentWords, ...]) -> list[str]:
    found = read_departments(text, departments, is_mention=True)
    return [each.key for each in sorted(found, key=lambda each: -each.score)]


def by_key(text: str, departments: tuple[DepartmentWords, ...] = DEPARTMENTS) -> dict[str, DepartmentReading]:
    return {each.key: each for each in read_departments(text, departments, is_mention=True)}


@pytest.mark.parametrize(("key", "text"), SAID, ids=[text for _, text in SAID])
def test_the_right_department_is_tagged(key: str, text: str) -> None:
    found = by_key(text)[key]
    assert found.tagged
    assert found.reasons


def test_first_guess_with_words_and_from_descriptions_alone() -> None:
    first = sum(order(text, DEPARTMENTS)[0] == key for key, text in SAID)
    described = sum(order(text, DESCRIBED)[0] == key for key, text in SAID)
    within_two = sum(key in order(text, DESCRIBED)[:2] for key, text in SAID)
    assert first / len(SAID) >= 0.9
    assert described / len(SAID) >= 0.75
    assert within_two / len(SAID) >= 0.85


def test_several_departments_at_once() -> None:
    found = by_key("The app deleted my photos, I want a refund or I will call my lawyer")
    assert {key for key, each in found.items() if each.tagged} >= {"product", "finance", "legal"}


def test_a_mention_always_reaches_someone() -> None:
    found = by_key("Zzz qqq blorp")
    assert found["customer_service"].tagged
    assert found["customer_service"].reasons[0].words == "a customer speaks; nothing more specific was found"
    without = by_key("Zzz qqq blorp", DEPARTMENTS[3:5])
    assert sum(each.tagged for each in without.values()) == 1


def test_no_more_than_four_tags() -> None:
    everything = " ".join(text for _, text in SAID)
    assert sum(each.tagged for each in by_key(everything).values()) <= 4


def test_no_mention_no_fallback_and_no_departments_no_answer() -> None:
    assert not any(each.tagged for each in read_departments("lunch at noon?", DEPARTMENTS, is_mention=False))
    assert read_departments("anything", (), is_mention=True) == ()


def test_a_new_department_works_from_its_description_alone() -> None:
    logistics = DepartmentWords("logistics", "Logistics", "Looks after parcels, couriers and the warehouse.")
    found = by_key("My package arrived damaged and the tracking number is wrong", (*DEPARTMENTS, logistics))
    assert found["logistics"].tagged


def test_reasons_quote_the_words() -> None:
    reasons = by_key("I was charged twice and want a refund")["finance"].reasons
    assert reasons[0].words == "'charged twice', 'refund'"


def test_every_department_is_scored_between_nought_and_one() -> None:
    for _, text in SAID:
        found = read_departments(text, DEPARTMENTS, is_mention=True)
        assert [each.key for each in found] == [department.key for department in DEPARTMENTS]
        assert all(0 <= each.score <= 1 for each in found)


def test_corrections_shift_scores_with_a_reason() -> None:
    text = "The zipper of the blue tent came apart on the first night"
    taught = learn(
        Correction(f"The {part} of my {colour} tent came apart", ("human_resources",))
        for part in ("zipper", "seam", "pole")
        for colour in ("blue", "red", "green")
    )
    before = {each.key: each for each in read(Post(text, NOW), DEPARTMENTS).departments}
    after = {each.key: each for each in read(Post(text, NOW), DEPARTMENTS, taught).departments}
    assert after["human_resources"].score > before["human_resources"].score
    assert any(reason.kind == "corrections" for reason in after["human_resources"].reasons)
    again = {each.key: each for each in read(Post(text, NOW), DEPARTMENTS, taught).departments}
    assert after == again


def test_few_corrections_change_nothing() -> None:
    taught = learn([Correction("the tent broke", ("legal",))])
    text = "the tent broke"
    assert read(Post(text, NOW), DEPARTMENTS, taught).departments == read(Post(text, NOW), DEPARTMENTS).departments


@pytest.mark.parametrize(
    "text", ['https://x.com/kim/status/12 "your app ate my invoice"', '"I got the wrong invoice"', "> Wrong invoice!"]
)
def test_quoted_words_say_whom_they_concern_however_short(text: str) -> None:
    found = read(Post(text, NOW), DEPARTMENTS)
    assert "'invoice'" in next(one for one in found.departments if one.key == "finance").reasons[0].words


@pytest.mark.parametrize(
    ("text", "concerned"),
    [
        ("The kettle leaked all over the floor", "product"),
        ("My data leaked and is on the internet", "security"),
        ("Your database of passwords leaked", "security"),
    ],
)
def test_a_word_of_two_senses_is_read_by_its_neighbours(text: str, concerned: str) -> None:
    tagged = [each.key for each in read_departments(text, DEPARTMENTS, is_mention=True) if each.tagged]
    assert tagged == [concerned]


AIRPORT = (
    DepartmentWords("crew", "Flight crew", "Pilots and attendants: what happens on board."),
    DepartmentWords("bags", "Baggage hall", "Suitcases that are lost, late or damaged."),
    DepartmentWords("kitchen", "Kitchen", "Cooks the meals."),
    DepartmentWords("dpo", "Data protection office", "Personal data: requests and deletions."),
    DepartmentWords("billing", "Billing", "Invoices and refunds."),
    DepartmentWords("field", "Field service", "Technicians who install and repair at home."),
    DepartmentWords("devs", "Developer relations", "Helps people who build on our interfaces."),
    DepartmentWords("club", "Community", "Our forum and meet-ups."),
    DepartmentWords("partners", "Partnerships", "Agencies and resellers."),
)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("crew", "The stewardess was so kind to my nervous father"),
        ("bags", "My luggage is still in Doha"),
        ("kitchen", "The pasta was cold and far too salty"),
        ("dpo", "Please delete everything you know about me"),
        ("billing", "You charged my card twice"),
        ("field", "Your engineer never showed up"),
        ("devs", "The webhook sends an empty payload"),
        ("club", "A moderator removed my post"),
        ("partners", "We'd like to resell your product in Chile"),
    ],
)
def test_departments_of_any_kind_are_known_by_their_descriptions(key: str, text: str) -> None:
    assert order(text, AIRPORT)[0] == key


RESORT = (
    DepartmentWords("desk", "Front desk", "Keys, rooms and check-in."),
    DepartmentWords("works", "Building", "Repairs heating, lifts, doors and lights."),
    DepartmentWords("wellness", "Wellness", "The swimming pool, the sauna and massages."),
    DepartmentWords("sales", "Sales", "Quotes and prices for groups."),
    DepartmentWords("ads", "Marketing", "Newsletters and campaigns."),
    DepartmentWords("money", "Cashier", "Payments and vouchers."),
    DepartmentWords("links", "Integrations", "Connections of our booking system to other tools."),
    DepartmentWords("access", "Identity", "Single sign-on of companies."),
    DepartmentWords("chemist", "Dispensary", "Medicines: dosage and side effects."),
    DepartmentWords("supply", "Stockroom", "Finds substitutes when there is a shortage."),
    DepartmentWords("genuine", "Quality", "Recalls and counterfeit products."),
)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("wellness", "The swimming pool was closed and the sauna cold"),
        ("money", "The till refused my voucher"),
        ("wellness", "Both treadmills were out of use"),
        ("links", "Our HubSpot contacts no longer arrive"),
        ("access", "Okta sends our people round in circles"),
        ("chemist", "May I take aspirin with it?"),
        ("supply", "It has been unavailable since spring, when will you have it again?"),
        ("genuine", "I believe this one is a fake"),
    ],
)
def test_what_one_department_alone_names_is_its_own(key: str, text: str) -> None:
    assert order(text, RESORT)[0] == key


@pytest.mark.parametrize("text", ["From June", "for 40", "the old one", "in March, on Friday", "not the new one, this"])
def test_function_words_numbers_and_months_speak_for_nobody(text: str) -> None:
    reasons = [reason for each in by_key(text, (*RESORT, *DEPARTMENTS)).values() for reason in each.reasons]
    assert all(reason.kind == "fallback" for reason in reasons)


def test_a_stop_word_of_a_description_is_none_of_its_words() -> None:
    one = DepartmentWords("one", "Kiosk", "Does anything with tickets, and what comes next.")
    found = by_key("How long does it take? Anything else next week?", (one, *AIRPORT))["one"]
    assert not any(reason.kind == "words" for reason in found.reasons)


def test_another_departments_own_word_is_not_outdone_by_a_description() -> None:
    one = DepartmentWords("one", "Hall", "Looks after the zeppelin.")
    two = DepartmentWords("two", "Yard", "Tools.", ("zeppelin",))
    assert order("The zeppelin leaks", (one, two, *AIRPORT))[0] == "two"


BANK = (
    DepartmentWords("home", "Home loans", "Mortgages, escrow and refinancing."),
    DepartmentWords("debts", "Debt collection", "Collectors, and debts that are not owed."),
    DepartmentWords("reports", "Credit reports", "Credit bureaus, scores and disputed entries."),
    DepartmentWords("cards", "Credit cards", "Interest, limits and rewards of credit cards."),
    DepartmentWords("accounts", "Bank accounts", "Checking and savings accounts, overdrafts."),
    DepartmentWords("students", "Student loans", "Loans for college."),
    DepartmentWords("cars", "Vehicle loans", "Car loans and leases."),
)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("home", "They lost the papers for our loan modification and now plan a foreclosure sale"),
        ("debts", "A collector keeps calling my job about a debt that is not mine"),
        ("reports", "Equifax will not remove the inquiry from my credit report"),
        ("accounts", "My checking account was overdrawn and they took an overdraft fee"),
        ("students", "Navient counts my forbearance wrong since I left college"),
        ("cars", "The dealer financed the truck and then repossessed it"),
    ],
)
def test_departments_that_divide_a_trade_are_told_apart(key: str, text: str) -> None:
    found = read_departments(text, BANK, is_mention=True)
    assert max(found, key=lambda each: each.score).key == key
    assert next(each for each in found if each.key == key).reasons


@settings(max_examples=60, deadline=None)
@given(st.permutations(DEPARTMENTS[:6]), st.sampled_from([text for _, text in SAID]))
def test_the_order_of_departments_does_not_change_the_answer(shuffled: list[DepartmentWords], text: str) -> None:
    asked = {each.key: each for each in read_departments(text, DEPARTMENTS[:6], is_mention=True)}
    assert {each.key: each for each in read_departments(text, shuffled, is_mention=True)} == asked


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=30), st.booleans())
def test_departments_of_any_description_never_raise(text: str, description: str, name: str, is_mention: bool) -> None:
    departments = (DepartmentWords("one", name, description, (text[:20], name)), *BANK)
    found = read_departments(text, departments, is_mention)
    assert all(0 <= each.score <= 1 for each in found)
    assert any(each.tagged for each in found) or not is_mention


def test_what_a_description_excludes_is_not_claimed() -> None:
    one = DepartmentWords("one", "Desk", "Answers questions, but not refunds or invoices.")
    two = DepartmentWords("two", "Cash office", "Refunds and invoices.")
    assert order("Where is my refund?", (one, two)) == ["two", "one"]


def test_a_long_text_is_read_in_little_time() -> None:
    text = (" ".join(said for _, said in SAID) + " ")[:4000]
    read_departments(text, DEPARTMENTS, is_mention=True)
    start = time.perf_counter()
    for _ in range(5):
        read_departments(text, DEPARTMENTS, is_mention=True)
    assert (time.perf_counter() - start) / 5 < 0.05  # meant for 5 ms; machines that test are slow


def test_the_customer_the_stance_and_the_source_lean_with_their_reasons() -> None:
    leans = leans_of(DEPARTMENTS, StanceReading("prospect", 0.1, 0.9), "TikTok", ("Acme", "sales"))
    assert [(lean.key, lean.reason.words) for lean in leans] == [
        ("sales", "Acme is Sales' customer"),
        ("sales", "wants to buy"),
        ("public_relations", "said in public"),
    ]
    plain = by_key("Could somebody ring us?")["sales"].score
    found = {each.key: each for each in read_departments("Could somebody ring us?", DEPARTMENTS, True, None, leans)}
    assert found["sales"].score > plain
    assert "Acme is Sales' customer" in [reason.words for reason in found["sales"].reasons]
    assert leans_of(DEPARTMENTS, StanceReading("unknown", 0.1, 0.1), "a forwarded mail", ("Acme", "gone")) == ()


@settings(max_examples=40, deadline=None)
@given(
    st.permutations(BANK), st.sampled_from(["They sold my loan and foreclose", "a debt on my credit report", "card?"])
)
def test_nor_does_it_where_departments_divide_a_trade(shuffled: list[DepartmentWords], text: str) -> None:
    asked = {each.key: each for each in read_departments(text, BANK, is_mention=True)}
    assert {each.key: each for each in read_departments(text, shuffled, is_mention=True)} == asked
