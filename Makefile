# What each target is for: README.md. Every target sets up what it needs first.
PY := .venv/bin/python
DESKTOP := $(PY) -m assist.backends.linux.private_desktop --

.PHONY: help setup run demo test prove check bench bench-engine eval screenshots package clean phrases

help:
	@sed -n 's/^| `make \(.*\)` | \(.*\) |$$/\1: \2/p' README.md

setup:
	@tools/setup.sh test

ifneq ($(DISPLAY)$(WAYLAND_DISPLAY),)
run:
	@tools/setup.sh run
	@.venv/bin/assist run
else
run: demo
endif

demo:
	@tools/setup.sh demo
	@.venv/bin/assist demo --output build/demo

test: setup
	$(DESKTOP) $(PY) -m pytest

prove: setup
	$(DESKTOP) $(PY) -m pytest -m prove --override-ini=addopts= --strict-markers

check: setup
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/mypy --platform win32
	.venv/bin/mypy --platform darwin
	PYTHONPATH=src .venv/bin/lint-imports
	$(PY) tools/licence_gate.py

bench: setup
	$(DESKTOP) $(PY) tools/bench.py

bench-engine: setup
	$(PY) tools/bench_engine.py

eval: setup
	$(PY) tools/evaluate.py

screenshots: setup
	$(DESKTOP) $(PY) tools/screenshots.py

phrases: setup
	.venv/bin/assist phrases build resources/phrases -o resources/phrases.db

package: setup
	rm -rf dist
	$(PY) -m build --wheel --no-isolation

clean:
	rm -rf build dist .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
