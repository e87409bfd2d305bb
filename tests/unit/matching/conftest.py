"""The measuring scripts are importable: proofs count what benches time."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[3] / "tools"))
