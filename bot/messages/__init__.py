"""Every word that people read: pure functions from views to Slack text and blocks."""
