"""What people do in a week, drawn from the seed: who shares what a customer said, who promises what, and chatter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.messages import actions as act
from tests.sim import at_home, ways_in
from tests.sim.people import HOUR, MINUTE, People
from tests.sim.stage import Stage
from tests.sim.town import DEPARTMENTS, DIGESTS
from tests.sim.truth import Post

SETTING_UP = 2 * HOUR
REMINDED = ("support", "board", "partners")
"""Channels with daily reminders (none comes where guests read); in the others they are switched off, since they cost
more than they show.
"""
COUNTS = {"mention": 31, "again": 3, "chatter": 84, "promise": 16, "reply": 20}
ELSEWHERE = {"point": 0.8, "type": 0.5, "hear": 0.6, "ask": 0.6, "promise anywhere": 0.3, "customers": 0.3}
"""How often, in a week, somebody goes another way in, or puts customers together: rare, since each costs as much as a
mention. The first three are among the mentions of a week.
"""
WORDS = (
    "I was charged twice for order {} and nobody answers. I want a refund!",
    "The mobile app crashes since the latest update {}, I lost my settings.",
    "The export {} has been broken for a week and nobody answers me",
    "We would like to buy {} seats, can somebody send us a quote?",
    "I love the new {} dashboard, thank you so much!",
)
DUES = ("by Friday EOD", "by tomorrow noon", "in 3 hours", "by Thursday 3pm", "by Wednesday EOD", "by Monday 11am")
CHATTER = (
    "lunch anyone?",
    "deploy of the billing service is done, all green",
    "who has the key of the meeting room?",
    "I am out on Thursday afternoon",
    "the customer was charged twice again, I have seen it before and it is not nice",
    "good morning everyone :wave:",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How long faults strike and people act, how long all may drain then, and how much of it all there is."""

    days: float
    drain: float
    share: float = 1.0

    @property
    def seconds(self) -> float:
        return self.days * 24 * HOUR

    @property
    def has_digest(self) -> bool:
        return self.days > 7


WEEK = Size(days=7.6, drain=60 * HOUR)
"""Until Monday evening, when the digest has come."""
MORNING = Size(days=0.4, drain=2 * HOUR, share=0.15)
"""For quick tests."""


