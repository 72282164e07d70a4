#!/usr/bin/env bash
# What is left after a fault? Builds what is missing, then does to Headstream what happens to servers, and after each fault looks whether it starts
# again by itself, with whole traces only, no job lost or doubled, and sums that are exact. Prints a table; exit code 1 where any line failed.
# Some ten minutes on two cores; every kill more than the first ten takes some 15 s. Uses a folder of its own under ${TMPDIR:-/tmp}.
#   benchmarks/faults.sh                         10 kills, and every other fault
#   benchmarks/faults.sh --kills 100             kill -9 at so many random points (--seed N: the same ones again)
#   benchmarks/faults.sh --only kill,disk        some: kill, stop, second, damage, disk, readonly, model, neo4j
#   HEADSTREAM_PORT=8099 HEADSTREAM_BOLT_PORT=7699   the first of ten ports each
#   HEADSTREAM_PATIENCE=5                            on a machine that has other work: waits so many times longer; what must hold stays
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
"$root/headstream" --version >/dev/null # builds
# in namespaces of its own where the system allows it: small disks can be mounted there, and all of it, mounts and processes, ends with the command
own=(unshare --map-root-user --mount --pid --fork --kill-child --mount-proc)
[ "$(id -u)" != 0 ] || own=(unshare --mount --pid --fork --kill-child --mount-proc)
"${own[@]}" true 2>/dev/null || own=()
exec ${own[@]+"${own[@]}"} python3 "$root/benchmarks/robustness/faults.py" "$@"
