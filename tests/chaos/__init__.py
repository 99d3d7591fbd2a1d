"""`make chaos`: real processes of the bot, killed at random moments while a town lives with it.

Not collected as tests: `python -m tests.chaos --help`. A playground in this process plays Slack and leads the clock;
`life` plays the people, `fleet` starts and kills the processes, `checks` say in the end what was lost or said twice.
"""
