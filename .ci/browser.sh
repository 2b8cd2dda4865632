#!/bin/sh
# Makes sure that the tests find a browser: the machine's own, else Debian's package, else Playwright's download.
set -eu
venv=$1
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
[ -d "/Applications/Google Chrome.app" ] && exit 0
if command -v apt-get >/dev/null 2>&1 && sh "$(dirname "$0")/apt.sh" chromium fonts-dejavu-core; then
    exit 0
fi
"$venv/bin/playwright" install chromium
