#!/usr/bin/env bash
# What a recorded pass and a load cost, against the plain ones: builds, then prints a line a ratio in about two minutes.
# SmolLM2-135M-Instruct must lie in $HEADSTREAM_MODELS/smollm2-135m-instruct (HEADSTREAM_MODELS: models/ if unset).
#   benchmarks/passes.sh                          both sides in turns
#   benchmarks/passes.sh --jmh PassBenchmark ...  JMH, with its own options
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
export HEADSTREAM_MODELS="${HEADSTREAM_MODELS:-$root/models}"
options=()
if [ "${1:-}" = "--jmh" ]; then
    shift
    options=(-Dbenchmark.main=org.openjdk.jmh.Main "-Dbenchmark.arguments=$*")
fi
cd "$root"
exec mvn -q -pl benchmarks -am package -Dmaven.test.skip=true -Dspotless.check.skip -Pbenchmark ${options[@]+"${options[@]}"}
