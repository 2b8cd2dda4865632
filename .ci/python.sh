#!/bin/sh
# Makes the virtual environment $1 with the packages of the file $2, on Debian (root included) and macOS.
set -eu
venv=$1
requirements=$2

suitable() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if [ ! -x "$venv/bin/python" ]; then
    python=""
    for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
        if [ -n "$candidate" ] && suitable "$candidate"; then
            python=$candidate
            break
        fi
    done
    if [ -z "$python" ]; then
        echo "Parallax needs Python 3.11 or newer. Install it, or name it: make run PYTHON=/path/to/python3" >&2
        exit 1
    fi
    if ! "$python" -m venv "$venv" 2>/dev/null; then
        # Debian ships Python without the venv module's pip.
        rm -rf "$venv"
        sh "$(dirname "$0")/apt.sh" python3-venv
        "$python" -m venv "$venv"
    fi
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements"
