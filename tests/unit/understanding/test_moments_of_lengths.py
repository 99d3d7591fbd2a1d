"""Lengths that open a sentence and are moments by what follows on them."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

OPENING = """
hour and a half, then I call back | Wed 18 Nov 11:30
15 minutes and it is done | Wed 18 Nov 10:15
ten minutes, then I ring the vet | Wed 18 Nov 10:10
half an hour and it's sent | Wed 18 Nov 10:30
two hours and then we'll have it | Wed 18 Nov 12:00
20 minutes and they're ready | Wed 18 Nov 10:20
three quarters of an hour, then I drive over | Wed 18 Nov 10:45
15 minutes and it still hangs | none
two hours and I still can't boot | none
10 minutes, then it crashes | none
I waited an hour and a half, then I called | none
she talked for an hour, then I left | none
20 minutes and then i get an error | none
the film is an hour and a half | none
5 minutes and I was out | none
"""


def test_a_length_that_opens_the_sentence_is_a_moment_where_an_act_follows() -> None:
    assert wrong(cases(OPENING, "2026-11-18T10:00", "America/New_York")) == []
