#!/usr/bin/env bash
# What a sweep costs against as many whole passes, one by one: builds, then prints a line a ratio in some minutes.
# SmolLM2-135M-Instruct must lie in $HEADSTREAM_MODELS/smollm2-135m-instruct (HEADSTREAM_MODELS: models/ if unset).
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
export HEADSTREAM_MODELS="${HEADSTREAM_MODELS:-$root/models}"
cd "$root"
exec mvn -q -pl benchmarks -am package -Dmaven.test.skip=true -Dspotless.check.skip -Pbenchmark \
    -Dbenchmark.main=io.headstream.benchmarks.SweepFigures
