"""One's own settings, from Home and by command: what they change, and what bad input is told."""

from __future__ import annotations

from typing import Any

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.homes import click_home, home_of, open_home
from tests.flow.seen import has_button, words

EVERY_DAY = [str(day) for day in range(7)]


async def choose(town: Town, user: str, **values: Any) -> str:
    """Fill in the form as it was opened by command, send it, and read what came back."""
    await town.ours(user, "settings")
    return words(await town.send_form(user, **values))


async def test_own_hours_decide_when_a_promise_is_due_and_when_it_is_nudged(town: Town) -> None:
    said = await choose(town, "@maria", work_from="08:00", work_until="15:00")
    assert "You work Monday to Friday, 8:00 to 15:00" in said
    answer = await town.ours("@maria", "promise send Ada the invoice by Friday EOD")
    assert "Friday 20 November, 15:00" in words(answer)
    await town.jump("2026-11-20T12:50:00-05:00")
    assert not town.dms_of("@maria")
    await town.jump("2026-11-20T13:01:00-05:00")
    assert len(town.dms_of("@maria")) == 1


async def test_what_must_be_said_is_not_called_optional(town: Town) -> None:
    await town.ours("@maria", "settings")
    optional = {block["block_id"] for block in town.form_of("@maria")["blocks"] if block.get("optional")}
    assert not {act.INPUT_FROM, act.INPUT_UNTIL} & optional


async def test_the_houses_hours_come_back(town: Town) -> None:
    await choose(town, "@maria", work_from="08:00", work_until="15:00")
    said = await choose(town, "@maria", house_hours=["on"])
    assert "You work Monday to Friday, 9:00 to 17:00" in said


async def test_days_off_are_said_on_home_and_end_with_a_click(town: Town) -> None:
    await town.ours("@maria", "promise send Ada the invoice by Thursday")
    said = await choose(town, "@maria", off_from="2026-11-17", off_until="2026-11-23")
    assert "1 promise of yours falls due while you are off" in said
    home = await open_home(town, "@maria")
    assert "You are off until Monday 23 November" in words(home)
    await town.jump("2026-11-19T16:00:00-05:00")
    assert not town.dms_of("@maria"), "nothing nudges them meanwhile"
    home = await click_home(town, "@maria", act.HOME_BACK)
    assert not has_button(home, act.HOME_BACK)
    await town.jump("2026-11-19T16:31:00-05:00")
    assert len(town.dms_of("@maria")) == 1, "what nothing was said of while they were off"


async def test_bad_input_is_told_beside_its_field_and_nothing_is_lost(town: Town) -> None:
    for values, field, told in (
        ({"work_from": "17:00", "work_until": "09:00"}, "work_until", "begin before they end"),
        ({"quiet_from": "12:00"}, "quiet_until", "Choose both"),
        ({"quiet_from": "08:00", "quiet_until": "18:00"}, "quiet_until", "leaves no half hour"),
        ({"off_from": "2026-11-10", "off_until": "2026-11-11"}, "off_until", "in the past"),
        ({"off_from": "2026-12-10", "off_until": "2028-12-11"}, "off_until", "a year at most"),
        ({"off_until": "2026-12-11"}, "off_until", "before the first"),
    ):
        await town.ours("@maria", "settings")
        answer = await town.send_form("@maria", **values)
        assert answer["response_action"] == "errors", values
        assert told in answer["errors"][field], answer
        await town.close_form("@maria")
    said = await choose(town, "@maria", work_days=EVERY_DAY)
    assert "Monday to Sunday, 9:00 to 17:00" in said


async def test_the_form_opens_from_home_and_says_what_is_read(town: Town) -> None:
    await open_home(town, "@maria")
    await click_home(town, "@maria", act.HOME_SETTINGS)
    form = words(town.form_of("@maria"))
    assert f"<#{town.channel_id('#support')}>" in form
    assert "All other text is erased as soon as it is read" in form
    assert "America/New_York" in form
    done = await town.send_form("@maria", rhythm="daily")
    assert "Saved" in words(done)
    assert home_of(town, "@maria")


async def test_what_is_kept_is_one_click_away_and_a_command_for_everybody(town: Town) -> None:
    await town.ours("@maria", "settings")
    await town.press("@maria", act.PRIVACY)
    shown = words(town.form_of("@maria"))
    assert "What I keep, and how long" in shown
    assert "Nobody is shown more than they could open in Slack" in shown
    await town.close_form("@maria")
    assert town.form_of("@maria")["callback_id"] == act.FORM_SETTINGS
    assert "No ranking" in words(await town.ours("@gus", "privacy", "#customers"))


async def test_working_days_are_asked_for_not_offered(town: Town) -> None:
    await town.ours("@maria", "settings")
    days = next(one for one in town.form_of("@maria")["blocks"] if one["block_id"] == act.INPUT_DAYS)
    assert not days["optional"]
