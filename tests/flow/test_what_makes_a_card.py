"""Structure or a person's act makes a card; words alone are asked about, at most once a day."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.inbox import InboxRow
from bot.messages import actions as act
from bot.models import Entry, Mention
from tests.flow.harness import Town
from tests.flow.seen import BUG, REVIEW, Json, has_button, only, words

ASK = "Share this as a customer mention?"
WORDS_ONLY = "A customer told me on the phone: I was charged twice, I want my money back!"
UNFURLED = {
    "from_url": "https://www.trustpilot.com/reviews/late1",
    "service_name": "Trustpilot",
    "title": "Review of Acme",
    "text": "I was charged twice and my refund never came.",
}


async def test_an_unfurl_that_arrives_later_makes_the_card_and_replies_before_it_count(town: Town) -> None:
    ts = await town.say("@yuki", "have a look: https://blog.example.com/late1")
    await town.say("@maria", "I'll get back to her by Friday EOD", thread_ts=ts)
    assert town.from_bot("#support") == town.offers_to("@maria") == []
    town.slack.engine.unfurl(channel="#support", ts=ts, attachments=[UNFURLED])
    await town.settled()
    assert "my refund never came" in words(town.card_of(ts))
    assert "Friday 20 November" in words(only(town.offers_to("@maria")))
    town.slack.engine.unfurl(channel="#support", ts=ts, attachments=[{**UNFURLED, "thumb_url": "https://x.example/1"}])
    await town.settled()
    assert town.count() == 2


async def test_a_promise_made_before_a_known_mention_was_recognised_again_counts(town: Town) -> None:
    """The second place: its unfurl says only later that it is the same post."""
    await town.say("@yuki", f"{UNFURLED['from_url']} {UNFURLED['text']}", "#general")
    ts = await town.say("@yuki", "have a look: https://blog.example.com/late1")
    await town.say("@maria", "I'll get back to her by Friday EOD", thread_ts=ts)
    assert town.offers_to("@maria") == []
    town.slack.engine.unfurl(channel="#support", ts=ts, attachments=[UNFURLED])
    await town.settled()
    assert "Friday 20 November" in words(only(town.offers_to("@maria")))


MAIL = {
    "name": "complaint.eml",
    "filetype": "email",
    "subject": "Wrong invoice",
    "from": [{"address": "jo@client.example", "name": "Jo", "original": "Jo <jo@client.example>"}],
    "plain_text": "Hello, your invoice is wrong, we were charged twice. Please refund us. Jo",
}
FORUM_POST = {"title": "New topic", "title_link": "https://forum.example.com/t/9", "text": "Please refund me"}


QUOTE = "I was charged twice for my order and nobody answers my mails"


STRUCTURE: tuple[tuple[Json, str], ...] = (
    ({"files": [MAIL]}, "your invoice is wrong"),
    ({"text": f"> {QUOTE}", "raw": True}, "charged twice"),
    ({"text": f"&gt; {QUOTE}, really", "raw": True}, "really"),
    ({"text": "Please refund", "attachments": [UNFURLED]}, "my refund never came"),
    ({"text": "<https://twitter.com/ann/status/1234567890>", "attachments": [FORUM_POST]}, "Please refund me"),
)


async def test_structure_makes_a_card_at_once(town: Town) -> None:
    """A forwarded mail, a quote (escaped or not), an unfurled link, a link to a post."""
    for said, shown in STRUCTURE:
        ts = await town.say("@yuki", **said)
        assert shown in words(town.card_of(ts))


async def test_a_post_of_an_integration_makes_a_card(town: Town) -> None:
    town.slack.engine.user(user="reviews", is_bot=True, real_name="Review Watch")
    text = "New 1-star review: I was charged twice and want a refund."
    ts = await town.say("@reviews", text, subtype="bot_message")
    modern = await town.say("@reviews", "New 1-star review: the app crashes when I log in.")
    assert "charged twice" in words(town.card_of(ts))
    assert "the app crashes" in words(town.card_of(modern))


async def test_words_alone_are_asked_about_privately_once_a_day(town: Town) -> None:
    await town.say("@yuki", WORDS_ONLY)
    question = only(town.ephemerals_of("@yuki"))
    assert ASK in words(question)
    await town.say("@yuki", WORDS_ONLY.replace("charged twice", "billed wrongly"))
    await town.jump(town.now() + timedelta(hours=20))
    await town.say("@yuki", WORDS_ONLY)
    assert town.ephemerals_of("@yuki") == [question]
    assert town.cards() == []
    await town.jump(town.now() + timedelta(hours=5))
    await town.say("@yuki", WORDS_ONLY)
    assert len(town.ephemerals_of("@yuki")) == 2


async def test_share_it_makes_the_card(town: Town) -> None:
    ts = await town.say("@yuki", WORDS_ONLY)
    answer = only(await town.click("@yuki", only(town.ephemerals_of("@yuki")), act.SHARE_IT))
    assert "Its card comes in the thread" in words(answer)
    assert not has_button(answer, act.SHARE_IT)
    assert "charged twice" in words(town.card_of(ts))


async def test_not_now_and_never_are_heard(town: Town) -> None:
    await town.say("@yuki", WORDS_ONLY)
    answer = only(await town.click("@yuki", only(town.ephemerals_of("@yuki")), act.NOT_NOW))
    assert "at most once a day" in words(answer)
    await town.say("@tom", WORDS_ONLY)
    answer = only(await town.click("@tom", only(town.ephemerals_of("@tom")), act.NEVER_ASK))
    assert "won't ask again" in words(answer)
    await town.jump(town.now() + timedelta(hours=25))
    await town.say("@tom", WORDS_ONLY)
    assert len(town.ephemerals_of("@tom")) == 1
    assert town.cards() == []


async def test_settings_bring_the_question_back(town: Town) -> None:
    await town.say("@tom", WORDS_ONLY)
    answer = only(await town.click("@tom", only(town.ephemerals_of("@tom")), act.NEVER_ASK))
    assert "`/ours settings` brings the question back" in words(answer)
    await town.ours("@tom", "settings")
    assert town.form_of("@tom")["state"]["values"]["own_shares"]["own_shares"]["selected_options"] == []
    on = next(block for block in town.form_of("@tom")["blocks"] if block.get("block_id") == act.INPUT_OWN_SHARES)
    await town.send_form("@tom", own_shares=on["element"]["options"])
    await town.jump(town.now() + timedelta(hours=25))
    await town.say("@tom", WORDS_ONLY)
    assert len([one for one in town.ephemerals_of("@tom") if has_button(one, act.SHARE_IT)]) == 1
    assert await town.ask(select(Entry.act).where(Entry.act.in_(("never_ask", "offer_shares"))).order_by(Entry.id)) == [
        "never_ask",
        "offer_shares",
    ]


async def test_an_eager_channel_makes_cards_of_words(town: Town) -> None:
    await town.ours("@maria", "setup")
    await town.send_form("@maria", channel_mode="eager")
    ts = await town.say("@yuki", WORDS_ONLY)
    assert "charged twice" in words(town.card_of(ts))
    assert town.ephemerals_of("@yuki") == []


async def test_a_channel_that_is_off_is_not_read(town: Town) -> None:
    await town.ours("@maria", "setup")
    await town.send_form("@maria", channel_mode="off")
    ts = await town.say("@yuki", REVIEW)
    await town.say("@tom", WORDS_ONLY)
    await town.say("@maria", "I'll get back to her by Friday EOD", thread_ts=ts)
    assert town.count() == 0


async def test_a_channel_may_keep_its_promises_to_itself(town: Town) -> None:
    await town.ours("@maria", "setup")
    await town.send_form("@maria", channel_promises=[])
    ts = await town.say("@yuki", REVIEW)
    await town.say("@maria", "I'll get back to her by Friday EOD", thread_ts=ts)
    town.card_of(ts)
    assert town.offers_to("@maria") == []


async def test_a_shortcut_makes_a_card_of_any_message(town: Town) -> None:
    ts = await town.say("@yuki", "Jo called about the balcony again")
    assert town.count() == 0
    answer = only(await town.shortcut("@tom", act.SHORTCUT_MENTION, "#support", ts))
    assert "Its card comes in the thread" in words(answer)
    assert "the balcony" in words(town.card_of(ts))
    await town.shortcut("@amara", act.SHORTCUT_MENTION, "#support", ts)
    assert len(town.cards()) == 1


async def test_a_shortcut_tracks_ones_own_words_as_a_promise(town: Town) -> None:
    ts = await town.say("@maria", "Jo will hear from us tomorrow 3pm")
    assert await town.shortcut("@tom", act.SHORTCUT_PROMISE, "#support", ts) == []
    assert "Shall I ask them to promise it?" in words(town.form_of("@tom")), "only who wrote them can track them"
    await town.close_form("@tom")
    assert town.offers_to("@maria") == town.offers_to("@tom") == []
    seen = await town.shortcut("@maria", act.SHORTCUT_PROMISE, "#support", ts)
    assert "The offer comes here in a moment, for you alone" in words(seen)
    assert "Wednesday 18 November, 15:00" in words(only(town.offers_to("@maria")))


async def test_a_shortcut_on_a_promise_that_is_known_says_where_it_is(town: Town) -> None:
    ts = await town.say("@maria", "Jo will hear from us tomorrow 3pm")
    await town.shortcut("@maria", act.SHORTCUT_PROMISE, "#support", ts)
    again = only(await town.shortcut("@maria", act.SHORTCUT_PROMISE, "#support", ts))
    assert "I have offered it to you already: “Jo will hear from us tomorrow 3pm”" in words(again)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    again = only(await town.shortcut("@maria", act.SHORTCUT_PROMISE, "#support", ts))
    assert "You track it already: “Jo will hear from us tomorrow 3pm”" in words(again)
    await town.react("@maria", "#support", ts)
    again = only(await town.shortcut("@maria", act.SHORTCUT_PROMISE, "#support", ts))
    assert "already kept" in words(again)
    assert "reopens" in words(again)


async def test_a_shortcut_promises_nothing_where_the_bot_is_switched_off(town: Town) -> None:
    ts = await town.say("@maria", "Jo will hear from us tomorrow 3pm")
    await town.ours("@maria", "setup")
    await town.send_form("@maria", channel_mode="off")
    for shortcut in (act.SHORTCUT_PROMISE, act.SHORTCUT_MENTION):
        answer = only(await town.shortcut("@maria", shortcut, "#support", ts))
        assert "I am switched off in this channel" in words(answer)


async def test_a_shortcut_says_where_things_come_when_guests_read(town: Town) -> None:
    ts = await town.say("@maria", "Jo will hear from us tomorrow 3pm", "#customers")
    seen = await town.shortcut("@maria", act.SHORTCUT_PROMISE, "#customers", ts)
    assert "in our direct messages" in words(seen)
    assert has_button(town.dms_of("@maria")[-1], act.TRACK)
    answer = await town.shortcut("@maria", act.SHORTCUT_MENTION, "#customers", ts)
    assert "its card comes in a department's channel" in words(answer)


async def test_a_shortcut_says_so_where_the_bot_is_not(town: Town) -> None:
    town.expected |= {"channel_not_found", "not_in_channel"}
    ts = await town.say("@yuki", REVIEW, "#random")
    answer = only(await town.shortcut("@yuki", act.SHORTCUT_MENTION, "#random", ts))
    assert "Use it in a channel that I am in" in words(answer)
    assert await town.ask(select(Mention)) == []


async def test_talk_among_colleagues_is_left_alone_and_erased(town: Town) -> None:
    for text in ("Lunch at noon?", "I'll get back to you by Friday", "The deploy is done", "https://example.com/wiki"):
        await town.say("@yuki", text)
    assert town.count() == 0
    assert await town.ask(select(InboxRow.payload).where(InboxRow.payload.is_not(None))) == []


async def test_a_customer_who_was_just_added_is_removed_with_one_click(town: Town) -> None:
    await town.ours("@maria", "customer Northwind Traders")
    added = only(await town.click("@maria", town.ephemerals_of("@maria")[-1], act.ADD_CUSTOMER))
    gone = only(await town.click("@maria", added, act.REMOVE_CUSTOMER))
    assert "Northwind Traders is no customer of ours any more" in words(gone)
    await town.ours("@maria", "customer Northwind Traders")
    assert has_button(town.ephemerals_of("@maria")[-1], act.ADD_CUSTOMER)


async def test_a_customer_to_whom_words_refer_stays(town: Town) -> None:
    await town.ours("@maria", "customer Northwind Traders")
    added = only(await town.click("@maria", town.ephemerals_of("@maria")[-1], act.ADD_CUSTOMER))
    await town.say("@yuki", f"Northwind Traders wrote: {BUG}")
    stays = only(await town.click("@maria", added, act.REMOVE_CUSTOMER))
    assert "Northwind Traders stays: something that a customer said refers to them" in words(stays)
    assert "mobile app crashes" in words(await town.ours("@maria", "customer northwind traders"))


async def test_a_customer_of_the_directory_is_named_on_the_card(town: Town) -> None:
    answer = await town.ours("@maria", "customer Northwind Traders")
    assert "They have said nothing yet that you could open" in words(answer)
    await town.click("@maria", town.ephemerals_of("@maria")[-1], act.ADD_CUSTOMER)
    ts = await town.say("@yuki", f"Northwind Traders wrote: {BUG}")
    assert "Northwind Traders" in words(town.card_of(ts))
    assert "mobile app crashes" in words(await town.ours("@tom", "customer northwind traders"))
