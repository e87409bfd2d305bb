"""Draft in, findings out; pure."""
