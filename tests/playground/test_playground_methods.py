"""How often methods may be called, and what is answered to those that the playground lacks."""

import pytest

from playground import Playground
from playground.methods import METHODS
from playground.methods.absent import ABSENT, FOR_PEOPLE, RETIRED
from tests.playground.conftest import Call

TIERS = {
    "t1": "apps.connections.open",
    "t2": "conversations.list users.list users.conversations usergroups.list usergroups.create usergroups.update "
    "usergroups.users.list usergroups.users.update bookmarks.add pins.add chat.startStream",
    "t3": "chat.update chat.delete chat.scheduleMessage conversations.info conversations.open conversations.join "
    "reactions.add reactions.remove reactions.get users.lookupByEmail bots.info team.info chat.unfurl",
    "t4": "users.info conversations.members views.open views.push views.update views.publish files.info "
    "files.getUploadURLExternal files.completeUploadExternal chat.postEphemeral chat.appendStream oauth.v2.access",
    "history": "conversations.history conversations.replies",
    "post": "chat.postMessage",
    "special": "auth.test chat.getPermalink assistant.threads.setStatus",
}


def test_methods_have_the_tiers_that_slack_gives_them() -> None:
    wrong = [(name, tier) for tier, names in TIERS.items() for name in names.split() if METHODS[name].tier != tier]
    assert wrong == []


@pytest.mark.parametrize("name", sorted(ABSENT.keys() - set(RETIRED.split())))
async def test_what_the_playground_lacks_it_says_itself(quiet: Playground, call: Call, name: str) -> None:
    answer = await call(name, as_user="@maria")
    assert (answer["error"], answer["req_method"]) == ("unknown_method", name)
    assert "this playground has not" in answer["response_metadata"]["messages"][0]


async def test_search_is_for_people_and_what_nobody_knows_is_unknown(call: Call) -> None:
    assert "search.messages" in FOR_PEOPLE["search:read"]
    assert (await call("search.messages", query="x"))["error"] == "not_allowed_token_type"
    assert await call("no.such.method") == {"ok": False, "error": "unknown_method", "req_method": "no.such.method"}
    assert (await call("files.upload"))["error"] == "method_deprecated"


async def test_presence_and_the_workspaces_of_a_token(quiet: Playground, call: Call) -> None:
    assert (await call("auth.teams.list"))["teams"] == [{"id": "T0PLAYGRND0", "name": "Playground"}]
    assert (await call("users.setPresence", as_user="@tom", presence="away"))["ok"]
    assert (await call("users.getPresence", user=quiet.core.user("@tom").id))["presence"] == "away"
    assert (await call("users.setPresence", as_user="@tom", presence="auto"))["ok"]
    assert (await call("users.getPresence", user=quiet.core.user("@tom").id))["presence"] == "active"
    assert (await call("users.setPresence", as_user="@tom", presence="busy"))["error"] == "invalid_arguments"
