// Profile of a head
// One head across traces, at the target positions: how large it is, what it attends to most, what it writes.
// group: Heads
// params:
//   head (head, required) the head's name, such as L3H2
//   model (model, default any) id or name of the model
//   limit (integer, default 50) most rows
// columns:
//   trace (trace) id of the trace
//   modelName (string) the name of its model
//   prompt (string) its prompt
//   target (token) its target
//   norm (float) L2 norm of the head's output
//   share (float) the output's share of the residual state it ends in
//   dla (float) its direct logit attribution to the target
//   entropy (float) entropy of its pattern row, in nats
//   attendsTo (token) the token with the largest attention weight of the whole row; absent in traces of version 1
//   weight (float) that weight
//   writes (token) the first token of its vocabulary projection
MATCH (h:Head {name: $head})<-[:OF]-(o:HeadOutput)
WHERE $model IS NULL OR h.model = $model
MATCH (t:Trace {id: o.trace})
WHERE o.position = t.targetPosition
WITH t, o ORDER BY t.createdAt DESC LIMIT $limit
CALL (o) {
  OPTIONAL MATCH (w:HeadPattern {trace: o.trace, name: $head})
  WITH w.keys[w.starts[o.position]..w.starts[o.position + 1]] AS keys,
       w.weights[w.starts[o.position]..w.starts[o.position + 1]] AS weights
  UNWIND CASE WHEN size(keys) > 0 THEN range(0, size(keys) - 1) ELSE [null] END AS i
  WITH keys[i] AS key, weights[i] AS weight ORDER BY weight DESC LIMIT 1
  OPTIONAL MATCH (p:Position {trace: o.trace, index: key})
  RETURN p.text AS attendsTo, weight
}
CALL (o) {
  OPTIONAL MATCH (o)-[:WRITES {rank: 1}]->(k:Token)
  RETURN k.text AS writes LIMIT 1
}
RETURN t.id AS trace, t.modelName AS modelName, t.prompt AS prompt, t.target AS target, o.norm AS norm, o.share AS share, o.dla AS dla,
       o.entropy AS entropy, attendsTo, weight, writes
