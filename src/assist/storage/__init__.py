"""SQLite files of ours."""
