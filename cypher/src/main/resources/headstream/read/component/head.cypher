// A head in the newest traces of its model: how it attends in each, and what it does for the metric.
// params:
//   model (string) id
//   component (string) the head's name
//   sample (integer) the newest traces that are looked at
// columns:
//   trace (trace) id
//   prompt (string) the trace's
//   target (token) what is explained
//   distractor (token) what it is compared with, or null
//   targetPosition (integer) where the target is predicted
//   effects (list) by position, of its output; null where the trace has none
//   dla (float) of its output at the target position
//   scores (map) how it attends, by name
MATCH (t:Trace {model: $model}) WHERE t.createdAt IS NOT NULL
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (h:HeadPattern {trace: t.id, name: $component})
RETURN t.id AS trace, t.prompt AS prompt, t.target AS target, t.distractor AS distractor, t.targetPosition AS targetPosition,
       h.effect AS effects, h.dla AS dla,
       h {.firstToken, .previousToken, .currentToken, .duplicateToken, .induction, .entropy, .distance} AS scores
