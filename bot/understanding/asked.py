"""What a teammate asks of the bot in plain words: "@Ours what's open?", "@Ours remind me to call Acme on Monday"."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Literal, cast

from bot.understanding.english import asked_words as words
from bot.understanding.patterns import regex
from bot.understanding.text import plain_text

AskKind = Literal[
    "help",
    "open",
    "mine",
    "customer",
    "departments",
    "duty",
    "rules",
    "digest",
    "promise",
    "remind",
    "thanks",
    "unknown",
]
LONGEST_NAME = 200
MOST_CHARACTERS = 2_000
_FIRST_WORD = regex(r"[a-z]+", re.I)
_COMMANDS = frozenset({"help", "open", "mine", "departments", "duty", "rules", "digest", "customer", "promise"})
_CLOSE = 0.75


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked: `rest` is whom or what it is about. `nearest` is the subcommand that unknown words come near."""

    kind: AskKind
    rest: str = ""
    nearest: str = ""


def spoken_to(mrkdwn: str, own_id: str, *, is_direct: bool) -> str | None:
    """The plain words that a message says to the bot with that user id; None when it is not addressed: it is where its
    ping begins the message or ends it, and in a direct conversation.
    """
    ping = rf"<@{re.escape(own_id)}(?:\|[^<>]*)?>"
    text = mrkdwn[:MOST_CHARACTERS]
    begins = re.match(rf"\s*(?:(?:hey|hi|hello|ok|okay|dear|thanks|thank you)\b[\s,!]*)?{ping}", text, re.I)
    ends = re.search(rf"{ping}[\s?!.]*\Z", text)
    if begins is None and ends is None and not is_direct:
        return None
    return plain_text(re.sub(ping, " ", text)).strip(" \n\t,:;-")


def read_ask(said: str) -> Ask:
    """What is asked with these words. What is not known comes with the nearest thing that is."""
    text = said.replace("\u2019", "'").strip()
    asked = text[opening.end() :] if (opening := words.COURTESY.match(text)) else text
    if not asked.strip(" ?!."):
        return Ask("help")
    if (command := _command(asked)) is not None:
        return command
    for kind, pattern in words.PATTERNS:
        if found := pattern.match(asked):
            given = found.groupdict()
            rest = f"{given.get('rest') or ''} {given.get('when') or ''}".strip()
            return Ask(cast(AskKind, kind), _name(rest) if kind == "customer" else rest)
    return Ask("unknown", nearest=_nearest(asked))


def _command(asked: str) -> Ask | None:
    """A subcommand of `/ours`, as it would be typed there."""
    word = _FIRST_WORD.match(asked)
    name = word[0].casefold() if word else ""
    rest = asked[word.end() :].strip() if word else ""
    if name not in _COMMANDS or (rest.strip("?!. ") and name not in {"customer", "promise"}):
        return None
    if name in {"customer", "promise"} and not rest.strip("?!. "):
        return Ask("unknown", nearest=name)
    return Ask(cast(AskKind, name), _name(rest) if name == "customer" else rest)


def _name(rest: str) -> str:
    name = rest.splitlines()[0].strip(" ?!.\"'“”") if rest else ""
    return words.ABOUT.sub("", name)[:LONGEST_NAME].strip()


def _nearest(asked: str) -> str:
    said = [one.casefold() for one in _FIRST_WORD.findall(asked)[:30]]
    exact = next((words.NEAR[one] for one in said if one in words.NEAR), "")
    if exact:
        return exact
    close = (difflib.get_close_matches(one, words.NEAR, n=1, cutoff=_CLOSE) for one in said if len(one) > 3)
    return next((words.NEAR[found[0]] for found in close if found), "")
