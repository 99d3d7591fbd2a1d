"""The whole bot against a local Slack, driven as people drive it."""
