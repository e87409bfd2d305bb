"""Packs outside the program: files, spreadsheets, keys, repositories, updates."""
