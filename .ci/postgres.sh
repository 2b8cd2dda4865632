#!/bin/sh
# Makes sure that the tests find a PostgreSQL server: the machine's own (Homebrew's on macOS), else Debian's package.
# Where there is neither, the tests of that database are skipped and say so.
set -eu
command -v initdb >/dev/null 2>&1 && exit 0
for folder in /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin; do
    [ -x "$folder/initdb" ] && exit 0
done
if ! command -v apt-get >/dev/null 2>&1 || ! sh "$(dirname "$0")/apt.sh" postgresql; then
    echo "PostgreSQL is not here and cannot be installed: its tests are skipped." >&2
fi
