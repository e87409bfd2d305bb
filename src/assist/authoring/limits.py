"""How large a pack may be; every reader of packs and tables keeps to these.

The numbers leave room above the largest list known (30,000 words in one
company's rules) and keep the worst file within the memory of an agent's
machine; they are provisional where no measurement is named.
"""

MOST_BYTES = 32 * 1024 * 1024
"""Of one pack file; 20,000 full rules take about 9 MiB."""

MOST_RULES = 50_000
MOST_STANDARD = 20_000
MOST_CLASSES = 500
MOST_WORDS = 2_000
MOST_ENTRIES = 2_000
"""Of application profiles, and of checks."""

MOST_ITEMS = 300
"""Of one list of a rule: patterns, aliases, exceptions, examples …"""

MOST_REPLACEMENTS = 20
MOST_CHANGES = 200
"""Lines of the changelog."""

LONGEST_TEXT = 500
LONGEST_PATTERN = 2_000
LONGEST_ID = 64
LONGEST_UNKNOWN = 20_000
"""Characters of one key this program does not know, written as JSON."""

DEEPEST = 12
"""Levels of lists and objects in what this program does not know."""

MOST_VERSION = 2_147_483_647
