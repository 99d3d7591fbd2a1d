"""A customer's page and the forms behind it, as people meet them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Customer, Department
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, has_button, labels, words

MAIL = {
    "filetype": "email",
    "name": "broken.eml",
    "subject": "Broken again",
    "from": [{"address": "ada@eu.acme.example", "original": "Ada <ada@eu.acme.example>"}],
    "plain_text": "Your app crashed again and I lost a whole day of work. Please help me!",
}


async def page_of(town: Town, user: str, name: str, channel: str = "#support") -> Json:
    """The page as it lies before that person, with its buttons."""
    await town.ours(user, f"customer {name}", channel)
    return town.ephemerals_of(user)[-1]


async def edited(town: Town, user: str, name: str, **values: Any) -> Json:
    """Open the customer's form, send it, and close it when it was saved."""
    await town.click(user, await page_of(town, user, name), act.EDIT_CUSTOMER)
    answer = await town.send_form(user, **values)
    if "errors" not in answer:
        await town.close_form(user)
    return answer


async def added(town: Town, user: str, name: str) -> None:
    await town.click(user, await page_of(town, user, name), act.ADD_CUSTOMER)


async def test_a_customer_is_added_edited_and_found_by_whatever_is_known_of_them(town: Town) -> None:
    await added(town, "@maria", "Acme")
    handle, values = "@acme@mastodon.social", {"tier": "business", "owners": "@tom"}
    saved = await edited(
        town, "@maria", "Acme", aliases="Akme\nAcme Labs", domains="https://www.acme.example", handles=handle, **values
    )
    assert "Saved" in words(saved)
    for name in ("Acme", "akme", "acme.example", "someone@acme.example", "mastodon.social/acme"):
        shown = words(await town.ours("@yuki", f"customer {name}"))
        assert "*Acme* · business" in shown, name
        assert "also Akme and Acme Labs · writes from acme.example and mastodon.social/acme" in shown
        assert f"*Only one person knows them*, as far as you can see: <@{town.id_of('@tom')}> (owner)" in shown


async def test_a_name_by_which_nobody_could_be_found_is_not_added(town: Town) -> None:
    (told,) = await town.click("@maria", await page_of(town, "@maria", "!?!"), act.ADD_CUSTOMER)
    assert "no letter or digit" in words(told)
    assert await town.ask(select(Customer.id)) == []


async def test_mistakes_are_told_beside_their_inputs_and_nothing_is_saved(town: Town) -> None:
    await added(town, "@maria", "Acme")
    await added(town, "@maria", "Globex")
    await edited(town, "@maria", "Globex", domains="globex.example")
    answer = await edited(town, "@maria", "Acme", aliases="…", domains="gmail.com", handles="@acme")
    assert {name: text.split(". ")[-1] for name, text in answer["errors"].items()} == {
        "aliases": "Write a name.",
        "domains": "Write the customer's own domain, or a whole address like ada@gmail.com.",
        "handles": "Write it like x.com/acme.",
    }
    answer = await town.send_form("@maria", aliases="globex inc", domains="globex.example", handles="")
    assert "is a name of Globex already" in answer["errors"]["aliases"]
    assert "globex.example is of Globex already" in answer["errors"]["domains"]
    answer = await town.send_form("@maria", aliases="", domains="", handles="", owners="@gus")
    assert "Owners of a customer are teammates" in answer["errors"]["owners"]
    assert "also" not in words(await town.ours("@maria", "customer Acme"))


async def test_two_who_edit_at_once_lose_nothing(town: Town) -> None:
    await added(town, "@maria", "Acme")
    for user in ("@maria", "@tom"):
        await town.click(user, await page_of(town, user, "Acme"), act.EDIT_CUSTOMER)
    assert "Saved" in words(await town.send_form("@maria", domains="acme.example"))
    answer = await town.send_form("@tom", aliases="Akme")
    assert "changed this customer while you did" in answer["errors"]["name"]
    assert "acme.example" in words(await town.ours("@tom", "customer Acme"))


async def test_a_name_full_of_markup_is_only_a_name(town: Town) -> None:
    await added(town, "@maria", "Acme")
    await added(town, "@maria", "Akme")
    await town.click("@maria", await page_of(town, "@maria", "Akme"), act.EDIT_CUSTOMER)
    saved = str(await town.send_form("@maria", name="R&D <!channel> *Akme* `x`"))
    await town.close_form("@maria")
    await town.click("@maria", await page_of(town, "@maria", "Acme"), act.MERGE_CUSTOMER)
    merged = str(await town.send_form("@maria", duplicate="R&D <!channel> *Akme* `x`"))
    for told in (saved, merged):
        assert "R&amp;D" in told
        assert "<!channel" not in told
        assert "*Akme*" not in told


async def test_i_know_them_and_the_reverse(town: Town) -> None:
    await added(town, "@maria", "Acme")
    before = await page_of(town, "@maria", "Acme")
    assert "Nobody knows them yet" in words(before)
    (after,) = await town.click("@maria", before, act.OWN_CUSTOMER)
    assert "*Only you know them*" in words(after)
    (back,) = await town.click("@maria", after, act.DISOWN_CUSTOMER)
    assert labels(back) == ["I know them", "Edit…", "Merge…", "Remove"]


