"""The wire: events in, one row out, Slack's errors. Slack's dictionaries stop here."""
