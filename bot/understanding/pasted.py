"""Mails that were pasted or forwarded into a message with their heading, and contact forms: where they begin, what they
say, and whether they came from outside.

Which domain is the workspace's own is not known: the heading has to tell by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.understanding import machine
from bot.understanding.english import heading_words as words
from bot.understanding.english.mail_hosts import EVERYBODYS
from bot.understanding.english.quoting_words import OF_SPEAKERS
from bot.understanding.english.review_words import TO_US
from bot.understanding.patterns import regex
from bot.understanding.text import plain_text
from bot.understanding.voice import LIKELY, hear_customer

Origin = Literal["", "inside", "outside", "review"]
"""Who wrote what was quoted: somebody outside for sure (a review: in public), perhaps a colleague; empty: not told."""

_MOST_FIELDS = 12
_FEW_LINES = 6
_SHORTEST_LETTER = 25
_ADDRESS = regex(r"([\w.+-]{1,64})@([\w-]{1,63}(?:\.[\w-]{1,63})+)")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A mail's words without its heading (its subject stays), and where it came from."""

    lines: list[str]
    origin: Origin


@dataclass(frozen=True, slots=True)
class _Heading:
    fields: dict[str, str] = field(default_factory=dict)
    length: int = 0

    def addresses(self, *names: str) -> list[tuple[str, str]]:
        """The addresses that these fields give: what stands before the @, and after it."""
        written = " ".join(self.fields.get(name, "") for name in names)
        return [(local.casefold(), place.casefold()) for local, place in _ADDRESS.findall(written)]


def is_forward(line: str) -> bool:
    """Whether a mail follows below this line."""
    return bool(words.FORWARDED.match(line))


def origin_of_forward(line: str, before: str) -> Origin:
    """Who wrote what follows below this line, as far as the line itself tells: "On Monday ada@gmail.com wrote:"."""
    return _origin(_Heading({"from": line}), before, "")


def mail_at(lines: list[str], number: int, before: str) -> Pasted | None:
    """The mail or form that begins at this line and goes on to the end. `before` is what stands above it."""
    line = lines[number]
    if is_forward(line):
        return _mail(lines[number + 1 :], before, "")
    if number < _FEW_LINES and (letter := _letter(lines[number:], before) or _subject(lines[number:], before)):
        return letter
    if ":" not in line:
        return None
    if words.HEADING.match(line) and _is_mail(_heading(lines[number : number + 2 * _MOST_FIELDS])):
        return _mail(lines[number:], before, "inside")
    return _form(lines, number) if words.FORM_OPENS.match(line) else None


def headed(lines: list[str], before: str) -> Pasted | None:
    """The same for lines that were quoted, if they begin with a heading."""
    return _mail(lines, before, "") if _is_mail(_heading(lines)) else None


def _mail(lines: list[str], before: str, otherwise: Origin) -> Pasted:
    """`otherwise` is the origin of a mail whose heading tells nothing."""
    heading = _heading(lines)
    said = _without_heading(lines)
    origin = _origin(heading, before, otherwise)
    if origin != "outside" and any(_letter(said[first:], before) for first in range(min(len(said), _FEW_LINES))):
        origin = "outside"
    is_automated = origin == "outside" and _is_automated(heading, "\n".join(said))
    return Pasted(said, "" if is_automated else origin)


def _letter(lines: list[str], before: str) -> Pasted | None:
    """What begins as only somebody outside begins a letter: "Dear Sirs, …", "Fwd: Your booking - Hello, …"."""
    opening, forward = words.FORMAL.match(lines[0]), words.FORWARDED_HERE.match(lines[0])
    begins = opening or forward
    if begins is None or words.OURS_SENT.search(before) or words.OURS_DRAFTED.search(before):
        return None
    said = plain_text("\n".join([begins["says"], *lines[1:]])).strip()
    if words.NO_CUSTOMERS_LETTER.search(said) or len(said) < _SHORTEST_LETTER:
        return None
    if forward:
        is_of_a_case = words.OF_A_CASE.search(forward["subject"]) or words.FORMAL.match(forward["says"])
        is_theirs = bool(is_of_a_case and TO_US.search(said)) or hear_customer(said).score >= LIKELY
    else:
        is_theirs = bool(OF_SPEAKERS.search(said))
    return Pasted([begins["says"], *lines[1:]], "outside") if is_theirs else None


