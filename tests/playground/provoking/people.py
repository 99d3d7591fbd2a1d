"""users.*, usergroups.*, dnd.*, bots.*, team.*, and how an app comes and goes"""

from playground import Playground
from playground.world import App
from tests.playground.provoking.ways import (
    MARIA,
    PAGES,
    RAVI,
    TEAM,
    TOM,
    Ways,
    ask,
    called,
    on,
    said,
    ways,
    with_team,
    with_user,
)

CLIENT = {"client_id": App.client_id, "client_secret": App.client_secret}
CLIENTS = ways(
    CLIENT,
    invalid_client_id=ask(client_id="1.1"),
    bad_client_secret=ask(client_secret="wrong"),
)
NOBODY = ways({}, user_not_found=ask(user="U404"), invalid_arguments=ask(user={}))
NO_GROUP = ways({"usergroup": "S404"}, no_such_subteam=ask())
NO_CHANGE = NO_GROUP | ways({"usergroup": "S404"}, permission_denied=ask(with_team(admins_only=["usergroups"])))


async def another_group(slack: Playground) -> None:
    await called(slack, "usergroups.create", name="Sales", handle="sales")


def a_code(slack: Playground) -> str:
    """An OAuth code that was made for another redirect."""
    made = {"made": slack.core.now(), "team": TEAM, "user": MARIA, "scopes": [], "redirect_uri": "https://a.example"}
    slack.core.codes["code"] = made
    return "code"


async def exchange(slack: Playground) -> None:
    await called(slack, "oauth.v2.exchange", **CLIENT, token=slack.settings.bot_token)


def bot_token(slack: Playground) -> str:
    return slack.settings.bot_token


def somewhere_else(slack: Playground) -> None:
    """Ben's workspace has not installed the app."""
    slack.engine.world(
        teams=[{"name": "Us"}, {"name": "Them", "installed": False}],
        users=[{"name": "ann", "team": "Us"}, {"name": "ben", "team": "Them"}],
    )


def event_context(slack: Playground) -> str:
    said()(slack)
    return slack.core.deliveries[-1].id


PEOPLE: dict[str, Ways] = {
    "users.info": ways({}, user_not_found=ask(user="U404")),
    "users.list": PAGES | ways({}, invalid_arguments=ask(limit="some")),
    "users.lookupByEmail": ways({}, users_not_found=ask(email="nobody@playground.example")),
    "users.getPresence": NOBODY,
    "users.profile.get": NOBODY,
    "users.profile.set": NOBODY
    | ways(
        {"profile": {"status_text": "x"}},
        invalid_profile=ask(profile="{broken"),
        not_admin=ask(by="@tom", user=RAVI),
        cannot_update_admin_user=ask(with_user("@tom", is_admin=True), by="@tom", user=MARIA),
        too_long=ask(profile={"status_text": "x" * 101}),
    ),
    "usergroups.list": {},
    "usergroups.users.list": NO_GROUP,
    "usergroups.enable": NO_CHANGE,
    "usergroups.disable": NO_CHANGE,
    "usergroups.create": ways(
        {"name": "Sales"},
        permission_denied=ask(with_team(admins_only=["usergroups"])),
        name_already_exists=ask(name="Support team"),
        handle_already_exists=ask(handle="support-team"),
        invalid_channel_provided=ask(channels="C404"),
    ),
    "usergroups.update": NO_CHANGE
    | ways(
        {"usergroup": lambda slack: next(iter(slack.core.world.usergroups))},
        name_already_exists=ask(another_group, name="Sales"),
        handle_already_exists=ask(handle="maria"),
        invalid_channel_provided=ask(channels="C404"),
    ),
    "usergroups.users.update": on({"users": TOM}, NO_CHANGE)
    | ways(
        {"usergroup": lambda slack: next(iter(slack.core.world.usergroups))},
        no_users_provided=ask(),
        invalid_users=ask(users="U404"),
    ),
    "dnd.info": NOBODY,
    "dnd.teamInfo": ways(
        {},
        no_users_provided=ask(),
        user_not_found=ask(users="U404"),
        invalid_arguments=ask(users="[broken"),
    ),
    "bots.info": ways({}, bot_not_found=ask(bot="B404"), invalid_arguments=ask(bot={})),
    "team.info": ways({}, team_not_found=ask(team="T404"), invalid_arguments=ask(team={})),
    "emoji.list": {},
    "auth.test": {},
    "auth.revoke": {},
    "apps.connections.open": {},
    "apps.uninstall": CLIENTS | ways(CLIENT, client_id_token_mismatch=ask(somewhere_else, by="@ben")),
    "apps.event.authorizations.list": on({"event_context": event_context}, PAGES)
    | ways({}, invalid_event_context=ask(event_context="4-Ev404")),
    "oauth.v2.access": CLIENTS
    | ways(
        CLIENT,
        invalid_code=ask(code="none"),
        bad_redirect_uri=ask(code=a_code, redirect_uri="https://b.example"),
        invalid_grant_type=ask(grant_type="password"),
        invalid_refresh_token=ask(grant_type="refresh_token", refresh_token="none"),
        invalid_arguments=ask(client_id={}),
    ),
    "oauth.v2.exchange": on({"token": bot_token}, CLIENTS)
    | ways(
        CLIENT,
        invalid_token=ask(token="xoxb-none"),
        token_already_exchanged=ask(exchange, token=bot_token),
    ),
}
