#!/usr/bin/env bash
# What do others notice while one caller is hostile? Builds what is missing, then sends a running Headstream, on the loopback interface alone and
# bounded in count and time, what callers have ended or stalled servers with. Meanwhile another caller asks for its health and two small questions every
# half second. Prints a table; exit code 1 where any line failed: an open door, health later than 2 s, an answer later than 10 s, a process that ended.
# Some eight minutes on two cores. Uses a folder of its own under ${TMPDIR:-/tmp}.
#   benchmarks/hostile.sh                            every kind
#   benchmarks/hostile.sh --only door,statements     some: door, bolt, tokenizers, prompts, statements, jobs, connections, bodies, key
#   HEADSTREAM_PORT=8099 HEADSTREAM_BOLT_PORT=7699   the first of ten ports each
#   HEADSTREAM_PATIENCE=5                            on a machine that has other work: waits so many times longer; what must hold stays
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
"$root/headstream" --version >/dev/null # builds
exec python3 "$root/benchmarks/robustness/hostile.py" "$@"
