"""What people at Bluebird chat about: it fits the company, and the bot has nothing to say to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.clock import WorkingHours
from bot.demo import company, story
from bot.demo.chatter import Said, read_chatter
from bot.demo.picture import boiling_curve
from bot.facts import DepartmentWords, Post
from bot.understanding import read
from config.departments import read_departments
from config.settings import PACKAGED_DEPARTMENTS
from playground.posts import is_emoji

CHATTER = read_chatter()
ROOMS = {f"#{room['name']}": room["members"] for room in company.world()["channels"]}


def test_it_goes_from_the_first_morning_to_the_last_in_order() -> None:
    assert sorted(CHATTER, key=lambda one: one.at) == CHATTER
    assert CHATTER[0].at > story.START
    assert len(CHATTER) > 100
    assert {one.where for one in CHATTER} > set(ROOMS) - {"#customers", "#deals"}


def test_people_talk_where_they_are_members_and_with_people_who_are_there() -> None:
    for one in CHATTER:
        assert one.who in company.EVERYBODY
        if one.where.startswith("#"):
            assert {one.who, *(who for _, who in one.reactions)} <= set(ROOMS[one.where]), one.text
        else:
            assert one.where.removeprefix("@") in company.EVERYBODY
        assert all(is_emoji(name) for name, _ in one.reactions), one.text


def test_the_company_has_nine_departments_in_three_zones() -> None:
    assert len({part for _, _, part in company.PEOPLE}) == len(read_departments(PACKAGED_DEPARTMENTS)) == 9
    assert {zone for _, zone, _ in (*company.PEOPLE, *company.COLLEAGUES)} == set(company.CITIES)
    assert len(company.CITIES) == 3
    assert "Finance" in {user.get("title") for user in company.world()["users"]}


@pytest.mark.parametrize("said", CHATTER, ids=lambda said: said.text[:30])
def test_nothing_of_it_is_read_as_a_customers_words(said: Said) -> None:
    words = [
        DepartmentWords(one.key, one.name, one.description, one.words) for one in read_departments(PACKAGED_DEPARTMENTS)
    ]
    reading = read(Post(said.text, said.at, WorkingHours(company.zone_of(said.who))), words)
    assert not reading.mention.is_mention, reading.mention.reasons


def test_the_picture_is_a_png(tmp_path: Path) -> None:
    assert boiling_curve().startswith(b"\x89PNG\r\n\x1a\n")
