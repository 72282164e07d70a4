// Heads of a trace
// All heads of a trace with how they behave in it: what they do for the prediction, at the target position and at all, and the scores of their
// whole attention patterns. Traces of version 1 have no scores.
// group: Heads
// params:
//   trace (trace, default latest) id of the trace
//   layer (integer, default any) only this layer
//   limit (integer, default 5000) most rows
// columns:
//   head (head) the head
//   dla (float) direct logit attribution of its output at the target position
//   effect (float) what the metric would lose without that output, to first order
//   effects (float) sum of the absolute effects of its outputs at all positions
//   influence (float) how much of the last residual state came through its output at the target position
//   share (float) that output's share of the residual state it ends in
//   firstToken (float) mean attention to position 0, of positions from 1
//   previousToken (float) mean attention to the position before, of positions from 2
//   currentToken (float) mean attention to its own position, of positions from 1
//   duplicateToken (float) mean attention to earlier positions of the same token; absent where no token repeats
//   induction (float) mean attention to the positions after earlier ones of the same token; absent where there are none
//   entropy (float) mean entropy of its pattern rows, in nats
//   evenness (float) mean of entropy over the largest it could be
//   distance (float) mean number of positions looked back
MATCH (t:Trace {id: $trace})
MATCH (h:HeadPattern {trace: $trace}) WHERE $layer IS NULL OR h.layer = $layer
WITH t, h, reduce(sum = 0.0, effect IN h.effect | sum + abs(effect)) AS effects
ORDER BY effects IS NULL, effects DESC, abs(coalesce(h.dla, 0.0)) DESC, h.layer, h.head LIMIT $limit
RETURN h.name AS head, h.dla AS dla, h.effect[t.targetPosition] AS effect, effects, h.influence[t.targetPosition] AS influence,
       h.share[t.targetPosition] AS share, h.firstToken AS firstToken, h.previousToken AS previousToken,
       h.currentToken AS currentToken, h.duplicateToken AS duplicateToken, h.induction AS induction, h.entropy AS entropy,
       h.evenness AS evenness, h.distance AS distance
