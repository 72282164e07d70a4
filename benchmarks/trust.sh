#!/usr/bin/env bash
# Do the attributions deserve trust? Measures every figure of every head and MLP against real ablation and writes docs/trust.md:
#   benchmarks/trust.sh [IOI [CAPITALS]]     how many prompts of prompts/ioi.jsonl and capitals.jsonl (100 and 30)
# With all of them it takes hours: the page is written after each prompt, and once stopped it goes on where it was (benchmarks/target/trust).
# SmolLM2-135M-Instruct must lie in $HEADSTREAM_MODELS/smollm2-135m-instruct (HEADSTREAM_MODELS: models/ if unset).
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
cd "$root"
smollm2="$(cd "${HEADSTREAM_MODELS:-$root/models}" && pwd)/smollm2-135m-instruct"
exec mvn -q -pl benchmarks -am package -Dmaven.test.skip=true -Dspotless.check.skip -Pbenchmark \
    -Dbenchmark.main=io.headstream.benchmarks.trust.TrustFigures \
    -Dbenchmark.arguments="${1:-100} ${2:-30} docs/trust.md models/headstream-sample $smollm2"
