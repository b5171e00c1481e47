#!/bin/sh
# Make the virtual environment. A bare Debian has python3 without ensurepip: install python3-venv where we may.
# make-venv.sh PYTHON VENV
set -eu
python=$1 venv=$2
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "BorderKG needs Python 3.11 or later; '$python' is not. Say which to use: make PYTHON=python3.12 ..." >&2
    exit 1
fi
if "$python" -m venv "$venv" >/dev/null 2>&1; then exit 0; fi
rm -rf "$venv"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get -qq update && apt-get -qq install -y python3-venv >/dev/null
    exec "$python" -m venv "$venv"
fi
echo "Python cannot make virtual environments here. As root: apt-get install python3-venv" >&2
exit 1
