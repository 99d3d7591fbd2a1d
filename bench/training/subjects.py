"""Trains what tells apart the subjects of a trade: complaints about banks, by the product that they concern."""

from __future__ import annotations

from collections import Counter

from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression

from bench.reading.report import rows
from bench.reading.teams import ASIDE_OF_COMPLAINTS, is_aside
from bench.training.fitting import write
from bot.understanding.linear import SCALE, Linear
from bot.understanding.subjects import frequencies

RAREST, STRENGTH, SMALLEST = 6, 10.0, 2.0

PRODUCTS = {
    "Debt collection": "debt collection",
    "Mortgage": "mortgages",
    "Credit reporting": "credit reports",
    "Credit card": "credit cards",
    "Bank account or service": "bank accounts",
    "Student loan": "student loans",
    "Consumer Loan": "vehicle loans",
    "Payday loan": "personal loans",
    "Money transfers": "money transfers",
    "Prepaid card": "prepaid and gift cards",
}
CARD = """# complaints-{subject}

Tells complaints about {subject} from other complaints about banks. Logistic regression on stems and
pairs of stems, by how often they stand in a text and how rarely in others; subjects weigh alike.

* Data: narratives of the US Consumer Financial Protection Bureau's complaint database (public domain), {count} of
  {all} about this subject; those that are set aside by `bench.reading.teams` took no part.
* Trained: {{date}}, by `python -m bench.training subjects`.
* Used only where departments divide banking among themselves (`bot/understanding/subjects.py`).
"""


def train() -> None:
    """One small model a subject, fitted together, on the texts that are not set aside."""
    labelled = [(row["text"], PRODUCTS[row["label"]]) for row in rows("complaints.jsonl") if row["label"] in PRODUCTS]
    labelled = sorted(each for each in labelled if not is_aside(each[0], ASIDE_OF_COMPLAINTS))
    found = [frequencies(text) for text, _ in labelled]
    counts = Counter(feature for each in found for feature in each)
    shaper, rarity = DictVectorizer(), TfidfTransformer()
    kept = [{name: value for name, value in each.items() if counts[name] >= RAREST} for each in found]
    matrix = rarity.fit_transform(shaper.fit_transform(kept))
    model = LogisticRegression(C=STRENGTH, max_iter=2000, class_weight="balanced")
    model.fit(matrix, [subject for _, subject in labelled])
    names = shaper.feature_names_
    rare = dict(zip(names, map(float, rarity.idf_), strict=True))
    of = Counter(subject for _, subject in labelled)
    for subject, bias, weights in zip(model.classes_, model.intercept_, model.coef_, strict=True):
        weighed = {name: float(w) * rare[name] for name, w in zip(names, weights, strict=True)}
        known = {name: round(weight * SCALE) for name, weight in weighed.items() if abs(weight) >= SMALLEST}
        card = CARD.format(subject=subject, count=of[subject], all=len(labelled))
        write(f"complaints-{subject.replace(' ', '-')}", Linear(round(float(bias) * SCALE), known), card)
        print(f"{subject:<26}{of[subject]:>6} texts{len(known):>7} weights")
    card = CARD.format(subject="how rare each feature is", count=len(labelled), all=len(labelled))
    write("complaints-rarity", Linear(0, {name: round(value * SCALE) for name, value in rare.items()}), card)
