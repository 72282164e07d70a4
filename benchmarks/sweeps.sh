#!/usr/bin/env bash
# What a sweep costs against the trace that it follows and against as many whole passes, one by one, and what a changed trace costs against the
# one of the pass as it is: builds, then prints a line a ratio. Where python3 has torch and transformers (PYTHON names another python), the same sweep by
# torch hooks follows, of every tenth head. Each of the four measurements begins no turn after two and a half minutes, so that all ends within a quarter of
# an hour where nothing else runs; the lines say of how many turns they are. It gives way to what else runs.
# SmolLM2-135M-Instruct must lie in $HEADSTREAM_MODELS/smollm2-135m-instruct (HEADSTREAM_MODELS: models/ if unset).
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
export HEADSTREAM_MODELS="${HEADSTREAM_MODELS:-$root/models}"
renice -n 10 $$ >/dev/null
cd "$root"
mvn -q -pl benchmarks -am package -Dmaven.test.skip=true -Dspotless.check.skip -Pbenchmark \
    -Dbenchmark.main=io.headstream.benchmarks.SweepFigures
python="${PYTHON:-python3}"
if "$python" -c 'import torch, transformers' 2>/dev/null; then
    exec "$python" benchmarks/sweeps_torch.py "$HEADSTREAM_MODELS/smollm2-135m-instruct"
fi
echo "no torch: pip install torch transformers to see the same sweep by torch hooks"
