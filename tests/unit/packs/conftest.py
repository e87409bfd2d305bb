import sys
from pathlib import Path

# The packs that the tests of authoring make are good enough here as well.
sys.path.insert(0, str(Path(__file__).parents[1] / "authoring"))
