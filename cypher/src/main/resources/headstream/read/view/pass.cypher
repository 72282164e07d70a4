// What a trace is of: every trace of the same is shown by the same views.
// params:
//   trace (trace) its id
// columns:
//   model (string) id
//   targetPosition (integer) where the target is predicted
//   target (string) the token that is explained
//   distractor (string) the token it is compared with, or null
//   tokens (list) ids of the prompt's
MATCH (t:Trace {id: $trace})
RETURN t.model AS model, t.targetPosition AS targetPosition, t.target AS target, t.distractor AS distractor, COLLECT {
  MATCH (t)-[:HAS_POSITION]->(p:Position)-[:IS]->(k:Token)
  RETURN k.id ORDER BY p.index
} AS tokens
