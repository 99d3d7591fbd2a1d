"""A reaction with an emoji of the workspace makes a mention of any message; taken away in time, it takes it back."""

from __future__ import annotations

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, has_button, words
from tests.flow.test_away import an_hour_later

PLAIN = "Jo from the bakery said on the phone that the scales show nothing since Monday."
SHARES, OTHER = "speaking_head_in_silhouette", "customer"


async def come_back(town: Town) -> None:
    """The bot starts; what events told meanwhile is lost, and history is read within the hour."""
    town.slack.deliverer.forget()
    await town.start_bot()
    await an_hour_later(town)


async def test_the_emoji_makes_the_card_and_taken_away_takes_it_back(town: Town) -> None:
    ts = await town.say("@yuki", PLAIN)
    assert town.cards() == []
    await town.react("@maria", "#support", ts, SHARES)
    card = town.card_of(ts)
    assert "scales show nothing" in words(card)
    assert has_button(card, act.CLAIM)
    await town.unreact("@maria", "#support", ts, SHARES)
    assert not has_button(town.card_of(ts), act.CLAIM)
    assert has_button(town.card_of(ts), act.UNDO_DISMISS)
    await town.react("@maria", "#support", ts, OTHER)
    assert has_button(town.card_of(ts), act.CLAIM)
    assert town.dms_of("@maria") == []


async def test_once_somebody_acted_it_stays(town: Town) -> None:
    ts = await town.say("@yuki", PLAIN)
    await town.react("@maria", "#support", ts, SHARES)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.unreact("@maria", "#support", ts, SHARES)
    assert has_button(town.card_of(ts), act.ANSWERED)


async def test_it_stays_as_long_as_one_of_two_emoji_stands(town: Town) -> None:
    ts = await town.say("@yuki", PLAIN)
    await town.react("@maria", "#support", ts, SHARES)
    await town.react("@tom", "#support", ts, SHARES)
    await town.unreact("@maria", "#support", ts, SHARES)
    assert has_button(town.card_of(ts), act.CLAIM)
    await town.unreact("@tom", "#support", ts, SHARES)
    assert has_button(town.card_of(ts), act.UNDO_DISMISS)


async def test_on_a_known_mention_and_on_our_own_card_it_means_nothing(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    card = town.card_of(ts)
    for where in (ts, card["ts"]):
        await town.react("@maria", "#support", where, SHARES)
        await town.unreact("@maria", "#support", where, SHARES)
    assert len(town.cards()) == 1
    assert has_button(town.card_of(ts), act.CLAIM)


async def test_other_emoji_and_people_from_outside_share_nothing(town: Town) -> None:
    ts = await town.say("@yuki", PLAIN)
    await town.react("@maria", "#support", ts, "eyes")
    guests = await town.say("@sam", PLAIN, "#customers")
    await town.react("@gus", "#customers", guests, SHARES)
    assert town.cards() == []


async def test_the_workspace_chooses_its_emoji(town: Town) -> None:
    ts = await town.say("@yuki", PLAIN)
    answer = await town.set_up("@maria", "ways", mention_emoji=":eyes: :white_check_mark:")
    assert "has a meaning already" in answer["errors"]["mention_emoji"]
    await town.set_up("@maria", "ways", mention_emoji=":eyes::mega: Speech_Balloon")
    await town.react("@maria", "#support", ts, SHARES)
    assert town.cards() == []
    await town.react("@maria", "#support", ts, "speech_balloon")
    assert "scales" in words(town.card_of(ts))
    await town.ours("@maria", "setup")
    shown = words(town.form_of("@maria"))
    assert all(f":{name}:" in shown for name in ("eyes", "mega", "speech_balloon"))
    assert SHARES not in shown


async def test_an_emoji_given_while_the_bot_was_away_is_found_in_history(town: Town) -> None:
    await town.stop_bot()
    ts = town.slack.engine.say(channel="#support", user="@yuki", text=PLAIN)["ts"]
    town.slack.engine.react(channel="#support", user="@maria", ts=ts, name=SHARES)
    await town.start_bot()
    await town.settled()
    assert "scales show nothing" in words(town.card_of(ts))


async def test_all_who_gave_it_while_the_bot_was_away_count(town: Town) -> None:
    await town.say("@yuki", "Good morning")
    await town.stop_bot()
    ts = town.slack.engine.say(channel="#support", user="@yuki", text=PLAIN)["ts"]
    for user in ("@maria", "@tom"):
        town.slack.engine.react(channel="#support", user=user, ts=ts, name=SHARES)
    await come_back(town)
    await town.unreact("@maria", "#support", ts, SHARES)
    assert has_button(town.card_of(ts), act.CLAIM), "the other one stands"
    await town.unreact("@tom", "#support", ts, SHARES)
    assert has_button(town.card_of(ts), act.UNDO_DISMISS)


async def test_one_taken_away_while_the_bot_was_away_is_missed_in_history(town: Town) -> None:
    ts = await town.say("@yuki", PLAIN)
    kept = await town.say("@yuki", f"{PLAIN} And on Tuesday, too.")
    for where in (ts, kept):
        await town.react("@maria", "#support", where, SHARES)
    await town.react("@tom", "#support", kept, SHARES)
    await town.stop_bot()
    for where in (ts, kept):
        town.slack.engine.unreact(channel="#support", user="@maria", ts=where, name=SHARES)
    await come_back(town)
    assert has_button(town.card_of(ts), act.UNDO_DISMISS)
    assert has_button(town.card_of(kept), act.CLAIM)


async def test_in_a_thread_it_makes_a_mention_there_and_in_a_mentions_thread_nothing(town: Town) -> None:
    root = await town.say("@yuki", "What did Jo want?")
    reply = await town.say("@tom", PLAIN, thread_ts=root)
    await town.react("@maria", "#support", reply, SHARES)
    assert "scales show nothing" in words(town.card_of(root))
    again = await town.say("@tom", f"{PLAIN} Again.", thread_ts=root)
    await town.react("@maria", "#support", again, f"{SHARES}::skin-tone-3")
    assert len(town.cards()) == 1


async def test_on_a_deleted_message_it_shares_nothing(town: Town) -> None:
    ts = await town.say("@yuki", PLAIN)
    town.slack.engine.react(channel="#support", user="@maria", ts=ts, name=SHARES)
    town.slack.engine.delete(channel="#support", user="@yuki", ts=ts)
    await town.settled()
    assert not [card for card in town.cards() if has_button(card, act.CLAIM)]


async def test_an_emoji_that_goes_by_several_names_is_one_in_whatever_skin(town: Town) -> None:
    """Slack sends the first of them, whatever an admin typed."""
    await town.set_up("@maria", "ways", mention_emoji=":thumbsup::skin-tone-3: :raised_hand::+1: paw_prints")
    await town.ours("@maria", "setup")
    assert "with :+1: or :hand: or :feet: shares" in words(town.form_of("@maria"))
    ts = await town.say("@yuki", PLAIN)
    await town.react("@maria", "#support", ts, "+1::skin-tone-5")
    assert "scales" in words(town.card_of(ts))


async def test_an_emoji_is_taken_away_by_another_of_its_names(town: Town) -> None:
    await town.set_up("@maria", "ways", mention_emoji="+1")
    ts = await town.say("@yuki", PLAIN)
    await town.react("@maria", "#support", ts, "thumbsup")
    assert has_button(town.card_of(ts), act.CLAIM)
    await town.unreact("@maria", "#support", ts, "thumbsup")
    assert has_button(town.card_of(ts), act.UNDO_DISMISS)
