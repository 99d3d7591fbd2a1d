"""What a customer said, from anywhere in Slack or from a listening tool; and a promise from anywhere."""

from __future__ import annotations

import json
from datetime import timedelta

from aiohttp import ClientSession
from sqlalchemy import select

from bot import tokens
from bot.clock import SystemClock
from bot.messages import actions as act
from bot.models import Intake, Mention
from bot.tokens import Pass
from tests.flow.harness import Town, open_town
from tests.flow.homes import click_home, home_of, open_home
from tests.flow.seen import Json, has_button, links, only, words
from tests.flow.test_customers import added

SAID = "I was charged twice, and nobody answers my mails. I want my money back!"


async def test_what_a_customer_said_is_posted_and_gets_its_card(town: Town) -> None:
    await added(town, "@maria", "Acme")
    await town.global_shortcut("@maria", act.SHORTCUT_SHARE)
    link = "https://www.trustpilot.com/reviews/66712e04d7"
    answer = await town.send_form("@maria", said=SAID, who="Acme", link=link, where="#support")
    assert "Shared" in words(answer)
    post = only([one for one in town.from_bot("#support") if one.get("thread_ts") in {None, one["ts"]}])
    assert "charged twice" in words(post)
    assert "Acme" in words(post)
    card = town.card_of(post["ts"])
    assert "charged twice" in words(card)
    assert "Acme" in words(card)
    assert has_button(card, act.CLAIM)
    assert link in links(card) + links(post)
    assert await town.ask(select(Intake.words)) == [""], "the mention has them now"
    await town.click("@tom", card, act.CLAIM)
    await town.say("@tom", "I'll get back to her by Friday EOD", thread_ts=post["ts"])
    assert has_button(only(town.offers_to("@tom")), act.TRACK)


async def test_the_same_review_posted_before_is_one_mention(town: Town) -> None:
    url = "https://www.trustpilot.com/reviews/66712e04d7"
    ts = await town.say("@yuki", f"{url} “{SAID}”")
    await town.global_shortcut("@maria", act.SHORTCUT_SHARE)
    await town.send_form("@maria", said=SAID, link=url, where="#support")
    assert len(await town.ask(select(Mention.id))) == 1
    assert len(town.cards()) == 1
    assert town.card_of(ts)


async def test_mistakes_stand_beside_their_inputs(town: Town) -> None:
    await town.global_shortcut("@maria", act.SHORTCUT_SHARE)
    for said, where, beside, told in (
        (SAID, "#random", "where", "not in that channel"),
        (SAID, "#customers", "where", "Guests or people from outside"),
        ("?!", "#support", "said", "What did they say?"),
    ):
        answer = await town.send_form("@maria", said=said, where=where)
        assert told in answer["errors"][beside]
    assert town.count() == 0


async def test_once_guests_have_come_it_is_given_back_or_kept(town: Town) -> None:
    await town.global_shortcut("@maria", act.SHORTCUT_SHARE)
    town.slack.engine.join(channel="#support", user="@gus")
    await town.send_form("@maria", said=SAID, where="#support")
    told = town.dms_of("@maria")
    assert town.cards() == []
    # Known before it was posted, it is given back; after that, it is kept for those who may read it.
    assert not told or any(one in words(only(told)) for one in ("charged twice", "`/ours open` lists it"))


async def test_a_guest_shares_nothing_from_there(town: Town) -> None:
    form = await town.global_shortcut("@gus", act.SHORTCUT_SHARE)
    assert "guests and people from outside" in words(form)


async def test_a_promise_from_anywhere(town: Town) -> None:
    await town.global_shortcut("@maria", act.SHORTCUT_PROMISE_NEW)
    due = int(town.now().timestamp()) + 7 * 3600
    answer = await town.send_form("@maria", words="Send Ada the invoice", moment=due)
    assert "Your promise is tracked" in words(answer)
    assert "Send Ada the invoice" in words(await town.ours("@maria", "mine"))


SECRET = "a secret that is long enough for it"


