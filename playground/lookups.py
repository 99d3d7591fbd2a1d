"""Finding people and teams by id or by name."""

from playground.errors import ControlError, Json
from playground.world import Team, User, World


def find_user(world: World, ref: str, team: str = "") -> User:
    """By id or by name (``@maria``, ``maria``); among people of ``team`` first."""
    if not isinstance(ref, str) or not ref:
        raise ControlError(f"{ref!r} is no user", 'name a user by an id or a name such as "@maria"')
    if ref in world.users:
        return world.users[ref]
    named = [u for u in world.users.values() if u.name == ref.lstrip("@")]
    named.sort(key=lambda u: u.team != team)
    if not named:
        names = ", ".join(sorted({u.name for u in world.users.values()}))
        raise ControlError(f"no user {ref!r}", f"use an id or one of: {names}")
    return named[0]


def find_team(world: World, ref: str) -> Team:
    """By id, name or domain."""
    for team in world.teams.values():
        if ref in (team.id, team.name, team.domain):
            return team
    raise ControlError(f"no team {ref!r}", f"use one of: {', '.join(world.teams)}")


def team_of(world: World, given: Json) -> str:
    """The id of the team that an entry names; without one, the first."""
    ref = given.get("team") or given.get("team_id")
    return find_team(world, ref).id if ref else next(iter(world.teams))
