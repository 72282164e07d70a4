// An MLP in the newest traces of its model, and what it does for the metric in each.
// params:
//   model (string) id
//   layer (integer) its layer
//   sample (integer) the newest traces that are looked at
// columns:
//   trace (trace) id
//   prompt (string) the trace's
//   target (token) what is explained
//   distractor (token) what it is compared with, or null
//   targetPosition (integer) where the target is predicted
//   effects (list) by position, of its output; null where the trace has none
//   dla (float) of its output at the target position
//   scores (map) none
MATCH (t:Trace {model: $model}) WHERE t.createdAt IS NOT NULL
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (h:HookPoint {trace: t.id}) WHERE h.layer = $layer AND h.site = 'mlp'
OPTIONAL MATCH (o:Activation {trace: t.id, position: t.targetPosition}) WHERE o:MlpOutput AND o.layer = $layer
RETURN t.id AS trace, t.prompt AS prompt, t.target AS target, t.distractor AS distractor, t.targetPosition AS targetPosition,
       h.effect AS effects, o.dla AS dla, {} AS scores
