// The newest trace of a prompt as it is that was asked for in the same way.
// params:
//   model (string) id
//   prompt (string) its text
//   tokens (list) ids by position
//   position (integer) whose prediction is explained
//   targets (list) ids of the tokens explained, none for what the pass predicts
//   distractors (list) ids of those they are compared with, none where none was named
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
  AND (CASE WHEN $targets = [] THEN t.targetRank = 1 AND t.targetTokens IS NULL ELSE coalesce(t.targetTokens, [t.targetToken]) = $targets END)
  AND (CASE WHEN $distractors <> [] THEN coalesce(t.distractorTokens, [t.distractorToken]) = $distractors
            WHEN $compared AND t.targetTokens IS NULL THEN t.distractor = t.proposedDistractor ELSE t.distractor IS NULL END)
  AND t.detail = $detail AND t.shares = $shares AND t.effects = $effects AND t.steps = $steps AND t.budget = $budget
WITH t ORDER BY t.createdAt DESC
WHERE $tokens = COLLECT { MATCH (t)-[:HAS_POSITION]->(p:Position)-[:IS]->(k:Token) RETURN k.id ORDER BY p.index }
RETURN t.id AS id
LIMIT 1
