"""What several folders of tests share: databases and a small company."""
