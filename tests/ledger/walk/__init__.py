"""A walk along the graphs of docs/states.md: a machine for each subject, and beside each a model of what should be."""
