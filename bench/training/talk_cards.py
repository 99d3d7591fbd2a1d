"""The cards of the networks of talk: what they are made of, what they can do, and what they cannot."""

from __future__ import annotations

TALK_CARD = """# talk.json, talk.bin

Says whether a sentence commits its speaker to an act of their own, where it looks like talk that was written down. It
has its say beside `promises.json` there, and none in writing. A convolutional network over words with {detectors}
detectors of three neighbouring words (the mean of two that began with other random numbers), in whole numbers:
`talk.json` has its {words} words, thresholds and votes, `talk.bin` what each word says to each detector at each place
of a window, in a byte.

**What it sees.** The first thirty words as they stand, folded, with contractions apart. Words are known by vectors
that others learned from much text, so that like words speak alike, also those that its examples never had; beside
them a few that have no vector (parts of contractions, fillers, single letters). Nothing is sent anywhere, nothing is
stored.

**Trained** on {date} by `make train` (`bench/training/talk.py`) on

| data | what | licence |
|---|---|---|
| AMI Meeting Corpus (AMI consortium) | 13,503 utterances; an "offer" is a promise, agreement alone is not | CC BY 4.0 |
| what could be taken for talk | some hundreds of the other texts of `promises.json` | see there |
| GloVe (Pennington, Socher, Manning) | vectors of the 12,000 most frequent words, and 200 said in meetings | PDDL 1.0 |
| all-MiniLM-L6-v2 (Sentence Transformers), fitted to AMI | its answers on these and on texts near them | Apache 2.0 |

No text of these is in the weights, only single words.

**Figures**, of both models together, each sentence judged by models that heard nobody of its group; best F1 is that
of the best threshold for that corpus alone.

| corpus | sentences | F1 | precision | recall | best F1 |
|---|---|---|---|---|---|
{figures}

What is learned of an utterance is the mean of its label, softened, and of the larger model's answer. For the figures
below, that model, too, heard nobody of the groups that are judged.

**What it is bad at.** Agreement alone is never a promise to it, though meetings label it one. Two people would not
agree on the labels; they are softened in training. All meetings are about one product, a remote control. It knows
English alone.
"""

REGISTER_CARD = """# register.json, register.bin

Says whether a text looks like talk that was written down, beside the words of `promises.json` that begin with
"register": their log-odds are added. A convolutional network over words with {detectors} detectors and {words} words,
as `talk.json` is one.

**Trained** on {date} by `make train` (`bench/training/talk.py`) on all texts of `promises.json`: talk is what was
said in meetings, and all else, twice each, is writing. Their licences, and that of the word vectors, are in the cards
of the two. No text of these is in the weights, only single words.

**Figures**, each text judged by what saw none of its fold: where 5 of 100 texts of mail, chat and threads would be
taken for talk, 96 of 100 utterances are; by words one and two at a time alone it was 91.

**What it is bad at.** A word or two ("Shall I reply?") may be either. It learned talk from meetings alone, about one
product. It knows English alone.
"""
