"""What an operator sets: the environment and the departments that a new workspace starts with."""
