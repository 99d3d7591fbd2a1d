"""What a workspace's corrections teach reading, where an admin lets them weigh at once."""

from __future__ import annotations

from datetime import date

from bot.database import Scope
from bot.ledger import corrections, workspaces
from bot.understanding import Corrections, learn, lessons


class Lessons:
    """Learnt anew when somebody has corrected something, and each day, since examples fade; kept meanwhile."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[str, date, Corrections]] = {}

    def of(self, scope: Scope, channel_id: str) -> Corrections | None:
        """What weighs in reading words of that channel: examples of open channels, and its own."""
        if workspaces.get(scope).learning != "at_once":
            return None
        key, mark, day = (scope.team_id, channel_id), corrections.latest(scope), scope.now.date()
        known = self._known.get(key)
        if known is None or known[:2] != (mark, day):
            known = self._known[key] = (mark, day, _learn(scope, channel_id))
        return known[2]


def _learn(scope: Scope, channel_id: str) -> Corrections:
    heard = corrections.heard_in(scope, channel_id)
    tagged = corrections.tagged_now(scope, {one.mention_id for one in heard})
    return learn(lessons(heard, tagged, scope.now))
