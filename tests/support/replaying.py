"""The history told again: what the entries of a mention or a promise say that it is now, step by step along the graphs
of docs/states.md. An entry that no edge allows fails.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.models import Entry
from tests.support.states_page import Edges, table

EDGES: dict[str, Edges] = {name: table(name) for name in ("promise", "share", "lead_offer", "hand_off", "evidence")}
TELLS_THE_END = {"request_answer", "request_end"}
"""Slots: whoever asked hears how it ended when they are at work. This waits, though nothing else of it does."""
OF_PROMISES = {
    "offer_promise": ("offer", "offered"),
    "make_promise": ("make", "open"),
    "track_promise": ("track", "open"),
    "decline_promise": ("decline", "declined"),
    "expire_promise": ("expire", "expired"),
    "ask_promise": ("ask", "requested"),
    "accept_request": ("track", "open"),
    "counter_request": ("counter", "requested"),
    "agree_request": ("agree", "open"),
    "decline_request": ("decline", "declined"),
    "take_back_request": ("take_back", "expired"),
    "reconsider_request": ("reconsider", "requested"),
    "expire_request": ("expire", "expired"),
    "move_promise": ("move", "open"),
    "keep_promise": ("keep", "kept"),
    "withdraw_promise": ("withdraw", "withdrawn"),
    "reopen_promise": ("reopen", "open"),
}
OF_HAND_OFFS = {
    "offer_hand_off": ("offer", "offered"),
    "ask_stand_in": ("offer", "offered"),
    "accept_hand_off": ("accept", "accepted"),
    "decline_hand_off": ("decline", "declined"),
    "take_back_hand_off": ("take_back", "taken_back"),
    "lapse_hand_off": ("lapse", "lapsed"),
    "take_over": ("take_over", "accepted"),
}
OF_LEADS = {f"{act}_lead": (act, str(to)) for act, _, to in EDGES["lead_offer"]}
OF_LEADS["ask_stand_in"] = ("offer", "offered")


def _step(graph: str, act: str, start: str | None, to: str) -> str:
    assert (act, start, to) in EDGES[graph], f"{graph}: no edge {act} from {start} to {to}"
    return to


@dataclass
class TalePromise:
    """What the entries say of a promise."""

    user_id: str
    state: str | None = None
    hand_off: str | None = None
    due: str | None = None

    def tell(self, entry: Entry) -> None:
        if entry.act in OF_PROMISES:
            act, to = OF_PROMISES[entry.act]
            self.state = _step("promise", act, self.state, to)
            self.due = entry.details.get("due", self.due) if entry.act != "counter_request" else self.due
            if to != "open":
                self.hand_off = None  # it lapsed with what it was about
        if entry.act in OF_HAND_OFFS:
            act, to = OF_HAND_OFFS[entry.act]
            assert self.state == "open", f"{entry.act} of a promise that is {self.state}"
            # One at a time: another lapses when the next is offered.
            start = None if act in {"offer", "take_over"} else self.hand_off
            _step("hand_off", act, start, to)
            self.hand_off = to if to == "offered" else None
            self.user_id = entry.by if to == "accepted" else self.user_id


@dataclass
class TaleMention:
    """What the entries say of a mention: its shares (those that were only asked have no entry), its lead, the offer of
    that, in whose place somebody leads (`stood_in`), and what was said of it.
    """

    shares: dict[str, str] = field(default_factory=dict)
    claimed_at: dict[str, datetime] = field(default_factory=dict)
    lead: str | None = None
    offer: tuple[str, str] | None = None
    stood_in: dict[str, str] = field(default_factory=dict)
    answered_by: str | None = None
    is_dismissed: bool = False

    def tell(self, entry: Entry) -> None:
        who = str(entry.details.get("person", entry.by))
        match entry.act:
            case "claim":
                self._move("claim", who, "claimed")
                self.claimed_at[who] = entry.at
                self.lead = self.lead or who
            case "resume_part":
                self._move("claim", who, "claimed")
            case "finish_part":
                self._move("finish", who, "done")
            case "release":
                self._move("release", who, "declined")
                if self.lead == who:
                    self.lead = self._next()
            case "answer":
                assert self.answered_by is None, "answered twice"
                self.answered_by = who
                if self.shares.get(who) == "claimed":
                    self._move("finish", who, "done")
            case "reopen":
                assert self.answered_by is not None, "opened again, and was open"
                if self.shares.get(self.answered_by) == "done":
                    self._move("claim", self.answered_by, "claimed")
                self.answered_by = None
            case "dismiss" | "undo_dismiss":
                assert self.is_dismissed == (entry.act == "undo_dismiss"), f"{entry.act} twice"
                self.is_dismissed = entry.act == "dismiss"
            case act if act in OF_LEADS:
                self._offer(entry)

    def _offer(self, entry: Entry) -> None:
        act, to = OF_LEADS[entry.act]
        asked = str(entry.details["to"])
        if act == "give_back":
            self._give_back(asked)
            return
        _step("lead_offer", act, "offered" if self.offer is not None else None, to)
        if act == "accept":
            assert self.offer == (self.lead, entry.by), f"{entry.by} accepts {self.offer}, and {self.lead} leads"
            self.stood_in[entry.by] = str(self.lead)
            self.lead = entry.by
        giver = str(self.lead) if entry.act == "ask_stand_in" else entry.by
        self.offer = (giver, asked) if act == "offer" else None

    def _give_back(self, stand_in: str) -> None:
        """Whoever led is back: they lead again, where that is still to be done, and theirs."""
        giver = self.stood_in.pop(stand_in)
        is_open = self.answered_by is None and not self.is_dismissed
        if is_open and self.shares.get(giver) == "claimed" and self.lead == stand_in:
            self.lead = giver

    def _move(self, act: str, who: str, to: str) -> None:
        start = self.shares.get(who)
        edges = {(act, start, to)} | ({(act, "asked", to)} if start is None else set())
        assert edges & EDGES["share"], f"share of {who}: no edge {act} from {start} to {to}"
        self.shares[who] = to

    def _next(self) -> str | None:
        owners = [who for who, state in self.shares.items() if state in {"claimed", "done"}]
        return min(owners, key=lambda who: (self.claimed_at[who], who), default=None)


def of_promise(entries: Iterable[Entry], promiser: str) -> TalePromise:
    tale = TalePromise(promiser)
    for entry in entries:
        tale.tell(entry)
    return tale


def of_mention(entries: Iterable[Entry]) -> TaleMention:
    tale = TaleMention()
    for entry in entries:
        tale.tell(entry)
    return tale
