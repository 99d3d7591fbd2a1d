"""A window that was opened before an update, and is sent in after it: what it is about is told in another way now."""

from __future__ import annotations

import pytest

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, words
from tests.flow.test_customers import added, page_of
from tests.flow.test_requests import THURSDAY, moment

OUTDATED = "This window is from before an update, so nothing was saved."
OLD_WAYS = ["", "CSUPPORT", '["ways"]', "[1,2,3,4,5,6]", '{"subject":"ways"}', '["gone","C1",0,{},{}]', "one|two|three"]


def as_of_old(town: Town, user: str, metadata: str) -> Json:
    """The uppermost window, as another version of ours would have opened it."""
    form = town.form_of(user)
    town.slack.core.views[form["id"]].body["private_metadata"] = metadata
    return form


@pytest.mark.parametrize("metadata", OLD_WAYS)
async def test_words_stay_in_a_section_that_was_opened_before_an_update(town: Town, metadata: str) -> None:
    await town.ours("@maria", "setup ways")
    form = as_of_old(town, "@maria", metadata)
    answer = await town.send_form("@maria", mention_emoji=":eyes:")
    assert OUTDATED in next(iter(answer["errors"].values()))
    assert town.form_of("@maria")["id"] == form["id"], "it lies open still, with what was written"


@pytest.mark.parametrize("metadata", ["CSUPPORT", '["support"]', "[1,2,3,4,5,6]"])
async def test_so_they_do_in_a_departments(town: Town, metadata: str) -> None:
    await town.ours("@maria", "setup departments")
    await town.press("@maria", act.DEPARTMENT_ADD)
    as_of_old(town, "@maria", metadata)
    answer = await town.send_form("@maria", name="Logistics", people=["@tom"])
    assert OUTDATED in answer["errors"]["name"]
    await town.close_form("@maria")
    assert "Logistics" not in words(await town.ours("@maria", "departments")), "nothing was saved"


async def test_a_click_in_such_a_window_says_so_on_top_of_it(town: Town) -> None:
    await town.ours("@maria", "setup")
    as_of_old(town, "@maria", "CSUPPORT")
    await town.press("@maria", act.SETUP_SECTION, "Departments")
    assert OUTDATED in words(town.form_of("@maria"))


@pytest.mark.parametrize("metadata", ["", "K1", "K1|", "K1|first", "K1|1|2"])
async def test_words_stay_in_a_customers_form(town: Town, metadata: str) -> None:
    await added(town, "@maria", "Acme")
    await town.click("@maria", await page_of(town, "@maria", "Acme"), act.EDIT_CUSTOMER)
    as_of_old(town, "@maria", metadata)
    answer = await town.send_form("@maria", aliases="Akme")
    assert OUTDATED in next(iter(answer["errors"].values()))


async def test_words_stay_where_somebody_asks_for_a_promise(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.ASK_PROMISE)
    as_of_old(town, "@tom", "C1|1.2")
    answer = await town.send_form("@tom", person="@maria", words="Call them", moment=moment(THURSDAY))
    assert OUTDATED in next(iter(answer["errors"].values()))
