"""Trains the small linear models that `bot/understanding` ships: `make train`, with OURS_DATA and scikit-learn."""
