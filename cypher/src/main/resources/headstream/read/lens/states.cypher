// The logit lens of a trace: what every state of the residual stream at some sites would predict, at all positions, kept as nodes or not.
// params:
//   trace (trace) its id
//   sites (list) embed, mid or post
// columns:
//   layer (integer) the state's layer; 0 for the embedding
//   site (string) its site
//   targetRank (list) by position, the target's rank
//   targetProbability (list) by position, the target's probability
//   tokens (list) ids of the most probable tokens, position by position
//   texts (list) their texts
//   probabilities (list) their probabilities
//   targetPosition (integer) where the target is predicted
MATCH (t:Trace {id: $trace})
MATCH (h:HookPoint {trace: $trace})
WHERE h.site IN $sites AND h.targetRank IS NOT NULL
WITH t, h, COLLECT {
  UNWIND h.tokens AS id
  OPTIONAL MATCH (k:Token {model: t.model, id: id})
  RETURN coalesce(k.text, '')
} AS texts
RETURN h.layer AS layer, h.site AS site, h.targetRank AS targetRank, h.targetProbability AS targetProbability, h.tokens AS tokens, texts,
       h.probabilities AS probabilities, t.targetPosition AS targetPosition
ORDER BY layer, site