async def test_duplicates_are_merged_and_split_off_again(town: Town) -> None:
    await added(town, "@maria", "Acme")
    await added(town, "@maria", "Akme")
    await town.click("@maria", await page_of(town, "@maria", "Acme"), act.MERGE_CUSTOMER)
    assert "I know no customer “Zenith”" in (await town.send_form("@maria", duplicate="Zenith"))["errors"]["duplicate"]
    merged = await town.send_form("@maria", duplicate="akme")
    assert "Akme counts as Acme now" in words(merged)
    await town.close_form("@maria")
    joined = await page_of(town, "@maria", "Akme")
    assert "*Acme* · also Akme" in words(joined).replace("Acme* also", "Acme* · also")
    (parted,) = await town.click("@maria", joined, act.SPLIT_CUSTOMER)
    assert "also" not in words(parted)
    assert "*Akme*" in words(await town.ours("@maria", "customer Akme"))


async def test_a_forwarded_mail_is_its_senders_and_leans_to_their_home_department(town: Town) -> None:
    (legal,) = await town.ask(select(Department.id).where(Department.key == "legal"))
    await added(town, "@maria", "Acme")
    await edited(town, "@maria", "Acme", domains="acme.example", home_department=legal)
    vague = {
        "subject": "A word",
        "plain_text": "Hello, we would like somebody to have a word with us, please.",
    }
    ts = await town.say("@yuki", "fwd", files=[MAIL | vague])
    assert "Acme, from a forwarded mail" in words(town.card_of(ts))
    assert "Acme is Legal's customer" in words(town.card_of(ts))
    shown = words(await town.ours("@tom", "customer Acme"))
    assert "have a word with us" in shown
    assert "*Said* · 1 mention" in shown


async def test_a_post_of_a_known_handle_is_theirs(town: Town) -> None:
    await added(town, "@maria", "Acme")
    await edited(town, "@maria", "Acme", handles="twitter.com/AcmeCorp")
    ts = await town.say("@yuki", "https://x.com/acmecorp/status/12345 “I was charged twice, I want my money back!”")
    assert "Acme" in words(town.card_of(ts))


async def test_many_mentions_are_turned_page_by_page(town: Town) -> None:
    await added(town, "@maria", "Acme")
    await edited(town, "@maria", "Acme", handles="x.com/acme")
    for number in range(10):
        await town.say("@yuki", f"https://x.com/acme/status/{number} “Order {number} was charged twice, refund me!”")
    first = await page_of(town, "@maria", "Acme")
    assert ("Order 9" in words(first), "Order 1 " in words(first)) == (True, False)
    assert "Page 1 of 2" in words(first)
    (second,) = await town.click("@maria", first, act.CUSTOMER_EARLIER)
    assert ("Order 9" in words(second), "Order 1 " in words(second)) == (False, True)
    (again,) = await town.click("@maria", second, act.CUSTOMER_LATER)
    assert words(again) == words(first)


async def test_a_guest_sees_nothing_of_the_directory(town: Town) -> None:
    await added(town, "@maria", "Acme")
    await edited(town, "@maria", "Acme", domains="acme.example", tier="business", owners="@tom")
    shown = await page_of(town, "@gus", "Acme", "#customers")
    assert labels(shown) == []
    assert not {"business", "acme.example", town.id_of("@tom")} & set(words(shown).split())
    unknown = await page_of(town, "@gus", "Zenith", "#customers")
    assert labels(unknown) == []


async def test_a_customer_of_whom_nothing_was_said_is_removed(town: Town) -> None:
    await added(town, "@maria", "Acme")
    await town.click("@maria", await page_of(town, "@maria", "Acme"), act.REMOVE_CUSTOMER)
    assert "Add to our customers" in labels(await page_of(town, "@maria", "Acme"))


async def test_a_card_shows_the_name_of_whom_a_duplicate_counts_as(town: Town) -> None:
    await added(town, "@maria", "Acme")
    await added(town, "@maria", "Akme")
    await edited(town, "@maria", "Akme", handles="x.com/akme")
    ts = await town.say("@yuki", REVIEW.replace("www.trustpilot.com/reviews/abc123", "x.com/akme/status/77"))
    assert "Akme, from X" in words(town.card_of(ts))
    await town.click("@maria", await page_of(town, "@maria", "Acme"), act.MERGE_CUSTOMER)
    await town.send_form("@maria", duplicate="Akme")
    assert "Acme, from X" in words(town.card_of(ts))


async def test_cards_show_who_a_customer_counts_as_also_when_they_were_answered(town: Town) -> None:
    for name in ("Acme", "Akme"):
        await added(town, "@maria", name)
    await edited(town, "@maria", "Akme", handles="x.com/akme")
    answered, taken_up = [
        await town.say("@yuki", f"https://x.com/akme/status/{number} “I was charged twice in {number}, money back!”")
        for number in (2021, 2022)
    ]
    await town.click("@tom", town.card_of(answered), act.CLAIM)
    await town.click("@tom", town.card_of(answered), act.ANSWERED)
    posts = (answered, taken_up)
    assert all(words(town.card_of(ts)).count("*Akme*") == 1 for ts in posts)
    await town.click("@maria", await page_of(town, "@maria", "Acme"), act.MERGE_CUSTOMER)
    await town.send_form("@maria", duplicate="Akme")
    await town.close_form("@maria")
    assert all("*Acme*" in words(town.card_of(ts)) for ts in posts)
    await town.click("@maria", await page_of(town, "@maria", "Acme"), act.SPLIT_CUSTOMER)
    assert all("*Akme*" in words(town.card_of(ts)) for ts in posts)
    assert has_button(town.card_of(answered), act.UNDO_ANSWERED), "answered it stays"
