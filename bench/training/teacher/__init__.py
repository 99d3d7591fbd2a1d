"""What a larger model, which knows English and learned from the same meetings, says of them and of texts near to them.

Labels of meetings are few and noisy. A language model that is fitted to them tells offers better than our small
networks can, but is far too large to ship. So it teaches: `labels.bin` has its answers, and our networks learn from
these beside the labels (distillation: Hinton and others, 2015). `python -m bench.training.teacher` makes them anew.

For each text there is an answer of a teacher for each fold, which heard none of its groups of people, and of one that
heard all: so what is held out stays so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

from bench.training import conventions
from bench.training.examples import MEETING_FOLDS, gather, part_of
from bench.training.teacher.variants import Variants
from bot.understanding.english.promise_vocabulary import ECHO_ONLY
from bot.understanding.promise_features import spoken_words

LABELS = Path(__file__).parent / "labels.bin"
TIMES = 16
"""How many texts near to each there are."""
STEPS = 255
TEACHERS = MEETING_FOLDS + 1
"""One for each fold, and the one that heard all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A text of a teacher's: its words, what people say of it (nothing where nobody said it), and its fold."""

    words: Sequence[str]
    label: bool | None
    part: int


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text with the teacher's answer (0 to 1), and the people's, if any."""

    words: Sequence[str]
    chance: float
    label: bool | None


def asked() -> Iterator[Asked]:
    """All that teachers are asked, in an order of its own: what was said in meetings, the same in another convention,
    and what is near to it. What is near is drawn group by group, so that no fold knows words of another.
    """
    said = sorted((each for each in gather() if each.talks), key=lambda each: (each.talks, each.text, each.label))
    for _, group in groupby(said, key=lambda each: each.talks):
        found = [each for each in group if not (each.label and ECHO_ONLY.match(each.text))]
        words = [spoken_words(each.text) for each in found]
        rewritten = [spoken_words(each.text) for each in conventions.rewritten(found)]
        part = part_of(found[0])
        for each, own, other in zip(found, words, rewritten, strict=True):
            yield Asked(own, each.label, part)
            yield Asked(other, each.label, part)
        yield from (Asked(near, None, part) for near in Variants(part).of(words, TIMES))


def lessons(left_out: int | None) -> Iterator[Lesson]:
    """What there is to learn from all groups but those of the fold that is left out, from who never heard that."""
    texts = list(asked())
    answers = np.fromfile(LABELS, np.uint8)
    if len(answers) != len(texts) * TEACHERS:
        raise SystemExit(
            f"{LABELS.name} has answers for {len(answers) // TEACHERS} texts, and there are {len(texts)}: how texts are"
            " cut into words has changed. Make it anew: python -m bench.training.teacher"
        )
    of_teacher = answers.reshape(len(texts), TEACHERS)[:, MEETING_FOLDS if left_out is None else left_out]
    for each, answer in zip(texts, of_teacher, strict=True):
        if each.part != left_out:
            yield Lesson(each.words, float(answer) / STEPS, each.label)
