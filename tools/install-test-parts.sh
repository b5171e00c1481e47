#!/bin/sh
# What the tests need beyond Python: Chromium for the explorer, a JRE for the reasoner, fonts for Chinese pictures,
# Virtuoso to hold our answers against, Apache for the redirects of w3id.org, OpenSSL for certificates.
set -eu
missing=""
command -v chromium >/dev/null || missing="$missing chromium"
command -v java >/dev/null || missing="$missing default-jre-headless"
command -v virtuoso-t >/dev/null || missing="$missing virtuoso-opensource-7-bin"
command -v apache2 >/dev/null || [ -x /usr/sbin/apache2 ] || missing="$missing apache2-bin"
command -v openssl >/dev/null || missing="$missing openssl"
fc-list 2>/dev/null | grep -qi cjk || missing="$missing fontconfig fonts-noto-cjk"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update
    # shellcheck disable=SC2086 # a list of packages
    apt-get -qq install -y --no-install-recommends $missing >/dev/null
    exit 0
fi
echo "The tests need these Debian packages:$missing. As root: apt-get install$missing" >&2
exit 1
