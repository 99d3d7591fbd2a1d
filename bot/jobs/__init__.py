"""What the clock and the queues do: each file one unit of work, taken in the database, done once."""
