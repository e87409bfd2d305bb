# What each target is for: README.md. Every target sets up what it needs first.
PY := .venv/bin/python
DESKTOP := $(PY) -m assist.backends.linux.private_desktop --

.PHONY: help setup run demo test prove check bench bench-engine clients eval screenshots package clean phrases

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

# Four parts, three at a time, each on a desktop of its own: they wait more than they
# work.  The longest come first.
E2E := $(wildcard tests/e2e/test_*.py)
# Hotkeys first: typing hanzi binds the key codes that those tests count on.
CLIENTS := tests/contract tests/e2e/test_x11_hotkeys.py $(filter tests/e2e/test_a% \
	tests/e2e/test_cl% tests/e2e/test_i% tests/e2e/test_r%,$(E2E))
SERVICES := $(filter tests/e2e/test_pa% tests/e2e/test_us%,$(E2E))
WINDOWS := tests/gui $(filter-out $(CLIENTS) $(SERVICES),$(E2E))
PARTS := test-windows test-inside test-services test-clients
.PHONY: $(PARTS)

test: setup
	@$(MAKE) --no-print-directory --keep-going --jobs=3 --output-sync=target $(PARTS)

test-windows: TESTS = $(WINDOWS)
test-inside: TESTS = tests/unit
test-services: TESTS = $(SERVICES)
test-clients: TESTS = $(CLIENTS)
$(PARTS):
	$(DESKTOP) $(PY) -m pytest -o cache_dir=.pytest_cache/$@ $(TESTS)

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
	$(DESKTOP) $(PY) tools/bench_overlay.py
	$(PY) tools/bench_log.py
	$(PY) tools/bench_team.py
	$(PY) tools/bench_packs.py

bench-engine: setup
	$(PY) tools/bench_engine.py

eval: setup
	$(PY) tools/evaluate.py

clients: setup
	$(DESKTOP) $(PY) tools/clients.py

screenshots: setup
	$(DESKTOP) $(PY) tools/screenshots.py
	$(DESKTOP) $(PY) tools/screenshot_underline.py

phrases: setup
	.venv/bin/assist phrases build resources/phrases -o resources/phrases.db

package: setup
	rm -rf dist
	$(PY) -m build --wheel --no-isolation

clean:
	rm -rf build dist .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
