"""What is done is told another program, from the click to the signed call: each entry once, again after a failure."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Entry
from tests.flow.harness import Town, open_town
from tests.flow.seen import REVIEW
from tests.support.waiting import until

SECRET = "a long secret that the other program knows"


@dataclass
class Program:
    """The other program: it takes a call if the signature is right, unless it is `down`."""

    is_down: bool = False
    taken: list[dict[str, Any]] = field(default_factory=list)
    refused: int = 0

    async def hear(self, request: web.Request) -> web.Response:
        body, stamp = await request.read(), request.headers["X-Ours-Timestamp"]
        signed = hmac.new(SECRET.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(f"v0={signed}", request.headers["X-Ours-Signature"]):
            return web.Response(status=401)
        if self.is_down:
            self.refused += 1
            return web.Response(status=503)
        self.taken.append(json.loads(body))
        return web.Response()

    @property
    def kinds(self) -> list[str]:
        return [one["kind"] for one in self.taken]


@asynccontextmanager
async def telling(url: str, reach: str) -> AsyncIterator[tuple[Town, Program]]:
    program, app = Program(), web.Application()
    app.router.add_post("/events", program.hear)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    there = f"http://127.0.0.1:{runner.addresses[0][1]}/events"
    settings = {"events_url": there, "events_secret": SECRET, "events": reach}
    try:
        async with open_town(url, settings=settings) as town:
            yield town, program
    finally:
        await runner.cleanup()


async def test_what_is_done_is_told_once_each_and_again_after_a_failure(town_url: str) -> None:
    async with telling(town_url, "open") as (town, program):
        await town.jump(town.now() + timedelta(minutes=1))
        program.is_down = True
        ts = await town.say("@yuki", REVIEW)
        await town.click("@tom", town.card_of(ts), act.CLAIM)
        await until(lambda: program.refused > 0)
        assert program.taken == []
        program.is_down = False
        await town.jump(town.now() + timedelta(minutes=2))
        await until(lambda: len(program.taken) >= 2)
        assert program.kinds[:2] == ["share_mention", "claim"]
        await town.jump(town.now() + timedelta(minutes=2))
        await town.ours("@tom", "promise send Ada the invoice by Friday")
        await town.click("@tom", town.card_of(ts), act.ANSWERED)
        await until(lambda: "answer" in program.kinds)
        told = [one["id"] for one in program.taken]
        assert len(told) == len(set(told))
        assert "join_department" not in program.kinds
        assert REVIEW[:40] not in json.dumps(program.taken)


@pytest.mark.parametrize("reach", ["open", "all"])
async def test_all_tells_each_entry_and_open_what_anybody_could_know(town_url: str, reach: str) -> None:
    async with telling(town_url, reach) as (town, program):
        await town.jump(town.now() + timedelta(minutes=1))
        await town.set_up("@maria", "answers", guidelines="Say SORRY once.")
        await town.say("@lena", REVIEW, "#deals")
        await town.ours("@tom", "promise send Ada the INVOICE by Friday")
        await town.say("@yuki", REVIEW, "#support")
        await until(lambda: "share_mention" in program.kinds)
        acts = {"choose_guidelines", "share_mention", "make_promise"}
        entries = await town.ask(select(Entry).where(Entry.act.in_(acts)))
        if reach == "all":
            await until(lambda: {one.id for one in entries} <= {one["id"] for one in program.taken})
            about = {one["kind"]: one["about"] for one in program.taken}
            assert about["choose_guidelines"] == "workspace"
            assert about["make_promise"] == "promise"
        else:
            assert program.kinds.count("share_mention") == 1, "nothing of the private channel"
            assert not {"choose_guidelines", "make_promise"} & set(program.kinds)
        assert not {"SORRY", "INVOICE", "charged"} & set(json.dumps(program.taken).split())
