"""`/ours departments NAME`: who heads a department, who is on duty, and where its cards stand when not at home."""

from __future__ import annotations

from typing import Any

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.seen import BUG, REVIEW, Json, is_card, only, words

NOTHING_CHOSEN: dict[str, Any] = {act.INPUT_HEAD: None, act.INPUT_DUTY: [], act.INPUT_CHANNEL_OF: None}


async def arrange(town: Town, name: str, **chosen: str | list[str] | None) -> Json:
    await town.ours("@maria", f"departments {name}")
    answer = await town.send_form("@maria", **chosen)
    if "errors" not in answer:
        await town.close_form("@maria")
    return answer


def asked(town: Town, channel: str, user: str) -> bool:
    """Whether a request to look names that person."""
    requests = [one for one in town.from_bot(channel) if "Could you take a look?" in words(one)]
    return any(f"<@{town.id_of(user)}>" in words(one) for one in requests)


async def test_who_is_on_duty_is_asked_instead_of_the_head(town: Town) -> None:
    saved = await arrange(town, "product", head="@tom", on_duty=["@amara"])
    assert "`/ours departments product` changes it" in words(saved)
    shown = words(await town.ours("@yuki", "departments"))
    assert f"on duty now <@{town.id_of('@amara')}>, head <@{town.id_of('@tom')}>, 2 people" in shown
    await town.say("@yuki", BUG)
    assert asked(town, "#support", "@amara")
    assert not asked(town, "#support", "@tom")


async def test_nobody_on_duty_any_more_means_the_head(town: Town) -> None:
    await arrange(town, "product", head="@tom", on_duty=["@amara"])
    await arrange(town, "product", on_duty=[])
    await town.say("@yuki", BUG)
    assert asked(town, "#support", "@tom")


async def test_a_card_that_may_not_stand_at_home_goes_to_the_departments_channel(town: Town) -> None:
    await arrange(town, "product", on_duty=["@tom"], department_channel="#engineering")
    ts = await town.say("@maria", BUG, "#customers")
    assert [one for one in town.messages("#customers") if town.is_from_bot(one)] == []
    card = only(town.cards("#engineering"))
    assert "crashes since the latest update" in words(card)
    assert asked(town, "#engineering", "@tom")
    assert only(town.from_bot("#engineering", card["ts"])[1:])
    assert town.dms_of("@maria") == []
    await town.click("@tom", card, act.CLAIM)
    assert f"<@{town.id_of('@tom')}>" in words(only(town.cards("#engineering")))
    assert not is_card(town.at("#customers", ts))


async def test_without_such_a_channel_the_sharer_is_told_why_nothing_came(town: Town) -> None:
    ts = await town.say("@maria", BUG, "#customers")
    told = words(only(town.dms_of("@maria")))
    assert f"Guests or people from outside can read <#{town.channel_id('#customers')}>" in told
    assert "`/ours departments product` can name a channel" in told
    assert ts.replace(".", "") in told
    assert "crashes since" in words(await town.ours("@maria", "open"))
    assert (await town.purposes()).count("no_place") == 1


async def test_a_private_channel_with_guests_is_told_nothing_of_other_channels(town: Town) -> None:
    await town.join("#deals", "@gus")
    await arrange(town, "product", on_duty=["@tom"], department_channel="#engineering")
    await town.say("@lena", BUG, "#deals")
    assert "The channel is private" in words(only(town.dms_of("@lena")))
    assert town.cards("#engineering") == []


async def test_guests_and_integrations_are_told_nothing(town: Town) -> None:
    await town.say("@gus", BUG, "#customers")
    assert town.dms_of("@gus") == []
    assert "no_place" not in await town.purposes()


async def test_an_urgent_mention_asks_the_whole_group_another_one_person(town: Town) -> None:
    groups = town.slack.engine.state(["usergroups"])["usergroups"]
    group = only(groups)["id"]
    await arrange(town, "customer service", head="@amara", group=group)
    await town.say("@yuki", REVIEW)
    assert f"<!subteam^{group}>" not in words(town.from_bot("#support"))
    assert asked(town, "#support", "@amara")
    await town.say(
        "@yuki", "https://www.trustpilot.com/reviews/u1 “Nobody answers my calls, my lawyer will sue you today!”"
    )
    assert f"<!subteam^{group}>, all of *Customer Service*, since it is urgent" in words(town.from_bot("#support"))


async def test_what_was_saved_is_shown_again_and_may_be_emptied(town: Town) -> None:
    await arrange(town, "legal", head="@tom", on_duty=["@amara"], department_channel="#engineering")
    await town.ours("@tom", "department legal")
    values = town.form_of("@tom")["state"]["values"]
    assert values["head"]["head"]["selected_user"] == town.id_of("@tom")
    assert values["on_duty"]["on_duty"]["selected_users"] == [town.id_of("@amara")]
    assert values["department_channel"]["department_channel"]["selected_channel"] == town.channel_id("#engineering")
    await town.send_form("@tom", **NOTHING_CHOSEN)
    shown = words(await town.ours("@maria", "departments"))
    assert f"head <@{town.id_of('@tom')}>" not in shown
    assert f"on duty now <@{town.id_of('@amara')}>" not in shown


async def test_a_mistake_is_told_beside_its_input(town: Town) -> None:
    await town.ours("@maria", "departments finance")
    for name, value, told in (
        ("head", "@gus", "A department is headed by a teammate"),
        ("head", "@ours", "A department is headed by a teammate"),
        ("on_duty", ["@gus"], "On duty is a teammate"),
        ("department_channel", "#random", "not in that channel"),
        ("department_channel", "#customers", "Guests or people from outside"),
    ):
        answer = await town.send_form("@maria", **{**NOTHING_CHOSEN, name: value})
        assert list(answer["errors"]) == [name]
        assert told in answer["errors"][name]
    assert "head" not in words(await town.ours("@maria", "departments")).replace("sets head", "")


async def test_a_guest_arranges_nothing(town: Town) -> None:
    answer = words(await town.ours("@gus", "departments finance", "#customers"))
    assert "Ask a teammate to" in answer


async def test_a_department_is_arranged_by_its_head_or_an_admin_and_the_refused_are_told_whom_to_ask(
    town: Town,
) -> None:
    await town.ours("@yuki", "join finance")
    answer = words(await town.ours("@tom", "departments finance"))
    assert f"ask <@{town.id_of('@yuki')}>, who heads it" in answer
    await town.ours("@tom", "departments sales")
    assert town.form_of("@tom")["callback_id"] == act.FORM_DEPARTMENT, "nobody heads it yet"


async def test_an_unknown_name_gets_the_nearest(town: Town) -> None:
    assert "Did you mean Finance?" in words(await town.ours("@maria", "departments finanse"))


async def test_a_rota_turns_each_week_and_whoever_works_stands_in(town: Town) -> None:
    await arrange(town, "product", on_duty=["@amara", "@tom"])
    first = words(await town.ours("@yuki", "duty"))
    await town.jump("2026-11-24T16:00:00+01:00")
    second = words(await town.ours("@yuki", "duty"))
    amara, tom = f"<@{town.id_of('@amara')}>", f"<@{town.id_of('@tom')}>"
    orders = {f"*Product* · {amara}, then {tom}", f"*Product* · {tom}, then {amara}"}
    shown = [next(order for order in orders if order in one) for one in (first, second)]
    assert set(shown) == orders
    assert "*Product*" not in second.partition("Nobody yet: *Customer Service*, ")[2]
