#!/bin/sh
# Make anew what the explorer takes from others: sh tools/vendor/renew.sh  (needs node and npm, and asks the npm registry).
# The versions are those of package-lock.json; `npm update` in this folder changes them.
set -eu
cd "$(dirname "$0")"
out=../../src/borderkg/explorer/static/vendor
npm ci --no-audit --no-fund
npx esbuild codemirror.js --bundle --minify --format=esm --legal-comments=none --outfile="$out/codemirror.js"
node licences.js codemirror > "$out/codemirror.LICENSE.txt"
node basemap.js > "$out/basemap.json"
{
  node -p 'const { name, version, license } = require("world-atlas/package.json"); `${name} ${version}, ${license}\n`'
  cat node_modules/world-atlas/LICENSE*
  printf '\n\nThe shapes are those of Natural Earth, public domain.\n'
} > "$out/basemap.LICENSE.txt"
