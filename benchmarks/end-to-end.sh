#!/usr/bin/env bash
# How fast is the whole? Starts the built application on an empty data folder and prints:
# seconds until ready and until the example is there, processor seconds until then and of a command that only asks, seconds from POST to queryable
# for a 15-token prompt (first, then warm), and that weights are written once.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
runs="${1:-10}"
data="$(mktemp -d)"
port="${HEADSTREAM_PORT:-8099}"
export HEADSTREAM_PORT="$port" HEADSTREAM_BOLT_PORT="${HEADSTREAM_BOLT_PORT:-7699}" HEADSTREAM_DATA="$data"
base="http://localhost:$port"
now() { date +%s.%N; }
used() { awk -v tick="$(getconf CLK_TCK)" '{printf "%.1f", ($14 + $15) / tick}' "/proc/$server/stat" 2>/dev/null || echo "?"; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN {printf "%.2f", b - a}'; }

start="$(now)"
"$root/headstream" --no-open >"$data/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true; rm -rf "$data"' EXIT
until curl -fs "$base/q/health/ready" >/dev/null && curl -fs "$base/" >/dev/null; do
    kill -0 $server 2>/dev/null || { cat "$data/log"; exit 1; }
    sleep 0.1
done
echo "ready (health up, page served): $(since "$start") s, $(used) s of processor time"
until curl -fs "$base/api/traces" | grep -q '"prompt"'; do sleep 0.1; done
echo "the example trace can be queried: $(since "$start") s"

trace() {
    local started location
    started="$(now)"
    curl -fs -o /dev/null -X POST -H 'Content-Type: application/json' \
        -d '{"prompt": "When Mary and John went to the store, John gave a drink to"}' -D "$data/headers" "$base/api/jobs"
    location="$(awk 'tolower($1) == "location:" {print $2}' "$data/headers" | tr -d '\r')"
    curl -fsN "$base/api/jobs/${location##*/}/events" >/dev/null # the stream closes when the trace can be queried
    since "$started"
}

asking="$(for _ in $(seq "$runs"); do TIMEFORMAT='%U %S'; { time HEADSTREAM_URL="$base" "$root/headstream" traces >/dev/null; } 2>&1; done |
    awk '{print $1 + $2}' | sort -n)"
echo "./headstream traces, processor time: $(echo "$asking" | awk '{t[NR] = $1} END {printf "median %.2f s, best %.2f, worst %.2f of %d", t[int((NR + 1) / 2)], t[1], t[NR], NR}')"
# its model's weights go into the graph behind the example
until curl -fs -X POST -H 'Content-Type: application/json' -d '{"statement": "MATCH (m:Model) WHERE m.partial IS NULL RETURN m.id"}' "$base/api/cypher" |
    grep -q '"rows":\[\['; do sleep 0.2; done
echo "15 tokens, POST to queryable, first: $(trace) s"
for _ in $(seq 5); do trace >/dev/null; done
times="$(for _ in $(seq "$runs"); do trace; echo; done | grep . | sort -n)"
echo "15 tokens, POST to queryable, warm: $(echo "$times" | awk '{t[NR] = $1} END {printf "median %.2f s, best %.2f, worst %.2f of %d", t[int((NR + 1) / 2)], t[1], t[NR], NR}')"
nodes="$(curl -fs -X POST -H 'Content-Type: application/json' \
    -d '{"statement": "MATCH (m:Model {name: \"headstream-sample\"}) RETURN COUNT { (:Head {model: m.id}) }, COUNT { (:Neuron {model: m.id}) }, COUNT { (:Token {model: m.id}) }"}' "$base/api/cypher")"
echo "heads, neurons, tokens after $((runs + 7)) traces (written once): $(echo "$nodes" | sed 's/.*"rows":\[\[\([^]]*\)\].*/\1/')"