def _subject(lines: list[str], before: str) -> Pasted | None:
    """What stands behind or below a subject alone, if somebody outside objects, cancels or complains there."""
    match = words.SUBJECT_LINE.match(lines[0])
    if match is None or not words.OBJECTS.search(match["subject"]):
        return None
    said = [*([match["says"]] if match["says"] else []), *lines[1:]]
    letter = plain_text("\n".join(said)).strip()
    if words.OURS_DRAFTED.search(f"{before} {lines[0]}") or words.NO_CUSTOMERS_LETTER.search(letter):
        return None
    is_theirs = words.TO_A_DESK.search(letter) and words.OF_A_CONTRACT.search(letter)
    return Pasted([match["subject"], *said], "outside") if is_theirs and len(letter) >= _SHORTEST_LETTER else None


def _is_automated(heading: _Heading, said: str) -> bool:
    if machine.is_automated_mail(plain_text(heading.fields.get("from", "")), "", said):
        return True
    subject = heading.fields.get("subject", "")
    return machine.is_automated_mail("", subject, "") and hear_customer(said).score < LIKELY


def _heading(lines: list[str]) -> _Heading:
    """The fields at the beginning, with empty lines between them or not."""
    fields: dict[str, str] = {}
    length = 0
    for number, line in enumerate(lines[: 2 * _MOST_FIELDS]):
        if match := words.HEADING.match(line):
            name = match["field"].casefold()
            fields.setdefault("from" if name in words.SENDERS else name, match["says"])
            length = number + 1
        elif line.strip():
            break
    return _Heading(fields, length)


def _is_mail(heading: _Heading) -> bool:
    fields = heading.fields
    if not fields.get("from", "").strip():
        return False
    if "subject" in fields or (heading.addresses("from") and heading.addresses("to")):
        return True
    return next(iter(fields)) == "from" and not words.TELLING_FIELDS.isdisjoint(fields)


def _origin(heading: _Heading, before: str, otherwise: Origin) -> Origin:
    """A mail between two places came from outside, unless it may as well be ours to a customer."""
    if words.OURS_SENT.search(before) or not _goes_elsewhere(heading):
        return otherwise
    sender, to = heading.addresses("from"), heading.addresses("to")
    if any(words.DESK.match(local) for local, _ in (*to, *heading.addresses("cc"))):
        return "outside"
    is_sent_to_people = bool(to) and all(place in EVERYBODYS for _, place in to) and sender[0][1] not in EVERYBODYS
    return "" if is_sent_to_people or words.DESK.match(sender[0][0]) else "outside"


def _goes_elsewhere(heading: _Heading) -> bool:
    """Whether the sender is none of those to whom the mail went. Who gets a copy may be either side's, but for an
    address that answers for a company.
    """
    sender = [place for _, place in heading.addresses("from")]
    to = heading.addresses("to")
    if not sender:
        return False
    if not to and (sender[0] in EVERYBODYS or words.DESK_NAME.match(heading.fields.get("to", ""))):
        return True
    desks = [place for local, place in heading.addresses("cc") if words.DESK.match(local)]
    return any(_is_elsewhere(place, sender) for place in (*(place for _, place in to), *desks))


def _is_elsewhere(place: str, sender: list[str]) -> bool:
    return not any(place == one or place.endswith(f".{one}") or one.endswith(f".{place}") for one in sender)


def _without_heading(mail: list[str]) -> list[str]:
    """A mail's words: of its heading the subject stays."""
    heading = _heading(mail)
    subject = heading.fields.get("subject", "").strip()
    return [*([subject] if subject else []), *_from_first(mail[heading.length :])]


def _form(lines: list[str], first: int) -> Pasted | None:
    """What somebody wrote into a form that asks for their address and their message."""
    has_address = False
    for number, line in enumerate(lines[first : first + _MOST_FIELDS], first):
        if message := words.FORM_MESSAGE.match(line):
            said = [message["says"], *lines[number + 1 :]]
            return Pasted(_from_first(said), "outside") if has_address else None
        has_address = has_address or (bool(words.FORM_ADDRESS.match(line)) and bool(_ADDRESS.search(line)))
        if line.strip() and ":" not in line:
            return None
    return None


def _from_first(lines: list[str]) -> list[str]:
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    return lines[first:]
