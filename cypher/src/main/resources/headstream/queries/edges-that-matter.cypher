// Edges that matter
// The edges between components with the largest effect on the prediction, by edge attribution patching: what one writes times how much
// the other's reading of it matters. Stored are the strongest edges into the activations with the largest effects.
// group: Flow
// params:
//   trace (trace, default latest) the trace
//   via (string of query|key|value|mlp|logits, default any) only what is read as this
//   limit (integer, default 50) most rows
// columns:
//   from (string) what writes
//   to (string) what reads
//   via (string) as what it reads it
//   position (position) where
//   effect (float) of the edge
//   rank (integer) 1 is the strongest of the trace
MATCH (a:Activation {trace: $trace})-[e:AFFECTS]->(b:Activation)
USING INDEX a:Activation(trace)
WHERE $via IS NULL OR e.via = $via
RETURN a.name AS from, b.name AS to, e.via AS via, a.position AS position, e.effect AS effect, e.rank AS rank
ORDER BY rank
LIMIT $limit
