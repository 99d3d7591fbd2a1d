"""The deterministic simulation: bot, playground, database and clock in one thread, under a seeded scheduler.

python -m tests.sim --weeks 200
"""
