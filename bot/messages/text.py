"""Words made safe for Slack: texts of people never ping, link or break the layout; moments read as people say them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
JOINER = "\u2060"
"""Zero width: between the @ and a broadcast word it keeps the word readable and harmless in every parse mode."""
ISOLATE, END_ISOLATE = "\u2068", "\u2069"

_BREAKS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
# Control characters, and the bidirectional ones that could reorder our own words around a quote.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
_UNTIDY = re.compile(f"[<@\t\r\x0b\x0c\u2028\u2029{_UNSEEN.pattern[1:]}")
"""What may want tidying: most words have nothing of it."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
_CONTROL = re.compile(r"<([@#!])([^<>|]*)(?:\|([^<>]*))?>")
_LINK = re.compile(r"<((?:https?|mailto|tel|slack)[^<>|]*)(?:\|([^<>]*))?>", re.IGNORECASE)
_BROADCAST = re.compile(r"@(?=(?:channel|here|everyone|group)\b)", re.IGNORECASE)
_ID = re.compile(r"[A-Z][A-Z0-9]{1,30}")
# Slack formats _ and ~ only at the edge of a word: in snake_case they stay. An asterisk could end our own bold.
_MARK = re.compile(r"(?<![^\W_])[_~]|[_~](?![^\W_])|[*`]")
_WANTS_CARE = re.compile(f"[*_~`&<>{_RIGHT_TO_LEFT.pattern[1:]}")
"""What is changed, or measured otherwise than it is long, when it is escaped: most words have nothing of it."""
_HARMLESS = {"*": "\u2217", "_": "\u02cd", "~": "\u223c", "`": "\u02cb"}
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain(slack_mrkdwn: str) -> str:
    """Slack's mrkdwn as an event carries it → the plain text a reader saw (pings and links as words)."""
    words = _LINK.sub(lambda found: found[2] or found[1].removeprefix("mailto:"), _without_controls(slack_mrkdwn))
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def escape(text: str, limit: int = 2000) -> str:
    """A person's plain text as mrkdwn that shows just these words; at most `limit` long, entities counted."""
    tidy = _tidy(text, limit).strip()
    if not _WANTS_CARE.search(tidy):
        return _clip(tidy, max(limit, 1), width)
    safe = _MARK.sub(lambda found: _HARMLESS[found[0]], tidy)
    lines = safe.split("\n")
    room = limit - 2 * len(lines) if _RIGHT_TO_LEFT.search(safe) else limit
    cut = _clip(safe, max(room, 1), _escaped_width)
    return "\n".join(_isolate(line.translate(_ENTITIES)) for line in cut.split("\n"))


def inline(text: str, limit: int = 200) -> str:
    """`escape` on one line."""
    return escape(" ".join(_tidy(text, limit).split()), limit)


def label(text: str, limit: int = 75, otherwise: str = "…") -> str:
    """For plain_text objects, which know no markup: one line, never empty, nothing that looks like a ping."""
    return copied(" ".join(_tidy(text, limit).split()), limit, otherwise)


def copied(text: str, limit: int, otherwise: str = "…") -> str:
    """The same with its lines: a person's words, for others to copy."""
    words = re.sub("<(?=[@#!])", "\u2039", _tidy(text, limit).strip())
    room = limit - 2 * (words.count("\n") + 1) if _RIGHT_TO_LEFT.search(words) else limit
    cut = shorten(words, max(room, 1))
    return "\n".join(_isolate(line) for line in cut.split("\n")) or otherwise


def unformatted(text: str) -> str:
    """All of a person's words, for a message without markup: only what could ping or link is made plain."""
    return _UNSEEN.sub("", _BREAKS.sub("\n", text)).strip().translate(_ENTITIES)


def quote(text: str, limit: int = 600, most_lines: int = 8) -> str:
    """A person's words as a mrkdwn quotation, empty lines dropped."""
    lines = [" ".join(line.split()) for line in _tidy(text, limit).split("\n") if line.strip()]
    kept = lines[:most_lines]
    if len(lines) > most_lines:
        kept[-1] += " …"
    words = escape("\n".join(kept), max(limit - 2 * len(kept), 1))
    return "\n".join(f"> {line}" for line in (words or "…").split("\n"))


def said(text: str, limit: int = 160) -> str:
    """A person's words inside one of our lines: “…”."""
    return f"“{inline(text, limit - 2) or '…'}”"


def harmless(words: str, people: tuple[str, ...] = ()) -> str:
    """Our own words, into which other people's may have been filled: markup stays, pings of all but `people` go."""
    kept = {f"<@{user_id}>": f"\ue000{number}\ue001" for number, user_id in enumerate(people)}
    cleaned = words.replace("\ue000", "")
    for ping, stand_in in kept.items():
        cleaned = cleaned.replace(ping, stand_in)
    cleaned = _clip(_tidy(cleaned, 2500).strip(), 2500, _escaped_width).translate(_ENTITIES)
    for number, user_id in enumerate(people):
        cleaned = cleaned.replace(f"\ue000{number}\ue001", person(user_id))
    return cleaned


def button_value(text: str, limit: int = 2000) -> str:
    """What comes back on a click: never shown, so only what JSON or Slack would refuse goes."""
    return typed(text, limit)