class Week:
    """The plan: acts at moments. `moments` are when something happens, for faults to strike there."""

    def __init__(self, stage: Stage, people: People, size: Size) -> None:
        self.stage, self.people, self.size = stage, people, size
        self.chance = stage.chance("week")
        self.moments: list[float] = []
        self._town, self._truth = stage.town, people.truth

    def plan(self) -> None:
        """Have all of it done at its moment."""
        ways: dict[str, Callable[[], None]] = {
            "mention": self.share,
            "again": self.share_again,
            "chatter": self.chat,
            "promise": self.promise,
            "reply": self.reply,
        }
        counts = COUNTS | {"mention": COUNTS["mention"] - self._plan_elsewhere()}
        for kind, count in counts.items():
            for _ in range(round(count * self.size.share)):
                early = 3 * HOUR if kind in {"again", "promise", "reply"} else 0.0
                self._at(self._moment(early), ways[kind])
        for _ in range(4):
            self._at(self._moment(5 * HOUR), self.ask)
        for _ in range(2):
            self._at(self._moment(HOUR), self.promise_by_command)
        for _ in range(5):
            self._at(self._moment(5 * HOUR), self.ask_for_a_promise)
        for _ in range(2):
            self._at(self._moment(5 * HOUR), self.go_on_leave)
        for _ in range(4):
            self._at(self._moment(4 * HOUR), self.look_at_home)
        for _ in range(2):
            self._at(self._moment(5 * HOUR), self.choose)
        self._at(self._moment(24 * HOUR if self.size.has_digest else 5 * HOUR), self.fix)

    def _plan_elsewhere(self) -> int:
        """What does not come as a message that says it; answers how many mentions it brings."""
        ways: dict[str, Callable[[], None]] = {
            "point": self.point_at,
            "type": lambda: self._with(ways_in.type_in, self._someone(DIGESTS), DIGESTS, self._words()),
            "hear": lambda: self._with(ways_in.tell, self.chance.choice(self._taking()), self._words()),
            "ask": self.ask_in_words,
            "promise anywhere": lambda: self._with(ways_in.promise_from_anywhere, self._someone(DIGESTS)),
            "customers": lambda: self._with(ways_in.keep_customers, self._someone(DIGESTS)),
        }
        drawn = [way for way, often in ELSEWHERE.items() if self.chance.random() < often * self.size.share]
        for way in drawn:
            self._at(self._moment(HOUR), ways[way])
        return len({"point", "type", "hear"} & {*drawn})

    def _taking(self) -> list[str]:
        """Where tools may post."""
        return [room for room in self._town.open_rooms if room not in REMINDED]

    def _with(self, do: Callable[..., Any], *given: Any) -> None:
        self.people.later(0, do, self.people, *given)

    def _words(self) -> str:
        return self.chance.choice(WORDS)

    def point_at(self) -> None:
        room = self.chance.choice(self._town.open_rooms)
        ways_in.point_at(self.people, (self._someone(room), self._someone(room)), room)

    def ask_in_words(self) -> None:
        room = self.chance.choice(self._town.open_rooms)
        ways_in.ask_in_words(self.people, self._someone(room), room, is_direct=self.chance.random() < 0.3)

    def _at(self, moment: float, do: Callable[[], None]) -> None:
        self.moments.append(moment)

        async def act_then() -> None:
            do()

        self.people.later(moment, act_then)

    def _moment(self, early: float) -> float:
        """Mostly on working days, mostly by day in one of the zones."""
        while True:
            seconds = self.chance.uniform(SETTING_UP + 300 + early, self.size.seconds - self.size.days * HOUR)
            weekday = (self.stage.start + timedelta(seconds=seconds)).weekday()
            if not self.size.has_digest or weekday < 5 or self.chance.random() < 0.25:
                return seconds

    # before it begins

    async def set_up(self) -> None:
        """Departments get people, and the digest a channel."""
        people = self.people
        for department in DEPARTMENTS:
            for person in self._town.heads[department]:
                await people.command(person, f"#{DIGESTS}", f"join {department.replace('_', ' ')}")
        boss = next(iter(self._town.zones))
        await self._fill(boss, "setup digest", {act.INPUT_DIGEST_CHANNEL: f"#{DIGESTS}"})
        await self._fill(boss, "departments finance", {act.INPUT_CHANNEL_OF: "#support"})
        for room in self._town.rooms.values():
            if room.has_bot and room.name not in REMINDED:
                await self._fill(room.members[0], "setup", self._choices(room.name), room.name)

    def _choices(self, room: str) -> dict[str, Any]:
        """No reminders; and where no guest reads, tools may post."""
        takes = {act.INPUT_CHANNEL_INTAKE: ["on"]} if room in self._taking() else {}
        return {act.INPUT_CHANNEL_REMINDERS: [], **takes}

    async def _fill(self, person: str, command: str, values: dict[str, Any], room: str = DIGESTS) -> None:
        await self.people.command(person, f"#{room}", command)
        view = self.people.open_view(person)
        if view is None:
            raise RuntimeError(f"/ours {command} opened no form")
        given = {name: {name: value} for name, value in values.items()}
        answer = await self.stage.slack.engine.submit(user=f"@{person}", view_id=view.id, values=given)
        if not answer["ok"] or (answer["response"] or {}).get("response_action") == "errors":
            raise RuntimeError(f"/ours {command}: {answer}")
        self.stage.slack.core.stacks[self.stage.town.ids[person]] = []

    # what is said

    def share(self) -> None:
        """A customer's words: a link with a quote, a quote alone, a bare link, a forwarded mail."""
        private = self.chance.random() < 0.25
        rooms = self._town.private_rooms if private else [*self._town.open_rooms, "partners"]
        room = self.chance.choice(sorted(rooms))
        mark = self._truth.new_mark("m")
        words = self.chance.choice(WORDS).format(mark)
        url = f"https://www.trustpilot.com/reviews/{mark}"
        way = self.chance.choice(("link", "link", "link", "quote", "mail"))
        person = self._someone(room)
        more: dict[str, Any] = {"mark": mark}
        if way == "link":
            text, more["url"] = f"{url} “{words}”", url
        elif way == "quote":
            text = f"A customer wrote: “{words}”"
        else:
            text = ""
            mail = {"filetype": "email", "name": "mail.eml", "subject": f"A word {mark}", "plain_text": words}
            more["files"] = [mail | {"from": "ada@acme.example"}]
        post = self.people.say("mention", person, room, text, **more)
        self._perhaps_change(post, words, text)

    def _perhaps_change(self, post: Post, words: str, text: str) -> None:
        drawn = self.chance.random()
        wait = self.chance.choice((2.0, 30.0, 20 * MINUTE, 5 * HOUR))
        if drawn < 0.1 and text:
            self._soon(wait, lambda: self.people.edit(post, text.replace(words, f"{words} Please help")))
        elif drawn < 0.16:
            self._soon(wait, lambda: self.people.delete(post))
        elif drawn < 0.26 and post.url:
            shown = {"from_url": post.url, "title": "A review", "text": words, "fallback": words}
            core = self.stage.slack.core
            self._soon(
                2.0,
                lambda: (
                    core and self.stage.slack.engine.unfurl(channel=f"#{post.room}", ts=post.ts, attachments=[shown])
                ),
            )

    def _soon(self, seconds: float, do: Callable[[], object]) -> None:
        async def act_then() -> None:
            do()

        self.people.later(seconds, act_then)

    def share_again(self) -> None:
        """The same outside post, by somebody else in another open room."""
        known = [p for p in self._truth.mentions() if p.url and p.room in self._town.open_rooms and not p.is_gone]
        if known:
            first = self.chance.choice(known)
            room = self.chance.choice([room for room in self._town.open_rooms if room != first.room])
            self.people.say("again", self._someone(room), room, f"Seen this? {first.url}", mark=first.mark)

    def chat(self) -> None:
        room = self.chance.choice([room for room in self._town.rooms if room != "partners"])
        self.people.say("chatter", self._someone(room), room, self.chance.choice(CHATTER))

    def promise(self) -> None:
        """A teammate promises something in a mention's thread."""
        root = self._some_root()
        if root is None:
            self._soon(HOUR, self.promise)
            return
        mark = self._truth.new_mark("p")
        text = f"I'll get back to her about {mark} {self.chance.choice(DUES)}"
        post = self.people.say("promise", self._someone(root.room), root.room, text, thread_ts=root.ts, mark=mark)
        drawn, wait = self.chance.random(), self.chance.choice((3.0, 10 * MINUTE, 6 * HOUR))
        if drawn < 0.08:
            another = f"I'll get back to her about {mark} by Monday noon"
            changed = self.chance.choice((text.replace("get back", "come back"), another, f"Seen {mark}"))
            self._soon(wait, lambda: self._edit(post, changed))
        elif drawn < 0.14:
            self._soon(wait, lambda: self.people.delete(post))
        elif drawn < 0.3:
            self._soon(wait + HOUR, lambda: self.people.react(post.person, f"#{post.room}", post.ts))
        elif drawn < 0.6:
            self._soon(wait + 2 * HOUR, lambda: self._got_back(post))

    def _edit(self, promise: Post, text: str) -> None:
        """Where no promise is left, and the edit comes before the message itself, there never was one."""
        self.people.edit(promise, text)
        promise.is_taken_back = text.startswith("Seen")

    def _got_back(self, promise: Post) -> None:
        """They say in passing that it is done: a question whether it is kept."""
        said = self.chance.choice(
            ("Replied to her just now!", "Done.", "Here is our reply: https://x.com/acme/status/1")
        )
        self.people.say("reply", promise.person, promise.room, said, thread_ts=promise.thread)

    def _some_root(self) -> Post | None:
        known = [post for post in self._truth.mentions() if not post.is_gone]
        return self.chance.choice(known[-12:]) if known else None

    def reply(self) -> None:
        root = self._some_root()
        if root is None:
            self._soon(HOUR, self.reply)
        else:
            self.people.say("reply", self._someone(root.room), root.room, "I have seen this too", thread_ts=root.ts)

    def ask(self) -> None:
        person = self.chance.choice(self._town.rooms[DIGESTS].members)
        word = self.chance.choice(("open", "mine", "digest", "departments"))
        self.people.later(0, self._just_ask, person, word)

    async def _just_ask(self, person: str, text: str) -> None:
        await self.people.command(person, f"#{DIGESTS}", text)

    def promise_by_command(self) -> None:
        person = self.chance.choice(self._town.rooms[DIGESTS].members)
        mark = self._truth.new_mark("p")
        self._truth.add(Post("promise", person, DIGESTS, f"command {mark}", mark))
        words = f"promise call Ada about {mark} {self.chance.choice(DUES)}"
        self.people.later(0, self._just_ask, person, words)

    def ask_for_a_promise(self) -> None:
        asker, asked = self.chance.sample(sorted(self._town.rooms[DIGESTS].members), 2)
        words = f"promise <@{self._town.ids[asked]}|{asked}> call Ada {self.chance.choice(DUES)}"
        self.people.later(0, self._just_ask, asker, words)

    def fix(self) -> None:
        """An integration says that something is fixed; later somebody does."""
        room = self.chance.choice(sorted(self._town.open_rooms))
        person = self._someone(room)
        self.people.say("chatter", person, room, "OPS-12 resolved", subtype="bot_message")
        self._soon(
            self.chance.uniform(1, 9) * HOUR, lambda: self.people.later(0, self._just_ask, person, "fixed OPS-12")
        )

    def go_on_leave(self) -> None:
        """For a day or three; now and then they come back before it is over, or nobody says until when."""
        person = self._someone(DIGESTS)
        days = self.chance.uniform(0.5, 3)
        until = self.stage.slack.clock.now() + timedelta(days=days)
        is_said = self.chance.random() < 0.7
        self._status(person, ":palm_tree:", int(until.timestamp()) if is_said else 0)
        if not is_said or self.chance.random() < 0.5:
            self._soon(self.chance.uniform(0.3, 1) * days * 24 * HOUR, lambda: self._status(person, "", 0))

    def look_at_home(self) -> None:
        self.people.later(0, at_home.open_home, self.people, self._someone(DIGESTS))

    def choose(self) -> None:
        self.people.later(0, at_home.choose, self.people, self._someone(DIGESTS))

    def _status(self, person: str, emoji: str, until: int) -> None:
        self.stage.slack.engine.user(user=f"@{person}", status_emoji=emoji, status_expiration=until)

    def _someone(self, room: str) -> str:
        people = [name for name in self._town.rooms[room].members if name not in self._town.guests]
        return self.chance.choice(people)
