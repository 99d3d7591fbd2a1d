"""What rows about customers' words from elsewhere say: their post in a channel, or that it could not be."""

from __future__ import annotations

from collections.abc import Callable

from bot.database import Scope
from bot.facts import Outgoing, Silence
from bot.ledger import intakes, people
from bot.ledger.outgoing import post
from bot.messages import intakes as words
from bot.messages.house_views import IntakeView
from bot.models import Intake
from bot.outbox import OutboxRow
from bot.statements import find_one


def view(scope: Scope, intake: Intake) -> IntakeView:
    """It as its post shows it."""
    is_tool = intake.by.startswith(intakes.HOOK)
    person = None if is_tool else people.find(scope, intake.by)
    name = intake.by.removeprefix(intakes.HOOK) if is_tool else person.name if person else "A teammate"
    zone = people.hours_of(scope, intake.by).zone
    return IntakeView(
        by=name,
        is_tool=is_tool,
        words=intake.words,
        author=intake.author,
        customer=intake.customer,
        url=intake.url,
        source=intake.source,
        at=intake.said_at,
        zone=zone,
    )


def _post(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    intake = find_one(scope.session, Intake, scope.team_id, row.subject_id)
    why = intakes.is_overheard(scope, intake)
    return Silence(why) if why else post(words.posted(view(scope, intake)))


def _refused(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    intake = find_one(scope.session, Intake, scope.team_id, row.subject_id)
    return post(words.refused(view(scope, intake), intake.channel_id, str(intake.refused)))


def _post_said(scope: Scope, row: OutboxRow, channel_id: str, ts: str | None) -> None:
    intake = find_one(scope.session, Intake, scope.team_id, row.subject_id)
    intake.ts = intake.ts or ts


RENDER: dict[str, Callable[[Scope, OutboxRow], Outgoing | Silence]] = {
    intakes.POST: _post,
    intakes.REFUSED: _refused,
}
SAID: dict[str, Callable[[Scope, OutboxRow, str, str | None], None]] = {intakes.POST: _post_said}
