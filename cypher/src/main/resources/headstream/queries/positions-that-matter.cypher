// Positions that matter
// Positions of a prompt by how much of the prediction came from there: the embedding's influence and effect, and what attention takes
// from there to the target position, by all heads' whole patterns. Traces of version 1 have no such lists.
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
  MATCH (h:HeadPattern {trace: t.id})
  WITH h.keys[h.starts[t.targetPosition]..h.starts[t.targetPosition + 1]] AS keys,
       h.weights[h.starts[t.targetPosition]..h.starts[t.targetPosition + 1]] AS weights
  UNWIND range(0, coalesce(size(keys), 0) - 1) AS i
  WITH keys[i] AS key, sum(weights[i]) AS weight
  RETURN collect({key: key, weight: weight}) AS attended
}
MATCH (e:HookPoint {trace: $trace}) WHERE e.site = 'embed'
WITH attended, size(e.norm) AS positions, e.influence AS influences, e.effect AS effects
UNWIND range(0, positions - 1) AS position
MATCH (p:Position {trace: $trace, index: position})
RETURN position, p.text AS token, influences[position] AS influence, effects[position] AS effect,
       coalesce([each IN attended WHERE each.key = position | each.weight][0], 0.0) AS attention
ORDER BY influence IS NULL, influence DESC, position
LIMIT $limit
