"""Plain frozen values that travel through the program; no I/O, no clock, no Qt."""
