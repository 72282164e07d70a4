#!/usr/bin/env bash
# From a prompt to a trace that can be queried: builds, starts the application on an empty data folder with a model of GPT-2 small's shape, and
# prints a line a figure in some ten minutes: the whole against a plain pass and a bare write of the same rows, 64 tokens against 16, a trace's size on
# the disk, resident memory after 200 traces against 20.
#   benchmarks/traces.sh [speed] [size] [memory]      all three
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
cd "$root"
mvn -q -Dmaven.test.skip=true -Dspotless.check.skip package -pl standalone -am
exec mvn -q -pl benchmarks -am package -Dmaven.test.skip=true -Dspotless.check.skip -Pbenchmark -Dbenchmark.main=io.headstream.benchmarks.TraceFigures \
    -Dbenchmark.arguments="$*"
