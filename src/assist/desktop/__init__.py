"""Qt adapters without a face: clipboard, screens."""
