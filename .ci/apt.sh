#!/bin/sh
# Installs Debian packages, as root or through sudo.
set -eu
if ! command -v apt-get >/dev/null 2>&1; then
    echo "This machine has no apt-get; please install by hand: $*" >&2
    exit 1
fi
sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null
