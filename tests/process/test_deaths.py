"""kill -9 at any moment loses nothing and says nothing twice."""

from __future__ import annotations

from tests.process.conftest import REVIEW, Process, Site
from tests.support.waiting import until


async def test_a_kill_between_ack_and_reading_loses_nothing(site: Site) -> None:
    web = await site.serve("web")
    posts = [site.say(REVIEW.format(number)) for number in range(12)]
    await site.acknowledged()
    await web.kill()
    assert site.cards() == []
    await site.serve("run")
    await until(lambda: len(site.cards()) >= len(posts), 30)
    await site.slack.engine.settle(quiet=0.5)
    assert site.cards() == posts
    assert {len(one.attempts) for one in site.slack.core.deliveries} == {1}


async def test_killed_again_and_again_in_the_middle_of_work_each_mention_has_one_card(site: Site) -> None:
    """While nothing special happens, while Slack has posted and not answered, while Slack takes its time."""
    posts: list[str] = []
    run = await site.serve("run")
    for fault in ("", "drop_reply", "delay"):
        posts += await _kill_while_posting(site, run, fault)
        site.end_leases()
        run = await site.serve("run")
        site.slack.clock.advance(31)  # then what is uncertain may be looked up
    await until(lambda: len(site.cards()) >= len(posts), 40)
    await site.slack.engine.settle(quiet=0.5)
    assert site.cards() == posts


async def _kill_while_posting(site: Site, run: Process, fault: str) -> list[str]:
    """As soon as one more message was posted; with a fault, while Slack owes it the answer. Answers what was said."""
    before = len(site.calls("chat.postMessage"))
    if fault:
        site.slack.engine.fault(kind=fault, method="chat.postMessage", seconds=20)
    posts = [site.say(REVIEW.format(f"{fault}{number}")) for number in range(4)]
    await site.acknowledged()
    await until(lambda: len(site.calls("chat.postMessage")) > before, 30)
    await run.kill()
    return posts