def typed(text: str, limit: int) -> str:
    """What a person typed, put back into an input: as it was, but for what JSON or Slack would refuse."""
    value = _UNSEEN.sub("", text[:limit])
    return value if width(value) <= limit else value[: limit // 2]


def shorten(text: str, limit: int) -> str:
    """At most `limit` UTF-16 units (Slack's unit is undocumented; this one is safe), "…" for what is cut."""
    return _clip(text, limit, width)


def width(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def person(user_id: str) -> str:
    """A ping of one of the workspace's people. It notifies in a new message, not in an edited one."""
    return f"<@{user_id}>" if _ID.fullmatch(user_id) else label(user_id, 30)


def group(group_id: str) -> str:
    """A ping of a whole user group."""
    return f"<!subteam^{group_id}>" if _ID.fullmatch(group_id) else label(group_id, 30)


def channel(channel_id: str) -> str:
    """A channel, linked; shown only to people who may open it."""
    return f"<#{channel_id}>" if _ID.fullmatch(channel_id) else label(channel_id, 30)


def link(url: str | None, words: str, limit: int = 120) -> str:
    """Words linked to an address; without a usable address just the words."""
    shown = inline(words, limit) or "…"
    address = _address(url)
    return f"<{address}|{shown}>" if address else shown


def moment(at: datetime, zone: str) -> str:
    """A moment that Slack shows in each reader's own zone; where it can't, in `zone`."""
    local = on_wall(at, zone)
    day = f"{DAYS[local.weekday()][:3]} {local.day} {MONTHS[local.month - 1][:3]} {local.year}"
    fallback = f"{day}, {local:%H:%M} {local.tzname() or ''}"
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}} at {{time}}|{fallback.strip()}>"


def moment_local(at: datetime, zone: str, now: datetime) -> str:
    """A moment as one says it to a person in `zone`: "today 17:00", "Friday 17:00", "Fri 6 March, 17:00"."""
    local, today = on_wall(at, zone), on_wall(now, zone).date()
    ahead = (local.date() - today).days
    named = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if ahead in named:
        return f"{named[ahead]} {local:%H:%M}"
    if 1 < ahead < 7:
        return f"{DAYS[local.weekday()]} {local:%H:%M}"
    year = f" {local.year}" if local.year != today.year else ""
    return f"{DAYS[local.weekday()][:3]} {local.day} {MONTHS[local.month - 1]}{year}, {local:%H:%M}"


def moment_full(at: datetime, zone: str) -> str:
    """A moment in `zone`, when it isn't known from where it is looked at: "Friday 6 March, 17:00"."""
    local = on_wall(at, zone)
    return f"{DAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}, {local:%H:%M}"


def ago(at: datetime, now: datetime) -> str:
    """How long ago: "4 hours ago"."""
    minutes = max(int((now - at).total_seconds() // 60), 0)
    if minutes < 60:
        return f"{count(minutes, 'minute')} ago" if minutes else "just now"
    if minutes < 24 * 60:
        return f"{count(minutes // 60, 'hour')} ago"
    return f"{count(round(minutes / (24 * 60)), 'day')} ago"


def day_name(at: datetime, zone: str | None = None) -> str:
    """The day of a moment: "Friday 6 March" (in its own zone when none is given)."""
    local = on_wall(at, zone) if zone else at
    return f"{DAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun: "1 promise", "2 promises"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: list[str], most: int = 5) -> str:
    """ "a, b and c", and how many more there are."""
    shown = words[:most]
    if len(words) > most:
        shown = [*shown, f"{len(words) - most:,} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def on_wall(at: datetime, zone: str) -> datetime:
    try:
        return at.astimezone(_info(zone))
    except OverflowError:
        return at


def _info(zone: str) -> tzinfo:
    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return UTC


def _tidy(text: str, limit: int) -> str:
    """Without what nobody sees and what pings. Eight unseen characters for each seen one is more than anybody needs."""
    kept = text[: 8 * limit + 100]
    if not _UNTIDY.search(kept):
        return kept
    cleaned = _UNSEEN.sub("", _BREAKS.sub("\n", kept).replace("\t", " "))
    return _BROADCAST.sub("@" + JOINER, _without_controls(cleaned))


def _without_controls(text: str) -> str:
    """Pings and dates as words. Repeated, since a label may complete a sequence that surrounds it."""
    found = 1
    while found:
        text, found = _CONTROL.subn(_control_words, text)
    return text


def _control_words(found: re.Match[str]) -> str:
    sign, what, words = found[1], found[2], found[3]
    if sign == "!":
        name = what.split("^")[0]
        return words or {"subteam": "@a group", "date": "a moment"}.get(name, f"@{name}")
    if words:
        return sign + words.removeprefix(sign)
    return "@someone" if sign == "@" else "#a channel"


def _escaped_width(text: str) -> int:
    return width(text) + 4 * text.count("&") + 3 * (text.count("<") + text.count(">"))


def unmarked(words: str) -> str:
    """A line of our own as notification text: no emoji codes, no bold, no code."""
    kept = words.replace("*", "").replace("`", "").split()
    return " ".join(word for word in kept if not re.fullmatch(r":[a-z_]+:", word))


def _clip(text: str, limit: int, measure: Callable[[str], int]) -> str:
    if measure(text) <= limit:
        return text
    # Never longer than its measure: what lies beyond the limit need not be looked at.
    end = bisect_right(range(limit), limit - 1, key=lambda length: measure(text[:length])) - 1
    word_end = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end))
    if end - word_end < 20 and word_end > end // 2:
        end = word_end
    return text[:end].rstrip(" \n,;:\u200d") + "…"


def _isolate(line: str) -> str:
    return f"{ISOLATE}{line}{END_ISOLATE}" if _RIGHT_TO_LEFT.search(line) else line


def _address(url: str | None) -> str | None:
    if not url or not re.match(r"https?://[^\s/]", url, re.IGNORECASE):
        return None
    safe = re.sub(r"[<>|\"'`\s\\^{}\x00-\x1f\x7f-\x9f]", lambda found: f"%{ord(found[0]):02X}", _UNSEEN.sub("", url))
    safe = safe.replace("&", "&amp;")
    return safe if width(safe) <= 800 else None
