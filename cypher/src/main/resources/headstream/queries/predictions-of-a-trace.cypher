// Predictions of a trace
// The most probable next tokens at the target position.
// group: Tokens
// params:
//   trace (trace, default latest) id of the trace
// columns:
//   rank (integer) 1 is the most probable
//   token (token) the token's text
//   probability (float) its probability
//   logit (float) its logit
MATCH (t:Trace {id: $trace})-[p:PREDICTS]->(k:Token)
RETURN p.rank AS rank, k.text AS token, p.probability AS probability, p.logit AS logit
ORDER BY rank
