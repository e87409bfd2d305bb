"""Draft to findings to choice to edit to record; knows ports, no adapter."""
