// Edges that matter
// The edges between components with the largest effect on the prediction, by edge attribution patching: what one writes times how much
// the other's reading of it matters.
// group: Prediction
// params:
//   trace (trace, required) the trace
//   via (string, default any) query, key, value, mlp or logits
//   limit (integer, default 50) most rows
// columns:
//   from: what writes
//   to: what reads
//   via: as what it reads it
//   position: where
//   effect: of the edge
//   rank: 1 is the strongest of the trace
MATCH (a:Activation {trace: $trace})-[e:AFFECTS]->(b:Activation)
WHERE $via IS NULL OR e.via = $via
RETURN a.name AS from, b.name AS to, e.via AS via, a.position AS position, e.effect AS effect, e.rank AS rank
ORDER BY rank
LIMIT $limit
