"""Other programs' text fields, keys and windows; free of Qt."""
