"""An app's manifest, as Slack takes it, in JSON: what of it the playground heeds, and what is wrong with it."""

import re
from typing import Any

from playground.errors import ControlError, Json
from playground.words import words
from playground.world import App

MOST_COMMANDS, MOST_SHORTCUTS = 50, 10
SHORTCUTS = ("message", "global")

_HINT = words("command usage_hint description")
_SHORTCUT = words("name callback_id type description")
_COMMAND = re.compile(r"/[^\s/]{1,31}")
_EVENT = re.compile(r"[a-z][a-z_.]*")


def declare(app: App, manifest: Json) -> None:
    """Make ``app`` what the manifest says: name, bot, scopes, events, commands, shortcuts, tabs, redirect URLs. What
    the manifest leaves out, the app has not. ControlError says what to mend."""
    display, features = _part(manifest, "display_information"), _part(manifest, "features")
    oauth, settings = _part(manifest, "oauth_config"), _part(manifest, "settings")
    name = _text(display, "name", "display_information.name")
    bot = _part(features, "bot_user", "features.bot_user")
    shown = _text(bot, "display_name", "features.bot_user.display_name")
    home = _part(features, "app_home", "features.app_home")
    commands = _listed(features, "slash_commands", "features.slash_commands")
    scopes = _part(oauth, "scopes", "oauth_config.scopes")
    events = _part(settings, "event_subscriptions", "settings.event_subscriptions")
    found: Json = {
        "name": name,
        "bot_name": re.sub(r"[^\w.-]+", "_", shown.lower()).strip("_") or "app",
        "scopes": _texts(scopes, "bot", "oauth_config.scopes.bot"),
        "subscriptions": checked_events(_texts(events, "bot_events", "settings.event_subscriptions.bot_events")),
        "hints": checked_hints([{key: one[key] for key in _HINT if key in one} for one in commands]),
        "shortcuts": checked_shortcuts(_listed(features, "shortcuts", "features.shortcuts")),
        "redirect_urls": _texts(oauth, "redirect_urls", "oauth_config.redirect_urls"),
        "home_tab": home.get("home_tab_enabled") is True,
        "messages_tab": home.get("messages_tab_enabled", True) is True,
        "token_rotation": settings.get("token_rotation_enabled") is True,
        "declared": True,
    }
    found["commands"] = [hint["command"] for hint in found["hints"]]
    if found["commands"] and "commands" not in found["scopes"]:
        raise _wrong("oauth_config.scopes.bot", 'lacks "commands"', "add it, for the app has slash commands")
    vars(app).update(found)


def checked_hints(given: list[Json]) -> list[Json]:
    """Slash commands with what the client shows of them: ``{command, usage_hint, description}``."""
    hints = [{**dict.fromkeys(_HINT, ""), **_plain(hint, _HINT, "a command")} for hint in given]
    if wrong := [hint for hint in hints if not _COMMAND.fullmatch(hint["command"])]:
        raise _wrong("a command", f"is {wrong[0]['command']!r}", "write it as /word, without spaces")
    _check_number(hints, "command", MOST_COMMANDS)
    return hints


def checked_shortcuts(given: list[Json]) -> list[Json]:
    """Shortcuts as the app declares them: ``{name, callback_id, type, description}``; type is message or global."""
    shortcuts = [{**dict.fromkeys(_SHORTCUT, ""), **_plain(one, _SHORTCUT, "a shortcut")} for one in given]
    for one in shortcuts:
        if one["type"] not in SHORTCUTS:
            raise _wrong("a shortcut's type", f"is {one['type']!r}", "send message or global")
        if not one["name"] or not one["callback_id"]:
            raise _wrong("a shortcut", "lacks its name or its callback_id", "send both")
    _check_number(shortcuts, "callback_id", MOST_SHORTCUTS)
    return shortcuts


def checked_events(given: list[str]) -> list[str]:
    if wrong := [event for event in given if not _EVENT.fullmatch(event)]:
        raise _wrong("an event", f"is {wrong[0]!r}", "use Slack's names, such as message.channels")
    return given


def _check_number(given: list[Json], key: str, most: int) -> None:
    named = [one[key] for one in given]
    if twice := [name for name in named if named.count(name) > 1]:
        raise _wrong(twice[0], "is there twice", f"give each its own {key}")
    if len(named) > most:
        raise _wrong(key, f"is there {len(named)} times", f"an app has at most {most}")


def _plain(given: Json, keys: list[str], what: str) -> Json:
    """The fields of an entry, all of them text."""
    if unknown := set(given) - set(keys):
        raise _wrong(what, f"has {', '.join(sorted(unknown))}", f"send {', '.join(keys)}")
    for key, value in given.items():
        if not isinstance(value, str):
            raise _wrong(f"{what}'s {key}", f"is {value!r}", "send it as text")
    return given


def _part(whole: Json, key: str, path: str = "") -> Json:
    found = whole.get(key) or {}
    if not isinstance(found, dict):
        raise _wrong(path or key, "is no object", "write it as {…}")
    return found


def _text(part: Json, key: str, path: str) -> str:
    found = part.get(key)
    if not isinstance(found, str) or not found.strip():
        raise _wrong(path, "is missing" if found is None else f"is {found!r}", "give it as text")
    return found.strip()


def _texts(part: Json, key: str, path: str) -> list[str]:
    found = _list(part, key, path)
    if not all(isinstance(one, str) for one in found):
        raise _wrong(path, "holds more than text", 'write it as ["…", …]')
    return list(found)


def _listed(part: Json, key: str, path: str) -> list[Json]:
    found = _list(part, key, path)
    if not all(isinstance(one, dict) for one in found):
        raise _wrong(path, "holds more than objects", "write it as [{…}, …]")
    return list(found)


def _list(part: Json, key: str, path: str) -> list[Any]:
    found = part.get(key) or []
    if not isinstance(found, list):
        raise _wrong(path, "is no list", "write it as […]")
    return found


def _wrong(where: str, what: str, remedy: str) -> ControlError:
    return ControlError(f"{where} {what}", remedy)
