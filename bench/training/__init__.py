"""Trains the small models that `bot/understanding` ships: `make train`, with OURS_DATA, scikit-learn and JAX."""
