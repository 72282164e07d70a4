#!/usr/bin/env bash
# How long do the named queries take? Traces prompts/ with the sample model until 100 traces are stored, copies the data folder and goes on in the copy
# to 1,000. Then the built application is started on each, and every named query about one trace is timed 300 times on both in turns, so that a
# machine whose speed changes changes both; those over all traces 60 times. The parameters are the same on both, and occur in the graph. Prints a
# table and how it stands against the aims. Filling takes about 25 minutes on two cores, timing 10.
#   benchmarks/queries.sh [FEW] [MANY] [RUNS]      100 1000 300
#   HEADSTREAM_DATA=FOLDER benchmarks/queries.sh   keeps the traces there (FOLDER/few, FOLDER/many), and goes on from those that are there
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
few="${1:-100}" many="${2:-1000}" runs="${3:-300}"
work="$(mktemp -d)"
data="${HEADSTREAM_DATA:-$work}"
port="${HEADSTREAM_PORT:-8099}" bolt="${HEADSTREAM_BOLT_PORT:-7699}"
servers=()
trap 'stop; rm -rf "$work"' EXIT

# serve FOLDER N: on the N-th port from the first
serve() {
    HEADSTREAM_DATA="$data/$1" HEADSTREAM_PORT=$((port + $2)) HEADSTREAM_BOLT_PORT=$((bolt + $2)) \
        "$root/headstream" serve --no-open >"$work/$1.log" 2>&1 &
    servers+=($!)
    until curl -fs "http://localhost:$((port + $2))/q/health/ready" >/dev/null; do
        kill -0 "${servers[-1]}" 2>/dev/null || { cat "$work/$1.log"; exit 1; }
        sleep 0.5
    done
}

stop() {
    for server in "${servers[@]}"; do
        kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true
    done
    servers=()
}

benchmark() {
    (cd "$root" && mvn -q -pl benchmarks -am package -DskipTests -Dspotless.check.skip -Pbenchmark \
        -Dbenchmark.main="io.headstream.benchmarks.queries.$1" -Dbenchmark.arguments="${*:2}")
}

serve few 0
benchmark Filling "http://localhost:$port" "$root/prompts" "$few"
stop
[ -d "$data/many" ] || cp -a "$data/few" "$data/many"
serve many 1
benchmark Filling "http://localhost:$((port + 1))" "$root/prompts" "$many"
stop # both start anew, so that neither is warmer
serve few 0
serve many 1
benchmark QueryBenchmark "http://localhost:$port" "http://localhost:$((port + 1))" "$runs"
