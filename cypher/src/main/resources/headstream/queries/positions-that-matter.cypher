// Positions that matter
// Positions of a prompt by how much of the prediction came from there: the embedding's influence and effect, and what attention takes
// from there to the target position.
// group: Positions
// params:
//   trace (trace, default latest) id of the trace
//   limit (integer, default 100) most rows
// columns:
//   position (position) the position
//   token (token) the token there
//   influence (float) how much of the last residual state came through the embedding here
//   effect (float) what the metric would lose without this embedding, to first order
//   attention (float) sum over all heads of the target position's attention weight on it
MATCH (t:Trace {id: $trace})
CALL (t) {
  OPTIONAL MATCH (o:HeadOutput {trace: t.id, position: t.targetPosition})<-[a:ATTENDED_BY]-(v:MemoryValue)
  WITH v.position AS key, sum(a.weight) AS weight
  RETURN collect({position: key, weight: weight}) AS attended
}
MATCH (r:Residual {trace: $trace}) WHERE r.site = 'embed'
MATCH (p:Position {trace: $trace, index: r.position})
RETURN p.index AS position, p.text AS token, r.influence AS influence, r.effect AS effect,
       reduce(sum = 0.0, key IN [each IN attended WHERE each.position = r.position] | sum + key.weight) AS attention
ORDER BY influence DESC, position
LIMIT $limit
