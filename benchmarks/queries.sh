#!/usr/bin/env bash
# How long do the named queries take? Starts the built application, traces prompts/ with the sample model until 100 traces are stored, times every
# named query 20 times with parameters that occur in the graph, goes on to 1,000 traces, times them again, and prints a table and how it
# stands against the aims. Filling takes about 25 minutes on two cores.
#   benchmarks/queries.sh [FEW] [MANY] [RUNS]      100 1000 20
#   HEADSTREAM_DATA=FOLDER benchmarks/queries.sh   keeps the traces there, and goes on from those that are there
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
few="${1:-100}" many="${2:-1000}" runs="${3:-20}"
work="$(mktemp -d)"
port="${HEADSTREAM_PORT:-8099}"
export HEADSTREAM_PORT="$port" HEADSTREAM_BOLT_PORT="${HEADSTREAM_BOLT_PORT:-7699}" HEADSTREAM_DATA="${HEADSTREAM_DATA:-$work/data}"
base="http://localhost:$port"

"$root/headstream" serve --no-open >"$work/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true; rm -rf "$work"' EXIT
until curl -fs "$base/q/health/ready" >/dev/null; do
    kill -0 $server 2>/dev/null || { cat "$work/log"; exit 1; }
    sleep 0.5
done
cd "$root"
mvn -q -pl benchmarks -am package -DskipTests -Dspotless.check.skip -Pbenchmark \
    -Dbenchmark.main=io.headstream.benchmarks.queries.QueryBenchmark -Dbenchmark.arguments="$base $root/prompts $few $many $runs"
