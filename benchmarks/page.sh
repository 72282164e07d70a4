#!/usr/bin/env bash
# How fast the page is on traces that a running Headstream has, in Chromium at 1440 x 900: first paint, slider, hover, dragging, longest task.
# Nothing else should run meanwhile. Needs `npm ci` in ui/ and Chromium (CHROMIUM, or /usr/bin/chromium).
#   benchmarks/page.sh                        the five newest traces of http://localhost:8080 (HEADSTREAM_URL)
#   benchmarks/page.sh TRACE ...              those
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
url="${HEADSTREAM_URL:-http://localhost:8080}"
traces=("$@")
if [ ${#traces[@]} -eq 0 ]; then
    mapfile -t traces < <(python3 -c '
import json, sys, urllib.request
print("\n".join(trace["id"] for trace in json.load(urllib.request.urlopen(sys.argv[1] + "/api/traces?limit=5"))["items"]))' "$url")
fi
cd "$root/ui"
exec node scripts/speed.mjs "$url" "${traces[@]}"
