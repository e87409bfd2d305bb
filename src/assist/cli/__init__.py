"""One module per command, no logic of its own."""
