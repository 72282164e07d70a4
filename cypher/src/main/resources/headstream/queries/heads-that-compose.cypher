// Heads that compose
// Pairs of heads of a trace where the later reads what the earlier wrote, as its query, key or value (Elhage et al. 2021), by the effect
// of that edge on the prediction. Stored are the strongest edges into the activations with the largest effects.
// group: Flow
// params:
//   trace (trace, default latest) id of the trace
//   via (string of query|key|value, default any) only this composition
//   limit (integer, default 50) most rows
// columns:
//   writer (head) the head that writes
//   reader (head) the head that reads
//   via (string) as what it reads it
//   position (position) where: the query's position, or the key's
//   token (token) the token there
//   effect (float) of the edge on the metric, to first order
MATCH (a:HeadOutput {trace: $trace})-[e:AFFECTS]->(b:Activation)
USING INDEX a:HeadOutput(trace)
WHERE (b:HeadOutput OR b:MemoryValue) AND ($via IS NULL OR e.via = $via)
MATCH (p:Position {trace: $trace, index: a.position})
RETURN a.name AS writer, 'L' + b.layer + 'H' + b.head AS reader, e.via AS via, p.index AS position, p.text AS token, e.effect AS effect
ORDER BY abs(effect) DESC, writer, reader
LIMIT $limit
