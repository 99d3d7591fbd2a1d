"""How sure reading must be before it offers somebody a promise: who declined offers is offered only what is clearer."""

from __future__ import annotations

from bot.facts import PROMISED_FROM

USUAL, HIGHEST = PROMISED_FROM, 0.9
FORGIVEN = 1
STEPS = 6


def promise_threshold(declined: int, confirmed: int) -> float:
    """The score from which a person is offered a promise, after so many offers that they declined and confirmed lately.

    One declined offer more than were confirmed changes nothing; each further one raises it, a confirmed one lowers it
    again; seven more, and only the clearest promises are offered.
    """
    surplus = max(0, declined - confirmed - FORGIVEN)
    return round(USUAL + (HIGHEST - USUAL) * min(1.0, surplus / STEPS), 3)
