// The newest trace of a prompt as it is that was asked for in the same way.
// params:
//   model (string) id
//   prompt (string) its text
//   tokens (list) ids by position
//   position (integer) whose prediction is explained
//   target (integer) id of the token explained, or null for what the pass predicts
//   distractor (integer) its id, or null where none was named
//   compared (boolean) whether one was proposed then
//   detail (string) stream, heads, neurons or full
//   shares (string) l1 or l2
//   effects (string) logit, probability or none
//   steps (integer) points of integrated gradients
//   budget (integer) nodes that it could have at most
// columns:
//   id (trace) whole
MATCH (t:Trace {model: $model})
WHERE t.prompt = $prompt AND t.interventions IS NULL AND t.targetPosition = $position AND t.positions = size($tokens)
  AND (CASE WHEN $target IS NULL THEN t.targetRank = 1 ELSE t.targetToken = $target END)
  AND (CASE WHEN $distractor IS NOT NULL THEN t.distractorToken = $distractor
            WHEN $compared THEN t.distractor = t.proposedDistractor ELSE t.distractor IS NULL END)
  AND t.detail = $detail AND t.shares = $shares AND t.effects = $effects AND t.steps = $steps AND t.budget = $budget
WITH t ORDER BY t.createdAt DESC
WHERE $tokens = COLLECT { MATCH (t)-[:HAS_POSITION]->(p:Position)-[:IS]->(k:Token) RETURN k.id ORDER BY p.index }
RETURN t.id AS id
LIMIT 1
