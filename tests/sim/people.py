"""People: what they say, and what they do when they see a message of the bot with buttons."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from bot.messages import actions as act
from playground.blocks import elements_of
from playground.clicks import clickable
from playground.errors import ControlError
from playground.world import Channel, Message, View
from tests.sim.stage import Stage
from tests.sim.truth import Kind, Post, Truth, marks

Json = dict[str, Any]
MINUTE, HOUR = 60.0, 3600.0
TRIES = 4
# What somebody does who sees a message: by one of its buttons, the weights of all that may be done, "" is nothing.
WISHES: dict[str, dict[str, int]] = {
    act.TRACK: {act.TRACK: 62, act.CHANGE_DATE: 6, act.NOT_A_PROMISE: 12, "": 20},
    act.HEAD_TAKES: {act.HEAD_TAKES: 30, act.HEAD_MUTES: 20, "": 50},
    act.TAKE: {act.TAKE: 60, act.CANT: 25, "": 15},
    act.REQUEST_PROMISE: {act.REQUEST_PROMISE: 45, act.REQUEST_COUNTER: 20, act.REQUEST_CANT: 20, "": 15},
    act.REQUEST_FINE: {act.REQUEST_FINE: 55, act.REQUEST_TAKE_BACK: 20, "": 25},
    act.REQUEST_RECONSIDER: {act.REQUEST_RECONSIDER: 30, "": 70},
    act.REQUEST_AGAIN: {act.REQUEST_AGAIN: 40, "": 60},
    act.EVIDENCE_YES: {act.EVIDENCE_YES: 45, act.EVIDENCE_NO: 30, "": 25},
    act.EDIT_LEAVE: {act.EDIT_MOVE: 40, act.WITHDRAW: 20, act.EDIT_LEAVE: 20, "": 20},
    act.DONE: {
        act.DONE: 34,
        act.TOMORROW: 10,
        act.MONDAY: 4,
        act.HAND_OVER: 8,
        act.AT_RISK: 8,
        act.MUTE: 8,
        "mine": 12,
        "react": 8,
        "": 40,
    },
    act.MUTE_MENTION: {act.CLAIM: 40, act.MUTE_MENTION: 10, "": 60},
    act.CLAIM: {
        act.CLAIM: 26,
        "answer": 44,
        act.DISMISS: 4,
        act.BRING_IN: 8,
        act.WRONG_DEPARTMENT: 3,
        act.CONCERNED: 2,
        act.RELEASE: 4,
        act.ASK_PROMISE: 10,
        act.HISTORY: 2,
        act.ANSWER_FOR: 6,
        "part": 12,
        "write": 8,
        act.MORE: 6,
        act.CREDIT: 2,
        act.QUOTE: 3,
        "": 40,
    },
    act.QUOTE_YES: {act.QUOTE_YES: 40, act.QUOTE_NO: 30, "": 30},
    act.FIX_TOLD: {act.FIX_PROMISE: 35, act.FIX_TOLD: 25, act.UNFIX: 10, "": 30},
    act.FIX_YES: {act.FIX_YES: 60, act.FIX_NO: 20, "": 20},
    act.CHECK_WELL: {act.CHECK_WELL: 30, act.CHECK_NOT: 20, act.CHECK_WRITE: 20, "": 30},
    act.LEAD: {act.LEAD: 45, act.CANT_LEAD: 20, "": 35},
    act.HEARD_BACK: {act.HEARD_BACK: 40, act.NOT_YET: 20, "": 40},
    act.RULE_YES: {act.RULE_YES: 50, act.RULE_NO: 30, "": 20},
    act.NOT_THE_SAME: {act.NOT_THE_SAME: 15, "": 85},
    act.SHARE_IT: {act.SHARE_IT: 40, act.NOT_NOW: 20, "": 40},
}
OWN = {"part": act.PART, "write": act.WRITE}
"""What somebody does who takes a part first."""
CHOSEN = (act.INPUT_DEPARTMENT, act.INPUT_WRONG)
SAID: dict[str, tuple[Any, ...]] = {
    act.INPUT_REASON: ("she found it herself",),
    act.INPUT_NOTE: ("it is booked", "it is on its way"),
    act.INPUT_DONE: ("on_it", "done"),
    act.INPUT_NO_LEAD: (None, None, ["on"]),
    act.INPUT_ANSWER: ("Dear customer, it is on its way.",),
    act.INPUT_SENT: (None, ["on"]),
    act.INPUT_DUPLICATE: ("Akme",),
    act.INPUT_CAUSE: ("OPS-12", "bug 4711"),
    act.INPUT_NO_WAIT: (None, None, ["on"]),
    act.INPUT_CHECK_BACK: (None, "7"),
    act.INPUT_NO_CHECK_BACK: (None, None, ["on"]),
}
IN_MINE = (
    *(act.DONE, act.MOVE, act.HAND_OVER, act.KEEP_MYSELF, act.WITHDRAW, act.UNMUTE, act.REOPEN, act.TAKE),
    *(act.AT_RISK, act.ON_TRACK, act.REQUEST_PROMISE, act.REQUEST_TAKE_BACK, act.EVIDENCE_YES, act.EVIDENCE_NO),
)


class People:
    """They react until `until`; what they said is in `truth`; `told(person, room, shown)` hears of answers."""

    def __init__(self, stage: Stage, truth: Truth) -> None:
        self.stage, self.truth = stage, truth
        self.until = float("inf")
        self.told: list[Callable[[str, Channel, Json], None]] = []
        self._chance = stage.chance("people")
        self._engine = stage.slack.engine
        stage.api.on_act.append(self._sees)

    def later(self, seconds: float, do: Callable[..., Coroutine[Any, Any, None]], *given: Any) -> None:
        async def wait() -> None:
            await asyncio.sleep(seconds)
            with contextlib.suppress(ControlError):  # what they wanted to act on is gone
                await do(*given)

        self.stage.loop.start(wait())

    # saying

    def say(self, kind: Kind, person: str, room: str, text: str, **more: Any) -> Post:
        mark, url = more.pop("mark", ""), more.pop("url", "")
        said = self._engine.say(channel=f"#{room}", user=f"@{person}", text=text, **more)
        post = Post(kind, person, room, said["ts"], mark, more.get("thread_ts"), url)
        self.stage.trace.note("says", kind, person, room, said["ts"], mark)
        self.stage.trace.acts[kind] += 1
        return self.truth.add(post)

    def edit(self, post: Post, text: str) -> None:
        self._engine.edit(channel=f"#{post.room}", user=f"@{post.person}", ts=post.ts, text=text)
        self.note("edits", post.person, post.ts)

    def delete(self, post: Post) -> None:
        self._engine.delete(channel=f"#{post.room}", user=f"@{post.person}", ts=post.ts)
        post.is_gone = True
        self.note("deletes", post.person, post.ts)

    def react(self, person: str, room: str, ts: str) -> None:
        self._engine.react(channel=room, user=f"@{person}", ts=ts, name="white_check_mark")
        self.note("reacts", person, ts)

    def note(self, what: str, person: str, *words: object) -> None:
        self.stage.trace.note(what, person, *words)
        self.stage.trace.acts[what] += 1

    # acting

    async def command(self, person: str, room: str, text: str) -> Json:
        """Type `/ours …`, again and again until it is answered; the answer."""
        for _ in range(TRIES):
            answer = await self._engine.command(channel=room, user=f"@{person}", command="/ours", text=text)
            self.note("commands", person, text.partition(" ")[0], answer.get("error", "ok"))
            if answer["ok"]:
                shown: Json = answer["response"] or {}
                for callback in self.told:
                    callback(person, self.stage.slack.core.channel(room, self._user(person)), shown)
                return shown
            await asyncio.sleep(self._chance.uniform(5, 90))
        return {}

    async def click(self, person: str, room: Channel, ts: str, action: str) -> None:
        """Click a button of a message, named by its action; again when nothing came of it."""
        for _ in range(TRIES):
            found = [b for b in _buttons(room.messages.get(ts)) if b["action_id"].partition(".")[0] == action]
            if not found:
                return
            button = self._chance.choice(found)
            given = {key: button[key] for key in ("action_id", "block_id", "value") if button.get(key)}
            if button["type"] == "overflow":
                given["value"] = self._chance.choice(button["options"])["value"]
            answer = await self._engine.click(user=f"@{person}", channel=room.id, ts=ts, **given)
            self.note("clicks", person, action, answer.get("error", "ok"))
            if answer["ok"]:
                await self.fill_in(person, action)
                return
            await asyncio.sleep(self._chance.uniform(3, 60))

    async def fill_in(self, person: str, action: str) -> None:
        """The form that a click opened."""
        view = self.open_view(person)
        if view is None:
            return
        await asyncio.sleep(self._chance.uniform(3, 40))
        await self.submit(person, view, self._values(view, action), action)

    async def submit(self, person: str, view: View, values: Json, action: str) -> bool:
        """Send a form in, again and again until it is taken, and close it. Answers whether they know that it was."""
        is_taken = False
        for _ in range(TRIES):
            if self.open_view(person) is not view:
                return False  # a double click opened another one above it
            answer = await self._engine.submit(user=f"@{person}", view_id=view.id, values=values)
            self.note("submits", person, action, answer.get("error", "ok"))
            if answer["ok"]:
                is_taken = (answer["response"] or {}).get("response_action") != "errors"
                break
            await asyncio.sleep(self._chance.uniform(3, 40))
        self._close(person, view)
        return is_taken

    def _close(self, person: str, view: View) -> None:
        stack = self.stage.slack.core.stacks.get(self._user(person).id, [])
        if view.id in stack:
            stack.remove(view.id)

    def open_view(self, person: str) -> View | None:
        core = self.stage.slack.core
        stack = core.stacks.get(self._user(person).id, [])
        return core.views.get(stack[-1]) if stack else None

    def _values(self, view: View, action: str) -> Json:
        values: Json = {}
        for block in view.body["blocks"]:
            for item, _ in elements_of(block):
                if item.get("action_id"):
                    chosen = self._value(item, action)
                    if chosen is not None:
                        values[block["block_id"]] = {item["action_id"]: chosen}
        return values

    def _value(self, item: Json, action: str) -> Any:
        if item["type"] == "datetimepicker":
            ahead = timedelta(hours=self._chance.choice((2, 5, 20, 30, 50)))
            return int((self.stage.slack.clock.now() + ahead).timestamp())
        if item["action_id"] in SAID:
            return self._chance.choice(SAID[item["action_id"]])
        if item["action_id"] == act.INPUT_WORDS:
            return f"get back to her, {self._chance.randrange(1_000_000)}"
        if item["type"] == "users_select":
            is_wanted = item["action_id"] != act.INPUT_LEAD or self._chance.random() < 0.5
            return f"@{self._chance.choice(sorted(self.stage.town.rooms['general'].members))}" if is_wanted else None
        if item["type"] == "static_select" and item["action_id"] in CHOSEN:
            return self._chance.choice([option["value"] for option in item["options"]])
        return None

    async def open_mine(self, person: str, action: str = "") -> None:
        """`/ours mine`, and one of its buttons."""
        room = self.stage.slack.core.channel("#general")
        await self.command(person, room.id, "mine")
        shown = [m for m in room.messages.values() if m.visible_to == self._user(person).id]
        if not shown:
            return
        await asyncio.sleep(self._chance.uniform(3, 60))
        there = {button["action_id"].partition(".")[0] for button in _buttons(shown[-1])}
        wanted = [one for one in IN_MINE if one in there and action in ("", one)]
        if wanted:
            await self.click(person, room, shown[-1].ts, self._chance.choice(wanted))

    def _user(self, person: str) -> Any:
        return self.stage.slack.core.world.users[self.stage.town.ids[person]]

    # reacting

    def _sees(self, method: str, args: Json, body: Json) -> None:
        """The bot posted something: whoever reads it may do something about it."""
        if method not in {"chat.postMessage", "chat.postEphemeral"} or self.stage.loop.time() > self.until:
            return
        core = self.stage.slack.core
        room = core.world.channels[str(body.get("channel") or args["channel"])]
        message = room.messages[str(body.get("ts") or body.get("message_ts"))]
        there = {button["action_id"].partition(".")[0] for button in _buttons(message)}
        named = next((action for action in WISHES if action in there), None)
        if named is None:
            return
        is_card = named == act.CLAIM
        for person in self._readers(room, message, 2 if is_card else 1):
            self._decide(person, room, message, WISHES[named])

    def _readers(self, room: Channel, message: Message, most: int) -> list[str]:
        names = {user_id: name for name, user_id in self.stage.town.ids.items()}
        ids = [message.visible_to] if message.visible_to else sorted(room.members)
        people = [names[user_id] for user_id in ids if names[user_id] in self.stage.town.zones]
        if room.is_im or message.visible_to:
            return people
        return self._chance.sample(people, min(len(people), self._chance.randrange(most + 1)))

    def _decide(self, person: str, room: Channel, message: Message, wishes: dict[str, int]) -> None:
        wish = self._chance.choices(list(wishes), list(wishes.values()))[0]
        wait = self._chance.choice((20.0, 90.0, 10 * MINUTE, HOUR, 4 * HOUR)) * self._chance.uniform(0.5, 1.5)
        if wish == "mine":
            self.later(wait, self.open_mine, person)
        elif wish == "react":
            self.later(wait, self._react_to, person, room, message)
        elif wish in OWN:
            self.later(wait, self.click, person, room, message.ts, act.CLAIM)
            self.later(wait + self._chance.uniform(60, 3 * HOUR), self.click, person, room, message.ts, OWN[wish])
        elif wish == "answer":
            self.later(wait, self.click, person, room, message.ts, act.CLAIM)
            self.later(wait + self._chance.uniform(HOUR, 9 * HOUR), self.click, person, room, message.ts, act.ANSWERED)
        elif wish:
            self.later(wait, self.click, person, room, message.ts, wish)
            if self._chance.random() < 0.1:  # a double click
                self.later(wait + 0.2, self.click, person, room, message.ts, wish)

    async def _react_to(self, person: str, room: Channel, message: Message) -> None:
        """✅ on the nudge, or on the promise itself."""
        said = [self.truth.by_mark[mark] for mark in marks(_words(message)) if mark in self.truth.by_mark]
        own = [post for post in said if post.kind == "promise" and post.person == person]
        if own and self._chance.random() < 0.5:
            self.react(person, f"#{own[0].room}", own[0].ts)
        else:
            self.react(person, room.id, message.ts)


def _buttons(message: Message | None) -> list[Json]:
    if message is None:
        return []
    return [
        {**item, "block_id": block.get("block_id")}
        for block in clickable(message)
        for item, _ in elements_of(block)
        if item.get("type") in {"button", "overflow"} and item.get("action_id")
    ]


def _words(message: Message) -> str:
    return f"{message.text} {message.blocks}"
