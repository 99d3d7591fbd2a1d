"""Measures what reading gets right, on the labelled data in the folder OURS_DATA: `make eval`."""
