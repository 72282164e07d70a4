// One head feeds another
// Traces in which one head reads another's output at a position, as query, key or value: the motif of induction and of name movers.
// group: Flow
// params:
//   writer (head, required) the earlier head, such as L1H2
//   reader (head, required) the later head, such as L4H5
//   model (model, default any) id or name of the model
//   limit (integer, default 50) most rows
// columns:
//   trace (trace) id of the trace
//   modelName (string) the name of its model
//   prompt (string) its prompt
//   position (position) where the reader reads the writer
//   token (token) the token there
//   via (string) query, key or value
//   effect (float) of the edge on the metric, to first order
//   weight (float) of a key or value, the reader's largest attention weight on that position; absent in traces of version 1
MATCH (w:Head {name: $writer})<-[:OF]-(a:HeadOutput)-[e:AFFECTS]->(b)-[:OF]->(:Head {name: $reader})
WHERE $model IS NULL OR w.model = $model
WITH a, e, b ORDER BY abs(e.effect) DESC, a.trace, a.position LIMIT $limit
MATCH (t:Trace {id: a.trace})
MATCH (p:Position {trace: a.trace, index: a.position})
CALL (b) {
  OPTIONAL MATCH (h:HeadPattern {trace: b.trace, name: $reader}) WHERE b:MemoryValue
  WITH h.keys AS keys, h.weights AS weights
  UNWIND range(0, coalesce(size(keys), 0) - 1) AS i
  WITH keys[i] AS key, weights[i] AS weight WHERE key = b.position
  RETURN max(weight) AS weight
}
RETURN t.id AS trace, t.modelName AS modelName, t.prompt AS prompt, p.index AS position, p.text AS token, e.via AS via, e.effect AS effect, weight
ORDER BY abs(effect) DESC, trace, position
