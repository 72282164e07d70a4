// All heads of a trace, kept as nodes or not: what their outputs do for its metric, and how they attend. Sums are over all positions but the first,
// where heads rest that have nothing to read (over all, where the target is predicted there).
// params:
//   trace (trace) its id
// columns:
//   layer (integer) the head's layer
//   index (integer) its index within the layer
//   head (head) its name
//   effect (float) sum of its outputs' effects on the metric, or null where the trace has none
//   influence (float) sum of its outputs' influence
//   measured (float) what the metric lost when it was set to zero, by the newest sweep at all positions, or null where none was made
//   circuit (float) the largest absolute score of its edges in the newest circuit of the model, or null where it is not in it
//   dla (float) direct logit attribution of its output at the target position
//   share (float) that output's share of the residual state it ends in
//   effects (list) of its output, by position, or null
//   influences (list) of its output, by position
//   scores (map) means over its attention pattern
//   first (integer) the position that sums begin at
//   targetPosition (integer) where the target is predicted
MATCH (t:Trace {id: $trace})
OPTIONAL MATCH (s:Sweep {trace: $trace}) WHERE s.of = 'heads' AND s.kind = 'zero' AND s.positions = 'all'
WITH t, s ORDER BY s.createdAt DESC LIMIT 1
OPTIONAL MATCH (c:Circuit {model: t.model})
WITH t, s, c ORDER BY c.createdAt DESC LIMIT 1
MATCH (h:HeadPattern {trace: $trace})
OPTIONAL MATCH (h)-[:OF]->(w:Head)<-[m:MEASURED]-(s)
OPTIONAL MATCH (n:CircuitNode {circuit: c.id, name: h.name})
WITH t, h, m, n, CASE t.targetPosition WHEN 0 THEN 0 ELSE 1 END AS first
RETURN h.layer AS layer, h.head AS index, h.name AS head,
       CASE WHEN h.effect IS NOT NULL THEN reduce(sum = 0.0, effect IN h.effect[first..] | sum + effect) END AS effect,
       CASE WHEN h.influence IS NOT NULL THEN reduce(sum = 0.0, influence IN h.influence[first..] | sum + influence) END AS influence,
       -m.change AS measured,
       CASE WHEN n IS NOT NULL THEN reduce(most = 0.0, score IN COLLECT { MATCH (n)-[e:FEEDS]-() RETURN abs(e.score) } | CASE WHEN score > most THEN score ELSE most END) END AS circuit,
       h.dla AS dla, h.share[t.targetPosition] AS share, h.effect AS effects, h.influence AS influences,
       h {.firstToken, .previousToken, .currentToken, .duplicateToken, .induction, .entropy, .evenness, .distance} AS scores,
       first, t.targetPosition AS targetPosition
ORDER BY layer, index
