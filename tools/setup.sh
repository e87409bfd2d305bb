#!/bin/sh
# Make this checkout runnable: Debian packages, virtual environment, pinned dependencies.
#   tools/setup.sh run     what the overlay needs
#   tools/setup.sh demo    and a desktop of its own for a machine without a screen
#   tools/setup.sh test    and what the tests and checks need
set -eu
cd "$(dirname "$0")/.."
what=${1:?run, demo or test}

lists=requirements/debian-run.txt
[ "$what" = run ] || lists="$lists requirements/debian-demo.txt"
[ "$what" = test ] && lists="$lists requirements/debian-test.txt"
lock=requirements/run.lock
[ "$what" = test ] && lock=requirements/dev.lock

if command -v dpkg-query >/dev/null; then
    missing=
    for package in $(sed 's/#.*//' $lists); do
        case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
        *" installed") ;;
        *) missing="$missing $package" ;;
        esac
    done
    if [ -n "$missing" ]; then
        if [ "$(id -u)" = 0 ]; then
            echo "Installing:$missing"
            apt-get update -qq
            DEBIAN_FRONTEND=noninteractive \
                apt-get install -y -qq --no-install-recommends $missing >/dev/null
        else
            echo "Please run this once, then try again:" >&2
            echo "  sudo apt-get install --no-install-recommends$missing" >&2
            exit 2
        fi
    fi
fi

# A pyenv or conda interpreter first on PATH may lack what Debian's has.
python=${PYTHON:-/usr/bin/python3}
[ -x "$python" ] || python=python3
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Assist needs Python 3.11 or newer; set PYTHON to one and try again." >&2
    exit 2
fi

stamp=.venv/stamp-$(cat "$lock" pyproject.toml | sha256sum | cut -c 1-16)
if [ ! -e "$stamp" ]; then
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    .venv/bin/pip install --quiet --disable-pip-version-check \
        --require-hashes -r "$lock"
    # A path file serves as an editable install without fetching a build backend.
    site=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    echo "$PWD/src" > "$site/assist-checkout.pth"
    cat > .venv/bin/assist <<SCRIPT
#!$PWD/.venv/bin/python
from assist.cli.main import main

main()
SCRIPT
    chmod +x .venv/bin/assist
    touch "$stamp"
fi
