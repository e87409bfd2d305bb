#!/bin/sh
# Pin every dependency, for Linux, Windows and macOS, with hashes and without any host.
# Needs uv: python3 -m pip install uv
set -eu
cd "$(dirname "$0")/.."
lock() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate \
        --constraint requirements/constraints.txt "$@"
}
lock pyproject.toml --output-file requirements/run.lock
lock --extra dev pyproject.toml --output-file requirements/dev.lock
