"""People at their Home: they open it, read it, and click in it."""

from __future__ import annotations

from tests.flow.harness import Town
from tests.flow.seen import Json, buttons, find_button


async def open_home(town: Town, user: str) -> Json:
    """Somebody opens their Home; what it shows once the bot has answered."""
    await town.slack.engine.open_home(user=user)
    await town.settled()
    return home_of(town, user)


def home_of(town: Town, user: str) -> Json:
    """What their Home shows now."""
    found = [home for home in town.slack.engine.state(["homes"])["homes"] if home["user"] == town.id_of(user)]
    assert found, f"{user} has no Home"
    home: Json = found[0]
    return home


async def click_home(town: Town, user: str, action: str, label: str = "", number: int | None = None) -> Json:
    """Click a button there, and wait for all that follows; the Home as it is then."""
    home = home_of(town, user)
    if number is None:
        button = find_button(home, action, label)
    else:
        button = next(one for one in buttons(home) if one["action_id"] == f"{action}.{number}")
    done = await town.slack.engine.click(
        user=user, view_id=home["id"], action_id=button["action_id"], block_id=button["block_id"]
    )
    assert done["ok"], done
    await town.settled()
    return home_of(town, user)
