"""A phrase pack as a value: parsed, written, checked, compared; no I/O, no clock."""
