"""One file per thing a teammate does: commands, buttons, forms, shortcuts. Each acts, commits, then answers."""