async def tell(town: Town, body: Json, number: str = "1") -> tuple[int, Json]:
    """A listening tool tells of what a customer said; the status, and the answer."""
    clock = SystemClock()
    team = town.slack.core.user("@maria").team
    key, secret = tokens.make_hook(SECRET, Pass(team, "voices", clock.machine() + timedelta(days=1)))
    sent, stamp = json.dumps(body), str(int(clock.machine().timestamp()))
    headers = {"X-Ours-Key": key, "X-Ours-Timestamp": stamp, "Idempotency-Key": number}
    headers["X-Ours-Signature"] = tokens.sign_call(secret, stamp, sent.encode())
    address = f"http://127.0.0.1:{town.house.port}/hooks/mentions"
    async with ClientSession() as session, session.post(address, data=sent, headers=headers) as reply:
        answer = reply.status, await reply.json()
    await town.settled()
    return answer


URL = "https://mastodon.example/@jane/1"
HEARD = {"text": SAID, "author": "@jane", "url": URL, "source": "Mastodon", "channel": "#support"}


async def test_what_a_listening_tool_heard_gets_its_card(town_url: str) -> None:
    async with open_town(town_url, settings={"api_secret": SECRET}) as town:
        assert (await tell(town, HEARD | {"channel": "#random"}))[1]["error"]["code"] == "channel_unheard"
        await town.ours("@maria", "setup")
        assert (await tell(town, HEARD))[1]["error"]["code"] == "channel_closed"
        await town.send_form("@maria", channel_intake=["on"])
        first = await tell(town, HEARD)
        assert first[0] == 202
        assert await tell(town, HEARD) == first
        post = only([one for one in town.from_bot("#support") if one.get("thread_ts") in {None, one["ts"]}])
        assert "voices" in words(post)
        assert "@jane" in words(post)
        card = town.card_of(post["ts"])
        assert "charged twice" in words(card)
        await town.say("@yuki", f"{URL} “{SAID}”", "#general")
        assert len(await town.ask(select(Mention.id))) == 1


async def test_a_message_that_has_its_card_already_is_not_said_to_get_one(town: Town) -> None:
    ts = await town.say("@maria", f"“{SAID}”")
    told = only(await town.shortcut("@tom", act.SHORTCUT_MENTION, "#support", ts))
    card = town.card_of(ts)
    assert "shared already" in words(told)
    (shown,) = links(told)
    assert town.follow(shown)["ts"] == card["ts"]
    await town.click("@tom", card, act.DISMISS)
    told = only(await town.shortcut("@tom", act.SHORTCUT_MENTION, "#support", ts))
    assert "Its card comes in the thread" in words(told)
    assert has_button(town.card_of(ts), act.CLAIM)


async def test_a_customers_words_told_to_the_bot_directly_are_shared_from_there(town: Town) -> None:
    await town.say("@maria", f"A customer told me on the phone: “{SAID}”", "@ours")
    told = only(town.dms_of("@maria"))
    assert "Only the two of us read here" in words(told)
    assert town.cards() == [], "nothing is shared before they choose"
    await town.click("@maria", told, act.SHARE_WORDS)
    assert SAID in str(town.form_of("@maria")["blocks"])
    await town.send_form("@maria", said=SAID, where="#support")
    assert has_button(only(town.cards()), act.CLAIM)
    before = len(town.dms_of("@gus"))
    await town.say("@gus", f"A customer told me: “{SAID}”", "@ours")
    assert "Only the two of us" not in words(town.dms_of("@gus")[before]), "a guest shares nothing from there"


async def test_ones_home_has_both_ways_in(town: Town) -> None:
    await open_home(town, "@maria")
    await click_home(town, "@maria", act.HOME_SHARE)
    assert "What did they say?" in words(town.form_of("@maria"))
    await town.send_form("@maria", said=SAID, where="#support")
    assert len(town.cards()) == 1
    await click_home(town, "@maria", act.HOME_PROMISE)
    await town.send_form("@maria", words="Send Ada the invoice", moment=int(town.now().timestamp()) + 7 * 3600)
    assert "Send Ada the invoice" in words(home_of(town, "@maria"))
    assert not has_button(await open_home(town, "@gus"), act.HOME_SHARE)
