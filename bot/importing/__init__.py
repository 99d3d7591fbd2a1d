"""`python -m bot customers`: the directory from a CSV file, and to one."""
