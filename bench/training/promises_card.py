"""The card of the model of promises: what it is made of, what it can do, and what it cannot."""

from __future__ import annotations

CARD = """# promises.json

Weighs the findings of the rules (`promise_rules.py`) together with the words around them, and says whether a
sentence commits its writer to an act of their own. A logistic regression with {size} weights, of which those that
begin with "register" tell talk from writing, and those that begin with "spoken" hold for talk alone.

**What it sees.** Words one to three at a time, and their classes; all words that are not in
`promise_vocabulary.py` are blanked to a shape, so names, products and topics are not in it. How the sentence begins and
ends, its length, stumbling, and what the rules found. Talk is told from writing by words one and two at a time.
Nothing is sent anywhere, nothing is stored.

**Trained** on {date} by `make train` (`bench/training/promises.py`) on

| data | what | licence |
|---|---|---|
| Lin (Parth27/Lin) | 2,566 sentences of Enron's work mail, labelled by hand | labels MIT, text public record |
| AMI Meeting Corpus (AMI consortium) | 13,503 utterances of meetings; an "offer" is a promise | CC BY 4.0 |
| irc-disentanglement (Jonathan K. Kummerfeld et al.) | 1,981 lines of technical chat, no promises | CC BY 4.0 |
| our own (`bench/training/chat`) | about 1,400 lines of customer threads and calls | that of this project |

Each is there twice, once as another convention would write it down: without capitals, without marks, or neither.
No text of these is in the weights. Chat, mail and our own sentences count more than their number, since one
threshold serves all. What holds for talk alone is learned the more freely, the more a feature stands in one class
and not in the other: meetings have thousands of features that tell nothing.

**Figures**, each sentence judged by a model that saw no sentence of its fold, at the threshold that ships: five folds
by sentence, and of meetings six, with the four meetings of one group in one fold; talk with the networks of
`talk.json` and `register.json`. Best F1 is that of the best threshold for that corpus alone.

| corpus | sentences | F1 | precision | recall | best F1 |
|---|---|---|---|---|---|
{figures}

The rules were written with these sentences in view, but for one fold that nobody read. That fold alone, without
meetings (14 promises of mail are few, so its figure of mail says little):

| corpus | sentences | F1 | precision | recall | best F1 |
|---|---|---|---|---|---|
{unread}

On the sentences in `tests/unit/understanding/data`, on none of which it was trained: customer threads
precision .95, recall .91, calls .95 and .92 (unread when rules were written); with those of another writer, which were
read before the last rules, threads .94 and .88, calls .95 and .89, mail 1.0 and .86, meetings .88 and .93.

**What it is bad at.** Meetings: labels there include "Okay" and half sentences, and two people would not agree on
them. Promises in the passive ("you'll be sent a new one"), those that only a listener understands ("Thursday."), irony
without a sign of it, and work on oneself that reads like a favour ("I'll look into it", said to nobody). Plans of a
company ("we will open a second shop") are sometimes taken for promises. It knows English alone.
"""
