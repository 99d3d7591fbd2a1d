"""An admin sets a workspace up inside Slack: departments from user groups, forms of sections, two admins at once."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Department, Entry
from tests.flow.harness import Town, open_town
from tests.flow.seen import BUG, REVIEW, has_button, only, words

WORDS_ONLY = "A customer told me on the phone: I was charged twice, I want my money back!"
WORLD = {
    "users": [
        {"name": "ada", "real_name": "Ada", "tz": "Europe/London", "is_admin": True},
        {"name": "ben", "real_name": "Ben", "tz": "Europe/London"},
        {"name": "cleo", "real_name": "Cleo", "tz": "Europe/London"},
        {"name": "gil", "real_name": "Gil", "tz": "Europe/London", "is_restricted": True},
    ],
    "channels": [{"name": "team", "members": ["ada", "ben", "cleo"]}, {"name": "news", "members": ["ada", "gil"]}],
    "usergroups": [
        {"name": "Finance team", "handle": "finance", "users": ["ben", "gil"]},
        {"name": "Support", "handle": "support", "users": ["cleo"]},
        {"name": "Logistics", "handle": "logistics", "users": ["cleo", "ben"]},
    ],
}


@pytest.fixture
async def empty(town_url: str) -> AsyncIterator[Town]:
    async with open_town(town_url, world=WORLD) as opened:
        yield opened


async def group_ids(town: Town) -> dict[str, str]:
    return {one["name"]: one["id"] for one in town.slack.engine.state(["usergroups"])["usergroups"]}


async def test_an_empty_workspace_reaches_its_first_tagged_mention_by_clicks(empty: Town) -> None:
    await empty.join("#team", "@ours", "@ada")
    led = only([one for one in empty.welcomes_of("@ada") if has_button(one, act.SETUP_OPEN)])
    await empty.click("@ada", led, act.SETUP_OPEN)
    await empty.press("@ada", act.SETUP_SECTION, "Departments")
    await empty.press("@ada", act.GROUPS_OPEN)
    assert "2 people · their people join Finance" in words(empty.form_of("@ada"))
    assert "2 people · a new department" in words(empty.form_of("@ada"))
    await empty.send_form("@ada", **{"groups.0": list((await group_ids(empty)).values())})
    shown = words(empty.form_of("@ada"))
    assert "3 departments have their people now" in shown
    assert f"*Finance* · head <@{empty.id_of('@ben')}>, 1 person, a user group" in shown, "a guest is left out"
    assert "delivery" in "".join(await empty.ask(select(Department.description).where(Department.name == "Logistics")))
    await empty.close_form("@ada")
    assert "3 of them with people to ask" in words(empty.form_of("@ada"))
    ts = await empty.say("@ada", REVIEW, "#team")
    ping = words(empty.from_bot("#team", ts)[-1])
    assert f"<@{empty.id_of('@ben')}>, head of *Finance*" in ping
    assert f"<@{empty.id_of('@cleo')}>, head of *Customer Service*" in ping
    await empty.join("#news", "@ours", "@ada")
    assert len([one for one in empty.welcomes_of("@ada") if has_button(one, act.SETUP_OPEN)]) == 1


async def test_who_joins_the_user_group_in_slack_joins_its_department(empty: Town) -> None:
    await empty.join("#team", "@ours", "@ada")
    groups = await group_ids(empty)
    await empty.ours("@ada", "setup departments", "#team")
    await empty.press("@ada", act.GROUPS_OPEN)
    await empty.send_form("@ada", **{"groups.0": [groups["Support"]]})
    async with aiohttp.ClientSession() as session:
        own = AsyncWebClient(f"xoxp-{empty.id_of('@ada')}", empty.house.settings.slack_api_url, session=session)
        people = [empty.id_of("@ada"), empty.id_of("@ben")]
        await own.usergroups_users_update(usergroup=groups["Support"], users=people)
    await empty.settled()
    shown = words(await empty.ours("@ada", "departments", "#team"))
    assert f"head <@{empty.id_of('@ada')}>" in shown or f"head <@{empty.id_of('@ben')}>" in shown
    assert "2 people" in shown


async def test_a_department_is_added_edited_archived_and_restored(town: Town) -> None:
    await town.ours("@maria", "setup departments")
    await town.press("@maria", act.DEPARTMENT_ADD)
    answer = await town.send_form("@maria", name="finance", people=["@tom"])
    assert "already" in answer["errors"]["name"]
    answer = await town.send_form("@maria", name="Logistics", people=["@gus"])
    assert "A department's people are teammates" in answer["errors"]["people"]
    await town.send_form(
        "@maria", name="Logistics", description="", known_by="parcel, Late parcel\nvan", people=["@tom"]
    )
    assert "*Logistics* is added." in words(town.form_of("@maria"))
    await town.press("@maria", act.DEPARTMENT_EDIT, "Logistics")
    values = town.form_of("@maria")["state"]["values"]
    assert values["known_by"]["known_by"]["value"] == "parcel, late parcel, van"
    assert "delivery" in values["description"]["description"]["value"]
    assert values["head"]["head"]["selected_user"] == town.id_of("@tom")
    answer = await town.send_form("@maria", known_by="x" * 61)
    assert "60 at most" in answer["errors"]["known_by"]
    await town.send_form("@maria", name="Parcels", known_by="parcel", people=["@tom", "@amara"])
    assert "*Parcels* is saved." in words(town.form_of("@maria"))
    await town.press("@maria", act.DEPARTMENT_EDIT, "Parcels")
    await town.press("@maria", act.DEPARTMENT_ARCHIVE)
    assert "*Parcels* is archived" in words(town.form_of("@maria"))
    assert "Parcels" not in words(await town.ours("@tom", "departments"))


async def test_what_is_archived_is_restored_from_its_list(town: Town) -> None:
    await town.ours("@maria", "setup departments")
    await town.press("@maria", act.DEPARTMENT_EDIT, "Finance")
    await town.press("@maria", act.DEPARTMENT_ARCHIVE)
    await town.close_form("@maria")
    await town.press("@maria", act.DEPARTMENTS_PAGE, "Archived (1)")
    await town.say("@yuki", REVIEW)
    assert "Finance" not in words(town.cards())
    await town.press("@maria", act.DEPARTMENT_RESTORE, "Finance")
    assert "*Finance* is restored." in words(town.form_of("@maria"))
    assert "Finance" in words(await town.ours("@tom", "departments"))
    acts = [one.act for one in await town.ask(select(Entry).where(Entry.act.endswith("_department")))]
    assert acts == ["archive_department", "restore_department"]


async def test_two_admins_at_once_lose_nothing_and_the_second_is_told(town: Town) -> None:
    await town.set_up("@maria", "roles", admins=["@tom"])
    for admin in ("@maria", "@tom"):
        await town.ours(admin, "setup hours")
    await town.send_form("@tom", zone="Europe/Berlin", work_end="18:00")
    answer = await town.send_form("@maria", zone="America/New_York", work_start="10:00")
    assert answer["response_action"] == "update"
    shown = words(town.form_of("@maria"))
    assert "@tom changed *Time zone* to “Europe/Berlin”" in shown
    assert "Work ends" not in shown.split("Save* makes it hold")[0], "that she left alone"
    await town.send_form("@maria")
    await town.close_form("@maria")
    await town.ours("@maria", "setup hours")
    values = town.form_of("@maria")["state"]["values"]
    assert values["zone"]["zone"]["value"] == "America/New_York"
    assert values["work_start"]["work_start"]["selected_time"] == "10:00"
    assert values["work_end"]["work_end"]["selected_time"] == "18:00"


async def test_what_is_saved_from_the_first_view_is_told_in_it(town: Town) -> None:
    await town.ours("@maria", "setup")
    assert "Monday to Friday, 9:00 to 17:00" in words(town.form_of("@maria"))
    await town.press("@maria", act.SETUP_SECTION, "Weekly digest")
    await town.send_form("@maria", digest_channel="#general", digest_day="4", digest_at="16:30")
    shown = words(town.form_of("@maria"))
    assert "*Weekly digest* is saved." in shown
    assert f"Fridays at 16:30 in <#{town.channel_id('#general')}>" in shown
    await town.jump("2026-11-20T16:20:00+00:00")
    assert town.from_bot("#general") == []
    await town.jump("2026-11-27T16:31:00+00:00")
    assert "A quiet week" in words(town.from_bot("#general"))


async def test_holidays_of_a_country_are_found_and_kept(town: Town) -> None:
    await town.ours("@maria", "setup hours")
    found = await town.suggested("@maria", act.INPUT_HOLIDAYS, "germany bay")
    assert found == {"DE": "Germany", "DE-BY": "Germany: Bayern"}
    await town.send_form("@maria", holidays="DE-BY")
    await town.close_form("@maria")
    await town.ours("@maria", "setup")
    assert "holidays: Germany: Bayern" in words(town.form_of("@maria"))


async def test_only_an_admin_sets_up_the_workspace_and_the_refused_are_told_whom_to_ask(town: Town) -> None:
    await town.ours("@tom", "setup")
    assert not has_button(town.form_of("@tom"), act.SETUP_SECTION)
    await town.close_form("@tom")
    for section in ("hours", "departments", "digest", "roles"):
        assert f"ask <@{town.id_of('@maria')}>" in words(await town.ours("@tom", f"setup {section}"))
    await town.set_up("@maria", "roles", admins=["@tom"])
    await town.set_up("@tom", "digest", digest_channel="#general")
    await town.set_up("@maria", "roles", admins=[])
    assert f"ask <@{town.id_of('@maria')}>" in words(await town.ours("@tom", "setup digest"))


async def test_hr_says_how_the_house_answers_and_nothing_else(town: Town) -> None:
    await town.ours("@tom", "join human resources")
    await town.ours("@tom", "setup")
    await town.press("@tom", act.SETUP_SECTION, "How we answer")
    await town.send_form("@tom", guidelines="Say sorry once.")
    assert "Say sorry once." in words(town.form_of("@tom"))
    await town.close_form("@tom")
    assert "ask <@" in words(await town.ours("@tom", "setup digest"))


async def test_an_unknown_section_is_answered_with_those_that_are(town: Town) -> None:
    assert "Hours and holidays, Weekly digest" in words(await town.ours("@maria", "setup xyzzy"))


async def test_an_admin_chooses_channels_to_read_and_how(empty: Town) -> None:
    await empty.ours("@ada", "setup", "#team")
    await empty.press("@ada", act.SETUP_SECTION, "Channels")
    answer = await empty.send_form("@ada", watch=[])
    assert "Choose a channel first" in answer["errors"]["watch"]
    await empty.send_form("@ada", watch=["#team", "#news"], watch_mode="eager")
    shown = words(empty.form_of("@ada"))
    assert f"I read <#{empty.channel_id('#team')}> and <#{empty.channel_id('#news')}> from now on: eager" in shown
    assert "I am in 2 channels" in shown
    assert "I read" in words(only(empty.from_bot("#team"))), "its members are told"
    assert empty.from_bot("#news") == [], "a guest reads there"
    ts = await empty.say("@ben", WORDS_ONLY, "#team")
    assert "charged twice" in words(empty.card_of(ts, "#team")), "words alone are enough where it is eager"
    await empty.press(
        "@ada", act.CHANNEL_READING, f"<#{empty.channel_id('#team')}>", f"{empty.channel_id('#team')}|off"
    )
    assert f"<#{empty.channel_id('#team')}>: off." in words(empty.form_of("@ada"))
    await empty.close_form("@ada")
    assert "I read 1 public channel, 1 of them eagerly" in words(empty.form_of("@ada"))
    ts = await empty.say("@ben", REVIEW, "#team")
    assert empty.from_bot("#team", ts) == []


async def test_of_private_channels_an_admin_sets_up_those_they_are_in(town: Town) -> None:
    await town.set_up("@maria", "roles", admins=["@tom"])
    await town.say("@lena", "Good morning", "#deals")
    await town.ours("@tom", "setup channels")
    assert town.channel_id("#support") in words(town.form_of("@tom"))
    assert town.channel_id("#deals") not in words(town.form_of("@tom"))
    await town.ours("@maria", "setup channels")
    assert town.channel_id("#deals") in words(town.form_of("@maria"))


async def test_departments_leave_as_a_file_and_come_back_from_it(town: Town) -> None:
    await town.ours("@tom", "join finance")
    await town.ours("@maria", "setup")
    await town.press("@maria", act.SETUP_SECTION, "Import and export")
    await town.press("@maria", act.EXPORT)
    assert "I sent you `departments.toml`" in words(town.form_of("@maria"))
    sent = only([one for one in town.dms_of("@maria") if one.get("files")])["files"][0]
    text = town.slack.core.world.files[sent["id"]].content.decode()
    assert f'head = "{town.id_of("@tom")}"' in text
    await town.ours("@tom", "leave finance")
    answer = await town.send_form("@maria", toml="[finance]\nname = 3")
    assert "Department finance: it needs a name" in answer["errors"]["toml"]
    changed = text.replace('name = "Legal"', 'name = "Law"')
    await town.send_form("@maria", file=[{"name": "departments.toml", "content": changed}], toml=None)
    shown = words(town.form_of("@maria"))
    assert "*Finance* · people (+1), head" in shown
    assert "*Law* · was Legal" in shown
    assert "Nothing is done yet" in shown
    assert "Legal" in words(await town.ours("@tom", "departments"))


async def test_an_import_is_done_once_it_is_confirmed_and_can_be_taken_back(town: Town) -> None:
    await town.ours("@maria", "setup files")
    await town.send_form("@maria", toml='[parcels]\nname = "Parcels"\ndescription = "Late ones."\narchived = false')
    assert "*Parcels* · new" in words(town.form_of("@maria"))
    done = await town.send_form("@maria")
    assert "Imported: 1 department made or changed" in words(done)
    assert [one for one in town.dms_of("@maria") if one.get("files")], "as they were before"
    assert "Parcels" in words(await town.ours("@tom", "departments"))


async def test_a_new_teammate_gets_the_guide_once_in_their_working_hours(town: Town) -> None:
    await town.set_up("@maria", "answers", guidelines="Say sorry once.")
    before = {one["name"]: one["id"] for one in town.slack.engine.state(["users"])["users"]}
    town.slack.engine.user(user="nora", tz="Asia/Tokyo")
    await town.settled()
    assert town.dms_of("@nora") == [], "it is midnight in Tokyo"
    await town.jump("2026-11-18T09:01:00+09:00")
    guide = words(only(town.dms_of("@nora")))
    assert "Three things to do" in guide
    assert "Say sorry once." in guide
    assert "Fewer messages?" in guide
    assert all(town.dms_of(f"@{name}") == [] for name in before if name not in {"maria", "ours", "slackbot"})
    town.slack.engine.user(user="pia", tz="Europe/Berlin", is_restricted=True)
    await town.settled()
    await town.jump("2026-11-18T10:00:00+01:00")
    assert town.dms_of("@pia") == [], "a guest"
    await town.set_up("@maria", "roles", guides=[])
    town.slack.engine.user(user="rosa", tz="Europe/Berlin")
    await town.settled()
    assert town.dms_of("@rosa") == []
    assert len(town.dms_of("@nora")) == 1


async def test_who_was_here_before_gets_a_short_guide_once_with_their_first_part_or_promise(town: Town) -> None:
    await town.set_up("@maria", "answers", guidelines="Say sorry once.")
    first, second = await town.say("@yuki", REVIEW), await town.say("@yuki", BUG)
    assert town.welcomes_of("@tom") == []
    await town.click("@tom", town.card_of(first), act.CLAIM)
    guide = words(only(town.welcomes_of("@tom")))
    assert "You look after your first customer here" in guide
    assert "Say sorry once." in guide
    await town.ours("@tom", "promise send Ada the invoice by Friday")
    await town.click("@tom", town.card_of(first), act.RELEASE)
    await town.click("@tom", town.card_of(first), act.CLAIM)
    assert len(town.welcomes_of("@tom")) == 1
    await town.ours("@amara", "promise send Ben the invoice by Friday")
    assert "You look after your first customer here" in words(only(town.welcomes_of("@amara")))
    await town.ours("@gus", "promise send Cleo the invoice by Friday", "#customers")
    assert town.welcomes_of("@gus") == [], "a guest"
    await town.set_up("@maria", "roles", guides=[])
    await town.click("@yuki", town.card_of(second), act.CLAIM)
    assert town.welcomes_of("@yuki") == []


async def test_two_who_edit_one_department_see_each_others_words(town: Town) -> None:
    await town.set_up("@maria", "roles", admins=["@tom"])
    for admin in ("@maria", "@tom"):
        await town.ours(admin, "departments legal")
    await town.send_form("@tom", description="Law, and what comes of it.", people=["@tom"])
    answer = await town.send_form("@maria", description="Courts.", known_by="court, judge")
    assert answer["response_action"] == "update"
    assert "@tom changed *Answers for* to “Law, and what comes of it.”" in words(town.form_of("@maria"))
    await town.send_form("@maria")
    (legal,) = await town.ask(select(Department).where(Department.key == "legal"))
    shown = await town.house.database.read(
        lambda session: session.execute(select(Department.description, Department.words, Department.head_id).where(
            Department.id == legal.id)).one()
    )  # fmt: skip
    assert tuple(shown) == ("Courts.", ["court", "judge"], town.id_of("@tom")), "whom Tom brought in stays"


ON = [{"value": "on"}]


async def channel_form(town: Town, user: str) -> tuple[str, list[bool]]:
    """What the first view says of the channel: how it is read, and which of promises, reminders and tools is on."""
    await town.ours(user, "setup")
    values = town.form_of(user)["state"]["values"]
    await town.close_form(user)
    switches = (act.INPUT_CHANNEL_PROMISES, act.INPUT_CHANNEL_REMINDERS, act.INPUT_CHANNEL_INTAKE)
    mode = values[act.INPUT_CHANNEL_MODE][act.INPUT_CHANNEL_MODE]["selected_option"]["value"]
    return mode, [bool(values[name][name]["selected_options"]) for name in switches]


async def test_two_who_set_up_a_channel_at_once_lose_nothing_and_the_second_is_told(town: Town) -> None:
    for user in ("@maria", "@tom"):
        await town.ours(user, "setup")
    await town.send_form("@tom", channel_reminders=[], channel_mode="eager")
    answer = await town.send_form("@maria", channel_intake=ON, channel_mode="off")
    assert answer["response_action"] == "update"
    assert "@tom changed *How I read here* to “eager”" in words(town.form_of("@maria"))
    await town.send_form("@maria")
    await town.close_form("@maria")
    assert await channel_form(town, "@maria") == ("off", [True, False, True])


async def test_what_is_chosen_in_a_section_is_not_undone_by_the_first_view_below(town: Town) -> None:
    await town.ours("@maria", "setup")
    await town.press("@maria", act.SETUP_SECTION, "Channels")
    support = town.channel_id("#support")
    await town.press("@maria", act.CHANNEL_READING, f"<#{support}>", f"{support}|eager")
    await town.close_form("@maria")
    await town.send_form("@maria", channel_intake=ON)
    await town.close_form("@maria")
    assert await channel_form(town, "@maria") == ("eager", [True, True, True])


async def test_who_saves_a_channel_that_the_bot_has_left_is_told(town: Town) -> None:
    await town.ours("@maria", "setup")
    await town.leave("#support", "@ours")
    answer = await town.send_form("@maria", channel_mode="eager")
    assert "(/invite @ours)" in answer["errors"]["channel_mode"]


async def test_a_form_of_a_department_that_was_archived_meanwhile_says_so(town: Town) -> None:
    await town.set_up("@maria", "roles", admins=["@tom"])
    await town.ours("@tom", "departments finance")
    await town.ours("@maria", "departments finance")
    await town.press("@maria", act.DEPARTMENT_ARCHIVE)
    answer = await town.send_form("@tom", known_by="invoice", head="@amara")
    assert "“Finance” is archived" in answer["errors"]["name"]
    assert await town.ask(select(Department.head_id).where(Department.name == "Finance")) == [None]


async def test_the_last_admin_stays_one(town_url: str) -> None:
    async with open_town(town_url) as town:
        await town.set_up("@maria", "roles", admins=["@tom"])
        town.slack.engine.user(user="@maria", is_admin=False, is_owner=False)
        await town.settled()
        answer = await town.set_up("@tom", "roles", admins=[])
        assert "Somebody has to be an admin" in answer["errors"]["admins"]
        await town.close_form("@tom")
        answer = await town.set_up("@tom", "roles", admins=["@amara"])
        assert "errors" not in answer
        assert f"ask <@{town.id_of('@amara')}>" in words(await town.ours("@tom", "setup digest"))
