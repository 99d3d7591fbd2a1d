"""The only place where state changes: one file per noun.

Every function works in a `Scope` (one workspace, one transaction, one moment) and never commits. State, history and
the messages that tell of it change together.
"""
