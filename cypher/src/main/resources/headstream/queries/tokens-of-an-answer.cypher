// Tokens of an answer
// What each head and MLP does for each token of an answer of several, over all positions: the figures of all tokens together are those of the answer.
// Empty for answers of one token, and of very many.
// group: Flow
// params:
//   trace (trace, default latest) id of the trace
//   token (integer, default any) only this one of the answer's tokens, from 0
//   limit (integer, default 200) most rows
// columns:
//   number (integer) which of the answer's tokens, from 0
//   position (position) that predicts it
//   component (string) the head or MLP
//   effect (float) of its outputs at all positions on that token's part of the metric, to first order; null where the trace has no effects
//   influence (float) of its outputs at all positions on that token's prediction
//   dla (float) of its output at the token's position, towards the token
//   rank (integer) the token's rank in the prediction there
//   logProbability (float) its log probability, given those before it
MATCH (t:Trace {id: $trace})
CALL (t) {
  MATCH (h:HeadPattern {trace: t.id}) WHERE h.influenceByToken IS NOT NULL
  RETURN h AS n, h.name AS component
  UNION ALL
  MATCH (h:HookPoint {trace: t.id}) WHERE h.influenceByToken IS NOT NULL
  RETURN h AS n, 'L' + h.layer + '.mlp' AS component
}
UNWIND CASE WHEN $token IS NULL THEN range(0, size(n.influenceByToken) - 1) ELSE [$token] END AS i
WITH t, n, component, i WHERE 0 <= i < size(n.influenceByToken)
RETURN i AS number, t.targetPositions[i] AS position, component, n.effectByToken[i] AS effect, n.influenceByToken[i] AS influence,
       n.dlaByToken[i] AS dla, t.targetRanks[i] AS rank, t.targetLogProbabilities[i] AS logProbability
ORDER BY number, abs(coalesce(effect, influence)) DESC, component
LIMIT $limit
